internal import JourneyAnalysis
internal import JourneyModel

/// The ways between the touchpoints that are drawn: their transitions, and for what leads through
/// touchpoints that are not drawn one way with the traffic that goes on.
///
/// Who is at a touchpoint goes on as everybody there does, as in all figures of the flow. What leaves
/// the journey on the way is not among them, nor what comes back to where it began, nor what fewer
/// than one in a thousand of those who start still are on.
///
/// Cost: linear in the transitions, and for each touchpoint that is drawn in what is met from there;
/// at most some million steps.
struct ThroughWays {
  /// The ways: transitions in the document's order, then those that only lead through others.
  private(set) var ways: [TransitionFigures] = []

  private struct Pair: Hashable {
    var source: Int
    var target: Int
  }

  /// What a source sends to a touchpoint that is not drawn.
  private struct Step {
    var source: Int
    var target: Int
    var number: Int
  }

  /// The least traffic that is followed further.
  private static let least = 0.001
  /// The most steps that are followed, whatever is left then.
  private static let mostSteps = 2_000_000

  /// Joins what is drawn.
  ///
  /// - Parameters:
  ///   - transitions: The transitions of the journey.
  ///   - ends: What they join.
  ///   - kept: Which touchpoints are drawn.
  init(_ transitions: [TransitionFigures], ends: [WayEnds], kept: [Bool]) {
    var places: [Pair: Int] = [:]
    var steps: [Step] = []
    for (number, (transition, ends)) in zip(transitions, ends).enumerated() {
      guard ends.source.map({ kept[$0] }) ?? (transition.source == .start) else { continue }
      if let target = ends.target, !kept[target] {
        guard transition.traffic > 0 else { continue }
        steps.append(Step(source: ends.source ?? -1, target: target, number: number))
        continue
      }
      if let target = ends.target {
        places[Pair(source: ends.source ?? -1, target: target)] = ways.count
      }
      ways.append(transition)
    }
    guard !steps.isEmpty else { return }
    steps.sort { ($0.source, $0.number) < ($1.source, $1.number) }
    var walk = Walk(transitions, ends: ends, kept: kept)
    var budget = Self.mostSteps
    var first = 0
    while first < steps.count {
      var next = first
      while next < steps.count, steps[next].source == steps[first].source {
        walk.add(transitions[steps[next].number].traffic, at: steps[next].target)
        next += 1
      }
      let model = transitions[steps[first].number]
      let chance = model.probability / model.traffic
      for (target, traffic) in walk.arrivals(least: Self.least, budget: &budget)
      where target != steps[first].source && traffic >= Self.least {
        let pair = Pair(source: steps[first].source, target: target)
        if let place = places[pair] {
          ways[place].traffic += traffic
          ways[place].probability = min(1, ways[place].probability + traffic * chance)
          ways[place].count = nil
          ways[place].time = nil
        } else {
          var way = model
          way.target = walk.targets[target] ?? model.target
          way.traffic = traffic
          way.probability = min(1, traffic * chance)
          (way.count, way.time, way.label, way.isInferred) = (nil, nil, nil, false)
          ways.append(way)
        }
      }
      first = next
    }
  }

  /// Traffic on its way through touchpoints that are not drawn, in the order of the document, so
  /// that what comes together goes on together.
  private struct Walk {
    /// How to name a touchpoint that is drawn.
    private(set) var targets: [Int: Transition.Target] = [:]

    private let kept: [Bool]
    /// For each touchpoint that is not drawn where its steps begin.
    private var starts: [Int]
    private var steps: [(target: Int, share: Double)] = []
    private var here: [Double]
    private var waiting: [Int] = []

    init(_ transitions: [TransitionFigures], ends: [WayEnds], kept: [Bool]) {
      self.kept = kept
      var counts = [Int](repeating: 0, count: kept.count + 1)
      var coming = [Double](repeating: 0, count: kept.count)
      var going = coming
      for (transition, ends) in zip(transitions, ends) where transition.traffic > 0 {
        if let target = ends.target { coming[target] += transition.traffic }
        guard let source = ends.source, !kept[source] else { continue }
        going[source] += transition.traffic
        if let target = ends.target {
          counts[source + 1] += 1
          if kept[target] { targets[target] = transition.target }
        }
      }
      for place in kept.indices { counts[place + 1] += counts[place] }
      starts = counts
      steps = [(target: Int, share: Double)](
        repeating: (0, 0), count: counts[kept.count])
      for (transition, ends) in zip(transitions, ends) where transition.traffic > 0 {
        guard let source = ends.source, !kept[source], let target = ends.target else { continue }
        // No more goes on than came.
        let share = transition.traffic / max(going[source], coming[source])
        steps[counts[source]] = (target, share)
        counts[source] += 1
      }
      here = [Double](repeating: 0, count: kept.count)
    }

    /// Puts traffic at a touchpoint that is not drawn.
    mutating func add(_ traffic: Double, at place: Int) {
      if here[place] == 0 { push(place) }
      here[place] += traffic
    }

    /// Lets everything go on until it comes to what is drawn.
    mutating func arrivals(least: Double, budget: inout Int) -> [(target: Int, traffic: Double)] {
      var found: [Int: Double] = [:]
      while let place = pop() {
        let traffic = here[place]
        here[place] = 0
        guard traffic >= least, budget > 0 else { continue }
        for step in steps[starts[place]..<starts[place + 1]] {
          budget -= 1
          if kept[step.target] {
            found[step.target, default: 0] += traffic * step.share
          } else {
            add(traffic * step.share, at: step.target)
          }
        }
      }
      return found.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }

    // MARK: A heap, the first of the document first

    private mutating func push(_ place: Int) {
      waiting.append(place)
      var child = waiting.count - 1
      while child > 0, waiting[child] < waiting[(child - 1) / 2] {
        waiting.swapAt(child, (child - 1) / 2)
        child = (child - 1) / 2
      }
    }

    private mutating func pop() -> Int? {
      guard let first = waiting.first, let last = waiting.popLast() else { return nil }
      guard !waiting.isEmpty else { return first }
      waiting[0] = last
      var parent = 0
      while true {
        var least = parent
        for child in [2 * parent + 1, 2 * parent + 2] where child < waiting.count {
          if waiting[child] < waiting[least] { least = child }
        }
        if least == parent { return first }
        waiting.swapAt(parent, least)
        parent = least
      }
    }
  }
}
