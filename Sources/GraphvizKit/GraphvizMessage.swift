/// Something the library had to say while it worked.
public struct GraphvizMessage: Hashable, Sendable, CustomStringConvertible {
  /// How bad it is.
  public struct Severity: Hashable, Sendable, CustomStringConvertible {
    private enum Level { case warning, error }
    private let level: Level

    /// The result is usable, though perhaps not what was meant.
    public static let warning = Severity(level: .warning)
    /// The result, if there is one, is not what was asked for.
    public static let error = Severity(level: .error)

    /// The word for it: `warning` or `error`.
    public var description: String {
      switch level {
      case .warning: "warning"
      case .error: "error"
      }
    }
  }

  /// How bad it is.
  public let severity: Severity
  /// The library's own words on one line.
  public let text: String

  /// The severity and the words.
  public var description: String { "\(severity): \(text)" }
}
