import Foundation
import JourneyTestSupport
import Testing

@testable import EventLogs

@Suite("JSON Lines")
struct JSONLinesTests {
  @Test("Members by name and by the names of the objects around them")
  func members() throws {
    let reading = try Reading(
      #"""
      {"user": {"id": "u1", "plan": "pro"}, "event": "open \"x\"\u00e9\ud83d\ude00\n", "ts": 1700000000123, "score": 4.5, "tags": [1, {"event": "no"}]}
      {"event":"close","user":{"id":2},"ts":1700000001123,"score":null}

      {"event":true,"user":{"id":"u3"},"ts":"2026-01-01T00:00:00Z"}
      """#)
    #expect(
      reading.rows == [
        RowCollector.Row(
          customer: "u1", touchpoint: "open \"x\"é😀", time: 1_700_000_000_123_000, felt: 4.5),
        RowCollector.Row(customer: "2", touchpoint: "close", time: 1_700_000_001_123_000),
        RowCollector.Row(customer: "u3", touchpoint: "true", time: 1_767_225_600_000_000),
      ])
    #expect(reading.report.format == .jsonLines)
    #expect(reading.report.columns.map(\.name) == ["user.id", "event", "ts", "score"])
  }

  @Test("The usual names are looked for within objects too, where the line itself has none")
  func nestedNames() throws {
    let reading = try Reading(
      """
      {"event":"open","properties":{"time":1772633106,"distinct_id":"u1","score":2,"a":{"score":1}}}
      {"event":"close","properties":{"time":1772633107,"distinct_id":"u1"}}

      """)
    #expect(
      reading.report.columns.map(\.name) == ["properties.distinct_id", "event", "properties.time"])
    #expect(reading.rows.map(\.touchpoint) == ["open", "close"])
    #expect(
      Reading.problem(
        "{\"a\":{\"user_id\":1},\"b\":{\"user_id\":2},\"event\":\"x\",\"time\":\"2026-01-01\"}\n")
        == "log: more than one column could say whose event a row is: 'a.user_id' (such as 1), "
        + "'b.user_id' (such as 2); name the right one with --case")
  }

  @Test(
    "Lines that are no object are told",
    arguments: [
      "{", "{}x", "[]", "\"a\"", "{\"a\":}", "{\"a\" 1}", "{\"a\":1,}", "{a:1}", "{\"a\":\"\\x\"}",
      "{\"a\":tru}", "{\"a\":1 2}", "{\"a\":\"b}", "{\"event\":[1]}", "{\"event\":{\"x\":1}}",
      "{\"a\":[1,]}", "{\"a\":\"\\u12g4\"}", "{\"a\":-}", "{\"a\":[1}", "nonsense", "{\"a\":nul}",
    ])
  func bad(_ line: String) throws {
    let good = "{\"case\":\"1\",\"event\":\"a\",\"time\":\"2026-01-01\",\"a\":0}\n"
    let reading = try Reading(good + line + "\n" + good)
    #expect(reading.rows.count == 2)
    #expect(reading.rejections == [Rejection(reason: .badRow, line: 2, row: line)])
  }

  @Test("Nesting is bounded")
  func depth() throws {
    let good = "{\"case\":\"1\",\"event\":\"a\",\"time\":\"2026-01-01\"}\n"
    func nested(_ count: Int) -> String {
      String(good.dropLast(2)) + ",\"x\":" + String(repeating: "[", count: count)
        + String(repeating: "]", count: count) + "}\n"
    }
    #expect(try Reading(good + nested(200)).rows.count == 2)
    let reading = try Reading(good + nested(100_000))
    #expect(reading.rows.count == 1)
    #expect(reading.rejections.map(\.reason) == [.badRow])
  }

  @Test("Objects over several lines, and an array of objects, are told")
  func shape() {
    #expect(
      Reading.problem("{\n \"case\": \"1\"\n}\n")
        == "log:1: no line of the beginning is a whole JSON object; write one object a line, for "
        + "example with jq -c .")
  }

  @Test("Half a surrogate pair becomes a replacement character")
  func surrogates() throws {
    let reading = try Reading(
      #"{"case":"1","event":"a\ud83dx\ude00","time":"2026-01-01"}"# + "\n")
    #expect(reading.rows.map(\.touchpoint) == ["a\u{FFFD}x\u{FFFD}"])
  }

  @Test("What Foundation writes is read as it was", arguments: SeededGenerator.seeds(40))
  func foundation(_ seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let pieces = ["a", "\"", "\\", "é", "日本", "😀", "\n", "\t", "/", "\u{7F}", " ", "{", "}", ","]
    func text() -> String {
      "t"
        + (0..<Int.random(in: 0...12, using: &generator)).map { _ in generator.pick(pieces) }
        .joined()
    }
    var expected: [RowCollector.Row] = []
    var lines = ""
    for at in 0..<Int.random(in: 1...60, using: &generator) {
      var row = RowCollector.Row(customer: text(), touchpoint: text())
      row.time = Int64(at) * 1_000_000
      var object: [String: Any] = [
        "user": ["id": row.customer, text(): [text(): 1]], "event": row.touchpoint,
        "time": "1970-01-01T00:00:\(at < 10 ? "0" : "")\(at)Z", text() + "x": [text(), 1, false],
      ]
      if generator.chance(0.5) {
        row.felt = generator.decimal(-5...5)
        object["felt"] = row.felt
      }
      if generator.chance(0.5) {
        row.channel = text()
        object["channel"] = row.channel
      }
      let data = try JSONSerialization.data(
        withJSONObject: object,
        options: generator.chance(0.5) ? [.withoutEscapingSlashes] : [.sortedKeys])
      lines += String(decoding: data, as: UTF8.self) + generator.pick(["\n", "\r\n", "\n\n"])
      row.customer = row.customer.naivelyTrimmed
      row.touchpoint = row.touchpoint.naivelyTrimmed
      row.channel = row.channel.naivelyTrimmed
      expected.append(row)
    }
    let size = generator.pick([1, 50, 3_000, 1 << 20])
    let reading = try Reading(
      lines, threads: generator.pick([1, 3]), blockSize: size
    ) {
      $0.columns = [
        .customer: "user.id", .touchpoint: "event", .time: "time",
      ]
    }
    let different = zip(reading.rows, expected).first { $0 != $1 }
    #expect(
      reading.rows.count == expected.count && different == nil, "seed \(seed): \(different as Any)")
    #expect(reading.rejections.isEmpty)
  }
}
