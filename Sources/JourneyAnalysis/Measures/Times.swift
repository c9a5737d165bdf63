import JourneyModel

/// How long customers are on their way, in seconds.
///
/// A way's `time` runs from arriving to arriving; where it is given, the touchpoint's `wait` is not
/// added. A way without `time` takes the `wait` of the touchpoint it leaves; without either it is
/// unknown, except that an exit then takes no time at all. A start without `time` takes none:
/// customers start where they arrive. One part that somebody passes and nobody timed makes the sum
/// unknown. Cost: linear.
struct Times {
  /// The `wait` of each touchpoint.
  let waits: [Double?]

  /// Takes the waits of a journey.
  init(_ journey: Journey) {
    waits = journey.touchpoints.map { $0.wait.flatMap { finite($0.seconds) } }
  }

  /// The time from a touchpoint to the next; nil when unknown.
  func seconds(of step: FlowNetwork.Step, from index: Int) -> Double? {
    step.seconds ?? waits[index]
  }

  /// The time from a touchpoint to an end.
  func seconds(of exit: FlowNetwork.Exit, from index: Int) -> Double {
    exit.seconds ?? waits[index] ?? 0
  }

  /// The mean time until an end: `Σ visits(i) · p(i→j) · time(i→j)`.
  ///
  /// - Parameter chain: The solved chain.
  /// - Returns: Seconds; nil when a part that somebody passes is unknown.
  func total(_ chain: Visits) -> Double? {
    let start = chain.network.start
    var sum = start.next.reduce(0) { $0 + $1.chance * ($1.seconds ?? 0) }
    sum = start.ends.reduce(sum) { $0 + $1.chance * ($1.seconds ?? 0) }
    for (index, row) in chain.network.rows.enumerated() where chain.visits[index] > 0 {
      for step in row.next {
        guard let seconds = seconds(of: step, from: index) else { return nil }
        sum += chain.visits[index] * step.chance * seconds
      }
      for exit in row.ends {
        sum += chain.visits[index] * exit.chance * seconds(of: exit, from: index)
      }
    }
    return finite(sum)
  }
}
