import JourneyFormats
import JourneyModel
import Testing

/// Input made to hurt: every one gets a diagnostic, soon, and nothing crashes.
@Suite struct HostileInputTests {
  /// Reads it and says what was wrong, most often once.
  private func ids(_ text: String, _ format: DocumentFormat = .yaml) -> Set<String> {
    let clock = ContinuousClock()
    var ids: Set<String> = []
    let time = clock.measure {
      let reading = JourneyReader.read(text, name: "hostile", format: format)
      #expect(reading.journey == nil)
      #expect(!reading.explanation.isEmpty)
      ids = Set(reading.diagnostics.map(\.id))
    }
    #expect(time < .seconds(20))
    return ids
  }

  private func repeated(_ part: String, _ count: Int) -> String {
    String(repeating: part, count: count)
  }

  @Test(arguments: ["[", "{", "{a: ", "- ", "? ", "[{a: "])
  func nestingInYAML(part: String) {
    let ids = ids("journey: T\nx-a: " + repeated(part, 1_000_000))
    #expect(!ids.isDisjoint(with: ["too-deep", "yaml-syntax", "too-large"]))
  }

  @Test(arguments: ["[", "{\"a\":", "[{\"a\":["])
  func nestingInJSON(part: String) {
    #expect(ids(repeated(part, 1_000_000), .json) == ["too-deep"])
  }

  @Test func indentsThatNeverEnd() {
    #expect(ids((0..<3000).map { repeated(" ", $0) + "a:\n" }.joined()) == ["too-deep"])
  }

  @Test func bracketsWithinTheParsersLimitAndOurs() {
    #expect(ids("journey: T\nx-a: " + repeated("[", 65) + repeated("]", 65)).contains("too-deep"))
    let fine = "journey: T\ntouchpoints: {a: }\nx-a: " + repeated("[", 50) + repeated("]", 50)
    #expect(JourneyReader.read(fine, name: "fine.yaml").journey != nil)
  }

  @Test func aliasBombs() {
    var text = "journey: T\nx-a: &a [z, z, z, z, z, z, z, z, z]\n"
    for (last, next) in zip("abcdefghijklmnopqrs", "bcdefghijklmnopqrst") {
      text += "x-\(next): &\(next) [\(repeated("*\(last), ", 9))]\n"
    }
    #expect(ids(text + "touchpoints: {a: }\n") == ["too-many-aliases"])
    // As a key, which a parser would have to hash.
    #expect(ids(text + "? *t\n: 1\n").contains("complex-key"))
    #expect(ids(text + "{*t : 1}\n") == ["yaml-syntax"])
  }

  @Test func hugeScalars() {
    let million = repeated("x", 1_000_000)
    #expect(ids("journey: T\ntouchpoints: {a: {felt: \(million)}}") == ["wrong-type"])
    #expect(ids("journey: T\ntouchpoints: {a: {felt: \"\(million)\"}}") == ["wrong-type"])
    #expect(ids("journey: \"\(million)") == ["yaml-syntax"])
    #expect(ids("\(million): 1\n") == ["yaml-syntax"])
    #expect(ids("{\"\(million)\": 1}", .json).contains("unknown-key"))
  }

  @Test func invalidBytes() {
    func ids(_ bytes: [UInt8]) -> [String] {
      JourneyReader.read(bytes, name: "bytes").diagnostics.map(\.id)
    }
    #expect(ids([0xff]) == ["not-utf8"])
    #expect(ids(Array("journey: T".utf8) + [0xc3]) == ["not-utf8"])
    #expect(ids([0xed, 0xa0, 0x80]) == ["not-utf8"])
    #expect(ids([0xff, 0xfe, 0x61, 0x00]) == ["utf-16"])
    #expect(ids([0x61, 0x00, 0x62, 0x00]) == ["utf-16"])
    #expect(ids([0x61, 0x62, 0x63, 0x00]) == ["binary"])
    #expect(ids([]) == ["empty-document"])
    #expect(ids([0xef, 0xbb, 0xbf]) == ["empty-document"])
  }

  @Test func theFirstInvalidByteIsNamed() throws {
    let reading = JourneyReader.read(Array("journey: é\n".utf8) + [0x61, 0xff, 0x62], name: "b")
    let diagnostic = try #require(reading.diagnostics.first)
    #expect(diagnostic.summary == "byte 13 is 0xFF, which is not UTF-8")
    #expect(diagnostic.range?.lowerBound == 13)
    #expect(LineTable(reading.source).location(of: 13) == .init(line: 2, column: 2))
  }

  @Test func manyTouchpoints() {
    var text = "journey: T\nstages: [A]\ntouchpoints:\n"
    for index in 0..<20_000 { text += "  t\(index): {stage: A, felt: {mean: 1, n: 4}}\n" }
    text += "flow:\n"
    for index in 1..<20_000 { text += "  t\(index - 1) -> t\(index): 5\n" }
    let reading = JourneyReader.read(text, name: "many.yaml")
    #expect(reading.journey?.touchpoints.count == 20_000)
    #expect(reading.journey?.flow.count == 19_999)
  }

  @Test func manyMistakes() {
    var text = "journey: T\ntouchpoints:\n"
    for index in 0..<20_000 { text += "  t\(index): {stage: A, chanel: b, felt: 7}\n" }
    text += "flow:\n"
    for index in 1..<20_000 { text += "  u\(index - 1) -> v\(index): -5\n" }
    let found = ids(text)
    #expect(found.isSuperset(of: ["unknown-key", "unknown-stage", "off-scale"]))
  }

  @Test func manyMistakesOnOneLine() {
    let parts = (0..<20_000).map { "t\($0): {name: é, felt: 7}" }
    #expect(ids("{journey: Ü, touchpoints: {\(parts.joined(separator: ", "))}}") == ["off-scale"])
  }

  @Test func manyDuplicates() {
    let lines = (0..<300).map { "  t\($0 % 150): {name: A}\n" }.joined()
    let reading = JourneyReader.read("journey: T\ntouchpoints:\n" + lines, name: "d.yaml")
    #expect(reading.diagnostics.count == 150)
    #expect(reading.diagnostics.allSatisfy { $0.id == "duplicate-key" && $0.notes.count == 1 })
    #expect(reading.draft?.touchpoints.count == 150)
  }

  @Test func duplicatesThatCannotBeFollowed() {
    let long = repeated("k", 30)
    let text =
      "journey: T\ntouchpoints:\n  ? |-\n    \(long)\n  : {}\n  ? |-\n    \(long)\n  : {}\n"
    #expect(ids(text) == ["duplicate-key"])
  }

  @Test func linesEndInManyWays() {
    // The parser counts a lone carriage return and three Unicode characters as ends of lines.
    let text = "journey: \"a\u{2028}b\u{85}c\"\r\ntouchpoints:\r  a: {felt: bad}\n"
    let reading = JourneyReader.read(text, name: "l.yaml")
    let range = reading.diagnostics.first?.range
    #expect(range.map { LineTable(reading.source).text(in: $0) } == "bad")
  }
}

/// Nesting that is none: text with brackets and indents of its own.
@Suite struct HarmlessNestingTests {
  private func reads(_ text: String) -> Bool {
    let reading = JourneyReader.read(text, name: "harmless.yaml")
    return reading.journey != nil
  }

  @Test func bracketsInTextDoNotNest() {
    var text = "journey: T\ntouchpoints:\n"
    for index in 0..<200 {
      text +=
        "  t\(index):\n    name: see [\(index) - [and {\n    pains: [\"[{\", '[[[', a # [[[\n      ]\n"
      text += "    does: >\n      [[ {\n      - [\n    says: \"a [ \\\" [\"\n"
    }
    #expect(reads(text))
  }

  @Test func aStaircaseInABlock() {
    let stairs = (0..<60).map { String(repeating: " ", count: 6 + $0) + "x" }.joined(
      separator: "\n")
    #expect(reads("journey: T\ntouchpoints:\n  a:\n    does: |\n\(stairs)\n"))
  }

  @Test func deepButAllowed() {
    var text = "journey: T\ntouchpoints: {a: }\nx-a:\n"
    for depth in 1..<25 {
      text +=
        String(repeating: "  ", count: depth) + "k:\n" + String(repeating: "  ", count: depth)
        + "-\n"
    }
    // The same column for a key and its list: two levels for each indent.
    #expect(reads(text + String(repeating: "  ", count: 25) + "end\n"))
  }
}
