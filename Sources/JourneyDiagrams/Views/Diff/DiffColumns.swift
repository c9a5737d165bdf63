import JourneyComparison
import JourneyModel

/// One touchpoint of two journeys: what it is now, what it was, or both.
struct DiffTouchpoint {
  /// As it was; nil when it is new.
  var before: Touchpoint?
  /// As it is; nil when it is gone.
  var after: Touchpoint?
  /// What changed in its make.
  var changes: [TouchpointPair.Change] = []
  /// The stage over which it is drawn.
  var stage: StageID?

  /// As it is, or as it was.
  var touchpoint: Touchpoint { after ?? before ?? Touchpoint(id: "") }
  /// Whether it is gone.
  var isGone: Bool { after == nil }
  /// Whether it is new.
  var isNew: Bool { before == nil }
}

/// The touchpoints of two journeys in one order: that of the second, with those that are gone where
/// they were.
struct DiffColumns {
  private(set) var columns: [DiffTouchpoint]

  /// Merges the touchpoints.
  ///
  /// - Parameters:
  ///   - comparison: The journeys.
  ///   - order: The second journey's touchpoints from left to right.
  init(_ comparison: Comparison, order: [Touchpoint]) {
    var pairs: [TouchpointID: TouchpointPair] = [:]
    for pair in comparison.pairs { pairs[pair.after.id] = pair }
    columns = order.map { touchpoint in
      let pair = pairs[touchpoint.id]
      return DiffTouchpoint(
        before: pair?.before, after: touchpoint, changes: pair?.changes ?? [],
        stage: touchpoint.stage)
    }
    let old = comparison.before.touchpoints
    for gone in comparison.removed {
      let place = old.firstIndex { $0.id == gone.id } ?? 0
      insert(gone, behind: old[..<place].map(\.id), comparison)
    }
  }

  /// Puts one that is gone behind the last of those that stood before it, within its stage where
  /// that is still there.
  private mutating func insert(
    _ gone: Touchpoint, behind earlier: [TouchpointID], _ comparison: Comparison
  ) {
    let known = Set(earlier)
    // The nearest in the first journey's order, wherever it is now.
    let places = Dictionary(
      columns.enumerated().compactMap { place, column in
        column.before.map { ($0.id, place) }
      }, uniquingKeysWith: { first, _ in first })
    var index = earlier.reversed().lazy.compactMap { places[$0] }.first.map { $0 + 1 } ?? 0
    let renamed = comparison.renamedStages.first { $0.before == gone.stage }?.after
    let stage =
      renamed
      ?? columns.lazy.compactMap(\.stage).first {
        $0.rawValue.lowercased() == gone.stage?.rawValue.lowercased()
      }
    if let stage, let first = columns.firstIndex(where: { $0.stage == stage }),
      let last = columns.lastIndex(where: { $0.stage == stage })
    {
      index = min(max(index, first), last + 1)
    }
    // Behind others that are gone and stood before it.
    while index < columns.count, columns[index].isGone,
      columns[index].before.map({ known.contains($0.id) }) ?? false
    {
      index += 1
    }
    let neighbour = index > 0 ? columns[index - 1].stage : columns.first?.stage
    let isBetween = index > 0 && index < columns.count && columns[index].stage == neighbour
    columns.insert(
      DiffTouchpoint(
        before: gone, after: nil,
        // A stage that is gone too has its own place, unless it would tear another one apart.
        stage: stage ?? (isBetween ? neighbour : gone.stage)),
      at: index)
  }

  /// Leaves out those that changed least when there are more than can be read.
  ///
  /// - Parameters:
  ///   - most: How many are kept.
  ///   - weight: How much one changed.
  mutating func keep(atMost most: Int, by weight: (DiffTouchpoint) -> Double) {
    guard columns.count > most else { return }
    let weights = columns.map(weight)
    let kept = Set(
      columns.indices.sorted { (-weights[$0], $0) < (-weights[$1], $1) }.prefix(most))
    columns = columns.indices.filter(kept.contains).map { columns[$0] }
  }
}
