import Foundation
import Testing

@Suite struct ExportCommandTests {
  @Test func theEndingOrTheFormatMakesPNGAndPDF() throws {
    let folder = try TemporaryFolder()
    let file = try folder.file("a.journey.yaml", smallJourney)
    let recorder = Recorder()
    let out = "\(folder.path)/out"
    #expect(try recorder.run("render", file, "-o", "\(out)/b.png", "--width", "400") == 0)
    #expect(try recorder.run("render", file, "-o", "\(out)/c.pdf", "--paper", "a3") == 0)
    #expect(try recorder.run("render", file, "-o", out + "/", "--format", "png") == 0)
    #expect(
      try recorder.run(
        "render", file, "-o", out + "/", "--format", "pdf", "--tile", "A4", "--paper", "A2",
        "--margin", "1cm", "--landscape") == 0)
    #expect(recorder.errors == "")
    let names = try FileManager.default.contentsOfDirectory(atPath: out).sorted()
    #expect(names.count == 4)
    for name in names {
      let bytes = try Data(contentsOf: URL(fileURLWithPath: "\(out)/\(name)"))
      let start = name.hasSuffix("png") ? [0x89, 0x50, 0x4E, 0x47] : Array("%PDF".utf8)
      #expect(bytes.starts(with: start), "\(name)")
    }
  }

  @Test func outlinesHaveNoText() throws {
    let folder = try TemporaryFolder()
    let file = try folder.file("a.journey.yaml", smallJourney)
    let recorder = Recorder()
    #expect(try recorder.run("render", file, "--text", "outlines") == 0)
    #expect(recorder.output.hasPrefix("<svg"))
    #expect(!recorder.output.contains("<text"))
    #expect(recorder.output.contains("<title>Find the form</title>"))
  }

  @Test(arguments: [
    (["--scale", "2"], "--scale goes with png or pdf, and this draws svg; say --format png"),
    (["--width", "800", "--format", "pdf"], "--width goes with png, and this draws pdf"),
    (["--dpi", "300", "--format", "svg"], "--dpi goes with png, and this draws svg"),
    (["--paper", "A4", "-o", "a.png"], "--paper goes with pdf, and this draws png"),
    (["--tile", "A4"], "--tile goes with pdf, and this draws svg"),
    (["--text", "outlines", "--format", "dot"], "--text outlines goes with svg or png or pdf"),
    (["--format", "png", "--scale", "2", "--width", "9"], "--scale and --width both set the size"),
    (
      ["--format", "pdf", "--scale", "2", "--paper", "A4"], "--scale and --paper both set the size"
    ),
    (["--format", "pdf", "--landscape"], "--portrait and --landscape need --paper or --tile"),
    (["--format", "pdf", "--margin", "1cm"], "--margin needs --paper or --tile"),
    (["--format", "pdf", "--paper", "A4", "--margin", "1km"], "The value '1km' is invalid"),
    (["--format", "pdf", "--paper", "B4"], "The value 'B4' is invalid for '--paper <paper>'"),
    (["--format", "png", "--scale", "0"], "--scale is a number above 0"),
    (["--format", "png", "--width", "0"], "--width is 1 or more pixels"),
    (["--format", "png", "--dpi", "0"], "--dpi is 1 or more"),
    (["--format", "png", "--width", "90000"], "px is more than a PNG can have here"),
    (["--format", "pdf", "--paper", "A4", "--margin", "20cm"], "leave nothing of A4"),
    (["--format", "pdf", "--tile", "A4", "--margin", "1mm"], "cannot be glued"),
  ])
  func whatCannotBeMeantIsWrongUsage(options: [String], words: String) throws {
    let folder = try TemporaryFolder()
    let file = try folder.file("a.journey.yaml", smallJourney)
    let recorder = Recorder()
    #expect(recorder.run(["render", file] + options) == 64)
    #expect(recorder.errors.contains(words), "\(recorder.errors)")
    #expect(recorder.output.isEmpty)
  }
}
