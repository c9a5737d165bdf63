import JourneyAnalysis
import JourneyGuardrails
import JourneyModel

/// Keeps e-mail addresses and telephone numbers out of what a brief prints: it goes further than the
/// document it is made from.
enum Redaction {
  /// What stands where one was.
  static let mark = "[contact removed]"

  /// A text without them.
  static func redacted(_ text: String) -> String { PersonalData.redacted(text, with: mark) }

  /// The name of a person without them: what else is said, or of a bare address what stands before
  /// its `@`, so that owners can still be told apart.
  static func person(_ name: String) -> String {
    let found = PersonalData.found(in: name)
    guard !found.isEmpty else { return name }
    let rest = PersonalData.redacted(name, with: " ")
      .split { $0.isWhitespace || "<>()[]{},;:".contains($0) }.joined(separator: " ")
    if rest.contains(where: \.isLetter) { return rest }
    guard let address = found.first(where: { $0.kind == .email }) else { return mark }
    let local = name[address.range].prefix { !"@([{".contains($0) && !$0.isWhitespace }
    return local.isEmpty ? mark : String(local)
  }

  /// Figures of a journey without them; those of a journey that holds none are the same.
  ///
  /// Cost: linear in the text; a journey that holds some is computed again.
  ///
  /// - Parameters:
  ///   - estimates: The figures.
  ///   - asOf: The day that ages are judged from.
  /// - Returns: The same figures of the journey without contacts.
  static func redacted(_ estimates: Estimates, asOf: CalendarDate) -> Estimates {
    let journey = redacted(estimates.journey)
    guard journey != estimates.journey else { return estimates }
    return (try? journey.estimated(asOf: asOf)) ?? estimates
  }

  /// A journey without them in its names, insights, decisions, pains and gains; cost linear.
  ///
  /// Quotes are left as they are: one with an address in it is not shown at all.
  static func redacted(_ journey: Journey) -> Journey {
    var journey = journey
    journey.title = redacted(journey.title)
    journey.customers = redacted(journey.customers)
    for index in journey.personas.indices {
      journey.personas[index].name = redacted(journey.personas[index].name)
      journey.personas[index].role = journey.personas[index].role.map(redacted)
    }
    for index in journey.channels.indices {
      journey.channels[index].name = redacted(journey.channels[index].name)
    }
    for index in journey.touchpoints.indices { redact(&journey.touchpoints[index]) }
    for index in journey.decisions.indices { redact(&journey.decisions[index]) }
    return journey
  }

  private static func redact(_ touchpoint: inout Touchpoint) {
    touchpoint.name = redacted(touchpoint.name)
    touchpoint.pains = touchpoint.pains.map(redacted)
    touchpoint.gains = touchpoint.gains.map(redacted)
    touchpoint.owner = touchpoint.owner.map(person)
    for place in touchpoint.believed.indices {
      touchpoint.believed[place].by = touchpoint.believed[place].by.map(person)
    }
  }

  private static func redact(_ decision: inout Decision) {
    decision.insight = redacted(decision.insight)
    decision.decision = decision.decision.map(redacted)
    decision.owner = decision.owner.map(person)
    if let who = decision.reached?.who { decision.reached?.who = person(who) }
  }
}
