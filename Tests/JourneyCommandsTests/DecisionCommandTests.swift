import Foundation
import JourneyKit
import Testing

@Suite struct DecisionCommandTests {
  static let decisions = """
    decisions:
      - insight: Nobody finds the form
        about: find-form
        decision: Put it on the parcel
        owner: Ruiz
        status: decided
        found: 2026-06-01
        decided-on: 2026-07-01
        due: 2026-09-01
        effort: 3
      - insight: Printers are rare
        about: print-label
        status: rejected

    """

  /// A folder with a good document, and a broken one where wanted.
  static func folder(broken: Bool = false) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    _ = try folder.file("a.journey.yaml", smallJourney + decisions)
    if broken { _ = try folder.file("b.journey.yaml", "journey: x\nstates: as-is\n") }
    return folder
  }

  @Test func decisionsAreToldInEveryFormat() throws {
    let folder = try Self.folder()
    for (format, start) in [
      ("text", "Decisions of 1 journey · 2 insights · as of 2026-09-30"),
      ("json", "{\n  \"schemaVersion\": 1"), ("csv", "decision,journey,touchpoint,insight"),
      ("markdown", "## Decisions of 1 journey"),
    ] {
      let recorder = Recorder()
      #expect(try recorder.run("decisions", folder.path, "--format", format) == 0)
      #expect(recorder.output.hasPrefix(start), "\(format)")
      #expect(recorder.output.contains("Nobody finds the form"))
      #expect(recorder.errors.isEmpty)
    }
  }

  @Test func aBrokenDocumentIsToldAndTheOthersKept() throws {
    let folder = try Self.folder(broken: true)
    for command in ["decisions", "backlog"] {
      let recorder = Recorder()
      #expect(try recorder.run(command, folder.path) == 2)
      #expect(recorder.output.contains("of 1 journey"))
      #expect(recorder.errors.contains("states"))
    }
  }

  @Test func ownersAndOpenOnesAreChosen() throws {
    let folder = try Self.folder()
    let owned = Recorder()
    #expect(
      try owned.run("decisions", folder.path, "--owner", " RUIZ", "--as-of", "2026-10-01") == 0)
    #expect(
      owned.output.hasPrefix("Decisions of 1 journey · 1 insight · owner Ruiz · as of 2026-10-01"))
    let open = Recorder()
    #expect(try open.run("decisions", folder.path, "--open") == 0)
    #expect(open.output.contains("Nobody finds the form"))
    #expect(!open.output.contains("Printers are rare"))
    let unknown = Recorder()
    #expect(try unknown.run("decisions", folder.path, "--owner", "Riuz") == 64)
    #expect(
      unknown.errors
        == "journey: nobody called 'Riuz' answers for a decision here; did you mean 'Ruiz'?\n")
  }

  @Test func whoAnswersWithOthersIsChosenToo() throws {
    let folder = try TemporaryFolder()
    _ = try folder.file(
      "shared.journey.yaml",
      """
      journey: Shared
      touchpoints: {a: {name: A, felt: -1, owner: "-"}, b: {name: B, felt: 1}}
      decisions:
        - {insight: Both, owner: "Ruiz (head of lab), Park"}
        - {insight: One, owner: ruiz}
        - {insight: Other, owner: Parker}
        - {insight: Nobody's, about: a, owner: ""}
      """)
    func insights(of owner: String) throws -> [Substring] {
      let console = Recorder()
      #expect(try console.run("decisions", folder.path, "--owner", owner, "--format", "csv") == 0)
      return console.output.split(separator: "\r\n").dropFirst().map { $0.split(separator: ",")[2] }
    }
    #expect(try insights(of: "Park") == ["Both"])
    #expect(try insights(of: "RUIZ") == ["Both", "One"])
    let all = Recorder()
    #expect(try all.run("decisions", folder.path) == 0)
    #expect(all.output.contains("nobody"))
  }

  @Test func theEndingOfTheOutputSetsTheFormat() throws {
    let folder = try Self.folder()
    let recorder = Recorder()
    #expect(try recorder.run("decisions", folder.path, "-o", "\(folder.path)/out/l.csv") == 0)
    let csv = try String(contentsOfFile: "\(folder.path)/out/l.csv", encoding: .utf8)
    #expect(csv.hasPrefix("decision,journey,"))
    #expect(recorder.output.isEmpty)
    #expect(
      try recorder.run("decisions", folder.path, "-o", "\(folder.path)/l.csv", "--format", "json")
        == 64)
    #expect(try recorder.run("backlog", folder.path, "-o", "\(folder.path)/b.csv") == 64)
    #expect(recorder.errors.contains("which tracker is the file for?"))
    #expect(
      try recorder.run("backlog", folder.path, "-o", "\(folder.path)/b.csv", "--format", "jira")
        == 0)
    #expect(try recorder.run("backlog", folder.path, "-o", "\(folder.path)/b.md") == 0)
    for command in ["decisions", "backlog", "report"] {
      #expect(try recorder.run(command, folder.path, "-o", "\(folder.path)/b.docx") == 64)
    }
  }

  @Test func backlogIsToldInEveryFormat() throws {
    let folder = try Self.folder()
    for (format, start) in [
      ("text", "Backlog of 1 journey · "), ("json", "{\n  \"schemaVersion\": 1"),
      ("markdown", "## Backlog of 1 journey"), ("jira", "Summary,Issue Type,Priority"),
      ("azure", "Work Item Type,Title,"), ("github", "title,body,labels\r\n"),
    ] {
      let recorder = Recorder()
      #expect(try recorder.run("backlog", folder.path, "--format", format) == 0)
      #expect(recorder.output.hasPrefix(start), "\(format)")
      #expect(recorder.output.contains("Find the form: Put it on the parcel"))
      #expect(recorder.errors.isEmpty)
    }
  }

  @Test func storiesLinkBackToTheirLines() throws {
    let folder = try Self.folder()
    let recorder = Recorder()
    #expect(
      try recorder.run(
        "backlog", "\(folder.path)/a.journey.yaml", "--link-base", "https://x.org/blob/main/",
        "--format", "json") == 0)
    let text = smallJourney + Self.decisions
    let line =
      try #require(
        text.split(separator: "\n", omittingEmptySubsequences: false)
          .firstIndex { $0.contains("Nobody finds the form") }) + 1
    #expect(
      recorder.output.contains(
        "\"link\": \"https://x.org/blob/main\(folder.path)/a.journey.yaml#L\(line)\""))
  }

  @Test func linksLeadToPagesOrPaths() throws {
    let folder = try Self.folder()
    for base in ["https://x.org", "HTTP://x.org/", "/srv/maps", "../maps", "C:/maps", "."] {
      #expect(try Recorder().run("backlog", folder.path, "--link-base", base) == 0, "\(base)")
    }
    for base in ["ftp://x", "javascript:alert(1)", "mailto:a@x.org", "http:x"] {
      let recorder = Recorder()
      #expect(try recorder.run("backlog", folder.path, "--link-base", base) == 64, "\(base)")
      #expect(recorder.errors.contains("begin it with https:// or http://, or give a path"))
    }
  }

  @Test func withoutFlowNoGainIsExplained() throws {
    let text = "journey: x\nid: x\ntouchpoints:\n  a: {felt: {mean: -1.5, n: 90, sd: 0.5}}\n"
    for format in ["text", "markdown"] {
      let recorder = Recorder()
      #expect(try recorder.run("backlog", "-", "--format", format, input: text) == 0)
      #expect(recorder.output.contains("| touchpoint |") == (format == "markdown"))
      #expect(!recorder.output.contains("upper bounds"))
      let told = Recorder()
      #expect(try told.run("backlog", "-", "--format", format, input: smallJourney) == 0)
      #expect(told.output.contains("Gains are upper bounds"))
    }
  }

  @Test func wrongCallsAreRefused() throws {
    let folder = try Self.folder()
    let recorder = Recorder()
    #expect(try recorder.run("backlog", folder.path, "--limit", "0") == 64)
    #expect(try recorder.run("backlog", folder.path, "--type", "Story") == 64)
    #expect(
      try recorder.run("backlog", folder.path, "--type", "Bug", "--format", "jira") == 0)
  }

  @Test func theOrderIsChosen() throws {
    let folder = try Self.folder()
    let recorder = Recorder()
    for order in ["heat", "gain", "per-effort", "opportunity", "worth"] {
      #expect(try recorder.run("backlog", folder.path, "--by", order) == 0)
    }
    #expect(try recorder.run("backlog", folder.path, "--by", "name") == 64)
  }

  @Test func standardInputHasNoLink() throws {
    let recorder = Recorder()
    #expect(try recorder.run("backlog", "-", "--format", "json", input: smallJourney) == 0)
    #expect(recorder.output.contains("\"link\": null"))
  }
}
