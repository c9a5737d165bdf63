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

  /// How many touchpoints feel better and worse beyond chance.
  package var feltBeyondChance: (better: Int, worse: Int) {
    let felt = beyondChance.filter { $0.figure.measure == .felt && $0.figure.touchpoint != nil }
    return (felt.count { $0.verdict == .better }, felt.count { $0.verdict == .worse })
  }
}
