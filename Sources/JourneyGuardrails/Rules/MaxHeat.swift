import JourneyAnalysis
import JourneyModel

/// `max-heat`: heat of a touchpoint at most the limit, per 1,000 customers who start.
///
/// Each touchpoint that somebody reaches, its heat with its 90 % interval against the limit.
/// Where feeling is unknown heat is the loss alone and has no upper bound.
struct MaxHeat: RuleJudge {
  func judge(_ context: RuleContext) -> [Breach] {
    guard let limit = context.limit(.perThousand) else { return context.withoutLimit }
    let isPlain = context.journey.hotspots.weight == 1
    return context.conclude(
      context.places.map { place in
        let figure = Figure(.heat, at: place.id)
        // Nobody leaves and nobody is hurt.
        let isCold =
          context.analysis.hasFlow && place.figures.felt != nil && place.figures.left == 0
          && place.figures.pain == 0
        if isCold, context.fails == .surelyBad { return .fine }
        return context.hold(
          figure, to: limit, .atMost, what: "how hot it is",
          path: place.figures.felt == nil ? .touchpoint(place.id) : .touchpoint(place.id, "felt"),
          fix: "mend what hurts or makes customers leave here, or waive the rule in the open"
        ) { value, interval, asked in
          // Heat counts who is lost and who is hurt; beyond 1,000 it cannot be read as people.
          isPlain && Self.isCount(value)
            ? "\(value) of 1,000 lost or distressed\(interval), \(asked)"
            : "heat \(value) per 1,000\(interval), \(asked)"
        }
      })
  }

  private static func isCount(_ text: String) -> Bool { !text.contains(",") }
}
