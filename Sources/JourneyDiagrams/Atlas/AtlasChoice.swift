/// Chooses the journeys that an atlas draws where not all can be drawn.
///
/// A quarter are the hottest, so that the picture says where it hurts most. Then come the ways over
/// that carry most, each with both of its journeys, for as long as there is room; the hottest of the
/// rest fill what is left. No way that is missing therefore carries more than the widest of any
/// journey that was chosen for its ways.
struct AtlasChoice {
  /// A way over between two journeys.
  struct Way {
    /// The position of the source in the portfolio.
    var source: Int
    /// The position of the target.
    var target: Int
    /// What it carries, in one unit for all ways.
    var size: Double
  }

  /// The positions of the chosen journeys.
  private(set) var chosen: Set<Int>
  /// The positions of those that were chosen for their heat.
  let forHeat: Set<Int>

  /// Chooses.
  ///
  /// - Parameters:
  ///   - ways: The ways over between all journeys.
  ///   - hottestFirst: The positions of all journeys, the hottest first.
  ///   - most: The most that can be drawn, 1 or more.
  init(_ ways: [Way], hottestFirst: [Int], most: Int) {
    chosen = Set(hottestFirst.prefix(max(1, most / 4)))
    var hot = chosen
    let widestFirst = ways.indices.sorted {
      (ways[$1].size, $0) < (ways[$0].size, $1)
    }
    for index in widestFirst where ways[index].source != ways[index].target {
      let both = chosen.union([ways[index].source, ways[index].target])
      // A thinner way never comes before a wider one that has no room.
      guard both.count <= most else { break }
      chosen = both
    }
    for index in hottestFirst where chosen.count < most && !chosen.contains(index) {
      chosen.insert(index)
      hot.insert(index)
    }
    forHeat = hot
  }
}
