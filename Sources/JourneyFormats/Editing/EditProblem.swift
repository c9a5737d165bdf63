public import JourneyModel

/// Why a document's text cannot be changed as was asked; the text is then left as it is.
public struct EditProblem: Error, Hashable, Sendable, CustomStringConvertible {
  /// What the document is called.
  public var name: String
  /// The part that was to be changed.
  public var path: DocumentPath
  /// The line it is about, from 1; nil when it is about no line.
  public var line: Int?
  /// What is in the way.
  public var summary: String
  /// How to mend it.
  public var fix: String?

  /// Creates the value from its parts.
  public init(
    name: String, path: DocumentPath = .root, line: Int? = nil, summary: String, fix: String? = nil
  ) {
    self.name = name
    self.path = path
    self.line = line
    self.summary = summary
    self.fix = fix
  }

  /// One sentence with the place first.
  public var description: String {
    "\(name)\(line.map { ":\($0)" } ?? ""): \(summary)" + (fix.map { "; \($0)" } ?? "")
  }
}
