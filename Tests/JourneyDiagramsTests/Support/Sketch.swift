@testable import JourneyAnalysis
import JourneyModel

/// Figures that are near enough for pictures, computed in a few lines: tests of pictures must not
/// change when a measure is refined.
enum Sketch {
  static let day: CalendarDate = {
    guard let day = CalendarDate("2026-09-01") else { preconditionFailure("a day that is none") }
    return day
  }()

  static func analysis(
    of journey: Journey, persona: PersonaID? = nil,
    asOf: CalendarDate = day
  ) -> Analysis {
    var flow = SketchFlow(journey, persona: persona)
    flow.solve()
    var figures: [TouchpointFigures] = []
    for (index, touchpoint) in journey.touchpoints.enumerated() {
      figures.append(touchpointFigures(touchpoint, index, flow, journey, persona))
    }
    let hasFlow = !journey.flow.isEmpty
    let both = figures.filter { $0.felt != nil && $0.believed != nil }
    let weight = both.reduce(0) { $0 + ($1.visits ?? 1) }
    func mean(_ value: (TouchpointFigures) -> Double) -> Double? {
      weight > 0 ? both.reduce(0) { $0 + ($1.visits ?? 1) * value($1) } / weight : nil
    }
    let felt = mean { $0.felt?.mean ?? 0 }
    let believed = mean { $0.believed ?? 0 }
    return Analysis(
      journey: journey.id, title: journey.title, customers: journey.customers,
      scale: journey.scale, persona: persona, asOf: asOf, started: flow.started, hasFlow: hasFlow,
      ends: hasFlow ? flow.ends : nil, steps: nil, time: nil, felt: felt, believed: believed,
      gap: felt.flatMap { felt in believed.map { journey.scale.sign * ($0 - felt) } },
      believedGood: nil, feltGood: nil, peakEnd: nil, peakEndCovered: nil, paths: [],
      stages: journey.stages.enumerated().map { place, stage in
        StageFigures(
          stage: stage.id, stillHere: hasFlow ? flow.stillHere(from: place, journey) : nil)
      },
      mazes: [], brightSpots: [], touchpoints: figures, transitions: flow.transitions,
      hotspots: hotspots(figures, journey), warnings: [])
  }

  private static func touchpointFigures(
    _ touchpoint: Touchpoint, _ index: Int, _ flow: SketchFlow, _ journey: Journey,
    _ persona: PersonaID?
  ) -> TouchpointFigures {
    let scores: [Score] =
      switch touchpoint.felt {
      case .everyone(let score): [score]
      case .each(let entries):
        entries.filter { persona == nil || $0.persona == persona }.map(\.value)
      case nil: []
      }
    var felt: FeltFigures?
    if !scores.isEmpty {
      let n = scores.reduce(0) { $0 + ($1.n ?? 0) }
      let mean =
        n > 0
        ? scores.reduce(0) { $0 + $1.mean * Double($1.n ?? 0) } / Double(n)
        : scores.reduce(0) { $0 + $1.mean } / Double(scores.count)
      let half = n > 0 ? 1.64 * journey.scale.unit * 0.5 / Double(n).squareRoot() : nil
      felt = FeltFigures(
        mean: mean, n: n > 0 ? n : nil, sd: nil, shrunk: mean, low: half.map { mean - $0 },
        high: half.map { mean + $0 }, isAssumed: n == 0)
    }
    let believed =
      touchpoint.believed.isEmpty
      ? nil
      : touchpoint.believed.reduce(0) { $0 + $1.mean } / Double(touchpoint.believed.count)
    let hasFlow = !journey.flow.isEmpty
    let left = hasFlow ? flow.left[index] : nil
    let reach = hasFlow ? flow.reach[index] : nil
    return TouchpointFigures(
      id: touchpoint.id, name: touchpoint.name, visits: hasFlow ? flow.visits[index] : nil,
      reach: reach, left: left,
      dropOff: left.flatMap { left in reach.flatMap { $0 > 0 ? left / $0 : nil } },
      completionFromHere: nil, completionIfNobodyLeft: nil, removalEffect: nil, felt: felt,
      personas: [], believed: believed,
      gap: felt.flatMap { felt in believed.map { journey.scale.sign * ($0 - felt.mean) } },
      pain: felt.map { max(0, -journey.scale.normalized($0.mean)) }, relief: nil, warnings: [])
  }

  private static func hotspots(_ figures: [TouchpointFigures], _ journey: Journey)
    -> HotspotRanking
  {
    var ranking: [Hotspot] = []
    for figure in figures {
      let (reach, pain, left) = (figure.reach, figure.pain, figure.left)
      let heat = left.map { 1000 * $0 + 1000 * (reach ?? 0) * (pain ?? 0) }
      guard (heat ?? pain ?? 0) > 0 else { continue }
      let isSure = figure.felt.map { ($0.n ?? 0) > 100 } ?? false
      let kind: Hotspot.Kind? =
        (heat ?? 0) >= journey.hotspots.atLeast ? (isSure ? .sure : .suspected) : nil
      ranking.append(
        Hotspot(
          rank: 0, touchpoint: figure.id, name: figure.name, heat: heat, heatLow: heat,
          heatHigh: heat, loss: left.map { 1000 * $0 }, burden: nil, reach: reach, pain: pain,
          painLow: pain, felt: figure.felt?.mean, kind: kind,
          owner: journey[touchpoint: figure.id]?.owner, warnings: []))
    }
    ranking.sort { ($0.heat ?? $0.pain ?? 0) > ($1.heat ?? $1.pain ?? 0) }
    for index in ranking.indices { ranking[index].rank = index + 1 }
    return HotspotRanking(
      rankedBy: journey.flow.isEmpty ? .pain : .heat, threshold: journey.hotspots.atLeast,
      hotspots: ranking)
  }
}

/// Visits by sending customers round until hardly any are left.
struct SketchFlow {
  private let journey: Journey
  private let places: [TouchpointID: Int]
  private var out: [[(target: Transition.Target, p: Double)]]
  private var entry: [Double]
  private(set) var started: Double?
  private(set) var visits: [Double]
  private(set) var reach: [Double]
  private(set) var left: [Double]
  private(set) var ends = EndShares(completed: 0, left: 0, diverted: 0, ended: 0, underWay: nil)
  private(set) var transitions: [TransitionFigures] = []

  init(_ journey: Journey, persona: PersonaID?) {
    self.journey = journey
    let count = journey.touchpoints.count
    var places: [TouchpointID: Int] = [:]
    for (index, touchpoint) in journey.touchpoints.enumerated() { places[touchpoint.id] = index }
    self.places = places
    out = Array(repeating: [], count: count)
    entry = Array(repeating: 0, count: count)
    visits = entry
    reach = entry
    left = entry
    var amounts: [(Transition.Source, Transition.Target, Double)] = []
    for transition in journey.flow {
      amounts.append(
        (transition.source, transition.target, Self.amount(transition.traffic, persona)))
    }
    let starts = amounts.filter { $0.0 == .start }.reduce(0) { $0 + $1.2 }
    started = starts > 1.5 ? starts : nil
    var sums: [Double] = Array(repeating: 0, count: count)
    for case (.touchpoint(let id), let target, let amount) in amounts {
      if target == .end(.underWay) { continue }
      if let place = places[id] { sums[place] += amount }
    }
    for (source, target, amount) in amounts {
      switch source {
      case .start:
        if case .touchpoint(let id) = target, let place = places[id], starts > 0 {
          entry[place] += amount / starts
        }
      case .touchpoint(let id):
        guard let place = places[id], target != .end(.underWay), sums[place] > 0 else { continue }
        out[place].append((target, amount / sums[place]))
      }
    }
    for place in out.indices where out[place].isEmpty { out[place] = [(.end(.left), 1)] }
  }

  private static func amount(
    _ traffic: ByPersona<Transition.Traffic>, _ persona: PersonaID?
  ) -> Double {
    let all: [Transition.Traffic] =
      switch traffic {
      case .everyone(let traffic): [traffic]
      case .each(let entries):
        entries.filter { persona == nil || $0.persona == persona }.map(\.value)
      }
    return all.reduce(0) { sum, traffic in
      switch traffic.amount {
      case .customers(let count): sum + Double(count)
      case .share(let share): sum + share.fraction
      }
    }
  }

  mutating func solve() {
    visits = visits(from: entry, barred: nil).visits
    left = visits(from: entry, barred: nil).left
    for place in reach.indices {
      reach[place] = min(1, visits(from: entry, barred: place).visits[place])
    }
    for (place, exits) in out.enumerated() {
      for exit in exits {
        let share = visits[place] * exit.p
        if case .end(let end) = exit.target {
          switch end {
          case .completed: ends.completed += share
          case .left: ends.left += share
          case .diverted: ends.diverted += share
          default: ends.ended += share
          }
        }
        transitions.append(
          TransitionFigures(
            source: .touchpoint(journey.touchpoints[place].id), target: exit.target,
            probability: exit.p, traffic: share, count: nil, time: nil, label: nil,
            isInferred: false))
      }
    }
    for (place, share) in entry.enumerated() where share > 0 {
      transitions.append(
        TransitionFigures(
          source: .start, target: .touchpoint(journey.touchpoints[place].id), probability: share,
          traffic: share, count: nil, time: nil, label: nil, isInferred: false))
    }
  }

  /// The share that reaches one of the stages from `place` on.
  func stillHere(from place: Int, _ journey: Journey) -> Double {
    let later = Set(journey.stages.dropFirst(place).map(\.id))
    let targets = Set(
      journey.touchpoints.indices.filter { index in
        journey.touchpoints[index].stage.map(later.contains) ?? false
      })
    return visits(from: entry, barred: nil, stoppingAt: targets).stopped
  }

  private func visits(
    from entry: [Double], barred: Int?, stoppingAt targets: Set<Int> = []
  ) -> (visits: [Double], left: [Double], stopped: Double) {
    var (mass, visits, left) = (entry, [Double](repeating: 0, count: entry.count), entry)
    left = left.map { _ in 0 }
    var stopped = 0.0
    for _ in 0..<400 {
      var next = [Double](repeating: 0, count: entry.count)
      for (place, share) in mass.enumerated() where share > 1e-12 {
        visits[place] += share
        if targets.contains(place) {
          stopped += share
          continue
        }
        if place == barred { continue }
        for exit in out[place] {
          switch exit.target {
          case .touchpoint(let id): if let target = places[id] { next[target] += share * exit.p }
          case .end(.left): left[place] += share * exit.p
          default: break
          }
        }
      }
      mass = next
    }
    return (visits, left, stopped)
  }
}
