import JourneyModel
import Testing

@testable import JourneyAnalysis

/// Where customers are, followed step by step until (nearly) all have ended: the slow and obvious way
/// to every figure that the solver finds at once.
struct Propagation {
  let network: FlowNetwork

  /// What became of those who began somewhere.
  struct Outcome {
    /// The share that came to a goal.
    var arrived = 0.0
    /// Steps and seconds of those who came to a goal, summed.
    var steps = 0.0
    var seconds = 0.0
    /// Whether all ways to a goal are timed.
    var isTimed = true
    /// The shares of the ends of the others.
    var ends = [Double](repeating: 0, count: Visits.Outcome.allCases.count)
    /// How often each touchpoint was visited.
    var visits: [Double]
  }

  /// A network that can be followed in reasonable time: nobody stays for thousands of steps.
  var isShort: Bool {
    guard let chain = try? Visits(network) else { return false }
    return chain.visits.reduce(0, +) < 200 && chain.returns.allSatisfy { $0 < 60 }
  }

  /// Follows those who are where `present` says until they come to a goal or an end.
  ///
  /// - Parameters:
  ///   - present: The share in each touchpoint; they may stand in a goal without being there yet.
  ///   - goals: The touchpoints at which customers are no longer followed.
  ///   - inside: The touchpoints that may not be left; nil for all.
  ///   - times: The time of each way.
  /// - Returns: What became of them.
  func follow(
    from present: [Double], to goals: Set<Int>, inside: Set<Int>? = nil, times: Times? = nil
  ) -> Outcome {
    var outcome = Outcome(visits: present)
    var here = present
    // Seconds spent so far, each weighted by the share that spent them.
    var spent = [Double](repeating: 0, count: present.count)
    var untimed = [Double](repeating: 0, count: present.count)
    for step in 1...60_000 {
      var next = [Double](repeating: 0, count: here.count)
      var nextSpent = next
      var nextUntimed = next
      for (index, share) in here.enumerated() where share > 0 {
        for way in network.rows[index].next {
          let moving = share * way.chance
          let seconds = times?.seconds(of: way, from: index)
          let total = spent[index] * way.chance + moving * (seconds ?? 0)
          let unknown = untimed[index] * way.chance + (seconds == nil ? moving : 0)
          if goals.contains(way.target) {
            outcome.arrived += moving
            outcome.steps += moving * Double(step)
            outcome.seconds += total
            if unknown > 0 { outcome.isTimed = false }
          } else if inside?.contains(way.target) ?? true {
            next[way.target] += moving
            nextSpent[way.target] += total
            nextUntimed[way.target] += unknown
          }
        }
        for exit in network.rows[index].ends {
          outcome.ends[exit.end.outcome.rawValue] += share * exit.chance
        }
      }
      here = next
      spent = nextSpent
      untimed = nextUntimed
      for (index, share) in here.enumerated() { outcome.visits[index] += share }
      if here.reduce(0, +) < 1e-15 { break }
    }
    return outcome
  }

  /// The share of those who start that ever come to one of the goals.
  func reach(_ goals: Set<Int>) -> Double {
    var present = network.first
    var arrived = 0.0
    for goal in goals {
      arrived += present[goal]
      present[goal] = 0
    }
    return arrived + follow(from: present, to: goals).arrived
  }

  /// The share of those who start that complete.
  var completed: Double {
    let direct = network.start.ends.filter { $0.end == .completed }.reduce(0) { $0 + $1.chance }
    return direct + follow(from: network.first, to: []).ends[0]
  }

  /// The same network with the row of one touchpoint changed.
  func changing(_ index: Int, _ change: (inout FlowNetwork.Row) -> Void) -> Propagation {
    var rows = network.rows
    change(&rows[index])
    return Propagation(network: FlowNetwork(start: network.start, rows: rows))
  }
}

extension FlowNetwork {
  /// A network made of its parts, with nobody counted.
  init(start: Row, rows: [Row]) {
    self.init(start: start, rows: rows, started: nil, underWay: nil)
  }

  /// The network of everybody in a journey.
  init(_ journey: Journey) throws {
    let view = FlowView(FlowDocument(journey))
    try #require(!view.problems.containErrors)
    self.init(view)
  }
}
