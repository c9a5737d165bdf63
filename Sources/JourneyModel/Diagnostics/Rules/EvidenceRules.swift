extension ProblemFinder {
  /// Checks evidence: references, scores, and what keeps it out of the means.
  mutating func checkEvidence() {
    for (index, evidence) in journey.evidence.enumerated() {
      func path(_ key: String) -> DocumentPath { ["evidence", .index(index), .key(key)] }
      checkReference(evidence.about, at: path("about"))
      checkReference(evidence.persona, at: path("persona"))
      checkExtensions(evidence.extensions, at: ["evidence", .index(index)])
      checkOnScale(evidence.felt, at: path("felt"))
      checkCount(evidence.n, at: path("n"))
      checkSpread(evidence.sd, at: path("sd"))
      checkCount(evidence.asked, at: path("asked"))
      if let asked = evidence.asked, let n = evidence.n, asked >= 1, n > asked {
        error(
          "bad-count", "\(n) answered, but only \(asked) were asked",
          fix: "check 'n' and 'asked'", at: path("asked"))
      }
      checkUse(evidence, at: path)
    }
  }

  /// Warns about scores that will not enter a mean, though their author may expect it.
  private mutating func checkUse(_ evidence: Evidence, at path: (String) -> DocumentPath) {
    if let period = journey.period {
      if let date = evidence.date, !period.contains(date) {
        warning(
          "outside-period", "\(date) is outside the period, so this counts for no score",
          fix: "widen 'period', or leave it as a record", at: path("date"))
      } else if evidence.date == nil, evidence.felt != nil, evidence.method.entersMeans {
        warning(
          "undated-evidence", "evidence without a date, so this counts for no score of the period",
          fix: "add 'date:'", at: path("felt"))
      }
    }
    if evidence.felt != nil, evidence.n == nil, evidence.method.entersMeans {
      warning(
        "felt-without-n", "a score from nobody knows how many, so it counts for no mean",
        fix: "add 'n:' with the number of customers", at: path("felt"))
    }
  }
}
