import JourneyModel

/// What all measured cells together say about any one of them, in units of v.
///
/// `s²ᵢ = (4 s₀² + fᵢ sdᵢ²) / (fᵢ + 4)`, with s₀² where sdᵢ is unknown; `vᵢ = s²ᵢ / nᵢ`. fᵢ are the
/// answers behind sdᵢ as degrees of freedom, `nᵢ − 1` unless some sources of the cell give no sd.
/// `s₀² = Σ fᵢ sdᵢ² / Σ fᵢ`; 0 counts as unknown, since nobody measured that customers never differ. With
/// `wᵢ = 1/vᵢ`, `Q = Σ wᵢ (xᵢ − x̄)²` about the weighted mean of k cells:
/// `τ² = max(0, (Q − (k − 1)) / (Σ wᵢ − Σ wᵢ² / Σ wᵢ))`, `μ = Σ w*ᵢ xᵢ / Σ w*ᵢ` and
/// `Var(μ) = 1 / Σ w*ᵢ` with `w*ᵢ = 1 / (vᵢ + τ²)`.
///
/// Source: DerSimonian & Laird, "Meta-analysis in Clinical Trials", Controlled Clinical Trials 7
/// (1986); empirical Bayes after Morris, Journal of the American Statistical Association 78 (1983).
/// Cost: linear in the cells.
struct Shrinkage {
  /// The pooled variance between customers; 0.25 when no cell gives one above 0.
  var pooledVariance: Double
  /// μ, τ² and Var(μ); nil when fewer than three cells are measured, or none leaves a doubt.
  var prior: Prior?

  /// The distribution of the cells' true means.
  struct Prior {
    /// μ.
    var mean: Double
    /// τ².
    var variance: Double
    /// Var(μ).
    var meanVariance: Double
  }

  /// The variance between customers where nothing is known of it, in units of v.
  static let unknownVariance = 0.25
  /// The fewest measured cells that are shrunk.
  static let fewestCells = 3

  /// The least pooled variance that is not what rounding leaves beside 0.
  static let leastVariance = 1e-24

  /// The variance vᵢ of a cell's mean.
  static func variance(n: Double, sd: Double?, freedom: Double, pooled: Double) -> Double {
    guard let sd, freedom > 0 else { return pooled / n }
    return (4 * pooled + freedom * sd * sd) / (freedom + 4) / n
  }

  /// A cell's mean, drawn towards μ as far as its own data is thin.
  ///
  /// `Bᵢ = τ² / (τ² + vᵢ)`, `mean = μ + Bᵢ (xᵢ − μ)`, `variance = Bᵢ vᵢ + (1 − Bᵢ)² Var(μ)`. An
  /// assumption is left as it is, without a variance.
  ///
  /// - Parameters:
  ///   - cell: The cell.
  ///   - scale: The scale of its scores.
  /// - Returns: The feeling in units of v.
  func shrink(_ cell: FeltCell, on scale: Scale) -> ShrunkFeeling {
    let x = normalized(cell.mean, on: scale)
    guard let n = cell.n else {
      return ShrunkFeeling(v: x, sampleVariance: nil, ownVariance: nil, pull: 0, meanVariance: 0)
    }
    let v = variance(of: cell, n, on: scale)
    guard let prior else {
      return ShrunkFeeling(v: x, sampleVariance: v, ownVariance: v, pull: 0, meanVariance: 0)
    }
    let sum = prior.variance + v
    let b = sum > 0 ? prior.variance / sum : 1
    return ShrunkFeeling(
      v: snapped(prior.mean + b * (x - prior.mean)), sampleVariance: v, ownVariance: b * v,
      pull: 1 - b, meanVariance: prior.meanVariance)
  }
}

extension Shrinkage {
  private func variance(of cell: FeltCell, _ n: Int, on scale: Scale) -> Double {
    Self.variance(
      n: Double(n), sd: cell.sd.map { $0 / scale.unit }, freedom: cell.freedom,
      pooled: pooledVariance)
  }

  /// Learns from the measured cells of a journey.
  init(_ cells: [FeltCell], on scale: Scale) {
    let known = cells.compactMap { cell in cell.n.map { (cell: cell, n: $0) } }
    var square = 0.0
    var freedom = 0.0
    for (cell, _) in known {
      guard let sd = cell.sd.map({ $0 / scale.unit }) else { continue }
      square += cell.freedom * sd * sd
      freedom += cell.freedom
    }
    let pooled = freedom > 0 ? square / freedom : 0
    self.init(
      pooledVariance: pooled > Self.leastVariance ? pooled : Self.unknownVariance, prior: nil)
    guard known.count >= Self.fewestCells else { return }
    let variances = known.map { variance(of: $0.cell, $0.n, on: scale) }
    guard variances.allSatisfy({ $0 > 0 }) else { return }
    prior = Prior(zip(known, variances).map { (normalized($0.cell.mean, on: scale), $1) })
  }
}

extension Shrinkage.Prior {
  /// Estimates the distribution from each cell's mean and its variance, which is above 0.
  init(_ cells: [(x: Double, variance: Double)]) {
    let weights = cells.map { 1 / $0.variance }
    let sum = weights.reduce(0, +)
    let centre = zip(cells, weights).reduce(0) { $0 + $1.1 * $1.0.x } / sum
    let q = zip(cells, weights).reduce(0) { $0 + $1.1 * ($1.0.x - centre) * ($1.0.x - centre) }
    // Σw − Σw²/Σw, with w ≤ Σw taken out so that nothing overflows.
    let spread = weights.reduce(0) { $0 + $1 * (1 - $1 / sum) }
    let excess = q - Double(cells.count - 1)
    variance = spread > 0 ? max(0, excess / spread) : 0
    var total = 0.0
    var weighted = 0.0
    for cell in cells {
      let weight = 1 / (cell.variance + variance)
      total += weight
      weighted += weight * cell.x
    }
    mean = weighted / total
    meanVariance = 1 / total
  }
}

/// A cell's feeling after shrinkage, in units of v.
struct ShrunkFeeling {
  /// The mean.
  var v: Double
  /// vᵢ, the variance of the mean before it is shrunk; nil for an assumption.
  var sampleVariance: Double?
  /// Bᵢvᵢ, the variance that is the cell's own; nil for an assumption.
  var ownVariance: Double?
  /// 1 − Bᵢ, how far the cell follows μ.
  var pull: Double
  /// Var(μ), the variance that all cells share.
  var meanVariance: Double

  /// Half the width of the 90 % interval; nil for an assumption.
  var halfWidth: Double? {
    ownVariance.map { Confidence.quantile * ($0 + pull * pull * meanVariance).squareRoot() }
  }

  /// `max(0, −v)`.
  var pain: Double { v < 0 ? -v : 0 }
  /// `max(0, v)`.
  var gain: Double { v > 0 ? v : 0 }
}

/// The score as v; what rounding leaves beside 0 is 0.
func normalized(_ score: Double, on scale: Scale) -> Double {
  snapped(scale.normalized(score))
}

/// The number, or 0 where it is only what rounding leaves; never the negative zero.
func snapped(_ v: Double) -> Double { v.magnitude < 1e-12 ? 0 : v }
