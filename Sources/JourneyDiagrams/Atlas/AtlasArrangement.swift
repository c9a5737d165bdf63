/// Arranges an atlas: linked journeys from left to right or from top to bottom, the others below or
/// beside them, whichever is read largest on its screen with the least empty.
struct AtlasArrangement {
  /// Where the journeys stand that lead to none of the others.
  enum Grid: Hashable {
    /// Below the linked ones, in as many columns as fit unless told.
    case below(columns: Int?)
    /// To the right of the linked ones.
    case beside(columns: Int)
  }

  private let content: AtlasContent
  private let sizes: AtlasSizes
  private let least: Double
  private let isBrief: Bool
  /// The room that journeys have on the screen.
  private let room: (width: Double, height: Double)

  /// With more journeys there is no arrangement that leaves little empty; the first is drawn.
  private static let few = 12
  /// How much better than the usual one an arrangement must be.
  private static let worth = 1.1

  /// Takes what is to be arranged.
  ///
  /// - Parameters:
  ///   - content: What is drawn.
  ///   - sizes: How large it is.
  ///   - least: The least width that the picture has anyway.
  ///   - board: The board in units of the unscaled theme.
  ///   - isBrief: Whether the picture is read in one look.
  init(
    _ content: AtlasContent, _ sizes: AtlasSizes, least: Double,
    board: (width: Double, height: Double), isBrief: Bool
  ) {
    (self.content, self.sizes, self.least, self.isBrief) = (content, sizes, least, isBrief)
    // What header and footer take of it.
    let around = isBrief ? (width: 48.0, height: 200.0) : (width: 80, height: 300)
    room = (max(1, board.width - around.width), max(1, board.height - around.height))
  }

  /// The places of everything.
  ///
  /// - Parameter layout: Places linked journeys.
  /// - Returns: The best places. Cost: that of two layouts where there are few journeys, else of one.
  /// - Throws: What the layout throws.
  func places(by layout: any GraphLayout) throws -> AtlasPlaces {
    let graph = AtlasGraph(content, sizes, least: least, room: isBrief ? room.width : nil)
    func places(_ placed: PlacedGraph?, _ grid: Grid) -> AtlasPlaces {
      AtlasPlaces(content, sizes, placed, grid: grid, least: least)
    }
    let usual = try graph.placed(by: layout, .asFits)
    var best = places(usual, .below(columns: nil))
    guard content.nodes.count <= Self.few, !content.nodes.isEmpty else { return best }
    var worth = worth(of: best) * (isBrief ? 1 : Self.worth)
    let down = content.links.isEmpty ? nil : try graph.placed(by: layout, .down)
    for placed in down.map({ [usual, $0] }) ?? [usual] {
      for grid in grids {
        let next = places(placed, grid)
        let nextWorth = self.worth(of: next)
        guard nextWorth > worth + 1e-9 else { continue }
        (best, worth) = (next, nextWorth)
      }
    }
    return best
  }

  private var grids: [Grid] {
    let others = content.others.count
    guard others > 0 else { return [.below(columns: nil)] }
    let below: [Grid] =
      isBrief ? (1...min(4, others)).map { .below(columns: $0) } : [.below(columns: nil)]
    guard !content.linked.isEmpty else { return below }
    return below + (1...min(3, others)).map { .beside(columns: $0) }
  }

  /// How large it is read, and how little is empty.
  private func worth(of places: AtlasPlaces) -> Double {
    let (width, height) = (max(least, places.width), max(1, places.height))
    let scale = min(1, room.width / width, room.height / height)
    let cards = places.cards.reduce(0) { $0 + $1.width * $1.height }
    return scale * scale * scale * cards / (width * height)
  }
}
