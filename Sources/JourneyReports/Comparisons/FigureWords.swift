import JourneyAnalysis
import JourneyComparison
import JourneyModel
import TextSupport

/// Figures and what became of them, as text for people.
struct FigureWords {
  /// The scale that scores are on.
  var scale: Scale

  /// What a verdict is called; with a question mark where numbers point somewhere that cannot be
  /// told from chance, because nobody knows how sure they are.
  static func word(_ change: FigureChange) -> String {
    guard change.verdict == .unknown else {
      // By itself it would count, but not among so many.
      let isEither = change.verdict == .better || change.verdict == .worse
      return change.verdict.word
        + (isEither && change.isJudged && !change.isBeyondChance ? " alone" : "")
    }
    switch change.tendency {
    case .better: return "better?"
    case .worse: return "worse?"
    case .different: return "different?"
    default: return change.tendency.word
    }
  }

  /// A verdict as one sign, for columns of many; no arrow, for a number that falls may be better.
  static func sign(_ verdict: Verdict) -> String {
    switch verdict {
    case .better: "✓"
    case .worse: "✗"
    case .different: "◆"
    case .same: "="
    case .tooCloseToCall: "~"
    case .unknown: "?"
    }
  }

  /// A value, such as `54%` or `−1.20`.
  func value(_ value: Double?, of measure: Figure.Measure) -> String {
    guard let value else { return "–" }
    switch measure.unit {
    case .share: return NumberText.percent(value)
    case .score: return NumberText.fixed(value, places, plus: measure == .gap || scale.low < 0)
    case .perThousand: return NumberText.fixed(value, 0)
    case .seconds: return DurationText.of(seconds: value)
    case .count: return NumberText.fixed(value, 1)
    }
  }

  /// A difference, such as `+7 pts` or `−3 d`.
  func difference(_ value: Double?, of measure: Figure.Measure) -> String {
    guard let value else { return "–" }
    return signed(value, of: measure) + (measure.unit == .share ? " pts" : "")
  }

  /// The interval of a difference, such as `+3 … +11`.
  func interval(_ difference: Difference?, of measure: Figure.Measure) -> String {
    guard let difference, difference.low != nil || difference.high != nil else { return "–" }
    func end(_ value: Double?) -> String { value.map { signed($0, of: measure) } ?? "?" }
    return "\(end(difference.low)) … \(end(difference.high))"
  }

  private func signed(_ value: Double, of measure: Figure.Measure) -> String {
    switch measure.unit {
    case .share:
      let points = value * 100
      return NumberText.fixed(points, points.magnitude < 9.95 ? 1 : 0, plus: true)
    case .score: return NumberText.fixed(value, places, plus: true)
    case .perThousand: return NumberText.fixed(value, 0, plus: true)
    case .seconds:
      let text = DurationText.of(seconds: value.magnitude)
      if value == 0 { return text }
      return (value < 0 ? String(NumberText.minus) : "+") + text
    case .count: return NumberText.fixed(value, 1, plus: true)
    }
  }

  /// The decimals of a score: what a difference of a fortieth of the scale needs.
  var places: Int { scale.unit <= 3 ? 2 : scale.unit < 20 ? 1 : 0 }
}
