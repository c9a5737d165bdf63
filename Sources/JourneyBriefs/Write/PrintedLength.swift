import JourneyDiagrams

/// How long a page is on paper, from how much it says: a browser sets it, so that this is a guess.
struct PrintedLength {
  /// The lines of running text that it takes.
  private(set) var lines = 7.0

  /// So many surely fit on a sheet of Letter, the shorter one.
  private static let sheet = 60.0

  /// Whether letters a little smaller may save a sheet.
  var wantsSmallLetters: Bool { lines > Self.sheet }

  init(_ page: Brief.Page) {
    lines += (Double(page.headline.plain.count) / 88).rounded(.up) * 1.4
    for row in Brief.Section.rows(page.sections) {
      let heights = row.map { section in
        section.blocks.reduce(2.1) { $0 + Self.lines($1, isHalf: row.count > 1) }
      }
      lines += heights.max() ?? 0
    }
  }

  private static func wrapped(_ phrase: Phrase, _ width: Double) -> Double {
    max(1, (Double(phrase.plain.count) / width).rounded(.up))
  }

  private static func lines(_ block: Brief.Block, isHalf: Bool) -> Double {
    let width = isHalf ? 62.0 : 130
    switch block {
    case .text(let phrase), .note(let phrase): return wrapped(phrase, width)
    case .list(let phrases): return phrases.reduce(0) { $0 + wrapped($1, width) + 0.1 }
    case .asks(let asks): return asks.reduce(0) { $0 + 1.9 + 0.95 * Double($1.reasons.count) }
    case .quotes(let quotes):
      return stride(from: 0, to: quotes.count, by: 2).reduce(0) { sum, first in
        let pair = quotes[first..<min(first + 2, quotes.count)]
        return sum + 1.1 + (pair.map { wrapped(Phrase($0.text), 66) }.max() ?? 0)
      }
    case .table(let table): return lines(table)
    case .picture(let figure):
      guard let picture = figure.picture else { return figure.table.map(lines) ?? 0 }
      return 1.2 + 50 * picture.height / max(1, picture.width)
    }
  }

  private static func lines(_ table: Brief.Table) -> Double {
    let weights = table.columns.reduce(0) { $0 + $1.weight }
    let rows = (table.rows + (table.total.map { [$0] } ?? [])).map { row in
      zip(row, table.columns).map { cell, column in
        let width = max(6, 120 * column.weight / max(1, weights))
        return wrapped(cell.text, width)
          + (cell.detail.isEmpty ? 0 : 0.9 * wrapped(cell.detail, 1.15 * width))
      }.max() ?? 1
    }
    return rows.reduce(2.1 + (table.note == nil ? 0 : 1)) { $0 + $1 + 0.3 }
  }
}
