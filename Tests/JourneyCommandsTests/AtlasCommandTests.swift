import Foundation
import Testing

@Suite("journey atlas")
struct AtlasCommandTests {
  private func journey(_ id: String, _ end: String) -> String {
    """
    journey: The \(id) journey
    id: \(id)
    touchpoints:
      a: {felt: -1}
    flow:
      start -> a: 10
      a -> completed: 6
      a -> \(end): 4

    """
  }

  @Test func drawsAFolder() throws {
    let folder = try TemporaryFolder()
    _ = try folder.file("a.journey.yaml", journey("online", "diverted/phone"))
    _ = try folder.file("b.journey.yaml", journey("phone", "left"))
    let recorder = Recorder()
    #expect(try recorder.run("atlas", folder.path) == 0)
    #expect(recorder.output.contains("link.online.phone"))
    #expect(recorder.output.contains("84% complete"))
    #expect(recorder.errors.isEmpty)
    let file = "\(folder.path)/deep/atlas.png"
    #expect(try recorder.run("atlas", folder.path, "-o", file, "--title", "Ours") == 0)
    #expect(try Data(contentsOf: URL(fileURLWithPath: file)).prefix(4) == Data([137, 80, 78, 71]))
  }

  @Test func tellsWhatIsWrongAndDrawsTheRest() throws {
    let folder = try TemporaryFolder()
    _ = try folder.file("a.journey.yaml", journey("one", "left"))
    _ = try folder.file("b.journey.yaml", journey("one", "left"))
    _ = try folder.file("c.journey.yaml", "journey: [\n")
    let recorder = Recorder()
    #expect(try recorder.run("atlas", folder.path) == 2)
    #expect(recorder.errors.contains("duplicate-journey"))
    #expect(recorder.errors.contains("c.journey.yaml"))
    #expect(recorder.output.contains("1\u{A0}journey") || recorder.output.contains("1 journey"))
  }

  @Test func tellsOfALinkThatWasMostLikelyMisspelt() throws {
    let folder = try TemporaryFolder()
    let file = try folder.file("a.journey.yaml", journey("online", "diverted/phnoe"))
    _ = try folder.file("b.journey.yaml", journey("phone", "diverted/somewhere"))
    for command in ["atlas", "report"] {
      let recorder = Recorder()
      #expect(try recorder.run(command, folder.path) == 0)
      #expect(recorder.errors.contains("none of these documents is the journey 'phnoe'"))
      #expect(recorder.errors.contains("write 'diverted/phone'"))
      #expect(!recorder.errors.contains("somewhere"))
      let alone = Recorder()
      #expect(try alone.run(command, file) == 0)
      #expect(alone.errors.isEmpty)
    }
  }

  @Test func refusesWhatCannotBeMeant() throws {
    let folder = try TemporaryFolder()
    let file = try folder.file("a.journey.yaml", journey("one", "left"))
    let recorder = Recorder()
    #expect(try recorder.run("atlas", file, "-o", "x.html") == 64)
    #expect(try recorder.run("atlas", file, "-o", "x.svg", "--format", "png") == 64)
    #expect(try recorder.run("atlas", file, "--journeys", "0") == 64)
    #expect(try recorder.run("atlas", "\(folder.path)/none.journey.yaml") == 2)
  }

  @Test func sharedPersonasReachFoldersWithinJourneys() throws {
    let folder = try TemporaryFolder()
    let root = "\(folder.path)/journeys"
    try FileManager.default.createDirectory(
      atPath: "\(root)/claims", withIntermediateDirectories: true)
    _ = try folder.file("journeys/shared.yaml", "personas:\n  amina: {name: Amina}\n")
    let file = try folder.file(
      "journeys/claims/a.journey.yaml",
      "journey: A\nid: a\ntouchpoints:\n  a: {felt: {amina: 1}}\n")
    let recorder = Recorder()
    #expect(try recorder.run("check", file) == 0)
    #expect(try recorder.run("render", file) == 0)
    #expect(try recorder.run("atlas", root) == 0)
    #expect(!recorder.errors.contains("error:"))
  }
}
