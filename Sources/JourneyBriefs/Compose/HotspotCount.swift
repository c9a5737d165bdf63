import JourneyAnalysis
import JourneyModel

extension [Member] {
  /// Whether none of the journeys has a flow: without one there is no heat, and no hotspot.
  var haveNoHeat: Bool { !isEmpty && allSatisfy { $0.analysis.hotspots.rankedBy == .pain } }

  /// So many hotspots; where no flow tells how many come, touchpoints that hurt are none.
  ///
  /// - Parameter places: Hotspots, and touchpoints felt as bad in journeys without flow.
  /// - Returns: Such as `2 hotspots`, `1 touchpoint that hurts`, or both.
  func few(_ places: [OwnerIndex.Place]) -> String {
    let hot = places.count { self[$0.member].hotspots[$0.touchpoint]?.kind != nil }
    var parts: [String] = []
    if hot > 0 { parts.append(Say.count(hot, "hotspot", "hotspots")) }
    if places.count > hot {
      parts.append(
        Say.count(places.count - hot, "touchpoint that hurts", "touchpoints that hurt"))
    }
    return Say.list(parts)
  }
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
    guard !haveNoHeat else {
      return
        "What feels worst first; no flow says how many come, so there is no heat and no hotspot"
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
    let hot = sure + suspected
    let painful = all - hot
    guard hot > 0 || painful == 0 else {
      return Brief.KeyFigure(
        Say.count(painful),
        painful == 1 ? "touchpoint that hurts; no flow" : "touchpoints that hurt; no flow",
        value: Double(painful))
    }
    return Brief.KeyFigure(Say.count(hot), Phrase(label), value: Double(hot), isBad: sure > 0)
  }

  private var label: String {
    let hot = sure + suspected
    let word = hot == 1 ? "hotspot" : "hotspots"
    guard hot > 0 else { return word }
    if sure == hot { return hot == 1 ? "\(word), sure" : "\(word), all sure" }
    if suspected == hot { return hot == 1 ? "\(word), suspected" : "\(word), all suspected" }
    return "\(word), \(Say.count(sure)) of them sure"
  }
}
