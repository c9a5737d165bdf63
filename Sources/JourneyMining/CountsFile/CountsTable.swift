/// A table of text, taken from the bytes of a CSV file.
struct CountsTable {
  /// One row: the line where it begins, and its cells.
  struct Row {
    var line: Int
    var cells: [String]
  }

  private(set) var rows: [Row] = []
  private(set) var problems: [UnusableCounts.Problem] = []

  private let bytes: [UInt8]
  private let separator: UInt8
  private var place = 0
  private var line = 1

  /// Takes a table apart.
  ///
  /// The separator is what stands first in the head of comma, semicolon and tab. Quoted cells may hold
  /// anything, line breaks too; a quote within is doubled.
  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    let head = bytes.prefix { $0 != Self.newline && $0 != Self.carriageReturn }
    separator = head.first { $0 == 0x2C || $0 == 0x3B || $0 == 0x09 } ?? 0x2C
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { place = 3 }
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      problems.append(
        .init(line: 1, summary: "this is UTF-16", fix: "write the file in UTF-8"))
      return
    }
    while place < bytes.count { readRow() }
  }

  private static let newline = UInt8(ascii: "\n")
  private static let carriageReturn = UInt8(ascii: "\r")
  private static let quote = UInt8(ascii: "\"")

  private mutating func readRow() {
    let begin = line
    var cells: [String] = []
    while true {
      cells.append(readCell(begin))
      guard place < bytes.count, bytes[place] == separator else { break }
      place += 1
    }
    if place < bytes.count, bytes[place] == Self.carriageReturn { place += 1 }
    if place < bytes.count, bytes[place] == Self.newline { place += 1 }
    line += 1
    if cells.count > 1 || !cells[0].isEmpty { rows.append(Row(line: begin, cells: cells)) }
  }

  private mutating func readCell(_ begin: Int) -> String {
    guard place < bytes.count, bytes[place] == Self.quote else {
      let start = place
      while place < bytes.count, bytes[place] != separator, !isBreak { place += 1 }
      return text(Array(bytes[start..<place]), begin)
    }
    place += 1
    var cell: [UInt8] = []
    while true {
      guard place < bytes.count else {
        tell(begin, "a quote is opened and never closed", "the file may be cut off")
        break
      }
      let byte = bytes[place]
      place += 1
      if byte == Self.newline { line += 1 }
      if byte != Self.quote {
        cell.append(byte)
      } else if place < bytes.count, bytes[place] == Self.quote {
        cell.append(byte)
        place += 1
      } else {
        break
      }
    }
    if place < bytes.count, bytes[place] != separator, !isBreak {
      tell(
        begin, "something stands behind a closing quote",
        "double quotes within a cell (DuckDB and Spark: escape '\"')")
      while place < bytes.count, bytes[place] != separator, !isBreak { place += 1 }
    }
    return text(cell, begin)
  }

  private var isBreak: Bool {
    bytes[place] == Self.newline || bytes[place] == Self.carriageReturn
  }

  private mutating func text(_ cell: [UInt8], _ line: Int) -> String {
    if let text = String(validating: cell, as: UTF8.self) { return text }
    tell(line, "these bytes are not UTF-8", "write the file in UTF-8")
    return String(decoding: cell, as: UTF8.self)
  }

  private mutating func tell(_ line: Int, _ summary: String, _ fix: String) {
    problems.append(.init(line: line, summary: summary, fix: fix))
  }
}
