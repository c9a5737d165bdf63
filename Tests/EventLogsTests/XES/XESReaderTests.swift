import EventCounting
import Testing

@testable import EventLogs

@Suite("XES: what its events mean")
struct XESReaderTests {
  /// A log of one trace.
  private func log(_ events: String, head: String = "", trace: String = "") -> String {
    """
    <log>\(head)<trace><string key="concept:name" value="c-1"/>\(trace)\(events)</trace></log>
    """
  }

  private func event(_ name: String, _ more: String = "") -> String {
    "<event><string key=\"concept:name\" value=\"\(name)\"/>\(more)</event>"
  }

  private func time(_ second: Int) -> String {
    "<date key=\"time:timestamp\" value=\"1970-01-01T00:00:0\(second)Z\"/>"
  }

  @Test("A log as programs write it")
  func plain() throws {
    let reading = try XESReading(
      """
      <?xml version="1.0" encoding="UTF-8" ?>
      <!-- written by hand -->
      <log xes.version="1.0" xes.features="nested-attributes" xmlns="http://www.xes-standard.org/">
      \t<extension name="Concept" prefix="concept" uri="http://www.xes-standard.org/concept.xesext"/>
      \t<global scope="event">
      \t\t<string key="concept:name" value="__INVALID__"/>
      \t\t<date key="time:timestamp" value="1970-01-01T00:00:00.000+01:00"/>
      \t</global>
      \t<classifier name="Resource" keys="org:resource"/>
      \t<string key="concept:name" value="the log"/>
      \t<trace>
      \t\t<string key="concept:name" value="case 1"/>
      \t\t<event>
      \t\t\t<string key="org:resource" value="Ann"/>
      \t\t\t<date key="time:timestamp" value="1970-01-01T01:00:01.500+01:00"/>
      \t\t\t<date key="start_timestamp" value="1970-01-01T00:00:01Z"/>
      \t\t\t<string key="concept:name" value="ask"/>
      \t\t\t<float key="cost" value="3.5"/>
      \t\t</event>
      \t\t<event>
      \t\t\t<string key="concept:name" value="pay"/>
      \t\t\t<date key="time:timestamp" value="1970-01-01T00:00:02Z"/>
      \t\t</event>
      \t</trace>
      \t<trace>
      \t\t<string key="concept:name" value="case 2"/>
      \t\t<event>
      \t\t\t<string key="concept:name" value="ask"/>
      \t\t\t<date key="time:timestamp" value="1970-01-01T00:00:00Z"/>
      \t\t</event>
      \t</trace>
      </log>

      """)
    #expect(
      reading.lines == [
        "case 1: ask from 1000000 at 1500000", "case 1: pay at 2000000", "case 2: ask at 0",
      ])
    #expect(reading.report.format == .xes)
    #expect(reading.report.rows == 3)
    #expect(
      reading.report.columns.map { "\($0.role.rawValue) \($0.name)" } == [
        "case case:concept:name", "touchpoint concept:name", "time time:timestamp",
        "began start_timestamp",
      ])
    #expect(!reading.report.columns.contains { !$0.wasFound })
    #expect(reading.report.remarks.isEmpty)
  }

  @Test("Customers without a name, with the name of another, and without events are told")
  func traces() throws {
    let reading = try XESReading(
      """
      <log><trace>\(event("a", time(1)))</trace>
      <trace><string key="concept:name" value="x"/>\(event("b", time(2)))</trace>
      <trace><string key="concept:name" value=""/>\(event("c", time(3)))</trace>
      <trace/><trace><string key="concept:name" value="y"/></trace>
      <trace><string key="concept:name" value="x"/>\(event("d", time(4)))</trace></log>
      """)
    #expect(
      reading.lines == [
        "trace 1: a at 1000000", "x: b at 2000000", "trace 3: c at 3000000", "x: d at 4000000",
      ])
    #expect(
      reading.report.remarks == [
        "2 traces have no concept:name and are called by their places in the log.",
        "2 traces have no events.",
        "1 trace has the name of one before and counts as the same customer.",
      ])
  }

  @Test("Where no event has a part of a life cycle, the mend is to leave them alone")
  func noLifecycle() {
    #expect(
      XESReading.problem(log(event("a"))) { $0.lifecycle = .joined }?
        .hasSuffix("; leave --lifecycle out, so that each event counts as it stands") == true)
  }

  @Test("Traces without a name in several inputs are different customers")
  func unnamedInSeveral() throws {
    let one = "<log><trace>\(event("a", time(1)))</trace></log>"
    #expect(
      try XESReading(one, one).lines == [
        "input 1 trace 1: a at 1000000", "input 2 trace 1: a at 1000000",
      ])
  }

  @Test("What a trace says of itself may come behind its events, and events may know better")
  func late() throws {
    let reading = try XESReading(
      """
      <log><trace>\(event("a", "<string key=\"channel\" value=\"web\"/>"))\(event("b"))
      <string key="persona" value="new"/><string key="channel" value="shop"/>
      <string key="concept:name" value="late"/><int key="felt" value="4"/></trace></log>
      """)
    #expect(
      reading.lines == ["late: a by web as new felt 4.0", "late: b by shop as new felt 4.0"])
    #expect(
      reading.report.columns.map { "\($0.role.rawValue) \($0.name)" } == [
        "case case:concept:name", "touchpoint concept:name", "channel channel",
        "persona case:persona", "felt case:felt",
      ])
  }

  @Test("Globals count where an event says nothing, but words for nothing and times do not")
  func globals() throws {
    let head = """
      <global scope="event"><string key="concept:name" value="browse"/>\(time(9))
      <string key="channel" value="web"/><string key="stage" value="UNKNOWN"/></global>
      <global scope="trace"><string key="persona" value="new"/>
      <string key="concept:name" value="nobody"/></global>
      """
    let reading = try XESReading(
      """
      <log>\(head)<trace><string key="persona" value="old"/>\(event("a", time(1)))
      <event>\(time(2))<string key="channel" value="shop"/></event></trace>
      <trace>\(event("a", time(3) + "<string key=\"stage\" value=\"s\"/>"))
      \(event("b"))</trace></log>
      """)
    #expect(
      reading.lines == [
        "trace 1: a at 1000000 by web as old", "trace 1: browse at 2000000 by shop as old",
        "trace 2: a at 3000000 by web as new in s",
      ])
    #expect(reading.rejected == ["no-time 7: \(event("b"))"])
    #expect(
      reading.report.remarks.contains(
        "1 event has no name of its own and bears the one that the log gives to all."))
  }

  @Test("Words for nothing name no touchpoint")
  func placeholder() throws {
    let head = """
      <global scope="event"><string key="concept:name" value="__INVALID__"/></global>
      """
    let reading = try XESReading(log(event("a") + "<event></event><event/>", head: head))
    #expect(reading.lines == ["c-1: a"])
    #expect(reading.rejected == ["no-touchpoint 1: <event></event>", "no-touchpoint 1: <event/>"])
  }

  @Test("Where no event has a name, the first classifier that they fit names them")
  func classifiers() throws {
    let head = """
      <classifier name="None" keys="none"/><classifier scope="trace" name="Of traces" keys="Task"/>
      <classifier name="Both" keys="Task My Part"/><classifier name="Task" keys="'Task'"/>
      """
    let events = """
      <event><string key="Task" value="ask"/><string key="My Part" value="start"/></event>
      <event><string key="My Part" value="end"/></event><event/>
      """
    let reading = try XESReading(log(events, head: head))
    #expect(reading.lines == ["c-1: ask+start", "c-1: +end"])
    #expect(reading.rejected == ["no-touchpoint 3: <event/>"])
    #expect(
      reading.report.remarks.first
        == "No event has concept:name; touchpoints are named by the classifier 'Both' "
        + "(Task + My Part).")
    let told = try XESReading(log(events, head: head)) { $0.columns = [.touchpoint: "Task"] }
    #expect(told.lines == ["c-1: ask"])
    #expect(told.report.columns.contains(.init(.touchpoint, "Task", wasFound: false)))
  }

  @Test("A log without times counts; the times of one with times must be times")
  func times() throws {
    let mark = "<string key=\"time:timestamp\" value=\"soon\"/>"
    let without = try XESReading(log(event("a", mark) + event("b")))
    #expect(without.lines == ["c-1: a", "c-1: b"])
    #expect(
      without.report.remarks == [
        "No event has a time that can be read: the log counts as one without times."
      ])
    let with = log(event("a", mark) + event("b", time(1)) + "\n" + event("c"))
    let reading = try XESReading(with)
    #expect(reading.lines == ["c-1: b at 1000000"])
    #expect(
      reading.rejected == ["bad-time 1: \(event("a", mark))", "no-time 2: \(event("c"))"])
    #expect(
      reading.report.rejected.flatMap(\.first).map(\.why) == [
        "'time:timestamp' says nothing",
        "'time:timestamp' holds 'soon', which is no time that can be read",
      ])
    let inOrder = try XESReading(with, needsTimes: false)
    #expect(inOrder.lines == ["c-1: b at 1000000", "c-1: c"])
  }

  @Test("Each part of a life cycle counts, or some, or both ends make one")
  func lifecycle() throws {
    func part(_ name: String) -> String {
      "<string key=\"lifecycle:transition\" value=\"\(name)\"/>"
    }
    let text = log(
      event("a", part("schedule")) + event("a", part("START")) + event("a", part("complete"))
        + event("b"))
    let all = try XESReading(text)
    #expect(all.lines == ["c-1: a", "c-1: a", "c-1: a", "c-1: b"])
    #expect(
      all.report.remarks.last
        == "'lifecycle:transition' tells parts of events ('complete', 'schedule', 'start'), and each "
        + "counts as an event; --lifecycle joined makes one of start and complete.")
    let some = try XESReading(text) { $0.lifecycle = .only(["Complete"]) }
    #expect(some.lines == ["c-1: a", "c-1: b"])
    #expect(some.report.filtered == 2 && some.report.rows == 2)
    let joined = try XESReading(text) { $0.lifecycle = .joined }
    #expect(joined.lines == ["c-1: a (beginning)", "c-1: a (ending)", "c-1: b"])
    #expect(joined.report.filtered == 1)
    let head = "<global scope=\"event\">\(part("start"))</global>"
    let given = try XESReading(log(event("b"), head: head)) { $0.lifecycle = .joined }
    #expect(given.lines == ["c-1: b (beginning)"])
  }

  @Test("Attributes that are told, of the event or the trace, by their very name or alike")
  func told() throws {
    let text = log(
      event("a", "<string key=\"who\" value=\"ann\"/><int key=\"n\" value=\"7\"/>")
        + event("b", "<string key=\"who\" value=\"ben\"/><float key=\"mood\" value=\"-1.5\"/>"),
      trace: "<string key=\"who\" value=\"all\"/><string key=\"Kind of\" value=\"k\"/>")
    let reading = try XESReading(text) {
      $0.columns = [
        .customer: "who", .persona: "who", .stage: "case:who", .channel: "kind-of", .sequence: "n",
        .felt: "mood",
      ]
    }
    #expect(
      reading.lines == [
        "all: a #7 by k as ann in all", "all: b by k as ben in all felt -1.5",
      ])
    let bad = try XESReading(text) {
      $0.columns = [.customer: "n", .felt: "mood"]
      $0.scores = -1...1
    }
    #expect(bad.lines == ["7: a"])
    #expect(bad.report.rejected.map(\.reason) == [.badScore])
    #expect(
      XESReading.problem(text) { $0.columns = [.channel: "where"] }
        == "log: there is no attribute 'where'; events have 'concept:name' (such as a), 'who' "
        + "(such as ann), 'n' (such as 7), 'mood' (such as -1.5); name one of these with "
        + "--channel, or one of the trace as case:NAME")
  }

  @Test("Several logs count as one, each with what it says of itself")
  func several() throws {
    let one = log(event("a"), head: "<classifier name=\"x\" keys=\"y\"/>")
    let reading = try XESReading(
      one,
      "<l:log xmlns:l=\"x\"><l:trace><l:event><l:string key=\"concept:name\" value=\"b\"/></l:event></l:trace></l:log>"
    )
    #expect(reading.lines == ["c-1: a", "input 2 trace 1: b"])
  }
}
