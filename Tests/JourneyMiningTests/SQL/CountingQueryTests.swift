import EventCounting
import Testing

@testable import JourneyMining

@Suite struct CountingQueryTests {
  private let columns = CountingQuery.Columns(
    customer: "customer_id", touchpoint: "event", time: "at")

  @Test(arguments: CountingQuery.Engine.allCases)
  func aShortQueryIsAllThatIsNeeded(engine: CountingQuery.Engine) throws {
    let query = CountingQuery(engine: engine, source: .table(["events"]), columns: columns)
    let text = try query.text()
    // One statement, even for tools that look for semicolons in comments.
    #expect(text.hasSuffix("ORDER BY 1, 2, 3, 4, 5, 6, 7;\n"))
    #expect(text.filter { $0 == ";" }.count == 1)
    // Nothing of what was not asked for.
    for word in ["'persona'", "'felt'", "'stay'", "'under-way'", "'completed'", "'channel'"] {
      #expect(!text.contains(word), "\(word)")
    }
    #expect(text.contains("--sequence"))
    #expect(text.split(separator: "\n").allSatisfy { $0.utf8.count <= 240 })
  }

  @Test(arguments: CountingQuery.Engine.allCases)
  func everyBranchFillsEveryColumn(engine: CountingQuery.Engine) throws {
    var query = CountingQuery(engine: engine, source: .table(["events"]), columns: columns)
    query.columns.felt = "score"
    query.columns.persona = "who"
    query.rules.timeout = 1
    let text = try query.text()
    let answer = try #require(text.range(of: "-- What this is and the rules"))
    for branch in text[answer.lowerBound...].split(separator: "UNION ALL") {
      let cells = branch.drop { $0 != "S" }.prefix { $0 != ";" }
      let list = cells.components(before: ["\nFROM", "\nORDER"])
      #expect(Self.commas(list) == 14, "\(list)")
    }
  }

  /// Commas that no parentheses enclose.
  private static func commas(_ text: Substring) -> Int {
    var depth = 0
    return text.reduce(0) { count, character in
      if character == "(" { depth += 1 }
      if character == ")" { depth -= 1 }
      return count + (character == "," && depth == 0 ? 1 : 0)
    }
  }

  @Test func namesAndTextsAreQuoted() {
    let hostile = "a\"b`c'd\\e; DROP TABLE x; -- ${env:HOME} \n"
    let duckdb = SQLDialect(engine: .duckdb)
    let postgres = SQLDialect(engine: .postgres)
    let spark = SQLDialect(engine: .spark)
    #expect(duckdb.name(hostile) == "\"a\"\"b`c'd\\e; DROP TABLE x; -- ${env:HOME} \n\"")
    #expect(postgres.name(hostile) == duckdb.name(hostile))
    #expect(spark.name(hostile) == "`a\"b``c'd\\e; DROP TABLE x; -- ${env:HOME} \n`")
    #expect(duckdb.literal(hostile) == "'a\"b`c''d\\e; DROP TABLE x; -- ${env:HOME} \n'")
    #expect(postgres.literal(hostile) == "E'a\"b`c''d\\\\e; DROP TABLE x; -- ${env:HOME} \n'")
    #expect(postgres.literal("it's") == "'it''s'")
    #expect(
      spark.literal(hostile) == "'a\"b`c\\'d\\\\e; DROP TABLE x; -- \\u0024{env:HOME} \n'")
    // A quote with a mark above it is no other quote.
    #expect(duckdb.literal("'\u{301}") == "'''\u{301}'")
    #expect(duckdb.name("\"\u{301}") == "\"\"\"\u{301}\"")
  }

  /// What is between quotes taken out, nothing of a hostile name is left.
  @Test(arguments: CountingQuery.Engine.allCases)
  func noNameBecomesPartOfTheQuery(engine: CountingQuery.Engine) throws {
    let evil = "x\"`'\\ EVIL \\' \\\" '' \"\" `` ); EVIL -- /* EVIL */"
    var query = CountingQuery(
      engine: engine, source: .table([evil, evil]),
      columns: .init(
        customer: evil, touchpoint: evil, time: evil, began: evil, sequence: evil, channel: evil,
        persona: evil, stage: evil, felt: evil),
      rules: CountingRules(timeout: 5, completed: [evil]), timeZone: evil)
    for type in CountingQuery.TimeType.allCases {
      query.timeType = type
      let bare = Self.withoutQuoted(try query.text(), engine)
      #expect(!bare.contains("EVIL"), "\(type): \(bare)")
    }
  }

  /// The query without what stands between quotes, as the engine reads them, and without comments.
  private static func withoutQuoted(_ text: String, _ engine: CountingQuery.Engine) -> String {
    var bare = ""
    var rest = Array(text.unicodeScalars)[...]
    while let scalar = rest.popFirst() {
      if scalar == "-", rest.first == "-" {
        while let next = rest.first, next != "\n" { rest.removeFirst(); _ = next }
        continue
      }
      let isName = scalar == (engine == .spark ? "`" : "\"")
      guard scalar == "'" || isName else {
        bare.unicodeScalars.append(scalar)
        continue
      }
      let escapes = scalar == "'" && (engine == .spark || bare.hasSuffix("E"))
      while let inner = rest.popFirst() {
        if escapes, inner == "\\" {
          _ = rest.popFirst()
        } else if inner == scalar {
          guard rest.first == scalar, engine != .spark || isName else { break }
          rest.removeFirst()
        }
      }
    }
    return bare
  }

  @Test func sourcesAreTablesOrFiles() {
    #expect(CountingQuery.Source("events") == .table(["events"]))
    #expect(CountingQuery.Source("shop.events") == .table(["shop", "events"]))
    #expect(CountingQuery.Source("\"my.shop\".\"a \"\"b\"\"\"") == .table(["my.shop", "a \"b\""]))
    #expect(CountingQuery.Source("`a``b`.c") == .table(["a`b", "c"]))
    #expect(CountingQuery.Source("data/log.csv.gz") == .file("data/log.csv.gz"))
    #expect(CountingQuery.Source("LOG.CSV") == .file("LOG.CSV"))
    #expect(CountingQuery.Source("\"log.csv\"") == .table(["log.csv"]))
    #expect(CountingQuery.Source("s3://bucket/*") == .file("s3://bucket/*"))
  }

  @Test(arguments: [
    (
      CountingQuery.Engine.postgres, "log.csv",
      "PostgreSQL reads no files in a query; bring 'log.csv' into a table with \\copy and name that"
    ),
    (
      .spark, "log.csv",
      "Spark reads no such file in a query; make a view with CREATE TEMPORARY VIEW events USING csv "
        + "OPTIONS (path '…', header 'true', escape '\"', multiLine 'true') and say --from events, "
        + "and for the text of CSV --time-type text"
    ),
    (
      .duckdb, "a.b.c.d",
      "the table's name has 4 parts; quote one that contains a dot, like \"my.table\""
    ),
    (.duckdb, "a..b", "a part of the table's name is empty; write it like events or shop.events"),
    (
      .spark, "`${spark.secret}`",
      "a name holds '${', which Spark would take for a variable; make a view"
    ),
    (.duckdb, "a\0b", "a name holds a NUL character, which no database takes"),
    (
      .postgres, String(repeating: "é", count: 32),
      "'éééééééééééééééééééé…' has more than the 63 bytes of a name in PostgreSQL"
    ),
  ])
  func whatCannotBeAskedIsTold(engine: CountingQuery.Engine, from: String, problem: String) {
    let query = CountingQuery(engine: engine, source: .init(from), columns: columns)
    let error = #expect(throws: ImpossibleQuery.self) { try query.text() }
    #expect(error?.problems == [problem])
  }

  @Test func beginningsAreInTheQueryWhereThereAreSome() throws {
    var query = CountingQuery(engine: .duckdb, source: .table(["events"]), columns: columns)
    #expect(try query.text().contains("arrival - (lag(moment) OVER of_customer) AS pause"))
    query.columns.began = "began"
    let text = try query.text()
    #expect(text.contains("coalesce(began, moment) AS arrival"))
    #expect(text.contains("ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING"))
    #expect(text.contains("moment - began) AS passage"))
  }

  @Test func aNameWithWhiteSpaceAroundItEndsNothing() {
    for name in [" paid", "paid\u{3000}", "\u{FEFF}paid"] {
      let query = CountingQuery(
        engine: .duckdb, source: .table(["events"]), columns: columns,
        rules: CountingRules(completed: [name]))
      let error = #expect(throws: ImpossibleQuery.self) { try query.text() }
      #expect(
        error?.problems
          == ["'\(name)' has white space around it, which is no part of a name; leave it out"])
    }
  }

  @Test func theScaleAndTheTimeoutAreInTheQuery() throws {
    var query = CountingQuery(
      engine: .duckdb, source: .file("log.csv"), columns: columns,
      rules: CountingRules(timeout: 1_800_000_000, completed: ["it's paid"]), scores: -2...2)
    query.columns.felt = "score"
    let text = try query.text()
    #expect(
      text.contains(
        "felt < CAST('-2.0' AS DOUBLE) OR felt > CAST('2.0' AS DOUBLE) THEN 'bad-score'"))
    #expect(text.contains("pause > 1800000000"))
    #expect(text.contains("touchpoint IN ('it''s paid')"))
    #expect(text.contains("escape = '\"'"))
  }
}

extension Substring {
  /// What stands before the first of some texts.
  fileprivate func components(before marks: [String]) -> Substring {
    let ends = marks.compactMap { range(of: $0)?.lowerBound }
    return self[..<(ends.min() ?? endIndex)]
  }

  private func range(of text: String) -> Range<Index>? { firstRange(of: text) }
}

extension String {
  fileprivate func range(of text: String) -> Range<Index>? { firstRange(of: text) }
}
