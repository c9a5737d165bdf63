#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Student's t distribution: how far a mean strays from the truth, in errors that are estimated too.
///
/// t² / (ν + t²) is distributed as Beta(½, ν/2), so that all comes from ``BetaDistribution``. Relative
/// accuracy is better than 10⁻⁸.
///
/// Source: Johnson, Kotz and Balakrishnan, *Continuous Univariate Distributions* 2 (1995), ch. 28;
/// Abramowitz and Stegun 26.7.1. Cost: that of the beta distribution, some microseconds.
struct StudentT {
  /// The degrees of freedom.
  let freedom: Double

  /// From here on the normal distribution agrees to more digits than the beta distribution has.
  private static let many = 1e8

  /// The distribution of t² / (ν + t²); nil where it is the normal one.
  private var beta: BetaDistribution? {
    freedom < Self.many ? BetaDistribution(a: 0.5, b: freedom / 2) : nil
  }

  /// Creates the distribution.
  ///
  /// - Parameter freedom: The degrees of freedom, at least 1; many make the normal distribution.
  init(freedom: Double) {
    self.freedom = max(1, freedom)
  }

  /// The t beyond which so much lies, both sides together.
  ///
  /// - Parameter tail: Between 0 and 1, both excluded.
  /// - Returns: A positive number.
  func quantile(outside tail: Double) -> Double {
    guard let beta else { return -normalQuantile(tail / 2) }
    let part = beta.quantile(1 - tail)
    return (freedom * part / (1 - part)).squareRoot()
  }

  /// The chance of a t at least so far from 0, either way.
  ///
  /// - Parameter t: How many standard errors.
  /// - Returns: 0…1; 1 at 0.
  func twoSidedTail(_ t: Double) -> Double {
    guard freedom < Self.many else { return normalTwoSidedTail(t) }
    guard t.magnitude < 1e150 else { return 0 }
    let square = t * t
    // The other tail of the mirrored distribution, so that nothing is taken from 1.
    return BetaDistribution(a: freedom / 2, b: 0.5).cumulative(freedom / (freedom + square))
  }
}
