/// What all threads that count share and none changes.
///
/// Unchecked, since it holds the lanes by pointer: each of their partitions is counted by one thread.
final class CountingPlan: @unchecked Sendable {
  let rules: CountingRules
  let lanes: UnsafeMutablePointer<LaneRows>
  let laneCount: Int
  let seed: HashSeed
  let rows: Int
  let touchpoints: NameUnion
  let channels: NameUnion
  let personas: NameUnion
  let stages: NameUnion
  let scores: ScoreUnion
  /// By touchpoint, whether a visit with it is completed.
  let completes: Store<Bool>
  /// The first arrival and the last time of the log; nil without times.
  let period: ClosedRange<Int64>?
  /// What rows have of what is more than an ``Item`` holds.
  let hasPersonas: Bool
  /// Whether visits are counted by channel.
  let countsChannels: Bool
  let hasSequence: Bool
  let hasIntervals: Bool
  let joinsParts: Bool

  /// Takes the rows out of lanes.
  init(rules: CountingRules, lanes sources: [EventLane], joined: [String: String]) {
    let count = sources.count
    let lanes = UnsafeMutablePointer<LaneRows>.allocate(capacity: count)
    for (index, lane) in sources.enumerated() {
      (lanes + index).initialize(to: lane.take())
    }
    self.rules = rules
    self.lanes = lanes
    laneCount = count
    seed = lanes[0].seed
    touchpoints = NameUnion(
      lanes: count, first: 0, count: { lanes[$0].touchpoints.count },
      name: { lanes[$0].touchpoints.name($1) }, joined: joined)
    channels = NameUnion(
      lanes: count, first: 1, count: { lanes[$0].channels.count },
      name: { lanes[$0].channels.name($1) })
    personas = NameUnion(
      lanes: count, first: 1, count: { lanes[$0].personas.count },
      name: { lanes[$0].personas.name($1) })
    stages = NameUnion(
      lanes: count, first: 1, count: { lanes[$0].stages.count },
      name: { lanes[$0].stages.name($1) })
    scores = ScoreUnion(lanes: lanes, count: count, seed: lanes[0].seed)
    let completes = Store<Bool>(repeating: false, count: touchpoints.names.count)
    if !rules.completed.isEmpty {
      // As texts two spellings of one letter would be the same.
      let names = Set(rules.completed.map { Array($0.utf8) })
      for (index, name) in touchpoints.names.enumerated() {
        completes[index] = names.contains(Array(name.utf8))
      }
    }
    let good = Set(rules.completed.compactMap { joined[$0] })
    for (index, name) in touchpoints.names.enumerated() where good.contains(name) {
      completes[index] = true
    }
    self.completes = completes

    var rows = 0
    var first = Int64.max
    var last = Int64.min
    var (hasSequence, hasIntervals, hasParts) = (false, false, false)
    for lane in 0..<count {
      rows += lanes[lane].rows
      first = min(first, lanes[lane].first)
      last = max(last, lanes[lane].last)
      guard let layout = lanes[lane].layouts.last else { continue }
      hasSequence = hasSequence || !layout.sequence.isAbsent
      hasIntervals = hasIntervals || !layout.began.isAbsent
      hasParts = hasParts || !layout.part.isAbsent
    }
    self.rows = rows
    period = first <= last ? first...last : nil
    hasPersonas =
      !personas.names.isEmpty && Self.canPart(personas.names.count, touchpoints.names.count)
    countsChannels =
      rules.countsChannels && Self.canPart(channels.names.count, touchpoints.names.count)
    self.hasSequence = hasSequence && rules.order == .time
    joinsParts = hasParts && rules.joinsParts
    self.hasIntervals = hasIntervals || joinsParts
  }

  deinit {
    lanes.deinitialize(count: laneCount)
    lanes.deallocate()
  }

  /// Whether rows have more than fits an ``Item``.
  var hasExtras: Bool {
    hasPersonas || hasSequence || hasIntervals || joinsParts || countsChannels
  }

  /// Whether so many segments are few enough to be counted apart: a segment has room for every
  /// touchpoint, and who names the customers' numbers as personas would fill the memory.
  private static func canPart(_ segments: Int, _ touchpoints: Int) -> Bool {
    segments.multipliedReportingOverflow(by: max(1, touchpoints)).partialValue <= 1 << 20
  }
}
