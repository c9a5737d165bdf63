package import JourneyModel

/// Something to say about a place in a text, in the form that diagnostics have.
package struct FormattedRemark: Sendable {
  /// The colour of its first word and of the mark under its place.
  package enum Style: String, Sendable {
    case red = "1;31"
    case yellow = "1;33"
    case cyan = "36"
    case green = "32"
  }

  /// What belongs to it, in a line with a label; with a place of its own when it has one.
  package struct Detail: Sendable {
    package var label: String
    package var text: String
    package var range: SourceRange?

    package init(_ label: String, _ text: String, range: SourceRange? = nil) {
      self.label = label
      self.text = text
      self.range = range
    }
  }

  package var word: String
  package var style: Style
  package var id: String
  package var summary: String
  package var range: SourceRange?
  package var details: [Detail]
  /// Whether the line of its place is shown.
  package var hasExcerpt = true
  /// What is done to that line before it is shown, such as blacking out.
  package var mask: @Sendable (String) -> String = { $0 }

  /// Creates a remark.
  ///
  /// - Parameters:
  ///   - word: What kind it is, such as `error`.
  ///   - style: Its colour.
  ///   - id: The stable id.
  ///   - summary: What there is to say, in one line.
  ///   - range: The place.
  ///   - details: What belongs to it.
  package init(
    _ word: String, _ style: Style, id: String, _ summary: String, at range: SourceRange?,
    details: [Detail]
  ) {
    self.word = word
    self.style = style
    self.id = id
    self.summary = summary
    self.range = range
    self.details = details
  }

  init(_ diagnostic: Diagnostic) {
    let style: Style =
      switch diagnostic.severity {
      case .error: .red
      case .warning: .yellow
      case .note: .cyan
      }
    let fix = diagnostic.fix.map { [Detail("fix", $0)] } ?? []
    let notes = diagnostic.notes.map { Detail("note", $0.text, range: $0.range) }
    self.init(
      diagnostic.severity.rawValue, style, id: diagnostic.id, diagnostic.summary,
      at: diagnostic.range, details: fix + notes)
  }
}
