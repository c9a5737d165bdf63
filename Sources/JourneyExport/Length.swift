/// Lengths on paper.
enum Length {
  /// A length in mm as text, to a tenth.
  static func text(_ millimetres: Double) -> String { "\(number(millimetres)) mm" }

  /// A number to a tenth, without a decimal that is 0.
  static func number(_ value: Double) -> String {
    guard value.isFinite, abs(value) < 1e12 else { return "\(value)" }
    let tenths = (value * 10).rounded() / 10
    return tenths == tenths.rounded() ? String(Int(tenths)) : String(tenths)
  }
}
