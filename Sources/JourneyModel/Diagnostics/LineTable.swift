/// Where the lines of a text begin: turns many byte offsets into lines and columns.
///
/// Lines end at `\n`, with or without `\r` before it, as editors and terminals count them.
///
/// Cost: linear to make; a line is then found in logarithmic time, a column in time linear in its
/// line.
public struct LineTable: Sendable {
  /// The text.
  public let source: SourceText
  /// The first byte of every line; never empty.
  public let starts: [Int]

  /// Finds the lines of a text.
  public init(_ source: SourceText) {
    self.source = source
    var starts = [0]
    var position = 0
    for byte in source.text.utf8 {
      position += 1
      if byte == UInt8(ascii: "\n") { starts.append(position) }
    }
    self.starts = starts
  }

  /// The number of the line that holds a byte offset, counted from 1.
  public func line(at offset: Int) -> Int {
    var low = 0
    var high = starts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle } else { high = middle }
    }
    return low + 1
  }

  /// The bytes of a line without its end; the line is counted from 1.
  public func range(ofLine number: Int) -> SourceRange {
    let start = starts[number - 1]
    let utf8 = source.text.utf8
    var end = number < starts.count ? starts[number] - 1 : utf8.count
    if end > start, utf8[utf8.index(utf8.startIndex, offsetBy: end - 1)] == UInt8(ascii: "\r") {
      end -= 1
    }
    return SourceRange(start, end)
  }

  /// The text of a range, with what is not whole characters replaced.
  public func text(in range: SourceRange) -> String {
    let utf8 = source.text.utf8
    let start = utf8.index(utf8.startIndex, offsetBy: range.lowerBound, limitedBy: utf8.endIndex)
    let end = utf8.index(utf8.startIndex, offsetBy: range.upperBound, limitedBy: utf8.endIndex)
    return String(decoding: utf8[(start ?? utf8.endIndex)..<(end ?? utf8.endIndex)], as: UTF8.self)
  }

  /// The line and column of a byte offset.
  public func location(of offset: Int) -> SourceText.Location {
    let offset = min(max(0, offset), source.text.utf8.count)
    let line = line(at: offset)
    return SourceText.Location(line: line, column: characters(starts[line - 1], offset) + 1)
  }

  /// How many characters there are in a part of a line.
  private func characters(_ start: Int, _ end: Int) -> Int {
    // Far into a very long line nobody counts; scalars are quicker to count than characters.
    guard end - start > 1 << 16 else { return text(in: SourceRange(start, end)).count }
    let utf8 = source.text.utf8
    let first = utf8.index(utf8.startIndex, offsetBy: start)
    return utf8[first...].prefix(end - start).reduce(0) { $0 + ($1 & 0xc0 == 0x80 ? 0 : 1) }
  }
}
