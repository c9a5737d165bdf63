import JourneyAnalysis
import JourneyComparison

/// What became of a figure, in a picture's words.
enum DiffVerdict {
  /// The verdict; where it cannot be tested, where the numbers point.
  static func text(
    _ change: FigureChange, _ words: Words, _ comparison: Comparison
  ) -> String {
    // It would count by itself, but not among so many.
    let isAlone = change.isJudged && !change.isBeyondChance
    if comparison.isOfPersonas {
      if change.verdict == .better || change.verdict == .worse {
        return isAlone ? words.fill(words.diff.alone, words.diff.different) : words.diff.different
      }
      // Numbers that differ are seen to; whether the two do, nobody tested.
      if change.verdict == .unknown, [.better, .worse].contains(change.tendency) {
        return words.diff.notTested
      }
    }
    guard change.verdict == .unknown else {
      let word = text(change.verdict, words)
      let isEither = change.verdict == .better || change.verdict == .worse
      return isAlone && isEither ? words.fill(words.diff.alone, word) : word
    }
    switch change.tendency {
    case .unknown: return words.notMeasured
    case .same: return words.diff.same
    case let tendency: return words.fill(words.diff.untested, text(tendency, words))
    }
  }

  private static func text(_ verdict: Verdict, _ words: Words) -> String {
    switch verdict {
    case .better: words.diff.better
    case .worse: words.diff.worse
    case .different: words.diff.different
    case .tooCloseToCall: words.diff.tooClose
    case .same: words.diff.same
    case .unknown: words.notMeasured
    }
  }
}
