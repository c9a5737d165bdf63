extension ProblemFinder {
  /// Checks what is said about the journey as a whole.
  mutating func checkWhole() {
    if let problem = idProblem(journey.id.rawValue, "journey") {
      error("bad-id", problem.summary, fix: problem.fix, at: ["id"])
    }
    if journey.title.isEmpty {
      error("no-title", "a journey without a title", fix: "write one", at: ["journey"])
    }
    checkExtensions(journey.extensions, at: .root)
    checkExtensions(journey.scale.extensions, at: ["scale"])
    checkExtensions(journey.ends.extensions, at: ["ends"])
    checkExtensions(journey.hotspots.extensions, at: ["hotspots"])
    if let language = journey.language, !Self.isLanguageTag(language) {
      error(
        "bad-language", "'\(language)' is not a language tag", fix: "write one such as en or de-AT",
        at: ["language"])
    }
    checkNotNegative(journey.value, at: ["value"])
    checkNotNegative(journey.hotspots.atLeast, at: ["hotspots", "at-least"])
    checkNotNegative(journey.hotspots.weight, at: ["hotspots", "weight"])
    if let period = journey.period, period.end < period.start {
      error(
        "bad-period", "the period ends before it begins",
        fix: "write \(period.end)..\(period.start)", at: ["period"])
    }
    checkScale()
    if journey.touchpoints.isEmpty {
      error(
        "no-touchpoints", "a journey without touchpoints",
        fix: "add 'touchpoints:' with an id and a name for each", at: ["touchpoints"])
    }
  }

  private mutating func checkScale() {
    let scale = journey.scale
    guard !hasScale else { return }
    let numbers = [scale.low, scale.high, scale.neutral]
    if !numbers.allSatisfy(\.isFinite) {
      error(
        "bad-scale", "a scale has finite ends", fix: "write {low: -2, high: 2}", at: ["scale"])
    } else if scale.low >= scale.high {
      let mirrored = scale.low > scale.high
      error(
        "bad-scale",
        "low is \(scale.low.plainText), and high \(scale.high.plainText) is not above it",
        fix: mirrored
          ? "write {low: \(scale.high.plainText), high: \(scale.low.plainText), inverted: true} when low scores are good"
          : "write two different ends", at: ["scale"])
    } else {
      error(
        "bad-scale",
        "neutral \(scale.neutral.plainText) is not between \(scale.low.plainText) and \(scale.high.plainText)",
        fix: "choose a neutral score inside the scale, or leave it out for the middle",
        at: ["scale", "neutral"])
    }
  }

  /// Whether a text has the shape of a BCP 47 tag: letters and digits in parts of at most eight.
  private static func isLanguageTag(_ text: String) -> Bool {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard let first = parts.first, (2...8).contains(first.count),
      first.allSatisfy({ $0.isASCII && $0.isLetter })
    else { return false }
    return parts.allSatisfy { part in
      (1...8).contains(part.count) && part.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) }
    }
  }
}
