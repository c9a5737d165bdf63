import Foundation
import JourneyKit
import Testing

/// What a policy says of journeys that were checked, and of those that were not.
@Suite struct PolicyReachTests {
  /// Two journeys in a folder, and a policy elsewhere.
  private struct Place {
    let folder: TemporaryFolder
    let other: TemporaryFolder
    let file: String
    let policy: String

    init(_ policy: String) throws {
      folder = try TemporaryFolder()
      other = try TemporaryFolder()
      file = try folder.file("a.journey.yaml", smallJourney)
      _ = try folder.file(
        "b.journey.yaml",
        smallJourney.replacingOccurrences(of: "id: returning-shoes", with: "id: boots"))
      self.policy = try other.file("rules.yaml", policy)
    }

    /// What is said of the policy that is named.
    func told(_ path: String, _ options: String...) throws -> (code: Int32, lines: [String]) {
      let recorder = Recorder()
      let code = recorder.run(["check", path, "--policy", policy] + options)
      let lines = recorder.output.split(separator: "\n").map(String.init)
      return (code, lines.filter { $0.hasPrefix(policy) })
    }
  }

  private static func policy(about: String) -> String {
    """
    rules: [no-maze]
    guardians: [Hale]
    waivers:
      - rule: no-maze
        about: \(about)
        by: Ruiz
        approved-by: Hale
        why: why
        traded-for: cost
        until: 2099-01-01

    """
  }

  @Test func anUnusedWaiverOfANamedPolicyIsToldWhereFoldersAreChecked() throws {
    let place = try Place(Self.policy(about: "find-form"))
    let whole = try place.told(place.folder.path)
    #expect(whole.code == 1)
    #expect(whole.lines.count == 1)
    #expect(whole.lines.first?.contains("the waiver is not needed [waiver-unused]") == true)
    // Another journey may need it.
    let one = try place.told(place.file)
    #expect(one.code == 0)
    #expect(one.lines.isEmpty)
    // But not one that is about the journey that was checked.
    let named = try Place(Self.policy(about: "returning-shoes/find-form"))
    #expect(try named.told(named.file).code == 1)
  }

  @Test func aWaiverAboutNothingIsUnusedAndSaysWhatWasMeant() throws {
    let place = try Place(Self.policy(about: "fnid-form"))
    let whole = try place.told(place.folder.path)
    #expect(whole.code == 1)
    #expect(
      whole.lines == [
        "\(place.policy):5:12: fails: no journey and no touchpoint has the id 'fnid-form': the waiver "
          + "is not needed [waiver-unused]"
      ])
    let recorder = Recorder()
    _ = recorder.run(["check", place.folder.path, "--policy", place.policy])
    #expect(recorder.output.contains("    fix: write 'find-form', or remove it\n"))
    #expect(try place.told(place.file).code == 0)
  }

  @Test func aRuleAboutNothingIsTold() throws {
    let place = try Place(
      "rules:\n  - {rule: no-maze, about: [find-form, boots/pritn-label, retruning-shoes]}\n")
    let whole = try place.told(place.folder.path)
    #expect(whole.code == 0)
    #expect(
      whole.lines == [
        "\(place.policy):2:40: warning: the journey 'boots' has no touchpoint 'pritn-label': "
          + "'no-maze' guards nothing there [unknown-scope]",
        "\(place.policy):2:59: warning: no journey and no touchpoint has the id 'retruning-shoes': "
          + "'no-maze' guards nothing there [unknown-scope]",
      ])
    #expect(try place.told(place.folder.path, "--strict").code == 1)
    // One file: the policy may speak of others, but not of that journey's touchpoints.
    #expect(try place.told(place.file).lines.isEmpty)
    #expect(try place.told("\(place.folder.path)/b.journey.yaml").lines.count == 1)
    // A document that cannot be read may have it.
    _ = try place.folder.file("c.journey.yaml", "journey: [")
    #expect(try place.told(place.folder.path).lines.count == 1)
  }

  @Test func aPolicyGovernsBelowItsFolderUpToTheOneCalledJourneysOrNamed() throws {
    let folder = try TemporaryFolder()
    func file(_ path: String, _ text: String) throws -> String {
      let place = URL(fileURLWithPath: folder.path).appendingPathComponent(path)
      try FileManager.default.createDirectory(
        at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
      return try folder.file(path, text)
    }
    let strict = "rules: [{rule: max-drop-off, limit: 1%}]\n"
    func other(_ id: String) -> String {
      smallJourney.replacingOccurrences(of: "id: returning-shoes", with: "id: \(id)")
    }
    func code(_ paths: String...) -> Int32 { Recorder().run(["check"] + paths) }

    // Up to the folder called journeys, however the document is named.
    _ = try file("journeys/policy.yaml", strict)
    let deep = try file("journeys/claims/deep/a.journey.yaml", smallJourney)
    #expect(code(deep) == 1)
    #expect(code(folder.path + "/journeys") == 1)
    // The nearest wins.
    _ = try file("journeys/claims/policy.yaml", "rules: [{rule: max-drop-off, limit: 99%}]\n")
    #expect(code(deep) == 0)

    // Elsewhere where its folder, or one above, is named.
    let policy = try file("team/policy.yaml", strict)
    let below = try file("team/deep/b.journey.yaml", other("boots"))
    #expect(code(below) == 0)
    #expect(code(folder.path + "/team/deep") == 0)
    #expect(code(folder.path + "/team") == 1)
    #expect(code(folder.path + "/team/") == 1)
    #expect(code(folder.path) == 1)

    // What it governs below has to be looked at too, before anything counts as not there.
    _ = try file("journeys/policy.yaml", "rules: [{rule: no-maze, about: find-from}]\n")
    let top = try file("journeys/c.journey.yaml", other("hats"))
    _ = try file("journeys/shops/d.journey.yaml", other("coats"))
    func isTold(_ path: String) -> Bool {
      let recorder = Recorder()
      _ = recorder.run(["check", path])
      return recorder.output.contains("[unknown-scope]")
    }
    #expect(!isTold(top))
    #expect(isTold(folder.path + "/journeys"))
    #expect(!policy.isEmpty)
  }

  @Test func aPolicyBesideJourneysIsHeldAgainstThoseOfItsFolder() throws {
    let folder = try TemporaryFolder()
    let file = try folder.file("a.journey.yaml", smallJourney)
    let policy = try folder.file("policy.yaml", "rules: [{rule: no-maze, about: find-from}]\n")
    let recorder = Recorder()
    // All that stands beside it was named, one by one.
    #expect(try recorder.run("check", file) == 0)
    #expect(
      recorder.output == """
        \(policy):1:32: warning: no journey and no touchpoint has the id 'find-from': 'no-maze' \
        guards nothing there [unknown-scope]
          1 | rules: [{rule: no-maze, about: find-from}]
            |                                ^^^^^^^^^
            fix: write 'find-form'

        """)
    _ = try folder.file(
      "b.journey.yaml",
      smallJourney.replacingOccurrences(of: "id: returning-shoes", with: "id: boots"))
    let part = Recorder()
    #expect(try part.run("check", file) == 0)
    #expect(part.output.isEmpty)
    // By itself a policy is about nothing that anybody knows.
    #expect(try Recorder().run("check", policy, "--strict") == 0)
  }
}
