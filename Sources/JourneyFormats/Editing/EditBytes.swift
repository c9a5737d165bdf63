/// The bytes of a document that is being changed, and what can be told from them alone.
///
/// What is asked about lines costs the logarithm of their number, and the blanks that are looked at.
struct EditBytes: Sendable {
  /// The bytes.
  let bytes: [UInt8]
  /// Where lines begin; what is looked up in a line may be asked of all its values.
  private let starts: [Int]

  /// Takes the bytes of a text.
  ///
  /// Cost: linear.
  init(bytes: [UInt8]) {
    self.bytes = bytes
    var starts = [0]
    for (place, byte) in bytes.enumerated()
    where byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") {
      starts.append(place + 1)
    }
    self.starts = starts
  }

  /// How many there are.
  var count: Int { bytes.count }

  /// The byte at a place; nil outside.
  subscript(_ index: Int) -> UInt8? {
    index >= 0 && index < bytes.count ? bytes[index] : nil
  }

  /// The text of a range.
  func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  // MARK: - Lines

  /// Whether a line ends with the byte at a place; the end of the text is one, too.
  func isLineEnd(_ index: Int) -> Bool {
    guard let byte = self[index] else { return true }
    return byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
  }

  /// Where the line of a place ends, before its line break.
  func lineEnd(_ index: Int) -> Int {
    let next = line(index) + 1
    return max(index, next < starts.count ? starts[next] - 1 : count)
  }

  /// Where the line of a place begins.
  func lineStart(_ index: Int) -> Int { starts[line(min(index, count))] }

  /// The last line that begins at a place or before it.
  private func line(_ index: Int) -> Int {
    var low = 0
    var high = starts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= index { low = middle } else { high = middle }
    }
    return low
  }

  /// The first byte of the next line; the end of the text when there is none.
  func nextLine(_ index: Int) -> Int {
    let end = lineEnd(index)
    guard end < count else { return count }
    return bytes[end] == UInt8(ascii: "\r") && self[end + 1] == UInt8(ascii: "\n")
      ? end + 2 : end + 1
  }

  /// Where the line above one that begins at a place ends, before its line break.
  func lineEnd(before start: Int) -> Int {
    guard start > 1, bytes[start - 1] == UInt8(ascii: "\n"), bytes[start - 2] == UInt8(ascii: "\r")
    else { return max(0, start - 1) }
    return start - 2
  }

  /// The blanks that a place's line begins with.
  func indent(_ index: Int) -> String {
    let start = lineStart(index)
    var end = start
    while let byte = self[end], byte == 32 || byte == 9 { end += 1 }
    return text(start..<end)
  }

  /// Whether there is nothing but blanks between a line's beginning and a place.
  func isFirstOnLine(_ index: Int) -> Bool {
    let start = lineStart(index)
    return bytes[start..<min(index, count)].allSatisfy { $0 == 32 || $0 == 9 }
  }

  /// Whether a line that begins at a place has nothing on it.
  func isBlankLine(_ start: Int) -> Bool {
    guard start < count else { return false }
    return bytes[start..<lineEnd(start)].allSatisfy { $0 == 32 || $0 == 9 }
  }

  /// Whether two places stand on one line.
  func isSameLine(_ first: Int, _ second: Int) -> Bool {
    lineEnd(min(first, count)) >= min(second, count)
  }

  // MARK: - Skipping

  /// The next byte that is no blank, no line break and no part of a comment.
  func skipBlank(_ index: Int, commas: Bool = false) -> Int {
    var index = index
    while let byte = self[index] {
      switch byte {
      case 32, 9, 10, 13: index += 1
      case UInt8(ascii: ",") where commas: index += 1
      case UInt8(ascii: "#") where index == 0 || (self[index - 1] ?? 32) <= 32:
        index = lineEnd(index)
      default: return index
      }
    }
    return index
  }

  /// Behind the anchors and tags that stand at a place, with the blank behind them.
  func skipProperties(_ start: Int) -> Int {
    var index = start
    while let byte = self[index], byte == UInt8(ascii: "&") || byte == UInt8(ascii: "!") {
      while let byte = self[index], byte > 32 { index += 1 }
      index = skipBlank(index)
    }
    return index
  }

  // MARK: - Ends of scalars

  /// Behind the closing quote of what begins with a quote at a place.
  func quotedEnd(_ start: Int) -> Int {
    let quote = self[start]
    var index = start + 1
    while let byte = self[index] {
      if byte == UInt8(ascii: "\\"), quote == UInt8(ascii: "\"") {
        index += 2
      } else if byte == quote {
        // In single quotes a quote is written twice.
        guard quote == UInt8(ascii: "'"), self[index + 1] == quote else { return index + 1 }
        index += 2
      } else {
        index += 1
      }
    }
    return count
  }

  /// Behind a plain scalar.
  ///
  /// - Parameters:
  ///   - start: Where it begins.
  ///   - inBrackets: Whether brackets and commas end it.
  ///   - column: The column of what holds it; its further lines stand further in.
  /// - Returns: Behind its last byte.
  func plainEnd(_ start: Int, inBrackets: Bool, column: Int) -> Int {
    var index = start
    var end = start
    while true {
      while !isLineEnd(index), let byte = self[index] {
        if byte == UInt8(ascii: "#"), index > start, bytes[index - 1] <= 32 { return end }
        if byte == UInt8(ascii: ":"), endsKey(index, inBrackets: inBrackets) { return end }
        if inBrackets, Self.isBracketOrComma(byte) { return end }
        index += 1
        if byte != 32, byte != 9 { end = index }
      }
      // A further line belongs to it when it stands further in and is no comment.
      var next = nextLine(index)
      while next < count, isBlankLine(next) { next = nextLine(next) }
      guard next < count else { return end }
      let first = next + indent(next).utf8.count
      guard bytes[first] != UInt8(ascii: "#") else { return end }
      guard inBrackets || first - next > column else { return end }
      index = first
    }
  }

  /// Whether the colon at a place ends a key.
  private func endsKey(_ index: Int, inBrackets: Bool) -> Bool {
    guard let next = self[index + 1] else { return true }
    return next <= 32 || (inBrackets && Self.isBracketOrComma(next))
  }

  private static func isBracketOrComma(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: ","), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"),
      UInt8(ascii: "}"):
      true
    default: false
    }
  }

  /// Behind the last line of a YAML block text whose sign stands at a place.
  func textBlockEnd(_ start: Int, column: Int) -> Int {
    var end = lineEnd(start)
    var line = nextLine(start)
    while line < count {
      if !isBlankLine(line) {
        guard indent(line).utf8.count > column else { break }
        end = lineEnd(line)
      }
      let next = nextLine(line)
      guard next > line else { break }
      line = next
    }
    return end
  }

  /// Behind the colon of a key; nil when none follows it.
  func colonEnd(key start: Int, inBrackets: Bool) -> Int? {
    var index: Int
    switch self[start] {
    case UInt8(ascii: "\""), UInt8(ascii: "'"): index = quotedEnd(start)
    default: index = plainEnd(start, inBrackets: inBrackets, column: .max)
    }
    index = skipBlank(index)
    return self[index] == UInt8(ascii: ":") ? index + 1 : nil
  }
}
