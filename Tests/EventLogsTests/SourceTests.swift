import Foundation
import Testing

@testable import EventLogs

@Suite("Where logs come from")
struct SourceTests {
  private let rows = "case,event,time\n1,a,2026-01-01\n1,b,2026-01-02\n2,a,2026-01-03\n"

  /// Gzip without packing: whole bytes in stored blocks.
  private func gzip(_ bytes: [UInt8]) -> [UInt8] {
    var crc = UInt32.max
    for byte in bytes {
      crc ^= UInt32(byte)
      for _ in 0..<8 { crc = crc & 1 == 1 ? crc >> 1 ^ 0xEDB8_8320 : crc >> 1 }
    }
    func little(_ value: UInt32, _ count: Int) -> [UInt8] {
      (0..<count).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
    }
    var packed: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 255]
    for at in stride(from: 0, to: max(1, bytes.count), by: 60_000) {
      let piece = bytes[at...].prefix(60_000)
      packed.append(at + 60_000 >= bytes.count ? 1 : 0)
      packed += little(UInt32(piece.count), 2) + little(~UInt32(piece.count), 2) + piece
    }
    return packed + little(~crc, 4) + little(UInt32(bytes.count), 4)
  }

  private func problem(_ bytes: [UInt8]) -> String? {
    do throws(LogProblem) {
      _ = try Reading([.bytes(bytes, name: "log")])
      return nil
    } catch {
      return error.description
    }
  }

  @Test("Gzip is found out and undone, also of several members")
  func members() throws {
    let plain = try Reading(rows)
    let bytes = Array(rows.utf8)
    #expect(plain.rows.count == 3)
    #expect(try Reading([.bytes(gzip(bytes), name: "log")]).rows == plain.rows)
    let two =
      gzip(Array(bytes[..<20])) + gzip([]) + [0, 0] + gzip(Array(bytes[20...])) + [0, 0, 0]
    for size in [1, 5, 1_000] {
      #expect(
        try Reading([.bytes(two, name: "log")], threads: 2, blockSize: size).rows == plain.rows)
    }
  }

  @Test("Gzip that is cut off, damaged or followed by something else is told with its byte")
  func damaged() {
    let packed = gzip(Array(rows.utf8))
    let mend =
      " (bytes count in what is unpacked); fetch or pack the file again, and test it with gzip -t"
    #expect(problem(Array(packed.dropLast(12))) == "log: byte 57: the gzip data is cut off" + mend)
    #expect(problem(Array(packed.prefix(4))) == "log: byte 0: the gzip data is cut off" + mend)
    var wrong = packed
    wrong[packed.count - 6] ^= 1
    #expect(
      problem(wrong) == "log: byte 61: the gzip data is damaged: incorrect data check" + mend)
    #expect(
      problem(packed + [7])
        == "log: byte 61: something that is not gzip follows the gzip data" + mend)
  }

  @Test("Files and pipes")
  func files() throws {
    let folder = FileManager.default.temporaryDirectory
    let file = folder.appendingPathComponent("journey-source-\(UUID().uuidString).csv")
    try Data(rows.utf8).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    #expect(try Reading([.file(path: file.path)]).rows == Reading(rows).rows)
    #expect(throws: LogProblem(input: "/no/such", summary: "there is no such file")) {
      try Reading([.file(path: "/no/such")])
    }
    #expect(
      throws: LogProblem(
        input: folder.path, summary: "this is a folder, not a log", fix: "name the files in it")
    ) {
      try Reading([.file(path: folder.path)])
    }
  }

  @Test("A pipe cannot be read twice, so that what was read is kept until dates are settled")
  func pipe() throws {
    let path = FileManager.default.temporaryDirectory
      .appendingPathComponent("journey-pipe-\(UUID().uuidString)").path
    try #require(mkfifo(path, 0o600) == 0)
    defer { unlink(path) }
    let count = 30_000
    let text =
      "case,event,time\n" + String(repeating: "1,a,03/04/2026\n", count: count)
      + "1,b,31/12/2026\n"
    let writer = Thread {
      if let file = FileHandle(forWritingAtPath: path) {
        file.write(Data(text.utf8))
        try? file.close()
      }
    }
    writer.start()
    let reading = try Reading([.file(path: path)], threads: 2)
    #expect(reading.rows.count == count + 1)
    #expect(reading.rows.first?.time == 1_775_174_400_000_000)
  }

  @Test("What is no log is named")
  func foreign() {
    #expect(
      problem([0x50, 0x4B, 3, 4, 0])
        == "log: this is a ZIP archive or a workbook; unpack it, or save it as CSV")
    #expect(
      problem([0xFF, 0xFE, 0x61, 0])
        == "log: this is written in UTF-16, not UTF-8; save it as UTF-8, for example with "
        + "iconv -f UTF-16 -t UTF-8")
    #expect(
      problem(Array("case,event,time\n".utf8).flatMap { [$0, 0] })
        == "log: this is written in UTF-16, not UTF-8; save it as UTF-8, for example with "
        + "iconv -f UTF-16 -t UTF-8")
    #expect(
      problem(Array("[{\"case\": 1}]".utf8))
        == "log: this is one JSON array, not one JSON object a line; turn it into lines, for "
        + "example with jq -c '.[]'")
  }

  @Test(
    "What is no text is told from its first bytes",
    arguments: [
      ([0xFF, 0xFE, 0x61, 0], "log: this is written in UTF-16"),
      ([0xFF, 0xFE, 0, 0, 0x61, 0, 0, 0], "log: this is written in UTF-32"),
      ([0x25, 0x50, 0x44, 0x46, 0x2D], "log: this is a PDF"),
      ([0x61, 0x2C, 0, 0x0A], "log: byte 2: a NUL byte in the first line: this is no text"),
    ] as [([UInt8], String)])
  func binary(_ bytes: [UInt8], _ told: String) {
    let problem = problem(bytes)
    #expect(problem?.hasPrefix(told) == true, "\(problem ?? "nothing")")
  }

  @Test("A log that is packed twice is told")
  func twice() {
    #expect(
      problem(gzip(gzip(Array(rows.utf8))))
        == "log: this is packed with gzip twice; unpack it once with gunzip")
  }

  @Test("An input whose first rows hold no readable time is read as the first one is")
  func laterTimes() throws {
    let second = "case,event,time\n2,x,n/a\n2,x,soon\n2,y,2026-01-04\n"
    let reading = try Reading([
      .bytes(Array(rows.utf8), name: "a"), .bytes(Array(second.utf8), name: "b"),
    ])
    #expect(reading.rows.map(\.customer).suffix(1) == ["2"])
    #expect(
      reading.report.rejected.map { "\($0.reason.rawValue) \($0.first.map(\.line))" } == [
        "no-time [2]", "bad-time [3]",
      ])
    // None at all: each row is told, and the whole is not refused.
    let none = try Reading([
      .bytes(Array(rows.utf8), name: "a"),
      .bytes(Array("case,event,time\n2,x,soon\n".utf8), name: "b"),
      .bytes(Array("case,event,time\n".utf8), name: "c"),
    ])
    #expect(none.report.rejected.map(\.count) == [1])
    #expect(none.report.remarks == ["c holds no events."])
  }

  @Test("Several inputs are one log; columns are found by their names")
  func several() throws {
    let second = "time;note;case;event\n2026-01-04;x;3;c\nbad;x;3;c\n"
    let third = "{\"case\":\"4\",\"event\":\"d\",\"time\":\"2026-01-05\"}\n"
    let reading = try Reading(
      [
        .bytes(Array(rows.utf8), name: "a"), .bytes(Array(second.utf8), name: "b"),
        .bytes(Array(third.utf8), name: "c"),
      ], threads: 2, blockSize: 10)
    #expect(reading.rows.map(\.customer) == ["1", "1", "2", "3", "4"])
    #expect(
      reading.report.rejected == [
        LogReport.Rejected(
          reason: .badTime, count: 1,
          first: [
            LogReport.Rejected.Row(
              input: "b", line: 3, text: "bad",
              why: "'time' holds 'bad', which is no time that can be read")
          ])
      ])
    #expect(
      throws: LogProblem(
        input: "b",
        summary: "there is no column 'event' as in the first log; there are 'case' "
          + "(such as 1), 'step' (such as a), 'time' (such as 2026-01-01)",
        fix: "give the columns of all logs the same names")
    ) {
      try Reading([
        .bytes(Array(rows.utf8), name: "a"),
        .bytes(Array("case,step,time\n1,a,2026-01-01\n".utf8), name: "b"),
      ])
    }
  }

  @Test("A quotation mark that is not closed is told with its line, however late it comes")
  func unclosed() {
    let mend = "; close it, or double quotation marks that are part of a text"
    #expect(
      Reading.problem(rows + "1,\"a,2026-01-01\n1,a,2026-01-01\n")
        == "log:5: the quotation mark that opens a cell here is never closed" + mend)
    let many = String(repeating: "1,\"a\na\",2026-01-01\n", count: 40_000)
    #expect(
      Reading.problem("case,event,time\n" + many + "1,\"a,2026-01-01\n1,a,2026-01-01\n")
        == "log:80002: the quotation mark that opens a cell here is never closed" + mend)
  }

  @Test("A row that is too long is not counted, and the next ones are")
  func longRows() throws {
    let long = "1," + String(repeating: "a", count: 5_000) + ",2026-01-01\n"
    let text = rows + long + "3,c,2026-01-05\n3,c,bad\n"
    let source = try ByteSource(.bytes(Array(text.utf8), name: "log"))
    let head = try TableHead(source)
    let sink = RowCollector()
    let session = try ReadingSession(options: LogOptions(), sinks: [sink], blockSize: 64)
    try RowsReader(session: session, longestRow: 1_000).read(source, head, later: [])
    session.tally.fill(&session.report)
    #expect(RowCollector.rows([sink]).map(\.customer) == ["1", "1", "2", "3"])
    #expect(
      session.report.rejected.map { [$0.reason.rawValue, "\($0.first.map(\.line))"] } == [
        ["bad-time", "[7]"], ["bad-row", "[5]"],
      ])
  }
}
