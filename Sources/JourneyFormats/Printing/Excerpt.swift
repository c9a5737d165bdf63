import JourneyModel
import TextSupport

/// The part of a line that is shown for a place, and where the mark under it goes.
struct Excerpt {
  /// What is shown.
  private(set) var text = ""
  /// The column at which the mark begins, from 0.
  private(set) var markColumn = 0
  /// The mark's width, at least 1.
  private(set) var markWidth = 1

  private static let tabWidth = 2

  /// Cuts an excerpt.
  ///
  /// - Parameters:
  ///   - range: The place; what is beyond its first line is not marked.
  ///   - line: The line it begins in.
  ///   - lines: The source.
  ///   - width: How many columns may be shown.
  ///   - mask: What is done to the text before it is shown.
  init(
    of range: SourceRange, inLine line: SourceRange, _ lines: LineTable, width: Int,
    mask: (String) -> String = { $0 }
  ) {
    // Nothing far away is looked at, however long the line is.
    let near = 8 * width
    let from = Self.boundary(max(line.lowerBound, range.lowerBound - near), lines)
    let to = Self.boundary(min(line.upperBound, range.lowerBound + near), lines)
    let start = min(max(range.lowerBound, from), to)
    let end = min(max(range.upperBound, start), to)
    let before = Self.cells(mask(lines.text(in: SourceRange(from, start))))
    let marked = Self.cells(mask(lines.text(in: SourceRange(start, end))))
    let after = Self.cells(mask(lines.text(in: SourceRange(end, to))))

    let markedWidth = marked.reduce(0) { $0 + $1.width }
    let beforeWidth = before.reduce(0) { $0 + $1.width }
    let total = beforeWidth + markedWidth + after.reduce(0) { $0 + $1.width }
    let isWhole = from == line.lowerBound && to == line.upperBound && total <= width
    markWidth = max(1, min(markedWidth, width))
    if isWhole {
      text = Self.text(before) + Self.text(marked) + Self.text(after)
      markColumn = beforeWidth
      return
    }
    // A third of the room for what stands before, so that the eye finds its place.
    let room = max(width / 3, width - markedWidth - after.reduce(0) { $0 + $1.width } - 2)
    let head = Self.suffix(before, width: room)
    let isHeadCut = head.count < before.count || from > line.lowerBound
    let headWidth = head.reduce(0) { $0 + $1.width }
    markColumn = headWidth + (isHeadCut ? 1 : 0)
    let tail = Self.prefix(marked + after, width: width - markColumn - 1)
    let isTailCut = tail.count < marked.count + after.count || to < line.upperBound
    text = (isHeadCut ? "…" : "") + Self.text(head) + Self.text(tail) + (isTailCut ? "…" : "")
    markWidth = max(1, min(markedWidth, tail.reduce(0) { $0 + $1.width }))
  }

  /// A character as it is shown.
  private struct Cell {
    var text: String
    var width: Int
  }

  private static func cells(_ text: String) -> [Cell] {
    text.map { character in
      if character == "\t" {
        return Cell(text: String(repeating: " ", count: tabWidth), width: tabWidth)
      }
      let shown = Visible.text(String(character))
      return Cell(text: shown, width: DisplayWidth.of(shown))
    }
  }

  private static func text(_ cells: some Sequence<Cell>) -> String {
    cells.reduce(into: "") { $0 += $1.text }
  }

  private static func prefix(_ cells: [Cell], width: Int) -> ArraySlice<Cell> {
    var used = 0
    let count = cells.prefix { cell in
      used += cell.width
      return used <= width
    }.count
    return cells.prefix(count)
  }

  private static func suffix(_ cells: [Cell], width: Int) -> ArraySlice<Cell> {
    var used = 0
    let count = cells.reversed().prefix { cell in
      used += cell.width
      return used <= width
    }.count
    return cells.suffix(count)
  }

  /// The nearest beginning of a scalar at or before a byte.
  private static func boundary(_ offset: Int, _ lines: LineTable) -> Int {
    let utf8 = lines.source.text.utf8
    var offset = min(max(0, offset), utf8.count)
    while offset > 0, offset < utf8.count,
      utf8[utf8.index(utf8.startIndex, offsetBy: offset)] & 0xc0 == 0x80
    {
      offset -= 1
    }
    return offset
  }
}
