import JourneyModel

/// Turns the places of nodes into byte ranges of the source.
///
/// JSON nodes hold byte offsets. YAML nodes hold what the YAML library says, a line and a column
/// in Unicode scalars, where lines also end at U+0085, U+2028, U+2029 and a lone carriage return.
///
/// ### Performance
/// Ranges are found when asked for. Questions in the document's order cost together one walk over
/// the text, also when all of it is one long line.
final class SourceMap {
  /// How places are counted.
  enum Unit: Sendable {
    /// Bytes from the beginning.
    case bytes
    /// The line in the upper half, the column in the lower one, both from 0; with the first byte
    /// of every line.
    case lines(starts: [Int], isASCII: Bool)
  }

  /// How far an end is looked for: what is longer is never shown whole.
  private static let longest = 4096

  private let text: String
  private let unit: Unit
  /// The last answer on a line: where to walk on from.
  private var cursor = (line: -1, column: 0, offset: 0)

  /// Creates the map of a text.
  init(_ text: String, _ unit: Unit) {
    self.text = text
    self.unit = unit
  }

  /// Packs a line and a column, both from 0.
  static func position(line: Int, column: Int) -> Int { line << 32 | column }

  /// The bytes of a value: the whole of a scalar or of a bracketed collection; of a block, its
  /// first line.
  func range(of node: DocumentNode) -> SourceRange {
    let start = offset(of: node.position)
    return SourceRange(start, end(of: node.content, from: start))
  }

  /// The bytes of a key.
  func range(ofKey entry: DocumentMapping.Entry) -> SourceRange {
    let start = offset(of: entry.keyPosition)
    return SourceRange(start, end(of: .scalar(entry.key, .plain), from: start))
  }

  /// The YAML tag that stands at a byte, alone or after an anchor; nil when there is none.
  func tag(at offset: Int) -> String? {
    withBytes { bytes in
      var index = offset
      while index < bytes.count, bytes[index] == UInt8(ascii: "&") {
        while index < bytes.count, bytes[index] > 32 { index += 1 }
        while index < bytes.count, bytes[index] == 32 { index += 1 }
      }
      guard index < bytes.count, bytes[index] == UInt8(ascii: "!") else { return nil }
      let tag = bytes[index...].prefix(40).prefix { $0 > 32 }
      return String(decoding: tag, as: UTF8.self)
    }
  }

  /// The byte at which a place lies.
  func offset(of position: Int) -> Int {
    guard case .lines(let starts, let isASCII) = unit else { return position }
    let line = min(position >> 32, starts.count - 1)
    let column = position & 0xffff_ffff
    let end = text.utf8.count
    if isASCII { return min(starts[line] + column, end) }
    if cursor.line != line || cursor.column > column { cursor = (line, 0, starts[line]) }
    withBytes { bytes in
      while cursor.column < column, cursor.offset < bytes.count {
        cursor.offset += 1
        while cursor.offset < bytes.count, bytes[cursor.offset] & 0xc0 == 0x80 {
          cursor.offset += 1
        }
        cursor.column += 1
      }
    }
    return cursor.offset
  }

  private func end(of content: DocumentNode.Content, from start: Int) -> Int {
    withBytes { bytes in
      let start = Self.skippingProperties(bytes, from: start)
      guard start < bytes.count else { return bytes.count }
      switch (content, bytes[start]) {
      case (.scalar, UInt8(ascii: "\"")), (.scalar, UInt8(ascii: "'")):
        return Self.endOfQuoted(bytes, from: start)
      case (.scalar(let value, .plain), _):
        if value.isEmpty { return start }
        let end = start + value.utf8.count
        if end <= bytes.count, bytes[start..<end].elementsEqual(value.utf8) { return end }
        return Self.endOfLine(bytes, from: start)
      case (.list, UInt8(ascii: "[")), (.mapping, UInt8(ascii: "{")):
        return Self.endOfBracketed(bytes, from: start)
      default:
        return Self.endOfLine(bytes, from: start)
      }
    }
  }

  /// After a YAML anchor or tag, which stands before what it belongs to.
  private static func skippingProperties(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int)
    -> Int
  {
    var index = start
    while index < bytes.count,
      bytes[index] == UInt8(ascii: "&") || bytes[index] == UInt8(ascii: "!")
    {
      while index < bytes.count, bytes[index] > 32 { index += 1 }
      while index < bytes.count, bytes[index] == 32 { index += 1 }
    }
    return index
  }

  private static func endOfQuoted(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    let quote = bytes[start]
    var index = start + 1
    let limit = min(bytes.count, start + longest)
    while index < limit {
      if bytes[index] == UInt8(ascii: "\\"), quote == UInt8(ascii: "\"") {
        index += 2
      } else if bytes[index] == quote {
        // In single quotes a quote is written twice.
        guard quote == UInt8(ascii: "'"), index + 1 < bytes.count, bytes[index + 1] == quote else {
          return index + 1
        }
        index += 2
      } else {
        index += 1
      }
    }
    return limit
  }

  private static func endOfBracketed(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    var depth = 0
    var index = start
    let limit = min(bytes.count, start + longest)
    while index < limit {
      switch bytes[index] {
      case UInt8(ascii: "["), UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: "]"), UInt8(ascii: "}"):
        depth -= 1
        if depth == 0 { return index + 1 }
      case UInt8(ascii: "\""), UInt8(ascii: "'"):
        let before = bytes[index - 1]
        if [UInt8(ascii: " "), UInt8(ascii: "["), UInt8(ascii: "{"), UInt8(ascii: ",")]
          .contains(before)
        {
          index = endOfQuoted(bytes, from: index) - 1
        }
      default: break
      }
      index += 1
    }
    return endOfLine(bytes, from: start)
  }

  /// The end of the line's words: without trailing blanks and comment.
  private static func endOfLine(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    var index = start
    var end = start
    let limit = min(bytes.count, start + longest)
    while index < limit, bytes[index] != UInt8(ascii: "\n"), bytes[index] != UInt8(ascii: "\r") {
      if bytes[index] == UInt8(ascii: "#"), index > start, bytes[index - 1] == 32 { break }
      index += 1
      if bytes[index - 1] != 32, bytes[index - 1] != 9 { end = index }
    }
    return end
  }

  private func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    if let result = text.utf8.withContiguousStorageIfAvailable(body) { return result }
    return Array(text.utf8).withUnsafeBufferPointer(body)
  }
}
