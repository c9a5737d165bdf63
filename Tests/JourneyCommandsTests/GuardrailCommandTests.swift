import Foundation
import JourneyKit
import Testing

/// `journey check` with policies: which hold, what is told, and what it exits with.
@Suite struct GuardrailCommandTests {
  @Test func aPolicyBesideTheDocumentsHolds() throws {
    let folder = try TemporaryFolder()
    let file = try folder.file("a.journey.yaml", smallJourney)
    let before = Recorder()
    #expect(try before.run("check", file) == 0)
    #expect(before.errors == "1 document checked: no errors, no warnings\n")
    let policy = try folder.file("policy.yaml", "rules: [no-maze, {rule: min-methods}]\n")
    let after = Recorder()
    _ = try after.run("check", file, "--format", "json")
    let rules = try #require(Self.documents(after).first?["rules"] as? [String])
    #expect(rules == ["no-maze", "min-methods"])
    // What stands in another folder does not hold, unless it is named.
    let other = try TemporaryFolder()
    let far = try other.file("a.journey.yaml", smallJourney)
    let plain = Recorder()
    _ = try plain.run("check", far, "--format", "json")
    #expect(try Self.documents(plain).first?["rules"] == nil)
    let named = Recorder()
    _ = try named.run("check", far, "--policy", policy, "--format", "json")
    #expect(try Self.documents(named).first?["rules"] as? [String] == rules)
  }

  @Test func aDocumentMayAddRules() throws {
    let folder = try TemporaryFolder()
    _ = try folder.file("policy.json", #"{"rules": ["no-maze", {"rule": "no-basic-failed"}]}"#)
    let file = try folder.file(
      "a.journey.yaml", smallJourney + "policy: {rules: [no-maze, hotspots-owned]}\n")
    let recorder = Recorder()
    _ = try recorder.run("check", file, "--format", "json")
    #expect(
      try Self.documents(recorder).first?["rules"] as? [String] == [
        "no-maze", "no-basic-failed", "hotspots-owned",
      ])
  }

  @Test func rulesAboutOtherJourneysAreNotCounted() throws {
    let folder = try TemporaryFolder()
    let file = try folder.file("a.journey.yaml", smallJourney)
    _ = try folder.file(
      "policy.yaml",
      """
      rules:
        - {rule: no-maze, about: visa}
        - {rule: hotspots-owned, about: [visa/pay, find-form]}
        - {rule: no-basic-failed, about: returning-shoes}

      """)
    let recorder = Recorder()
    _ = try recorder.run("check", file, "--format", "json")
    #expect(
      try Self.documents(recorder).first?["rules"] as? [String] == [
        "hotspots-owned", "no-basic-failed",
      ])
  }

  @Test func aPolicyWithMistakesIsBadInput() throws {
    let folder = try TemporaryFolder()
    let file = try folder.file("a.journey.yaml", smallJourney)
    let policy = try folder.file("policy.yaml", "rules: [no-mase]\n")
    let recorder = Recorder()
    #expect(try recorder.run("check", file) == 2)
    #expect(
      recorder.output == """
        \(policy):1:9: error: there is no rule 'no-mase' [unknown-rule]
          1 | rules: [no-mase]
            |         ^^^^^^^
            fix: write 'no-maze'

        """)
    #expect(recorder.errors == "1 document checked: 1 error, no warnings\n")
    // Two documents, one policy: told once.
    let other = smallJourney.replacing("id: returning-shoes", with: "id: returning-boots")
    _ = try folder.file("b.journey.yaml", other)
    let both = Recorder()
    #expect(try both.run("check", folder.path) == 2)
    #expect(both.output == recorder.output)
  }

  @Test func aPolicyThatIsNotThereIsBadInput() throws {
    let folder = try TemporaryFolder()
    let file = try folder.file("a.journey.yaml", smallJourney)
    let policy = "\(folder.path)/none.yaml"
    let recorder = Recorder()
    #expect(try recorder.run("check", file, "--policy", policy) == 2)
    #expect(
      recorder.errors == """
        journey: cannot read \(policy): there is no such file or folder
        1 document checked: 1 error, no warnings

        """)
    let sarif = Recorder()
    #expect(try sarif.run("check", file, "--policy", policy, "--format", "sarif") == 2)
    #expect(sarif.output.contains("cannot read"))
  }

  @Test func aPolicyCanBeCheckedAlone() throws {
    let folder = try TemporaryFolder()
    let policy = try folder.file("policy.yaml", "rules: [no-maze]\n")
    let recorder = Recorder()
    #expect(try recorder.run("check", policy) == 0)
    #expect(recorder.errors == "1 policy checked: no errors, no warnings\n")
    _ = try folder.file("a.journey.yaml", smallJourney)
    let both = Recorder()
    #expect(try both.run("check", "\(folder.path)/a.journey.yaml", policy) == 0)
    #expect(
      both.errors
        == "1 document and 1 policy checked: no errors, no warnings; 1 rule: none broken\n")
  }

  @Test func whatJourneysShareCanBeCheckedAlone() throws {
    let folder = try TemporaryFolder()
    let shared = try folder.file("shared.yaml", "channels:\n  web: {nmae: Portal}\n")
    let recorder = Recorder()
    #expect(try recorder.run("check", shared) == 2)
    #expect(recorder.output.contains("'nmae' is not a key of a channel"))
    #expect(!recorder.output.contains("a journey without touchpoints"))
    // Beside a journey that uses it, it is told once.
    let journey = try folder.file("a.journey.yaml", smallJourney)
    let both = Recorder()
    #expect(try both.run("check", journey, shared) == 2)
    #expect(both.output.components(separatedBy: "'nmae'").count == 2)
    _ = try folder.file("shared.yaml", "channels:\n  web: {name: Portal}\n")
    let mended = Recorder()
    #expect(try mended.run("check", shared) == 0)
    #expect(mended.errors == "1 document checked: no errors, no warnings\n")
  }

  @Test func thousandsOfMistakesDoNotFloodTheTerminal() throws {
    let folder = try TemporaryFolder()
    let touchpoints = (0..<1500).map { "  t\($0): {nme: x}\n" }.joined()
    let file = try folder.file(
      "a.journey.yaml", "journey: Many\ntouchpoints:\n\(touchpoints)")
    let recorder = Recorder()
    #expect(try recorder.run("check", file) == 2)
    #expect(recorder.output.split(separator: "\n").count == 50 * 4 + 1)
    #expect(
      recorder.output.hasSuffix("\(file): and 1,450 more (1,450 errors); --format json has all\n"))
    let json = Recorder()
    #expect(try json.run("check", file, "--format", "json") == 2)
    #expect(try (Self.documents(json).first?["diagnostics"] as? [Any])?.count == 1500)
  }

  @Test func errorsAreToldBeforeWarningsWhenThereIsNoRoom() throws {
    let folder = try TemporaryFolder()
    let decisions = (0..<80).map { _ in "  - {insight: x, status: verified}\n" }.joined()
    let file = try folder.file(
      "a.journey.yaml", "journey: Many\ntouchpoints: {a: {}}\ndecisions:\n\(decisions)ownr: x\n")
    let recorder = Recorder()
    #expect(try recorder.run("check", file) == 2)
    #expect(recorder.output.contains("'ownr' is not a key"))
    #expect(recorder.output.hasSuffix("\(file): and 31 more; --format json has all\n"))
  }

  private static func documents(_ recorder: Recorder) throws -> [[String: Any]] {
    let object = try #require(
      JSONSerialization.jsonObject(with: Data(recorder.output.utf8)) as? [String: Any])
    return try #require(object["documents"] as? [[String: Any]])
  }
}
