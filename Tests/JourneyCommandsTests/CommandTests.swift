import Foundation
import JourneyKit
import Testing

@Suite struct CommandTests {
  @Test func newWritesADocumentThatChecks() throws {
    let folder = try TemporaryFolder()
    let file = "\(folder.path)/deep/returning-shoes.journey.yaml"
    let recorder = Recorder()
    #expect(try recorder.run("new", file) == 0)
    #expect(try recorder.run("check", file, "--strict") == 0)
    #expect(recorder.output.isEmpty)
    #expect(try recorder.run("hotspots", file) == 0)
    #expect(try recorder.run("render", file, "-o", "\(folder.path)/a.svg") == 0)
    let first = try String(contentsOfFile: file, encoding: .utf8).prefix { $0 != "\n" }
    #expect(first.hasPrefix("# yaml-language-server: $schema="))
  }

  @Test func newKeepsAFileThatIsThere() throws {
    let folder = try TemporaryFolder()
    let file = try folder.file("mine.journey.yaml", "journey: mine\n")
    let recorder = Recorder()
    #expect(try recorder.run("new", file) == 2)
    #expect(try String(contentsOfFile: file, encoding: .utf8) == "journey: mine\n")
    #expect(try recorder.run("new", file, "--force") == 0)
    #expect(try String(contentsOfFile: file, encoding: .utf8) != "journey: mine\n")
  }

  @Test func hotspotsRanksInEveryFormat() throws {
    let folder = try TemporaryFolder()
    let file = try folder.file("a.journey.yaml", smallJourney)
    for (format, start) in [
      ("text", "Hotspots of Returning shoes"), ("json", "{\n  \"schemaVersion\": 1"),
      ("csv", "rank,touchpoint,name,heat"), ("markdown", "## Hotspots of Returning shoes"),
    ] {
      let recorder = Recorder()
      #expect(try recorder.run("hotspots", file, "--format", format) == 0)
      #expect(recorder.output.hasPrefix(start), "\(format)")
      #expect(recorder.output.contains("Find the form"))
      #expect(recorder.errors.isEmpty)
    }
  }

  @Test func analyzeJSONHasEveryKeyOfTheFigures() throws {
    let folder = try TemporaryFolder()
    let file = try folder.file("a.journey.yaml", smallJourney)
    let recorder = Recorder()
    #expect(try recorder.run("analyze", file, "--format", "json", "--as-of", "2026-09-01") == 0)
    let object = try #require(
      JSONSerialization.jsonObject(with: Data(recorder.output.utf8)) as? [String: Any])
    let keys = """
      schemaVersion journey title customers scale persona asOf started flowData completed left \
      diverted ended underWay steps time felt believed gap believedGood feltGood peakEnd \
      peakEndCovered paths stages mazes brightSpots touchpoints
      """
    for key in keys.split(separator: " ") { #expect(object[String(key)] != nil, "\(key)") }
    #expect(object["asOf"] as? String == "2026-09-01")
    #expect(object["time"] is NSNull)
    let touchpoints = try #require(object["touchpoints"] as? [[String: Any]])
    let parts = """
      id name visits reach left dropOff completionFromHere completionIfNobodyLeft removalEffect \
      felt believed gap pain relief warnings
      """
    for key in parts.split(separator: " ") { #expect(touchpoints[0][String(key)] != nil, "\(key)") }
    #expect(abs((object["completed"] as? Double ?? 0) - 0.65) < 1e-12)
    let intervals = try #require(object["intervals"] as? [String: Any])
    let completed = try #require(intervals["completed"] as? [String: Double])
    #expect((completed["low"] ?? 1) < 0.65 && (completed["high"] ?? 0) > 0.65)
    #expect(intervals["time"] is NSNull)
    let own = try #require(touchpoints[0]["intervals"] as? [String: Any])
    #expect(own["reach"] is [String: Double] && own["reliefTime"] is NSNull)
  }

  @Test func renderNamesPicturesByIdViewPersonaAndTheme() throws {
    let folder = try TemporaryFolder()
    let file = try folder.file("a.journey.yaml", smallJourney)
    let recorder = Recorder()
    let out = "\(folder.path)/out"
    #expect(try recorder.run("render", file, "-o", out) == 0)
    #expect(
      try recorder.run(
        "render", file, "-o", out, "--view", "map", "--view", "flow", "--theme", "dark",
        "--persona", "amina") == 0)
    #expect(try recorder.run("render", file, "-o", out, "--view", "flow", "--format", "dot") == 0)
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: out).sorted() == [
        "returning-shoes.flow.amina.dark.svg", "returning-shoes.flow.dot",
        "returning-shoes.map.amina.dark.svg", "returning-shoes.map.svg",
      ])
  }

  @Test func foldersOfAPictureAreMade() throws {
    let folder = try TemporaryFolder()
    let file = try folder.file("a.journey.yaml", smallJourney)
    let recorder = Recorder()
    #expect(try recorder.run("render", file, "-o", "\(folder.path)/deep/er/a.svg") == 0)
    #expect(FileManager.default.fileExists(atPath: "\(folder.path)/deep/er/a.svg"))
  }

  @Test func theEndingOfTheOutputSetsTheFormat() throws {
    let folder = try TemporaryFolder()
    let file = try folder.file("a.journey.yaml", smallJourney)
    let recorder = Recorder()
    let dot = "\(folder.path)/a.dot"
    #expect(try recorder.run("render", file, "--view", "flow", "-o", dot) == 0)
    #expect(try String(contentsOfFile: dot, encoding: .utf8).hasPrefix("digraph"))
    #expect(try recorder.run("render", file, "-o", dot, "--format", "svg") == 64)
  }

  @Test func standardInputAndOutput() throws {
    let recorder = Recorder()
    #expect(try recorder.run("render", "-", input: smallJourney) == 0)
    #expect(recorder.output.contains("<svg"))
    #expect(recorder.errors.isEmpty)
  }

  @Test func picturesAreTheSameBytesEveryTime() throws {
    let first = Recorder()
    let second = Recorder()
    for view in ["map", "flow"] {
      #expect(try first.run("render", "-", "--view", view, input: smallJourney) == 0)
      #expect(try second.run("render", "-", "--view", view, input: smallJourney) == 0)
    }
    #expect(first.output == second.output)
  }

  @Test func overManyDocumentsTheWorstWinsAndTheOthersAreDrawn() throws {
    let folder = try TemporaryFolder()
    _ = try folder.file("bad.journey.yaml", "journey: [\n")
    _ = try folder.file("good.journey.yaml", smallJourney)
    let out = try TemporaryFolder()
    let recorder = Recorder()
    #expect(try recorder.run("render", folder.path, "-o", out.path) == 2)
    #expect(try out.contents() == ["returning-shoes.map.svg"])
  }

  @Test func checkWarnsAndFailsOnlyWhenStrict() throws {
    let folder = try TemporaryFolder()
    let file = try folder.file(
      "a.journey.yaml",
      smallJourney.replacingOccurrences(of: "  find-form -> left: 300\n", with: ""))
    let recorder = Recorder()
    #expect(try recorder.run("check", file) == 0)
    #expect(recorder.output.contains("warning"))
    #expect(try recorder.run("check", file, "--strict") == 1)
  }

  @Test(arguments: ["text", "github", "sarif", "junit", "json"])
  func checkWritesEveryFormat(format: String) throws {
    let folder = try TemporaryFolder()
    let file = try folder.file("a.journey.yaml", "journey: x\nstaets: as-is\n")
    let recorder = Recorder()
    #expect(try recorder.run("check", file, "--format", format) == 2)
    #expect(recorder.output.contains("staets"))
  }

  @Test func schemaIsJSON() throws {
    let recorder = Recorder()
    #expect(try recorder.run("schema") == 0)
    #expect(try JSONSerialization.jsonObject(with: Data(recorder.output.utf8)) is [String: Any])
  }

  @Test(arguments: ["new", "check", "hotspots", "analyze", "render", "schema"])
  func helpHasAnExample(command: String) throws {
    let recorder = Recorder()
    #expect(try recorder.run(command, "--help") == 0)
    #expect(recorder.output.contains("Example: journey \(command)"))
  }

  @Test(arguments: ["bash", "zsh", "fish"])
  func completionsAreGenerated(shell: String) throws {
    let recorder = Recorder()
    #expect(try recorder.run("--generate-completion-script", shell) == 0)
    #expect(recorder.output.contains("hotspots"))
  }
}
