import GraphvizKit
public import JourneyDiagrams
import Synchronization

/// Measures text with the fonts that Graphviz draws with.
///
/// Who looks at a picture may have any font of its stack. Text is measured in the widest one that is
/// present here, so that it fits in the others too.
public final class GraphvizMeasurer: TextMeasuring {
  private let widest = Mutex<[Stack: String]>([:])

  private struct Stack: Hashable {
    var families: [String]
    var weight: TextStyle.Weight
  }

  /// Creates a measurer that knows no fonts yet.
  public init() {}

  /// The advance widths of texts, in the order given.
  ///
  /// - Parameter texts: Single lines without control characters.
  /// - Returns: One width for each text, in px.
  /// - Throws: `GraphvizError` when the library fails.
  public func widths(of texts: [StyledText]) throws -> [Double] {
    let spans = try texts.map { text in
      TextSpan(
        text.text, families: [try family(for: text.style)], size: text.style.size,
        weight: TextSpan.Weight(rawValue: text.style.weight.rawValue),
        isItalic: text.style.isItalic)
    }
    return try Graphviz.shared.measure(spans).map(\.width)
  }

  private func family(for style: TextStyle) throws -> String {
    let stack = Stack(families: style.families, weight: style.weight)
    if let known = widest.withLock({ $0[stack] }) { return known }
    let found = try Graphviz.shared.widestPresentFamily(
      of: style.families, weight: TextSpan.Weight(rawValue: style.weight.rawValue))
    let family = found ?? "sans-serif"
    widest.withLock { $0[stack] = family }
    return family
  }
}
