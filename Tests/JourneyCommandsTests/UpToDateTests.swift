import Foundation
import JourneyKit
import Testing

@testable import JourneyCommands

/// Of a folder of documents only what would come out otherwise is drawn again, and never is a picture
/// left that is not what its document says.
@Suite struct UpToDateTests {
  /// Two documents, drawn once.
  private final class Drawn {
    let folder: TemporaryFolder
    var out: String { "\(folder.path)/out" }

    init() throws {
      folder = try TemporaryFolder()
      for name in ["a", "b"] {
        _ = try folder.file("\(name).journey.yaml", document(name))
      }
      _ = try folder.file("shared.yaml", "channels: {shop: {name: Shop, kind: physical}}\n")
      #expect(try summary() == "2 documents: 2 drawn\n")
    }

    func document(_ id: String) -> String {
      smallJourney.replacingOccurrences(of: "id: returning-shoes", with: "id: \(id)")
    }

    /// Draws and gives what was told.
    func summary(_ options: String..., status: Int32 = 0) throws -> String {
      let recorder = Recorder()
      #expect(recorder.run(["render", folder.path, "-o", out] + options) == status)
      return recorder.errors
    }

    func picture(_ name: String) throws -> Data {
      try Data(contentsOf: URL(fileURLWithPath: "\(out)/\(name)"))
    }
  }

  @Test func whatIsUpToDateStays() throws {
    let drawn = try Drawn()
    let before = Files.fingerprint("\(drawn.out)/a.map.svg")
    #expect(try drawn.summary() == "2 documents: 2 up to date\n")
    #expect(Files.fingerprint("\(drawn.out)/a.map.svg") == before)
    // A new time alone is no change.
    _ = try drawn.folder.file("a.journey.yaml", drawn.document("a"))
    #expect(try drawn.summary() == "2 documents: 2 up to date\n")
  }

  @Test func aChangedDocumentIsDrawnAlone() throws {
    let drawn = try Drawn()
    let (a, b) = (try drawn.picture("a.map.svg"), try drawn.picture("b.map.svg"))
    _ = try drawn.folder.file(
      "a.journey.yaml",
      drawn.document("a").replacingOccurrences(of: "Find the form", with: "Find a form"))
    #expect(try drawn.summary() == "2 documents: 1 drawn, 1 up to date\n")
    #expect(try drawn.picture("a.map.svg") != a)
    #expect(try drawn.picture("b.map.svg") == b)
  }

  @Test func aPictureThatIsGoneOrWasEditedIsDrawnAgain() throws {
    let drawn = try Drawn()
    let (a, b) = (try drawn.picture("a.map.svg"), try drawn.picture("b.map.svg"))
    try FileManager.default.removeItem(atPath: "\(drawn.out)/a.map.svg")
    #expect(try drawn.summary() == "2 documents: 1 drawn, 1 up to date\n")
    #expect(try drawn.picture("a.map.svg") == a)
    try Data(b.dropLast(3)).write(to: URL(fileURLWithPath: "\(drawn.out)/b.map.svg"))
    #expect(try drawn.summary() == "2 documents: 1 drawn, 1 up to date\n")
    #expect(try drawn.picture("b.map.svg") == b)
  }

  @Test func anotherSharedDocumentDayOrOptionDrawsAgain() throws {
    let drawn = try Drawn()
    _ = try drawn.folder.file("shared.yaml", "channels: {shop: {name: Store, kind: physical}}\n")
    #expect(try drawn.summary() == "2 documents: 2 drawn\n")
    #expect(try drawn.summary("--as-of", "2026-10-01") == "2 documents: 2 drawn\n")
    #expect(try drawn.summary("--as-of", "2026-10-01") == "2 documents: 2 up to date\n")
    #expect(try drawn.summary() == "2 documents: 2 drawn\n")
    #expect(try drawn.summary("--transparent") == "2 documents: 2 drawn\n")
    #expect(try drawn.summary("--lanes", "none") == "2 documents: 2 drawn\n")
    #expect(try drawn.summary("--lanes", "none") == "2 documents: 2 up to date\n")
    #expect(try drawn.summary("--theme", "dark", "--lanes", "none") == "2 documents: 2 drawn\n")
    #expect(
      try drawn.summary("--theme", "dark", "--theme", "light", "--lanes", "none")
        == "2 documents: 2 up to date\n")
  }

  @Test func forceDrawsAnyway() throws {
    let drawn = try Drawn()
    #expect(try drawn.summary("--force") == "2 documents: 2 drawn\n")
  }

  @Test func aLostOrGarbledIndexCostsOnlyTime() throws {
    let drawn = try Drawn()
    let index = "\(drawn.out)/.journey-pictures"
    let good = try Data(contentsOf: URL(fileURLWithPath: index))
    for bad in [Data(), good.dropLast(5), Data(good.reversed()), Data(repeating: 0xFF, count: 99)] {
      try bad.write(to: URL(fileURLWithPath: index))
      #expect(try drawn.summary() == "2 documents: 2 drawn\n")
      #expect(try drawn.summary() == "2 documents: 2 up to date\n")
    }
  }

  @Test func aDocumentWithErrorsIsToldEveryTime() throws {
    let drawn = try Drawn()
    let file = try drawn.folder.file("c.journey.yaml", "journey: [\n")
    for _ in 0..<2 {
      let told = try drawn.summary(status: 2)
      #expect(told.hasPrefix("\(file):"))
      #expect(told.hasSuffix("3 documents: 2 up to date, 1 failed\n  \(file)\n"))
    }
  }

  @Test func theFirstOfTwoDocumentsWithOneIdIsDrawn() throws {
    let drawn = try Drawn()
    let first = drawn.document("b").replacingOccurrences(of: "Find the form", with: "Come first")
    let file = try drawn.folder.file("aa.journey.yaml", first)
    for _ in 0..<2 {
      let told = try drawn.summary(status: 2)
      #expect(told.contains("b.journey.yaml: its id 'b' is that of \(file) too"))
      #expect(
        String(decoding: try drawn.picture("b.map.svg"), as: UTF8.self).contains("Come first"))
    }
    try FileManager.default.removeItem(atPath: file)
    #expect(try drawn.summary() == "2 documents: 1 drawn, 1 up to date\n")
    #expect(!String(decoding: try drawn.picture("b.map.svg"), as: UTF8.self).contains("Come first"))
  }

  @Test func aFolderOfPicturesCanBeMoved() throws {
    let drawn = try Drawn()
    let elsewhere = "\(drawn.folder.path)/elsewhere"
    try FileManager.default.moveItem(atPath: drawn.out, toPath: elsewhere)
    let recorder = Recorder()
    #expect(try recorder.run("render", drawn.folder.path, "-o", elsewhere) == 0)
    #expect(recorder.errors == "2 documents: 2 up to date\n")
  }

  @Test func slidesOfStepsThatAreGoneGoToo() throws {
    let drawn = try Drawn()
    #expect(try drawn.summary("--steps") == "2 documents: 2 drawn\n")
    // Slides and the plain picture are different files and know nothing of each other.
    #expect(try drawn.summary() == "2 documents: 2 up to date\n")
    #expect(try drawn.summary("--steps") == "2 documents: 2 up to date\n")
    let slides = try drawn.folder.contents(of: drawn.out)
    for id in ["a", "b"] {
      let shorter = drawn.document(id).split(separator: "\n").filter { line in
        !line.contains("print-label:") && !line.hasPrefix("  print-label ->")
      }.joined(separator: "\n").replacing("-> print-label: 700", with: "-> completed: 700")
      _ = try drawn.folder.file("\(id).journey.yaml", shorter)
    }
    // One of those that go was worked on by somebody.
    let edited = try #require(
      slides.last { $0.hasPrefix("b.map.") && $0 != "b.map.svg" })
    _ = try drawn.folder.file("out/\(edited)", "mine")
    #expect(try drawn.summary("--steps") == "2 documents: 2 drawn\n")
    let left = try drawn.folder.contents(of: drawn.out)
    #expect(left.filter { $0.hasPrefix("a.") }.count < slides.filter { $0.hasPrefix("a.") }.count)
    #expect(
      left.filter { $0.hasPrefix("b.") }.count == left.filter { $0.hasPrefix("a.") }.count + 1)
    #expect(left.contains("a.map.svg") && left.contains("b.map.svg"))
    #expect(String(decoding: try drawn.picture(edited), as: UTF8.self) == "mine")
  }

  @Test func slidesOfASingleDocumentThatAreGoneGoToo() throws {
    let folder = try TemporaryFolder()
    let file = try folder.file("a.journey.yaml", smallJourney)
    let out = "\(folder.path)/out"
    // What somebody else put there, by a name that could be ours, is theirs.
    #expect(try Recorder().run("render", file, "--steps", "-o", out) == 0)
    _ = try folder.file("out/returning-shoes.map.step-99.svg", "mine")
    let before = try Set(folder.contents(of: out))
    let shorter = smallJourney.split(separator: "\n").filter { line in
      !line.contains("print-label:") && !line.hasPrefix("  print-label ->")
    }.joined(separator: "\n").replacing("-> print-label: 700", with: "-> completed: 700")
    _ = try folder.file("a.journey.yaml", shorter)
    #expect(try Recorder().run("render", file, "--steps", "-o", out) == 0)
    let after = try Set(folder.contents(of: out))
    #expect(after.isStrictSubset(of: before))
    #expect(after.contains("returning-shoes.map.step-99.svg"))
    #expect(after.contains("returning-shoes.map.step-01.svg"))
  }

  @Test func aSingleDocumentLeavesNothingBesideItsPicture() throws {
    let folder = try TemporaryFolder()
    let file = try folder.file("a.journey.yaml", smallJourney)
    #expect(try Recorder().run("render", file, "-o", "\(folder.path)/out") == 0)
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: "\(folder.path)/out")
        == ["returning-shoes.map.svg"])
  }
}
