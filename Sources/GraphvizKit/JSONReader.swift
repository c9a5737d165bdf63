/// Reads the library's JSON from front to back, once, keeping nothing that is not asked for.
///
/// Strict about the grammar as far as it is read; texts are taken as they stand, since the library
/// does not escape every control character.
struct JSONReader {
  struct Failure: Error, CustomStringConvertible {
    var expected: String
    var position: Int
    var description: String { "expected \(expected) at byte \(position)" }
  }

  private let bytes: [UInt8]
  private(set) var position = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  func failure(_ expected: String) -> Failure { Failure(expected: expected, position: position) }

  /// The next byte that is not blank; 0 at the end, which no JSON begins with.
  mutating func peek() -> UInt8 {
    while position < bytes.count {
      let byte = bytes[position]
      guard byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 else { return byte }
      position += 1
    }
    return 0
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    guard peek() == byte else { return false }
    position += 1
    return true
  }

  private mutating func expect(_ byte: UInt8) throws(Failure) {
    guard take(byte) else { throw failure("\"\(Character(UnicodeScalar(byte)))\"") }
  }

  /// Reads an object; `member` must read each value, or skip it.
  mutating func object(
    _ member: (inout JSONReader, String) throws(Failure) -> Void
  ) throws(Failure) {
    try expect(UInt8(ascii: "{"))
    guard !take(UInt8(ascii: "}")) else { return }
    repeat {
      let key = try string()
      try expect(UInt8(ascii: ":"))
      try member(&self, key)
    } while take(UInt8(ascii: ","))
    try expect(UInt8(ascii: "}"))
  }

  /// Reads an array; `element` must read each value, or skip it.
  mutating func array(_ element: (inout JSONReader) throws(Failure) -> Void) throws(Failure) {
    try expect(UInt8(ascii: "["))
    guard !take(UInt8(ascii: "]")) else { return }
    repeat { try element(&self) } while take(UInt8(ascii: ","))
    try expect(UInt8(ascii: "]"))
  }

  mutating func skip() throws(Failure) {
    switch peek() {
    case UInt8(ascii: "{"):
      try object { (reader, _) throws(Failure) in try reader.skip() }
    case UInt8(ascii: "["):
      try array { (reader) throws(Failure) in try reader.skip() }
    case UInt8(ascii: "\""):
      try skipString()
    default:
      _ = try word()
    }
  }

  mutating func integer() throws(Failure) -> Int {
    guard let value = Int(try word()) else { throw failure("a whole number") }
    return value
  }

  /// A number, `true`, `false` or `null`.
  private mutating func word() throws(Failure) -> String {
    _ = peek()
    let start = position
    while position < bytes.count, Self.isWord(bytes[position]) { position += 1 }
    guard position > start else { throw failure("a value") }
    return String(decoding: bytes[start..<position], as: UTF8.self)
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"),
      UInt8(ascii: "."):
      true
    default: false
    }
  }

  private mutating func skipString() throws(Failure) {
    try expect(UInt8(ascii: "\""))
    while position < bytes.count {
      switch bytes[position] {
      case UInt8(ascii: "\""):
        position += 1
        return
      case UInt8(ascii: "\\"): position += 2
      default: position += 1
      }
    }
    throw failure("the end of a string")
  }

  mutating func string() throws(Failure) -> String {
    _ = peek()
    let start = position + 1
    try skipString()
    let raw = bytes[start..<position - 1]
    // Escapes are rare: almost every string is taken as it stands.
    guard raw.contains(UInt8(ascii: "\\")) else { return String(decoding: raw, as: UTF8.self) }
    return try unescaped(raw)
  }

  private func unescaped(_ raw: ArraySlice<UInt8>) throws(Failure) -> String {
    var text: [UInt8] = []
    text.reserveCapacity(raw.count)
    var index = raw.startIndex
    var high: UInt32?
    while index < raw.endIndex {
      let byte = raw[index]
      index += 1
      guard byte == UInt8(ascii: "\\") else {
        text.append(byte)
        continue
      }
      let escape = raw[index]
      index += 1
      switch escape {
      case UInt8(ascii: "b"): text.append(0x08)
      case UInt8(ascii: "f"): text.append(0x0C)
      case UInt8(ascii: "n"): text.append(0x0A)
      case UInt8(ascii: "r"): text.append(0x0D)
      case UInt8(ascii: "t"): text.append(0x09)
      case UInt8(ascii: "u"):
        let end = min(index + 4, raw.endIndex)
        guard end - index == 4,
          let unit = UInt32(String(decoding: raw[index..<end], as: UTF8.self), radix: 16)
        else { throw failure("four hexadecimal digits") }
        index = end
        if (0xD800..<0xDC00).contains(unit) {
          high = unit
        } else {
          var value = unit
          if let first = high, (0xDC00..<0xE000).contains(unit) {
            value = 0x10000 + (first - 0xD800) << 10 + (unit - 0xDC00)
          }
          high = nil
          text.append(contentsOf: String(UnicodeScalar(value) ?? "\u{FFFD}").utf8)
        }
      default: text.append(escape)
      }
    }
    return String(decoding: text, as: UTF8.self)
  }
}
