/// Reads the numbers of a log.
enum NumberParser {
  private static let powers: [Double] = [
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
    1e17, 1e18,
  ]

  /// A finite number.
  ///
  /// - Parameters:
  ///   - text: Without spaces around it.
  ///   - takesComma: Whether a comma may stand before the fraction.
  /// - Returns: nil where it is none.
  @inline(__always)
  static func double(_ text: UnsafeRawBufferPointer, takesComma: Bool) -> Double? {
    var at = 0
    let count = text.count
    guard count > 0 else { return nil }
    let isNegative = text[0] == 0x2D
    if isNegative || text[0] == 0x2B { at = 1 }
    let first = at
    var digits: UInt64 = 0
    var point = -1
    // Up to 15 digits are exact, and so is the quotient by a power of ten.
    while at < count, at &- first < 16 {
      let digit = text[at] &- 0x30
      if digit < 10 {
        digits = digits &* 10 &+ UInt64(digit)
      } else if point < 0, text[at] == 0x2E || (takesComma && text[at] == 0x2C) {
        point = at
      } else {
        break
      }
      at &+= 1
    }
    let length = at &- first &- (point < 0 ? 0 : 1)
    guard at == count, length > 0, length <= 15 else { return slow(text, takesComma) }
    let value = Double(digits)
    let exact = point < 0 ? value : value / powers[count &- point &- 1]
    return isNegative ? -exact : exact
  }

  private static func slow(_ text: UnsafeRawBufferPointer, _ takesComma: Bool) -> Double? {
    guard text.count <= 400 else { return nil }
    var bytes = [UInt8](text)
    if takesComma, !bytes.contains(0x2E), let comma = bytes.firstIndex(of: 0x2C) {
      bytes[comma] = 0x2E
    }
    // Only digits, signs, a point and an exponent: no 'nan', 'inf' or hexadecimal numbers.
    for byte in bytes {
      let isPart = byte &- 0x30 < 10 || byte == 0x2E || byte == 0x2B || byte == 0x2D
      guard isPart || byte | 0x20 == 0x65 else { return nil }
    }
    guard let value = Double(String(decoding: bytes, as: UTF8.self)), value.isFinite else {
      return nil
    }
    return value
  }

  /// A whole number, perhaps with a fraction of zeros; nil where it is none.
  static func integer(_ text: UnsafeRawBufferPointer) -> Int64? {
    var at = 0
    guard let sign = text.first else { return nil }
    if sign == 0x2D || sign == 0x2B { at = 1 }
    let first = at
    var value: Int64 = 0
    while at < text.count, text[at] &- 0x30 < 10 {
      let (tens, isTooLarge) = value.multipliedReportingOverflow(by: 10)
      let (next, isTooLargeToo) = tens.addingReportingOverflow(Int64(text[at] - 0x30))
      guard !isTooLarge, !isTooLargeToo else { return nil }
      value = next
      at += 1
    }
    guard at > first else { return nil }
    if at < text.count {
      guard text[at] == 0x2E, text[(at + 1)...].allSatisfy({ $0 == 0x30 }) else { return nil }
    }
    return sign == 0x2D ? -value : value
  }
}
