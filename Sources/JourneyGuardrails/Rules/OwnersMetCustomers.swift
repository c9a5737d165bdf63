import JourneyAnalysis
import JourneyModel
import TextSupport

/// `owners-met-customers`: every owner of a touchpoint has met a customer within the limit, 90 days
/// unless said.
///
/// Evidence whose `by` names the owner, by name or by role (`Ruiz (head of lab)` is met by `Head of
/// lab`), capitals aside, by a method in which one meets customers: not by counting, by a survey or
/// by going through the journey oneself. One finding for each owner, about all their touchpoints.
struct OwnersMetCustomers: RuleJudge {
  func judge(_ context: RuleContext) -> [Breach] {
    guard let limit = context.limit(.seconds) else { return context.withoutLimit }
    var owners: [(name: PersonName, touchpoints: [TouchpointID])] = []
    var known: [PersonName: Int] = [:]
    for place in context.facts.places where context.covers(place.id) {
      guard let owner = PersonName(place.owner) else { continue }
      if let index = known[owner] {
        owners[index].touchpoints.append(place.id)
      } else {
        known[owner] = owners.count
        owners.append((owner, [place.id]))
      }
    }
    let meetings = context.journey.evidence.filter(\.method.meetsCustomers).map { piece in
      (who: PersonName(piece.by)?.parts ?? [], date: piece.date)
    }
    return context.conclude(
      owners.map { owner in
        let names = owner.name.parts
        let own = meetings.filter { !names.isDisjoint(with: $0.who) }
        return outcome(owner.name.text, owner.touchpoints, own.map(\.date), limit, context)
      })
  }

  private func outcome(
    _ owner: String, _ touchpoints: [TouchpointID], _ dates: [CalendarDate?], _ limit: Double,
    _ context: RuleContext
  ) -> Outcome {
    guard let first = touchpoints.first else { return .fine }
    let name = OneLine.of(owner, most: 60)
    let last = dates.compactMap(\.self).filter { $0 <= context.asOf }.max()
    if last == nil, dates.contains(where: { $0 == nil }) {
      return .open(
        Outcome.Open(
          touchpoint: first, what: "when \(name) met a customer",
          why: "the evidence has no date", path: .touchpoint(first, "owner"),
          measured: Measured(.sinceCustomer, limit: limit)))
    }
    let asked = "required within \(Numerals(.seconds, limit: limit).days)"
    let summary: String
    var age: Double?
    if let last {
      let days = context.asOf.daysSinceEpoch - last.daysSinceEpoch
      let seconds = Double(days) * 86_400
      guard Side.atMost.isBeyond(seconds, limit) else { return .fine }
      age = seconds
      summary = "\(name) last met a customer on \(last), \(Wording.days(days)) ago, \(asked)"
    } else {
      summary = "no evidence says that \(name) met a customer, \(asked)"
    }
    return .broken(
      context.breach(
        at: touchpoints, summary,
        fix: "sit beside a customer, and write it down as 'evidence' with 'by: \(name)'",
        path: .touchpoint(first, "owner"), owner: owner
      ).counting(.sinceCustomer, age, limit: limit))
  }
}

extension Evidence.Method {
  /// Whether who uses it meets customers.
  var meetsCustomers: Bool {
    switch self {
    case .analytics, .survey, .selfExperience: false
    default: true
    }
  }
}
