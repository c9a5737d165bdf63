import Foundation
import Synchronization
import Testing

/// Drawing many documents with the real program: several processes, signals, a dead worker.
@Suite struct RenderProcessTests {
  @Test func workersDrawWhatOneProcessDraws() throws {
    let folder = try TemporaryFolder()
    for number in 0..<6 { _ = try folder.document(number) }
    _ = try folder.file("bad.journey.yaml", "journey: [\n")
    let alone = Recorder()
    #expect(try alone.run("render", folder.path, "-o", "\(folder.path)/alone") == 2)
    let program = try Program(
      "render", folder.path, "-o", "\(folder.path)/out", "--jobs", "3", "--as-of", "2026-09-30")
    #expect(program.wait() == 2)
    #expect(program.errors == alone.errors)
    let names = try folder.contents(of: "\(folder.path)/alone")
    #expect(names.count == 6)
    #expect(try folder.contents(of: "\(folder.path)/out") == names)
    for name in names {
      #expect(
        FileManager.default.contentsEqual(
          atPath: "\(folder.path)/alone/\(name)", andPath: "\(folder.path)/out/\(name)"), "\(name)")
    }
  }

  @Test func aWorkerThatDiesTakesOnlyItsDocumentWithIt() throws {
    let folder = try TemporaryFolder()
    // A pipe that nobody writes to keeps the worker until it is killed.
    let pipe = "\(folder.path)/pipe.journey.yaml"
    #expect(mkfifo(pipe, 0o600) == 0)
    let (first, last) = (try folder.document(1), try folder.document(2))
    let program = try Program(
      "render", first, pipe, last, "-o", "\(folder.path)/out", "--jobs", "1")
    let worker = try #require(eventually { program.children.first })
    #expect(eventually { try? folder.contents(of: "\(folder.path)/out").first } != nil)
    kill(worker, SIGKILL)
    #expect(program.wait() == 2)
    #expect(
      program.errors.hasPrefix(
        "journey: cannot draw \(pipe): the process that drew it is gone; it was ended by signal 9"))
    #expect(program.errors.hasSuffix("3 documents: 2 drawn, 1 failed\n  \(pipe)\n"))
    #expect(try folder.contents(of: "\(folder.path)/out") == ["j1.map.svg", "j2.map.svg"])
  }

  @Test(arguments: [SIGINT, SIGTERM, SIGKILL])
  func anEndedRunLeavesNothingBehind(signal: Int32) throws {
    let folder = try TemporaryFolder()
    let pipe = "\(folder.path)/pipe.journey.yaml"
    #expect(mkfifo(pipe, 0o600) == 0)
    let first = try folder.document(1)
    let program = try Program(
      "render", first, pipe, "-o", "\(folder.path)/out", "--jobs", "2")
    #expect(eventually { try? folder.contents(of: "\(folder.path)/out").first } != nil)
    let workers = try #require(eventually { program.children.isEmpty ? nil : program.children })
    kill(program.pid, signal)
    #expect(program.wait() == signal)
    for worker in workers { #expect(eventually { kill(worker, 0) != 0 ? true : nil } != nil) }
    #expect(try folder.contents(of: "\(folder.path)/out") == ["j1.map.svg"])
  }

  @Test func standardInputIsOneOfTheDocuments() throws {
    let folder = try TemporaryFolder()
    let files = [try folder.document(1), try folder.document(2)]
    let program = try Program("render", files[0], "-", files[1], "-o", "\(folder.path)/out")
    // There is nothing on it here.
    #expect(program.wait() == 2)
    #expect(program.errors.hasPrefix("standard input:1:1: error: there is nothing in this"))
    #expect(program.errors.hasSuffix("3 documents: 2 drawn, 1 failed\n  -\n"))
    #expect(try folder.contents(of: "\(folder.path)/out") == ["j1.map.svg", "j2.map.svg"])
  }

  @Test func whatLibrariesPrintIsNoAnswer() throws {
    let folder = try TemporaryFolder()
    let files = [try folder.document(1), try folder.document(2)]
    // Fontconfig then explains on standard output how it finds every font.
    let program = try Program(
      "render", files[0], files[1], "-o", "\(folder.path)/out", "--jobs", "2",
      environment: ["FC_DEBUG": "1"])
    defer { kill(program.pid, SIGKILL) }
    #expect(
      eventually { program.errors.contains("2 documents: 2 drawn\n") ? true : nil } != nil)
    let picture = "\(folder.path)/one.svg"
    let single = try Program(
      "render", files[0], environment: ["FC_DEBUG": "1"], output: picture)
    #expect(single.wait() == 0)
    let text = try String(contentsOfFile: picture, encoding: .utf8)
    #expect(text.hasPrefix("<") && text.hasSuffix("</svg>\n"))
    #expect(!text.contains("FcPattern"))
  }

  @Test func warningsAboutAThemeAreToldOnce() throws {
    let folder = try TemporaryFolder()
    let files = [try folder.document(1), try folder.document(2)]
    let theme = try folder.file(
      "brand.yaml", "base: light\nramp: {worst: \"#a03020\", bad: \"#a03121\"}\n")
    let program = try Program(
      "render", files[0], files[1], "-o", "\(folder.path)/out", "--jobs", "2", "--theme", theme)
    #expect(program.wait() == 0)
    #expect(program.errors.split(separator: "look alike").count == 2)
  }

  @Test func whoRunsTheHiddenCommandIsToldWhatToRun() throws {
    let program = try Program("render-worker")
    #expect(program.wait() == 64)
    #expect(program.errors == "journey: render-worker is for journey itself; use journey render\n")
  }
}

extension TemporaryFolder {
  /// A document with an id of its own.
  func document(_ number: Int) throws -> String {
    try file(
      "j\(number).journey.yaml",
      smallJourney.replacingOccurrences(of: "id: returning-shoes", with: "id: j\(number)"))
  }
}

/// Waits up to ten seconds for something to be there.
func eventually<Value>(_ find: () -> Value?) -> Value? {
  for _ in 0..<2000 {
    if let value = find() { return value }
    usleep(5000)
  }
  return nil
}
