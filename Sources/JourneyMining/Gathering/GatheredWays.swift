import EventCounting

/// The ways of the document: those of the log between its nodes, rare ones led through the gathered
/// touchpoint of their target's stage.
///
/// Nothing is lost on the way: as many go on from every node as come to it, and starts and ends are
/// those of the log.
struct GatheredWays {
  /// Which ways are led through a gathered touchpoint, and through which.
  private(set) var through: [WayKey: Int] = [:]
  /// How many traversals that are.
  var steps: Int { taken.values.map(\.self).sum }
  private var taken: [WayKey: Int] = [:]
  /// How many ways lead from node to node, those gathered and not.
  private(set) var allSteps = 0

  /// A document has at most so many ways for each touchpoint before rare ones are gathered.
  static let mostPerTouchpoint = 8
  /// The ways that are kept carry at least this share of all who go from touchpoint to touchpoint.
  static let share = 0.9

  /// Finds the ways that are rare.
  ///
  /// - Parameters:
  ///   - counts: What was counted.
  ///   - arrangement: Where touchpoints stand; gets a gathered one where a stage needs it.
  ///   - detail: How many touchpoints the document may have.
  init(_ counts: EventCounts, _ arrangement: inout Arrangement, detail: Int) {
    let totals = Self.totals(counts.everyone, arrangement)
    let between = totals.filter { $0.key.source >= 0 && $0.key.target >= 0 }
    allSteps = between.map(\.value.count).sum
    let most = Self.mostPerTouchpoint * max(1, detail)
    guard between.count > most else { return }
    let isGathered = arrangement.nodes.map(\.isGathered)
    let candidates = between.filter {
      $0.key.source != $0.key.target && !isGathered[$0.key.source] && !isGathered[$0.key.target]
    }
    let order = candidates.sorted {
      $0.value.count == $1.value.count
        ? WayKey.isBefore($0.key, $1.key) : $0.value.count > $1.value.count
    }
    var kept = between.count - candidates.count
    var carried = allSteps - candidates.map(\.value.count).sum
    var rare: [(key: WayKey, count: Int)] = []
    var isLeft = Set<Int>()
    var isReached = Set<Int>()
    for (key, total) in order {
      // Everybody's most travelled way in and out stays.
      let isNeeded = !isLeft.contains(key.source) || !isReached.contains(key.target)
      isLeft.insert(key.source)
      isReached.insert(key.target)
      let isEnough = Double(carried) >= Self.share * Double(allSteps) || kept >= most
      if isEnough && !isNeeded {
        rare.append((key, total.count))
      } else {
        kept += 1
        carried = [carried, total.count].sum
      }
    }
    lead(rare, &arrangement)
  }

  private mutating func lead(
    _ rare: [(key: WayKey, count: Int)], _ arrangement: inout Arrangement
  ) {
    var keys = rare.map(\.key)
    for stage in Set(keys.map { arrangement.nodes[$0.target].stage ?? -1 }).sorted() {
      let stage = stage < 0 ? nil : stage
      if arrangement.nodes.contains(where: { $0.isGathered && $0.stage == stage }) { continue }
      let place = arrangement.insertGathered(in: stage)
      for index in keys.indices {
        if keys[index].source >= place { keys[index].source += 1 }
        if keys[index].target >= place { keys[index].target += 1 }
      }
    }
    for (key, way) in zip(keys, rare) {
      let stage = arrangement.nodes[key.target].stage
      taken[key] = way.count
      through[key] = arrangement.nodes.firstIndex { $0.isGathered && $0.stage == stage }
    }
  }

  /// How many traversals are led through a node.
  func steps(through place: Int) -> Int {
    through.filter { $0.value == place }.map { taken[$0.key] ?? 0 }.sum
  }

  /// The ways of some customers, by where they begin and end.
  func ways(of segment: EventCounts.Segment, _ arrangement: Arrangement) -> [WayKey: WayTotal] {
    let totals = Self.totals(segment, arrangement)
    guard !through.isEmpty else { return totals }
    var result = totals.filter { through[$0.key] == nil }
    for (key, total) in totals.sorted(by: { WayKey.isBefore($0.key, $1.key) }) {
      guard let place = through[key] else { continue }
      result[WayKey(source: key.source, target: place), default: WayTotal()].add(total)
      result[WayKey(source: place, target: key.target), default: WayTotal()].add(total.secondHalf)
    }
    return result
  }

  private static func totals(_ segment: EventCounts.Segment, _ arrangement: Arrangement)
    -> [WayKey: WayTotal]
  {
    var totals: [WayKey: WayTotal] = [:]
    for flow in segment.flows where flow.count > 0 {
      let source: Int
      switch flow.source {
      case .start: source = WayKey.start
      case .touchpoint(let index): source = arrangement.nodeOf[index]
      }
      let target: Int
      switch flow.target {
      case .touchpoint(let index): target = arrangement.nodeOf[index]
      case .end(let end): target = WayKey.end(end)
      }
      totals[WayKey(source: source, target: target), default: WayTotal()].add(flow)
    }
    return totals
  }
}
