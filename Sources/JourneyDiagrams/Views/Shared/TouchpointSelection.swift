internal import JourneyAnalysis
internal import JourneyModel

/// The touchpoints of a large journey that are drawn, so that they stand for the whole: where it
/// hurts most, how it begins and ends, where each stage begins and ends, what feels worst and best,
/// moments of truth, the likeliest paths, and a sample of the rest, until nine in ten customers or
/// visits are told.
///
/// Cost: linear in the transitions and in the paths; each choice near linear in the touchpoints.
struct TouchpointSelection {
  /// The mean visits of one customer who starts, for each touchpoint; without flow 1.
  let weights: [Double]

  private let subject: Subject
  private let index: [TouchpointID: Int]
  /// For each touchpoint its stage; those without one come after the last.
  private let stages: [Int]
  private let traffic: Traffic
  /// Whom the figures are for comes here.
  private let isCandidate: [Bool]

  private var isKept: [Bool] = []
  private var count = 0
  private var most = 0

  /// The share of customers, or else of visits, that is enough.
  private static let enough = 0.9
  /// The share of customers that makes paths worth their room.
  private static let mostOfThem = 0.5
  /// As many hotspots and bright spots as pictures mark.
  private static let marked = (hotspots: HotspotKeys.mostRinged, bright: 3)

  /// Traversals that begin or end something, for each touchpoint.
  private struct Traffic {
    /// From the start.
    var started: [Double]
    /// Into its stage.
    var entering: [Double]
    /// On from its stage, or to complete; to any end where none is known.
    var onward: [Double]
    var completed: [Double]
    /// Out of the journey in another way.
    var out: [Double]

    init(_ count: Int) {
      started = [Double](repeating: 0, count: count)
      (entering, onward, completed, out) = (started, started, started, started)
    }
  }

  /// Takes a journey to choose from.
  ///
  /// - Parameters:
  ///   - subject: The whole journey.
  ///   - index: The place of each touchpoint in it.
  ///   - ends: What its transitions join.
  init(_ subject: Subject, index: [TouchpointID: Int], ends: [WayEnds]) {
    self.subject = subject
    self.index = index
    let touchpoints = subject.journey.touchpoints
    var stageIndex: [StageID: Int] = [:]
    for (place, stage) in subject.journey.stages.enumerated() { stageIndex[stage.id] = place }
    let stages = touchpoints.map { touchpoint in
      touchpoint.stage.flatMap { stageIndex[$0] } ?? stageIndex.count
    }
    var traffic = Traffic(touchpoints.count)
    var visits = [Double](
      repeating: subject.analysis.hasFlow ? 0 : 1, count: touchpoints.count)
    // Where nobody knows how visits end, where they do is what there is to tell.
    let endsAnyhow = subject.analysis.ends?.hasUnknownOutcome == true
    for (transition, ends) in zip(subject.analysis.transitions, ends) where transition.traffic > 0 {
      let amount = transition.traffic
      if let target = ends.target {
        visits[target] += amount
        if transition.source == .start { traffic.started[target] += amount }
        if ends.source.map({ stages[$0] != stages[target] }) ?? true {
          traffic.entering[target] += amount
        }
      }
      guard let source = ends.source else { continue }
      if case .end(let end) = transition.target {
        if end == .completed || endsAnyhow && end == .ended {
          traffic.completed[source] += amount
          traffic.onward[source] += amount
        } else {
          traffic.out[source] += amount
        }
      } else if let target = ends.target, stages[target] != stages[source] {
        traffic.onward[source] += amount
      }
    }
    self.stages = stages
    self.traffic = traffic
    weights = visits
    isCandidate = zip(touchpoints, visits).map { $1 > 0 && subject.meets($0) }
  }

  /// Chooses what to draw.
  ///
  /// - Parameter most: The most touchpoints that can be drawn.
  /// - Returns: For each touchpoint whether it is drawn.
  func chosen(atMost most: Int) -> [Bool] {
    var choice = self
    choice.most = most
    choice.isKept = [Bool](repeating: false, count: weights.count)
    choice.keepMarks()
    if choice.keepPaths() < Self.enough - 1e-9 { choice.keepSample() }
    return choice.isKept
  }

  // MARK: What must be there

  private mutating func keepMarks() {
    let touchpoints = subject.journey.touchpoints
    let hotspots = subject.analysis.hotspots.hotspots.filter { $0.kind != nil }
    let sure = hotspots.lazy.filter { $0.kind == .sure }.compactMap { [index] in
      index[$0.touchpoint]
    }
    let bright = subject.analysis.brightSpots.prefix(Self.marked.bright)
      .compactMap { index[$0.touchpoint] }
    // The rest of the room is for what lies between, where there is room for anything between.
    let limit = most < 8 ? most : most * 3 / 4
    keep(sure.prefix(max(1, min(Self.marked.hotspots, most / 2))), limit: limit)
    keep(greatest(traffic.started) + greatest(traffic.completed), limit: limit)
    let stages = stageEnds()
    keep(stages.map(\.first), limit: limit)
    keep(extremes, limit: limit)
    keep(stages.map(\.last), limit: most)
    keep(
      hotspots.prefix(Self.marked.hotspots).compactMap { index[$0.touchpoint] }
        + greatest(traffic.out), limit: limit)
    keep(touchpoints.indices.lazy.filter { touchpoints[$0].isMomentOfTruth }, limit: limit)
    keep(sure, limit: limit)
    keep(bright, limit: limit)
  }

  /// Where most come into each stage and where most go on from it; the stages that most come to
  /// first.
  private func stageEnds() -> [(first: Int, last: Int)] {
    var found: [Int: (first: Int, last: Int, weight: Double)] = [:]
    for place in weights.indices where isCandidate[place] {
      let stage = stages[place]
      guard var ends = found[stage] else {
        found[stage] = (place, place, weights[place])
        continue
      }
      ends.weight += weights[place]
      if traffic.entering[place] > traffic.entering[ends.first] { ends.first = place }
      if traffic.onward[place] >= traffic.onward[ends.last] { ends.last = place }
      found[stage] = ends
    }
    return found.sorted { ($1.value.weight, $0.key) < ($0.value.weight, $1.key) }
      .map { ($0.value.first, $0.value.last) }
  }

  /// Where it feels worst, best, and most other than believed: what a picture says first.
  private var extremes: [Int] {
    let scale = subject.analysis.scale
    var felt: [(place: Int, v: Double)] = []
    var gaps: [(place: Int, gap: Double)] = []
    for figures in subject.analysis.touchpoints {
      guard let place = index[figures.id], subject.meets(subject.journey.touchpoints[place])
      else { continue }
      if let mean = figures.felt?.mean { felt.append((place, scale.normalized(mean))) }
      if let gap = figures.gap { gaps.append((place, gap.magnitude)) }
    }
    let found = [
      felt.min { ($0.v, $0.place) < ($1.v, $1.place) }?.place,
      felt.max { ($0.v, -$0.place) < ($1.v, -$1.place) }?.place,
      gaps.max { ($0.gap, -$0.place) < ($1.gap, -$1.place) }?.place,
    ]
    return found.compactMap(\.self)
  }

  /// The place with most of something; none where nothing is.
  private func greatest(_ amounts: [Double]) -> [Int] {
    guard let place = amounts.indices.max(by: { (amounts[$0], $1) < (amounts[$1], $0) }),
      amounts[place] > 0
    else { return [] }
    return [place]
  }

  // MARK: What lies between

  /// The likeliest paths that there is room for, when they tell of most customers: a few that end
  /// early would tell only how the journey begins.
  ///
  /// - Returns: The share of customers who take one of them.
  private mutating func keepPaths() -> Double {
    var told = self
    var covered = 0.0
    for path in subject.analysis.paths {
      let places = Set(path.touchpoints.compactMap { index[$0] })
      if told.count + places.count(where: { !told.isKept[$0] }) <= most {
        for place in places { told.keep(place) }
        covered += path.share
      }
      if covered >= Self.enough - 1e-9 { break }
    }
    guard covered >= Self.mostOfThem else { return 0 }
    self = told
    return covered
  }

  /// A sample of the rest: of every so many visits, in the order of the journey, the touchpoint that
  /// most come to.
  private mutating func keepSample() {
    let order = weights.indices.filter { isCandidate[$0] && !isKept[$0] }
      .sorted { (stages[$0], $0) < (stages[$1], $1) }
    let total = weights.indices.reduce(0) { $0 + (isCandidate[$1] ? weights[$1] : 0) }
    let wanted = (subject.analysis.hasFlow ? Self.enough : 1) * total - 1e-9
    var drawn = weights.indices.reduce(0) { $0 + (isKept[$1] ? weights[$1] : 0) }
    // What more than one run is worth leaves runs empty; they are shared out again.
    for _ in 0..<8 {
      let rest = order.filter { !isKept[$0] }
      let room = most - count
      guard room > 0, !rest.isEmpty, drawn < wanted else { return }
      let mass = rest.reduce(0) { $0 + weights[$1] }
      var found = [Int?](repeating: nil, count: room)
      var passed = 0.0
      for place in rest {
        let run = min(room - 1, Int((passed + weights[place] / 2) / mass * Double(room)))
        passed += weights[place]
        if found[run].map({ weights[place] > weights[$0] }) ?? true { found[run] = place }
      }
      for place in found.compactMap(\.self).sorted(by: { (weights[$1], $0) < (weights[$0], $1) })
      where drawn < wanted {
        keep(place)
        drawn += weights[place]
      }
    }
  }

  private mutating func keep(_ places: some Sequence<Int>, limit: Int) {
    for place in places where count < limit { keep(place) }
  }

  private mutating func keep(_ place: Int) {
    guard !isKept[place], subject.meets(subject.journey.touchpoints[place]) else { return }
    isKept[place] = true
    count += 1
  }
}
