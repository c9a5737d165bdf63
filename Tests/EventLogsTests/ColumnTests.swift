import Testing

@testable import EventLogs

@Suite("Columns of a log")
struct ColumnTests {
  /// The columns that are found, by role.
  private func found(
    _ head: String, _ rows: [String], _ change: (inout LogOptions) -> Void = { _ in }
  ) throws(LogProblem) -> [String: String] {
    let text = ([head] + rows).map { $0 + "\n" }.joined()
    let columns = try Reading(text, change).report.columns
    return Dictionary(uniqueKeysWithValues: columns.map { ($0.role.rawValue, $0.name) })
  }

  @Test("The usual names, whatever their letters, spaces and marks")
  func usual() throws {
    #expect(
      try found(
        "case:concept:name,concept:name,time:timestamp,start_timestamp,Activity,case:channel",
        ["1,a,2026-01-02,2026-01-01,b,web"])
        == [
          "case": "case:concept:name", "touchpoint": "concept:name", "time": "time:timestamp",
          "began": "start_timestamp", "channel": "case:channel",
        ])
    #expect(
      try found(
        "Customer ID;Event-Name;Event Time;Channel;Segment;Phase;Score",
        ["1;a;2026-01-01;web;new;first;4,5"])
        == [
          "case": "Customer ID", "touchpoint": "Event-Name", "time": "Event Time",
          "channel": "Channel", "persona": "Segment", "stage": "Phase", "felt": "Score",
        ])
    #expect(
      try found("page\tvisitor\tts", ["/\t1\t1700000000"])
        == ["case": "visitor", "touchpoint": "page", "time": "ts"])
  }

  @Test("Of several usual names the one that every row fills; numbers that count since 1970")
  func filled() throws {
    #expect(
      try found(
        "user_id,user_pseudo_id,event_name,created_at,account_at",
        [",p1,open,1772633106,5", "u1,p1,close,1772633206,6"])
        == ["case": "user_pseudo_id", "touchpoint": "event_name", "time": "created_at"])
    #expect(
      Reading.problem("user_id,client_id,event,time\nu,c,a,2026-01-01\n")?
        .hasPrefix("log: more than one column could say whose event a row is") == true)
    // Ten rows of one event say that the column is none of events.
    let rows = (0..<10).map { "\($0 / 2),Status,\($0),2026-01-0\($0 % 9 + 1)" }
    #expect(
      try found("Case Number,Field / Event,New Value,Edit Date", rows)
        == ["case": "Case Number", "touchpoint": "New Value", "time": "Edit Date"])
    #expect(
      Reading.problem("Case Number,Field / Event,Other,Edit Date\n" + rows.joined(separator: "\n"))?
        .hasPrefix("log: no column says what was touched") == true)
  }

  @Test("Names that end like those of states, times and identifiers that come again")
  func shapes() throws {
    #expect(
      try found(
        "bill_id,bill_status,status_changed_at,employee_id",
        ["b1,open,2026-01-01,e1", "b1,paid,2026-01-02,e1"])
        == ["case": "bill_id", "touchpoint": "bill_status", "time": "status_changed_at"])
    #expect(
      try found("ID;Event;Title;Date;", ["1;a;x;2026-01-01;", "1;b;x;2026-01-02;"])
        == ["case": "ID", "touchpoint": "Event", "time": "Date"])
    #expect(
      try found("ReviewID,CustomerID,Wann,Step", ["1,2,2026-01-01,a"])
        == ["case": "CustomerID", "touchpoint": "Step", "time": "Wann"])
    // An end is the time of an event that lasts; a beginning is where there is nothing else.
    #expect(
      try found("case,step,start_time,end_time", ["1,a,2026-01-01,2026-01-02"])
        == ["case": "case", "touchpoint": "step", "time": "end_time", "began": "start_time"])
    #expect(
      try found("case,step,started_at", ["1,a,2026-01-01"])
        == ["case": "case", "touchpoint": "step", "time": "started_at"])
  }

  @Test("What only sounds right is left alone")
  func restraint() throws {
    // A score in words, a channel without a cell, a start that is no time.
    #expect(
      try found("case,step,time,emotion,channel,start_time", ["1,a,2026-01-01,happy,,soon"])
        == ["case": "case", "touchpoint": "step", "time": "time"])
  }

  @Test("Words for what is not known are no scores, and do not hide the scores behind them")
  func unknownScores() throws {
    let words = ["N/A", "null", "none", "-", " NA ", ""]
    let rows = (0..<2_400).map { "c,a,2026-01-01,\(words[$0 % 6])\n" }.joined()
    let reading = try Reading("case,step,time,score\n" + rows + "c,a,2026-01-01,4\n")
    #expect(reading.rejections.isEmpty)
    #expect(reading.rows.compactMap(\.felt) == [4])
    #expect(reading.rows.count == 2_401)
    let wordy = try Reading("case,step,time,score\n1,a,2026-01-01,happy\n1,a,2026-01-01,-\n")
    #expect(
      wordy.report.remarks == [
        "'score' holds words, not numbers, among its first 2 rows, and is not taken for scores."
      ])
  }

  @Test("White space around names does not count, and names of nothing else are missing")
  func whiteSpace() throws {
    let reading = try Reading(
      "case,step,time,persona\n 1 ,\ta ,2026-01-01, new \n1,a,2026-01-01,  \n"
        + "  ,a,2026-01-01,x\n1,\t,2026-01-01,x\n")
    #expect(reading.rows.map(\.customer) == ["1", "1"])
    #expect(reading.rows.map(\.touchpoint) == ["a", "a"])
    #expect(reading.rows.map(\.persona) == ["new", ""])
    #expect(reading.rejections.map(\.reason) == [.noCustomer, .noTouchpoint])
    let xes = try XESReading(
      """
      <log><trace><string key="concept:name" value=" 1 "/>
      <event><string key="concept:name" value=" a&#9;"/></event>
      <event><string key="concept:name" value="  "/></event></trace></log>
      """, needsTimes: false)
    #expect(xes.lines == ["1: a"])
    #expect(xes.rejected.count == 1)
  }

  @Test("What Unicode calls white space does not count around any cell, and counts within")
  func allWhiteSpace() throws {
    let white = (0...0xFFFF).compactMap(Unicode.Scalar.init).map { String($0) }
      .filter { $0.naivelyTrimmed.isEmpty }
    #expect(white.count == 27)
    for around in white.filter({ !["\n", "\r"].contains($0) }) + ["\u{A0}\t\u{3000}\u{200B} "] {
      func cell(_ text: String) -> String { "\"\(around)\(text)\(around)\"" }
      let head = "case,step,time,score,channel\n"
      let log =
        head
        + [cell("1"), cell("é\(around)日"), cell("2026-01-01"), cell("4.5"), cell("")]
        .joined(separator: ",") + "\n" + cell("") + ",a,2026-01-01,,\n"
      let reading = try Reading(log)
      #expect(reading.rows.map(\.touchpoint) == ["é\(around)日"])
      #expect(reading.rows.map(\.customer) == ["1"])
      #expect(reading.rows.map(\.felt) == [4.5])
      #expect(reading.rows.map(\.channel) == [""])
      #expect(reading.rejections.map(\.reason) == [.noCustomer])
    }
  }

  @Test("Names in messages are cut and say nothing to a terminal")
  func shownNames() {
    let long = String(repeating: "n", count: 500)
    let problem = Reading.problem("\u{1B}[31mred,\(long)\nx,y\n") ?? ""
    #expect(problem.contains("'\u{FFFD}[31mred'"))
    #expect(problem.contains("'\(String(repeating: "n", count: 59))…'"))
    #expect(problem.utf8.count < 400)
  }

  @Test("A column that is called like one of times says what it should hold")
  func badTimes() {
    #expect(
      Reading.problem("case,event,time\nx,y,soon\n")
        == "log: the column 'time' is called like one of times, but 'soon' is no time that can be "
        + "read; there are 'case' (such as x), 'event' (such as y), 'time' (such as soon); write "
        + "times like 2026-01-31 10:15:00, or name another column with --time")
  }

  @Test("Columns that are told come first, and a column may be told in plain letters")
  func told() throws {
    let columns = try Reading("user_id,event,time,Session ID\n1,a,2026-01-01,s\n") {
      $0.columns[.customer] = "session_id"
    }.report.columns
    #expect(
      columns == [
        LogReport.Column(.customer, "Session ID", wasFound: false),
        LogReport.Column(.touchpoint, "event", wasFound: true),
        LogReport.Column(.time, "time", wasFound: true),
      ])
  }

  @Test("Logs without times need no column of times")
  func noTimes() throws {
    let reading = try Reading("case,step\n1,a\n", needsTimes: false)
    #expect(reading.rows == [RowCollector.Row(customer: "1", touchpoint: "a")])
  }

  @Test(
    "What cannot be found is shown with an example",
    arguments: [
      (
        "a,event,time\nx,y,2026-01-01\n",
        "log: no column says whose event a row is; there are 'a' (such as x), 'event' (such as y), "
          + "'time' (such as 2026-01-01); name the column with --case"
      ),
      (
        "case,b,time\nx,y,2026-01-01\n",
        "log: no column says what was touched; there are 'case' (such as x), 'b' (such as y), "
          + "'time' (such as 2026-01-01); name the column with --touchpoint"
      ),
      (
        "case,event,when\nx,y,soon\n",
        "log: no column says when an event happened; there are 'case' (such as x), 'event' "
          + "(such as y), 'when' (such as soon); name the column with --time"
      ),
      (
        "client_id,user_id,event,time\nx,y,z,2026-01-01\n",
        "log: more than one column could say whose event a row is: 'client_id' (such as x), "
          + "'user_id' (such as y); name the right one with --case"
      ),
      (
        "case,event,paid_at,sent_at\nx,y,2026-01-01,2026-01-01\n",
        "log: more than one column could say when an event happened: 'paid_at' "
          + "(such as 2026-01-01), 'sent_at' (such as 2026-01-01); name the right one with --time"
      ),
      (
        "case\nx\n",
        "log: no column says when an event happened; the only column is 'case' (such as x); "
          + "separate the columns with a comma, a semicolon, a tab or a bar"
      ),
      (
        "case,event,2026-01-01 10:00:00\n",
        "log:1: the first row holds '2026-01-01 10:00:00', a time, where the names of columns "
          + "should be; put a row with the names of the columns in front"
      ),
      ("\n\n", "log:1: there is no row with the names of columns"), ("", "log: this log is empty"),
    ])
  func problems(_ text: String, _ words: String) {
    #expect(Reading.problem(text) == words)
  }

  @Test("What was told and is not there")
  func toldProblems() {
    let text = "case,event,time,time\nx,y,2026-01-01,2026-01-01\n"
    #expect(
      Reading.problem(text) { $0.columns[.channel] = "way" }
        == "log: there is no column 'way'; there are 'case' (such as x), 'event' (such as y), "
        + "'time' (such as 2026-01-01), 'time' (such as 2026-01-01); name one of these with "
        + "--channel")
    #expect(
      Reading.problem(text) { $0.columns[.time] = "time" }
        == "log: 2 columns are called 'time'; give each its own name")
    #expect(
      Reading.problem("case,event,at\nx,y,soon\n") { $0.columns[.time] = "at" }
        == "log: the column 'at' does not hold times; it begins with 'soon'; write times "
        + "like 2026-01-31 10:15:00, or name another column with --time; there are 'case' "
        + "(such as x), 'event' (such as y), 'at' (such as soon)")
    #expect(
      Reading.problem("case,event,time\nx,y,2026-01-01\n") { $0.timeZone = "Mars/Olympus" }
        == "time zone: 'Mars/Olympus' is not known; say it like Europe/Berlin or +02:00")
    #expect(
      Reading.problem("case,event,time\nx,y,2026-01-01\n") { $0.lifecycle = .joined }
        == "log: no column says which part of its life cycle an event tells; there are 'case' "
        + "(such as x), 'event' (such as y), 'time' (such as 2026-01-01); call it "
        + "lifecycle:transition, or leave --lifecycle out, so that each row counts")
  }
}
