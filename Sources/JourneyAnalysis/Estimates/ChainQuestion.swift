import JourneyModel

/// The figures of a chain at one touchpoint with their errors, by the delta method.
///
/// With row x of N, `N(x,i)`: the visits of i by who is at x; and column x, `N(i,x)`: the visits of x
/// by who is at i, the derivatives by the chance of going from i to j are
/// - visits: `visits(i) · N(j,x)`;
/// - reach: `(visits(i) − reach · N(x,i)) · N(j,x) / N(x,x)` for i ≠ x, the visits before x is reached
///   times the chance to reach it from j;
/// - drop-off, `N(x,x) · p(x→left)`: `N(x,i) · N(j,x) · p(x→left)`, 1 instead of the last two
///   factors for leaving at x;
/// - completion from here: `N(x,i) ·` the chance to complete from j.
///
/// Cost: at most two solves for all of them, and each linear in the ways.
struct ChainQuestion {
  let chain: Visits
  let doubt: ChainDoubt
  /// The touchpoint.
  let x: Int
  /// What rows add to the variance of completing, the same for all touchpoints.
  let completing: ChainDoubt.Parts
  private lazy var row = chain.factors.visits(from: unit)
  private lazy var column = chain.factors.solving(unit)
  /// What rows add to the variance of coming to x.
  private lazy var coming: ChainDoubt.Parts = {
    let column = column
    return doubt.parts { _, way in way.target >= 0 ? column[Int(way.target)] : 0 }
  }()
  /// The same of leaving at x, by the chance to leave x once there.
  private lazy var leaving: ChainDoubt.Parts = {
    let column = column
    let share = chain.exits[Visits.Outcome.left.rawValue][x]
    // Leaving at x counts in x's own row alone; elsewhere it is coming to x that counts.
    return doubt.parts(coming.scaled(by: share), replacing: x) { _, way in
      way.target >= 0 ? column[Int(way.target)] * share : way.leads(to: .left) ? 1 : 0
    }
  }()

  /// Asks about a touchpoint.
  ///
  /// - Parameters:
  ///   - chain: The solved chain.
  ///   - doubt: How sure its rows are.
  ///   - x: The touchpoint.
  ///   - completing: ``ChainDoubt/parts(ofCompletingIn:)``.
  init(_ chain: Visits, _ doubt: ChainDoubt, at x: Int, completing: ChainDoubt.Parts) {
    self.chain = chain
    self.doubt = doubt
    self.x = x
    self.completing = completing
  }

  private var unit: [Double] {
    var unit = [Double](repeating: 0, count: chain.visits.count)
    unit[x] = 1
    return unit
  }

  /// Mean visits.
  mutating func visits(_ value: Double) -> Estimate {
    guard value > 0 else { return Estimate(value, low: 0) }
    let variance = doubt.variance(weights: chain.visits, start: 1, coming)
    return EffectiveCount.positive(value, variance: variance)
  }

  /// The share of those who start that come here.
  mutating func reach(_ value: Double) -> Estimate {
    guard value > 0 else {
      return doubt.counts.last?.map { EffectiveCount.counted(0, of: $0) } ?? Estimate(value)
    }
    let again = column[x]
    var weights = zip(chain.visits, row).map { max(0, $0 - value * $1) / again }
    weights[x] = 0
    let variance = doubt.variance(weights: weights, start: 1 / again, coming)
    return EffectiveCount.share(value, variance: variance)
  }

  /// The share of all who start that leave here: `g(i,j) = visits(i) · N(j,x) · p(x→left)`.
  mutating func left(_ value: Double) -> Estimate {
    let variance = doubt.variance(weights: chain.visits, start: 1, leaving)
    return EffectiveCount.share(value, variance: variance)
  }

  /// The share of those who come here that leave here.
  mutating func dropOff(_ value: Double) -> Estimate {
    share(
      value, doubt.variance(weights: row, start: 0, leaving),
      isSupposed: doubt.given[x]?.ways.contains(.end(.left)) ?? false)
  }

  /// The chance to complete from here.
  mutating func completionFromHere(_ value: Double) -> Estimate {
    share(
      value, doubt.variance(weights: row, start: 0, completing), isSupposed: doubt.endsAsSupposed(x)
    )
  }

  /// A share of those who are here; one that is 0 or 1 for all that anybody saw is as sure as those
  /// who were here are many, unless it is only supposed.
  private func share(_ value: Double, _ variance: Double?, isSupposed: Bool = false) -> Estimate {
    if variance == 0, !isSupposed, value == 0 || value == 1 {
      return doubt.counts[x].map { EffectiveCount.counted(value, of: $0) } ?? Estimate(value)
    }
    return EffectiveCount.share(value, variance: variance)
  }
}

extension ChainQuestion {
  /// How relief comes: its chance, steps and time.
  ///
  /// In the chain of those who wait for relief, with `u = N′(x,·)`, h the chances of relief, A steps
  /// and T times summed over those to whom it comes, `y = u · N′`, and `z = b · N′` where
  /// `b(m) = Σₖ u(k) p(k→m) t(k,m)` over the ways that stay in that chain: the chance has the derivatives `u(i) h(j)`; steps `A/h` have
  /// `(u(i) (A(j) − steps · h(j)) + y(i) h(j)) / h(x)`; time `T/h` has
  /// `(u(i) (t(i,j) h(j) + T(j) − time · h(j)) + z(i) h(j)) / h(x)`. Which touchpoints are bad is taken
  /// as known. Cost: one solve for each.
  ///
  /// - Parameters:
  ///   - reliefs: The chain of those who wait for relief.
  ///   - measure: Which of the three.
  ///   - value: The figure.
  ///   - times: The time of each way.
  /// - Returns: The estimate.
  func relief(
    _ reliefs: ReliefChain, _ measure: Figure.Measure, _ value: Double, _ times: Times
  ) -> Estimate {
    let slot = reliefs.slots[x]
    var unit = [Double](repeating: 0, count: reliefs.members.count)
    unit[slot] = 1
    let slots = reliefs.slots
    let chances = reliefs.chances
    let u = reliefs.factors.visits(from: unit)
    var weights = [Double](repeating: 0, count: slots.count)
    for (place, index) in reliefs.members.enumerated() { weights[index] = u[place] }

    func chance(_ target: Int32) -> Double {
      guard target >= 0 else { return 0 }
      let place = slots[Int(target)]
      return place < 0 ? 1 : chances[place]
    }
    switch measure {
    case .reliefChance:
      let variance = doubt.variance(weights: weights, usesStart: false) { row, way in
        weights[row] * chance(way.target)
      }
      return share(value, variance)
    case .reliefSteps:
      let y = reliefs.factors.visits(from: u)
      let variance = doubt.variance(weights: weights, usesStart: false) { row, way in
        let place = way.target < 0 ? -1 : slots[Int(way.target)]
        let own = place < 0 ? 0 : reliefs.steps[place]
        let h = chance(way.target)
        return (weights[row] * (own - value * h) + y[slots[row]] * h) / chances[slot]
      }
      return EffectiveCount.positive(value, variance: variance, least: 1)
    default:
      var spent = [Double](repeating: 0, count: u.count)
      for (place, index) in reliefs.members.enumerated() where u[place] > 0 {
        for step in chain.network.rows[index].next where slots[step.target] >= 0 {
          let seconds = times.seconds(of: step, from: index) ?? 0
          spent[slots[step.target]] += u[place] * step.chance * seconds
        }
      }
      let z = reliefs.factors.visits(from: spent)
      let variance = doubt.variance(weights: weights, usesStart: false) { row, way in
        let h = chance(way.target)
        guard h > 0 else { return 0 }
        let place = slots[Int(way.target)]
        let own = place < 0 ? 0 : reliefs.timed[place] ?? .nan
        let through = weights[row] * (way.seconds * h + own - value * h)
        return (through + z[slots[row]] * h) / chances[slot]
      }
      return EffectiveCount.positive(value, variance: variance)
    }
  }
}
