import Testing
import TextSupport

@Suite struct TextFormTests {
  @Test func jsonKeepsOrderAndEscapes() {
    let value: JSONValue = [
      "b": [.number(1), .number(0.1), .number(-2.5e-9), .number(.nan), .null],
      "a": .string("\"\\\n\t\u{1}é🙂"),
      "empty": [],
    ]
    #expect(
      value.text == #"""
        {
          "b": [
            1,
            0.1,
            -2.5e-09,
            null,
            null
          ],
          "a": "\"\\\n\t\u0001é🙂",
          "empty": []
        }

        """#)
  }

  @Test(arguments: [
    (["a", "1.5", ""], "a,1.5,\r\n"),
    (["say \"hi\"", "x,y"], "\"say \"\"hi\"\"\",\"x,y\"\r\n"),
    (["=1+1", "-1.5", "-x", "+49 30", "@a"], "'=1+1,-1.5,'-x,'+49 30,'@a\r\n"),
    (["two\nlines"], "\"two\nlines\"\r\n"),
  ])
  func csv(cells: [String], line: String) {
    #expect(CSV.line(cells) == line)
  }

  @Test func titlesAreTextOfDocumentsLikeCells() {
    let table = TextTable([.init("B\u{1B}[31m"), .init("A|</summary>")], rows: [["x", "y"]])
    #expect(table.lines() == ["B␛[31m  A|</summary>", "x       y"])
    #expect(table.markdown.hasPrefix("| B␛\\[31m | A\\|\\</summary\\> |\n"))
  }

  @Test func tableAlignsByDisplayWidth() {
    let table = TextTable(
      [.init("name"), .init("n", .right)],
      rows: [["検査", "1"], ["Log in", "12"], ["e\u{301}", "7"]])
    #expect(table.lines() == ["name     n", "検査     1", "Log in  12", "e\u{301}        7"])
  }

  @Test func tableCannotSteerTheTerminal() {
    let table = TextTable([.init("name")], rows: [["\u{1B}[31mred\u{202E}\u{7}"]])
    #expect(table.lines()[1] == "␛[31mred␇")
  }

  @Test func markdownShowsTextAsItStands() {
    let table = TextTable([.init("name")], rows: [["<b>|*x*\nnext"]])
    #expect(table.markdown == "| name |\n| --- |\n| \\<b\\>\\|\\*x\\* next |\n")
  }

  @Test(arguments: [
    ("abc", 3), ("検査結果", 8), ("e\u{301}", 1), ("👩‍🔬", 2), ("☺️", 2), ("مرحبا", 5), ("", 0),
    ("ﾊﾝ", 2), ("가나", 4),
  ])
  func displayWidth(text: String, cells: Int) {
    #expect(DisplayWidth.of(text) == cells)
  }
}
