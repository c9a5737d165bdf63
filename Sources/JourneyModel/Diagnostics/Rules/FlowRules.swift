extension ProblemFinder {
  /// Checks transitions one by one: their ends, their counts, none twice.
  ///
  /// What they add up to is the analysis's question.
  mutating func checkFlow() {
    var seen: Set<Ends> = []
    seen.reserveCapacity(journey.flow.count)
    for transition in journey.flow {
      if !seen.insert(Ends(transition)).inserted {
        error(
          "duplicate-transition", "'\(transition.key)' is given twice", fix: "add the two up",
          at: DocumentPath.transition(transition).key)
      }
      checkEnds(transition)
      switch transition.traffic {
      case .everyone(let traffic):
        checkTraffic(traffic, at: .transition(transition))
      case .each(let entries):
        checkIsNotEmpty(entries, at: .transition(transition))
        for entry in entries {
          checkReference(
            entry.persona,
            at: DocumentPath.transition(transition).part(entry.persona.rawValue).key)
          checkTraffic(
            entry.value, at: DocumentPath.transition(transition).part(entry.persona.rawValue))
        }
      }
    }
  }

  /// Where a transition begins and ends, to find those given twice.
  private struct Ends: Hashable {
    var source: Transition.Source
    var target: Transition.Target

    init(_ transition: Transition) {
      source = transition.source
      target = transition.target
    }
  }

  private mutating func checkEnds(_ transition: Transition) {
    if case .touchpoint(let id) = transition.source {
      checkReference(id, at: DocumentPath.transition(transition).key)
    }
    switch transition.target {
    case .touchpoint(let id):
      checkReference(
        id, or: ["completed", "left", "diverted", "under-way", "ended"],
        at: DocumentPath.transition(transition).key)
    case .end(.diverted(.some(let other))):
      if let problem = idProblem(other.rawValue, "journey") {
        error(
          "bad-id", problem.summary, fix: problem.fix, at: DocumentPath.transition(transition).key)
      }
    case .end: break
    }
  }

  private mutating func checkTraffic(
    _ traffic: Transition.Traffic, at path: @autoclosure () -> DocumentPath
  ) {
    switch traffic.amount {
    case .customers(let count):
      checkAmount(count, at: path().part("customers"))
    case .share(let share):
      if share > .whole {
        error(
          "share-above-whole", "\(share) is more than all who go on",
          fix: "write a share up to 100%", at: path().part("share"))
      }
    }
    checkExtensions(traffic.extensions, at: path())
    checkTime(traffic.time, at: path().part("time"))
    checkTime(traffic.median, at: path().part("median"))
  }
}
