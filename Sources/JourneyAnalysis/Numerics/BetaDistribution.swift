#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The beta distribution: its density, its distribution function and the inverse of that.
///
/// Relative accuracy is better than 10⁻¹⁰ for parameters from 0.5 to 10⁹, and far beyond in the
/// middle of the distribution.
///
/// Source: density by Loader, "Fast and Accurate Computation of Binomial Probabilities" (2000);
/// distribution function by the continued fraction DLMF 8.17.22, or by quadrature of the density
/// when both parameters are large; inverse by Newton's method inside a bracket. Cost: the continued
/// fraction takes about √min(a, b) steps, the quadrature a fixed number.
struct BetaDistribution {
  /// The parameter of x.
  let a: Double
  /// The parameter of 1 − x.
  let b: Double

  /// The parameter from which both must be for quadrature.
  private static let large = 3000.0

  /// The density at x, between 0 and 1, both excluded.
  func density(_ x: Double) -> Double {
    let n = a + b
    let exponent =
      stirlingError(n) - stirlingError(a) - stirlingError(b) - deviance(a, n * x)
      - deviance(b, n * (1 - x))
    return exp(exponent) * (n / (2 * .pi * a * b)).squareRoot() * (a / n) * (b / (x * (1 - x)))
  }

  /// The regularised incomplete beta function I(x; a, b): the probability of at most x.
  func cumulative(_ x: Double) -> Double {
    guard x > 0 else { return 0 }
    guard x < 1 else { return 1 }
    if x < (a + 1) / (a + b + 2) { return lowerTail(x) }
    return 1 - BetaDistribution(a: b, b: a).lowerTail(1 - x)
  }

  /// The x that is not exceeded with the probability.
  ///
  /// - Parameter probability: Between 0 and 1.
  /// - Returns: The quantile, 0…1.
  func quantile(_ probability: Double) -> Double {
    guard probability > 0 else { return 0 }
    guard probability < 1 else { return 1 }
    // The side on which x is small keeps its relative precision.
    if cumulative(0.5) < probability {
      return 1 - BetaDistribution(a: b, b: a).smallQuantile(1 - probability)
    }
    return smallQuantile(probability)
  }

  // MARK: - Parts

  /// The quantile when it is at most one half.
  private func smallQuantile(_ probability: Double) -> Double {
    var low = 0.0
    var high = 0.5
    var x = min(max(firstGuess(probability), 1e-300), 0.5)
    for _ in 0..<200 {
      let excess = cumulative(x) - probability
      if excess == 0 { return x }
      if excess < 0 { low = x } else { high = x }
      let density = density(x)
      var next = density > 0 && density.isFinite ? x - excess / density : .nan
      if !(next > low && next < high) {
        // Halve the exponent's range where x may be tiny, the interval itself elsewhere.
        next = low > 0 && high / low < 4 ? (low + high) / 2 : (max(low, 1e-300) * high).squareRoot()
      }
      if (next - x).magnitude <= 2e-16 * x { return next }
      x = next
    }
    return x
  }

  private func firstGuess(_ probability: Double) -> Double {
    let mean = a / (a + b)
    let sd = (mean * (1 - mean) / (a + b + 1)).squareRoot()
    let guess = mean + sd * normalQuantile(probability)
    if a > 3, guess > mean / 4 { return guess }
    // Near 0 the distribution function is x^a / (a · B(a, b)).
    let logBeta = lgammaOf(a) + lgammaOf(b) - lgammaOf(a + b)
    return exp((log(probability) + log(a) + logBeta) / a)
  }

  /// I(x; a, b) for an x below the mean.
  private func lowerTail(_ x: Double) -> Double {
    if a > Self.large, b > Self.large { return integral(to: x) }
    return density(x) * x * (1 - x) / a * continuedFraction(x)
  }

  /// The continued fraction of I(x; a, b) by Lentz's method.
  private func continuedFraction(_ x: Double) -> Double {
    let tiny = 1e-300
    var c = 1.0
    var d = 1 - (a + b) * x / (a + 1)
    d = 1 / (d.magnitude < tiny ? tiny : d)
    var fraction = d
    for step in 1...1_000_000 {
      let m = Double(step)
      let even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
      d = 1 + even * d
      c = 1 + even / c
      d = 1 / (d.magnitude < tiny ? tiny : d)
      if c.magnitude < tiny { c = tiny }
      fraction *= c * d
      let odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
      d = 1 + odd * d
      c = 1 + odd / c
      d = 1 / (d.magnitude < tiny ? tiny : d)
      if c.magnitude < tiny { c = tiny }
      fraction *= c * d
      if (c * d - 1).magnitude < 1e-16 { break }
    }
    return fraction
  }

  /// The density integrated up to x, from where it no longer counts.
  private func integral(to x: Double) -> Double {
    let mean = a / (a + b)
    let sd = (mean * (1 - mean) / (a + b + 1)).squareRoot()
    // Beyond the mode the density falls faster than any exponential; ten deviations suffice.
    var sum = 0.0
    var end = x
    for _ in 0..<24 {
      let begin = max(end - sd / 2, 0)
      guard end > begin else { break }
      sum += gauss(from: begin, to: end)
      end = begin
    }
    return sum
  }

  /// Gauss–Legendre quadrature of the density with ten points.
  private func gauss(from begin: Double, to end: Double) -> Double {
    let middle = (begin + end) / 2
    let half = (end - begin) / 2
    var sum = 0.0
    for (node, weight) in zip(Self.nodes, Self.weights) {
      sum += weight * (density(middle - half * node) + density(middle + half * node))
    }
    return sum * half
  }

  private static let nodes = [
    0.14887433898163122, 0.4333953941292472, 0.6794095682990244, 0.8650633666889845,
    0.9739065285171717,
  ]
  private static let weights = [
    0.29552422471475287, 0.26926671930999635, 0.21908636251598204, 0.1494513491505806,
    0.06667134430868814,
  ]
}

/// The logarithm of Γ(x) for a positive x.
private func lgammaOf(_ x: Double) -> Double {
  var sign: Int32 = 0
  return lgamma_r(x, &sign)
}

/// What Stirling's formula misses: `log Γ(x+1) − (x+½) log x + x − ½ log 2π`.
private func stirlingError(_ x: Double) -> Double {
  guard x > 15 else {
    return lgammaOf(x + 1) - (x + 0.5) * log(x) + x - 0.918938533204672741780329736406
  }
  let r = 1 / (x * x)
  let terms: [Double] = [
    1.0 / 156, -691.0 / 360_360, 1.0 / 1188, -1.0 / 1680, 1.0 / 1260, -1.0 / 360, 1.0 / 12,
  ]
  return terms.reduce(0) { $0 * r + $1 } / x
}

/// Loader's deviance `x log(x / m) + m − x`, precise also where x and m are close.
private func deviance(_ x: Double, _ m: Double) -> Double {
  guard (x - m).magnitude < 0.1 * (x + m) else { return x * log(x / m) + m - x }
  let v = (x - m) / (x + m)
  var sum = (x - m) * v
  var power = 2 * x * v
  for j in 1...1000 {
    power *= v * v
    let next = sum + power / Double(2 * j + 1)
    if next == sum { break }
    sum = next
  }
  return sum
}
