import Foundation
import JourneyKit
import Testing

@Suite("journey mine")
struct MineCommandTests {
  /// Three customers: one pays, one leaves the basket, one comes back a day later and pays.
  private let log = """
    case_id,activity,timestamp,channel,score
    a,Basket,2026-03-01T10:00:00Z,web,1
    b,Basket,2026-03-01T10:01:00Z,web,-1
    a,Pay,2026-03-01T10:04:00Z,web,2
    c,Basket,2026-03-01T11:00:00Z,app,
    c,Basket,2026-03-02T11:00:00Z,app,-2
    c,Pay,2026-03-02T11:02:00Z,app,0

    """

  private func mined(_ recorder: Recorder) throws -> Journey {
    let document = JourneyDocument(text: recorder.output, name: "mined.journey.yaml")
    return try document.validJourney()
  }

  @Test func aLogBecomesADocument() throws {
    let recorder = Recorder()
    let code = try recorder.run("mine", "-", "--completed", "Pay", input: log)
    #expect(code == 0, "\(recorder.errors)")
    let journey = try mined(recorder)
    let flow = Dictionary(
      uniqueKeysWithValues: journey.flow.map { ($0.key, $0.traffic.everyone?.amount) })
    #expect(
      flow == [
        "start -> basket": .customers(3), "basket -> basket": .customers(1),
        "basket -> pay": .customers(2), "basket -> left": .customers(1),
        "pay -> completed": .customers(2),
      ])
    #expect(
      recorder.errors.hasPrefix(
        """
        journey: standard input: 6 events of 3 customers at 2 touchpoints, 2026-03-01 to 2026-03-02.
        journey: columns: case is 'case_id', touchpoint is 'activity', time is 'timestamp', \
        channel is 'channel', felt is 'score'.

        """), "\(recorder.errors)")
  }

  @Test func aPauseSplitsVisitsAndTheEndOfTheLogIsUnderWay() throws {
    let recorder = Recorder()
    let code = try recorder.run(
      "mine", "-", "--completed", "Pay", "--timeout", "1h",
      input: log + "d,Basket,2026-03-02T10:30:00Z,web,\n")
    #expect(code == 0, "\(recorder.errors)")
    let journey = try mined(recorder)
    let flow = Dictionary(
      uniqueKeysWithValues: journey.flow.map { ($0.key, $0.traffic.everyone?.amount) })
    #expect(
      flow == [
        "start -> basket": .customers(5), "basket -> pay": .customers(2),
        "basket -> left": .customers(2), "basket -> under-way": .customers(1),
        "pay -> completed": .customers(2),
      ])
  }

  @Test func rowsThatCannotBeCountedAreToldAndKept() throws {
    let folder = try TemporaryFolder()
    let rejects = folder.path + "/rejects.csv"
    let recorder = Recorder()
    let bad = log + ",Pay,2026-03-02T12:00:00Z,web,\nd,Basket,soon,web,\n"
    let code = try recorder.run(
      "mine", "-", "--max-rejects", "50%", "--rejects", rejects, input: bad)
    #expect(code == 0, "\(recorder.errors)")
    #expect(
      recorder.errors.contains(
        """
        journey: 2 rows of 8 (25%) not counted:
        journey:   1 does not say whose journey it is
        journey:     line 8: 'case_id' says nothing: ,Pay,2026-03-02T12:00:00Z,web,
        journey:   1 has a time that cannot be read
        journey:     line 9: 'timestamp' holds 'soon', which is no time that can be read
        journey:   all of them are in \(rejects)

        """), "\(recorder.errors)")
    #expect(
      String(decoding: try Files.read(rejects), as: UTF8.self)
        == """
        input,line,reason,why,row\r
        standard input,8,no-case,'case_id' says nothing,",Pay,2026-03-02T12:00:00Z,web,"\r
        standard input,9,bad-time,"'timestamp' holds 'soon', which is no time that can be read",\
        "d,Basket,soon,web,"\r

        """)
  }

  @Test func tooManyRejectedRowsAreBadInput() throws {
    let recorder = Recorder()
    let code = try recorder.run("mine", "-", input: log + "d,Basket,soon,web,\n")
    #expect(code == 2)
    #expect(recorder.output.isEmpty)
    #expect(
      recorder.errors.hasSuffix(
        """
        that is more than --max-rejects 1%, so nothing is made of it; look at them with --rejects \
        FILE, or allow more with --max-rejects

        """), "\(recorder.errors)")
  }

  @Test func anUnknownEndIsAMistake() throws {
    let recorder = Recorder()
    #expect(try recorder.run("mine", "-", "--completed", "Pey", input: log) == 64)
    #expect(
      recorder.errors.hasSuffix(
        "no touchpoint of the log is called 'Pey'; did you mean 'Pay'?\n"), "\(recorder.errors)")
  }

  @Test func anEndIsSpeltAsTheLogHasIt() throws {
    let spelt = log.replacing("Pay", with: "Zu\u{308}rich")
    let recorder = Recorder()
    #expect(try recorder.run("mine", "-", "--completed", "Zu\u{308}rich", input: spelt) == 0)
    let other = Recorder()
    #expect(try other.run("mine", "-", "--completed", "Z\u{FC}rich", input: spelt) == 64)
    #expect(
      other.errors.contains("the log spells it with other characters that look the same"),
      "\(other.errors)")
  }

  @Test func noCountsAreWrittenWithEndsThatNobodyMeant() throws {
    let folder = try TemporaryFolder()
    let counts = folder.path + "/counts.csv"
    let recorder = Recorder()
    let code = try recorder.run(
      "mine", "-", "--completed", "Payed", "--write-counts", counts, input: log)
    #expect(code == 64)
    #expect(recorder.errors.contains("no touchpoint of the log is called 'Payed'"))
    #expect(!FileManager.default.fileExists(atPath: counts))
  }

  @Test func countsOfALogThatHardlyCouldBeReadMakeNoDocument() throws {
    let folder = try TemporaryFolder()
    let counts = folder.path + "/counts.csv"
    let first = Recorder()
    let code = try first.run(
      "mine", "-", "--max-rejects", "50%", "--write-counts", counts,
      input: log + "d,Pay,soon,web,\n")
    #expect(code == 0, "\(first.errors)")
    let second = Recorder()
    #expect(try second.run("mine", "--counts", counts) == 2)
    #expect(
      second.errors.hasSuffix(
        """
        journey: 1 of 7 rows was not counted: bad-time 1.
        journey: that is more than --max-rejects 1%, so nothing is made of it; mend the log, or allow \
        more with --max-rejects

        """), "\(second.errors)")
    #expect(try Recorder().run("mine", "--counts", counts, "--max-rejects", "20%") == 0)
  }

  @Test func countsTakeNoRulesOfALog() {
    for flags in [["--completed", "Pay"], ["--timeout", "1h"], ["--case", "a"], ["--day-first"]] {
      let program = Recorder()
      #expect(program.run(["mine", "--counts", "counts.csv"] + flags) == 64)
      #expect(
        program.errors.contains("\(flags[0]) has no effect on what is counted already"),
        "\(program.errors)")
    }
  }

  /// What the query was told to end well, and nobody did, is spelt otherwise in the table.
  @Test func countsTellAnEndThatNoTouchpointIs() throws {
    let folder = try TemporaryFolder()
    let counts = folder.path + "/counts.csv"
    #expect(try Recorder().run("mine", "-", "--write-counts", counts, input: log) == 0)
    let text = try String(contentsOfFile: counts, encoding: .utf8)
    let other = text.replacing(",ended,", with: ",left,") + "completed,,,pay,,,,,,,,,,,\n"
    let program = Recorder()
    #expect(try program.run("mine", "--counts", "-", input: other) == 64)
    #expect(
      program.errors.contains("no touchpoint of the log is called 'pay'; did you mean 'Pay'?"),
      "\(program.errors)")
  }

  @Test func aTimeoutWithoutTimesIsToldOf() throws {
    let program = Recorder()
    let log = "case,activity\n1,a\n1,b\n"
    #expect(try program.run("mine", "-", "--order", "log", "--timeout", "1h", input: log) == 0)
    #expect(program.errors.contains("No event has a time, so --timeout divides no visits."))
  }

  /// Paths that differ in the end alone are one; they are so, however few are asked for.
  @Test func fewPathsAreTheFirstOfMany() throws {
    var log = "case,event,time\n"
    for (path, customers) in [("buy,completed", 5), ("look,left", 4), ("look,completed", 4)] {
      for customer in 0..<customers {
        for (step, event) in path.split(separator: ",").enumerated() {
          log += "\(path.replacing(",", with: "-"))-\(customer),\(event),2024-01-0\(step + 1)\n"
        }
      }
    }
    let program = Recorder()
    #expect(try program.run("mine", "-", "--variants", "--top", "1", input: log) == 0)
    #expect(program.output.contains("13 visits · 2 different paths"), "\(program.output)")
    #expect(program.output.contains("   1       8    62%"), "\(program.output)")
    #expect(program.errors.contains("Events called 'completed' and 'left' are how visits end"))
  }

  @Test func noLogIsOverwrittenAndNoResultIsLost() throws {
    let folder = try TemporaryFolder()
    let file = try folder.file("log.csv", log)
    let link = folder.path + "/link.csv"
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: file)
    for arguments in [
      ["--rejects", file], ["--write-counts", file],
      ["--rejects", folder.path + "/./log.csv"],
      ["--rejects", folder.path + "/x.csv", "--write-counts", folder.path + "/x.csv"],
      ["--rejects", "-"], ["--rejects", "/dev/stdout"],
      ["--merge", folder.path + "/x.csv", "--rejects", folder.path + "/x.csv"],
      ["--merge", file, "--write-counts", file, "-o", folder.path + "/y.yaml"],
      [folder.path + "/./log.csv"], [file], [link],
    ] {
      let recorder = Recorder()
      #expect(recorder.run(["mine", file] + arguments) == 64, "\(arguments) \(recorder.errors)")
      #expect(String(decoding: try Files.read(file), as: UTF8.self) == log)
    }
  }

  @Test func aLogWithoutEventsIsNoJourney() throws {
    let recorder = Recorder()
    let code = try recorder.run(
      "mine", "-", "--lifecycle", "completed",
      input: "case_id,event,timestamp,lifecycle:transition\na,X,2026-01-01,complete\n")
    #expect(code == 2)
    #expect(recorder.output.isEmpty)
    #expect(
      recorder.errors.contains(
        """
        journey: 1 row left out by --lifecycle: 'complete'.
        journey: standard input: its only row is left out by --lifecycle; the log has 'complete': \
        name one of these, or leave --lifecycle out

        """), "\(recorder.errors)")
    let empty = Recorder()
    #expect(try empty.run("mine", "-", input: "case_id,event,timestamp\n") == 2)
    #expect(
      empty.errors.hasSuffix("standard input: it names its columns, and no row follows\n"),
      "\(empty.errors)")
    for parts in ["", "start,", "joined,start"] {
      #expect(try Recorder().run("mine", "-", "--lifecycle", parts, input: log) == 64, "\(parts)")
    }
  }

  @Test func namesOfALogDoNotSpeakToTheTerminal() throws {
    let recorder = Recorder()
    #expect(try recorder.run("mine", "-", input: "case\u{1B}[31m,x\n1,2\n") == 2)
    #expect(!recorder.errors.contains("\u{1B}"))
  }

  @Test func aDocumentThatIsThereStays() throws {
    let folder = try TemporaryFolder()
    let file = try folder.file("shop.journey.yaml", "journey: mine\n")
    let recorder = Recorder()
    #expect(try recorder.run("mine", "-", "-o", file, input: log) == 2)
    #expect(recorder.errors.contains("there is a document already"))
    #expect(String(decoding: try Files.read(file), as: UTF8.self) == "journey: mine\n")
    #expect(try recorder.run("mine", "-", "-o", file, "--force", input: log) == 0)
    #expect(try recorder.run("check", file) == 0, "\(recorder.errors)")
  }

  @Test func aDeviceIsNoDocumentThatIsThere() throws {
    let recorder = Recorder()
    #expect(try recorder.run("mine", "-", "-o", "/dev/null", input: log) == 0, "\(recorder.errors)")
    #expect(recorder.output.isEmpty)
  }

  @Test func whatIsMinedIsDrawn() throws {
    let recorder = Recorder()
    #expect(try recorder.run("mine", "-", input: log) == 0, "\(recorder.errors)")
    let drawing = Recorder()
    #expect(
      try drawing.run("render", "-", "--view", "map", input: recorder.output) == 0,
      "\(drawing.errors)")
    #expect(drawing.output.contains("data-name=\"touchpoint/basket\""))
  }
}
