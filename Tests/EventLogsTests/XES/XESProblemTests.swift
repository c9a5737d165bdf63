import EventCounting
import Testing

@testable import EventLogs

@Suite("XES: what is no log")
struct XESProblemTests {
  private static let name = "<string key='concept:name' value='a'/>"
  private static let event = "<event>\(name)</event>"

  @Test(
    "What is wrong is told with its line",
    arguments: [
      (
        "<html>\n</html>",
        """
        1: this XML is not XES: it begins with <html>, not with <log>; \
        event logs are read from CSV, XES and JSON Lines
        """
      ),
      (
        "<WorkflowLog/>",
        """
        1: this is MXML, the format before XES; convert it to XES, with ProM for \
        instance
        """
      ),
      (
        "<log>\n<events>\n<event/></events></log>",
        """
        2: this is an object-centric log (OCEL): its \
        events belong to several objects, not to one customer; flatten it to one type of object \
        first, as XES or CSV
        """
      ),
      ("<log>\n\n<trace>\(event)</event></trace></log>", "3: </event> where </trace> should be"),
      ("<log><trace>\(event)\n</trac></log>", "2: </trac> where </trace> should be"),
      (
        "<log><trace><event><string key='a' value='b'></event></trace></log>",
        "1: </event> where </string> should be"
      ),
      (
        "<log><trace><trace></trace></trace></log>",
        "1: <trace> within <trace>; traces stand in the log itself"
      ),
      (
        "<log><x><trace></trace></x></log>",
        "1: <trace> within <x>; traces stand in the log itself"
      ),
      ("<log></log>\n<log/>", "2: <log> behind the end of the log"),
      ("<log></log>\n</log>", "2: </log> closes nothing"),
      ("<log></log>\nmore", "2: text behind the end of the log"),
      ("<log></log>\n\nmore\0", "3: text behind the end of the log"),
      (
        "<log>\n<trace>\(event)",
        """
        2: the file ends within <trace>: it is cut off; fetch or write \
        the whole file again
        """
      ),
      (
        "<log>\n<!-- ",
        """
        2: the file ends within <log>: it is cut off; fetch or write the whole file \
        again
        """
      ),
      (
        "<!-- -->\n",
        """
        2: there is no <log>: this is not XES; event logs are read from CSV, XES and \
        JSON Lines
        """
      ),
      ("<log a='1' a='2'/>", "1: a tag that has an attribute twice; keep one of them"),
      ("<log a='1'b='2'/>", "1: no space before an attribute's name"),
      ("<log a=1/>", "1: 1 where an attribute's quote should be"),
      ("<log a/>", "1: / where an attribute's = should be"),
      ("<log a='<'/>", "1: a < within an attribute's value; write it as &lt;, or end the value"),
      ("<log a='\u{1}'/>", "1: the byte 0x01 within an attribute's value"),
      (
        "<log a='\0'/>",
        """
        1: a NUL byte within an attribute's value; the file is damaged, or not \
        UTF-8 as it should be
        """
      ),
      (
        "<log>\0</log>",
        """
        1: a NUL byte between tags; the file is damaged, or not UTF-8 as it should \
        be
        """
      ),
      (
        "<log>\n< trace></log>",
        """
        2: a < that begins no tag; write it as &lt;, if it is meant as \
        text
        """
      ),
      ("<log/x>", "1: a / within a tag, without > behind it"),
      ("<log></log x>", "1: x within an end tag"),
      ("<log><!element></log>", "1: a <! that begins no comment and no CDATA"),
      (
        "<!DOCTYPE log [\n<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;'>]>\n<log/>",
        """
        1: a document type that declares things of its own, which XES does not have; take \
        <!DOCTYPE …> out; it can make a small file fill the memory, or fetch others
        """
      ),
      (
        "<log><trace>\(event)\n<event><string key='concept:name' value='&b;'/></event></trace></log>",
        """
        2: & that begins no entity known to XML: '&b;'; write & as &amp;, and other characters as \
        themselves
        """
      ),
      (
        "<log><trace><event><string key='concept:name' value='a & b'/></event></trace></log>",
        """
        1: & that begins no entity known to XML: '& b'; write & as &amp;, and other characters as \
        themselves
        """
      ),
      (
        "<log><trace><event><string key='concept:name' value='&#0;'/></event></trace></log>",
        "1: an entity for a character that XML does not allow: '&#0;'; take it out"
      ),
      (
        """
        <log><trace><event><string key='concept:name' value='&#99999999999999999999;'/></event>\
        </trace></log>
        """,
        "1: an entity for a character that XML does not allow: '&#99999999999999'; take it out"
      ),
      (
        "<log><trace><event><int key='x' value='1'/></event></trace></log>",
        """
        no attribute of the events says what was touched; there are 'x' (such as 1); name the \
        attribute, or a classifier, with --touchpoint
        """
      ),
    ])
  func problems(_ text: String, _ problem: String) {
    let place = problem.first?.isNumber == true ? "log:" : "log: "
    for blockSize in [1, 5, 16, 1 << 20] {
      #expect(XESReading.problem(text, blockSize: blockSize) == place + problem, "\(blockSize)")
    }
  }

  @Test("Rows of a trace that goes on and on are told as they come, in their order")
  func longTrace() throws {
    let filler = String(repeating: "x", count: 500)
    let bad = "<event><string key=\"note\" value=\"\(filler)\"/></event>\n"
    let text =
      "<log>\n<trace>\n<event><string key=\"concept:name\" value=\"a\"/></event>\n"
      + String(repeating: bad, count: 20_000) + "</trace>\n</log>\n"
    let reading = try XESReading(text, threads: 2, blockSize: 1 << 16, needsTimes: false)
    #expect(reading.rows.count == 1)
    #expect(reading.report.rejected.map(\.count) == [20_000])
    #expect(reading.report.rejected.flatMap(\.first).map(\.line) == [4, 5, 6, 7, 8])
    let lines = reading.rejected.map { Int($0.drop { $0 != " " }.dropFirst().prefix { $0 != ":" }) }
    #expect(lines == Array(4...20_003))
  }

  @Test("An event that begins after its end is told, as in tables; one that begins then is none")
  func beginsAfterItsEnd() throws {
    func event(_ began: String) -> String {
      """
      <event><string key="concept:name" value="a"/>
      <date key="time:timestamp" value="2026-01-01T10:00:00Z"/>
      <date key="start_timestamp" value="\(began)"/></event>

      """
    }
    let text =
      "<log>\n<trace><string key='concept:name' value='c'/>\n"
      + event("2026-01-01T10:00:00Z") + event("2026-01-02T10:00:00Z") + "</trace></log>"
    let reading = try XESReading(text)
    #expect(reading.rows.count == 1)
    #expect(reading.report.rejected.map(\.reason) == [.badBegan])
    #expect(reading.report.rejected.flatMap(\.first).map(\.line) == [6])
    #expect(
      reading.report.rejected.flatMap(\.first).map(\.why) == [
        "'start_timestamp' holds '2026-01-02T10:00:00Z', which is after the row's end"
      ])
    // Its days are not those of the log.
    #expect(reading.report.days == 20_454...20_454)
  }

  @Test("A log that is cut off is never taken for the whole, wherever it is cut")
  func cutOff() throws {
    let text = """
      <?xml version="1.0"?>
      <log xes.version='1.0'><!-- c --><global scope="event"><string key="k" value="v"/></global>
      <trace><string key="concept:name" value="c-1"/>\(Self.event)<event>\(Self.name)
      <list key="l"><values><int key="i" value="1"/></values></list></event></trace>
      <trace>\(Self.event)</trace></log>
      """
    let whole = try XESReading(text)
    #expect(whole.rows.count == 3)
    for count in 1..<text.utf8.count {
      let problem = XESReading.problem(String(decoding: text.utf8.prefix(count), as: UTF8.self))
      #expect(problem != nil, "\(count) bytes")
    }
  }

  @Test("A hundred thousand elements in each other are refused, in a trace, an event and a head")
  func deep() {
    let deep = String(repeating: "<list key='a'>", count: 100_000)
    for text in [
      "<log>\(deep)", "<log><trace>\(deep)", "<log><trace><event>\(deep)", deep,
    ] {
      let problem = XESReading.problem(text) ?? ""
      #expect(problem.contains("deep in each other") || problem.contains("not XES"))
    }
  }

  @Test("What must be at hand as a whole may not fill the memory")
  func large() throws {
    func read(_ text: String) throws(LogProblem) -> Int {
      let session = try ReadingSession(
        options: LogOptions(), sinks: [EventCounter().lanes[0]], needsTimes: false,
        blockSize: 1_000)
      session.tally.begin(input: "log")
      let source = try ByteSource(.bytes(Array(text.utf8), name: "log"))
      try XESReader(source: source, session: session, largest: 1 << 14).read()
      return session.tally.rows
    }
    let value = String(repeating: "x", count: 1 << 18)
    for text in [
      "<log>\n<string key='a' value='\(value)'/></log>",
      "<log>\n<trace>\(Self.event)<event>\(Self.name)<string key='a' value='\(value)'/></event>",
      "<log>\n<trace>\(Self.event)<string key='a' value='\(value)'/></trace></log>",
      "<log>\n<trace>\(Self.event)<string key='a' value='\(value)",
      "<log>\n<trace>\(Self.event)</trace><!DOCTYPE \(value)",
    ] {
      do throws(LogProblem) {
        _ = try read(text)
        Issue.record("not told")
      } catch {
        #expect(
          error.description == """
            log:2: one event or tag with more than 16 KB; nothing of this size belongs into an \
            event log; take it out
            """)
      }
    }
    // Comments and text may be as long as they like: nobody keeps them.
    let rows = try read(
      "<log><!-- \(value) --><trace>\(value)\(Self.event)</trace><![CDATA[\(value)]]></log>")
    #expect(rows == 1)
  }

  @Test("Of several problems the first is told, on any number of threads")
  func first() {
    let trace = "<trace>\(Self.event)</trace>\n"
    let traces = String(repeating: trace, count: 200)
    let text = "<log>\n\(traces)<trace><x></y></trace>\n\(traces)<trace><x></z></trace>\n</log>"
    for blockSize in [200, 1_000, 1 << 20] {
      do throws(LogProblem) {
        _ = try XESReading(text, threads: 3, blockSize: blockSize)
        Issue.record("not told")
      } catch {
        #expect(error.description == "log:202: </y> where </x> should be")
      }
    }
  }
}
