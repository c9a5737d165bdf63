/// A random number generator that gives the same numbers for the same seed, everywhere.
///
/// SplitMix64 (Steele, Lea & Flood 2014). Tests name the seed when they fail: as the argument of a
/// parametrised test, or through ``description``.
public struct SeededGenerator: RandomNumberGenerator, Sendable, CustomStringConvertible {
  /// The seed it was made from.
  public let seed: UInt64
  private var state: UInt64

  /// Creates a generator.
  public init(seed: UInt64) {
    self.seed = seed
    state = seed
  }

  /// Seeds for a parametrised test: `1...count`.
  public static func seeds(_ count: Int) -> [UInt64] {
    (1...max(1, count)).map(UInt64.init)
  }

  /// The next 64 random bits.
  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var bits = state
    bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
    return bits ^ (bits >> 31)
  }

  /// Whether something happens that has this chance.
  public mutating func chance(_ probability: Double) -> Bool {
    Double.random(in: 0..<1, using: &self) < probability
  }

  /// One of the elements.
  public mutating func pick<Element>(_ elements: [Element]) -> Element {
    elements[Int.random(in: 0..<elements.count, using: &self)]
  }

  /// A number with at most so many decimals.
  public mutating func decimal(_ range: ClosedRange<Double>, places: Int = 2) -> Double {
    let power = (0..<places).reduce(1.0) { product, _ in product * 10 }
    let number = (Double.random(in: range, using: &self) * power).rounded() / power
    return min(max(number, range.lowerBound), range.upperBound) + 0
  }

  /// The seed, for the words of a failing test.
  public var description: String { "seed \(seed)" }
}
