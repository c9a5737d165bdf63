import JourneyModel

/// Touchpoints that feel good to many, the brightest first: the mirror of burden.
///
/// `brightness = 1,000 · reach · Σ share · max(0, v shrunk)`; without flow they are ordered by the
/// second factor alone and have no brightness. Only what is above 0 is listed; ties keep the
/// document's order. Unit: per 1,000 who start. Cost: n log n.
///
/// - Parameter touchpoints: What is known, in the document's order.
/// - Returns: The bright spots.
func brightSpots(_ touchpoints: [RankedTouchpoint]) -> [BrightSpot] {
  var found: [(key: Double, index: Int, spot: BrightSpot)] = []
  for (index, ranked) in touchpoints.enumerated() {
    guard let feeling = ranked.feeling, feeling.gain > 0 else { continue }
    let brightness = ranked.reach.map { 1000 * $0 * feeling.gain }
    let key = brightness ?? feeling.gain
    guard key > 0 else { continue }
    let spot = BrightSpot(
      touchpoint: ranked.touchpoint.id, name: ranked.touchpoint.name, brightness: brightness,
      felt: feeling.figures.mean)
    found.append(((key * 1e9).rounded(), index, spot))
  }
  return found.sorted { ($0.key, $1.index) > ($1.key, $0.index) }.map(\.spot)
}
