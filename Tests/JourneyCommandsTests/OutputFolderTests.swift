import Foundation
import Testing

/// Where `-o` names a folder that is not there, every command makes it.
@Suite("-o into a folder that is missing")
struct OutputFolderTests {
  @Test(
    "is made by every command that writes",
    arguments: [
      (["what-if", "FILE", "--set", "find-form.felt=0"], "x.txt"),
      (["compare", "FILE", "FILE"], "x.md"),
      (["compare", "FILE", "FILE", "--format", "svg"], "x.svg"), (["report", "FILE"], "x.html"),
      (["decisions", "FILE"], "x.csv"), (["backlog", "FILE"], "x.md"),
      (["atlas", "FILE"], "x.svg"),
      (["render", "FILE"], "x.svg"),
    ])
  func isMade(arguments: [String], name: String) throws {
    let folder = try TemporaryFolder()
    let file = try folder.file("a.journey.yaml", smallJourney)
    let recorder = Recorder()
    let target = "\(folder.path)/new/deeper/\(name)"
    let line = arguments.map { $0 == "FILE" ? file : $0 } + ["-o", target]
    #expect(recorder.run(line) == 0, "\(recorder.errors)")
    #expect(try folder.contents(of: "\(folder.path)/new/deeper") == [name])
    #expect(recorder.output.isEmpty)
  }

  @Test("is told where a file stands in its place, and nothing is left behind")
  func fileInTheWay() throws {
    let folder = try TemporaryFolder()
    let file = try folder.file("a.journey.yaml", smallJourney)
    for command in ["atlas", "report", "decisions", "backlog", "render"] {
      let recorder = Recorder()
      let ending = ["atlas", "render"].contains(command) ? "svg" : "md"
      #expect(recorder.run([command, file, "-o", "\(file)/x.\(ending)"]) == 2, "\(command)")
      #expect(recorder.errors.contains("a.journey.yaml"), "\(command): \(recorder.errors)")
    }
    let recorder = Recorder()
    #expect(
      recorder.run(["what-if", file, "--set", "nobody.felt=0", "-o", "\(folder.path)/b/x.md"]) == 64
    )
    #expect(try folder.contents() == ["a.journey.yaml"])
  }
}
