import GraphvizKit
public import JourneyDiagrams
import Synchronization

/// Measures text with the fonts that Graphviz draws with.
///
/// Who looks at a picture may have any font of its stack. Text is measured in the widest one that is
/// present here, so that it fits in the others too; where none is, in what the system puts in their
/// place. Which font that is, is found once for each stack.
public final class GraphvizMeasurer: TextMeasuring {
  private let widest = Mutex<[[String]: String]>([:])

  /// Creates a measurer that knows no fonts yet.
  public init() {}

  /// The advance widths of texts, in the order given.
  ///
  /// - Parameter texts: Single lines without control characters.
  /// - Returns: One width for each text, in px.
  /// - Throws: `GraphvizError` when the library fails.
  public func widths(of texts: [StyledText]) throws -> [Double] {
    var known: (families: [String], widest: String)?
    let spans = try texts.map { text in
      if known?.families != text.style.families {
        known = (text.style.families, try widestFamily(of: text.style.families))
      }
      // Letters that the widest has not got come from the others, as they do where it is drawn.
      let alone = text.text.unicodeScalars.allSatisfy { $0.value < 0x590 }
      return TextSpan(
        text.text,
        families: known.map { alone ? [$0.widest] : [$0.widest] + text.style.families }
          ?? text.style.families,
        size: text.style.size, weight: TextSpan.Weight(rawValue: text.style.weight.rawValue),
        isItalic: text.style.isItalic)
    }
    return try Graphviz.shared.measure(spans).map(\.width)
  }

  /// The widest present family of a stack.
  ///
  /// A family as wide as one that cannot exist is taken for absent: it is what the system falls
  /// back on anyway. That takes one look for each font, where `Graphviz.presentFamilies(of:)`
  /// takes three to be sure, and opening fonts is most of what a cold start costs.
  private func widestFamily(of families: [String]) throws -> String {
    if let known = widest.withLock({ $0[families] }) { return known }
    let absent = "No Such Family 5b1e"
    let sample = "Hamburgefonstiv MWQ @ illj 0123456789 &.,:;"
    let generic: Set = ["sans-serif", "serif", "monospace", "system-ui"]
    let named = families.filter { !generic.contains($0) }
    let widths = try Graphviz.shared.measure(
      (named + [absent]).map { TextSpan(sample, families: [$0], size: 100) }
    ).map(\.width)
    var best = (family: families.last ?? absent, width: 0.0)
    for (family, width) in zip(named, widths) where width != widths.last && width > best.width {
      best = (family, width)
    }
    widest.withLock { $0[families] = best.family }
    return best.family
  }
}
