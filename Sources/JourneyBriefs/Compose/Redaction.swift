import JourneyGuardrails
import JourneyModel

/// Keeps e-mail addresses and telephone numbers out of what a brief prints: it goes further than the
/// document it is made from.
enum Redaction {
  /// What stands where one was.
  static let mark = "[contact removed]"

  /// A text without them.
  static func redacted(_ text: String) -> String { PersonalData.redacted(text, with: mark) }

  /// A journey without them in its insights, decisions, pains and gains; cost linear.
  ///
  /// Quotes are left as they are: one with an address in it is not shown at all.
  static func redacted(_ journey: Journey) -> Journey {
    var journey = journey
    for index in journey.touchpoints.indices {
      for place in journey.touchpoints[index].pains.indices {
        journey.touchpoints[index].pains[place] = redacted(journey.touchpoints[index].pains[place])
      }
      for place in journey.touchpoints[index].gains.indices {
        journey.touchpoints[index].gains[place] = redacted(journey.touchpoints[index].gains[place])
      }
    }
    for index in journey.decisions.indices {
      let decision = journey.decisions[index]
      journey.decisions[index].insight = redacted(decision.insight)
      journey.decisions[index].decision = decision.decision.map(redacted)
      if let who = decision.reached?.who {
        journey.decisions[index].reached?.who = redacted(who)
      }
    }
    return journey
  }
}
