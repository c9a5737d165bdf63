extension TimeSpan {
  /// Two lengths that are read beside each other, such as a mean and a median.
  ///
  /// Where their own units differ, both stand in the smaller one, if it says both exactly and in
  /// numbers that stay readable: `29.4h` and `28.8h` rather than `29.4h` and `1.2d`.
  ///
  /// - Parameters:
  ///   - first: One.
  ///   - second: The other.
  /// - Returns: Their texts, which read back as the same lengths.
  package static func descriptions(_ first: TimeSpan, _ second: TimeSpan) -> (String, String) {
    let own = (first.description, second.description)
    guard let a = own.0.last, let b = own.1.last, a != b,
      let unit = units.first(where: { $0.symbol == String(a) || $0.symbol == String(b) }),
      let one = first.text(in: unit), let other = second.text(in: unit)
    else { return own }
    return (one, other)
  }

  /// More of a unit than this are easier to read in a larger one.
  package static let mostReadable = 120.0

  /// The length in a unit, with three digits; nil where that is not exact, or hard to read.
  private func text(in unit: (symbol: String, seconds: Double)) -> String? {
    let count = seconds / unit.seconds
    guard count >= 1 || count == 0, count < Self.mostReadable else { return nil }
    let places = count < 10 ? 100.0 : count < 100 ? 10.0 : 1.0
    let text = "\(((count * places).rounded() / places).plainText)\(unit.symbol)"
    return TimeSpan(text) == self ? text : nil
  }
}
