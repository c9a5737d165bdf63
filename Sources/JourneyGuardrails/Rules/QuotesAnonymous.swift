import JourneyAnalysis
import JourneyModel

/// `quotes-anonymous`: no quote holds an e-mail address or a telephone number.
///
/// Quotes, and what customers say and hear. One finding for each text, which does not repeat it; see
/// `PersonalData` for what is recognised.
struct QuotesAnonymous: RuleJudge {
  func judge(_ context: RuleContext) -> [Breach] {
    context.facts.places.filter { context.covers($0.id) }.flatMap { place -> [Breach] in
      let touchpoint = place.touchpoint
      let texts: [(key: String, name: String, texts: [String])] = [
        ("quotes", "quote", touchpoint.quotes.map(\.text)),
        ("says", "'says'", touchpoint.says), ("hears", "'hears'", touchpoint.hears),
      ]
      return texts.flatMap { key, name, texts in
        texts.enumerated().compactMap { index, text -> Breach? in
          let kinds = PersonalData.Kind.allCases.filter { kind in
            PersonalData.found(in: text).contains { $0.kind == kind }
          }
          guard !kinds.isEmpty else { return nil }
          return context.breach(
            at: [place.id],
            "\(name) \(index + 1) holds \(kinds.map(\.words).joined(separator: " and "))",
            fix: "take it out of the words, or put '…' in its place",
            path: .touchpoint(place.id, key).appending(.index(index))
          ).counting(.personalData, Double(kinds.count), limit: 0)
        }
      }
    }
  }
}
