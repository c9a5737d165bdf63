import JourneyModel

/// How much of a document is read, so that no input takes all time or memory.
///
/// Far above what any journey needs, and above what mined journeys have before they are simplified.
enum ReadingLimits {
  /// The deepest nesting of lists and mappings.
  static let depth = 64
  /// The most values.
  static let parts = 8_000_000
  /// The most diagnostics of one kind of reading; what is wrong beyond them is not told.
  static let diagnostics = 10_000

  /// The mistake of nesting deeper than ``depth``.
  static func tooDeep(_ range: SourceRange) -> Diagnostic {
    Diagnostic(
      "too-deep", .error, "nested more than \(depth) levels deep",
      fix: "a journey needs six levels; look for brackets or indents that never end", range: range)
  }
}
