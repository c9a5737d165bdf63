import JourneyDiagrams

/// One thing on a sheet that is not cut in two, its words measured later.
enum SheetItem {
  typealias Label = Typesetter.Label

  /// A cell of a row.
  struct Cell {
    var text: Label
    var detail: Label?
    var feeling: Double?
    var isAssumed = false
  }

  /// A paragraph: how far it is indented, its paint, the space over it, and whether it stays with
  /// what follows; a bullet where it is a line of a list.
  case text(Label, paint: ColorRole, above: Double, bullet: Bool, keeps: Bool)
  case headline(Label, isUrgent: Bool)
  case figures([(value: Label, label: Label, isBad: Bool)])
  case ask(number: Label, what: Label, by: Label, isOverdue: Bool, reasons: [Label])
  /// Quotes side by side.
  case quotes([(words: Label, source: Label)])
  /// Short sections side by side: a heading each, and lines with bullets.
  case short([(title: Label, lines: [Label])])
  /// A row of a table, and whether it stays with the one that follows, so that none stands alone.
  case row([Cell], columns: [Brief.Column], isTitle: Bool, isFirst: Bool, keeps: Bool)
  case picture(Picture, caption: Label)
}

/// Takes the words of a page into a typesetter.
struct SheetItems {
  private let setter: Typesetter
  private(set) var items: [SheetItem] = []

  init(_ setter: Typesetter) { self.setter = setter }

  mutating func add(_ page: Brief.Page, of brief: Brief) {
    text(Phrase(page.kicker), .subtitle, paint: .inkSoft)
    text(page.title, .title)
    text(page.scope, .subtitle, paint: .inkSoft)
    items.append(.headline(label(page.headline, .stage), isUrgent: page.isUrgent))
    if !page.figures.isEmpty {
      items.append(
        .figures(
          page.figures.map {
            (setter.add($0.text, .figure), label($0.label, .figureLabel), $0.isBad)
          }))
    }
    for row in Brief.Section.rows(page.sections) {
      if row.count > 1 {
        items.append(.short(row.map { (setter.add($0.title, .cardTitle), lines(of: $0)) }))
      } else if let section = row.first {
        text(Phrase(section.title), .cardTitle, above: 8, keeps: true)
        for block in section.blocks { add(block) }
      }
    }
  }

  private func lines(of section: Brief.Section) -> [SheetItem.Label] {
    section.blocks.flatMap { block -> [SheetItem.Label] in
      if case .list(let phrases) = block { phrases.map { label($0, .body) } } else { [] }
    }
  }

  private mutating func add(_ block: Brief.Block) {
    switch block {
    case .text(let phrase): text(phrase, .body, above: 4)
    case .note(let phrase): text(phrase, .cardNote, paint: .inkSoft, above: 2)
    case .list(let phrases):
      for phrase in phrases { text(phrase, .body, above: 2, bullet: true) }
    case .asks(let asks):
      for (index, ask) in asks.enumerated() {
        items.append(
          .ask(
            number: setter.add(String(index + 1), .badge), what: label(ask.what, .lane),
            by: label(ask.by, .meta), isOverdue: ask.isOverdue,
            reasons: ask.reasons.map { label($0, .cardNote) }))
      }
    case .quotes(let quotes):
      for first in stride(from: 0, to: quotes.count, by: 2) {
        items.append(
          .quotes(
            quotes[first..<min(first + 2, quotes.count)].map {
              (label(Phrase("“\($0.text)”"), .quote), label($0.source, .cardNote))
            }))
      }
    case .table(let table): add(table)
    case .picture(let figure):
      guard let picture = figure.picture else {
        if let table = figure.table { add(table) }
        return
      }
      items.append(.picture(picture, caption: label(figure.caption, .cardNote)))
    }
  }

  private mutating func add(_ table: Brief.Table) {
    text(table.caption, .cardNote, paint: .inkSoft, above: 3, keeps: true)
    items.append(
      .row(
        table.columns.map { .init(text: setter.add($0.title, .stageNote)) },
        columns: table.columns, isTitle: true, isFirst: true, keeps: true))
    let rows = table.rows + (table.total.map { [$0] } ?? [])
    for (index, row) in rows.enumerated() {
      let cells = row.enumerated().map { column, cell in
        SheetItem.Cell(
          text: label(cell.text, column == 0 ? .lane : .body),
          detail: cell.detail.isEmpty ? nil : label(cell.detail, .cardNote),
          feeling: cell.feeling, isAssumed: cell.isAssumed)
      }
      items.append(
        .row(
          cells, columns: table.columns, isTitle: false, isFirst: index == 0,
          keeps: index + 1 < rows.count && (index == 0 || index + 2 == rows.count)))
    }
    if let note = table.note { text(note, .cardNote, paint: .inkSoft, above: 3) }
  }

  private mutating func text(
    _ phrase: Phrase, _ role: TextRole, paint: ColorRole = .ink, above: Double = 0,
    bullet: Bool = false, keeps: Bool = false
  ) {
    items.append(
      .text(label(phrase, role), paint: paint, above: above, bullet: bullet, keeps: keeps))
  }

  private func label(_ phrase: Phrase, _ role: TextRole) -> Typesetter.Label {
    setter.add(phrase.straight, role)
  }
}
