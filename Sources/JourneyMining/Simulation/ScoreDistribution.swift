import JourneyModel

/// What customers feel at one touchpoint: a beta distribution on the scale with exactly the document's
/// mean and standard deviation.
///
/// Cutting a normal distribution at the ends of the scale would move its mean towards the middle.
struct ScoreDistribution {
  private enum Shape {
    case always
    case ends(chanceOfHigh: Double)
    case beta(Double, Double)
  }

  private let shape: Shape
  private let mean: Double
  private let low: Double
  private let width: Double
  /// The chance that a customer who comes here says how it was.
  let response: Double

  /// Prepares scores.
  ///
  /// - Parameters:
  ///   - mean: The mean, on the scale.
  ///   - sd: The standard deviation; the widest that the scale has room for where it is wider.
  ///   - scale: The scale.
  ///   - response: The share of customers who give a score.
  init(mean: Double, sd: Double, scale: Scale, response: Double) {
    self.mean = mean
    self.response = response
    low = scale.low
    width = scale.high - scale.low
    let m = min(max((mean - low) / width, 0), 1)
    let spread = sd / width
    let most = m * (1 - m)
    if spread <= 0 || most <= 0 {
      shape = .always
    } else if spread * spread >= most * (1 - 1e-9) {
      shape = .ends(chanceOfHigh: m)
    } else {
      let size = most / (spread * spread) - 1
      shape = .beta(m * size, (1 - m) * size)
    }
  }

  /// Whether the scale has room for such scores.
  static func fits(mean: Double, sd: Double, scale: Scale) -> Bool {
    sd * sd <= (mean - scale.low) * (scale.high - mean) * (1 + 1e-9)
  }

  /// A score; nil from those who give none.
  func draw(_ chance: inout ChanceStream) -> Double? {
    if response < 1, chance.unit() >= response { return nil }
    switch shape {
    case .always: return mean
    case .ends(let chanceOfHigh): return chance.unit() < chanceOfHigh ? low + width : low
    case .beta(let a, let b):
      let x = chance.logGamma(shape: a)
      let y = chance.logGamma(shape: b)
      return low + width / (1 + PlainMath.exp(y - x))
    }
  }
}
