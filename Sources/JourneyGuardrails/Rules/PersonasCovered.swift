import JourneyAnalysis
import JourneyModel

/// `personas-covered`: every persona's share of those heard is at least so large a part of its share
/// of customers, half unless said.
///
/// What the warning `skewed-evidence` counts: customers whose persona is known, by any method, from
/// the journey's period. With one persona alone there is nothing to cover. Where nobody's persona is
/// known, or a persona's share of customers is not, it cannot be judged.
struct PersonasCovered: RuleJudge {
  func judge(_ context: RuleContext) -> [Breach] {
    guard context.covers(nil), context.journey.personas.count > 1 else { return [] }
    guard let limit = context.limit(.share) else { return context.withoutLimit }
    func unknown(_ why: Outcome.Why) -> [Breach] {
      context.conclude([
        .open(
          Outcome.Open(
            touchpoint: nil, what: "whom the evidence is from", why: why, path: ["personas"],
            measured: Measured(.personaShare, limit: limit)))
      ])
    }
    let heard = context.journey.heardByPersona
    let total = heard.reduce(0, +)
    guard total > 0 else { return unknown("no evidence names a persona") }
    let customers = context.journey.customersByPersona
    guard !customers.areAssumed else { return unknown("a persona has no share of customers") }
    return context.journey.personas.indices.compactMap { index -> Breach? in
      let persona = context.journey.personas[index]
      let share = heard[index] / total
      let least = limit * customers.shares[index]
      guard Side.atLeast.isBeyond(share, least) else { return nil }
      let numerals = Numerals(.share, limit: least)
      return context.breach(
        "\(OneLine.of(persona.name, most: 40)): \(numerals.text(share)) of those heard, "
          + "\(Numerals.trimmed(100 * customers.shares[index], 1))% of "
          + "\(OneLine.of(context.journey.customers, most: 40)), "
          + Side.atLeast.words(numerals.text(least)),
        fix: "ask more customers like \(OneLine.of(persona.name, most: 40))",
        path: ["personas", .key(persona.id.rawValue)]
      ).counting(.personaShare, share, limit: least)
    }
  }
}
