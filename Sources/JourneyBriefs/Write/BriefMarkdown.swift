public import JourneyDiagrams
import TextSupport

/// Writes a brief as GitHub's Markdown.
///
/// Whatever documents say is escaped. A picture is a link to the file that `pictures` names, and
/// where none is written, a table of its figures.
public struct BriefMarkdown: Sendable {
  /// The ending of pages that are files of their own, for links between them; nil for one file.
  public var linksToFiles: Bool

  /// Creates a writer.
  ///
  /// - Parameter linksToFiles: Whether every page is a file of its own.
  public init(linksToFiles: Bool = false) {
    self.linksToFiles = linksToFiles
  }

  /// The brief as text.
  ///
  /// - Parameters:
  ///   - brief: The brief.
  ///   - picture: The file that a picture was written to, relative to this one; nil when it was not.
  /// - Returns: Markdown.
  public func text(of brief: Brief, picture: (Picture) -> String? = { _ in nil }) -> String {
    var text = "# \(TextTable.markdownText(brief.title)), as of \(Say.date(brief.asOf))\n"
    for page in brief.pages {
      text += "\n<a id=\"\(page.id)\"></a>\n\n## \(Self.text(page.title))\n\n"
      text += "\(page.kicker == "Without an owner" ? "*Without an owner*: " : "")"
      text += "\(Self.text(page.scope))\n\n"
      text += "> **\(Self.text(page.headline, isStrong: true))**\n"
      if !page.figures.isEmpty {
        text += "\n"
        for figure in page.figures {
          text += "- **\(TextTable.markdownText(figure.text))** \(Self.text(figure.label))\n"
        }
      }
      for section in page.sections {
        text += "\n### \(TextTable.markdownText(section.title))\n"
        for block in section.blocks { text += "\n" + self.text(of: block, picture: picture) }
      }
    }
    return text
  }

  private func text(of block: Brief.Block, picture: (Picture) -> String?) -> String {
    switch block {
    case .text(let phrase): return Self.text(phrase) + "\n"
    case .note(let phrase): return "<sub>\(Self.text(phrase))</sub>\n"
    case .list(let phrases): return phrases.map { "- \(Self.text($0))\n" }.joined()
    case .asks(let asks):
      return asks.enumerated().map { index, ask in
        "\(index + 1). **\(Self.text(ask.what, isStrong: true))** — "
          + (ask.isOverdue ? "**\(Self.text(ask.by, isStrong: true))**" : Self.text(ask.by)) + "\n"
          + ask.reasons.map { "   - \(Self.text($0))\n" }.joined()
      }.joined()
    case .quotes(let quotes):
      return quotes.map { quote in
        "> “\(TextTable.markdownText(quote.text))”  \n> — \(Self.text(quote.source))\n"
      }.joined(separator: "\n")
    case .table(let table): return self.text(of: table)
    case .picture(let figure):
      guard let drawn = figure.picture, let file = picture(drawn) else {
        return figure.table.map { self.text(of: $0) } ?? ""
      }
      return "![\(TextTable.markdownText(figure.caption.straight))](\(file))\n\n"
        + "<sub>\(Self.text(figure.caption))</sub>\n"
    }
  }

  private func text(of table: Brief.Table) -> String {
    func row(_ cells: [String]) -> String { "| \(cells.joined(separator: " | ")) |\n" }
    var text = "*\(Self.text(table.caption))*\n\n"
    text += row(table.columns.map { TextTable.markdownText($0.title) })
    text += row(table.columns.map { $0.isNumber ? "---:" : "---" })
    for cells in table.rows { text += row(cells.map(cell)) }
    if let total = table.total { text += row(total.map(cell)) }
    if let note = table.note { text += "\n<sub>\(Self.text(note))</sub>\n" }
    return text
  }

  private func cell(_ cell: Brief.Cell) -> String {
    var text = Self.text(cell.text)
    if let page = cell.page { text = "[\(text)](\(linksToFiles ? "\(page).md" : "#\(page)"))" }
    if cell.isAssumed { text += "?" }
    if !cell.detail.isEmpty { text += "<br><sub>\(Self.text(cell.detail))</sub>" }
    return text
  }

  /// A phrase with everything escaped; within bold text nothing is made bold again.
  private static func text(_ phrase: Phrase, isStrong: Bool = false) -> String {
    let isAlone = phrase.runs.count == 1
    return phrase.runs.map { run in
      var words = TextTable.markdownText(run.text)
      if case .said = run, !isAlone { words = Scalars.isolated(words) }
      if case .strong = run, !isStrong, !words.isEmpty { return "**\(words)**" }
      return words
    }.joined()
  }
}
