public import JourneyModel

/// What customers would gain if some touchpoints became neutral.
///
/// Nobody feels bad there any more, and those who left there go on as the others from there do. The
/// chain is solved again, so that those who stay are counted wherever they come next, what hurts
/// them there included: gains of several touchpoints are computed together and never added up.
///
/// A hypothesis, not a forecast: nobody knows whether those who left would fare like the others.
public struct Gain: Hashable, Sendable {
  /// The touchpoints that become neutral, in the document's order.
  public var touchpoints: [TouchpointID]
  /// The share of those who start that complete now; nil without flow.
  public var completedBefore: Double?
  /// The share of those who start that would complete; nil without flow.
  public var completedAfter: Double?
  /// Distress of all touchpoints now, per 1,000 who start; nil without flow, or when nothing is felt
  /// anywhere.
  public var burdenBefore: Double?
  /// Distress of all touchpoints as it would be, per 1,000 who start.
  public var burdenAfter: Double?
  /// Touchpoints that everybody leaves, or cannot but leave: there are no others whose way those who
  /// left could go, and so they are still counted as lost.
  public var nobodyToFollow: [TouchpointID]

  /// Customers kept, per 1,000 who start; nil without flow.
  public var kept: Double? {
    guard let completedBefore, let completedAfter else { return nil }
    return 1000 * (completedAfter - completedBefore) + 0
  }

  /// Distress taken away, per 1,000 who start; below 0 where those who stay are hurt more elsewhere.
  public var relieved: Double? {
    guard let burdenBefore, let burdenAfter else { return nil }
    return burdenBefore - burdenAfter + 0
  }
}

extension Estimates {
  /// Distress of all touchpoints together, `1,000 · Σ reach · pain`, per 1,000 who start; nil without
  /// flow, or when nothing is felt anywhere.
  public var burden: Double? { solved.burden(solved.chain?.reach, besides: []) }

  /// What customers would gain if all of these touchpoints became neutral at once.
  ///
  /// Their pain becomes 0. Their rows become `p(x→j) / (1 − p(x→left))`, as for
  /// ``TouchpointFigures/completionIfNobodyLeft``, and the chain is solved again:
  /// `burden = 1,000 · Σ reach · pain` over the touchpoints of which something is felt. Cost: one
  /// factorisation.
  ///
  /// - Parameter touchpoints: The touchpoints; ids that the journey does not have are ignored.
  /// - Returns: The gain.
  public func gain(ifNeutral touchpoints: Set<TouchpointID>) -> Gain {
    solved.gain(
      ifNeutral: journey.touchpoints.indices.filter {
        touchpoints.contains(journey.touchpoints[$0].id)
      })
  }

  /// What customers would gain from each touchpoint alone, in the document's order.
  ///
  /// The same as asking for each by itself, from one factorisation: changing a single row changes
  /// the visits and returns by a multiple of that touchpoint's row and column of N (Sherman &
  /// Morrison 1950). Cost: two solves for each touchpoint that somebody leaves.
  ///
  /// - Returns: One gain for each touchpoint.
  public func gainsOneByOne() -> [Gain] {
    journey.touchpoints.indices.map { solved.gain(ifNeutral: $0) }
  }
}

extension SolvedJourney {
  /// The gain of several touchpoints, by solving the changed chain.
  func gain(ifNeutral touchpoints: [Int]) -> Gain {
    let neutral = Set(touchpoints)
    guard let chain else { return gain(touchpoints, nobody: [], completed: nil, reach: nil) }
    var rows = chain.network.rows
    var nobody = touchpoints.filter { !rows[$0].keepLeavers() }
    // Where leaving was the only way out, those who stay would go round for ever.
    while true {
      do {
        let network = FlowNetwork(
          start: chain.network.start, rows: rows, started: nil, underWay: nil)
        let after = try Visits(network)
        return gain(
          touchpoints, nobody: nobody.sorted(), completed: after.share(.completed),
          reach: after.reach)
      } catch {
        guard case .closed(let state) = error,
          let trapped = Self.circle(of: state, in: rows).first(where: {
            neutral.contains($0) && !nobody.contains($0)
          })
        else { return gain(touchpoints, nobody: touchpoints, completed: nil, reach: nil) }
        rows[trapped] = chain.network.rows[trapped]
        nobody.append(trapped)
      }
    }
  }

  /// The gain of one touchpoint, from the factorisation there is.
  func gain(ifNeutral x: Int) -> Gain {
    guard let chain else { return gain([x], nobody: [], completed: nil, reach: nil) }
    let leaving = chain.exits[Visits.Outcome.left.rawValue][x]
    guard leaving > 0, chain.visits[x] > 0 else {
      return gain([x], nobody: [], completed: chain.share(.completed), reach: chain.reach)
    }
    let more = leaving / (1 - leaving)
    let again = chain.returns[x] - 1
    // Where nearly all leave, or nearly all who stay come back, the short way loses digits.
    guard leaving < 0.999, 1 - more * again > 1e-6 else { return gain(ifNeutral: [x]) }

    var unit = [Double](repeating: 0, count: chain.visits.count)
    unit[x] = 1
    let row = chain.factors.visits(from: unit)
    let column = chain.factors.solving(unit)
    let factor = more / (1 - more * again)
    let reach = chain.visits.indices.map { i -> Double in
      let onwards = i == x ? again : row[i]
      let visits = chain.visits[i] + chain.visits[x] * factor * onwards
      let returns = chain.returns[i] + column[i] * factor * onwards
      return visits > 0 ? min(1, visits / returns) : 0
    }
    let onwards = chain.fromHere[Visits.Outcome.completed.rawValue][x]
    let completed = chain.share(.completed) + chain.visits[x] * factor * onwards
    return gain([x], nobody: [], completed: min(1, completed), reach: reach)
  }

  private func gain(_ touchpoints: [Int], nobody: [Int], completed: Double?, reach: [Double]?)
    -> Gain
  {
    Gain(
      touchpoints: touchpoints.map { journey.touchpoints[$0].id },
      completedBefore: chain.flatMap { finite($0.share(.completed)) },
      completedAfter: completed.flatMap { finite($0) },
      burdenBefore: burden(chain?.reach, besides: []),
      burdenAfter: burden(reach, besides: Set(touchpoints)),
      nobodyToFollow: nobody.map { journey.touchpoints[$0].id })
  }

  /// The distress of all touchpoints besides some, for so much reach.
  fileprivate func burden(_ reach: [Double]?, besides neutral: Set<Int>) -> Double? {
    guard let reach, felt.contains(where: { $0 != nil }) else { return nil }
    var sum = 0.0
    for (index, feeling) in felt.enumerated() where !neutral.contains(index) {
      sum += reach[index] * (feeling?.pain ?? 0)
    }
    return finite(1000 * sum)
  }

  /// All touchpoints that one leads to, itself first.
  private static func circle(of state: Int, in rows: [FlowNetwork.Row]) -> [Int] {
    var isKnown = [Bool](repeating: false, count: rows.count)
    isKnown[state] = true
    var found = [state]
    var place = 0
    while place < found.count {
      for step in rows[found[place]].next where step.chance > 0 && !isKnown[step.target] {
        isKnown[step.target] = true
        found.append(step.target)
      }
      place += 1
    }
    return found
  }
}

extension FlowNetwork.Row {
  /// Lets those who left go on as the others do.
  ///
  /// - Returns: False, and nothing is changed, where everybody leaves.
  fileprivate mutating func keepLeavers() -> Bool {
    let others = ends.filter { $0.end != .left }
    let rest = others.reduce(next.reduce(0) { $0 + $1.chance }) { $0 + $1.chance }
    guard others.count < ends.count else { return true }
    guard rest > 0 else { return false }
    ends = others
    for slot in ends.indices { ends[slot].chance /= rest }
    for slot in next.indices { next[slot].chance /= rest }
    return true
  }
}
