import EventCounting
import Synchronization

@testable import EventLogs

/// Keeps the rows of a log, to be looked at.
final class RowCollector: RowSink {
  /// A row as text.
  struct Row: Hashable {
    var customer: String
    var touchpoint: String
    var channel = ""
    var persona = ""
    var stage = ""
    var time: Int64?
    var began: Int64?
    var sequence: Int64?
    var felt: Double?
    var part = EventRow.Part.whole
  }

  private let parts = Mutex<[(part: Int, rows: [Row])]>([])

  func begin(part index: Int) {
    parts.withLock { $0.append((index, [])) }
  }

  func add(_ row: borrowing EventRow) {
    let copy = Row(
      customer: String(decoding: row.customer, as: UTF8.self),
      touchpoint: String(decoding: row.touchpoint, as: UTF8.self),
      channel: String(decoding: row.channel, as: UTF8.self),
      persona: String(decoding: row.persona, as: UTF8.self),
      stage: String(decoding: row.stage, as: UTF8.self),
      time: row.time == EventRow.unknown ? nil : row.time,
      began: row.began == EventRow.unknown ? nil : row.began,
      sequence: row.sequence == EventRow.unknown ? nil : row.sequence,
      felt: row.felt.isNaN ? nil : row.felt, part: row.part)
    parts.withLock { $0[$0.count - 1].rows.append(copy) }
  }

  /// The rows of some collectors in the order of the log.
  static func rows(_ collectors: [RowCollector]) -> [Row] {
    collectors.flatMap { $0.parts.withLock { $0 } }.sorted { $0.part < $1.part }.flatMap(\.rows)
  }
}

/// A row that was not counted, as it was told.
struct Rejection: Hashable {
  var reason: LogReport.Reason
  var line: Int
  var row: String
}

/// What was read of a log.
struct Reading {
  var rows: [RowCollector.Row]
  var report: LogReport
  var rejections: [Rejection]

  /// Reads logs.
  init(
    _ inputs: [LogInput], threads: Int = 1, needsTimes: Bool = true, blockSize: Int = 1 << 20,
    _ change: (inout LogOptions) -> Void = { _ in }
  ) throws(LogProblem) {
    var options = LogOptions()
    change(&options)
    let sinks = (0..<threads).map { _ in RowCollector() }
    var rejections: [Rejection] = []
    report = try LogReader(options: options).read(
      inputs, into: sinks, needsTimes: needsTimes, blockSize: blockSize,
      rejected: { reason, place, row in
        rejections.append(
          Rejection(reason: reason, line: place.line, row: String(decoding: row, as: UTF8.self)))
      })
    rows = RowCollector.rows(sinks)
    self.rejections = rejections
  }

  /// Reads a log in memory.
  init(
    _ text: String, threads: Int = 1, needsTimes: Bool = true, blockSize: Int = 1 << 20,
    _ change: (inout LogOptions) -> Void = { _ in }
  ) throws(LogProblem) {
    try self.init(
      [.bytes(Array(text.utf8), name: "log")], threads: threads, needsTimes: needsTimes,
      blockSize: blockSize, change)
  }

  /// The problem of a log that cannot be read.
  static func problem(_ text: String, _ change: (inout LogOptions) -> Void = { _ in }) -> String? {
    do throws(LogProblem) {
      _ = try Reading(text, change)
      return nil
    } catch {
      return error.description
    }
  }
}
