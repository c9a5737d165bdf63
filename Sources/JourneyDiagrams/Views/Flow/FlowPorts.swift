/// Where ribbons meet the sides of cards: side by side, in the order of where they come from, so
/// that they do not cross at the card.
struct FlowPorts {
  /// A side of a card or an end.
  struct Side: Hashable {
    var place: FlowGraph.Place
    var isRight: Bool
  }

  /// A ribbon's end at a side.
  struct End {
    var link: Int
    /// The room it takes: the ribbon's width, or its arrow head's.
    var width: Double
    /// The ribbon's own width, which decides who goes straight.
    var weight: Double
    /// Where the ribbon comes from.
    var y: Double
  }

  private var ends: [Side: [End]] = [:]
  private static let gaps = 2.0...10.0
  private static let margin = 11.0

  /// Adds a ribbon's end to a side.
  mutating func add(_ end: End, to side: Side) { ends[side, default: []].append(end) }

  /// How far above or below the middle of a side each ribbon ends.
  ///
  /// - Parameters:
  ///   - side: The side.
  ///   - height: How high the side is.
  /// - Returns: The offsets by link.
  func offsets(at side: Side, height: Double) -> [(link: Int, offset: Double)] {
    guard let ends = ends[side] else { return [] }
    let sorted = ends.sorted { ($0.y, $0.link) < ($1.y, $1.link) }
    let room = max(8, height - 2 * Self.margin)
    let widths = sorted.reduce(0) { $0 + $1.width }
    let between = Double(max(1, sorted.count - 1))
    let gap = min(Self.gaps.upperBound, max(Self.gaps.lowerBound, (0.8 * room - widths) / between))
    let total = widths + gap * Double(sorted.count - 1)
    var top = 0.0
    var middles: [Double] = []
    for end in sorted {
      middles.append(top + end.width / 2)
      top += end.width + gap
    }
    let scale = min(1, room / total)
    // The widest ribbon goes straight on, as far as the side has room for the others.
    var widest = 0
    for index in sorted.indices where sorted[index].weight > sorted[widest].weight {
      widest = index
    }
    let slack = max(0, room - total * scale) / 2
    let centered = (middles[widest] - total / 2) * scale
    let shift = min(slack, max(-slack, -centered))
    return zip(sorted, middles).map { end, middle in
      (end.link, (middle - total / 2) * scale + shift)
    }
  }
}
