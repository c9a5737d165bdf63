/// What an unquoted value means: YAML 1.2's core rules, which JSON's literals are a part of.
///
/// `yes`, `no`, `on`, `off` and dates are text.
enum PlainScalar {
  /// Whether it is nothing.
  static func isNull(_ text: String) -> Bool {
    switch text {
    case "", "~", "null", "Null", "NULL": true
    default: false
    }
  }

  /// The truth value, nil when it is none.
  static func bool(_ text: String) -> Bool? {
    switch text {
    case "true", "True", "TRUE": true
    case "false", "False", "FALSE": false
    default: nil
    }
  }

  /// The number, which may be infinite or not a number; nil when it is none.
  static func number(_ text: String) -> Double? {
    let utf8 = text.utf8
    guard let first = utf8.first, first <= UInt8(ascii: "9"),
      first >= UInt8(ascii: "+"), utf8.count <= 400
    else { return nil }
    if let small = smallInteger(utf8) { return small }
    if isDecimal(utf8) { return Double(text) }
    switch text {
    case ".inf", ".Inf", ".INF", "+.inf", "+.Inf", "+.INF": return .infinity
    case "-.inf", "-.Inf", "-.INF": return -.infinity
    case ".nan", ".NaN", ".NAN": return .nan
    default: break
    }
    // Closures, since `map(Double.init)` would take the integer for a bit pattern.
    if text.hasPrefix("0x") { return UInt64(text.dropFirst(2), radix: 16).map { Double($0) } }
    if text.hasPrefix("0o") { return UInt64(text.dropFirst(2), radix: 8).map { Double($0) } }
    return nil
  }

  /// Whether a reader would take the text for anything but text if it stood without quotes.
  static func isTyped(_ text: String) -> Bool {
    isNull(text) || bool(text) != nil || number(text) != nil
  }

  /// Up to nine digits: most numbers of most documents.
  private static func smallInteger(_ utf8: String.UTF8View) -> Double? {
    guard utf8.count <= 9 else { return nil }
    var value = 0
    for byte in utf8 {
      guard byte >= 48, byte <= 57 else { return nil }
      value = value * 10 + Int(byte - 48)
    }
    return Double(value)
  }

  /// Whether the text is a decimal number of the core rules.
  ///
  /// `[-+]? ( \. [0-9]+ | [0-9]+ ( \. [0-9]* )? ) ( [eE] [-+]? [0-9]+ )?`
  private static func isDecimal(_ utf8: String.UTF8View) -> Bool {
    var rest = utf8[...]
    func digits() -> Int {
      let count = rest.prefix { $0 >= 48 && $0 <= 57 }.count
      rest = rest.dropFirst(count)
      return count
    }
    func take(_ first: Unicode.Scalar, _ second: Unicode.Scalar) -> Bool {
      guard let byte = rest.first, byte == UInt8(ascii: first) || byte == UInt8(ascii: second)
      else { return false }
      rest = rest.dropFirst()
      return true
    }
    _ = take("-", "+")
    let whole = digits()
    let fraction = take(".", ".") ? digits() : 0
    guard whole + fraction > 0 else { return false }
    if take("e", "E") {
      _ = take("-", "+")
      guard digits() > 0 else { return false }
    }
    return rest.isEmpty
  }
}
