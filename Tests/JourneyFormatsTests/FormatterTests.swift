import JourneyFormats
import JourneyModel
import Testing

/// How diagnostics look.
@Suite struct FormatterTests {
  private func text(
    _ source: String, _ range: (Int, Int)?, _ formatter: DiagnosticFormatter = .init()
  ) -> String {
    formatter.text(
      for: [
        Diagnostic(
          "some-id", .error, "it is wrong", fix: "mend it",
          range: range.map { SourceRange($0.0, $0.1) })
      ],
      in: SourceText(name: "a.yaml", text: source))
  }

  @Test func withoutAPlace() {
    #expect(text("abc", nil) == "a.yaml: error: it is wrong [some-id]\n    fix: mend it\n")
  }

  @Test func anEmptyRangeHasAMark() {
    #expect(text("ab\ncd", (4, 4)).hasSuffix("  2 | cd\n    |  ^\n    fix: mend it\n"))
  }

  @Test func theEndOfTheText() {
    #expect(text("ab\n", (3, 3)).contains("a.yaml:2:1:"))
    #expect(text("ab\n", (99, 120)).contains("a.yaml:2:1:"))
    #expect(text("", (0, 0)) == "a.yaml:1:1: error: it is wrong [some-id]\n    fix: mend it\n")
  }

  @Test func onlyTheFirstLineIsMarked() {
    #expect(text("ab\ncd\nef", (1, 8)).contains("  1 | ab\n    |  ^\n"))
  }

  @Test func wideCharactersTakeTwoColumns() {
    #expect(text("日本 x", (7, 8)).contains("a.yaml:1:4: "))
    #expect(text("日本 x", (7, 8)).contains("    |      ^\n"))
    #expect(text("日本 x", (0, 6)).contains("    | ^^^^\n"))
    #expect(text("e\u{301}x", (3, 4)).contains("    |  ^\n"))
    #expect(text("👩‍👩‍👧x", (18, 19)).contains("    |   ^\n"))
  }

  @Test func tabsAndControlCharactersAreVisible() {
    #expect(text("\ta\u{1b}[0mb", (1, 2)).contains("  1 |   a␛[0mb\n    |   ^\n"))
    #expect(text("a\r\nb", (0, 1)).contains("  1 | a\n"))
  }

  @Test func longLinesAreCut() {
    let line = String(repeating: "0123456789", count: 30)
    let formatter = DiagnosticFormatter(width: 40)
    let shown = text(line, (150, 153), formatter).split(separator: "\n")
    #expect(shown[1] == "  1 | …012345678901234567890123456789…")
    #expect(shown.allSatisfy { $0.count <= 45 })
    let mark = shown[2].firstIndex(of: "^").map {
      shown[2].distance(from: shown[2].startIndex, to: $0)
    }
    let place = shown[1].index(shown[1].startIndex, offsetBy: mark ?? 0)
    #expect(shown[1][place...].hasPrefix("012"))
  }

  @Test func colourIsAskedFor() {
    let colored = text("ab", (0, 1), DiagnosticFormatter(usesColor: true))
    #expect(colored.contains("\u{1b}[1;31merror:\u{1b}[0m it is wrong"))
    #expect(colored.contains("\u{1b}[1;31m^\u{1b}[0m"))
    #expect(!text("ab", (0, 1)).contains("\u{1b}"))
  }

  @Test func theRestIsCounted() {
    let many = (0..<7).map {
      Diagnostic("id", $0 < 5 ? .warning : .error, "number \($0)", range: SourceRange(0, 1))
    }
    let source = SourceText(name: "a.yaml", text: "abc")
    // Errors first, in the order of their places.
    let text = DiagnosticFormatter(most: 4).text(for: many, in: source)
    #expect(text.hasSuffix("a.yaml: and 3 more\n"))
    let told = many.indices.filter { text.contains("number \($0) ") }
    #expect(told == [0, 1, 5, 6])
    let one = DiagnosticFormatter(most: 1).text(for: many, in: source)
    #expect(one.hasSuffix("a.yaml: and 6 more (1 error)\n"))
    #expect(one.contains("number 5"))
    #expect(DiagnosticFormatter().text(for: [], in: source).isEmpty)
  }

  @Test func notesHaveTheirOwnExcerpt() {
    let note = Diagnostic.Note("it is given here first", range: SourceRange(0, 1))
    let diagnostic = Diagnostic(
      "id", .note, "again", range: SourceRange(2, 3), notes: [note])
    let text = DiagnosticFormatter().text(
      for: [diagnostic], in: SourceText(name: "a", text: "a\nb"))
    #expect(
      text == """
        a:2:1: note: again [id]
          2 | b
            | ^
            note: it is given here first
          1 | a
            | ^

        """)
  }
}
