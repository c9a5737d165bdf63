import EventCounting
import JourneyModel
import TextSupport

/// Reads the rows of a file of counts, with all that is wrong with them.
struct CountsReader {
  typealias Problem = UnusableCounts.Problem

  private(set) var problems: [Problem] = []
  private(set) var remarks: [String] = []

  private var columns: [CountsColumn: Int] = [:]
  private var names = NearestName()

  /// Reads a file; nil, or with ``problems``, where it cannot be used.
  mutating func read(_ bytes: [UInt8]) -> CountsFile? {
    let table = CountsTable(bytes)
    problems = table.problems
    guard let head = table.rows.first else {
      if problems.isEmpty {
        problems.append(Problem(summary: "the file is empty", fix: "give the answer of the query"))
      }
      return nil
    }
    guard readHead(head) else { return nil }
    var rows: [CountsRow] = []
    var seen: [[[UInt8]]: Int] = [:]
    for cells in table.rows.dropFirst() {
      guard let row = readRow(cells, of: head.cells.count) else { continue }
      if let first = seen.updateValue(row.line, forKey: row.key) {
        tell(
          row.line, "this is counted in line \(first) already",
          "the file may hold two answers; keep one")
        continue
      }
      rows.append(row)
    }
    guard checkFormat(rows) else { return nil }
    var assembly = CountsAssembly(rows)
    let file = assembly.file()
    problems += assembly.problems
    // Sums are compared only where every row could be read: one mistake would be told twice.
    if problems.isEmpty {
      var check = CountsCheck(rows, file)
      check.run()
      problems += check.problems
    }
    problems = problems.enumerated().sorted {
      ($0.element.line ?? 0, $0.offset) < ($1.element.line ?? 0, $1.offset)
    }.map(\.element)
    remark(on: file)
    return file
  }

  // MARK: - Head

  private mutating func readHead(_ head: CountsTable.Row) -> Bool {
    var extra: [String] = []
    for (index, cell) in head.cells.enumerated() {
      let name = cell.lowercased().filter { $0 != " " }
      guard let column = CountsColumn(rawValue: name) else {
        extra.append(cell)
        continue
      }
      if columns.updateValue(index, forKey: column) != nil {
        tell(head.line, "the column '\(name)' stands twice", "leave one out")
      }
    }
    let missing = CountsColumn.allCases.filter { columns[$0] == nil }
    guard missing.isEmpty else {
      if missing.count > CountsColumn.allCases.count / 2 {
        tell(
          head.line, "this is no file of counts: its head has not the columns of one",
          "give the answer of the query that 'journey sql' prints, with its head; a log is read "
            + "without --counts")
        return false
      }
      for column in missing {
        let near = names.nearest(to: column.rawValue, among: extra)
        tell(
          head.line, "the column '\(column.rawValue)' is missing",
          near.map { "it may be the one called '\($0)'" } ?? "let the query write all its columns")
      }
      return false
    }
    if !extra.isEmpty {
      let list = extra.prefix(5).map { "'\($0)'" }.joined(separator: ", ")
      remarks.append(
        extra.count == 1
          ? "The column \(list) says nothing that counts and is ignored."
          : "\(extra.count) columns say nothing that counts and are ignored: \(list)"
            + (extra.count > 5 ? " and others." : "."))
    }
    return true
  }

  // MARK: - Rows

  private mutating func readRow(_ cells: CountsTable.Row, of width: Int) -> CountsRow? {
    guard cells.cells.count == width else {
      tell(
        cells.line,
        "this row has \(Wording.count(cells.cells.count, "cell")) and the head has \(width)",
        "quote cells that hold a separator")
      return nil
    }
    let before = problems.count
    func cell(_ column: CountsColumn) -> String {
      columns[column].map { cells.cells[$0] } ?? ""
    }
    guard let kind = CountsKind(rawValue: cell(.kind)) else {
      let near = names.nearest(to: cell(.kind), among: CountsKind.allCases.map(\.rawValue))
      tell(
        cells.line, "there is no kind of row '\(cell(.kind))'",
        near.map { "did you mean '\($0)'?" } ?? "leave out what the query did not write")
      return nil
    }
    var row = CountsRow(kind)
    row.line = cells.line
    if !cell(.part).isEmpty {
      if let part = CountsPart(rawValue: cell(.part)) {
        row.part = part
      } else {
        tell(
          cells.line, "there is no part '\(cell(.part))'",
          "write everyone, persona or channel")
      }
    }
    row.member = cell(.member)
    row.touchpoint = cell(.touchpoint)
    row.next = cell(.next)
    row.ending = cell(.ending)
    row.name = cell(.name)
    row.count = count(cell(.count), .count, cells.line)
    row.customers = count(cell(.customers), .customers, cells.line)
    row.visits = count(cell(.visits), .visits, cells.line)
    row.places = count(cell(.places), .places, cells.line)
    row.timed = count(cell(.timed), .timed, cells.line)
    row.mean = number(cell(.mean), .mean, cells.line)
    row.median = number(cell(.median), .median, cells.line)
    row.sd = number(cell(.sd), .sd, cells.line)
    return problems.count == before ? row : nil
  }

  /// What databases print where nothing is known.
  private static let nothing: Set<String> = ["", "NULL", "null", "\\N", "None", "<NA>"]

  private mutating func number(_ text: String, _ column: CountsColumn, _ line: Int) -> Double? {
    if Self.nothing.contains(text) { return nil }
    let isDecimal = text.utf8.allSatisfy { byte in
      (48...57).contains(byte) || "+-.eE".utf8.contains(byte)
    }
    if isDecimal, let value = Double(text), value.isFinite { return value }
    tell(
      line, "'\(text)' in the column '\(column.rawValue)' is no number",
      "write it like 12.5 or 1.25e1, with a point")
    return nil
  }

  private mutating func count(_ text: String, _ column: CountsColumn, _ line: Int) -> Int? {
    if Self.nothing.contains(text) { return nil }
    let before = problems.count
    if let value = Int(text) { return value }
    guard let value = number(text, column, line) else { return nil }
    // Whole decimals are exact this far.
    if value == value.rounded(), value.magnitude <= 9_007_199_254_740_992 { return Int(value) }
    if problems.count == before {
      tell(line, "'\(text)' in the column '\(column.rawValue)' is no whole number", nil)
    }
    return nil
  }

  private mutating func checkFormat(_ rows: [CountsRow]) -> Bool {
    guard let row = rows.first(where: { $0.kind == .format }) else {
      tell(
        nil, "no row says the format",
        "the query begins its answer with one of kind 'format'; the file may be cut off")
      return false
    }
    guard row.count == CountsFile.version else {
      tell(
        row.line,
        "this is format \(row.count.map(String.init) ?? "unknown") and this program knows "
          + "\(CountsFile.version)",
        "count again with the query that this program prints")
      return false
    }
    return true
  }

  // MARK: - Remarks

  private mutating func remark(on file: CountsFile) {
    let ties = file.counts.ties
    if ties > 0 {
      remarks.append(
        (ties == 1
          ? "1 pair of events has the same time and nothing"
          : "\(ties) pairs of events have the same time and nothing")
          + " else to order them; in a database their order is arbitrary. Name a column that orders "
          + "them with --sequence.")
    }
    if let rows = file.rows, !file.rejected.isEmpty {
      let lost = file.rejected.map(\.count).saturatingSum
      let reasons = file.rejected.map { "\($0.reason) \($0.count)" }.joined(separator: ", ")
      remarks.append(
        "\(lost) of \(Wording.count(rows, "row")) \(lost == 1 ? "was" : "were") not counted: "
          + "\(reasons).")
    }
    for (count, word) in [
      (file.counts.tooManyPersonas, "persona"), (file.counts.tooManyChannels, "channel"),
    ] {
      guard let count else { continue }
      remarks.append("\(Wording.count(count, word)) are too many to be told apart.")
    }
    if file.counts.everyone.events == 0 { remarks.append("Nothing was counted.") }
  }

  private mutating func tell(_ line: Int?, _ summary: String, _ fix: String?) {
    problems.append(Problem(line: line, summary: summary, fix: fix))
  }
}
