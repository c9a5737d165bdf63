import Foundation
import JourneyCommands
import Testing

@Suite("Pages and slides from the command line")
struct PageCommandTests {
  @Test("a page is named by the journey alone, and holds every view")
  func page() throws {
    let folder = try TemporaryFolder()
    let file = try folder.file("a.journey.yaml", smallJourney)
    let recorder = Recorder()
    #expect(try recorder.run("render", file, "--format", "html", "-o", "\(folder.path)/out/") == 0)
    #expect(try folder.contents(of: "\(folder.path)/out") == ["returning-shoes.html"])
    let page = try String(
      contentsOfFile: "\(folder.path)/out/returning-shoes.html", encoding: .utf8)
    for view in ["map", "flow"] { #expect(page.contains("data-view=\"\(view)\"")) }
    for persona in ["", "amina", "george"] {
      #expect(page.contains("data-persona=\"\(persona)\""))
    }
  }

  @Test("one view and one persona are alone when they are asked for")
  func alone() throws {
    let folder = try TemporaryFolder()
    let file = try folder.file("a.journey.yaml", smallJourney)
    let recorder = Recorder()
    #expect(
      try recorder.run(
        "render", file, "--view", "flow", "--persona", "amina", "--theme", "dark", "-o",
        "\(folder.path)/page.html") == 0)
    let page = try String(contentsOfFile: "\(folder.path)/page.html", encoding: .utf8)
    #expect(page.components(separatedBy: "data-view=\"").count == 2)
    #expect(page.contains("data-view=\"flow\" data-persona=\"amina\""))
    #expect(page.contains("color-scheme: dark"))
  }

  @Test("slides are numbered in the order of the walk")
  func slides() throws {
    let folder = try TemporaryFolder()
    let file = try folder.file("a.journey.yaml", smallJourney)
    let recorder = Recorder()
    #expect(try recorder.run("render", file, "--steps", "-o", "\(folder.path)/out/") == 0)
    // The whole, two stages with a touchpoint each.
    #expect(
      try folder.contents(of: "\(folder.path)/out")
        == (1...5).map { "returning-shoes.map.step-0\($0).svg" })
  }

  @Test(
    "slides that cannot be are refused before anything is read",
    arguments: [
      ["--steps"], ["--steps", "-o", "a.svg"], ["--steps", "-o", "-"],
      ["--steps", "--format", "html", "-o", "out/"], ["--steps", "--format", "dot", "-o", "out/"],
      ["--steps", "--artboard", "A3", "-o", "out/"],
    ])
  func refused(options: [String]) {
    let recorder = Recorder()
    #expect(recorder.run(["render", "nowhere.yaml"] + options) == 64)
    #expect(recorder.errors.contains("--steps"))
  }
}
