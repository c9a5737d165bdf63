import Foundation
import JourneyCommands
import JourneyKit
import Testing

@Suite struct CompareCommandTests {
  /// Two documents that differ in the name of one touchpoint and the feeling of another.
  private final class Documents {
    let folder: TemporaryFolder
    let before: String
    let after: String

    init() throws {
      folder = try TemporaryFolder()
      before = try folder.file("before.journey.yaml", smallJourney)
      after = try folder.file(
        "after.journey.yaml",
        smallJourney.replacing("mean: -1.2, n: 80", with: "mean: 1.2, n: 80")
          .replacing("name: Print the label", with: "name: Show the code"))
    }

    /// Runs `compare` with BEFORE and AFTER standing for the two.
    func run(_ arguments: String...) throws -> Recorder {
      let recorder = Recorder()
      let arguments = arguments.map {
        $0 == "BEFORE" ? before : $0 == "AFTER" ? after : $0
      }
      #expect(recorder.run(["compare"] + arguments) == 0, "\(recorder.errors)")
      #expect(recorder.errors.isEmpty)
      return recorder
    }
  }

  @Test func writesEveryFormat() throws {
    let documents = try Documents()
    for (format, start) in [
      ("text", "Returning shoes · as of 2026-09-30\nbefore  \(documents.before)"),
      ("json", "{\n  \"schemaVersion\": 1"), ("markdown", "### Returning shoes"),
    ] {
      let recorder = try documents.run("BEFORE", "AFTER", "--format", format)
      #expect(recorder.output.hasPrefix(start), "\(recorder.output)")
      #expect(recorder.output.contains("Find the form"))
    }
    let file = "\(documents.folder.path)/a.md"
    let recorder = try documents.run("BEFORE", "AFTER", "-o", file)
    #expect(try String(contentsOfFile: file, encoding: .utf8).hasPrefix("### Returning shoes"))
    #expect(recorder.output.isEmpty)
  }

  @Test("A document against itself: no change, and nothing in the make")
  func itself() throws {
    let output = try Documents().run("BEFORE", "BEFORE").output
    #expect(output.contains("What changed in the make\nnothing"))
    #expect(output.contains("no change"))
    for word in ["  better", "  worse", "  different", "too close"] {
      #expect(!output.contains(word), "\(output)")
    }
  }

  @Test func saysWhatChangedInTheMake() throws {
    let output = try Documents().run("BEFORE", "AFTER").output
    #expect(output.contains("renamed  Print the label → Show the code"))
  }

  @Test func leadsWithTheOutcome() throws {
    let folder = try TemporaryFolder()
    let old = try folder.file("old.journey.yaml", outcome(completed: 800))
    let new = try folder.file("new.journey.yaml", outcome(completed: 500))
    let recorder = Recorder()
    #expect(try recorder.run("compare", old, new) == 0)
    #expect(try recorder.run("compare", old, new, "--format", "markdown") == 0)
    #expect(recorder.output.contains("30 of 100 fewer wear shoes that fit"))
    #expect(recorder.output.contains("**30 of 100 fewer wear shoes that fit"))
    #expect(!recorder.output.contains("figures better"))
  }

  private func outcome(completed: Int) -> String {
    """
    journey: Shoes
    id: shoes
    ends: {completed: wear shoes that fit}
    touchpoints:
      try: {name: Try on}
    flow:
      start -> try: 1000
      try -> completed: \(completed)
      try -> left: \(1000 - completed)

    """
  }

  @Test("A time that moved is told as what nobody tested")
  func timeIsUntested() throws {
    let folder = try TemporaryFolder()
    func timed(_ time: String) -> String {
      outcome(completed: 800).replacing(
        "try -> completed: 800", with: "try -> completed: {customers: 800, time: \(time)}"
      ).replacing("try -> left: 200", with: "try -> left: {customers: 200, time: \(time)}")
    }
    let old = try folder.file("old.journey.yaml", timed("4d"))
    let new = try folder.file("new.journey.yaml", timed("1d"))
    let recorder = Recorder()
    #expect(try recorder.run("compare", old, new) == 0)
    #expect(recorder.output.contains("nothing changed beyond chance; time −3 d, untested"))
    #expect(recorder.output.contains("better?"))
    #expect(recorder.output.contains("documents give them without an error"))
  }

  @Test("An outcome of which nobody knows how sure it is leads all the same, as untested")
  func untestedOutcome() throws {
    let folder = try TemporaryFolder()
    let plan = try folder.file(
      "plan.journey.yaml",
      outcome(completed: 900).replacing("start -> try: 1000", with: "start -> try: 100%")
        .replacing("completed: 900", with: "completed: 90%")
        .replacing("left: 100", with: "left: 10%"))
    let actual = try folder.file("actual.journey.yaml", outcome(completed: 700))
    let recorder = Recorder()
    #expect(try recorder.run("compare", plan, actual) == 0)
    #expect(recorder.output.contains("20 of 100 fewer wear shoes that fit, untested\n"))
    #expect(!recorder.output.contains("nothing changed"))
  }

  @Test("Sentence, tables and JSON count the same touchpoints as beyond chance")
  func oneCount() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let files = ["archive/test-results-2025.journey.yaml", "journeys/test-results.journey.yaml"]
      .map { root.appending(path: $0).path }
    let day = ["--as-of", "2026-09-15"]
    let text = Recorder()
    #expect(text.run(["compare"] + files + day) == 0)
    #expect(text.output.contains("; 1 touchpoint feels better and 1 worse, beyond chance"))
    #expect(text.output.contains("worst change: Log in to portal, heat 52 → 701"))
    #expect(text.output.contains("better alone"))
    let json = Recorder()
    #expect(json.run(["compare"] + files + day + ["--format", "json"]) == 0)
    let object = try JSONSerialization.jsonObject(with: Data(json.output.utf8))
    let figures = try #require((object as? [String: Any])?["figures"] as? [[String: Any]])
    let felt = figures.filter {
      $0["figure"] as? String == "felt" && $0["touchpoint"] is String
        && $0["beyondChance"] as? Bool == true
    }
    #expect(felt.compactMap { $0["verdict"] as? String }.sorted() == ["better", "worse"])
  }

  @Test func journeysThatShareNothingLookDifferent() throws {
    let folder = try TemporaryFolder()
    let other = try folder.file(
      "other.journey.yaml",
      outcome(completed: 100).replacing("try", with: "knock").replacing("Try on", with: "Knock"))
    let shoes = try folder.file("shoes.journey.yaml", outcome(completed: 500))
    let recorder = Recorder()
    #expect(try recorder.run("compare", shoes, other) == 0)
    #expect(
      recorder.output.contains("no touchpoint matches: these look like different journeys"))
    #expect(!recorder.output.contains("worse"))
  }

  @Test func personasOfOneDocument() throws {
    let output = try Documents().run("BEFORE", "--persona", "amina", "--persona", "george").output
    #expect(output.contains("Amina   Amina · persona amina"))
    #expect(output.contains("not told apart"))
    for word in ["before  ", "after  ", "What changed"] { #expect(!output.contains(word)) }
    #expect(output.contains("Both sides are of one document"))
  }

  @Test func periodsInARow() throws {
    let documents = try Documents()
    for (format, word) in [("text", "\n3  "), ("json", "\"periods\""), ("markdown", "\n3. ")] {
      let output = try documents.run("BEFORE", "BEFORE", "AFTER", "--format", format).output
      #expect(output.contains(word), "\(output)")
      // The make, from the first to the last.
      #expect(output.contains("Show the code"), "\(output)")
      #expect(format == "json" || output.contains("first to last: "), "\(output)")
      #expect(format != "json" || output.contains("\"firstToLast\""), "\(output)")
    }
  }

  @Test func aPlanSaysWhereCustomersLeaveIt() throws {
    let documents = try Documents()
    let output = try documents.run("BEFORE", "AFTER", "--planned").output
    #expect(output.contains("Otherwise than planned\nnothing: customers go as was planned"))
    #expect(!(try documents.run("BEFORE", "AFTER").output).contains("planned"))
  }

  @Test(arguments: [
    ["a"], ["a", "--persona", "x"], ["a", "b", "--persona", "x", "--persona", "y"],
    ["a", "--persona", "x", "--persona", "x"], ["-", "-"],
    ["a", "b", "c", "--format", "svg"], ["a", "b", "--format", "svg", "-o", "x.png"],
    ["a", "b", "-o", "x.docx"],
    ["a", "b", "--theme", "dark"], ["a", "b", "c", "--planned"],
  ])
  func refusesWhatCannotBeMeant(arguments: [String]) throws {
    let recorder = Recorder()
    #expect(recorder.run(["compare"] + arguments) == 64)
    #expect(recorder.output.isEmpty)
  }

  @Test("Hostile names break neither table, Markdown nor terminal")
  func hostile() throws {
    let folder = try TemporaryFolder()
    let before = try folder.file("a.journey.yaml", smallJourney)
    let after = try folder.file(
      "b.journey.yaml",
      smallJourney.replacing(
        "name: Print the label", with: #"name: "<script>|x|\e[31m[a](b)\n@all""#))
    var recorder = Recorder()
    #expect(try recorder.run("compare", before, after, "--format", "markdown") == 0)
    #expect(recorder.output.contains(#"\<script\>\|x\|␛\[31m\[a\](b) @all"#), "\(recorder.output)")
    recorder = Recorder()
    #expect(try recorder.run("compare", before, after) == 0)
    #expect(!recorder.output.contains("\u{1B}"))
  }
}
