import Foundation
import Testing

/// The hook that looks at journeys before a commit, in a repository of its own.
@Suite struct HookTests {
  private static let hook = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("../../Scripts/hooks/pre-commit").standardizedFileURL.path

  private static let broken = smallJourney.replacingOccurrences(of: "journey:", with: "jurney:")

  /// A repository with the hook in it.
  private struct Repository {
    let folder: TemporaryFolder

    init() throws {
      folder = try TemporaryFolder()
      try git("init", "--quiet")
      try git("config", "user.name", "Test")
      try git("config", "user.email", "test@example.org")
      let hooks = "\(folder.path)/.git/hooks"
      try FileManager.default.createDirectory(atPath: hooks, withIntermediateDirectories: true)
      try FileManager.default.copyItem(atPath: HookTests.hook, toPath: "\(hooks)/pre-commit")
    }

    func write(_ text: String, to path: String) throws {
      let url = URL(fileURLWithPath: "\(folder.path)/\(path)")
      try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try text.write(to: url, atomically: false, encoding: .utf8)
    }

    /// Runs git, which has to succeed.
    func git(_ arguments: String...) throws {
      let (status, told) = try run(arguments)
      #expect(status == 0, "git \(arguments): \(told)")
    }

    /// Commits what is staged: whether it went through, and what was said.
    func commit(_ arguments: String..., program: String = Program.path) throws
      -> (passed: Bool, told: String)
    {
      let (status, told) = try run(
        ["commit", "--quiet", "-m", "x"] + arguments, ["JOURNEY": program])
      return (status == 0, told)
    }

    private func run(
      _ arguments: [String], _ environment: [String: String] = [:]
    ) throws -> (Int32, String) {
      let process = Process()
      process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
      process.arguments = ["git"] + arguments
      process.currentDirectoryURL = URL(fileURLWithPath: folder.path)
      // Nothing of the repository that the tests themselves stand in, nor of the user's settings.
      process.environment = ProcessInfo.processInfo.environment
        .filter { !$0.key.hasPrefix("GIT_") }
        .merging(["GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_NOSYSTEM": "1"]) { $1 }
        .merging(environment) { $1 }
      let output = Pipe()
      process.standardInput = FileHandle.nullDevice
      process.standardOutput = output
      process.standardError = output
      try process.run()
      let told = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
      process.waitUntilExit()
      return (process.terminationStatus, told)
    }
  }

  @Test func aJourneyWithMistakesIsRefused() throws {
    let repository = try Repository()
    try repository.write(Self.broken, to: "journeys/my shoes.journey.yaml")
    try repository.git("add", ".")
    let commit = try repository.commit()
    #expect(!commit.passed)
    #expect(
      commit.told.hasPrefix("journeys/my shoes.journey.yaml:1:1: error: 'jurney' is not a key"),
      "\(commit.told)")
    try repository.write(smallJourney, to: "journeys/my shoes.journey.yaml")
    // Mended, but not staged.
    #expect(try !repository.commit().passed)
    try repository.git("add", ".")
    let mended = try repository.commit()
    #expect(mended.passed, "\(mended.told)")
    #expect(mended.told == "1 document checked: no errors, no warnings\n")
  }

  @Test func whatIsNotStagedIsNotLookedAt() throws {
    let repository = try Repository()
    try repository.write(smallJourney, to: "a.journey.yaml")
    try repository.git("add", ".")
    try repository.write(Self.broken, to: "a.journey.yaml")
    try repository.write(Self.broken, to: "b.journey.yaml")
    #expect(try repository.commit().passed)
    // A commit of the whole work tree does.
    #expect(try !repository.commit("--all").passed)
  }

  @Test func otherCommitsAreNoneOfItsBusiness() throws {
    let repository = try Repository()
    try repository.write("x", to: "README.md")
    try repository.write("kind: NetworkPolicy\n", to: "deploy/policy.yaml")
    try repository.git("add", ".")
    let commit = try repository.commit()
    #expect(commit.passed)
    #expect(commit.told.isEmpty)
    let none = try Repository()
    try none.write("x", to: "README.md")
    try none.git("add", ".")
    #expect(try !none.commit(program: "no-such-journey-program").passed)
  }

  @Test func aPolicyIsTriedOnEveryJourneyBesideIt() throws {
    let repository = try Repository()
    try repository.write(smallJourney, to: "journeys/a.journey.yaml")
    try repository.write("channels: {web: {name: Web}}\n", to: "journeys/shared.yaml")
    try repository.git("add", ".")
    #expect(try repository.commit().passed)
    try repository.write("rules: [no-mase]\n", to: "journeys/policy.yaml")
    try repository.git("add", ".")
    let wrong = try repository.commit()
    #expect(!wrong.passed)
    #expect(wrong.told.hasPrefix("journeys/policy.yaml:1:9: error: there is no rule 'no-mase'"))
    try repository.write("rules: [no-maze]\n", to: "journeys/policy.yaml")
    try repository.git("add", ".")
    let right = try repository.commit()
    #expect(right.passed, "\(right.told)")
    #expect(right.told == "1 document checked: no errors, no warnings; 1 rule: none broken\n")
    // The policy goes, and with it what it asked.
    try repository.git("rm", "--quiet", "journeys/policy.yaml")
    #expect(try repository.commit().told == "1 document checked: no errors, no warnings\n")
  }

  @Test func aRevisionIsABaselineHereToo() throws {
    let repository = try Repository()
    try repository.write(smallJourney, to: "journeys/a.journey.yaml")
    let other = smallJourney.replacingOccurrences(of: "id: returning-shoes", with: "id: other")
    try repository.write(other, to: "journeys/b.journey.yaml")
    try repository.git("add", ".")
    #expect(try repository.commit().passed)
    try repository.git("config", "journey.check", "--baseline git:HEAD")
    let worse = smallJourney.replacingOccurrences(of: "-1.2", with: "-1.9")
    try repository.write(worse, to: "journeys/a.journey.yaml")
    try repository.git("add", ".")
    let commit = try repository.commit()
    #expect(!commit.passed)
    #expect(commit.told.contains("\njourneys/a.journey.yaml:10:"), "\(commit.told)")
    #expect(commit.told.contains("[not-worse]"))
    // The other is not committed here: neither new nor gone.
    #expect(!commit.told.contains("since the baseline"), "\(commit.told)")
    // What is worse in the work tree alone is not.
    try repository.write(
      smallJourney.replacingOccurrences(of: "-1.2", with: "-1.1"), to: "journeys/a.journey.yaml")
    try repository.git("add", ".")
    try repository.write(worse, to: "journeys/a.journey.yaml")
    let staged = try repository.commit()
    #expect(staged.passed, "\(staged.told)")
    // One that moved is compared with what it was.
    try repository.git("checkout", "--quiet", ".")
    try repository.git("mv", "journeys/a.journey.yaml", "journeys/c.journey.yaml")
    try repository.write(worse, to: "journeys/c.journey.yaml")
    try repository.git("add", ".")
    let moved = try repository.commit()
    #expect(!moved.passed)
    #expect(moved.told.contains("[not-worse]"), "\(moved.told)")
  }

  @Test func optionsAreSaidOnce() throws {
    let repository = try Repository()
    let warned = smallJourney.replacingOccurrences(of: "  find-form -> left: 300\n", with: "")
    try repository.write(warned, to: "a.journey.yaml")
    try repository.git("add", ".")
    try repository.git("config", "journey.check", "--strict --format json")
    let commit = try repository.commit()
    #expect(!commit.passed)
    #expect(commit.told.hasPrefix("{\n"))
    try repository.git("config", "--unset", "journey.check")
    #expect(try repository.commit().passed)
  }
}
