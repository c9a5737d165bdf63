/// A length of time, as journeys write it: `90s`, `4m`, `1.5h`, `5d`, `2w`.
public struct TimeSpan: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// The length in seconds, finite and not negative.
  public var seconds: Double

  /// Creates a span of so many seconds.
  public init(seconds: Double) {
    self.seconds = seconds
  }

  /// The units a document may use, with their seconds, smallest first.
  public static let units: [(symbol: String, seconds: Double)] = [
    ("s", 1), ("m", 60), ("h", 3600), ("d", 86_400), ("w", 604_800),
  ]

  /// Reads a number followed by one of ``units``; nil when the text is anything else.
  public init?(_ text: some StringProtocol) {
    guard let last = text.last,
      let unit = Self.units.first(where: { $0.symbol == String(last) }),
      let first = text.utf8.first, (48...57).contains(first),
      // `Double` reads hexadecimal too; a document does not.
      !text.utf8.contains(where: { $0 == UInt8(ascii: "x") || $0 == UInt8(ascii: "X") }),
      let number = Double(text.dropLast())
    else { return nil }
    let seconds = number * unit.seconds
    guard seconds.isFinite, seconds >= 0 else { return nil }
    self.init(seconds: seconds)
  }

  /// The span in the largest unit that holds it in a whole number below a hundred, else in the
  /// largest up to days in which three digits say it exactly, such as `6.56h`, else in whole units
  /// however many, else in seconds.
  public var description: String {
    for unit in Self.units.reversed() {
      let count = seconds / unit.seconds
      if count >= 1, count == count.rounded(), count < 100, count * unit.seconds == seconds {
        return "\(Int(count))\(unit.symbol)"
      }
    }
    for unit in Self.units.reversed() where unit.symbol != "w" {
      let count = seconds / unit.seconds
      guard count >= 1, count < 1000 else { continue }
      let places = count < 10 ? 100.0 : count < 100 ? 10.0 : 1.0
      let text = "\(((count * places).rounded() / places).plainText)\(unit.symbol)"
      if TimeSpan(text) == self { return text }
    }
    for unit in Self.units.reversed() {
      let count = seconds / unit.seconds
      if count >= 1, count == count.rounded(), count < 1e15, count * unit.seconds == seconds {
        return "\(Int(count))\(unit.symbol)"
      }
    }
    if seconds == seconds.rounded(), seconds < 1e15 { return "\(Int(seconds))s" }
    return "\(seconds)s"
  }

  /// Orders spans by length.
  public static func < (lhs: Self, rhs: Self) -> Bool { lhs.seconds < rhs.seconds }
}
