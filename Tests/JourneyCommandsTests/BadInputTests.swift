import Foundation
import JourneyKit
import Testing

/// What people see when something is wrong with a file: one clear sentence, the right exit code, and
/// nothing half-written.
@Suite struct BadInputTests {
  @Test func missingFile() throws {
    let recorder = Recorder()
    #expect(try recorder.run("hotspots", "no/such.journey.yaml") == 2)
    #expect(
      recorder.errors
        == "journey: cannot read no/such.journey.yaml: there is no such file or folder\n")
    #expect(recorder.output.isEmpty)
  }

  @Test(arguments: ["hotspots", "analyze"])
  func folderInsteadOfFile(command: String) throws {
    let folder = try TemporaryFolder()
    let recorder = Recorder()
    #expect(try recorder.run(command, folder.path) == 2)
    #expect(
      recorder.errors == "journey: cannot read \(folder.path): it is a folder, not a file\n")
  }

  @Test func folderWithoutJourneys() throws {
    let folder = try TemporaryFolder()
    let recorder = Recorder()
    #expect(try recorder.run("render", folder.path, "-o", folder.path) == 2)
    #expect(
      recorder.errors
        == "journey: cannot read \(folder.path): there is no document in this folder "
        + "that ends in .journey.yaml, .journey.yml, .journey.json\n")
  }

  @Test func unreadableFile() throws {
    // Root reads everything; the sentence is tested where permissions count.
    guard getuid() != 0 else { return }
    let folder = try TemporaryFolder()
    let file = try folder.file("a.journey.yaml", smallJourney)
    #expect(chmod(file, 0) == 0)
    let recorder = Recorder()
    #expect(try recorder.run("check", file) == 2)
    #expect(recorder.errors.contains("cannot read \(file): permission denied"))
  }

  @Test func unwritableOutput() throws {
    let folder = try TemporaryFolder()
    let file = try folder.file("a.journey.yaml", smallJourney)
    let recorder = Recorder()
    #expect(try recorder.run("render", file, "-o", "\(file)/x.svg") == 2)
    #expect(
      recorder.errors
        == "journey: cannot write \(file)/x.svg: a part of the path is not a folder\n")
    #expect(try folder.contents() == ["a.journey.yaml"])
  }

  #if os(Linux)
    @Test func fullDisk() throws {
      let folder = try TemporaryFolder()
      let file = try folder.file("a.journey.yaml", smallJourney)
      let link = "\(folder.path)/full.svg"
      #expect(symlink("/dev/full", link) == 0)
      let recorder = Recorder()
      #expect(try recorder.run("render", file, "-o", link) == 2)
      #expect(recorder.errors == "journey: cannot write \(link): the disk is full\n")
    }
  #endif

  @Test func unknownView() throws {
    let recorder = Recorder()
    #expect(try recorder.run("render", "x.journey.yaml", "--view", "mapp") == 64)
    #expect(recorder.errors.hasPrefix("Error: The value 'mapp' is invalid for '--view <view>'"))
  }

  @Test func unknownTheme() throws {
    let recorder = Recorder()
    #expect(try recorder.run("render", "x.journey.yaml", "--theme", "drak") == 64)
    #expect(
      recorder.errors.hasPrefix(
        "Error: The value 'drak' is invalid for '--theme <theme>': there is no theme of that name; "
          + "did you mean dark?\n"))
  }

  @Test func unknownPersona() throws {
    let folder = try TemporaryFolder()
    let file = try folder.file("a.journey.yaml", smallJourney)
    let recorder = Recorder()
    #expect(try recorder.run("hotspots", file, "--persona", "amin") == 64)
    #expect(
      recorder.errors
        == "journey: \(file) has no persona 'amin'; did you mean 'amina'?\n")
  }

  @Test func dateThatDoesNotExist() throws {
    let recorder = Recorder()
    #expect(try recorder.run("hotspots", "x.journey.yaml", "--as-of", "2026-02-30") == 64)
  }

  @Test func severalPicturesNeedAFolder() throws {
    let folder = try TemporaryFolder()
    let file = try folder.file("a.journey.yaml", smallJourney)
    let recorder = Recorder()
    #expect(try recorder.run("render", file, "--theme", "light", "--theme", "dark") == 64)
    #expect(
      recorder.errors
        == "journey: 2 pictures do not fit into standard output; several pictures need a folder: "
        + "-o FOLDER\n")
  }

  @Test func anEmptyOutputIsNoFolder() throws {
    let recorder = Recorder()
    #expect(try recorder.run("render", "x.journey.yaml", "-o", "") == 64)
    #expect(recorder.errors == "journey: -o names nothing\n")
  }

  @Test func anEndingThatIsNoFormat() throws {
    let folder = try TemporaryFolder()
    let recorder = Recorder()
    #expect(try recorder.run("render", "x.journey.yaml", "-o", "\(folder.path)/x.gif") == 64)
    #expect(
      recorder.errors
        == "journey: a picture is written as svg, png, pdf, dot or html, not as gif; end the "
        + "name of a folder with /\n")
    #expect(try folder.contents() == [])
  }

  @Test func anEndingInLargeLettersIsAFormatToo() throws {
    let folder = try TemporaryFolder()
    let file = try folder.file("a.journey.yaml", smallJourney)
    let recorder = Recorder()
    #expect(try recorder.run("render", file, "-o", "\(folder.path)/A.SVG") == 0)
    #expect(try folder.contents() == ["A.SVG", "a.journey.yaml"])
  }

  @Test func aDotAtTheEndIsNoFormat() throws {
    let recorder = Recorder()
    #expect(try recorder.run("render", "x.journey.yaml", "-o", "picture.") == 64)
    #expect(
      recorder.errors
        == "journey: -o picture. ends with a dot; write picture.svg for a picture, or end the name "
        + "of a folder with /\n")
  }

  @Test func aFolderThatCannotBeWrittenIsToldOnce() throws {
    let folder = try TemporaryFolder()
    let one = try folder.file("a.journey.yaml", smallJourney)
    let other = try folder.file("b.journey.yaml", smallJourney)
    let recorder = Recorder()
    #expect(try recorder.run("render", one, other, "-o", "\(one)/out/") == 2)
    #expect(
      recorder.errors == "journey: cannot write \(one)/out/: a part of the path is not a folder\n")
  }

  @Test func aBoardWithoutASize() throws {
    let recorder = Recorder()
    #expect(try recorder.run("render", "x.journey.yaml", "--artboard", "0x0") == 64)
    #expect(
      recorder.errors.hasPrefix(
        "Error: The value '0x0' is invalid for '--artboard <board>': a board has 16 to 65536 px a "
          + "side, such as 1920x1080\n"))
  }

  @Test func aThemeThatThereIsNot() throws {
    let recorder = Recorder()
    #expect(try recorder.run("render", "x.journey.yaml", "--theme", "neon") == 64)
    #expect(
      recorder.errors.hasPrefix(
        "Error: The value 'neon' is invalid for '--theme <theme>': there is no theme of that name; "
          + "there are light, dark, projector, print, and theme files, which end in .yaml, .yml or "
          + ".json\n"))
  }

  @Test func aPictureNeverTakesThePlaceOfItsLogo() throws {
    let folder = try TemporaryFolder()
    let file = try folder.file("a.journey.yaml", smallJourney)
    let drawing = "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 30 10'/>"
    let logo = try folder.file("logo.svg", drawing)
    let theme = try folder.file("brand.yaml", "logo: {file: logo.svg}\n")
    let recorder = Recorder()
    #expect(try recorder.run("render", file, "--theme", theme, "-o", logo) == 64)
    #expect(recorder.errors.hasSuffix("would overwrite \(logo), which is drawn from\n"))
    #expect(try String(contentsOfFile: logo, encoding: .utf8) == drawing)
  }

  @Test func aPictureNeverTakesThePlaceOfItsDocument() throws {
    let folder = try TemporaryFolder()
    let file = try folder.file("a.journey.yaml", smallJourney)
    let recorder = Recorder()
    #expect(try recorder.run("render", file, "-o", file) == 64)
    let linked = "\(folder.path)/a.svg"
    try FileManager.default.createSymbolicLink(atPath: linked, withDestinationPath: file)
    #expect(try recorder.run("render", file, "-o", linked) == 64)
    #expect(recorder.errors.hasSuffix("would overwrite \(file), which is drawn from\n"))
    #expect(try String(contentsOfFile: file, encoding: .utf8) == smallJourney)
  }

  @Test func twoDocumentsWithOneIdDoNotOverwriteEachOther() throws {
    let folder = try TemporaryFolder()
    _ = try folder.file("a.journey.yaml", smallJourney)
    _ = try folder.file("b.journey.yaml", smallJourney)
    let recorder = Recorder()
    #expect(try recorder.run("render", folder.path, "-o", "\(folder.path)/out") == 2)
    #expect(recorder.errors.contains("b.journey.yaml: its id 'returning-shoes' is that of"))
  }

  @Test(arguments: ["github", "sarif", "junit", "json"])
  func aDocumentThatIsNotThereIsInTheReport(format: String) throws {
    let recorder = Recorder()
    #expect(try recorder.run("check", "no/such.journey.yaml", "--format", format) == 2)
    #expect(recorder.output.contains("there is no such file or folder"))
  }

  @Test func linksThatGoRoundEnd() throws {
    let folder = try TemporaryFolder()
    _ = try folder.file("a.journey.yaml", smallJourney)
    #expect(symlink(".", "\(folder.path)/again") == 0)
    #expect(mkfifo("\(folder.path)/pipe.journey.yaml", 0o600) == 0)
    let recorder = Recorder()
    #expect(try recorder.run("check", folder.path) == 0)
    #expect(recorder.errors == "1 document checked: no errors, no warnings\n")
  }

  @Test func hexadecimalNumbersAreNumbers() throws {
    let folder = try TemporaryFolder()
    let file = try folder.file(
      "a.journey.yaml", "journey: A\ntouchpoints: {a: {felt: {mean: 0x1, n: 0x10}}}\n")
    let recorder = Recorder()
    #expect(try recorder.run("analyze", file, "--format", "json") == 0)
    #expect(recorder.output.contains("\"mean\": 1,"))
    #expect(recorder.output.contains("\"n\": 16,"))
  }

  @Test func aDocumentWithErrorsIsNeverDrawn() throws {
    let folder = try TemporaryFolder()
    let file = try folder.file("a.journey.yaml", "journey: x\ntouchpoint: {}\n")
    let picture = try folder.file("a.svg", "the last good picture")
    let recorder = Recorder()
    #expect(try recorder.run("render", file, "-o", picture) == 2)
    #expect(try String(contentsOfFile: picture, encoding: .utf8) == "the last good picture")
    #expect(try folder.contents() == ["a.journey.yaml", "a.svg"])
    #expect(recorder.errors.contains("\(file):2:1: error: "))
  }
}
