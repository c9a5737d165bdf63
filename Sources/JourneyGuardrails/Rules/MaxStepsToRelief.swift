import JourneyAnalysis
import JourneyModel

/// `max-steps-to-relief`: the mean number of steps from a bad touchpoint to relief at most the limit.
///
/// Judged as ``MaxTimeToRelief`` is, in steps.
struct MaxStepsToRelief: RuleJudge {
  func judge(_ context: RuleContext) -> [Breach] {
    guard let limit = context.limit(.count) else { return context.withoutLimit }
    return context.relief(.reliefSteps, to: limit, what: "how many steps it is to relief") {
      "\($0) \($0 == "1" ? "step" : "steps") until relief on average\($1), \($2)"
    }
  }
}

extension RuleContext {
  /// Holds how far relief is from each bad touchpoint against the limit.
  func relief(
    _ measure: Figure.Measure, to limit: Double, what: String,
    says: (String, String, String) -> String
  ) -> [Breach] {
    conclude(
      places.map { place in
        let figure = Figure(measure, at: place.id)
        let measured = Measured(figure, limit: limit)
        let path = DocumentPath.touchpoint(place.id, "felt")
        guard analysis.hasFlow else {
          return .open(
            Outcome.Open(
              touchpoint: place.id, what: what, why: .noFlow, path: path, measured: measured))
        }
        guard place.figures.felt != nil else {
          return .open(
            Outcome.Open(
              touchpoint: place.id, what: what, why: "nobody said what is felt",
              path: .touchpoint(place.id), measured: measured))
        }
        switch badness(of: place) {
        case .keeps: return .fine
        case .unsure:
          return .open(
            Outcome.Open(
              touchpoint: place.id, what: what, why: whyUnsure(Figure(.felt, at: place.id)),
              path: path, measured: measured))
        case .breaks: break
        }
        guard let relief = place.figures.relief else {
          // Good by the point, and so without a way to relief: the feeling is what is unsure.
          guard (place.figures.pain ?? 0) > 0, isBadByPoint(place) else { return .fine }
          return .open(
            Outcome.Open(
              touchpoint: place.id, what: what, why: "nobody knows how those go on who came here",
              path: path, measured: measured))
        }
        let fix = "open a way on that feels better, or say sooner what happens next"
        if relief.chance < 1e-9 {
          let numerals = Numerals(measure.unit, limit: limit)
          var never = breach(
            at: [place.id], "relief never comes, \(Side.atMost.words(numerals.limitText))",
            fix: fix, path: path)
          never.finding = never.finding.about(measured, .infinity)
          return .broken(never)
        }
        return hold(
          figure, to: limit, .atMost, what: what, path: path, fix: fix, says: says)
      })
  }

  private func isBadByPoint(_ place: Place) -> Bool {
    (place.figures.felt.map { analysis.scale.normalized($0.shrunk) } ?? 0) < 0
  }

  /// Whether a touchpoint feels bad, as surely as the rule asks; what is bad by its point alone is
  /// bad enough where all has to be surely good.
  func badness(of place: Place) -> Judgement {
    let scale = analysis.scale
    guard let felt = place.figures.felt else { return .unsure }
    // On an inverted scale the better end of the interval is the lower one.
    let bounds = [felt.low, felt.high].map { $0.map(scale.normalized) }
    let (low, high) = scale.isInverted ? (bounds[1], bounds[0]) : (bounds[0], bounds[1])
    let v = Estimate(scale.normalized(felt.shrunk), low: low, high: high)
    return Self.judge(v, 0, .atLeast, fails)
  }
}
