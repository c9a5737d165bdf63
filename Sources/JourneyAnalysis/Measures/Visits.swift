import JourneyModel

/// Who comes where, how often, and how they end: the chain of a journey, solved once.
///
/// With Q the chances between touchpoints and s those of the start, `N = (I − Q)⁻¹`:
/// - visits = s · N: mean visits of one customer who starts;
/// - reach(i) = visits(i) / N(i,i): the share of those who start that ever come to i;
/// - fromHere(end)(i) = Σ N(i,j) · p(j→end): the chance to end so from i;
/// - left(i) = visits(i) · p(i→left): the share of all who start that leave at i.
///
/// Source: Kemeny & Snell, "Finite Markov Chains" (1960), chapter III. Cost: one factorisation, one
/// selected inversion, five solves.
struct Visits {
  /// The kinds of ends that exclude each other.
  enum Outcome: Int, CaseIterable {
    case completed, left, diverted, ended
  }

  /// The chain.
  let network: FlowNetwork
  /// `N` in factors.
  let factors: Factorization
  /// Mean visits of one customer who starts.
  let visits: [Double]
  /// `N(i,i)`: mean visits of i by who is in i.
  let returns: [Double]
  /// The share of those who start that ever come here.
  let reach: [Double]
  /// The chance of each outcome from each touchpoint, by ``Outcome``.
  let fromHere: [[Double]]
  /// The chance of each outcome on the way out of each touchpoint.
  let exits: [[Double]]

  /// Solves a chain.
  init(_ network: FlowNetwork) throws(ChainFailure) {
    self.network = network
    let count = network.rows.count
    var exits = Outcome.allCases.map { _ in [Double](repeating: 0, count: count) }
    var chain: [ChainRow] = []
    chain.reserveCapacity(count)
    for (index, row) in network.rows.enumerated() {
      for exit in row.ends { exits[exit.end.outcome.rawValue][index] += exit.chance }
      chain.append(ChainRow(row))
    }
    self.exits = exits
    let factors = try Factorization(chain)
    self.factors = factors
    var start = [Double](repeating: 0, count: count)
    for step in network.start.next { start[step.target] += step.chance }
    let visits = factors.visits(from: start)
    let returns = factors.diagonal()
    self.visits = visits
    self.returns = returns
    reach = zip(visits, returns).map { $0 == 0 ? 0 : min(1, $0 / $1) }
    fromHere = exits.map { exits in factors.solving(exits).map { min(1, $0) } }
  }

  /// The share of all who start that leave at a touchpoint.
  func left(at index: Int) -> Double {
    visits[index] * exits[Outcome.left.rawValue][index]
  }

  /// The share of all who start that end so: `s(end) + Σ visits(i) · p(i→end)`.
  func share(_ outcome: Outcome) -> Double {
    let direct = network.start.ends.reduce(0) {
      $0 + ($1.end.outcome == outcome ? $1.chance : 0)
    }
    let later = zip(visits, exits[outcome.rawValue]).reduce(0) { $0 + $1.0 * $1.1 }
    return min(1, direct + later)
  }
}

extension ChainRow {
  /// The chances of a touchpoint; one without any way on ends at once, and nobody comes there.
  init(_ row: FlowNetwork.Row) {
    targets = row.next.map { Int32($0.target) }
    chances = row.next.map(\.chance)
    exit = row.isActive ? row.ends.reduce(0) { $0 + $1.chance } : 1
  }
}

extension Transition.End {
  /// Which of the outcomes that exclude each other it is; `under-way` never stands in a chain.
  var outcome: Visits.Outcome {
    switch self {
    case .completed: .completed
    case .left: .left
    case .diverted: .diverted
    case .underWay, .ended: .ended
    }
  }
}

/// The number when it is finite, else nil; never the negative zero.
func finite(_ value: Double) -> Double? {
  value.isFinite ? value + 0 : nil
}
