public import JourneyModel

/// What a check found in several documents, as text for programs.
///
/// The text for people, with excerpts, is `DiagnosticFormatter`'s in `JourneyFormats`.
public struct CheckReport: Sendable {
  /// One document and what was found in it.
  public struct Document: Sendable {
    /// The text that was checked, named as the document was.
    public var source: SourceText
    /// What was found, in the document's order.
    public var diagnostics: [Diagnostic]

    /// Creates an entry.
    public init(source: SourceText, diagnostics: [Diagnostic]) {
      self.source = source
      self.diagnostics = diagnostics
    }
  }

  /// The documents, in the order they were checked.
  public var documents: [Document]
  /// The version of the program that checked.
  public var version: String

  /// Creates a report.
  public init(_ documents: [Document], version: String) {
    self.documents = documents
    self.version = version
  }

  /// A diagnostic with the place people can go to.
  struct Finding {
    var diagnostic: Diagnostic
    var file: String
    var start: SourceText.Location
    var end: SourceText.Location

    /// What is wrong and how to mend it, in one line.
    var sentence: String {
      diagnostic.fix.map { "\(diagnostic.summary). Fix: \($0)" } ?? diagnostic.summary
    }
  }

  func findings(in document: Document) -> [Finding] {
    let lines = LineTable(document.source)
    return document.diagnostics.map { diagnostic in
      let range = diagnostic.range ?? SourceRange(0, 0)
      return Finding(
        diagnostic: diagnostic, file: document.source.name,
        start: lines.location(of: range.lowerBound),
        end: lines.location(of: range.upperBound))
    }
  }

  var findings: [Finding] { documents.flatMap(findings) }
}
