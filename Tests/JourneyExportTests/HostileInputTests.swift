import Foundation
import JourneyDiagrams
import JourneyExport
import Testing

@Suite struct HostileInputTests {
  @Test(arguments: [
    "", "no SVG", "<svg", "<html/>", "<svg xmlns='http://www.w3.org/2000/svg'/>\u{0}",
    "<svg xmlns='http://www.w3.org/2000/svg' width='10' height='10'><g></svg>",
  ])
  func whatIsNoSVGIsAnError(text: String) {
    for write in [
      { try PNGWriter().bytes(ofSVG: Array(text.utf8)) },
      { try PDFWriter().bytes(ofSVG: Array(text.utf8), about: PDFMetadata(title: "")) },
    ] {
      let error = #expect(throws: ExportError.self) { try write() }
      #expect(error?.code == .invalidSVG, "\(error as Any)")
    }
  }

  @Test(arguments: [
    (PNGWriter(size: .width(40_000)), ExportError.Code.tooLarge),
    (PNGWriter(size: .scale(1e4)), .tooLarge), (PNGWriter(size: .scale(1e308)), .tooLarge),
    (PNGWriter(size: .width(32_000)), .tooLarge), (PNGWriter(size: .scale(0)), .invalidSize),
    (PNGWriter(size: .scale(-2)), .invalidSize), (PNGWriter(size: .scale(.nan)), .invalidSize),
    (PNGWriter(size: .width(0)), .invalidSize), (PNGWriter(size: .width(.min)), .invalidSize),
    (PNGWriter(dpi: 0), .invalidSize), (PNGWriter(dpi: .nan), .invalidSize),
    (PNGWriter(dpi: 90_000), .tooLarge),
  ])
  func sizesThatCannotBeAreErrors(writer: PNGWriter, code: ExportError.Code) {
    let error = #expect(throws: ExportError.self) { try writer.bytes(of: Samples.card()) }
    #expect(error?.code == code, "\(error as Any)")
    #expect(error?.description.isEmpty == false)
  }

  @Test(arguments: [
    (PDFPaging.natural(scale: 0), ExportError.Code.invalidSize),
    (.natural(scale: .infinity), .invalidSize), (.natural(scale: 100), .tooLarge),
    (.paper(.a4, orientation: .automatic, margin: 105), .invalidSize),
    (.paper(.a4, orientation: .automatic, margin: -1), .invalidSize),
    (.paper(.a4, orientation: .automatic, margin: .nan), .invalidSize),
  ])
  func pagesThatCannotBeAreErrors(paging: PDFPaging, code: ExportError.Code) {
    let error = #expect(throws: ExportError.self) {
      try PDFWriter(paging).bytes(of: Samples.card())
    }
    #expect(error?.code == code, "\(error as Any)")
  }

  @Test func aLineThatPangoCannotSetIsRefused() throws {
    let picture = Samples.card([String(repeating: "W", count: 200_000)])
    for write in [
      { _ = try PNGWriter().bytes(of: picture) }, { _ = try PDFWriter().bytes(of: picture) },
      { _ = try TextOutliner().outlined(picture) },
    ] {
      let error = #expect(throws: ExportError.self) { try write() }
      #expect(error?.code == .textTooLong)
    }
  }

  @Test(arguments: [
    "<text font-size='1e9'>ACME</text>", "<s:text xmlns:s='http://www.w3.org/2000/svg'>A</s:text>",
    "<TEXT/>", "<image href='data:image/svg+xml;base64,AAAA'/>",
  ])
  func textInAnImageIsRefusedBeforeItCanEndTheProcess(body: String) throws {
    func picture(_ body: String) -> Picture {
      var picture = Samples.card()
      let svg = "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'>\(body)</svg>"
      let frame = Rect(x: 0, y: 0, width: 9, height: 9)
      picture.elements.append(
        .image(Image(frame: frame, format: .svg, bytes: Array(svg.utf8), title: "Logo")))
      return picture
    }
    _ = try PNGWriter().bytes(of: picture("<path d='M0,0 H9 V9 Z'/>"))
    for write in [
      { _ = try PNGWriter().bytes(of: picture(body)) },
      { _ = try PDFWriter().bytes(of: picture(body)) },
    ] {
      let error = #expect(throws: ExportError.self) { try write() }
      #expect(error?.code == .invalidSVG)
    }
  }

  @Test func aSentenceSaysWhatIsTooLargeAndWhatMendsIt() throws {
    let error = #expect(throws: ExportError.self) {
      try PNGWriter(size: .width(40_000)).bytes(of: Samples.card())
    }
    #expect(
      error.map { "\($0)" }
        == "40000 × 26667 px is more than a PNG can have here (32767 a side, 500 million in all): "
        + "ask for a smaller scale, width or dpi, or for PDF, which has no pixels")
  }

  @Test func nothingOutsideTheFileIsOpened() throws {
    let red = #"""
      <svg xmlns="http://www.w3.org/2000/svg" width="8" height="8"><rect width="8" height="8" \#
      fill="#ff0000"/></svg>
      """#
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("journey-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let png = Data(try PNGWriter().bytes(ofSVG: Array(red.utf8)))
    try png.write(to: folder.appendingPathComponent("red.png"))
    try Data(red.utf8).write(to: folder.appendingPathComponent("red.svg"))
    try Data("rect { fill: #ff0000 }".utf8).write(to: folder.appendingPathComponent("red.css"))

    func isRed(_ body: String, before: String = "") throws -> Bool {
      let svg = """
        \(before)<svg xmlns="http://www.w3.org/2000/svg" xmlns:xi="http://www.w3.org/2001/XInclude" \
        width="8" height="8">\(body)</svg>
        """
      return try PNGWriter().pixels(ofSVG: Array(svg.utf8)).rows[36] == 0xFFFF_0000
    }
    // What stands in the file itself is drawn: the test can fail.
    let inside = "data:image/png;base64,\(png.base64EncodedString())"
    #expect(try isRed("<image href='\(inside)' width='8' height='8'/>"))
    let path = folder.path
    for address in [
      "file://\(path)/red.png", "\(path)/red.png", "red.png", "file://\(path)/red.svg",
    ] {
      #expect(try !isRed("<image href='\(address)' width='8' height='8'/>"), "\(address)")
    }
    #expect(try !isRed("<xi:include href='file://\(path)/red.svg' parse='xml'/>"))
    #expect(
      try !isRed(
        "<style>@import url('file://\(path)/red.css');</style><rect width='8' height='8'/>"))
    #expect(
      try !isRed(
        "<rect width='8' height='8'/>",
        before: "<?xml-stylesheet type='text/css' href='file://\(path)/red.css'?>"))
    // An entity from a file is either refused or empty.
    let entity = "<!DOCTYPE svg [<!ENTITY e SYSTEM 'file://\(path)/red.svg'>]>"
    #expect((try? isRed("&e;", before: entity)) != true)
  }

  @Test func hostileWordsAreWords() throws {
    let noCharacters = String(
      String.UnicodeScalarView([0xFFFE, 0xFDD0, 0x1FFFF].compactMap(Unicode.Scalar.init)))
    let words = [
      "</text></svg><script>alert(1)</script>", "a\u{0}b\u{1B}[31m\u{7F}",
      noCharacters + "\u{202E}abc",
      "&amp; &#0; ]]>", String(repeating: "W", count: 5000),
      String(repeating: "e\u{301}\u{302}\u{303}", count: 500), "👨‍👩‍👧‍👦 ☎️ 🏥",
    ]
    let picture = Samples.card(words, title: words.joined(separator: " "), language: "en")
    #expect(ReadPNG(try PNGWriter().bytes(of: picture)) != nil)
    let file = PDFFile(try PDFWriter().bytes(of: picture))
    #expect(file.pageSizes.count == 1)
    if let check = try file.told(by: "qpdf", ["--check"]) {
      #expect(check.contains("No syntax or stream encoding errors found"))
    }
    let outlined = try TextOutliner().outlined(picture)
    #expect(ReadPNG(try PNGWriter().bytes(of: outlined)) != nil)
  }

  @Test func manyEntitiesAndReferencesEndInAnErrorOrAPictureSoon() throws {
    var entities = "<!ENTITY a0 'lol'>"
    for level in 1...9 {
      entities += "<!ENTITY a\(level) '\(String(repeating: "&a\(level - 1);", count: 10))'>"
    }
    var uses = "<g id='g0'><rect width='1' height='1'/></g>"
    for level in 1...9 {
      let use = "<use href='#g\(level - 1)'/>"
      uses += "<g id='g\(level)'>\(String(repeating: use, count: 10))</g>"
    }
    let deep = String(repeating: "<g>", count: 5000) + String(repeating: "</g>", count: 5000)
    for (before, body) in [
      ("<!DOCTYPE svg [\(entities)]>", "<text>&a9;</text>"), ("", uses), ("", deep),
    ] {
      let svg = """
        \(before)<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8">\(body)</svg>
        """
      do throws(ExportError) {
        _ = try PNGWriter().bytes(ofSVG: Array(svg.utf8))
      } catch {
        #expect([.invalidSVG, .notDrawn].contains(error.code))
      }
    }
  }

  @Test func nothingIsPrinted() async throws {
    let result = try await #require(
      processExitsWith: .success, observing: [\.standardErrorContent, \.standardOutputContent]
    ) {
      let broken = """
        <svg xmlns="http://www.w3.org/2000/svg" width="8" height="8"><image href="no.png" width="8" \
        height="8"/><text font-family="No Such" font-size="1e4" fill="url(#no)">\u{202E}👩‍🚀</text>\
        <image href="data:image/png;base64,AAAA" width="1" height="1"/></svg>
        """
      _ = try? PNGWriter().bytes(ofSVG: Array(broken.utf8))
      _ = try? PDFWriter().bytes(ofSVG: Array(broken.utf8), about: PDFMetadata(title: "x"))
      _ = try? PNGWriter().bytes(ofSVG: [0xFF, 0])
      _ = try? TextOutliner().outlined(Samples.card(["\u{7F}", "👩‍🚀"]))
    }
    #expect(String(decoding: result.standardErrorContent, as: UTF8.self) == "")
  }
}
