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

    /// Creates a location.
    public init(line: Int, column: Int) {
      self.line = line
      self.column = column
    }
  }

  /// The line and column of a byte offset.
  ///
  /// Cost: linear in the text; for many offsets make a ``LineTable`` once.
  public func location(of offset: Int) -> Location {
    LineTable(self).location(of: offset)
  }
}
