/// The bytes of an SVG file while they are written.
struct SVGBuffer {
  private(set) var bytes: [UInt8] = []

  init(capacity: Int) {
    bytes.reserveCapacity(capacity)
  }

  /// Appends markup as it is.
  mutating func raw(_ text: StaticString) {
    text.withUTF8Buffer { bytes.append(contentsOf: $0) }
  }

  /// Appends a text of our own that needs no escaping.
  mutating func plain(_ text: String) {
    bytes.append(contentsOf: text.utf8)
  }

  /// Appends any text, escaped for content and attributes; what XML cannot hold is replaced.
  mutating func escaped(_ text: String) {
    for byte in text.utf8
    where byte < 0x20 || byte == 0x7F || byte == 0xC2 || byte == 0xEF || byte >= 0xF0 {
      // Something that may be forbidden: look at each character.
      for scalar in text.unicodeScalars { escaped(scalar) }
      return
    }
    let start = bytes.count
    bytes.append(contentsOf: text.utf8)
    guard bytes[start...].contains(where: Self.needsEscape) else { return }
    bytes.removeLast(bytes.count - start)
    for byte in text.utf8 { escaped(byte) }
  }

  /// Appends a number with at most two decimals.
  mutating func number(_ value: Double) {
    guard value.isFinite, abs(value) < 1e12 else {
      bytes.append(48)
      return
    }
    var hundredths = Int((value * 100).rounded())
    if hundredths < 0 {
      bytes.append(45)
      hundredths = -hundredths
    }
    integer(hundredths / 100)
    let rest = hundredths % 100
    if rest != 0 {
      bytes.append(46)
      bytes.append(UInt8(48 + rest / 10))
      if rest % 10 != 0 { bytes.append(UInt8(48 + rest % 10)) }
    }
  }

  /// Appends ` name="number"`.
  mutating func attribute(_ name: StaticString, _ value: Double) {
    bytes.append(32)
    raw(name)
    bytes.append(61)
    bytes.append(34)
    number(value)
    bytes.append(34)
  }

  /// Appends ` name="text"`, escaped.
  mutating func attribute(_ name: StaticString, _ value: String) {
    bytes.append(32)
    raw(name)
    bytes.append(61)
    bytes.append(34)
    escaped(value)
    bytes.append(34)
  }

  /// Appends `#rrggbb`.
  mutating func color(_ color: Color) {
    bytes.append(35)
    for byte in [color.red, color.green, color.blue] {
      for digit in [byte >> 4, byte & 15] { bytes.append(digit < 10 ? digit + 48 : digit + 87) }
    }
  }

  private mutating func integer(_ value: Int) {
    if value >= 10 { integer(value / 10) }
    bytes.append(UInt8(48 + value % 10))
  }

  private mutating func escaped(_ scalar: Unicode.Scalar) {
    if scalar.value < 0x80, scalar.value >= 0x20, scalar.value != 0x7F {
      escaped(UInt8(scalar.value))
    } else if scalar == "\n" {
      bytes.append(10)
    } else {
      bytes.append(
        contentsOf: UTF8.encode(Scalars.drawable(scalar)) ?? UTF8.encodedReplacementCharacter)
    }
  }

  private static func needsEscape(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "&") || byte == UInt8(ascii: "<") || byte == UInt8(ascii: ">")
      || byte == UInt8(ascii: "\"")
  }

  private mutating func escaped(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "&"): raw("&amp;")
    case UInt8(ascii: "<"): raw("&lt;")
    case UInt8(ascii: ">"): raw("&gt;")
    case UInt8(ascii: "\""): raw("&quot;")
    default: bytes.append(byte)
    }
  }
}
