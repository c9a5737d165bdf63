import Foundation
import JourneyDiagrams
import Testing

@testable import JourneyExport

@Suite struct PDFWriterTests {
  @Test func thePageIsAsLargeAsThePicture() throws {
    let file = PDFFile(try PDFWriter().bytes(of: Samples.card()))
    #expect(file.pageSizes.map(\.width) == [225])
    #expect(file.pageSizes.map(\.height) == [150])
    let half = PDFFile(try PDFWriter(.natural(scale: 0.5)).bytes(of: Samples.card()))
    #expect(half.pageSizes.map(\.width) == [112.5])
  }

  @Test func everySheetOfAPictureIsAPage() throws {
    var picture = Samples.card()
    picture.sheets = [
      Rect(x: 0, y: 0, width: 300, height: 120), Rect(x: 0, y: 120, width: 300, height: 80),
    ]
    let natural = PDFFile(try PDFWriter().bytes(of: picture)).pageSizes
    #expect(natural.map(\.width) == [225, 225])
    #expect(natural.map(\.height) == [90, 60])
    let paper = PDFWriter(.paper(.a4, orientation: .automatic, margin: 10))
    #expect(PDFFile(try paper.bytes(of: picture)).pageSizes.count == 2)
    picture.viewBox = Rect(x: 0, y: -20, width: 300, height: 220)
    #expect(PDFFile(try PDFWriter().bytes(of: picture)).pageSizes.count == 2)
  }

  @Test(arguments: [
    (PaperOrientation.automatic, 841.89, 595.28), (.portrait, 595.28, 841.89),
    (.landscape, 841.89, 595.28),
  ])
  func paperLiesAsThePictureDoesUnlessAsked(
    orientation: PaperOrientation, width: Double, height: Double
  ) throws {
    let writer = PDFWriter(.paper(.a4, orientation: orientation, margin: 10))
    let sizes = PDFFile(try writer.bytes(of: Samples.card())).pageSizes
    #expect(sizes.count == 1)
    #expect(abs(sizes[0].width - width) < 0.01)
    #expect(abs(sizes[0].height - height) < 0.01)
  }

  @Test func theFileSaysTitleSubjectAndLanguageAndNoDate() throws {
    let file = PDFFile(try PDFWriter().bytes(of: Samples.card(language: "de-AT")))
    #expect(file.text.contains("/Lang (de-AT)"))
    #expect(file.text.contains("/DisplayDocTitle true"))
    #expect(!file.text.contains("Date"))
    if let info = try file.told(by: "pdfinfo", []) {
      #expect(info.contains(/Title: +Getting my test results\n/))
      #expect(info.contains(/Subject: +One touchpoint. It hurts.\n/))
      #expect(info.contains(/Creator: +JourneyKit\n/))
      #expect(info.contains(/Pages: +1\n/))
      #expect(!info.contains("Author"))
      #expect(!info.contains("Error"))
    }
    if let check = try file.told(by: "qpdf", ["--check"]) {
      #expect(check.contains("No syntax or stream encoding errors found"))
    }
    // qpdf takes the newest root object; so do viewers.
    if let root = try file.told(by: "qpdf", ["--show-object=trailer"]) {
      #expect(root.contains("/Prev"))
    }
  }

  @Test(arguments: ["en) /OpenAction (x", "", "d\u{0}e", "日本"])
  func whatIsNoLanguageTagIsLeftOut(language: String) throws {
    let file = PDFFile(try PDFWriter().bytes(of: Samples.card(language: language)))
    #expect(!file.text.contains("/Lang"))
    #expect(!file.text.contains("/OpenAction"))
    #expect(file.text.contains("/DisplayDocTitle true"))
  }

  @Test func textCanBeSelectedInJourneyOrder() throws {
    let file = PDFFile(try PDFWriter().bytes(of: try Samples.map()))
    guard let text = try file.told(by: "pdftotext", ["-raw"], after: ["-"]) else { return }
    var rest = Substring(text)
    for label in ["Blood drawn", "No news", "“I kept refreshing", "Log in to portal", "Nurse"] {
      let range = try #require(rest.range(of: label), "\(label) in its place")
      rest = rest[range.upperBound...]
    }
    let images = try file.told(by: "pdfimages", ["-list"]) ?? ""
    #expect(images.split(separator: "\n").count <= 2, "no part of it is pixels:\n\(images)")
  }

  @Test(arguments: [
    ("検査結果を待つ", "ja", TextDirection.leftToRight), ("انتظار نتيجة الفحص", "ar", .rightToLeft),
    ("Größenänderung · Straße", "de", .leftToRight),
  ])
  func textOfEveryScriptCanBeSelected(
    text: String, language: String, direction: TextDirection
  ) throws {
    let picture = Samples.card([text], title: text, language: language, direction: direction)
    let file = PDFFile(try PDFWriter().bytes(of: picture))
    // Poppler puts marks of direction around lines from right to left.
    let marks: Set<Unicode.Scalar> = ["\u{202A}", "\u{202B}", "\u{202C}", "\u{200E}", "\u{200F}"]
    func plain(_ text: String) -> String {
      String(String.UnicodeScalarView(text.unicodeScalars.filter { !marks.contains($0) }))
    }
    if let said = try file.told(by: "pdftotext", ["-enc", "UTF-8"], after: ["-"]) {
      #expect(plain(said).contains(text))
    }
    if let info = try file.told(by: "pdfinfo", ["-enc", "UTF-8"]) {
      #expect(info.contains(text))
    }
  }

  @Test func theSamePictureIsTheSameFile() throws {
    let picture = try Samples.map()
    let tiles = PDFPaging.tiles(PosterTiling(sheet: .a4))
    for paging in [PDFPaging.natural(scale: 1), tiles] {
      #expect(try PDFWriter(paging).bytes(of: picture) == PDFWriter(paging).bytes(of: picture))
    }
  }

  @Test func anEndOfAnotherFormIsRefusedAndNeverRead() throws {
    let file = try PDFWriter().bytes(of: Samples.card())
    // Everything up to cairo's own end is a PDF without the language.
    let end = try #require(file.firstRange(of: Array("%%EOF\n".utf8)))
    let plain = Array(file[..<end.upperBound])
    #expect(plain.count < file.count)
    for cut in stride(from: 0, to: plain.count, by: max(1, plain.count / 300)) {
      _ = try? PDFLanguage("en").added(to: Array(plain[..<cut]))
    }
    for broken in [
      "", "startxref\n", "startxref\n99999999999999999999\n", "xref\n0 9\nstartxref\n0\n",
    ] {
      #expect(throws: ExportError.self) { try PDFLanguage("en").added(to: Array(broken.utf8)) }
    }
  }
}
