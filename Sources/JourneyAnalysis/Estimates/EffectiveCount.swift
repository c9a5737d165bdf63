#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The interval of a figure from its standard error, as if it had been counted.
///
/// A share with the standard error σ is as sure as k of N counted customers with `k = N · share`: N
/// is the number for which the deviation of Jeffreys' Beta(k + ½, N − k + ½) is σ, and its interval is
/// theirs. It stays inside 0…1, and for a share that was really counted it is the very same. A figure
/// without an upper end, such as steps or time, is as sure as a rate with k events counted:
/// Gamma(k + ½) with `k = n · figure` and n such that its deviation, √(k + ½) / n, is σ.
///
/// Source: Brown, Cai & DasGupta, "Interval Estimation for a Binomial Proportion", Statistical
/// Science 16 (2001), and "Interval Estimation in Exponential Families", Statistica Sinica 13 (2003);
/// quantiles of the gamma distribution after Wilson & Hilferty (1931). Cost: constant.
enum EffectiveCount {
  /// As sure as so many, a share errs as the normal distribution does, and the beta distribution has no
  /// digits left.
  private static let mostCustomers = 1e9

  /// The estimate of a share, 0…1, with its interval.
  static func share(_ point: Double, variance: Double?) -> Estimate {
    guard let variance else { return Estimate(point) }
    guard variance > 0 else { return Estimate(point, low: point, high: point, deviation: 0) }
    let size = customers(point, variance)
    guard size < mostCustomers else {
      let width = Confidence.quantile * variance.squareRoot()
      return Estimate(
        point, low: max(0, point - width), high: min(1, point + width),
        deviation: variance.squareRoot())
    }
    let interval = CountedShare(point * size, of: size)
    return Estimate(
      point, low: min(point, interval.low), high: max(point, interval.high),
      deviation: variance.squareRoot())
  }

  /// The estimate of a share that was counted itself.
  static func counted(_ point: Double, of total: Double) -> Estimate {
    let interval = CountedShare(point * total, of: total)
    return Estimate(
      point, low: interval.low, high: interval.high,
      deviation: variance(point, total).squareRoot())
  }

  /// The estimate of a figure from 0 up.
  ///
  /// - Parameters:
  ///   - point: The figure.
  ///   - variance: Its variance; nil when unknown.
  ///   - least: What it cannot be below.
  /// - Returns: The estimate.
  static func positive(_ point: Double, variance: Double?, least: Double = 0) -> Estimate {
    guard let variance else { return Estimate(point) }
    let deviation = variance.squareRoot()
    let rate = point > 0 ? variance / point / point : .infinity
    guard rate > 1e-16 else {
      return Estimate(point, low: point, high: point, deviation: deviation)
    }
    // k = n · point does not depend on the figure's unit.
    let k = rate.isFinite ? (1 + (1 + 2 * rate).squareRoot()) / (2 * rate) : 0
    let size = rate.isFinite ? k / point : 0.5.squareRoot() / deviation
    guard deviation > 0 else { return Estimate(point, low: point, high: point, deviation: 0) }
    let low = gammaQuantile(k + 0.5, -Confidence.quantile) / size
    let high = gammaQuantile(k + 0.5, Confidence.quantile) / size
    return Estimate(
      point, low: point > 0 ? min(point, max(least, low)) : 0, high: max(point, high),
      deviation: deviation)
  }

  /// N, the customers who would have to be counted for a share to be as sure; 0 when less than half
  /// of one would do.
  static func customers(_ share: Double, _ variance: Double) -> Double {
    guard variance < Self.variance(share, 0) else { return 0 }
    var low = 0.0
    var high = 1.0
    while Self.variance(share, high) > variance, high < mostCustomers { high *= 4 }
    for _ in 0..<80 {
      let middle = low == 0 ? high / 2 : (low + high) / 2
      if Self.variance(share, middle) > variance { low = middle } else { high = middle }
    }
    return (low + high) / 2
  }

  /// The variance of Beta(k + ½, N − k + ½).
  static func variance(_ share: Double, _ size: Double) -> Double {
    let a = share * size + 0.5
    let b = (1 - share) * size + 0.5
    return a / (size + 1) * b / (size + 1) / (size + 2)
  }

  private static func gammaQuantile(_ shape: Double, _ z: Double) -> Double {
    let root = 1 - 1 / (9 * shape) + z / (3 * shape.squareRoot())
    return root > 0 ? shape * root * root * root : 0
  }
}
