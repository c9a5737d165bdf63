public import JourneyModel

/// Makes text of diagnostics: where, what, the line with a mark under the place, and how to mend it.
///
/// ```text
/// test.journey.yaml:7:5: error: 'chanel' is no key of a touchpoint [unknown-key]
///   7 |     chanel: web
///     |     ^^^^^^
///     fix: write 'channel'
/// ```
public struct DiagnosticFormatter: Sendable {
  /// Whether to colour the text with terminal codes.
  public var usesColor: Bool
  /// How many diagnostics are written out; the rest is counted.
  public var most: Int
  /// How many columns an excerpt may take.
  public var width: Int

  /// Creates a formatter.
  ///
  /// - Parameters:
  ///   - usesColor: Whether to colour the text with terminal codes.
  ///   - most: How many diagnostics are written out.
  ///   - width: How many columns an excerpt may take.
  public init(usesColor: Bool = false, most: Int = 100, width: Int = 100) {
    self.usesColor = usesColor
    self.most = most
    self.width = max(20, width)
  }

  /// The text of diagnostics about one source, in the order given; empty when there are none.
  ///
  /// - Parameters:
  ///   - diagnostics: What to say.
  ///   - source: The text they are about.
  /// - Returns: Lines, each with its end.
  public func text(for diagnostics: [Diagnostic], in source: SourceText) -> String {
    guard !diagnostics.isEmpty else { return "" }
    let lines = LineTable(source)
    var text = ""
    for diagnostic in diagnostics.prefix(most) {
      append(diagnostic, lines, to: &text)
    }
    if diagnostics.count > most {
      let rest = diagnostics.dropFirst(most)
      let errors = rest.count { $0.severity == .error }
      let what = errors > 0 ? " (\(errors) error\(errors == 1 ? "" : "s"))" : ""
      text += "\(source.name): and \(rest.count) more\(what)\n"
    }
    return text
  }

  private func append(_ diagnostic: Diagnostic, _ lines: LineTable, to text: inout String) {
    let severity = Self.style(of: diagnostic.severity)
    text += Visible.text(lines.source.name)
    if let range = diagnostic.range {
      let location = lines.location(of: range.lowerBound)
      text += ":\(location.line):\(location.column)"
    }
    text += ": "
    text += styled("\(diagnostic.severity.rawValue):", severity)
    text += " \(Visible.text(diagnostic.summary)) [\(diagnostic.id)]\n"
    if let range = diagnostic.range { appendExcerpt(range, lines, severity, to: &text) }
    if let fix = diagnostic.fix {
      text += "    \(styled("fix:", .green)) \(Visible.text(fix))\n"
    }
    for note in diagnostic.notes {
      text += "    \(styled("note:", .cyan)) \(Visible.text(note.text))\n"
      if let range = note.range { appendExcerpt(range, lines, .cyan, to: &text) }
    }
  }

  private func appendExcerpt(
    _ range: SourceRange, _ lines: LineTable, _ style: Style, to text: inout String
  ) {
    guard !lines.source.text.isEmpty else { return }
    let number = lines.line(at: min(range.lowerBound, lines.source.text.utf8.count))
    let excerpt = Excerpt(of: range, inLine: lines.range(ofLine: number), lines, width: width - 8)
    let gutter = String(repeating: " ", count: max(0, 3 - String(number).count)) + String(number)
    let blank = String(repeating: " ", count: gutter.count)
    text += "\(gutter) | \(excerpt.text)\n"
    let mark = String(repeating: "^", count: excerpt.markWidth)
    let indent = String(repeating: " ", count: excerpt.markColumn)
    text += "\(blank) | \(indent)\(styled(mark, style))\n"
  }

  // MARK: - Colour

  private enum Style: String {
    case red = "1;31"
    case yellow = "1;33"
    case cyan = "36"
    case green = "32"
  }

  private static func style(of severity: Diagnostic.Severity) -> Style {
    switch severity {
    case .error: .red
    case .warning: .yellow
    case .note: .cyan
    }
  }

  private func styled(_ text: String, _ style: Style) -> String {
    usesColor ? "\u{1b}[\(style.rawValue)m\(text)\u{1b}[0m" : text
  }
}
