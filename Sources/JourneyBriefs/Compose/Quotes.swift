import JourneyModel

/// What customers said at touchpoints, as far as it may be shown.
struct Quotes {
  private(set) var shown: [Brief.Quote] = []
  private var withoutConsent = 0
  private var withContact = 0
  private var leftOut = 0

  /// Takes one quote of each touchpoint, then the second ones and so on.
  ///
  /// - Parameters:
  ///   - places: The touchpoints, the most important first.
  ///   - members: The journeys.
  ///   - most: How many are shown.
  ///   - namesJourney: Whether the journey is said beside the touchpoint.
  init(_ places: [OwnerIndex.Place], members: [Member], most: Int, namesJourney: Bool) {
    var columns: [[Brief.Quote]] = []
    for place in places {
      let member = members[place.member]
      guard let touchpoint = member.touchpoint(place.touchpoint) else { continue }
      var column: [Brief.Quote] = []
      for quote in touchpoint.quotes {
        if quote.isShowable {
          column.append(
            Brief.Quote(
              Say.quotable(quote.text),
              source: Self.source(quote, at: touchpoint, in: member, namesJourney),
              language: member.journey.language))
        } else if quote.consent == false {
          withoutConsent += 1
        } else {
          withContact += 1
        }
      }
      columns.append(column)
    }
    let deepest = columns.map(\.count).max() ?? 0
    let all = (0..<deepest).flatMap { row in
      columns.compactMap { row < $0.count ? $0[row] : nil }
    }
    shown = Array(all.prefix(most))
    leftOut = all.count - shown.count
  }

  private static func source(
    _ quote: Touchpoint.Quote, at touchpoint: Touchpoint, in member: Member, _ namesJourney: Bool
  ) -> Phrase {
    var parts: [Phrase] = []
    if let persona = quote.persona {
      parts.append(.said(member.journey[persona: persona]?.name ?? persona.rawValue))
    }
    parts.append(.said(touchpoint.name))
    if namesJourney { parts.append(.said(member.journey.title)) }
    if let date = quote.date { parts.append(Phrase(Say.date(date))) }
    if quote.consent == nil { parts.append("consent not recorded") }
    return parts.joined(" · ")
  }

  /// What is not shown, and why; nil where everything is.
  var note: Phrase? {
    var parts: [String] = []
    if leftOut > 0 { parts.append("\(Say.count(leftOut, "more quote", "more quotes")) left out") }
    if withoutConsent > 0 {
      parts.append("\(Say.count(withoutConsent)) kept back, the customer did not agree")
    }
    if withContact > 0 {
      parts.append("\(Say.count(withContact)) kept back for an e-mail address or telephone number")
    }
    return parts.isEmpty ? nil : Phrase(parts.joined(separator: "; ") + ".")
  }
}
