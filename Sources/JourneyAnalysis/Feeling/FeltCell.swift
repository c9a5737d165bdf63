import JourneyModel

/// A sample of customers: their mean feeling and how much they differ, on the document's scale.
struct FeltSample {
  /// The mean.
  var mean: Double
  /// How many customers, at least 1.
  var n: Int
  /// The standard deviation between them, nil when unknown; that of one alone is no spread.
  var sd: Double?
}

/// What is felt in one cell: a touchpoint with one persona, or with customers of all kinds.
///
/// Samples are pooled by n: `mean = Σ nⱼ meanⱼ / Σ nⱼ`. The variance is the spread within the
/// samples plus that between their means,
/// `sd² = ((N − k) · s²within + Σ nⱼ (meanⱼ − mean)²) / (N − 1)` with k samples, N customers and
/// `s²within = Σ (nⱼ − 1) sdⱼ² / Σ (nⱼ − 1)` over the samples that give an sd; unknown when no
/// sample of two customers or more gives one. The sd then weighs as much as the answers behind it:
/// `f = Σ (nⱼ − 1)` over the samples that give one, and k − 1 more for the means; N − 1 when all do. Unit: the document's scale. Cost: linear.
struct FeltCell {
  /// The pooled mean, or the assumption.
  var mean: Double
  /// How many customers; nil for an assumption.
  var n: Int?
  /// The pooled standard deviation; nil when unknown.
  var sd: Double?
  /// f, the degrees of freedom behind ``sd``; 0 when that is unknown.
  var freedom = 0.0
  /// Whether it is only supposed: it then speaks before everything that was measured.
  var isSupposed = false

  /// An assumption: a score that nobody was asked for.
  init(assumed mean: Double) {
    self.mean = mean
    n = nil
    sd = nil
  }

  /// A feeling that is supposed in place of what is known.
  init(supposed mean: Double) {
    self.init(assumed: mean)
    isSupposed = true
  }

  /// Pools samples; nil when there are none.
  init?(pooling samples: [FeltSample]) {
    guard !samples.isEmpty else { return nil }
    let total = samples.reduce(0.0) { $0 + Double($1.n) }
    let mean = samples.reduce(0) { $0 + Double($1.n) * $1.mean } / total
    self.mean = samples.count == 1 ? samples[0].mean : mean
    n = samples.map(\.n).saturatingSum
    guard let spread = Self.spread(samples, mean: self.mean, total: total) else { return }
    (sd, freedom) = spread
  }

  private static func spread(_ samples: [FeltSample], mean: Double, total: Double)
    -> (sd: Double, freedom: Double)?
  {
    guard total > 1 else { return nil }
    if samples.count == 1 { return samples[0].sd.map { ($0, total - 1) } }
    var square = 0.0
    var freedom = 0.0
    for sample in samples {
      guard let sd = sample.sd, sample.n > 1 else { continue }
      square += Double(sample.n - 1) * sd * sd
      freedom += Double(sample.n - 1)
    }
    let within = total - Double(samples.count)
    guard within == 0 || freedom > 0 else { return nil }
    let between = samples.reduce(0) { $0 + Double($1.n) * ($1.mean - mean) * ($1.mean - mean) }
    let inside = within == 0 ? 0 : within * square / freedom
    return (
      ((inside + between) / (total - 1)).squareRoot(), freedom + Double(samples.count - 1)
    )
  }
}
