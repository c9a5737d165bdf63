import Foundation
import JourneyKit
import Testing

/// What Docs/guardrails.md says is so.
@Suite struct GuardrailGuideTests {
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("../..").standardizedFileURL

  private static func guide() throws -> String {
    try String(contentsOf: root.appendingPathComponent("Docs/guardrails.md"), encoding: .utf8)
  }

  /// Runs the check over samples, with paths as people at the root would see them.
  private static func check(_ name: String, baseline: String? = nil) -> (code: Int32, text: String)
  {
    func path(_ name: String) -> String { root.appendingPathComponent(name).path }
    let recorder = Recorder()
    let against = baseline.map { ["--baseline", path($0)] } ?? []
    let code = recorder.run(["check", path(name), "--as-of", "2026-09-30"] + against)
    let text = recorder.output + recorder.errors
    return (code, text.replacingOccurrences(of: root.path + "/", with: ""))
  }

  /// Checks a sample against a policy with a typing error.
  private static func checkOfATypo() throws -> (code: Int32, text: String) {
    let folder = try TemporaryFolder()
    let sample = root.appendingPathComponent("journeys/buying-insurance.journey.yaml")
    _ = try folder.file("a.journey.yaml", String(contentsOf: sample, encoding: .utf8))
    _ = try folder.file(
      "policy.yaml", "rules:\n  - {rule: max-reading, about: contarct, limit: 30m}\n")
    let recorder = Recorder()
    let code = recorder.run(["check", folder.path, "--as-of", "2026-09-30"])
    let text = recorder.output + recorder.errors
    return (code, text.replacingOccurrences(of: folder.path + "/", with: ""))
  }

  @Test func theTableIsTheRulesOwn() throws {
    let table =
      ["| rule | what has to be true | limit |", "|---|---|---|"]
      + Guardrail.Rule.allCases.map { rule in
        let limit =
          switch (rule.usualLimit, rule.exampleLimit) {
          case (let usual?, _): "\(rule.limitKind), `\(usual)` unless given"
          case (nil, let example?): "\(rule.limitKind), such as `\(example)`"
          case (nil, nil): "–"
          }
        return "| `\(rule.rawValue)` | \(rule.summary) | \(limit) |"
      }
    let lines = table.joined(separator: "\n")
    #expect(try Self.guide().contains("\n\n\(lines)\n\n"), "\(lines)")
  }

  @Test func whatIsCountedIsNamed() throws {
    let guide = try Self.guide()
    for tally in Tally.allCases {
      #expect(guide.contains("`\(tally.rawValue)`"), "\(tally)")
    }
  }

  @Test func thePolicyIsTheOneOfTheSamples() throws {
    let file = Self.root.appendingPathComponent("journeys/policy.yaml")
    let policy = try String(contentsOf: file, encoding: .utf8)
    let body = policy.split(separator: "\n", omittingEmptySubsequences: false)
      .drop { $0.hasPrefix("#") || $0.isEmpty }.joined(separator: "\n")
    #expect(try Self.guide().contains("```yaml\n\(body)```\n"))
    let reading = PolicyReader.read(policy, name: "policy.yaml")
    #expect(reading.diagnostics.isEmpty)
  }

  @Test func theSamplesSayWhatTheGuideShows() throws {
    let shown = try Self.guide().split(separator: "```text\n").dropFirst().compactMap {
      $0.split(separator: "```").first.map(String.init)
    }
    let checks = [
      Self.check("journeys"), try Self.checkOfATypo(),
      Self.check(
        "journeys/test-results.journey.yaml",
        baseline: "archive/test-results-2025.journey.yaml"),
    ]
    #expect(shown.count == checks.count)
    #expect(checks.map(\.code) == [1, 0, 1])
    for (block, check) in zip(shown, checks) {
      for part in block.split(separator: "\n…\n") {
        #expect(check.text.contains(part), "\(part)\n--- is not in\n\(check.text)")
      }
    }
    // The waivers of the samples are in order.
    #expect(!checks[0].text.contains("[waiver-"))
  }
}
