#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The beta distribution: its density, its distribution function and the inverse of that.
///
/// Relative accuracy is better than 10⁻¹⁰ for parameters from 0.5 to 10⁹.
///
/// Source: density by Loader, "Fast and Accurate Computation of Binomial Probabilities" (2000);
/// distribution function by the continued fraction DLMF 8.17.22, or by quadrature of the density
/// when both parameters are large; inverse by Newton's method inside a bracket, begun with a
/// Cornish–Fisher expansion. Cost: some microseconds, whatever the parameters.
struct BetaDistribution {
  /// The parameter of x.
  let a: Double
  /// The parameter of 1 − x.
  let b: Double

  private let mean: Double
  private let deviation: Double
  /// What the density has beside the deviances and `1 / (x (1 − x))`.
  private let factor: Double

  /// The parameter from which both must be for quadrature.
  private static let large = 100.0

  /// Creates the distribution from its parameters, both above 0.
  init(a: Double, b: Double) {
    self.a = a
    self.b = b
    let n = a + b
    mean = a / n
    deviation = (mean * (b / n) / (n + 1)).squareRoot()
    factor =
      exp(stirlingError(n) - stirlingError(a) - stirlingError(b))
      * (n / (2 * .pi * a * b)).squareRoot() * (a / n) * b
  }

  /// The distribution of 1 − x.
  private var mirrored: BetaDistribution { BetaDistribution(a: b, b: a) }

  /// The density at x, between 0 and 1, both excluded.
  func density(_ x: Double) -> Double {
    let n = a + b
    return exp(-deviance(a, n * x) - deviance(b, n * (1 - x))) * factor / (x * (1 - x))
  }

  /// The regularised incomplete beta function I(x; a, b): the probability of at most x.
  func cumulative(_ x: Double) -> Double {
    guard x > 0 else { return 0 }
    guard x < 1 else { return 1 }
    if x < (a + 1) / (a + b + 2) { return lowerTail(x) }
    return 1 - mirrored.lowerTail(1 - x)
  }

  /// The x that is not exceeded with the probability.
  ///
  /// - Parameter probability: Between 0 and 1.
  /// - Returns: The quantile, 0…1.
  func quantile(_ probability: Double) -> Double {
    guard probability > 0 else { return 0 }
    guard probability < 1 else { return 1 }
    // The side on which x is small keeps its relative precision. Far from one half Cantelli's
    // inequality, P(beyond d deviations) ≤ 1 / (1 + d²), tells the side without computing anything.
    let distance = (0.5 - mean) / deviation
    let isFar = 1 < (1 + distance * distance) * min(probability, 1 - probability)
    let isLarge = isFar ? distance < 0 : cumulative(0.5) < probability
    return isLarge ? 1 - mirrored.smallQuantile(1 - probability) : smallQuantile(probability)
  }

  // MARK: - Parts

  /// The quantile when it is at most one half.
  private func smallQuantile(_ probability: Double) -> Double {
    var low = 0.0
    var high = 0.5
    var x = min(max(firstGuess(probability), 1e-300), 0.5)
    var value = cumulative(x)
    for _ in 0..<200 {
      let excess = value - probability
      if excess == 0 { return x }
      if excess < 0 { low = x } else { high = x }
      let density = density(x)
      let next = density > 0 && density.isFinite ? x - excess / density : .nan
      if next > low, next < high {
        // Newton's method squares the error: after a step so small nothing is left to mend.
        if (next - x).magnitude <= 1e-8 * min(x, deviation) { return next }
        let isNear = (next - x).magnitude < deviation && a > Self.large && b > Self.large
        value = isNear ? value + gauss(from: x, to: next) : cumulative(next)
        x = next
      } else {
        // Halve the exponent's range where x may be tiny, the interval itself elsewhere.
        let tiny = max(low, 1e-300)
        let middle = high / tiny < 4 ? (low + high) / 2 : (tiny * high).squareRoot()
        if middle <= low || middle >= high { return x }
        x = middle
        value = cumulative(x)
      }
    }
    return x
  }

  private func firstGuess(_ probability: Double) -> Double {
    let z = normalQuantile(probability)
    let n = a + b
    let skew = 2 * (b - a) * (n + 1).squareRoot() / ((n + 2) * (a * b).squareRoot())
    let guess = mean + deviation * (z + skew * (z * z - 1) / 6)
    if a > 2, guess > mean / 8 { return guess }
    // Near 0 the distribution function is density · x / a, nearly a multiple of x^a.
    let scale = density(mean / 2) * mean / 2 / a
    return mean / 2 * exp((log(probability) - log(scale)) / a)
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
    var sum = 0.0
    var end = x
    for _ in 0..<40 {
      let begin = max(end - 2.5 * deviation, 0)
      guard end > begin else { break }
      let part = gauss(from: begin, to: end)
      sum += part
      guard part > 1e-14 * sum else { break }
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
