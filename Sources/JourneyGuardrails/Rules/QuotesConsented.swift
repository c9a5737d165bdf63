import JourneyAnalysis
import JourneyModel

/// `quotes-consented`: every quote carries consent.
///
/// A quote whose speaker said no, and one of which nobody recorded what they said.
struct QuotesConsented: RuleJudge {
  func judge(_ context: RuleContext) -> [Breach] {
    context.facts.places.filter { context.covers($0.id) }.flatMap { place in
      place.touchpoint.quotes.enumerated().compactMap { index, quote in
        let path = DocumentPath.touchpoint(place.id, "quotes").appending(.index(index))
        switch quote.consent {
        case true: return nil
        case false:
          return context.breach(
            at: [place.id], "quote \(index + 1) is shown against its speaker's will",
            fix: "take the quote out", path: path.appending("consent")
          ).counting(.unconsented, 1, limit: 0)
        case nil:
          return context.breach(
            at: [place.id], "nothing says that the speaker of quote \(index + 1) agreed to it",
            fix: "ask, and write 'consent: true', or take the quote out", path: path
          ).counting(.unconsented, 1, limit: 0)
        }
      }
    }
  }
}
