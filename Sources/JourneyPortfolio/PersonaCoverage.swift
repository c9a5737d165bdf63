import JourneyAnalysis
public import JourneyModel

/// How well one persona of one journey is heard, and how old what is known of it is.
public struct PersonaCoverage: Hashable, Sendable {
  /// The journey.
  public var journey: JourneyID
  /// The persona.
  public var persona: PersonaID
  /// The name people see.
  public var name: String
  /// The share of customers that are like this persona, 0…1.
  public var customers: Double
  /// Whether the share of customers was assumed, as nobody gave it.
  public var isShareAssumed: Bool
  /// How many customers like this persona were heard.
  public var heard: Double
  /// The share of all heard customers whose persona is known, 0…1; nil when none is.
  public var evidence: Double?
  /// When somebody last checked that the persona is still true.
  public var reviewed: CalendarDate?
  /// Days since then, below 0 for a day that is yet to come; nil when nobody has.
  public var reviewAge: Int?
  /// The newest day of evidence that is about this persona.
  public var newest: CalendarDate?
  /// Days since then; nil when nothing about the persona has a day.
  public var evidenceAge: Int?

  /// Whether the persona's share of the evidence is below half its share of customers: empathy for
  /// those like us.
  public var isSkewed: Bool { evidence.map { $0 < customers / 2 } ?? false }

  /// Whether nobody has checked the persona within so many days.
  ///
  /// - Parameter days: The days; a year unless said.
  /// - Returns: True too when nobody ever did.
  public func isStale(after days: Int = 365) -> Bool { reviewAge.map { $0 > days } ?? true }
}

/// How old what is known of one journey is.
public struct JourneyAge: Hashable, Sendable {
  /// The journey.
  public var journey: JourneyID
  /// The newest day of its evidence, or the end of its period where scores were measured; nil when
  /// nothing has a day.
  public var newest: CalendarDate?
  /// Days since then.
  public var days: Int?
  /// How many of its measured touchpoints rest on evidence more than a year old.
  public var stale: Int
}

extension Portfolio {
  /// Every persona of every journey, in the order of the members and of their documents.
  ///
  /// Shares as the warning `skewed-evidence` has them. Cost: linear in the evidence.
  public var personaCoverage: [PersonaCoverage] {
    members.flatMap { member -> [PersonaCoverage] in
      let journey = member.journey
      let heard = journey.heardByPersona
      let total = heard.reduce(0, +)
      let customers = journey.customersByPersona
      var newest: [PersonaID: CalendarDate] = [:]
      for piece in member.counted {
        guard let persona = piece.persona, let date = piece.date else { continue }
        newest[persona] = max(newest[persona] ?? date, date)
      }
      let asOf = member.analysis.asOf
      return journey.personas.enumerated().map { index, persona in
        PersonaCoverage(
          journey: journey.id, persona: persona.id, name: persona.name,
          customers: customers.shares[index],
          isShareAssumed: customers.areAssumed && persona.share == nil, heard: heard[index],
          evidence: total > 0 ? heard[index] / total : nil, reviewed: persona.reviewed,
          reviewAge: persona.reviewed.map { asOf.days(since: $0) }, newest: newest[persona.id],
          evidenceAge: newest[persona.id].map { asOf.days(since: $0) })
      }
    }
  }

  /// The personas whose share of the evidence is below half their share of customers.
  ///
  /// The least heard of what they ought to be first. A journey with one persona has none.
  public var skewedEvidence: [PersonaCoverage] {
    let several = Set(members.filter { $0.journey.personas.count > 1 }.map(\.journey.id))
    let skewed = personaCoverage.filter { $0.isSkewed && several.contains($0.journey) }
    return skewed.enumerated().sorted {
      let (a, b) = ($0.element.heardPart, $1.element.heardPart)
      return a != b ? a < b : $0.offset < $1.offset
    }.map(\.element)
  }

  /// How old what is known of each journey is, in the order of the members.
  public var ages: [JourneyAge] {
    members.map { member in
      let isMeasured = member.analysis.touchpoints.contains { $0.felt?.n != nil }
      let dates =
        member.counted.compactMap(\.date)
        + (isMeasured ? [member.journey.period?.end].compactMap(\.self) : [])
      let newest = dates.max()
      return JourneyAge(
        journey: member.journey.id, newest: newest,
        days: newest.map { member.analysis.asOf.days(since: $0) },
        stale: member.analysis.touchpoints.count { $0.warnings.contains { $0.id == .stale } })
    }
  }
}

extension PersonaCoverage {
  /// The share of the evidence as a part of what it ought to be.
  fileprivate var heardPart: Double {
    customers > 0 ? (evidence ?? 0) / customers : .infinity
  }
}

extension CalendarDate {
  /// Days from another day to this one.
  fileprivate func days(since other: CalendarDate) -> Int {
    daysSinceEpoch - other.daysSinceEpoch
  }
}
