import JourneyAnalysis
import JourneyModel

/// `min-customers`: a touchpoint's evidence from at least so many customers, 5 unless said.
///
/// Those whose scores enter the mean of what is felt there: `felt` with n and evidence from the
/// journey's period, without complaints, feedback and what staff went through.
struct MinCustomers: RuleJudge {
  func judge(_ context: RuleContext) -> [Breach] {
    guard let limit = context.limit(.count) else { return context.withoutLimit }
    return context.places.compactMap { place in
      let n = place.figures.felt?.n ?? 0
      guard Side.atLeast.isBeyond(Double(n), limit) else { return nil }
      let asked = Side.atLeast.words(Numerals(.count, limit: limit).limitText)
      let who: String =
        switch n {
        case 0: "nobody was asked"
        case 1: "only 1 was asked"
        default: "only \(n) were asked"
        }
      return context.breach(
        at: [place.id], "\(who), \(asked)",
        fix: "ask customers there, and write down how many as 'n'",
        path: place.touchpoint.felt == nil
          ? .touchpoint(place.id) : .touchpoint(place.id, "felt")
      ).counting(.customers, Double(n), limit: limit)
    }
  }
}
