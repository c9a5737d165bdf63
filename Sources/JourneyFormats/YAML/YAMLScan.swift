import JourneyModel

/// What one pass over the bytes of a YAML text tells before the parser sees it.
///
/// The parser counts lines its own way and stops at the first oddity; this pass finds where its
/// lines begin and what would make it slow or unsafe.
///
/// Cost: one pass, no allocation but the line table.
struct YAMLScan {
  /// The first byte of every line, counted as the parser counts lines.
  private(set) var lineStarts = [0]
  /// Whether every character is ASCII.
  private(set) var isASCII = true
  /// Bytes of characters that YAML does not allow; the first few.
  private(set) var forbidden: [SourceRange] = []
  /// Whether there is an ampersand, without which there is no anchor.
  private(set) var hasAmpersand = false
  /// Whether there is an asterisk, without which there is no alias.
  private(set) var hasAsterisk = false
  /// Whether there is an exclamation mark where a tag could begin.
  private(set) var mayHaveTags = false
  /// The byte at which brackets are nested deeper than a document may be.
  private(set) var tooDeep: Int?
  /// A bound on the number of nodes: separators and openings.
  private(set) var parts = 1

  private static let mostForbidden = 20

  /// Scans a text.
  init(_ text: String) {
    if text.utf8.withContiguousStorageIfAvailable({ scan($0) }) == nil {
      Array(text.utf8).withUnsafeBufferPointer { scan($0) }
    }
  }

  private mutating func scan(_ bytes: UnsafeBufferPointer<UInt8>) {
    lineStarts.reserveCapacity(bytes.count / 24)
    var index = 0
    var depth = 0
    var before = UInt8(ascii: "\n")
    while index < bytes.count {
      let byte = bytes[index]
      switch byte {
      case UInt8(ascii: "\n"):
        lineStarts.append(index + 1)
        parts += 1
      case UInt8(ascii: "\r"):
        if index + 1 == bytes.count || bytes[index + 1] != UInt8(ascii: "\n") {
          lineStarts.append(index + 1)
        }
      case UInt8(ascii: "["), UInt8(ascii: "{"):
        parts += 1
        if depth > 0 || Self.opensToken(before) {
          depth += 1
          if depth > ReadingLimits.depth, tooDeep == nil { tooDeep = index }
        }
      case UInt8(ascii: "]"), UInt8(ascii: "}"):
        if depth > 0 { depth -= 1 }
      case UInt8(ascii: ","), UInt8(ascii: ":"):
        parts += 1
      case UInt8(ascii: "&"): hasAmpersand = true
      case UInt8(ascii: "*"): hasAsterisk = true
      case UInt8(ascii: "!"):
        if Self.opensToken(before) { mayHaveTags = true }
      case UInt8(ascii: "\""), UInt8(ascii: "'"):
        if depth > 0, Self.opensToken(before) || before == UInt8(ascii: ":") {
          let end = Self.endOfQuoted(bytes, from: index)
          // Brackets in quotes do not nest; line ends and odd characters in quotes still count.
          noteLines(bytes, index + 1, end)
          index = end
        }
      case 0x20...0x7e, 0x09: break
      default:
        index = noteUnusual(bytes, at: index)
      }
      before = index < bytes.count ? bytes[index] : before
      index += 1
    }
  }

  /// Whether a value may begin after this byte.
  private static func opensToken(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: " "), UInt8(ascii: "\n"), UInt8(ascii: "\t"), UInt8(ascii: "["),
      UInt8(ascii: "{"), UInt8(ascii: ","):
      true
    default: false
    }
  }

  /// The byte of the closing quote, or the last byte.
  private static func endOfQuoted(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    let quote = bytes[start]
    var index = start + 1
    while index < bytes.count, bytes[index] != quote {
      if bytes[index] == UInt8(ascii: "\\"), quote == UInt8(ascii: "\"") { index += 1 }
      index += 1
    }
    return min(index, bytes.count - 1)
  }

  private mutating func noteLines(
    _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int
  ) {
    var index = start
    while index < end {
      switch bytes[index] {
      case UInt8(ascii: "\n"): lineStarts.append(index + 1)
      case UInt8(ascii: "\r"):
        if index + 1 == bytes.count || bytes[index + 1] != UInt8(ascii: "\n") {
          lineStarts.append(index + 1)
        }
      case UInt8(ascii: "*"): hasAsterisk = true
      case UInt8(ascii: "&"): hasAmpersand = true
      case 0x20...0x7e, 0x09: break
      default: index = noteUnusual(bytes, at: index)
      }
      index += 1
    }
  }

  /// Looks at a byte that is not printable ASCII; returns the last byte of its character.
  private mutating func noteUnusual(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
    let byte = bytes[index]
    guard byte >= 0x80 else {
      forbid(SourceRange(index, index + 1))
      return index
    }
    isASCII = false
    let length = byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : 4
    let last = index + length - 1
    guard last < bytes.count else { return index }
    switch (byte, bytes[index + 1]) {
    case (0xc2, 0x85):
      lineStarts.append(last + 1)
    case (0xc2, 0x80..<0xa0):
      forbid(SourceRange(index, last + 1))
    case (0xe2, 0x80) where bytes[last] == 0xa8 || bytes[last] == 0xa9:
      lineStarts.append(last + 1)
    case (0xef, 0xbf) where bytes[last] >= 0xbe:
      // U+FFFE and U+FFFF are no characters.
      forbid(SourceRange(index, last + 1))
    default: break
    }
    return last
  }

  private mutating func forbid(_ range: SourceRange) {
    if forbidden.count < Self.mostForbidden { forbidden.append(range) }
  }
}
