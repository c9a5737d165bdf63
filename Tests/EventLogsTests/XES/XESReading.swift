import EventCounting
import Synchronization

@testable import EventLogs

/// A row as values.
struct XESTestRow: Equatable, CustomStringConvertible {
  var customer = ""
  var touchpoint = ""
  var time: Int64?
  var began: Int64?
  var sequence: Int64?
  var channel = ""
  var persona = ""
  var stage = ""
  var felt: Double?
  var part = EventRow.Part.whole

  /// The customer and what was touched, and then what else is known.
  var description: String {
    var text = "\(customer): \(touchpoint)"
    if let began { text += " from \(began)" }
    if let time { text += " at \(time)" }
    if let sequence { text += " #\(sequence)" }
    if !channel.isEmpty { text += " by \(channel)" }
    if !persona.isEmpty { text += " as \(persona)" }
    if !stage.isEmpty { text += " in \(stage)" }
    if let felt { text += " felt \(felt)" }
    if part != .whole { text += " (\(part))" }
    return text
  }
}

/// Keeps the rows of one lane.
private final class XESTestSink: RowSink {
  private let state = Mutex((part: 0, rows: [(part: Int, row: XESTestRow)]()))

  var rows: [(part: Int, row: XESTestRow)] { state.withLock { $0.rows } }

  func begin(part index: Int) {
    state.withLock { $0.part = index }
  }

  func add(_ row: borrowing EventRow) {
    func text(_ bytes: UnsafeRawBufferPointer) -> String {
      String(validating: bytes, as: UTF8.self) ?? "not UTF-8"
    }
    func known(_ value: Int64) -> Int64? { value == EventRow.unknown ? nil : value }
    let copy = XESTestRow(
      customer: text(row.customer), touchpoint: text(row.touchpoint), time: known(row.time),
      began: known(row.began), sequence: known(row.sequence), channel: text(row.channel),
      persona: text(row.persona), stage: text(row.stage), felt: row.felt.isNaN ? nil : row.felt,
      part: row.part)
    state.withLock { $0.rows.append(($0.part, copy)) }
  }
}

/// What is read of logs in memory.
struct XESReading {
  var rows: [XESTestRow]
  var report: LogReport
  /// The rows that were not counted: reason, line, bytes.
  var rejected: [String]

  /// The rows in words.
  var lines: [String] { rows.map(\.description) }

  init(
    _ texts: String..., threads: Int = 1, blockSize: Int = 1 << 20,
    needsTimes: Bool = true, _ change: (inout LogOptions) -> Void = { _ in }
  ) throws(LogProblem) {
    try self.init(
      bytes: texts.map { Array($0.utf8) }, threads: threads, blockSize: blockSize,
      needsTimes: needsTimes, change)
  }

  init(
    bytes: [[UInt8]], threads: Int = 1, blockSize: Int = 1 << 20, needsTimes: Bool = true,
    _ change: (inout LogOptions) -> Void = { _ in }
  ) throws(LogProblem) {
    var options = LogOptions()
    change(&options)
    let sinks = (0..<threads).map { _ in XESTestSink() }
    var rejected: [String] = []
    let inputs = bytes.enumerated().map { index, bytes in
      LogInput.bytes(bytes, name: index == 0 ? "log" : "log \(index + 1)")
    }
    report = try LogReader(options: options).read(
      inputs, into: sinks, needsTimes: needsTimes, blockSize: blockSize,
      rejected: { reason, place, row in
        rejected.append("\(reason.rawValue) \(place.line): \(String(decoding: row, as: UTF8.self))")
      })
    self.rejected = rejected
    // Sorting is stable, so that rows of one part stay in their order.
    rows = sinks.flatMap(\.rows).sorted { $0.part < $1.part }.map(\.row)
  }

  /// What is wrong with a log; nil: nothing.
  static func problem(
    _ text: String, blockSize: Int = 1 << 20, _ change: (inout LogOptions) -> Void = { _ in }
  ) -> String? {
    do throws(LogProblem) {
      _ = try XESReading(text, blockSize: blockSize, change)
      return nil
    } catch {
      return error.description
    }
  }
}
