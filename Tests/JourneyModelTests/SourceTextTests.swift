import JourneyModel
import Testing

@Suite struct SourceTextTests {
  private func location(_ text: String, _ offset: Int) -> String {
    let location = SourceText(name: "a", text: text).location(of: offset)
    return "\(location.line):\(location.column)"
  }

  @Test func linesAndColumnsAreCountedFromOne() {
    #expect(location("ab\ncd", 0) == "1:1")
    #expect(location("ab\ncd", 2) == "1:3")
    #expect(location("ab\ncd", 3) == "2:1")
    #expect(location("ab\ncd", 5) == "2:3")
    #expect(location("ab\n", 3) == "2:1")
    #expect(location("", 0) == "1:1")
  }

  @Test func offsetsOutsideAreTheEnds() {
    #expect(location("ab\ncd", 99) == "2:3")
    #expect(location("ab\ncd", -1) == "1:1")
  }

  @Test func columnsAreCharacters() {
    #expect(location("äöü x", 7) == "1:5")
    #expect(location("e\u{301}x", 3) == "1:2")
    #expect(location("👩‍👩‍👧x", 18) == "1:2")
    #expect(location("a\r\nb", 3) == "2:1")
  }

  @Test func linesHaveNoEnds() {
    let lines = LineTable(SourceText(name: "a", text: "ab\r\ncd\n\nef"))
    let texts = (1...4).map { lines.text(in: lines.range(ofLine: $0)) }
    #expect(texts == ["ab", "cd", "", "ef"])
    #expect(lines.starts == [0, 4, 7, 8])
  }

  @Test func farIntoALongLineScalarsAreCounted() {
    let text = String(repeating: "ä", count: 100_000)
    #expect(location(text, 200_000) == "1:100001")
  }
}
