import Testing

@testable import EventLogs

@Suite("XES: however it is written")
struct XESFormTests {
  private let plain = ["c & 1: <a>"]

  @Test(
    "The same log in many forms",
    arguments: [
      """
      <log><trace><string key=\"concept:name\" value=\"c &amp; 1\"/>\
      <event><string key=\"concept:name\" value=\"&lt;a&gt;\"/></event></trace></log>
      """,
      // Either quote, any order, white space wherever it may be.
      """
      \u{feff}<?xml version='1.0'?>\n<log\n>\r\n<trace >\t<string\n value = 'c &#38; 1'\n\
      key\t=\t\"concept:name\"\t/>\
      <event  ><string value='&#60;a&#x3e;' x='1' key='concept&#58;name'></string ></event\n>\
      </trace\t></log >\n\n
      """,
      // Prefixes, and what is of another kind.
      """
      <x:log xmlns:x='http://www.xes-standard.org/'><x:trace><y:string key='concept:name' \
      value='no'/><x:string key='concept:name' value='c &#x26; 1'/><y:event/><x:event>\
      <x:string key='concept:name' value='&lt;a>'/><y:string key='concept:name' value='no'/>\
      </x:event></x:trace></x:log>
      """,
      // Comments, CDATA and instructions anywhere, with what looks like tags in them.
      """
      <!-- <log> --><?pi <log> ?><log><!-- </log> --><![CDATA[<trace></trace>]]><trace>\
      <!-- </trace> --><string key='concept:name' value='c &amp; 1'/><event><!--a--b>-->\
      <?pi </event>?><string key='concept:name' value='&lt;a&gt;'/><![CDATA[</event>]]]>\
      </event></trace></log><!-- end --><?pi?>\n
      """,
      // What is nested in an attribute is of the attribute, not of the event.
      """
      <log><list key='l'><values><string key='concept:name' value='no'/></values></list><trace>\
      <string key='concept:name' value='c &amp; 1'><string key='concept:name' value='no'/>\
      </string><event><string key='concept:name' value='&lt;a&gt;'><int key='concept:name' \
      value='3'/></string><list key='concept:name'><values><string key='concept:name' \
      value='no'/></values></list><container key='c'><string key='concept:name' value='no'/>\
      </container></event></trace></log>
      """,
      // A document type that declares nothing.
      """
      <!DOCTYPE log SYSTEM \"x[y].dtd\"><log><trace><string key='concept:name' value=\
      'c &amp; 1'/><event><string key='concept:name' value='&lt;a&gt;'/></event></trace></log>
      """,
    ])
  func forms(_ text: String) throws {
    for blockSize in Array(1...64) + [100, 150, 1 << 20] {
      let reading = try XESReading(text, threads: 1 + blockSize % 3, blockSize: blockSize)
      #expect(reading.lines == plain, "blocks of \(blockSize)")
    }
  }

  @Test("Names are the characters that are meant")
  func names() throws {
    func name(_ value: String) throws -> String? {
      try XESReading(
        "<log><trace><event><string key='concept:name' value='\(value)'/></event></trace></log>"
      ).rows.first?.touchpoint
    }
    #expect(try name("&amp;lt; &quot;&apos;\"") == "&lt; \"'\"")
    #expect(try name(" a\tb\nc\r\nd\re ") == "a b c d e")
    #expect(try name("a&#10;&#9;&#xD;b&#10;") == "a\n\t\rb")
    #expect(try name("Zürich &#233;&#x1F600;あ") == "Zürich é😀あ")
  }

  @Test("Latin-1 is read as what it says, and what is not UTF-8 is told")
  func encodings() throws {
    func text(_ declared: String, _ byte: UInt8) -> [UInt8] {
      Array("<?xml version=\"1.0\" encoding='\(declared)'?>\n<log><trace>".utf8)
        + Array("<event><string key='concept:name' value='caf".utf8) + [byte]
        + Array("&amp;&#233;'/><string key='d".utf8) + [byte]
        + Array("' value='x'/></event></trace></log>".utf8)
    }
    for declared in ["ISO-8859-1", "latin1", "windows-1252"] {
      let reading = try XESReading(bytes: [text(declared, 0xE9)]) { $0.columns = [.stage: "dé"] }
      #expect(reading.lines == ["trace 1: café&é in x"])
      #expect(!reading.report.remarks.contains { $0.contains("UTF-8") })
    }
    let euro = try XESReading(bytes: [text("cp1252", 0x80)])
    #expect(euro.lines == ["trace 1: caf€&é"])
    let wrong = try XESReading(bytes: [text("utf-8", 0xE9)])
    #expect(wrong.lines == ["trace 1: café&é"])
    #expect(
      wrong.report.remarks.last
        == "1 row has text that is not UTF-8 and was read as Windows-1252, first in log:2.")
    #expect(
      XESReading.problem("<?xml version='1.0' encoding='KOI8-R'?><log/>")
        == """
        log:1: the file says that it is written in KOI8-R; save it as UTF-8, for example with \
        iconv -f KOI8-R -t UTF-8, and change the first line
        """)
  }

  @Test("Rejected rows are told with their lines, whatever the blocks")
  func lines() throws {
    let good = "<event><string key='concept:name'\n value='a'/></event>"
    let bad = "<event>\n<int key='x' value='1'/></event>"
    let text = """
      <log>\n<trace>\(good)\n\(bad)</trace>\n<trace>\(bad)\n</trace><trace>\(good)\n\
      \(bad)</trace></log>
      """
    for blockSize in [1, 7, 30, 64, 100, 200, 1 << 20] {
      let reading = try XESReading(text, threads: 2, blockSize: blockSize)
      #expect(reading.rows.count == 2)
      #expect(
        reading.rejected == [4, 6, 10].map { "no-touchpoint \($0): \(bad)" },
        "blocks of \(blockSize)")
    }
  }
}
