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

  /// Another place that belongs to it, such as where a key was given first.
  public struct Note: Hashable, Sendable {
    /// What is to be seen there, in a few words.
    public var text: String
    /// The part of the document.
    public var path: DocumentPath
    /// Where that stands in the source.
    public var range: SourceRange?

    /// Creates a note.
    public init(_ text: String, at path: DocumentPath = .root, range: SourceRange? = nil) {
      self.text = text
      self.path = path
      self.range = range
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
  /// Other places that belong to it.
  public var notes: [Note]

  /// Creates a diagnostic.
  public init(
    _ id: String, _ severity: Severity, _ summary: String, fix: String? = nil,
    at path: DocumentPath = .root, range: SourceRange? = nil, notes: [Note] = []
  ) {
    self.id = id
    self.severity = severity
    self.summary = summary
    self.fix = fix
    self.path = path
    self.range = range
    self.notes = notes
  }
}

extension Sequence<Diagnostic> {
  /// Whether any of them is an error.
  public var containsErrors: Bool { contains { $0.severity == .error } }
}
