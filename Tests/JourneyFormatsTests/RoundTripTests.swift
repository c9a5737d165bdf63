import Foundation
import JourneyFormats
import JourneyModel
import JourneyTestSupport
import Testing

/// What is written reads back as it was, in every format.
@Suite struct RoundTripTests {
  @Test(arguments: SeededGenerator.seeds(300), DocumentFormat.allCases)
  func randomJourneys(seed: UInt64, format: DocumentFormat) {
    let journey = RandomJourney.make(seed: seed)
    let text = JourneyWriter.text(of: journey, format: format)
    let reading = JourneyReader.read(text, name: "random.\(format.rawValue)")
    #expect(!reading.diagnostics.containsErrors, "\(reading.explanation)")
    #expect(reading.journey == journey, "seed \(seed)\n\(text)")
  }

  @Test(arguments: Samples.names, DocumentFormat.allCases)
  func samples(name: String, format: DocumentFormat) throws {
    let journey = try #require(JourneyReader.read(Samples.text(name), name: name).journey)
    let text = JourneyWriter.text(of: journey, format: format)
    let again = JourneyReader.read(text, name: "again.\(format.rawValue)")
    #expect(again.diagnostics.isEmpty, "\(again.explanation)")
    #expect(again.journey == journey)
    #expect(JourneyWriter.text(of: journey, format: format) == text)
  }

  @Test(arguments: RoundTripTests.odd, DocumentFormat.allCases)
  func texts(text: String, format: DocumentFormat) {
    var journey = Journey(id: "odd", title: text, touchpoints: [Touchpoint(id: "a", name: text)])
    journey.touchpoints[0].pains = [text, text]
    journey.touchpoints[0].quotes = [Touchpoint.Quote(text, consent: true, source: text)]
    journey.stages = [Stage(text.isEmpty ? "empty" : text)]
    journey.touchpoints[0].stage = journey.stages[0].id
    journey.extensions = [
      DocumentValue.Entry("x-" + text, .text(text)),
      DocumentValue.Entry("x-deep", .mapping([DocumentValue.Entry(text, .list([.text(text)]))])),
    ]
    let written = JourneyWriter.text(of: journey, format: format)
    let reading = JourneyReader.read(written, name: "odd.\(format.rawValue)")
    #expect(reading.journey == journey, "\(written)\n\(reading.explanation)")
    // Swift takes differently composed text for equal; a document has to keep it as it is.
    #expect(
      reading.journey.map { Array($0.touchpoints[0].name.utf8) } == Array(text.utf8), "\(written)")
  }

  @Test func byteOrderMarkAtTheBeginningOfText() {
    let journey = Journey(id: "a", title: "\u{feff}a", touchpoints: [Touchpoint(id: "a")])
    #expect(
      JourneyReader.read(JourneyWriter.text(of: journey, format: .json), name: "a.json").journey
        == journey)
    // Foundation's text decoding, which Yams uses, drops it: the one text that YAML does not keep.
    let read = JourneyReader.read(JourneyWriter.text(of: journey, format: .yaml), name: "a.yaml")
    #expect(read.journey?.title == "a")
  }

  static let odd = [
    " ", " leading", "trailing ", "yes", "No", "on", "~", "null", "true", "1e3", "-1", "+1", ".5",
    "0x1F", "0o7", ".inf", "-.INF", ".nan", "1_000", "12:30", "2026-05-10", "- x", "-", "--- a",
    "...", "? x", ": x", "a: b", "a:b", "a:", "#", "a #b", "a#b", "&a", "*a", "!t", "|", ">", "%",
    "@a", "`a`", "=", "<<", "[a]", "{a}", "a, b", "a]", "\"", "'", "\"a\"", "'a'", "it's \"so\"",
    "a\\b", "\\", "\n", "a\nb", "a\n\nb\n", "\ta", "a\tb", "\r", "a\r\nb", "\u{85}", "a\u{2028}b",
    "\u{2029}", "a\u{feff}b", "\u{0}", "\u{1b}[31m", "\u{7f}", "\u{9f}", "\u{fffe}", "\u{a0}a",
    "\u{202e}abc", "🙂", "👩‍👩‍👧", "e\u{301}", "é", "日本語", "نتائج", "\u{e000}", "\u{f0000}",
    "\u{10ffff}", "<b>", "100%", "82%", "a -> b", "a → b", "x-y", "…", "“quoted”", "?", "!",
    "a?b", "a:?b", "-> b", "key: [a, b]", String(repeating: "long ", count: 400) + "end",
    String(repeating: "x", count: 2000),
  ]
}

extension Reading {
  /// Everything that is wrong, for the words of a failing test.
  var explanation: String { DiagnosticFormatter().text(for: diagnostics, in: source) }
}
