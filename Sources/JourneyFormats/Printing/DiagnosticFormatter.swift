public import JourneyModel
import TextSupport

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
  /// Where the rest is to be found, as words after how many they are; nil when nowhere.
  package var rest: String?

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
  /// Of more than ``most``, errors are written out before warnings, and these before notes.
  ///
  /// - Parameters:
  ///   - diagnostics: What to say.
  ///   - source: The text they are about.
  /// - Returns: Lines, each with its end.
  public func text(for diagnostics: [Diagnostic], in source: SourceText) -> String {
    guard !diagnostics.isEmpty else { return "" }
    let lines = LineTable(source)
    var text = ""
    let (shown, hidden) = chosen(diagnostics)
    for diagnostic in shown {
      append(FormattedRemark(diagnostic), lines, to: &text)
    }
    if !hidden.isEmpty {
      let errors = hidden.count { $0.severity == .error }
      let what =
        errors > 0 ? " (\(NumberText.grouped(errors)) error\(errors == 1 ? "" : "s"))" : ""
      text += "\(Visible.text(source.name)): and \(NumberText.grouped(hidden.count)) more\(what)"
      text += "\(rest.map { "; \($0)" } ?? "")\n"
    }
    return text
  }

  /// The text of something else that is said about places of a source.
  ///
  /// - Parameters:
  ///   - remarks: What to say.
  ///   - source: The text they are about.
  /// - Returns: Lines, each with its end.
  package func text(saying remarks: [FormattedRemark], in source: SourceText) -> String {
    let lines = LineTable(source)
    var text = ""
    for remark in remarks { append(remark, lines, to: &text) }
    return text
  }

  /// Which diagnostics are written out, in their order, and which are not.
  private func chosen(_ diagnostics: [Diagnostic]) -> (shown: [Diagnostic], hidden: [Diagnostic]) {
    guard diagnostics.count > most else { return (diagnostics, []) }
    let places = diagnostics.indices.sorted {
      (diagnostics[$1].severity, $0) < (diagnostics[$0].severity, $1)
    }
    let shown = Set(places.prefix(most))
    return (
      diagnostics.indices.filter(shown.contains).map { diagnostics[$0] },
      diagnostics.indices.filter { !shown.contains($0) }.map { diagnostics[$0] }
    )
  }

  private func append(_ remark: FormattedRemark, _ lines: LineTable, to text: inout String) {
    text += Visible.text(lines.source.name)
    if let range = remark.range {
      let location = lines.location(of: range.lowerBound)
      text += ":\(location.line):\(location.column)"
    }
    text += ": "
    text += styled("\(remark.word):", remark.style)
    text += " \(Visible.text(remark.summary)) [\(remark.id)]\n"
    if let range = remark.range, remark.hasExcerpt {
      appendExcerpt(range, lines, remark.style, remark.mask, to: &text)
    }
    for detail in remark.details {
      let style = detail.label == "fix" ? FormattedRemark.Style.green : .cyan
      text += "    \(styled("\(detail.label):", style)) \(Visible.text(detail.text))\n"
      if let range = detail.range { appendExcerpt(range, lines, .cyan, remark.mask, to: &text) }
    }
  }

  private func appendExcerpt(
    _ range: SourceRange, _ lines: LineTable, _ style: FormattedRemark.Style,
    _ mask: (String) -> String, to text: inout String
  ) {
    guard !lines.source.text.isEmpty else { return }
    let number = lines.line(at: min(range.lowerBound, lines.source.text.utf8.count))
    let excerpt = Excerpt(
      of: range, inLine: lines.range(ofLine: number), lines, width: width - 8, mask: mask)
    let gutter = String(repeating: " ", count: max(0, 3 - String(number).count)) + String(number)
    let blank = String(repeating: " ", count: gutter.count)
    text += "\(gutter) | \(excerpt.text)\n"
    let mark = String(repeating: "^", count: excerpt.markWidth)
    let indent = String(repeating: " ", count: excerpt.markColumn)
    text += "\(blank) | \(indent)\(styled(mark, style))\n"
  }

  // MARK: - Colour

  private func styled(_ text: String, _ style: FormattedRemark.Style) -> String {
    usesColor ? "\u{1b}[\(style.rawValue)m\(text)\u{1b}[0m" : text
  }
}
