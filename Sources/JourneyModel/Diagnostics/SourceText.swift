/// A stretch of a source text, in UTF-8 bytes from its beginning.
public struct SourceRange: Hashable, Sendable {
  /// The first byte.
  public var lowerBound: Int
  /// The byte after the last; equal to ``lowerBound`` for a place between two characters.
  public var upperBound: Int

  /// Creates a range; an upper bound below the lower is raised to it.
  public init(_ lowerBound: Int, _ upperBound: Int) {
    self.lowerBound = lowerBound
    self.upperBound = max(lowerBound, upperBound)
  }
}

/// A text that was read, with its name; turns byte offsets into lines and columns when asked.
public struct SourceText: Hashable, Sendable {
  /// The name people see, usually the path as it was given.
  public let name: String
  /// The text.
  public let text: String

  /// Creates a source.
  public init(name: String, text: String) {
    self.name = name
    self.text = text
  }

  /// A place people can go to.
  public struct Location: Hashable, Sendable {
    /// The line, counted from 1.
    public var line: Int
    /// The column, counted from 1 in characters as displayed.
    public var column: Int
  }

  /// The line and column of a byte offset. Cost: linear in the text, so only made for printing.
  public func location(of offset: Int) -> Location {
    let line = line(at: offset)
    let head = text.utf8.prefix(min(offset, text.utf8.count)).dropFirst(line.start)
    return Location(line: line.number, column: String(decoding: head, as: UTF8.self).count + 1)
  }

  /// The line that holds a byte offset: its number from 1, first byte, and text without its end.
  public func line(at offset: Int) -> (number: Int, start: Int, text: String) {
    var number = 1
    var start = 0
    var position = 0
    for byte in text.utf8.prefix(max(0, offset)) {
      position += 1
      if byte == UInt8(ascii: "\n") {
        number += 1
        start = position
      }
    }
    var line = text.utf8.dropFirst(start).prefix { $0 != UInt8(ascii: "\n") }
    if line.last == UInt8(ascii: "\r") { line = line.dropLast() }
    return (number, start, String(decoding: line, as: UTF8.self))
  }
}
