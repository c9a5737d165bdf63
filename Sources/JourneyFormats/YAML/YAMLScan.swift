import JourneyModel

/// What one pass over the bytes of a YAML text tells before the parser sees it.
///
/// The parser counts lines its own way, stops at the first oddity, and goes as deep as the text
/// does; this pass finds where its lines begin and what would make it slow or unsafe. It knows a
/// little of YAML, so it may be mistaken about the nesting of text made to mislead it. Then the
/// parser's own limit of a thousand levels holds.
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
  /// Whether there is an exclamation mark, without which there is no tag.
  private(set) var hasExclamation = false
  /// The byte at which lists and mappings are nested deeper than a document may be.
  private(set) var tooDeep: Int?
  /// A bound on the number of nodes: separators and openings.
  private(set) var parts = 1

  private static let mostForbidden = 20

  /// How many brackets are open.
  private var brackets = 0
  /// The indent of the line on which the first of them was opened.
  private var bracketIndent = 0
  /// The block collections that are open: twice the column, and 1 more for a list, whose hyphens
  /// may stand in the column of the key above them.
  private var blocks: [Int] = []
  /// The indent of the current line.
  private var indent = 0
  /// Whether a value may begin at the next byte.
  private var canBegin = true

  /// Scans a text.
  init(_ text: String) {
    if text.utf8.withContiguousStorageIfAvailable({ scan($0) }) == nil {
      Array(text.utf8).withUnsafeBufferPointer { scan($0) }
    }
  }

  private mutating func scan(_ bytes: UnsafeBufferPointer<UInt8>) {
    lineStarts.reserveCapacity(bytes.count / 24)
    beginLine(bytes, at: 0)
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      switch byte {
      case 0x20, 0x09: break
      case UInt8(ascii: "["), UInt8(ascii: "{"):
        parts += 1
        if brackets > 0 || canBegin { open(at: index) }
      case UInt8(ascii: "]"), UInt8(ascii: "}"):
        if brackets > 0 { brackets -= 1 }
        canBegin = false
      case UInt8(ascii: ","):
        parts += 1
        canBegin = brackets > 0
      case UInt8(ascii: ":"):
        parts += 1
        canBegin = brackets > 0 || Self.isBlank(bytes, index + 1)
      case UInt8(ascii: "-"), UInt8(ascii: "?"):
        canBegin = canBegin && Self.isBlank(bytes, index + 1)
      case UInt8(ascii: "#") where index == 0 || Self.isBlank(bytes, index - 1):
        index = skip(bytes, from: index) { $0 == UInt8(ascii: "\n") } - 1
      case UInt8(ascii: "\""), UInt8(ascii: "'"):
        if canBegin { index = skipQuoted(bytes, from: index) }
        canBegin = false
      case UInt8(ascii: "&"), UInt8(ascii: "!"):
        note(byte)
        // A value may still follow an anchor or a tag.
        if canBegin { index = skip(bytes, from: index + 1) { $0 <= 32 } - 1 }
      case 0x21...0x7e:
        note(byte)
        canBegin = false
      default:
        canBegin = false
        index = noteUnusual(bytes, at: index)
      }
      index += 1
    }
  }

  private mutating func note(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "&"): hasAmpersand = true
    case UInt8(ascii: "*"): hasAsterisk = true
    case UInt8(ascii: "!"): hasExclamation = true
    default: break
    }
  }

  // MARK: - Nesting

  private mutating func open(at index: Int) {
    if brackets == 0 { bracketIndent = indent }
    brackets += 1
    canBegin = true
    if brackets + blocks.count > ReadingLimits.depth, tooDeep == nil { tooDeep = index }
  }

  /// Follows the nesting of blocks by the columns in which a line begins and goes on: `- - a: `
  /// opens three.
  ///
  /// Lines of text that happen to look like structure may be counted too; nobody writes
  /// ``ReadingLimits/depth`` of them, each further in than the one above.
  private mutating func beginLine(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int) {
    canBegin = true
    var index = start
    var isFirst = true
    while index < bytes.count {
      while index < bytes.count, bytes[index] == 32 { index += 1 }
      guard index < bytes.count, bytes[index] > 32, bytes[index] != UInt8(ascii: "#") else {
        return
      }
      let column = index - start
      if isFirst {
        indent = column
        closeStrayBrackets(bytes, at: index)
      }
      let isIndicator = Self.isIndicator(bytes[index]) && Self.isBlank(bytes, index + 1)
      let place = 2 * column + (bytes[index] == UInt8(ascii: "-") && isIndicator ? 1 : 0)
      if isFirst { while let last = blocks.last, last > place { blocks.removeLast() } }
      isFirst = false
      if blocks.last != place { blocks.append(place) }
      if blocks.count > ReadingLimits.depth + 1, tooDeep == nil { tooDeep = index }
      guard isIndicator, tooDeep == nil else { return }
      index += 1
    }
  }

  /// Forgets brackets that were part of a text: a line that looks like a key, no further in than
  /// the line that opened them, is no part of a list or mapping in brackets.
  private mutating func closeStrayBrackets(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int) {
    guard brackets > 0, indent <= bracketIndent else { return }
    for index in start..<bytes.count {
      switch bytes[index] {
      case UInt8(ascii: ":") where Self.isBlank(bytes, index + 1):
        brackets = 0
        return
      case 0..<0x20, UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"), UInt8(ascii: "}"),
        UInt8(ascii: ","), UInt8(ascii: "\""), UInt8(ascii: "'"):
        return
      default: break
      }
    }
  }

  private static func isIndicator(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "-") || byte == UInt8(ascii: "?") || byte == UInt8(ascii: ":")
  }

  /// Whether there is a blank, an end of line or nothing at an index.
  private static func isBlank(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
    index >= bytes.count || bytes[index] <= 32
  }

  // MARK: - What is not structure

  /// Goes on to a byte, or to the end; lines and odd characters on the way still count.
  private mutating func skip(
    _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, to isEnd: (UInt8) -> Bool
  ) -> Int {
    var index = start
    while index < bytes.count, !isEnd(bytes[index]) {
      switch bytes[index] {
      case 0x20...0x7e, 0x09: note(bytes[index])
      default: index = noteUnusual(bytes, at: index, isText: true)
      }
      index += 1
    }
    return index
  }

  /// Goes on to the closing quote, or to the last byte.
  private mutating func skipQuoted(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    let quote = bytes[start]
    var index = start + 1
    while true {
      index = skip(bytes, from: index) {
        $0 == quote || ($0 == UInt8(ascii: "\\") && quote == UInt8(ascii: "\""))
      }
      guard index < bytes.count, bytes[index] != quote else { break }
      // What is escaped ends nothing; an escaped end of line still is one.
      let next = index + 1 < bytes.count ? bytes[index + 1] : 0
      index += next == quote || next == UInt8(ascii: "\\") ? 2 : 1
    }
    return min(index, bytes.count - 1)
  }

  /// Looks at a byte that is not printable ASCII; returns the last byte of its character.
  private mutating func noteUnusual(
    _ bytes: UnsafeBufferPointer<UInt8>, at index: Int, isText: Bool = false
  ) -> Int {
    let byte = bytes[index]
    guard byte >= 0x80 else {
      noteControl(bytes, at: index, isText)
      return index
    }
    isASCII = false
    let length = byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : 4
    let last = index + length - 1
    guard last < bytes.count else { return index }
    switch (byte, bytes[index + 1]) {
    case (0xc2, 0x85):
      endLine(bytes, at: last + 1, isText)
    case (0xc2, 0x80..<0xa0):
      forbid(SourceRange(index, last + 1))
    case (0xe2, 0x80) where bytes[last] == 0xa8 || bytes[last] == 0xa9:
      endLine(bytes, at: last + 1, isText)
    case (0xef, 0xbf) where bytes[last] >= 0xbe:
      // U+FFFE and U+FFFF are no characters.
      forbid(SourceRange(index, last + 1))
    default: break
    }
    return last
  }

  private mutating func noteControl(
    _ bytes: UnsafeBufferPointer<UInt8>, at index: Int, _ isText: Bool
  ) {
    switch bytes[index] {
    case UInt8(ascii: "\n"):
      parts += 1
      endLine(bytes, at: index + 1, isText)
    case UInt8(ascii: "\r"):
      if index + 1 == bytes.count || bytes[index + 1] != UInt8(ascii: "\n") {
        endLine(bytes, at: index + 1, isText)
      }
    default:
      forbid(SourceRange(index, index + 1))
    }
  }

  private mutating func endLine(
    _ bytes: UnsafeBufferPointer<UInt8>, at next: Int, _ isText: Bool
  ) {
    lineStarts.append(next)
    if !isText { beginLine(bytes, at: next) }
  }

  private mutating func forbid(_ range: SourceRange) {
    if forbidden.count < Self.mostForbidden { forbidden.append(range) }
  }
}
