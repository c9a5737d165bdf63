import JourneyModel

/// How long customers are on their way, in seconds.
///
/// A way's `time` runs from arriving to arriving; where it is given, the touchpoint's `wait` is not
/// added. A way without `time` takes the `wait` of the touchpoint it leaves; without either it is
/// unknown, except that an exit then takes no time at all. A start without `time` takes none:
/// customers start where they arrive. What is missing is replaced part by part, one persona's or one
/// transition's traffic, before parts are averaged. One part that somebody passes and that stays
/// unknown makes the sum unknown, and so does a journey in which nothing that anybody passes has a
/// time or a wait. Cost: linear.
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
  /// - Returns: Seconds; nil when a part that somebody passes is unknown, or nothing was timed.
  func total(_ chain: Visits) -> Double? {
    var sum = 0.0
    var isTimed = false
    func add(_ seconds: Double?, _ traffic: Double) {
      guard let seconds, traffic > 0 else { return }
      sum += traffic * seconds
      isTimed = true
    }
    let start = chain.network.start
    for step in start.next { add(step.seconds, step.chance) }
    for exit in start.ends { add(exit.seconds, exit.chance) }
    for (index, row) in chain.network.rows.enumerated() where chain.visits[index] > 0 {
      for step in row.next {
        guard let seconds = seconds(of: step, from: index) else { return nil }
        add(seconds, chain.visits[index] * step.chance)
      }
      for exit in row.ends {
        add(exit.seconds ?? waits[index], chain.visits[index] * exit.chance)
      }
    }
    return isTimed ? finite(sum) : nil
  }
}
