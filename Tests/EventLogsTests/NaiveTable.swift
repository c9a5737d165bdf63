/// A table reader that is slow and plain to see through: one character after another, no blocks, no
/// threads.
struct NaiveTable {
  struct Row {
    var cells: [String]
    var line: Int
    var text: String
    var isBroken: Bool
  }

  var rows: [Row] = []

  /// Splits a text.
  init(_ text: String, delimiter: Character, newline: String) {
    // Characters that Unicode joins stay apart.
    let scalars = Array(text.unicodeScalars)
    let ends = Array(newline.unicodeScalars)
    var row = Row(cells: [], line: 1, text: "", isBroken: false)
    var cell = ""
    var state = "fresh"
    var line = 1
    var at = 0
    func isEnd(_ at: Int) -> Bool {
      at + ends.count <= scalars.count && Array(scalars[at..<(at + ends.count)]) == ends
    }
    func finish() {
      row.cells.append(cell)
      if !row.text.isEmpty { rows.append(row) }
      cell = ""
      state = "fresh"
    }
    while at < scalars.count {
      let scalar = scalars[at]
      if state == "quoted" {
        if scalar == ends.last { line += 1 }
        row.text.unicodeScalars.append(scalar)
        if scalar != "\"" {
          cell.unicodeScalars.append(scalar)
        } else if at + 1 < scalars.count, scalars[at + 1] == "\"" {
          cell += "\""
          row.text += "\""
          at += 1
        } else {
          state = "behind"
        }
      } else if isEnd(at) {
        line += 1
        at += ends.count - 1
        finish()
        row = Row(cells: [], line: line, text: "", isBroken: false)
      } else {
        row.text.unicodeScalars.append(scalar)
        if Character(scalar) == delimiter {
          row.cells.append(cell)
          cell = ""
          state = "fresh"
        } else if state == "fresh", scalar == "\"" {
          state = "quoted"
        } else {
          if state == "behind" { row.isBroken = true }
          if state == "fresh" { state = "plain" }
          cell.unicodeScalars.append(scalar)
        }
      }
      at += 1
    }
    if !row.text.isEmpty { finish() }
  }
}
