import JourneyModel

extension ChainDoubt {
  /// The variance of the share that ends so: `g(i,j) = visits(i) ·` the chance to end so from j.
  func variance(of outcome: Visits.Outcome, in chain: Visits) -> Double? {
    let visits = chain.visits
    let chances = chain.fromHere[outcome.rawValue]
    return variance(weights: visits, usesStart: true) { row, way in
      let weight = row < visits.count ? visits[row] : 1
      if way.target >= 0 { return weight * chances[Int(way.target)] }
      return way.leads(to: outcome) ? weight : 0
    }
  }

  /// The variance of steps: `g(i,j) = visits(i) ·` the touchpoints still to come from j on.
  func variance(ofStepsIn chain: Visits) -> Double? {
    let visits = chain.visits
    let ahead = chain.factors.solving(visits.map { _ in 1 })
    return variance(weights: visits, usesStart: true) { row, way in
      guard way.target >= 0 else { return 0 }
      return (row < visits.count ? visits[row] : 1) * ahead[Int(way.target)]
    }
  }

  /// The variance of time: `g(i,j) = visits(i) · (time(i→j) +` the time still to come from j on`)`.
  ///
  /// How long each way takes is taken as known.
  func variance(ofTimeIn chain: Visits, times: Times) -> Double? {
    let visits = chain.visits
    let own = chain.network.rows.enumerated().map { index, row in
      row.next.reduce(0) { $0 + $1.chance * (times.seconds(of: $1, from: index) ?? 0) }
        + row.ends.reduce(0) { $0 + $1.chance * times.seconds(of: $1, from: index) }
    }
    let ahead = chain.factors.solving(own)
    return variance(weights: visits, usesStart: true) { row, way in
      let later = way.target < 0 ? 0 : ahead[Int(way.target)]
      return (row < visits.count ? visits[row] : 1) * (way.seconds + later)
    }
  }
}
