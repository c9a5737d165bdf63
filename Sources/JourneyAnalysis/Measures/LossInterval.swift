/// The 90 % interval of a share that was counted: k of N.
///
/// The 5 % and 95 % points of Beta(k + ½, N − k + ½), Jeffreys' interval; as usual with it the lower
/// end is 0 when k = 0 and the upper end 1 when k = N, so that it always holds k / N. Unit: 0…1.
///
/// For the loss at a touchpoint N is the number of customers whose end is known, those started less
/// those under way, and k = left · N: who is still in the journey says nothing of where people leave.
///
/// Source: Brown, Cai & DasGupta, "Interval Estimation for a Binomial Proportion", Statistical
/// Science 16 (2001). Cost: two inversions of the incomplete beta function.
struct CountedShare {
  /// The share, k / N.
  let point: Double
  /// The lower end.
  let low: Double
  /// The upper end.
  let high: Double

  /// Computes the interval.
  ///
  /// - Parameters:
  ///   - count: k, which need not be whole where shares divide counts.
  ///   - total: N, above 0.
  init(_ count: Double, of total: Double) {
    let k = min(max(0, count), total)
    point = k / total
    let beta = BetaDistribution(a: k + 0.5, b: total - k + 0.5)
    low = k == 0 ? 0 : min(point, beta.quantile(0.05))
    high = k == total ? 1 : max(point, beta.quantile(0.95))
  }
}
