import EventCounting
import JourneyTestSupport
import Testing

@testable import EventLogs

/// Random tables, read as they are and by a reader that is slow and plain.
@Suite("Tables against a slow reader")
struct TableOracleTests {
  private struct Table {
    var text: String
    var delimiter: Character
    var newline: String
  }

  private static let names = ["case_id", "activity", "timestamp", "channel", "note", "score"]

  private func table(_ generator: inout SeededGenerator) -> Table {
    let delimiter = generator.pick([",", ";", "\t", "|"] as [Character])
    let newline = generator.pick(["\n", "\r\n", "\n", "\r"])
    let quotes = generator.pick([0, 0.02, 0.4])
    let oddities = generator.pick([0, 0.05])
    var text = generator.chance(0.2) ? "\u{FEFF}" : ""
    text += Self.names.joined(separator: String(delimiter)) + newline
    let count = Int.random(in: 3...120, using: &generator)
    for at in 0..<count {
      if generator.chance(0.03) { text += newline }
      var cells = [
        "c\(Int.random(in: 1...9, using: &generator))",
        generator.pick(["start", "büro", "日本", "a b", "x", "5\" screen"]),
        "2026-01-0\(Int.random(in: 1...9, using: &generator)) 10:00:0\(at % 10)",
        generator.pick(["", "web", "shop"]), generator.pick(["", "n", "long note of words"]),
        generator.pick(["", "1", "-2.5", "3e1"]),
      ]
      if generator.chance(oddities) { cells[Int.random(in: 0..<6, using: &generator)] = "" }
      if generator.chance(oddities) { cells[5] = "good" }
      if generator.chance(oddities) { cells[2] = "soon" }
      var written = cells.enumerated().map { place, cell in
        guard generator.chance(quotes) else { return cell }
        var cell = cell
        if place == 4 || place == 1, generator.chance(0.5) {
          cell += generator.pick(["\"", newline, String(delimiter), "\"\"", "\n", "\r"])
        }
        return "\"" + cell.map { $0 == "\"" ? "\"\"" : String($0) }.joined() + "\""
      }
      if generator.chance(oddities) { written.removeLast(Int.random(in: 1...3, using: &generator)) }
      if generator.chance(oddities) { written.append(generator.pick(["", "more"])) }
      if written.count > 3, generator.chance(oddities) { written[3] = "\"web\"site" }
      text += written.joined(separator: String(delimiter))
      if at < count - 1 || generator.chance(0.7) { text += newline }
    }
    return Table(text: text, delimiter: delimiter, newline: newline)
  }

  /// What the slow reader makes of a table.
  private func expected(_ table: Table) -> (rows: [RowCollector.Row], rejections: [Rejection]) {
    var text = table.text
    if text.unicodeScalars.first == "\u{FEFF}" { text.unicodeScalars.removeFirst() }
    var rows: [RowCollector.Row] = []
    var rejections: [Rejection] = []
    for row in NaiveTable(text, delimiter: table.delimiter, newline: table.newline).rows.dropFirst()
    {
      func reject(_ reason: LogReport.Reason) {
        rejections.append(Rejection(reason: reason, line: row.line, row: row.text))
      }
      var parser = TimeParser()
      let cells = row.cells
      if row.isBroken {
        reject(.badRow)
      } else if cells.count < 6 {
        reject(.tooFewCells)
      } else if cells.dropFirst(6).contains(where: { !$0.isEmpty }) {
        reject(.tooManyCells)
      } else if cells[0].naivelyTrimmed.isEmpty {
        reject(.noCustomer)
      } else if cells[1].naivelyTrimmed.isEmpty {
        reject(.noTouchpoint)
      } else if cells[2].isEmpty {
        reject(.noTime)
      } else if let time = Array(cells[2].utf8).withUnsafeBytes({ parser.microseconds($0) }) {
        let score = cells[5].isEmpty ? nil : Double(cells[5])
        if score == nil, !cells[5].isEmpty {
          reject(.badScore)
        } else {
          rows.append(
            RowCollector.Row(
              customer: cells[0].naivelyTrimmed, touchpoint: cells[1].naivelyTrimmed,
              channel: cells[3].naivelyTrimmed, time: time, felt: score))
        }
      } else {
        reject(.badTime)
      }
    }
    return (rows, rejections)
  }

  @Test(
    "Every table, in every size of blocks, on every number of threads",
    arguments: SeededGenerator.seeds(120))
  func random(_ seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let table = table(&generator)
    let expected = expected(table)
    for threads in [1, 3] {
      let size = generator.pick([1, 2, 7, 64, 1_000, 1 << 20])
      let reading = try Reading(table.text, threads: threads, blockSize: size) {
        $0.columns = [
          .customer: "case_id", .touchpoint: "activity", .time: "timestamp", .channel: "channel",
          .felt: "score",
        ]
      }
      let place = "seed \(seed), \(threads) threads, blocks of \(size)"
      #expect(reading.rows == expected.rows, "\(place)")
      let different = zip(reading.rejections, expected.rejections).first { $0 != $1 }
      #expect(
        reading.rejections.count == expected.rejections.count && different == nil,
        "\(place): \(different as Any)")
      #expect(reading.report.rows == expected.rows.count + expected.rejections.count, "\(place)")
    }
  }
}
