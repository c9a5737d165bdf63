import Foundation
import JourneyKit
import Testing

@Suite struct ReportCommandTests {
  @Test func writesEveryFormatToOneFile() throws {
    let folder = try TemporaryFolder()
    let file = try folder.file("a.journey.yaml", smallJourney)
    for (ending, start) in [
      ("html", "<!doctype html>"), ("md", "# Decision brief"),
      ("json", "{\n  \"schemaVersion\": 1"),
      ("pdf", "%PDF-"),
    ] {
      let output = "\(folder.path)/brief.\(ending)"
      let recorder = Recorder()
      #expect(try recorder.run("report", file, "-o", output) == 0, "\(recorder.errors)")
      let bytes = try #require(FileManager.default.contents(atPath: output))
      #expect(bytes.starts(with: start.utf8), "\(ending)")
      #expect(recorder.output.isEmpty && recorder.errors.isEmpty)
    }
    let recorder = Recorder()
    #expect(try recorder.run("report", file) == 0)
    #expect(recorder.output.hasPrefix("<!doctype html>"))
    #expect(recorder.output.contains("<svg"))
  }

  @Test func writesAFileForEachPageIntoAFolder() throws {
    let folder = try TemporaryFolder()
    let file = try folder.file("a.journey.yaml", smallJourney)
    let recorder = Recorder()
    #expect(try recorder.run("report", file, "-o", "\(folder.path)/briefs") == 0)
    let names = try FileManager.default.contentsOfDirectory(atPath: "\(folder.path)/briefs")
    #expect(names.contains("portfolio.html"))
    #expect(names.allSatisfy { $0.hasSuffix(".html") })
    #expect(
      try recorder.run("report", file, "--format", "markdown", "-o", "\(folder.path)/text/") == 0)
    let texts = try FileManager.default.contentsOfDirectory(atPath: "\(folder.path)/text")
    #expect(texts.contains("portfolio.md"))
  }

  /// Each count is allowed, and their sum is beyond what a number holds.
  @Test(arguments: ["survey", "complaint"])
  func countsBeyondEveryNumberEndNothing(method: String) throws {
    let folder = try TemporaryFolder()
    let piece =
      "  - {about: a, method: \(method), n: 999999999999999, felt: -1, date: 2026-01-01}\n"
    let file = try folder.file(
      "a.journey.yaml",
      "journey: Many\ntouchpoints:\n  a: {name: A}\nevidence:\n"
        + String(repeating: piece, count: 9300))
    let recorder = Recorder()
    #expect(try recorder.run("report", file, "--format", "markdown") == 0)
    #expect(recorder.output.contains("Many"))
  }

  @Test func refusesWhatCannotBeMeant() throws {
    let folder = try TemporaryFolder()
    let file = try folder.file("a.journey.yaml", smallJourney)
    let recorder = Recorder()
    #expect(try recorder.run("report", file, "--owner", "Nemo") == 64)
    #expect(recorder.errors.contains("nobody called 'Nemo' answers for anything here"))
    #expect(try recorder.run("report", file, "--format", "pdf", "-o", "a.html") == 64)
    #expect(try recorder.run("report", "\(folder.path)/missing.journey.yaml") == 2)
  }
}
