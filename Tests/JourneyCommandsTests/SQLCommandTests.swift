import Foundation
import Testing

@Suite struct SQLCommandTests {
  private let columns = ["--case", "customer", "--touchpoint", "event", "--time", "at"]

  @Test func theQueryGoesToStandardOutputOrAFile() throws {
    let folder = try TemporaryFolder()
    let file = "\(folder.path)/deep/counts.sql"
    let recorder = Recorder()
    let ask = ["sql", "--engine", "postgres", "--from", "shop.events"] + columns
    #expect(recorder.run(ask) == 0)
    #expect(recorder.errors.isEmpty)
    #expect(recorder.output.contains("FROM \"shop\".\"events\""))
    #expect(recorder.output.contains("psql -X --csv -f counts.sql"))
    #expect(recorder.run(ask + ["-o", file]) == 0)
    #expect(try String(contentsOfFile: file, encoding: .utf8) == recorder.output)
  }

  @Test func allThatCountsIsAskedFor() throws {
    let recorder = Recorder()
    #expect(
      try recorder.run(
        "sql", "--engine", "duckdb", "--from", "log.csv", "--case", "c", "--touchpoint", "t",
        "--time", "at", "--began", "from", "--sequence", "nr", "--channel", "ch", "--persona", "p",
        "--stage", "s", "--felt", "f", "--timeout", "30m", "--completed", "it's paid", "signed",
        "--by-channel", "--scale", "-2..2", "--timezone", "Europe/Berlin") == 0)
    for part in [
      "read_csv('log.csv'", "1800000000", "'it''s paid', 'signed'", "'persona'", "'channel'",
      "'stay'", "'felt'", "sequence NULLS FIRST", "timezone('Europe/Berlin'", "'-2.0'",
    ] {
      #expect(recorder.output.contains(part), "\(part)")
    }
  }

  @Test(arguments: [
    (["--engine", "postgres", "--from", "log.csv"], "PostgreSQL reads no files in a query"),
    (["--engine", "oracle", "--from", "events"], "'oracle' is invalid"),
    (["--engine", "duckdb", "--from", "e", "--by-channel"], "--by-channel goes with --channel"),
    (["--engine", "duckdb", "--from", "e", "--scale", "1..5"], "--scale goes with --felt"),
    (["--engine", "duckdb", "--from", "e", "--timeout", "0s"], "--timeout is more than 0"),
    (["--engine", "duckdb", "--from", "e", "--timezone", "UTC"], "--time-type timestamp or text"),
    (
      ["--engine", "duckdb", "--from", "e", "-o", "counts.csv"],
      "a query is written as .sql; name 'counts.csv' so"
    ),
  ])
  func wrongCallsAreToldAndWriteNothing(arguments: [String], words: String) {
    let recorder = Recorder()
    #expect(recorder.run(["sql"] + arguments + columns) == 64)
    #expect(recorder.errors.contains(words), "\(recorder.errors)")
    #expect(recorder.output.isEmpty)
  }
}
