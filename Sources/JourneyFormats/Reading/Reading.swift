public import JourneyModel

/// What became of a document that was read: a journey, or the reasons why there is none.
public struct Reading: Sendable {
  /// The journey; nil when any diagnostic is an error.
  public let journey: Journey?
  /// What could be understood, mistakes or not, so that more of them can be looked for; nil when
  /// the text could not even be parsed.
  public let draft: Journey?
  /// Everything wrong or noteworthy, in the order of the places it is about.
  public let diagnostics: [Diagnostic]
  /// The text that was read.
  public let source: SourceText

  private let root: DocumentNode?
  private let unit: SourceMap.Unit
  private let flowSpellings: [String: String]

  init(
    draft: Journey?, diagnostics: [Diagnostic], source: SourceText, root: DocumentNode?,
    unit: SourceMap.Unit, flowSpellings: [String: String]
  ) {
    self.draft = draft
    self.journey = diagnostics.containsErrors ? nil : draft
    self.source = source
    self.root = root
    self.unit = unit
    self.flowSpellings = flowSpellings
    self.diagnostics = diagnostics
  }

  /// Where a part of the document stands; nil when the document does not say it.
  public func range(of path: DocumentPath) -> SourceRange? {
    PathFinder(root: root, map: SourceMap(source.text, unit), flowSpellings: flowSpellings)
      .range(of: path)
  }

  /// Where a part of the document stands, or the nearest part above it that is there; nil when
  /// nothing could be read.
  public func nearestRange(of path: DocumentPath) -> SourceRange? {
    PathFinder(root: root, map: SourceMap(source.text, unit), flowSpellings: flowSpellings)
      .nearestRange(to: path).range
  }

  /// Gives diagnostics that were found later the places of what they are about.
  ///
  /// A part that the document does not have takes the place of what would hold it.
  ///
  /// - Parameter diagnostics: Diagnostics with paths; those with ranges are left as they are.
  /// - Returns: The same diagnostics in the order of their places.
  public func locating(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
    PathFinder(root: root, map: SourceMap(source.text, unit), flowSpellings: flowSpellings)
      .locating(diagnostics)
  }
}
