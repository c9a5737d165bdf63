import Foundation
import JourneyCommands
import JourneyKit
import Testing

/// Documents as they stand at a revision.
@Suite struct GitInputTests {
  private static let name = "journeys/a.journey.yaml"

  private func repository() throws -> ScratchRepository {
    let repository = try ScratchRepository()
    try repository.commit("journeys/shared.yaml", "personas:\n  amina: {name: Old Amina}\n")
    try repository.commit(Self.name, smallJourney)
    return repository
  }

  @Test func readsWhatIsThereAtTheRevision() throws {
    let repository = try repository()
    try repository.commit(Self.name, smallJourney.replacing("Returning shoes", with: "Later"))
    let file = repository.path(Self.name)
    for (revision, title) in [("HEAD~1", "Returning shoes"), ("HEAD", "Later"), ("@{0}", "Later")] {
      let recorder = Recorder()
      #expect(try recorder.run("analyze", "git:\(revision):\(file)") == 0)
      #expect(recorder.output.hasPrefix(title), "\(revision): \(recorder.errors)")
    }
  }

  @Test("The shared document is that of the revision, whatever is there now")
  func shared() throws {
    let repository = try ScratchRepository()
    let text = """
      journey: A
      touchpoints: {t: {felt: {amina: {mean: 1, n: 5}}}}
      """
    try repository.commit("shared.yaml", "personas:\n  amina: {name: Old Amina}\n")
    try repository.commit("a.journey.yaml", text)
    try repository.commit("shared.yaml", "personas:\n  george: {name: George}\n")
    let file = repository.path("a.journey.yaml")
    var recorder = Recorder()
    #expect(try recorder.run("check", "git:HEAD~1:\(file)") == 0, "\(recorder.output)")
    recorder = Recorder()
    #expect(try recorder.run("check", file) == 2)
  }

  @Test("Every command that reads a document reads one at a revision")
  func everywhere() throws {
    let repository = try repository()
    let file = "git:HEAD:\(repository.path(Self.name))"
    for command in [["check"], ["hotspots"], ["analyze"], ["render"], ["compare", file]] {
      let recorder = Recorder()
      #expect(recorder.run(command + [file]) == 0, "\(command): \(recorder.errors)")
    }
  }

  @Test func saysWhatIsNotThere() throws {
    let repository = try repository()
    let outside = try TemporaryFolder()
    let file = repository.path(Self.name)
    let folder = repository.path("journeys")
    for (input, reason) in [
      ("git:nope:\(file)", "there is no revision 'nope'"),
      ("git:HEAD:\(file)x", "there is no such file at revision 'HEAD'"),
      ("git:HEAD:\(folder)", "it is a folder, not a file"),
      ("git:HEAD:\(outside.path)/a.yaml", "it is in no git repository"),
    ] {
      let recorder = Recorder()
      #expect(try recorder.run("analyze", input) == 2)
      #expect(recorder.errors == "journey: cannot read \(input): \(reason)\n")
      #expect(recorder.output.isEmpty)
    }
    for input in ["git:HEAD", "git:", "git::x", "git:HEAD:"] {
      let recorder = Recorder()
      #expect(try recorder.run("analyze", input) == 2)
      #expect(recorder.errors.contains("is named git:REV:PATH"), "\(input)")
    }
  }

  @Test(
    "A revision is never an option, and no shell reads it",
    arguments: [
      "--output=OUT", "-p", "--git-dir=/", "$(touch OUT)", "`touch OUT`", "HEAD;touch OUT",
    ])
  func hostile(revision: String) throws {
    let repository = try repository()
    let out = repository.path("out")
    let revision = revision.replacing("OUT", with: out)
    let recorder = Recorder()
    #expect(try recorder.run("analyze", "git:\(revision):\(repository.path(Self.name))") == 2)
    #expect(recorder.errors.contains("there is no revision '\(revision)'"), "\(recorder.errors)")
    #expect(!FileManager.default.fileExists(atPath: out))
  }

  @Test func saysThatGitIsMissing() throws {
    let repository = try repository()
    let program = try Program(
      "analyze", "git:HEAD:\(repository.path(Self.name))", environment: ["PATH": "/nowhere"])
    #expect(program.wait() == 2)
    #expect(program.errors.contains("git is not installed, or not in PATH"), "\(program.errors)")
  }

  @Test("Nothing that the repository configures is run or changes the bytes")
  func noFilters() throws {
    let repository = try repository()
    let out = repository.path("out")
    try repository.commit(".gitattributes", "*.yaml diff=evil text eol=crlf\n")
    try repository.git("config", "diff.evil.textconv", "touch \(out);")
    try repository.git("config", "core.pager", "touch \(out);")
    let recorder = Recorder()
    #expect(try recorder.run("analyze", "git:HEAD:\(repository.path(Self.name))") == 0)
    #expect(!FileManager.default.fileExists(atPath: out))
  }
}
