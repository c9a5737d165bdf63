package import JourneyAnalysis
import JourneyModel

extension Comparison {
  /// Whether the sides are two personas of one document: neither was before the other.
  package var isOfPersonas: Bool {
    guard let first = before.analysis.persona, let second = after.analysis.persona else {
      return false
    }
    return first != second && before.journey == after.journey
  }

  /// Whether no touchpoint of one is in the other: nothing is known to be comparable.
  package var isUnmatched: Bool {
    pairs.isEmpty && !before.touchpoints.isEmpty && !after.touchpoints.isEmpty
  }

  /// Whether a figure is everybody's on a side that has no flow of its own, so that it says nothing
  /// about what sets two personas apart.
  package func isShared(_ measure: Figure.Measure) -> Bool {
    guard isOfPersonas else { return false }
    switch measure {
    case .completed, .left, .diverted, .ended, .steps, .time, .dropOff, .reach, .visits,
      .completionFromHere, .loss:
      return [before, after].contains { side in
        side.analysis.warnings.contains { $0.id == .flowNotByPersona }
      }
    default: return false
    }
  }

  /// The share that reaches the goal, where it differs and nobody knows how sure that is.
  package var untestedOutcome: FigureChange? {
    guard let change = self[Figure(.completed)], change.verdict == .unknown,
      let difference = change.difference?.value, difference.magnitude >= 0.005,
      !isShared(.completed), !isOfPersonas, !isUnmatched
    else { return nil }
    return change
  }

  /// How much longer or shorter it takes, where that is a tenth or more; nobody knows how sure it is.
  package var movedTime: FigureChange? {
    guard let time = self[Figure(.time)], let old = time.before?.value, old > 0,
      let difference = time.difference?.value, difference.magnitude >= old / 10,
      !isShared(.time), !isOfPersonas, !isUnmatched
    else { return nil }
    return time
  }

  /// How many touchpoints feel better and worse beyond chance.
  package var feltBeyondChance: (better: Int, worse: Int) {
    let felt = beyondChance.filter { $0.figure.measure == .felt && $0.figure.touchpoint != nil }
    return (felt.count { $0.verdict == .better }, felt.count { $0.verdict == .worse })
  }
}
