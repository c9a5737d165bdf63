import Foundation
import Testing

@Suite struct SimulateCommandTests {
  private let journey = """
    journey: Returning shoes
    scale: {low: 1, high: 5}
    period: 2026-03-01..2026-03-31
    personas:
      amina: {share: 60%}
      george: {share: 40%}
    channels:
      web: {name: "The \\"web\\", ours", kind: digital}
    stages: [Look, Send]
    touchpoints:
      find-form: {name: "It's here", stage: Look, channel: web, felt: {mean: 2, n: 40, sd: 0.8}}
      post: {name: Post, stage: Send, felt: 3.5}
    flow:
      start -> find-form: 100
      find-form -> post: {customers: 70, time: 2d}
      find-form -> left: 30
      post -> completed: 50
      post -> left: 20
    """

  @Test func theCommandThatIsToldGivesTheJourneyBack() throws {
    let folder = try TemporaryFolder()
    let file = try folder.file("shoes.journey.yaml", journey)
    let log = "\(folder.path)/deep/a log.csv"
    let recorder = Recorder()
    #expect(try recorder.run("simulate", file, "-n", "300", "--seed", "5", "-o", log) == 0)
    #expect(recorder.output.isEmpty)
    let text = try String(contentsOfFile: log, encoding: .utf8)
    #expect(
      text.hasPrefix(
        "case,touchpoint,time,channel,stage,persona,felt\nc1,\"It's here\",2026-03-01T"))
    #expect(text.contains(",\"The \"\"web\"\", ours\",Look,"))
    let told = try #require(recorder.errors.split(separator: "\n").last)
    #expect(
      told == "journey: read it back with: journey mine '\(log)' --scale=1..5")
    #expect(recorder.errors.contains("Scores that nobody was asked for are left out"))
    let mined = Recorder()
    #expect(try mined.run("mine", log, "--scale=1..5") == 0)
    #expect(
      mined.output.contains("name: It's here") || mined.output.contains("name: \"It's here\""))
    #expect(mined.output.contains("scale: {low: 1, high: 5}"))
    #expect(mined.output.contains("-> completed"))
    #expect(mined.output.contains("-> left"))
    #expect(!mined.output.contains("name: completed"))
    // The same again is the same to the byte, wherever it goes.
    let again = Recorder()
    #expect(try again.run("simulate", file, "-n", "300", "--seed", "5") == 0)
    #expect(again.output == text)
  }

  @Test func assumedScoresAreWrittenOnlyWhenAsked() throws {
    let folder = try TemporaryFolder()
    let file = try folder.file("shoes.journey.yaml", journey)
    func scores(_ arguments: String...) -> Int {
      let recorder = Recorder()
      #expect(recorder.run(["simulate", file, "-n", "50"] + arguments) == 0)
      return recorder.output.split(separator: "\n").filter {
        $0.contains(",Post,") && !$0.hasSuffix(",")
      }.count
    }
    #expect(scores() == 0)
    #expect(scores("--assumed") > 10)
  }

  @Test func theStartIsADayOfOnesOwn() throws {
    let recorder = Recorder()
    #expect(
      try recorder.run("simulate", "-", "-n", "1", "--start", "2030-02-03", input: journey) == 0)
    #expect(recorder.output.contains(",2030-02-"))
  }

  @Test func nobodyAndTooManyAreTold() throws {
    let recorder = Recorder()
    #expect(try recorder.run("simulate", "-", "-n", "0", input: journey) == 0)
    #expect(recorder.output == "case,touchpoint,time,channel,stage,persona,felt\n")
    #expect(try recorder.run("simulate", "-", "-n", "-1", input: journey) == 64)
    #expect(try recorder.run("simulate", "-", "-n", "9999999999", input: journey) == 64)
    #expect(try recorder.run("simulate", "-", input: "journey: [\n") == 2)
  }

  /// Words go to standard error, so that standard output is the log and nothing else.
  @Test func aProcessWritesTheLogToStandardOutput() throws {
    let folder = try TemporaryFolder()
    let file = try folder.file("shoes.journey.yaml", journey)
    let program = try Program("simulate", file, "-n", "2000", output: "\(folder.path)/log.csv")
    #expect(program.wait() == 0)
    let log = try String(contentsOfFile: "\(folder.path)/log.csv", encoding: .utf8)
    let rows = log.split(separator: "\n").count - 1
    #expect(program.errors.hasPrefix("journey: \(rows / 1000),"))
    #expect(log.hasSuffix("\n"))
  }

  /// A hundred million rounds would fill the disk.
  @Test func whoNeverComesToAnEndIsTold() throws {
    let circle = """
      journey: A circle
      touchpoints: {a: {}}
      flow:
        start -> a: 10
        a -> a: 10000000000
        a -> completed: 10
      """
    let folder = try TemporaryFolder()
    let recorder = Recorder()
    #expect(
      try recorder.run(
        "simulate", try folder.file("a.journey.yaml", circle), "-n", "2", "-o",
        "\(folder.path)/a.csv") == 0)
    #expect(
      recorder.errors.contains(
        "2 customers had not come to an end after 100,000 events, and stop there"),
      "\(recorder.errors)")
  }
}
