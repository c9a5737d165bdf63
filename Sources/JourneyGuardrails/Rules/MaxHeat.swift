import JourneyAnalysis
import JourneyModel

/// `max-heat`: heat of a touchpoint at most the limit, per 1,000 customers who start.
///
/// Each touchpoint that somebody reaches, its heat with its 90 % interval against the limit.
/// Where feeling is unknown heat is the loss alone and has no upper bound. Where flow is known in
/// shares alone nothing was counted that would bound it: then it is never surely beyond the limit.
struct MaxHeat: RuleJudge {
  func judge(_ context: RuleContext) -> [Breach] {
    guard let limit = context.limit(.perThousand) else { return context.withoutLimit }
    return context.conclude(
      context.places.map { place in
        let figure = Figure(.heat, at: place.id)
        // Nobody leaves and nobody is hurt.
        let isCold =
          context.analysis.hasFlow && place.figures.felt != nil && place.figures.left == 0
          && place.figures.pain == 0
        if isCold, context.fails == .surelyBad { return .fine }
        let estimate = context.facts.estimates.estimate(of: figure)
        return context.hold(
          figure, to: limit, .atMost, what: "heat",
          path: place.figures.felt == nil ? .touchpoint(place.id) : .touchpoint(place.id, "felt"),
          fix: "mend what hurts or makes customers leave here, or waive the rule in the open",
          known: context.analysis.started == nil
            ? estimate.map { Estimate($0.value, low: 0) } : estimate
          // Heat adds who is lost and who is hurt, and may be above 1,000: it is no number of people.
        ) { "heat \($0) per 1,000\($1), \($2)" }
      })
  }
}
