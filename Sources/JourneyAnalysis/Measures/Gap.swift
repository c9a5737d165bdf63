import JourneyModel

/// What the organisation believes beside what customers feel.
///
/// At a touchpoint `gap = s · (believed − felt)` with the shown mean felt; positive means we think
/// better than it is. Over the journey felt, believed and gap take the touchpoints where both are
/// known, weighted by visits, so they need flow. The shares believed good and felt good (v above 0)
/// count the same touchpoints unweighted. Unit: the document's scale; shares 0…1. Cost: linear.
struct Gap {
  /// Mean felt, weighted by visits; nil without flow.
  private(set) var felt: Double?
  /// Mean believed, weighted by visits; nil without flow.
  private(set) var believed: Double?
  /// `s · (believed − felt)`.
  private(set) var gap: Double?
  /// The share of the touchpoints that are believed good; nil when both are known nowhere.
  private(set) var believedGood: Double?
  /// The share of the same touchpoints that feel good.
  private(set) var feltGood: Double?

  /// Computes the journey's gap.
  ///
  /// - Parameters:
  ///   - touchpoints: What is felt and believed at each, and its visits.
  ///   - scale: The scale of both.
  init(_ touchpoints: [(felt: Double?, believed: Double?, visits: Double?)], on scale: Scale) {
    let known = touchpoints.compactMap { point -> (Double, Double, Double?)? in
      guard let felt = point.felt, let believed = point.believed else { return nil }
      return (felt, believed, point.visits)
    }
    guard !known.isEmpty else { return }
    let count = Double(known.count)
    feltGood = Double(known.filter { normalized($0.0, on: scale) > 0 }.count) / count
    believedGood = Double(known.filter { normalized($0.1, on: scale) > 0 }.count) / count
    let weight = known.reduce(0) { $0 + ($1.2 ?? 0) }
    guard weight > 0, weight.isFinite else { return }
    let meanFelt = known.reduce(0) { $0 + ($1.2 ?? 0) / weight * $1.0 }
    let meanBelieved = known.reduce(0) { $0 + ($1.2 ?? 0) / weight * $1.1 }
    felt = meanFelt
    believed = meanBelieved
    gap = Self.at(felt: meanFelt, believed: meanBelieved, on: scale)
  }

  /// The gap at a touchpoint.
  static func at(felt: Double, believed: Double, on scale: Scale) -> Double {
    scale.sign * (believed - felt) + 0
  }

  /// What is believed: the means weighted by n where all say how many were asked, else plainly.
  ///
  /// - Parameter beliefs: What each group believes.
  /// - Returns: The mean; nil when nobody said.
  static func believed(_ beliefs: [Belief]) -> Double? {
    let valid = beliefs.filter { $0.mean.isFinite }
    guard !valid.isEmpty else { return nil }
    if valid.count == 1 { return valid[0].mean }
    let counts = valid.compactMap { $0.n.flatMap { $0 > 0 ? Double($0) : nil } }
    let weights = counts.count == valid.count ? counts : valid.map { _ in 1 }
    let sum = weights.reduce(0, +)
    return zip(valid, weights).reduce(0) { $0 + $1.1 / sum * $1.0.mean }
  }
}
