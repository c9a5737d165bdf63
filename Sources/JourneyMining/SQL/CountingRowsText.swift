import EventCounting

/// Writes the beginning of a query: rows become events, or are found to be none.
struct CountingRowsText {
  private let query: CountingQuery
  private let sql: SQLDialect

  init(_ query: CountingQuery) {
    self.query = query
    sql = SQLDialect(engine: query.engine)
  }

  private var columns: CountingQuery.Columns { query.columns }
  private var type: CountingQuery.TimeType { query.writtenTime }

  /// The parts of the query, each under its name.
  var parts: [String] { [cells, numbers, entries, judged].compactMap(\.self) }

  /// A column that holds something else than names, and what it is called here.
  private var figures: [(role: String, column: String)] {
    [
      ("time", columns.time), ("began", columns.began), ("sequence", columns.sequence),
      ("felt", columns.felt),
    ].compactMap { role, column in column.map { (role, $0) } }
  }

  // MARK: - Cells

  private var cells: String {
    let source =
      switch query.source {
      case .table(let parts): parts.map(sql.name).joined(separator: ".")
      case .file(let path): file(path)
      }
    let names = [
      ("customer", columns.customer), ("touchpoint", columns.touchpoint),
      ("channel", columns.channel), ("persona", columns.persona), ("stage", columns.stage),
    ].map { role, column in
      let cell = column.map { sql.trimmed(sql.name($0)) } ?? "CAST(NULL AS \(sql.textType))"
      return "    \(cell) AS \(role)"
    }
    let written = figures.map { role, column in
      let isTime = role == "time" || role == "began"
      let cell = isTime && type.isStamp ? sql.name(column) : sql.trimmed(sql.name(column))
      return "    \(cell) AS \(role)_as_written"
    }
    return """
      -- The cells of the log without white space around them, where an empty one is as good as none.
      cells AS (
        SELECT
      \((names + written).joined(separator: ",\n"))
        FROM \(source)
      )
      """
  }

  private func file(_ path: String) -> String {
    if query.engine == .spark { return "parquet.\(sql.name(path))" }
    let name = sql.literal(path)
    if CountingQuery.Source.isTable(path) {
      return "read_csv(\(name), header = true, quote = '\"', escape = '\"', all_varchar = true)"
    }
    return CountingQuery.Source.isJSON(path) ? "read_json(\(name))" : "read_parquet(\(name))"
  }

  // MARK: - Numbers

  private var numbers: String? {
    let figures = figures.filter { role, _ in
      role == "sequence" || role != "felt" && type.isNumber
    }
    guard !figures.isEmpty else { return nil }
    let lines = figures.map { role, _ in
      let cell = "\(role)_as_written"
      let number =
        role == "sequence"
        ? sql.whole(cell, isText: query.isOfText) : sql.decimal(cell, isText: query.isOfText)
      return "    \(number) AS \(role)_number"
    }
    return """
      -- Cells that hold numbers. What is none gives nothing.
      numbers AS (
        SELECT cells.*,
      \(lines.joined(separator: ",\n"))
        FROM cells
      )
      """
  }

  // MARK: - Entries

  private var entries: String {
    func time(_ role: String) -> String {
      sql.microseconds(
        type.isNumber ? "\(role)_number" : "\(role)_as_written", type, zone: query.timeZone)
    }
    let began = columns.began == nil ? "CAST(NULL AS BIGINT)" : time("began")
    let sequence =
      columns.sequence == nil ? "CAST(NULL AS BIGINT)" : sql.bigint(of: "sequence_number")
    let felt =
      columns.felt == nil ? "CAST(NULL AS \(sql.doubleType))" : sql.double("felt_as_written")
    let written = figures.map { "\($0.role)_as_written" }.joined(separator: ", ")
    return """
      -- The rows of the log, where what could not be read shows as something written that gave nothing.
      entries AS (
        SELECT customer, touchpoint, channel, persona, stage,
          \(written),
          \(time("time")) AS moment,
          \(began) AS began,
          \(sequence) AS sequence,
          \(felt) AS felt
        FROM \(numbers == nil ? "cells" : "numbers")
      )
      """
  }

  // MARK: - Judging

  /// The years from 0 to 9999, in microseconds since 1970.
  private static let years = (first: "-62167219200000000", last: "253402300799999999")

  private var judged: String {
    let (first, last) = Self.years
    var cases = [
      ("customer IS NULL", "no-case"), ("touchpoint IS NULL", "no-touchpoint"),
      (isNothing("time"), "no-time"),
      ("moment IS NULL OR moment NOT BETWEEN \(first) AND \(last)", "bad-time"),
    ]
    if columns.felt != nil {
      cases.append(
        ("felt IS NULL AND NOT (\(isNothing("felt")))", "bad-score"))
      if let scores = query.scores {
        cases.append(
          (
            "felt < \(sql.number(scores.lowerBound)) OR felt > \(sql.number(scores.upperBound))",
            "bad-score"
          ))
      }
    }
    if columns.began != nil {
      cases.append(
        (
          "NOT (\(isNothing("began"))) AND (began IS NULL OR began NOT BETWEEN \(first) AND moment)",
          "bad-start"
        ))
    }
    if columns.sequence != nil {
      cases.append(("sequence IS NULL AND NOT (\(isNothing("sequence")))", "bad-sequence"))
    }
    let lines = cases.map { "      WHEN \($0) THEN '\($1)'" }.joined(separator: "\n")
    return """
      -- Why a row cannot be counted. Such rows are counted by their reason.
      judged AS (
        SELECT entries.*,
          CASE
      \(lines)
          END AS problem
        FROM entries
      )
      """
  }

  /// Whether a cell says that nothing is known.
  private func isNothing(_ role: String) -> String {
    let cell = "\(role)_as_written"
    if role == "time" || role == "began", type.isStamp { return "\(cell) IS NULL" }
    return "\(cell) IS NULL OR lower(\(sql.inByteOrder(cell))) IN (\n        "
      + Self.nothing.map(sql.literal).joined(separator: ", ") + ")"
  }

  /// The words in cells of which nothing is known, as `journey mine` has it.
  private static let nothing = [
    "-", "--", "?", "n/a", "#n/a", "na", "nil", "none", "null", "\\n",
  ]
}

extension CountingQuery.TimeType {
  /// Whether columns of it have a type of times.
  var isStamp: Bool { self == .timestamptz || self == .timestamp }

  /// Whether columns of it count something since 1970.
  var isNumber: Bool { !isStamp && self != .text }
}
