import JourneyGuardrails
import JourneyModel

/// What a guardrail found, for whoever decides: where and whose, without the rule's id and without
/// how the document is to be written.
enum FindingLine {
  static func line(
    _ finding: Finding, in member: Member?, namesJourney: Bool, namesOwner: Bool
  ) -> Phrase {
    var line = Phrase()
    let journey = member?.journey.title ?? finding.journey.rawValue
    if let touchpoint = finding.touchpoint {
      line = .said(member?.name(touchpoint) ?? touchpoint.rawValue)
      if namesJourney { line += " in \(said: journey)" }
    } else {
      line = .said(journey)
    }
    line += ": \(said: Redaction.redacted(finding.summary))"
    if namesOwner {
      if let owner = OwnerIndex.person(finding.owner) {
        line += "; owner \(said: owner.text)"
      } else if finding.id != "hotspots-owned" {
        // That one says so itself.
        line += "; no owner"
      }
    }
    return line
  }
}
