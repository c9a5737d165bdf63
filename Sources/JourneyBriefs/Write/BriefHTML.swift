public import JourneyDiagrams
import JourneyModel
import TextSupport

/// Writes a brief as one HTML file: no script, nothing from outside, on screens light or dark and
/// on A4 or Letter a page an owner.
///
/// What documents say is escaped, and the page's policy lets nothing but its own style in.
public struct BriefHTML: Sendable {
  /// The theme of the page; nil for light, and dark where the reader's screen is.
  public var theme: Theme?
  /// Where links to other pages of a brief lead.
  public var links: Links

  /// Where links to other pages of a brief lead.
  public enum Links: Hashable, Sendable {
    /// To places in the same file.
    case inside
    /// To files beside it, named by the pages' ids.
    case files
    /// Nowhere: the page stands alone.
    case none
  }

  /// Creates a writer.
  ///
  /// - Parameters:
  ///   - theme: The theme of the page; nil for light, and dark where the reader's screen is.
  ///   - links: Where links to other pages lead.
  public init(theme: Theme? = nil, links: Links = .inside) {
    self.theme = theme
    self.links = links
  }

  /// The brief as UTF-8 bytes; they depend on the brief alone.
  ///
  /// - Parameter brief: The brief.
  /// - Returns: The bytes of an HTML document.
  public func bytes(of brief: Brief) -> [UInt8] {
    let style = BriefStyle.text(theme: theme, pictures: brief.pictures)
    var page = Markup()
    page.raw("<!doctype html>\n<html lang=\"en\" dir=\"ltr\">\n<head>\n<meta charset=\"utf-8\">\n")
    page.raw("<meta http-equiv=\"Content-Security-Policy\" content=\"")
    let hash = Base64.text(of: SHA256.digest(Array(style.utf8)))
    page.text(
      "default-src 'none'; style-src 'sha256-\(hash)'; img-src data:; base-uri 'none'; "
        + "form-action 'none'")
    page.raw("\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
    page.raw("<meta name=\"referrer\" content=\"no-referrer\">\n<title>")
    page.text(title(of: brief))
    page.raw("</title>\n<link rel=\"icon\" href=\"data:,\">\n")
    page.raw("<style>\(style)</style>\n</head>\n<body>\n")
    page.raw(BriefStyle.faces)
    page.raw("<header class=\"mast\"><h1>")
    page.text(brief.title)
    page.raw("</h1><p>")
    page.text("as of \(Say.date(brief.asOf))")
    page.raw("</p></header>\n<main>\n")
    for part in brief.pages { write(part, of: brief.asOf, to: &page) }
    page.raw("</main>\n</body>\n</html>\n")
    return page.bytes
  }

  private func title(of brief: Brief) -> String {
    guard brief.pages.count == 1, let page = brief.pages.first else { return brief.title }
    return "\(brief.title): \(page.title.plain)"
  }

  private func write(_ part: Brief.Page, of day: CalendarDate, to page: inout Markup) {
    let isClose = part.reader != .everyone && PrintedLength(part).wantsSmallLetters
    page.raw(
      "<article\(isClose ? " class=\"close\"" : "") id=\"\(part.id)\" aria-labelledby=\"\(part.id)-title\">\n<header>\n"
    )
    page.raw("<p class=\"kicker\"><span>")
    page.text(part.kicker)
    page.raw("</span> <span class=\"day\">")
    page.text("as of \(Say.date(day))")
    page.raw("</span></p>\n<h2 id=\"\(part.id)-title\">")
    page.phrase(part.title)
    page.raw("</h2>\n<p class=\"scope\">")
    page.phrase(part.scope)
    page.raw("</p>\n<p class=\"headline\(part.isUrgent ? " urgent" : "")\">")
    page.phrase(part.headline)
    page.raw("</p>\n")
    if !part.figures.isEmpty {
      page.raw("<dl class=\"figures\">\n")
      for figure in part.figures {
        page.raw("<div><dt>")
        page.phrase(figure.label)
        page.raw("</dt><dd\(figure.isBad ? " class=\"bad\"" : "")>")
        page.text(figure.text)
        page.raw("</dd></div>\n")
      }
      page.raw("</dl>\n")
    }
    page.raw("</header>\n")
    page.raw("<div class=\"sections\">\n")
    var index = 0
    for (section, isShort) in Brief.Section.rows(part.sections).flatMap({ row in
      row.map { ($0, row.count > 1) }
    }) {
      index += 1
      let id = "\(part.id)-\(index)"
      page.raw("<section\(isShort ? " class=\"short\"" : "")")
      // Headings are enough to go by: a landmark for each would be hundreds of the same names.
      page.raw(">\n<h3 id=\"\(id)\">")
      page.text(section.title)
      page.raw("</h3>\n")
      for block in section.blocks { write(block, to: &page) }
      page.raw("</section>\n")
    }
    page.raw("</div>\n</article>\n")
  }

  private func write(_ block: Brief.Block, to page: inout Markup) {
    switch block {
    case .text(let phrase):
      page.element("p", phrase)
      page.raw("\n")
    case .note(let phrase):
      page.element("p", phrase, attributes: " class=\"note\"")
      page.raw("\n")
    case .list(let phrases):
      page.raw("<ul>\n")
      for phrase in phrases {
        page.element("li", phrase)
        page.raw("\n")
      }
      page.raw("</ul>\n")
    case .asks(let asks):
      page.raw("<ol class=\"asks\">\n")
      for ask in asks { write(ask, to: &page) }
      page.raw("</ol>\n")
    case .quotes(let quotes):
      page.raw("<div class=\"quotes\">\n")
      for quote in quotes { write(quote, to: &page) }
      page.raw("</div>\n")
    case .table(let table): write(table, to: &page)
    case .picture(let figure):
      guard let picture = figure.picture else {
        if let table = figure.table { write(table, to: &page) }
        return
      }
      let isHigh = picture.height > 0.6 * picture.width
      page.raw("<figure>\n<div class=\"picture\(isHigh ? " high" : "")\"")
      page.raw(" tabindex=\"0\" role=\"group\" aria-label=\"")
      page.isolated(figure.caption)
      page.raw("\">")
      page.bytes += SVGWriter(standsAlone: false).bytes(of: picture)
      page.raw("</div>\n")
      page.element("figcaption", figure.caption)
      page.raw("\n</figure>\n")
    }
  }

  private func write(_ ask: Brief.Ask, to page: inout Markup) {
    page.raw("<li\(ask.isOverdue ? " class=\"overdue\"" : "")>\n<p class=\"what\">")
    page.phrase(ask.what)
    page.raw("</p>\n<p class=\"by\">")
    page.phrase(ask.by)
    page.raw("</p>\n")
    for reason in ask.reasons {
      page.element("p", reason, attributes: " class=\"why\"")
      page.raw("\n")
    }
    page.raw("</li>\n")
  }

  private func write(_ quote: Brief.Quote, to page: inout Markup) {
    page.raw("<figure class=\"quote\">\n")
    page.raw("<blockquote dir=\"auto\"")
    if let language = quote.language {
      page.raw(" lang=\"")
      page.text(language)
      page.raw("\"")
    }
    page.raw("><p>")
    page.text(quote.text)
    page.raw("</p></blockquote>\n<figcaption>")
    page.phrase(quote.source)
    page.raw("</figcaption>\n</figure>\n")
  }

  private func write(_ table: Brief.Table, to page: inout Markup) {
    page.raw("<table role=\"table\">\n")
    page.element("caption", table.caption)
    page.raw("\n<thead role=\"rowgroup\"><tr role=\"row\">")
    for column in table.columns {
      page.raw("<th role=\"columnheader\" scope=\"col\"\(column.isNumber ? " class=\"n\"" : "")>")
      page.text(column.title)
      page.raw("</th>")
    }
    page.raw("</tr></thead>\n<tbody role=\"rowgroup\">\n")
    for row in table.rows { write(row, of: table, to: &page) }
    page.raw("</tbody>\n")
    if let total = table.total {
      page.raw("<tfoot role=\"rowgroup\">\n")
      write(total, of: table, to: &page)
      page.raw("</tfoot>\n")
    }
    page.raw("</table>\n")
    if let note = table.note {
      page.element("p", note, attributes: " class=\"note\"")
      page.raw("\n")
    }
  }

  private func write(_ row: [Brief.Cell], of table: Brief.Table, to page: inout Markup) {
    page.raw("<tr role=\"row\">")
    for (index, cell) in row.enumerated() where index < table.columns.count {
      let column = table.columns[index]
      if index == 0 {
        page.raw("<th role=\"rowheader\" scope=\"row\">")
      } else {
        page.raw("<td role=\"cell\"\(column.isNumber ? " class=\"n\"" : "") data-label=\"")
        page.text(column.title)
        page.raw("\">")
      }
      page.raw("<span>")
      face(cell.feeling, isAssumed: cell.isAssumed, to: &page)
      link(cell, to: &page)
      page.raw("</span>")
      if !cell.detail.isEmpty { page.element("small", cell.detail) }
      page.raw(index == 0 ? "</th>" : "</td>")
    }
    page.raw("</tr>\n")
  }

  private func link(_ cell: Brief.Cell, to page: inout Markup) {
    guard let target = cell.page, links != .none else { return page.phrase(cell.text) }
    page.raw("<a href=\"")
    page.raw(links == .files ? "\(target).html" : "#\(target)")
    page.raw("\">")
    page.phrase(cell.text)
    page.raw("</a>")
  }

  /// The face of a feeling, whose number stands beside it as text.
  private func face(_ feeling: Double?, isAssumed: Bool, to page: inout Markup) {
    guard let feeling else { return }
    let step = BriefStyle.step(of: feeling)
    page.raw("<svg class=\"face e\(step)\(isAssumed ? " assumed" : "")\" aria-hidden=\"true\">")
    page.raw("<use href=\"#face-\(BriefStyle.mouth(of: feeling))\"/></svg>")
  }
}

extension Brief {
  /// The pictures that are drawn already.
  fileprivate var pictures: [Picture] {
    pages.flatMap(\.sections).flatMap(\.blocks).compactMap { block in
      if case .picture(let figure) = block { figure.picture } else { nil }
    }
  }
}

extension Brief.Page {
  /// What sort of page it is, over its title.
  var kicker: String {
    switch reader {
    case .everyone: "For whoever answers for all of it"
    case .owner: "Decision brief for"
    case .nobody: "Without an owner"
    }
  }
}
