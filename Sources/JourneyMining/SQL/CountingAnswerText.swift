import EventCounting

/// Writes the end of a query: one branch for each kind of row.
struct CountingAnswerText {
  private let query: CountingQuery
  private let sql: SQLDialect

  init(_ query: CountingQuery) {
    self.query = query
    sql = SQLDialect(engine: query.engine)
  }

  /// One branch: what its cells are, where they differ from nothing.
  private struct Branch {
    var comment: String
    var cells: [CountsColumn: String]
    var rest: String

    init(_ comment: String, _ kind: CountsKind, _ cells: [CountsColumn: String], _ rest: String) {
      self.comment = comment
      self.cells = cells
      self.cells[.kind] = "'\(kind.rawValue)'"
      self.rest = rest
    }
  }

  var text: String {
    let branches = self.branches.enumerated().map { index, branch in
      let cells = CountsColumn.allCases.map { column -> String in
        let cell = branch.cells[column] ?? (column.isText ? "''" : "NULL")
        return index == 0 ? first(column, cell) : cell
      }
      let comment = branch.comment.isEmpty ? "" : "-- \(branch.comment)\n"
      return comment + "SELECT \(wrapped(cells))" + branch.rest
    }
    return branches.joined(separator: "\nUNION ALL\n") + "\n" + order + ";\n"
  }

  /// The first branch names the columns and sets their types.
  private func first(_ column: CountsColumn, _ cell: String) -> String {
    let type =
      column.isText
      ? sql.textType
      : [.mean, .median, .sd].contains(column) ? sql.doubleType : "BIGINT"
    return "CAST(\(cell) AS \(type)) AS \(sql.name(column.rawValue))"
  }

  /// Cells in lines that people can read.
  private func wrapped(_ cells: [String]) -> String {
    var lines: [String] = []
    var line = ""
    for (index, cell) in cells.enumerated() {
      let part = cell + (index == cells.count - 1 ? "" : ",")
      if !line.isEmpty, line.utf8.count + part.utf8.count > 88 {
        lines.append(line)
        line = ""
      }
      line += (line.isEmpty ? "" : " ") + part
    }
    lines.append(line)
    return lines.joined(separator: "\n  ")
  }

  private var order: String { "ORDER BY 1, 2, 3, 4, 5, 6, 7" }

  private var branches: [Branch] {
    rules + whole + names + segments
  }

  // MARK: - Kinds

  private var rules: [Branch] {
    var branches = [
      Branch(
        "What this is and the rules it was counted by.", .format,
        [.count: "\(CountsFile.version)"], "")
    ]
    if let timeout = query.rules.timeout {
      branches.append(
        Branch("", .rule, [.name: "'\(CountsRule.timeout.rawValue)'", .count: "\(timeout)"], ""))
    }
    if query.rules.countsChannels {
      branches.append(
        Branch("", .rule, [.name: "'\(CountsRule.channels.rawValue)'", .count: "1"], ""))
    }
    for name in query.rules.completed {
      branches.append(Branch("", .completed, [.touchpoint: sql.literal(name)], ""))
    }
    return branches
  }

  private var whole: [Branch] {
    var branches = [
      Branch("The log as a whole.", .rows, [.count: "count(*)"], "\nFROM entries"),
      Branch(
        "", .rejected, [.name: "problem", .count: "count(*)"],
        "\nFROM judged WHERE problem IS NOT NULL GROUP BY problem"),
      Branch("", .period, [.name: "'first'", .count: "min(arrival)"], "\nFROM events"),
      Branch("", .period, [.name: "'last'", .count: "max(moment)"], "\nFROM events"),
      Branch("", .ties, [.count: "coalesce(sum(tie), 0)"], "\nFROM paused"),
    ]
    if query.columns.felt != nil {
      branches.append(
        Branch("", .scores, [.name: "'first'", .mean: "min(felt)"], "\nFROM events"))
      branches.append(
        Branch("", .scores, [.name: "'last'", .mean: "max(felt)"], "\nFROM events"))
    }
    if query.columns.persona != nil {
      branches.append(
        Branch(
          "", .changedPersona, [.count: "count(*)"],
          """

          FROM (
            SELECT customer FROM events GROUP BY customer HAVING count(DISTINCT persona) > 1
          ) AS changed
          """))
    }
    return branches
  }

  private var names: [Branch] {
    [(CountsKind.channel, query.columns.channel), (.stage, query.columns.stage)].compactMap {
      kind, column in
      guard column != nil else { return nil }
      return Branch(
        "Events by \(kind.rawValue).", kind,
        [.touchpoint: "touchpoint", .name: kind.rawValue, .count: "count(*)"],
        "\nFROM steps WHERE \(kind.rawValue) IS NOT NULL GROUP BY touchpoint, \(kind.rawValue)")
    }
  }

  private var segments: [Branch] {
    func of(_ cells: [CountsColumn: String]) -> [CountsColumn: String] {
      cells.merging([.part: "part", .member: "member"]) { $1 }
    }
    func times(_ value: String) -> [CountsColumn: String] {
      [
        .timed: "count(\(value))", .mean: sql.meanSeconds(value),
        .median: sql.medianSeconds(value),
      ]
    }
    let duration = "CASE WHEN step = 0 THEN duration END"
    var branches = [
      Branch(
        "Events, customers, visits, and how long visits were.", .segment,
        of([
          .count: "count(*)", .customers: "count(DISTINCT customer)",
          .visits: "sum(CASE WHEN step = 0 THEN 1 ELSE 0 END)",
        ]).merging(times(duration)) { $1 },
        "\nFROM members GROUP BY part, member"),
      Branch(
        "Where visits begin.", .flow, of([.next: "touchpoint", .count: "count(*)"]),
        "\nFROM members WHERE step = 0 GROUP BY part, member, touchpoint"),
      Branch(
        "How they go on and how long that takes, or how they end.", .flow,
        of([
          .touchpoint: "touchpoint", .next: "coalesce(next, '')",
          .ending: "CASE WHEN next IS NULL THEN ending ELSE '' END", .count: "count(*)",
        ]).merging(times("passage")) { $1 },
        """

        FROM members
        GROUP BY part, member, touchpoint, coalesce(next, ''),
          CASE WHEN next IS NULL THEN ending ELSE '' END
        """),
      Branch(
        "What was counted at each touchpoint.", .visited,
        of([
          .touchpoint: "touchpoint", .count: "count(*)", .customers: "count(DISTINCT customer)",
          .visits: "sum(CASE WHEN round = 1 THEN 1 ELSE 0 END)",
          .places: "sum(CASE WHEN round = 1 THEN step ELSE 0 END)",
        ]),
        "\nFROM members GROUP BY part, member, touchpoint"),
      Branch(
        "How visits ended that came there.", .outcome,
        of([.touchpoint: "touchpoint", .ending: "ending", .count: "count(*)"]),
        "\nFROM members WHERE round = 1 GROUP BY part, member, touchpoint, ending"),
    ]
    if query.columns.felt != nil {
      branches.append(
        Branch(
          "How it felt, over customers.", .felt,
          of([
            .touchpoint: "touchpoint", .count: "count(*)", .mean: "avg(felt)",
            .sd: "stddev_samp(felt)",
          ]),
          "\nFROM scores GROUP BY part, member, touchpoint"))
    }
    if query.columns.began != nil {
      branches.append(
        Branch(
          "How long intervals were.", .stay,
          of([.touchpoint: "touchpoint"]).merging(times("stay")) { $1 },
          "\nFROM members WHERE stay IS NOT NULL GROUP BY part, member, touchpoint"))
    }
    return branches
  }
}
