/// Random numbers that are the same for the same seed on every machine.
///
/// SplitMix64 (Steele, Lea & Flood, "Fast Splittable Pseudorandom Number Generators", OOPSLA 2014):
/// eight bytes of state, so that each of millions of customers has a stream of its own.
struct ChanceStream {
  private(set) var state: UInt64

  init(state: UInt64) { self.state = state }

  /// A stream of its own for a number, such as a customer's, beside others of the same seed.
  init(_ seed: UInt64, _ number: UInt64) {
    state = Self.mixed(
      Self.mixed(seed &+ Self.step) ^ Self.mixed(number &* 0xD134_2543_DE82_EF95 &+ 1))
  }

  private static let step: UInt64 = 0x9E37_79B9_7F4A_7C15

  private static func mixed(_ bits: UInt64) -> UInt64 {
    var bits = bits
    bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
    return bits ^ (bits >> 31)
  }

  /// The next 64 bits.
  mutating func next() -> UInt64 {
    state &+= Self.step
    return Self.mixed(state)
  }

  /// A number from 0, included, to 1, not included.
  mutating func unit() -> Double { Double(next() >> 11) * 0x1p-53 }

  /// A number above 0 and below 1.
  mutating func innerUnit() -> Double { (Double(next() >> 12) + 0.5) * 0x1p-52 }

  /// A number of the normal distribution with mean 0 and deviation 1 (Marsaglia's polar method).
  mutating func normal() -> Double {
    while true {
      let x = 2 * unit() - 1
      let y = 2 * unit() - 1
      let square = x * x + y * y
      guard square < 1, square > 0 else { continue }
      return x * (-2 * PlainMath.log(square) / square).squareRoot()
    }
  }

  /// A number of the gamma distribution (Marsaglia & Tsang, "A Simple Method for Generating Gamma
  /// Variables", ACM TOMS 26, 2000) as its logarithm, since small shapes give numbers too small.
  ///
  /// - Parameter shape: Above 0.
  /// - Returns: The logarithm of the number.
  mutating func logGamma(shape: Double) -> Double {
    if shape < 1 {
      let larger = logGamma(shape: shape + 1)
      return larger + PlainMath.log(innerUnit()) / shape
    }
    let d = shape - 1.0 / 3
    let c = 1 / (9 * d).squareRoot()
    while true {
      let x = normal()
      let root = 1 + c * x
      guard root > 0 else { continue }
      let v = root * root * root
      let u = innerUnit()
      if PlainMath.log(u) < 0.5 * x * x + d - d * v + d * PlainMath.log(v) {
        return PlainMath.log(d * v)
      }
    }
  }
}
