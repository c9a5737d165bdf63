import JourneyAnalysis
import JourneyModel

/// Journeys as the states of an absorbing chain.
struct LinkedChain {
  /// The results, in the order of the members.
  private(set) var ends: [LinkedEnds?] = []

  private let members: [Estimates]
  /// For each journey the members that customers go over to, with the shares.
  private var ways: [[(target: Int, chance: Double)]]
  /// For each journey the share that goes over to none of the members.
  private var elsewhere: [Double]
  /// The journeys from which no end can be reached.
  private var isTrapped: [Bool]
  private var solution = Solution()

  /// What is known from each journey.
  private struct Solution {
    var completed: [Double] = []
    var left: [Double] = []
    var ended: [Double] = []
    var diverted: [Double] = []
    var unresolved: [Double] = []
    var journeys: [Double] = []
  }

  /// Solves the chain of a portfolio; nil when too many journeys lead to each other.
  init?(_ portfolio: Portfolio) {
    members = portfolio.members
    let count = members.count
    ways = Array(repeating: [], count: count)
    elsewhere = Array(repeating: 0, count: count)
    isTrapped = Array(repeating: false, count: count)
    for index in members.indices where members[index].analysis.ends != nil {
      for diversion in portfolio.diversions(from: members[index]) {
        if let target = diversion.target.flatMap({ portfolio.position(of: $0) }) {
          ways[index].append((target, diversion.share))
        } else {
          elsewhere[index] += diversion.share
        }
      }
    }
    isTrapped = trapped()
    guard let chain = AbsorbingChain(rows()) else { return nil }
    solve(chain)
    let going = goesOn()
    ends = members.indices.map { result($0, going[$0], chain) }
  }

  // MARK: - The chain

  /// The share of those who start a journey that end there, by themselves.
  private func own(_ index: Int) -> [Double] {
    guard let ends = members[index].analysis.ends else { return [0, 0, 0, 0] }
    return [ends.completed, ends.left, ends.ended, elsewhere[index]]
  }

  /// A journey without flow, and one from which no end can be reached, end the chain.
  private func isOpenEnd(_ index: Int) -> Bool {
    isTrapped[index] || members[index].analysis.ends == nil
  }

  private func rows() -> [AbsorbingChain.Row] {
    members.indices.map { index in
      isOpenEnd(index)
        ? AbsorbingChain.Row(ways: [], exit: 1)
        : AbsorbingChain.Row(ways: ways[index], exit: own(index).reduce(0, +))
    }
  }

  /// The journeys from which customers only go over to each other.
  private func trapped() -> [Bool] {
    var into: [[Int]] = Array(repeating: [], count: members.count)
    for (index, row) in ways.enumerated() {
      for way in row where way.chance > 0 { into[way.target].append(index) }
    }
    var isFree = members.indices.map { index in
      members[index].analysis.ends == nil || own(index).contains { $0 > 0 }
    }
    var open = members.indices.filter { isFree[$0] }
    while let index = open.popLast() {
      for source in into[index] where !isFree[source] {
        isFree[source] = true
        open.append(source)
      }
    }
    return isFree.map { !$0 }
  }

  private mutating func solve(_ chain: AbsorbingChain) {
    func solving(_ value: (Int) -> Double) -> [Double] {
      chain.solving(members.indices.map { isOpenEnd($0) ? 0 : value($0) }).map { min(1, $0) }
    }
    solution.completed = solving { own($0)[0] }
    solution.left = solving { own($0)[1] }
    solution.ended = solving { own($0)[2] }
    solution.diverted = solving { own($0)[3] }
    solution.unresolved = chain.solving(members.indices.map { isOpenEnd($0) ? 1 : 0 })
      .map { min(1, $0) }
    solution.journeys = chain.solving(members.map { _ in 1 }).map { max(1, $0) }
  }

  // MARK: - What it rests on

  /// The journeys that those who start a journey come to, itself first.
  private func goesOn() -> [[Int]] {
    members.indices.map { start in
      guard !ways[start].isEmpty else { return [start] }
      var seen: Set<Int> = [start]
      var found = [start]
      var next = 0
      while next < found.count {
        for way in ways[found[next]] where seen.insert(way.target).inserted {
          found.append(way.target)
        }
        next += 1
      }
      return found
    }
  }

  private func result(_ index: Int, _ going: [Int], _ chain: AbsorbingChain) -> LinkedEnds? {
    guard members[index].analysis.ends != nil else { return nil }
    let isLinked = !ways[index].isEmpty
    let goesRound = going.contains { isTrapped[$0] }
    return LinkedEnds(
      journey: members[index].journey.id, completed: solution.completed[index],
      left: solution.left[index], ended: solution.ended[index],
      diverted: solution.diverted[index], unresolved: solution.unresolved[index],
      completion: isLinked
        ? completion(index, going, chain)
        : members[index].ownCompletion ?? Estimate(solution.completed[index]),
      journeys: goesRound ? nil : solution.journeys[index],
      caveats: isLinked ? caveats(going, goesRound: goesRound) : [])
  }

  private func caveats(_ going: [Int], goesRound: Bool) -> [LinkedEnds.Caveat] {
    let analyses = going.map { members[$0].analysis }
    var caveats: Set<LinkedEnds.Caveat> = [.entersAtStart]
    if analyses.contains(where: { $0.ends != nil && $0.knownEnds == nil }) {
      caveats.insert(.restsOnShares)
    }
    if analyses.contains(where: { $0.ends == nil }) { caveats.insert(.flowMissing) }
    if Set(going.compactMap { members[$0].journey.period }).count > 1 {
      caveats.insert(.differentPeriods)
    }
    if analyses.contains(where: { $0.warnings.contains { $0.id == .inferredLeft } }) {
      caveats.insert(.inferredLeft)
    }
    if goesRound { caveats.insert(.goesRound) }
    return LinkedEnds.Caveat.allCases.filter(caveats.contains)
  }

  // MARK: - Interval

  private func completion(_ index: Int, _ going: [Int], _ chain: AbsorbingChain) -> Estimate {
    let estimate = bounded(solution.completed, index, going, chain)
    guard estimate.low != nil, solution.unresolved[index] > 0 else { return estimate }
    // Of those who are unresolved none or all may complete.
    let all = zip(solution.completed, solution.unresolved).map { min(1, $0 + $1) }
    var open = estimate
    open.high = bounded(all, index, going, chain).high
    return open
  }

  /// A share of those who start a journey, from that of every journey.
  private func bounded(
    _ shares: [Double], _ index: Int, _ going: [Int], _ chain: AbsorbingChain
  ) -> Estimate {
    let value = shares[index]
    let visits = chain.visits(from: index)
    var variance = 0.0
    var least = Double.infinity
    for journey in going where !isOpenEnd(journey) {
      guard let known = members[journey].analysis.knownEnds else { return Estimate(value) }
      let here = shares[journey]
      // Over the ends of this journey of what becomes of those who take them.
      var spread = own(journey)[0] * (1 - here) * (1 - here)
      for end in own(journey).dropFirst() { spread += end * here * here }
      for way in ways[journey] {
        let away = shares[way.target] - here
        spread += way.chance * away * away
      }
      variance += visits[journey] * visits[journey] * spread / known
      least = min(least, known)
    }
    guard least.isFinite else { return Estimate(value) }
    // As many customers as would leave a share counted in one go as uncertain as this one.
    let size = variance > 0 ? value * (1 - value) / variance : least
    guard size.isFinite, size > 0 else { return Estimate(value) }
    var estimate = countedShare(value * size, of: size)
    estimate.value = value
    estimate.deviation = variance.squareRoot()
    return estimate
  }
}

extension Analysis {
  /// How many customers' end is known; nil when that is not counted.
  var knownEnds: Double? {
    guard let started, let ends, let underWay = ends.underWay else { return nil }
    let known = started * (1 - underWay)
    return known > 0 ? known : nil
  }
}

extension Estimates {
  /// The journey's own completion with its interval; nil without flow.
  ///
  /// Where the journey's figures say no bounds, they are those of a counted share.
  var ownCompletion: Estimate? {
    guard let own = estimate(of: Figure(.completed)) else { return nil }
    guard own.low == nil, own.high == nil, let known = analysis.knownEnds else { return own }
    var counted = countedShare(own.value * known, of: known)
    counted.value = own.value
    return counted
  }
}
