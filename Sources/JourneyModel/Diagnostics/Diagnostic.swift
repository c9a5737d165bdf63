/// Something wrong or noteworthy: what, where, and how to mend it.
///
/// A value; text for people is made at the edge (`JourneyFormats` renders it with file, line,
/// column and an excerpt). The summary never repeats the place.
public struct Diagnostic: Hashable, Sendable {
  /// How bad it is.
  public enum Severity: String, Hashable, Sendable, CaseIterable, Comparable {
    /// Worth knowing; nothing has to change.
    case note
    /// Figures can be computed, but somebody should look.
    case warning
    /// The document cannot be used as it is.
    case error

    /// Orders severities from note to error.
    public static func < (lhs: Self, rhs: Self) -> Bool { lhs.rank < rhs.rank }

    private var rank: Int {
      switch self {
      case .note: 0
      case .warning: 1
      case .error: 2
      }
    }
  }

  /// The stable id, such as `unknown-key`; what a policy or a test refers to.
  public var id: String
  /// How bad it is.
  public var severity: Severity
  /// What is wrong, in one line without a full stop, the most specific fact first.
  public var summary: String
  /// How to mend it, in one line; nil when there is nothing to say.
  public var fix: String?
  /// The part of the document it is about.
  public var path: DocumentPath
  /// Where that stands in the source, when the journey came from one.
  public var range: SourceRange?

  /// Creates a diagnostic.
  public init(
    _ id: String, _ severity: Severity, _ summary: String, fix: String? = nil,
    at path: DocumentPath = .root, range: SourceRange? = nil
  ) {
    self.id = id
    self.severity = severity
    self.summary = summary
    self.fix = fix
    self.path = path
    self.range = range
  }
}

extension Sequence<Diagnostic> {
  /// Whether any of them is an error.
  public var containsErrors: Bool { contains { $0.severity == .error } }
}
