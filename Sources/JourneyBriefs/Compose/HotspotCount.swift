import JourneyAnalysis
import JourneyModel

extension [Member] {
  /// What heat is, over a table of figures; documents may weigh distress otherwise than 1.
  var heatCaption: Phrase {
    let weights = Set(map(\.journey.hotspots.weight))
    let distress: String
    if weights.count > 1 {
      distress = "distress as each journey weighs it"
    } else if let weight = weights.first, weight != 1 {
      distress = "\(Say.factor(weight)) times distress"
    } else {
      distress = "distress"
    }
    return Phrase(
      "Heat is customers lost plus \(distress), per 1,000 who start; 90 % intervals under the "
        + "figures")
  }
}

/// How many hotspots there are among touchpoints, and how sure that is.
struct HotspotCount {
  /// All that are hotspots; without flow, that are felt as bad.
  private var all = 0
  private var sure = 0
  private var suspected = 0
  /// Whether anybody scored any of the touchpoints.
  private var isKnown = false

  /// Counts them.
  ///
  /// - Parameters:
  ///   - places: The touchpoints; those that are no hotspots are not counted.
  ///   - members: The journeys.
  init(_ places: some Sequence<OwnerIndex.Place>, in members: [Member]) {
    for place in places {
      let member = members[place.member]
      if member.figures(place.touchpoint)?.felt != nil { isKnown = true }
      guard let hotspot = member.hotspots[place.touchpoint],
        OwnerIndex.isHot(hotspot, in: member)
      else { continue }
      all += 1
      switch hotspot.kind {
      case .sure: sure += 1
      case .suspected: suspected += 1
      case nil: break
      }
    }
  }

  /// The large figure; "–" where nobody knows what is felt anywhere.
  var figure: Brief.KeyFigure {
    guard isKnown || all > 0 else {
      return Brief.KeyFigure(Say.unknown, "hotspots: no feeling is known", value: nil)
    }
    return Brief.KeyFigure(Say.count(all), Phrase(label), value: Double(all), isBad: sure > 0)
  }

  private var label: String {
    let word = all == 1 ? "hotspot" : "hotspots"
    // Where nothing counts how many come, what feels bad is neither.
    guard sure + suspected > 0 else { return word }
    if sure == all { return all == 1 ? "\(word), sure" : "\(word), all sure" }
    if suspected == all { return all == 1 ? "\(word), suspected" : "\(word), all suspected" }
    return "\(word), \(Say.count(sure)) of them sure"
  }
}
