import JourneyModel

/// How sure the chances of a chain are, and what that means for any figure of it.
///
/// The delta method: for a figure f with the derivatives `g(i,j) = ∂f/∂p(i→j)`, up to a number that
/// is the same for all j of a row,
///
/// `Var f = Σᵢ Var over j∼p̃ᵢ of g(i,j) / (nᵢ + Kᵢ/2 + 1) + max over i of uᵢ`.
///
/// Rows err independently; nᵢ is the counted outflow of i without those under way, and of the start
/// those who started. For a figure that is what somebody expects on the way, `g(i,j) = visitsᵢ · h(j)`
/// and the first sum is `Σ visitsᵢ² / nᵢ · Var over j∼pᵢ of h(j)`, but for Jeffreys' prior: half a
/// customer more on each of the Kᵢ ways seen, so that a row of three customers is not as sure as it
/// looks.
///
/// uᵢ is for what was not seen. Where nobody left (or everybody, then it is completing) the chance to
/// is still not 0: `uᵢ = (g(i,left) − ḡᵢ)² · Var Beta(½, nᵢ + ½)`. Of all rows only the largest uᵢ
/// counts: had people left in several, one of them would have been seen, and of events of which none
/// was seen the weighted sum is bounded by the largest weight. The start has no such way: who starts
/// is somewhere. A row whose n is unknown, as where it is given in shares, leaves the variance
/// unknown unless all its ways come to the same for f.
///
/// Where a share of row i is supposed, it is taken as it stands. The ways beside it divide the rest,
/// rᵢ of all, as those who took them did: rᵢ² times the same, with nᵢ, Kᵢ and p̃ᵢ of those ways alone.
///
/// Source: Anderson & Goodman, "Statistical Inference about Markov Chains", Annals of Mathematical
/// Statistics 28 (1957), for independent rows; Caswell, "Sensitivity Analysis of Discrete Markov
/// Chains" (2013) for the derivatives; Gelman et al., "Bayesian Data Analysis" (2013), 3.4, for the
/// prior. Cost: linear in the ways for each figure.
struct ChainDoubt: Sendable {
  /// A way from a row: where it leads, and the time it takes.
  struct Way {
    /// The touchpoint; below 0 for an end, −1 less the number of its ``Visits/Outcome``.
    var target: Int32
    /// p̃: its chance, among the ways of the row that are not supposed, with half a customer more on
    /// every one of them.
    var chance: Double
    /// Seconds; nan when unknown.
    var seconds: Double

    /// Whether it leads to an end of that kind.
    func leads(to outcome: Visits.Outcome) -> Bool { target == Self.code(outcome) }

    /// What stands in ``target`` for an end.
    static func code(_ outcome: Visits.Outcome) -> Int32 { -1 - Int32(outcome.rawValue) }
  }

  /// The counted outflow of each touchpoint, the start last; nil where it is unknown.
  let counts: [Double?]
  /// The ways whose chances are supposed, by their row.
  let given: [Int: SupposedChances.Row]
  /// The ways that are not supposed.
  private var ways: [Way] = []
  private var starts: [Int] = [0]
  private var unseen: [Way?] = []
  /// nᵢ: how many were counted on the ways that are not supposed; nil where it is unknown.
  private var sizes: [Double?] = []
  /// rᵢ²; 1 where nothing is supposed.
  private var factors: [Double] = []
  /// The supposed rows from which nothing leads to another touchpoint.
  private var ending: Set<Int> = []

  /// Prepares the ways of a chain.
  ///
  /// - Parameters:
  ///   - network: The chain.
  ///   - counts: The counted outflow of each touchpoint, the start last; nil where it is unknown.
  ///   - times: The time of each way.
  ///   - given: The ways whose chances are taken as they stand, without any doubt, by their row.
  init(
    _ network: FlowNetwork, counts: [Double?], times: Times,
    given: [Int: SupposedChances.Row] = [:]
  ) {
    self.counts = counts
    self.given = given
    for (index, row) in (network.rows + [network.start]).enumerated() {
      let isStart = index == network.rows.count
      let fixed = given[index]?.ways ?? []
      let seen = (next: row.next.filter { $0.chance > 0 }, ends: row.ends.filter { $0.chance > 0 })
      let next = seen.next.filter { !fixed.contains(.touchpoint($0.target)) }
      let ends = seen.ends.filter { !fixed.contains(.end($0.end)) }
      var rest = 1.0
      if !fixed.isEmpty {
        rest = next.reduce(0) { $0 + $1.chance } + ends.reduce(0) { $0 + $1.chance }
        if next.isEmpty, ends.isEmpty, seen.next.isEmpty { ending.insert(index) }
      }
      factors.append(rest * rest)
      let count = given[index].map(\.rest) ?? counts[index]
      sizes.append(count)
      let extra = count == nil ? 0 : 0.5
      let n = count ?? 1
      let total = n + extra * Double(next.count + ends.count)
      func chance(_ chance: Double) -> Double { (chance / rest * n + extra) / total }
      for step in next {
        let seconds = isStart ? step.seconds ?? 0 : times.seconds(of: step, from: index)
        ways.append(
          Way(
            target: Int32(step.target), chance: chance(step.chance), seconds: seconds ?? .nan))
      }
      for exit in ends {
        let seconds = isStart ? exit.seconds ?? 0 : times.seconds(of: exit, from: index)
        ways.append(
          Way(
            target: Way.code(exit.end.outcome), chance: chance(exit.chance), seconds: seconds))
      }
      starts.append(ways.count)
      let wait = isStart ? 0 : times.waits[index] ?? 0
      let way = isStart ? nil : Self.unseen(seen.next.isEmpty, seen.ends.map(\.end.outcome), wait)
      let isSupposed = way.map { way in
        fixed.contains(.end(way.leads(to: .left) ? .left : .completed))
      }
      unseen.append(isSupposed == true ? nil : way)
    }
  }

  /// The way that nobody was seen to take, though somebody might.
  private static func unseen(_ hasNoNext: Bool, _ ends: [Visits.Outcome], _ seconds: Double)
    -> Way?
  {
    if !ends.contains(.left) {
      return Way(target: Way.code(.left), chance: 0, seconds: seconds)
    }
    let isAll = hasNoNext && ends.allSatisfy { $0 == .left }
    return isAll ? Way(target: Way.code(.completed), chance: 0, seconds: seconds) : nil
  }

  /// The variance of a figure.
  ///
  /// - Parameters:
  ///   - weights: For each touchpoint a number that is 0 where its row does not matter.
  ///   - usesStart: Whether the start's row matters.
  ///   - gradient: `g(i,j)` for the number of a row, that of the start last, and a way from it.
  /// - Returns: The variance; nil when it is unknown.
  func variance(
    weights: [Double], usesStart: Bool, _ gradient: (Int, Way) -> Double
  ) -> Double? {
    var sum = 0.0
    var largest = 0.0
    for row in counts.indices where row < weights.count ? weights[row] != 0 : usesStart {
      let part = part(of: row, gradient)
      sum += part.own
      largest = max(largest, part.unseen)
    }
    return Self.known(sum + largest)
  }

  /// What one row adds to the variance by what was seen, nan when that is unknown, and by what was
  /// not.
  private func part(of row: Int, _ gradient: (Int, Way) -> Double) -> (own: Double, unseen: Double)
  {
    let range = starts[row]..<starts[row + 1]
    guard let first = range.first else { return (0, 0) }
    // Measured from one of the values, so that no digits are lost.
    let origin = gradient(row, ways[first])
    var mean = 0.0
    var square = 0.0
    var size = origin.magnitude
    for slot in range.dropFirst() {
      let value = gradient(row, ways[slot])
      let distance = value - origin
      size = max(size, value.magnitude)
      mean += ways[slot].chance * distance
      square += ways[slot].chance * distance * distance
    }
    var spread = max(0, square - mean * mean)
    // What rounding leaves where all ways come to the same.
    if spread <= 1e-24 * size * size { spread = 0 }
    guard let n = sizes[row] else { return (spread == 0 ? 0 : .nan, 0) }
    let own = factors[row] * spread / (n + Double(range.count) / 2 + 1)
    guard let way = unseen[row] else { return (own, 0) }
    let distance = gradient(row, way) - origin - mean
    let doubt = 0.5 * (n + 0.5) / ((n + 1) * (n + 1) * (n + 2))
    return (own, factors[row] * distance * distance * doubt)
  }

  /// Whether all who go on from a row are supposed to end there.
  func endsAsSupposed(_ row: Int) -> Bool { ending.contains(row) }

  private static func known(_ variance: Double) -> Double? { variance.isFinite ? variance : nil }
}

extension ChainDoubt {
  /// What every row adds to the variance of figures whose derivatives are a weight of the row times
  /// the same values `h(j)`: their variance is then told by the weights alone.
  struct Parts: Sendable {
    fileprivate var own: [Double]
    fileprivate var unseen: [Double]

    /// The parts for values that are all multiplied by a number.
    func scaled(by factor: Double) -> Parts {
      Parts(
        own: own.map { $0 * factor * factor }, unseen: unseen.map { $0 * factor * factor })
    }
  }

  /// The parts of figures that count who completes.
  func parts(ofCompletingIn chain: Visits) -> Parts {
    let chances = chain.fromHere[Visits.Outcome.completed.rawValue]
    return parts { _, way in
      if way.target >= 0 { return chances[Int(way.target)] }
      return way.leads(to: .completed) ? 1 : 0
    }
  }

  /// The parts of all rows.
  ///
  /// - Parameter value: `h(j)` for the number of a row and a way from it.
  /// - Returns: The parts. Cost: linear in the ways.
  func parts(_ value: (Int, Way) -> Double) -> Parts {
    var parts = Parts(own: [], unseen: [])
    parts.own.reserveCapacity(counts.count)
    parts.unseen.reserveCapacity(counts.count)
    for row in counts.indices {
      let part = part(of: row, value)
      parts.own.append(part.own)
      parts.unseen.append(part.unseen)
    }
    return parts
  }

  /// The parts with those of one row from other values.
  func parts(_ parts: Parts, replacing row: Int, _ value: (Int, Way) -> Double) -> Parts {
    var parts = parts
    (parts.own[row], parts.unseen[row]) = part(of: row, value)
    return parts
  }

  /// The variance of a figure with the derivatives `weight(i) · h(j)`.
  ///
  /// - Parameters:
  ///   - weights: The weight of each touchpoint's row.
  ///   - start: The weight of the start's row.
  ///   - parts: What the rows add for weights of 1.
  /// - Returns: The variance; nil when it is unknown. Cost: linear in the touchpoints.
  func variance(weights: [Double], start: Double, _ parts: Parts) -> Double? {
    var sum = 0.0
    var largest = 0.0
    for row in counts.indices {
      let weight = row < weights.count ? weights[row] : start
      guard weight != 0 else { continue }
      sum += weight * weight * parts.own[row]
      largest = max(largest, weight * weight * parts.unseen[row])
    }
    return Self.known(sum + largest)
  }
}
