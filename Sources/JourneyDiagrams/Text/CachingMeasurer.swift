internal import Synchronization

/// Remembers the widths that another measurer found.
///
/// Widths are measured once at a reference size and scaled, since the advance of text grows
/// linearly with its size. Safe to share between tasks. What is remembered is bounded: when there
/// is too much of it, all of it is forgotten.
///
/// Cost: a look-up for each text; one call of the other measurer for all texts that are new.
public final class CachingMeasurer: TextMeasuring {
  /// The size at which text is measured; large, so that rounding to whole units does not show.
  public static let referenceSize = 100.0

  private struct Face: Hashable {
    var families: [String]
    var weight: TextStyle.Weight
    var isItalic: Bool

    init(_ style: TextStyle) {
      families = style.families
      weight = style.weight
      isItalic = style.isItalic
    }
  }

  private struct Table {
    var faces: [Face] = []
    /// For each face the widths at ``referenceSize``.
    var widths: [[String: Double]] = []
    var count = 0

    mutating func index(of style: TextStyle) -> Int {
      let face = Face(style)
      if let index = faces.firstIndex(of: face) { return index }
      faces.append(face)
      widths.append([:])
      return faces.count - 1
    }
  }

  private let base: any TextMeasuring
  private let capacity: Int
  private let table = Mutex(Table())

  /// Creates a cache in front of a measurer.
  ///
  /// - Parameters:
  ///   - base: Who measures what is new.
  ///   - capacity: How many texts are remembered at most.
  public init(_ base: any TextMeasuring, capacity: Int = 65_536) {
    self.base = base
    self.capacity = capacity
  }

  /// The advance widths of texts, in the order given.
  public func widths(of texts: [StyledText]) throws -> [Double] {
    var result = [Double](repeating: 0, count: texts.count)
    var missing: [Int] = []
    table.withLock { table in
      var face: (style: TextStyle, index: Int)?
      for (place, text) in texts.enumerated() {
        if face?.style != text.style { face = (text.style, table.index(of: text.style)) }
        guard let index = face?.index else { continue }
        if let width = table.widths[index][text.text] {
          result[place] = width * text.style.size / Self.referenceSize
        } else {
          missing.append(place)
        }
      }
    }
    guard !missing.isEmpty else { return result }
    let fresh = try base.widths(
      of: missing.map { place in
        var text = texts[place]
        text.style.size = Self.referenceSize
        return text
      })
    table.withLock { table in
      if table.count + missing.count > capacity { table = Table() }
      for (place, width) in zip(missing, fresh) {
        let text = texts[place]
        result[place] = width * text.style.size / Self.referenceSize
        let index = table.index(of: text.style)
        if table.widths[index].updateValue(width, forKey: text.text) == nil { table.count += 1 }
      }
    }
    return result
  }
}
