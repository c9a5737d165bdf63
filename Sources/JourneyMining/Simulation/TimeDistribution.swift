/// How long it takes to get from one event to the next, with the mean and median of the document.
///
/// - Only a mean: exponential, cut at five times its scale and made longer so that the mean is exact.
/// - A mean above the median: lognormal, cut at three deviations to each side, which leaves the median;
///   its width is found so that the mean is exact.
/// - A mean not above the median, which no lognormal has: half of all below the median by a power law,
///   half evenly above it, so that both are exact.
///
/// All have a longest time, so that no customer is on the way for ever.
struct TimeDistribution {
  private enum Shape {
    case always
    case exponential
    case lognormal(sigma: Double)
    case halves(power: Double, above: Double)
  }

  private let shape: Shape
  /// What the shape's numbers are multiplied with, in microseconds.
  private let unit: Double

  /// Times of which nothing is known: always so many seconds, 0 for as soon as can be.
  init(always seconds: Double) {
    shape = .always
    unit = seconds * 1e6
  }

  /// Times with a mean and perhaps a median, in seconds, not negative.
  ///
  /// A median of more than twice the mean cannot be, and is left out of account.
  init(mean: Double, median: Double?) {
    guard mean > 0, mean.isFinite else {
      shape = .always
      unit = 0
      return
    }
    guard let median, median > 0, mean >= median / 2 else {
      shape = .exponential
      unit = mean * 1e6 / Self.exponentialMean
      return
    }
    unit = median * 1e6
    if mean > median {
      let sigma = Self.sigma(mean / median)
      shape = .lognormal(sigma: sigma)
    } else {
      let above = 1 + (mean / median - 0.5) / 2
      let below = 2 * mean / median - above
      // The mean of u^k over 0…1 is 1 / (k + 1).
      shape = .halves(power: 1 / max(below, 1e-9) - 1, above: above)
    }
  }

  private static let cut = 5.0
  private static let deviations = 3.0
  /// The mean of an exponential distribution of scale 1 that is cut.
  private static let exponentialMean =
    1 - cut * PlainMath.exp(-cut) / (1 - PlainMath.exp(-cut))

  /// A time in whole microseconds, at least one, so that no two events of a customer tie.
  func draw(_ chance: inout ChanceStream) -> Int64 {
    let value: Double
    switch shape {
    case .always: value = unit
    case .exponential:
      let most = 1 - PlainMath.exp(-Self.cut)
      value = -unit * PlainMath.log(1 - chance.unit() * most)
    case .lognormal(let sigma):
      var z = chance.normal()
      while z.magnitude > Self.deviations { z = chance.normal() }
      value = unit * PlainMath.exp(sigma * z)
    case .halves(let power, let above):
      let u = chance.innerUnit()
      value =
        u < 0.5
        ? unit * PlainMath.exp(power * PlainMath.log(2 * u))
        : unit * (1 + (2 * u - 1) * 2 * (above - 1))
    }
    return Int64(max(1, min(value.rounded(), 9e17)))
  }

  /// The width at which the mean of a cut lognormal is so many times its median.
  private static func sigma(_ ratio: Double) -> Double {
    var low = 0.0
    var high = 30.0
    for _ in 0..<60 {
      let middle = (low + high) / 2
      if mean(sigma: middle) < ratio { low = middle } else { high = middle }
    }
    return (low + high) / 2
  }

  /// The mean of `exp(sigma · z)` over a normal z that is cut, by Simpson's rule.
  private static func mean(sigma: Double) -> Double {
    let parts = 400
    var sum = 0.0
    var whole = 0.0
    for part in 0...parts {
      let z = deviations * (2 * Double(part) / Double(parts) - 1)
      let weight = part == 0 || part == parts ? 1.0 : part.isMultiple(of: 2) ? 2 : 4
      let density = weight * PlainMath.exp(-z * z / 2)
      whole += density
      sum += density * PlainMath.exp(sigma * z)
    }
    return sum / whole
  }
}
