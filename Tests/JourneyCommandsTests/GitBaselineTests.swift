import Foundation
import JourneyKit
import Testing

/// `journey check --baseline git:REV`: which documents of the revision are compared, and how they
/// are read.
@Suite struct GitBaselineTests {
  private static let worse = smallJourney.replacingOccurrences(of: "-1.2", with: "-1.9")

  /// A journey with another id.
  private static func journey(_ id: String, _ text: String = smallJourney) -> String {
    text.replacingOccurrences(of: "id: returning-shoes", with: "id: \(id)")
  }

  private static func move(_ old: String, _ new: String) throws {
    try FileManager.default.createDirectory(
      at: URL(fileURLWithPath: new).deletingLastPathComponent(), withIntermediateDirectories: true)
    try FileManager.default.moveItem(atPath: old, toPath: new)
  }

  @Test func aJourneyThatMovedIsFoundByItsID() throws {
    let repository = try ScratchRepository()
    try repository.commit("journeys/a.journey.yaml", smallJourney)
    let journeys = repository.path("journeys")
    try Self.move("\(journeys)/a.journey.yaml", "\(journeys)/shop/returns.journey.yaml")
    try Self.worse.write(
      toFile: "\(journeys)/shop/returns.journey.yaml", atomically: false, encoding: .utf8)
    let recorder = Recorder()
    #expect(try recorder.run("check", journeys, "--baseline", "git:HEAD") == 1)
    #expect(recorder.output.contains("shop/returns.journey.yaml:10:"), "\(recorder.output)")
    #expect(recorder.output.contains("[not-worse]"))
    #expect(!recorder.errors.contains("since the baseline"), "\(recorder.errors)")
  }

  @Test func aPolicyThatWasLoosenedIsNoted() throws {
    let repository = try ScratchRepository()
    try repository.commit("journeys/a.journey.yaml", smallJourney)
    try repository.commit(
      "journeys/policy.yaml", "rules: [{rule: max-drop-off, limit: 20%}]\nguardians: [Hale]\n")
    let journeys = repository.path("journeys")
    #expect(try Recorder().run("check", journeys, "--baseline", "git:HEAD") == 1)
    try "rules: [{rule: max-drop-off, limit: 90%}]\nguardians: [Hale]\n".write(
      toFile: "\(journeys)/policy.yaml", atomically: false, encoding: .utf8)
    let recorder = Recorder()
    #expect(try recorder.run("check", journeys, "--baseline", "git:HEAD") == 0)
    #expect(
      recorder.output == "\(journeys)/policy.yaml:1:37: note: the limit of max-drop-off is 90%, it "
        + "was 20% in the baseline [policy-loosened]\n")
  }

  @Test func twoThatChangedPlacesAreComparedWithThemselves() throws {
    let repository = try ScratchRepository()
    try repository.commit("journeys/a.journey.yaml", smallJourney)
    try repository.commit("journeys/b.journey.yaml", Self.journey("other", Self.worse))
    let journeys = repository.path("journeys")
    try Self.move("\(journeys)/a.journey.yaml", "\(journeys)/x")
    try Self.move("\(journeys)/b.journey.yaml", "\(journeys)/a.journey.yaml")
    try Self.move("\(journeys)/x", "\(journeys)/b.journey.yaml")
    let recorder = Recorder()
    #expect(try recorder.run("check", journeys, "--baseline", "git:HEAD") == 0)
    #expect(recorder.output.isEmpty, "\(recorder.output)")
    #expect(!recorder.errors.contains("since the baseline"), "\(recorder.errors)")
  }

  @Test func whatIsGoneIsNamed() throws {
    let repository = try ScratchRepository()
    try repository.commit("journeys/a.journey.yaml", smallJourney)
    try repository.commit("journeys/b.journey.yaml", Self.journey("other"))
    let journeys = repository.path("journeys")
    try FileManager.default.removeItem(atPath: "\(journeys)/b.journey.yaml")
    let recorder = Recorder()
    #expect(
      try recorder.run("check", journeys, "--baseline", "git:HEAD", "--format", "json") == 0)
    #expect(recorder.errors == "journey: gone since the baseline: \(journeys)/b.journey.yaml\n")
    let object = try #require(
      JSONSerialization.jsonObject(with: Data(recorder.output.utf8)) as? [String: Any])
    let baseline = try #require(object["baseline"] as? [String: [String]])
    #expect(baseline == ["new": [], "gone": ["\(journeys)/b.journey.yaml"]])
    // One file alone says nothing of the others.
    let one = Recorder()
    #expect(try one.run("check", "\(journeys)/a.journey.yaml", "--baseline", "git:HEAD") == 0)
    #expect(!one.errors.contains("since the baseline"), "\(one.errors)")
  }

  @Test("What git cannot read is bad input, and never taken for a journey that is new")
  func damaged() throws {
    let repository = try ScratchRepository()
    try repository.commit("journeys/a.journey.yaml", smallJourney)
    try repository.commit("journeys/b.journey.yaml", Self.journey("other"))
    let hash = try repository.ask(["rev-parse", "HEAD:journeys/a.journey.yaml"])
      .trimmingCharacters(in: .whitespacesAndNewlines)
    let object = repository.path(".git/objects/\(hash.prefix(2))/\(hash.dropFirst(2))")
    let journeys = repository.path("journeys")
    for damage in [Data("no object".utf8), nil] {
      try FileManager.default.removeItem(atPath: object)
      if let damage { try damage.write(to: URL(fileURLWithPath: object)) }
      for named in [journeys, "\(journeys)/a.journey.yaml"] {
        let recorder = Recorder()
        #expect(try recorder.run("check", named, "--baseline", "git:HEAD") == 2)
        #expect(
          recorder.errors.contains("git cannot read 'journeys/a.journey.yaml' of revision 'HEAD'"),
          "\(recorder.errors)")
      }
    }
  }

  @Test("However many documents there are, git is asked as often")
  func processes() throws {
    let repository = try ScratchRepository()
    let tools = try TemporaryFolder()
    let log = "\(tools.path)/log"
    let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
    _ = try tools.program("git", "echo \"$*\" >> '\(log)'\nPATH='\(path)'\nexec git \"$@\"\n")
    /// What git is asked while all journeys are checked.
    func asked() throws -> [String] {
      try? FileManager.default.removeItem(atPath: log)
      let program = try Program(
        "check", repository.path("journeys"), "--baseline", "git:HEAD",
        environment: ["PATH": "\(tools.path):\(path)"])
      #expect(program.wait() == 0, "\(program.errors)")
      #expect(!program.errors.contains("since the baseline"), "\(program.errors)")
      return try String(contentsOfFile: log, encoding: .utf8).split(separator: "\n").map(
        String.init)
    }
    try repository.commit("journeys/a0.journey.yaml", Self.journey("a0"))
    try repository.commit("journeys/shared.yaml", "channels: {post: {name: Post}}\n")
    let few = try asked()
    #expect(few.count { $0.contains("cat-file") } == 1, "\(few)")
    for index in 1..<30 {
      let file = repository.path("journeys/a\(index).journey.yaml")
      try Self.journey("a\(index)").write(toFile: file, atomically: false, encoding: .utf8)
    }
    try repository.git("add", "-A")
    try repository.git("commit", "-q", "-m", "more")
    let many = try asked()
    #expect(many.count == few.count, "\(many)")
    #expect(many.count { $0.contains("cat-file") } == 1, "\(many)")
  }
}
