/// Why a log cannot be read at all: where, what is wrong, and how to mend it.
public struct LogProblem: Error, Hashable, Sendable, CustomStringConvertible {
  /// What the log is called.
  public var input: String
  /// The line, from 1; nil where lines mean nothing.
  public var line: Int?
  /// The byte, from 0, in the log as it is after gzip; nil where the line says enough.
  public var byte: Int?
  /// What is wrong.
  public var summary: String
  /// How to mend it.
  public var fix: String?

  /// Creates the value from its parts.
  public init(
    input: String, line: Int? = nil, byte: Int? = nil, summary: String, fix: String? = nil
  ) {
    self.input = input
    self.line = line
    self.byte = byte
    self.summary = summary
    self.fix = fix
  }

  /// One sentence with the place first.
  public var description: String {
    let place = line.map { ":\($0)" } ?? byte.map { ": byte \($0)" } ?? ""
    return "\(input)\(place): \(summary)" + (fix.map { "; \($0)" } ?? "")
  }
}
