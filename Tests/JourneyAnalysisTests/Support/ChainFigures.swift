import JourneyModel
import JourneyTestSupport

@testable import JourneyAnalysis

/// The figures of a chain by name, with their estimates, without a document around it.
struct ChainFigures {
  let chain: Visits
  let reliefs: ReliefChain?
  let times: Times

  /// Solves a chain whose touchpoints feel as `values` say, in units of v.
  init(_ network: FlowNetwork, values: [Double?], times: Times) throws {
    chain = try Visits(network)
    reliefs = try ReliefChain(network, values: values, times: times)
    self.times = times
  }

  static let journeyMeasures: [Figure.Measure] = [.steps, .time, .completed, .left]
  static let touchpointMeasures: [Figure.Measure] = [
    .visits, .reach, .dropOff, .completionFromHere, .left, .reliefChance, .reliefSteps, .reliefTime,
  ]

  /// A figure; nil when unknown.
  func value(_ measure: Figure.Measure, at x: Int?) -> Double? {
    guard let x else {
      switch measure {
      case .steps: return chain.visits.reduce(0, +)
      case .time: return times.total(chain)
      case .completed: return chain.share(.completed)
      case .left: return chain.share(.left)
      default: return nil
      }
    }
    switch measure {
    case .visits: return chain.visits[x]
    case .reach: return chain.reach[x]
    case .left: return chain.left(at: x)
    case .dropOff: return chain.reach[x] > 0 ? chain.left(at: x) / chain.reach[x] : nil
    case .completionFromHere: return chain.fromHere[Visits.Outcome.completed.rawValue][x]
    case .reliefChance: return reliefs?.relief(at: x)?.chance
    case .reliefSteps: return reliefs?.relief(at: x)?.steps
    case .reliefTime: return reliefs?.relief(at: x)?.time
    default: return nil
    }
  }
}

extension FlowNetwork {
  /// The chain with one row moved a little towards one way: `(1 − ε) p + ε e`.
  ///
  /// - Parameters:
  ///   - row: The row, that of the start behind the last.
  ///   - way: The way.
  ///   - epsilon: ε.
  /// - Returns: The changed chain.
  func leaning(_ row: Int, to way: ChainDoubt.Way, by epsilon: Double) -> FlowNetwork {
    var rows = rows + [start]
    for slot in rows[row].next.indices { rows[row].next[slot].chance *= 1 - epsilon }
    for slot in rows[row].ends.indices { rows[row].ends[slot].chance *= 1 - epsilon }
    if way.target >= 0 {
      guard let slot = rows[row].next.firstIndex(where: { $0.target == Int(way.target) }) else {
        return self
      }
      rows[row].next[slot].chance += epsilon
    } else if let slot = rows[row].ends.firstIndex(where: { way.leads(to: $0.end.outcome) }) {
      rows[row].ends[slot].chance += epsilon
    } else {
      let end: Transition.End = way.leads(to: .left) ? .left : .completed
      rows[row].ends.append(Exit(end: end, chance: epsilon))
    }
    return FlowNetwork(
      start: rows[rows.count - 1], rows: Array(rows.dropLast()), started: started,
      underWay: underWay)
  }
}

/// Customers who walk through a chain at random, and what is counted of them.
struct Walkers {
  /// The true chances of each touchpoint, the start last: to each touchpoint, then to complete and to
  /// leave.
  let truth: [[Double]]

  /// A random chain of so many touchpoints, in which every row may leave.
  ///
  /// - Parameters:
  ///   - count: How many touchpoints.
  ///   - leaving: How likely it is to leave a touchpoint.
  ///   - random: Where the numbers come from.
  init(_ count: Int, leaving: ClosedRange<Double>, _ random: inout SeededGenerator) {
    truth = (0...count).map { row in
      var chances = [Double](repeating: 0, count: count + 2)
      if row == count {
        chances[0] = 0.8
        chances[1] = 0.2
        return chances
      }
      let left = Double.random(in: leaving, using: &random)
      let back = Int.random(in: 0..<count, using: &random)
      let backwards = Double.random(in: 0.05...0.25, using: &random)
      chances[back] += backwards
      let ahead = 1 - left - backwards
      let split = Double.random(in: 0.5...0.9, using: &random)
      chances[row + 1 < count ? row + 1 : count] += ahead * split
      chances[row + 2 < count ? row + 2 : count] += ahead * (1 - split)
      chances[count + 1] += left
      return chances
    }
  }

  /// How many touchpoints.
  var count: Int { truth.count - 1 }

  /// The chain for chances or counts.
  func network(_ amounts: [[Double]]) -> FlowNetwork {
    let rows = amounts.map { row -> FlowNetwork.Row in
      let total = row.reduce(0, +)
      guard total > 0 else { return FlowNetwork.Row() }
      var made = FlowNetwork.Row()
      for (target, amount) in row.enumerated() where amount > 0 {
        let chance = amount / total
        if target < count {
          made.next.append(FlowNetwork.Step(target: target, chance: chance))
        } else {
          made.ends.append(
            FlowNetwork.Exit(end: target == count ? .completed : .left, chance: chance))
        }
      }
      return made
    }
    let started = amounts[count].reduce(0, +)
    return FlowNetwork(
      start: rows[count], rows: Array(rows.dropLast()), started: started, underWay: 0)
  }

  /// What is counted of so many who walk.
  func walk(_ customers: Int, _ random: inout SeededGenerator) -> [[Double]] {
    var counts = truth.map { row in row.map { _ in 0.0 } }
    for _ in 0..<customers {
      var place = count
      while place <= count {
        var number = Double.random(in: 0..<1, using: &random)
        var target = truth[place].count - 1
        for (next, chance) in truth[place].enumerated() {
          number -= chance
          if number < 0 {
            target = next
            break
          }
        }
        counts[place][target] += 1
        if target >= count { break }
        place = target
      }
    }
    return counts
  }
}
