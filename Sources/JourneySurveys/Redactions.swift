/// Places of a text that are blacked out, each with what it holds.
///
/// Places that overlap become one, so that no mark stands inside another and no piece of a name is left
/// between two.
struct Redactions {
  private var places: [(range: Range<Int>, kind: String)] = []

  /// Marks characters.
  mutating func mark(_ range: Range<Int>, _ kind: String) {
    if !range.isEmpty { places.append((range, kind)) }
  }

  /// The text with marks in the place of what was marked, and how many there are.
  ///
  /// Cost: that of sorting the places.
  func written(_ characters: [Character]) -> (text: String, count: Int) {
    var merged: [(range: Range<Int>, kind: String, length: Int)] = []
    for place in places.sorted(by: {
      ($0.range.lowerBound, -$0.range.count) < ($1.range.lowerBound, -$1.range.count)
    }) {
      let range = place.range.clamped(to: 0..<characters.count)
      guard !range.isEmpty else { continue }
      if let last = merged.last,
        range.lowerBound < last.range.upperBound
          || (range.lowerBound == last.range.upperBound && place.kind == last.kind)
      {
        let all = last.range.lowerBound..<max(last.range.upperBound, range.upperBound)
        // It is called after its longest part; who somebody is says more than the column it stands in.
        let isTelling =
          range.count > last.length || (range.count == last.length && place.kind == "name")
        merged[merged.count - 1] =
          isTelling
          ? (all, place.kind, range.count) : (all, last.kind, last.length)
      } else {
        merged.append((range, place.kind, range.count))
      }
    }
    var text = ""
    var end = 0
    for place in merged {
      text += String(characters[end..<place.range.lowerBound]) + "[\(Self.shown(place.kind))]"
      end = place.range.upperBound
    }
    return (text + String(characters[end...]), merged.count)
  }

  /// What a mark says: a column's name on one line, without brackets of its own.
  private static func shown(_ kind: String) -> String {
    let words = kind.split { $0.isWhitespace || "[]{}<>\"".contains($0) }
    let text = words.joined(separator: " ")
    return text.isEmpty ? "redacted" : String(text.prefix(30))
  }
}
