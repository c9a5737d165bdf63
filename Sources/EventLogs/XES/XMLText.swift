/// An attribute's value as it stands in the file, within bytes that somebody else keeps.
struct XMLText {
  var start: UnsafePointer<UInt8>
  var count: Int
  /// Whether the bytes mean themselves: no entity, no line break or tab.
  var isPlain: Bool

  var raw: UnsafeRawBufferPointer { UnsafeRawBufferPointer(start: start, count: count) }

  /// Why a value cannot be taken.
  struct Flaw: Error {
    /// The byte of the value where it is.
    var at: Int
    var summary: String
    var fix: String

    /// The same as a fault of the file.
    func fault(in text: XMLText) -> XMLScanner.Fault {
      XMLScanner.Fault(at: text.start + at, summary: summary, fix: fix)
    }
  }

  /// Adds what the value says to a buffer: entities undone, white space as spaces, as UTF-8.
  ///
  /// - Parameters:
  ///   - buffer: Where it goes.
  ///   - isUTF8: Whether the file says that it is UTF-8; else it is Windows-1252.
  /// - Returns: Whether the bytes were not what the file says, and were taken for Windows-1252.
  /// - Throws: What is wrong with the value.
  @inline(__always)
  func append(to buffer: inout XESBytes, isUTF8: Bool) throws(Flaw) -> Bool {
    let before = buffer.count
    if isPlain {
      buffer.append(start, count: count)
    } else {
      try appendDecoded(to: &buffer)
    }
    if buffer.isASCII(from: before) { return false }
    return try repair(&buffer, before, isUTF8)
  }

  /// Turns Windows-1252 into UTF-8, before entities are undone.
  @inline(never)
  private func repair(
    _ buffer: inout XESBytes, _ before: Int, _ isUTF8: Bool
  ) throws(Flaw) -> Bool {
    if isUTF8, TextRepair.isUTF8(raw) { return false }
    // Of what is all ASCII only entities made characters, which are right.
    if raw.allSatisfy({ $0 < 0x80 }) { return false }
    buffer.cut(to: before)
    let scratch = Scratch()
    // What is lent lives as long as who lends it.
    defer { withExtendedLifetime(scratch) {} }
    let text = TextRepair.repair(raw, scratch: scratch)
    guard let start = text.baseAddress else { return false }
    let repaired = XMLText(
      start: start.assumingMemoryBound(to: UInt8.self), count: text.count, isPlain: isPlain)
    try repaired.appendDecoded(to: &buffer)
    return isUTF8
  }

  private func appendDecoded(to buffer: inout XESBytes) throws(Flaw) {
    var at = 0
    while at < count {
      let byte = start[at]
      switch byte {
      case 0x26:
        guard let length = entityLength(at), let scalar = try scalar(at + 1, length) else {
          throw Flaw(
            at: at, summary: "& that begins no entity known to XML: '\(shown(at))'",
            fix: "write & as &amp;, and other characters as themselves")
        }
        buffer.append(UTF8.encode(scalar) ?? UTF8.EncodedScalar())
        at += length + 2
      case 0x0D:
        // A line break of two characters is one, and one space.
        buffer.append(0x20)
        at += at + 1 < count && start[at + 1] == 0x0A ? 2 : 1
      case 0x09, 0x0A:
        buffer.append(0x20)
        at += 1
      default:
        buffer.append(byte)
        at += 1
      }
    }
  }

  private func shown(_ at: Int) -> String {
    String(decoding: raw[at..<min(count, at + 16)], as: UTF8.self)
  }

  /// How long the name of the entity is that begins at `&`; nil where no semicolon ends it.
  private func entityLength(_ ampersand: Int) -> Int? {
    var at = ampersand + 1
    while at < count, at - ampersand <= 32 {
      if start[at] == 0x3B { return at - ampersand - 1 }
      at += 1
    }
    return nil
  }

  private func noCharacter(_ at: Int) -> Flaw {
    Flaw(
      at: at, summary: "an entity for a character that XML does not allow: '\(shown(at))'",
      fix: "take it out")
  }

  private func scalar(_ at: Int, _ length: Int) throws(Flaw) -> Unicode.Scalar? {
    let name = UnsafeRawBufferPointer(start: start + at, count: length)
    if name.first == 0x23 {
      let isHex = length > 1 && name[1] == 0x78
      let digits = name.dropFirst(isHex ? 2 : 1)
      guard !digits.isEmpty else { return nil }
      var value: UInt32 = 0
      for byte in digits {
        let digit: UInt8
        switch byte {
        case 0x30...0x39: digit = byte - 0x30
        case 0x61...0x66 where isHex: digit = byte - 0x61 + 10
        case 0x41...0x46 where isHex: digit = byte - 0x41 + 10
        default: return nil
        }
        // No character is larger than this, so that the next step cannot overflow.
        guard value <= 0x10_FFFF else { throw noCharacter(at - 1) }
        value = value * (isHex ? 16 : 10) + UInt32(digit)
      }
      let isAllowed =
        value >= 0x20 ? value != 0xFFFE && value != 0xFFFF : [0x09, 0x0A, 0x0D].contains(value)
      guard isAllowed, let scalar = Unicode.Scalar(value) else { throw noCharacter(at - 1) }
      return scalar
    }
    switch String(decoding: name, as: UTF8.self) {
    case "amp": return "&"
    case "lt": return "<"
    case "gt": return ">"
    case "quot": return "\""
    case "apos": return "'"
    default: return nil
    }
  }
}
