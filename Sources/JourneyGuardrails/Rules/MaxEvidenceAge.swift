import JourneyAnalysis
import JourneyModel
import TextSupport

/// `max-evidence-age`: the newest evidence of a touchpoint at most so old, a year unless said.
///
/// The newest date of the evidence about it up to the day of the check; a `felt` with n is from the
/// end of the journey's period. What is undated counts only where nothing is dated: then the age is
/// unknown. What was believed is no evidence. A touchpoint that nobody has looked at is left to
/// `min-customers` and `min-methods` under `surely-bad`, and fails under `not-surely-good`.
struct MaxEvidenceAge: RuleJudge {
  func judge(_ context: RuleContext) -> [Breach] {
    guard let limit = context.limit(.seconds) else { return context.withoutLimit }
    return context.conclude(
      context.places.map { place in
        func unknown(_ why: Outcome.Why) -> Outcome {
          .open(
            Outcome.Open(
              touchpoint: place.id, what: "the age of the evidence", why: why,
              path: .touchpoint(place.id), measured: Measured(.evidenceAge, limit: limit)))
        }
        guard context.isLookedAt(place) else {
          return context.fails == .surelyBad ? .fine : unknown("nobody has looked at it")
        }
        guard let newest = newest(of: place, in: context) else {
          return unknown("the evidence has no date")
        }
        let days = context.asOf.daysSinceEpoch - newest.daysSinceEpoch
        let age = Double(days) * 86_400
        guard Side.atMost.isBeyond(age, limit) else { return .fine }
        return .broken(
          context.breach(
            at: [place.id],
            "the newest evidence is of \(newest), \(Wording.days(days)) ago, at most "
              + "\(Numerals(.seconds, limit: limit).days) allowed",
            fix: "go and look again, and write it down as 'evidence' with its date",
            path: path(of: newest, at: place, in: context)
          ).counting(.evidenceAge, age, limit: limit))
      })
  }

  private func newest(of place: Place, in context: RuleContext) -> CalendarDate? {
    var dates = (context.facts.evidence[place.id] ?? []).compactMap(\.date)
      .filter { $0 <= context.asOf }
    if context.isMeasured(place.touchpoint), let end = context.journey.period?.end {
      dates.append(min(end, context.asOf))
    }
    return dates.max()
  }

  /// The newest piece of evidence, or the score where that is newer.
  private func path(of newest: CalendarDate, at place: Place, in context: RuleContext)
    -> DocumentPath
  {
    let index = context.journey.evidence.firstIndex {
      $0.about == place.id && $0.date == newest
    }
    return index.map { ["evidence", .index($0), "date"] } ?? .touchpoint(place.id, "felt")
  }
}

extension Numerals {
  /// The limit in days, such as `180 days`; in smaller units below two days.
  var days: String {
    let days = limit / 86_400
    guard days >= 1, days < 1e15, days == days.rounded() else { return limitText }
    return Wording.days(Int(days))
  }
}
