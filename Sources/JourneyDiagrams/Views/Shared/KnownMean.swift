import JourneyAnalysis

/// A mean over the touchpoints where something is known, and over how many that is.
struct KnownMean {
  /// The mean, on the document's scale.
  let value: Double
  /// The touchpoints that it is over.
  let count: Int

  /// The journey's own figure over as many touchpoints as it takes; nil without one.
  init?(_ value: Double?, over count: Int) {
    guard let value else { return nil }
    (self.value, self.count) = (value, count)
  }

  /// The mean of what is known, weighted by visits where these are, else plainly; nil of nothing.
  ///
  /// Cost: linear.
  init?(of known: [(value: Double?, visits: Double?)]) {
    let known = known.compactMap { point in point.value.map { ($0, point.visits) } }
    guard !known.isEmpty else { return nil }
    let visits = known.compactMap(\.1)
    let isWeighted = visits.count == known.count && visits.contains { $0 > 0 }
    let weights = isWeighted ? visits : known.map { _ in 1 }
    let sum = weights.reduce(0, +)
    value = zip(known, weights).reduce(0) { $0 + $1.1 / sum * $1.0.0 }
    count = known.count
  }
}
