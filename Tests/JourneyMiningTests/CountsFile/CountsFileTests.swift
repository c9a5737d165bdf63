import EventCounting
import JourneyTestSupport
import Testing

@testable import JourneyMining

@Suite struct CountsFileTests {
  @Test(arguments: SeededGenerator.seeds(150))
  func whatIsWrittenIsReadBack(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let log = RandomEvents(&random)
    let file = CountsFile(
      counts: log.counts(), rules: log.rules, rows: log.events.count + 3,
      rejected: [.init(reason: "no-time", count: 2), .init(reason: "bad-score", count: 1)])
    let read = try CountsFile.read(text: file.text, name: "counts.csv")
    // Counts are long: a failure shows the texts' first difference, not both values.
    #expect(difference(read.file.text, file.text) == nil)
    let isSame = read.file == file
    #expect(isSame)
    #expect(read.file.text == file.text)
  }

  @Test(arguments: SeededGenerator.seeds(40))
  func databasesMayWriteItTheirWay(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let log = RandomEvents(&random)
    let file = CountsFile(counts: log.counts(), rules: log.rules)
    let table = CountsTable(Array(file.text.utf8)).rows.map(\.cells)
    let separator = random.pick([",", ";", "\t"])
    let order = (table[0] + ["extra"]).indices.shuffled(using: &random)
    let quotesAll = random.chance(0.5)
    let line = random.pick(["\n", "\r\n"])
    var rows = ([table[0] + ["extra"]] + table.dropFirst().map { $0 + ["1"] }).enumerated().map {
      index, cells in
      order.map { column in
        var cell = cells[column]
        if index > 0, column >= 7, column < 15 {
          if cell.isEmpty {
            cell = random.pick(["", "NULL"])
          } else if let whole = Int(cell), whole.magnitude < 1 << 50 {
            cell = random.pick([cell, cell + ".0", cell + ".000", "\(Double(whole))", cell + "e0"])
          }
        }
        let isPlain = !cell.unicodeScalars.contains { ",;\t\r\n\"".unicodeScalars.contains($0) }
        if isPlain, !quotesAll { return cell }
        let quoted = cell.unicodeScalars.map { $0 == "\"" ? "\"\"" : String($0) }.joined()
        return "\"" + quoted + "\""
      }.joined(separator: separator)
    }
    rows = [rows[0]] + rows.dropFirst().shuffled(using: &random)
    let mark = random.chance(0.5) ? "\u{FEFF}" : ""
    let read = try CountsFile.read(
      text: mark + rows.joined(separator: line) + random.pick(["", line]), name: "counts.csv")
    // Counts are long: a failure shows the texts' first difference, not both values.
    #expect(difference(read.file.text, file.text) == nil)
    let isSame = read.file == file
    #expect(isSame)
    #expect(
      read.remarks.contains("The column 'extra' says nothing that counts and is ignored."))
  }

  private func difference(_ a: String, _ b: String) -> String? {
    let lines = (a.split(separator: "\n"), b.split(separator: "\n"))
    for (a, b) in zip(lines.0, lines.1) where a != b { return "\(a) / \(b)" }
    return lines.0.count == lines.1.count ? nil : "\(lines.0.count) / \(lines.1.count) lines"
  }

  @Test func namesThatLookAlikeStayApart() throws {
    var counter = EventCounter()
    try counter.add(Event(customer: "1", touchpoint: "\u{FC}", time: 0))
    try counter.add(Event(customer: "1", touchpoint: "u\u{308}", time: 1))
    let counts = counter.counts()
    #expect(counts.touchpoints.count == 2)
    let text = CountsFile.text(of: counts, rules: CountingRules())
    let isSame = try CountsFile.read(text: text, name: "x").file.counts == counts
    #expect(isSame)
  }

  @Test func anEmptyLogIsReadBack() throws {
    let counts = EventCounter().counts()
    let text = CountsFile.text(of: counts, rules: CountingRules())
    let read = try CountsFile.read(text: text, name: "x")
    #expect(read.file.counts == counts)
    #expect(read.remarks == ["Nothing was counted."])
    // So says a database, whose groups are none.
    let bare = text.split(separator: "\n").filter { !$0.hasPrefix("segment") }
    #expect(
      try CountsFile.read(text: bare.joined(separator: "\n"), name: "x").file.counts == counts)
  }

  @Test func tiesAndRejectedRowsAreTold() throws {
    var counter = EventCounter()
    for name in ["a", "b", "c"] {
      try counter.add(Event(customer: "1", touchpoint: name, time: 0))
    }
    let file = CountsFile(
      counts: counter.counts(), rules: CountingRules(), rows: 5,
      rejected: [.init(reason: "no-time", count: 2)])
    #expect(
      try CountsFile.read(text: file.text, name: "x").remarks == [
        "2 pairs of events have the same time and nothing else to order them; in a database their "
          + "order is arbitrary. Name a column that orders them with --sequence.",
        "2 of 5 rows were not counted: no-time 2.",
      ])
  }

  @Test func everythingThatIsWrongIsToldAtOnce() throws {
    let text = """
      kind,part,member,touchpoint,next,ending,name,count,customers,visits,places,timed,mean,median,sd
      format,,,,,,,1,,,,,,,
      rulez,,,,,,timeout,60,,,,,,,
      segment,everyone,,,,,,2.5,1,1,,,,,
      flow,everyone,,a,b,left,,1,,,,,,,
      visited,everybody,,a,,,,1,1,1,0,,,,
      visited,everyone,,b,,,,-1,1,1,0,,,,
      felt,everyone,,b,,,,1,,,,,nan,,
      visited,everyone,,b,,,,1,1,1,0,,,,
      ties,,,,,,,0,,
      """
    let error = #expect(throws: UnusableCounts.self) {
      try CountsFile.read(text: text, name: "c.csv")
    }
    #expect(
      error?.sentences == [
        "c.csv:3: there is no kind of row 'rulez'; did you mean 'rule'?",
        "c.csv:4: '2.5' in the column 'count' is no whole number",
        "c.csv:5: no row of kind 'segment' counts everyone; the file may be cut off",
        "c.csv:6: there is no part 'everybody'; write everyone, persona or channel",
        "c.csv:7: no row of kind 'segment' counts everyone; the file may be cut off",
        "c.csv:8: 'nan' in the column 'mean' is no number; write it like 12.5 or 1.25e1, with a point",
        "c.csv:9: this is counted in line 7 already; the file may hold two answers; keep one",
        "c.csv:10: this row has 10 cells and the head has 15; quote cells that hold a separator",
      ])
  }

  @Test(arguments: [
    ("", "x: the file is empty; give the answer of the query"),
    (
      "case,touchpoint,time\n1,a,2",
      "x:1: this is no file of counts: its head has not the columns of one; give the answer of the "
        + "query that 'journey sql' prints, with its head; a log is read without --counts"
    ),
    ("\u{FEFF}", "x: the file is empty; give the answer of the query"),
  ])
  func whatIsNoFileOfCountsIsRefused(text: String, sentence: String) throws {
    let error = #expect(throws: UnusableCounts.self) {
      try CountsFile.read(text: text, name: "x")
    }
    #expect(error?.sentences == [sentence])
  }

  @Test func brokenBytesAreToldWithTheirLine() throws {
    let good = CountsFile.text(of: EventCounter().counts(), rules: CountingRules())
    func sentences(_ bytes: [UInt8]) -> [String] {
      do {
        _ = try CountsFile.read(bytes, name: "x")
        return []
      } catch {
        return error.sentences
      }
    }
    #expect(
      sentences(Array(good.utf8) + Array("completed,,,\"a,,,,,,,,,,,".utf8)).first
        == "x:5: a quote is opened and never closed; the file may be cut off")
    #expect(
      sentences(Array(good.utf8) + Array("completed,,,".utf8) + [0xFF] + Array(",,,,,,,,,,,".utf8))
        == ["x:5: these bytes are not UTF-8; write the file in UTF-8"])
    #expect(
      sentences(Array(good.utf8) + Array("completed,,,\"a\\\"b\",,,,,,,,,,,".utf8)).first
        == "x:5: something stands behind a closing quote; double quotes within a cell (DuckDB and "
        + "Spark: escape '\"')")
    #expect(
      sentences([0xFF, 0xFE, 0x41, 0]).first == "x:1: this is UTF-16; write the file in UTF-8")
  }

  /// What is changed in the file of one customer who goes from a to b, and what is told.
  @Test(arguments: [
    (
      "flow,everyone,,a,b,,,1,,,,1,60,60,", "flow,everyone,,a,b,,,2,,,,1,60,60,",
      [
        "x:14: 'a' has 1 event of everyone, 1 way in and 2 ways out",
        "x:17: 'b' has 1 event of everyone, 2 ways in and 1 way out",
      ]
    ),
    (
      "flow,everyone,,b,,completed,,1", "flow,everyone,,b,,ended,,1",
      [
        "x:13: by the rules in the file nothing can end as 'ended'; the rows of kind 'rule' and "
          + "'completed' have to be those of the query"
      ]
    ),
    (
      "segment,everyone,,,,,,2,1,1,", "segment,everyone,,,,,,3,2,1,",
      [
        "x:4: the log has 2 rows, of which 3 were counted and 0 were not",
        "x:10: of everyone there are more customers than visits",
        "x:10: of everyone 3 events are counted and 2 at the touchpoints",
      ]
    ),
    (
      "felt,everyone,,a,,,,1,,,,,2,,", "felt,everyone,,a,,,,2,,,,,3,,",
      [
        "x:16: 2 customers gave a score where 1 came",
        "x:16: the mean 3.0 is outside the scores of the log, 2.0 to 2.0",
      ]
    ),
    (
      "outcome,everyone,,a,,completed,,1,", "outcome,everyone,,a,,completed,,2,",
      ["x:14: 'a' is in 1 visit of everyone, and 2 ends of them"]
    ),
    (
      "outcome,everyone,,a,,completed,,1,", "outcome,everyone,,a,,gone,,1,",
      ["x:15: there is no end 'gone'; write completed, left, under-way or ended"]
    ),
    (
      "format,,,,,,,1", "format,,,,,,,2",
      [
        "x:2: this is format 2 and this program knows 1; count again with the query that this "
          + "program prints"
      ]
    ),
    (
      "period,,,,,,first,0,", "period,,,,,,first,60000001,",
      ["x:6: the last time is before the first"]
    ),
  ])
  func contradictionsAreTold(wanted: String, change: String, sentences: [String]) throws {
    var counter = EventCounter(rules: CountingRules(completed: ["b"]))
    try counter.add(Event(customer: "1", touchpoint: "a", time: 0, felt: 2))
    try counter.add(Event(customer: "1", touchpoint: "b", time: 60_000_000))
    let rules = CountingRules(completed: ["b"])
    let text = CountsFile(counts: counter.counts(), rules: rules, rows: 2).text
    try #require(text.contains(wanted), "\(text)")
    let changed = text.replacing(wanted, with: change, maxReplacements: 1)
    let error = #expect(throws: UnusableCounts.self) {
      try CountsFile.read(text: changed, name: "x")
    }
    #expect(error?.sentences == sentences, "\(changed)")
  }

  /// Whatever bytes are changed, the reader ends with counts or problems.
  @Test(arguments: SeededGenerator.seeds(60))
  func noBytesStopTheReader(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let log = RandomEvents(&random)
    var bytes = Array(CountsFile.text(of: log.counts(), rules: log.rules).utf8)
    for _ in 0..<Int.random(in: 1...8, using: &random) {
      let place = Int.random(in: 0..<bytes.count, using: &random)
      switch Int.random(in: 0..<4, using: &random) {
      case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
      case 1: bytes.remove(at: place)
      case 2:
        bytes.insert(
          contentsOf: Array(random.pick(["9999999999999999999", "-", "\"", "1e308", "\n"]).utf8),
          at: place)
      default: bytes.removeSubrange(place..<min(bytes.count, place + 40))
      }
      if bytes.isEmpty { return }
    }
    do {
      let read = try CountsFile.read(bytes, name: "x")
      #expect(read.file.counts.touchpoints.count == read.file.counts.everyone.visited.count)
    } catch {
      #expect(!error.problems.isEmpty)
      #expect(!error.description.isEmpty)
    }
  }
}
