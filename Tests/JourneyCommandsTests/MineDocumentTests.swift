import Foundation
import JourneyKit
import Testing

/// What `journey mine` says of a log in its document, days and units among it.
@Suite struct MineDocumentTests {
  private func mined(_ log: String, _ arguments: String...) throws -> (Journey, Recorder) {
    let recorder = Recorder()
    #expect(recorder.run(["mine", "-"] + arguments, input: log) == 0, "\(recorder.errors)")
    let document = JourneyDocument(text: recorder.output, name: "mined.journey.yaml")
    return (try document.validJourney(), recorder)
  }

  /// Half past midnight in Berlin is the day before in UTC.
  @Test(arguments: [
    ("2026-03-02T00:30:00+02:00", "2026-03-03T23:30:00-05:00", "", "2026-03-02..2026-03-03"),
    ("2026-03-02T00:30:00Z", "2026-03-03T23:30:00Z", "", "2026-03-02..2026-03-03"),
    ("2026-03-02 00:30:00", "2026-03-03 23:30:00", "Europe/Berlin", "2026-03-02..2026-03-03"),
    ("02.03.2026 00:30", "03.03.2026 23:30", "America/New_York", "2026-03-02..2026-03-03"),
    ("1772411400", "1772580600", "Europe/Berlin", "2026-03-02..2026-03-03"),
  ])
  func daysAreThoseOfTheLog(first: String, last: String, zone: String, period: String) throws {
    let log = "case,event,time\na,X,\(first)\nb,X,\(last)\n,X,2031-01-01\n"
    var arguments = ["mine", "-", "--max-rejects", "50%"]
    if !zone.isEmpty { arguments += ["--timezone", zone] }
    let recorder = Recorder()
    #expect(recorder.run(arguments, input: log) == 0, "\(recorder.errors)")
    #expect(recorder.output.contains("\nperiod: \(period)\n"), "\(recorder.output)")
    #expect(recorder.output.contains("source: \"standard input, \(period)\""))
    #expect(
      recorder.errors.contains(", \(period.replacing("..", with: " to "))."), "\(recorder.errors)")
  }

  @Test func daysOfXESAreThoseOfTheLogToo() throws {
    let event =
      "<event><string key=\"concept:name\" value=\"X\"/><date key=\"time:timestamp\" "
      + "value=\"2026-03-02T00:30:00+02:00\"/></event>"
    let (journey, _) = try mined(
      "<log><trace><string key=\"concept:name\" value=\"a\"/>\(event)</trace></log>")
    #expect(journey.period?.description == "2026-03-02..2026-03-02")
  }

  @Test(arguments: [("visit_id", "visits"), ("session_id", "sessions"), ("user_id", "customers")])
  func whatIsCountedIsWhatTheColumnHolds(column: String, unit: String) throws {
    let (journey, _) = try mined("\(column),event,time\na,X,2026-01-01\n")
    #expect(journey.customers == unit)
  }

  /// The head says nothing that a merge would make untrue.
  @Test func aMergeLeavesNothingOldBehind() throws {
    let folder = try TemporaryFolder()
    let march = "case,event,time\na,look,2026-03-01\na,pay,2026-03-02\n"
    let april = "case,event,time\na,look,2026-04-01\na,pay,2026-04-02\nb,look,2026-04-03\n"
    let document = "\(folder.path)/a.journey.yaml"
    let first = Recorder()
    #expect(
      try first.run("mine", try folder.file("march.csv", march), "-o", document) == 0)
    let second = Recorder()
    #expect(
      try second.run("mine", try folder.file("april.csv", april), "--merge", document) == 0)
    let text = String(decoding: try Files.read(document), as: UTF8.self)
    #expect(text.hasPrefix("# Mined from an event log."))
    #expect(!text.contains("march.csv"))
    #expect(text.contains("april.csv, 2026-04-01..2026-04-03"))
    #expect(!text.contains("2026-03"))
  }

  @Test func namesThatADocumentTakesForOneAreCountedAsOne() throws {
    let folder = try TemporaryFolder()
    let document = try folder.file(
      "a.journey.yaml",
      """
      journey: Shop
      touchpoints:
        look: {name: Look}
        pay: {name: Pay, x-events: [card, cash]}
      flow:
        start -> look: 1
        look -> pay: 1
        pay -> completed: 1
      """)
    let log = """
      case,event,time
      a,look,2026-03-01T10:00:00
      a,card,2026-03-01T10:01:00
      a,cash,2026-03-01T10:02:00
      b,look,2026-03-01T10:00:00
      b,cash,2026-03-01T10:03:00

      """
    let recorder = Recorder()
    let code = try recorder.run(
      "mine", "-", "--merge", document, "--completed", "cash", input: log)
    #expect(code == 0, "\(recorder.errors)")
    #expect(
      recorder.errors.contains(
        "journey: 'card' and 'cash' of the log are one touchpoint of the document and were counted "
          + "as one; who went from one to another goes round there.\n"), "\(recorder.errors)")
    let text = String(decoding: try Files.read(document), as: UTF8.self)
    #expect(text.contains("x-counted: {customers: 2, completed: 2}"), "\(text)")
    #expect(text.contains("pay -> pay: {customers: 1, time: 1m}"), "\(text)")
  }

  /// Who merges next month's log need not remember how the first was counted.
  @Test func aMergeCountsByTheRulesOfTheDocument() throws {
    let folder = try TemporaryFolder()
    let march = """
      case,event,time
      a,look,2026-03-01T10:00:00
      a,pay,2026-03-01T10:05:00
      a,thanks,2026-03-01T10:06:00
      b,look,2026-03-01T10:00:00
      c,look,2026-03-03T10:00:00

      """
    let april = try folder.file("april.csv", march.replacing("2026-03", with: "2026-04"))
    let document = "\(folder.path)/a.journey.yaml"
    let first = Recorder()
    let code = try first.run(
      "mine", try folder.file("march.csv", march), "--completed", "pay", "--timeout", "30m", "-o",
      document)
    #expect(code == 0, "\(first.errors)")
    let merged = Recorder()
    #expect(try merged.run("mine", april, "--merge", document) == 0, "\(merged.errors)")
    #expect(
      merged.errors.contains(
        "Counted by the rules in the document's 'x-mined': --completed 'pay' --timeout 30m.\n"))
    let text = String(decoding: try Files.read(document), as: UTF8.self)
    #expect(text.contains("thanks -> completed: 1\n"), "\(text)")
    #expect(text.contains("look -> left: 1\n"), "\(text)")
    #expect(text.contains("completed: [pay]\n  timeout: 30m\n"), "\(text)")
    // What is given counts, and is remembered.
    let given = Recorder()
    #expect(
      try given.run("mine", april, "--merge", document, "--completed", "thanks") == 0,
      "\(given.errors)")
    #expect(given.errors.contains("'x-mined': --timeout 30m.\n"), "\(given.errors)")
    let after = String(decoding: try Files.read(document), as: UTF8.self)
    #expect(after == text.replacing("completed: [pay]", with: "completed: [thanks]"))
  }

  @Test func aLogBehindCompletedIsMissed() throws {
    let recorder = Recorder()
    #expect(try recorder.run("mine", "--completed", "paid", "events.csv") == 64)
    #expect(
      recorder.errors.contains(
        "Name an event log in front of --completed, which takes 'events.csv' too."),
      "\(recorder.errors)")
  }
}
