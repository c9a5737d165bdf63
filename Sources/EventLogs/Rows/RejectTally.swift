import Synchronization

/// Counts rows, and keeps those that are not counted, in the order of the log.
///
/// Blocks may be finished in any order, by any thread; what they hold is taken in the order of the
/// log, so that lines are right and reports do not depend on the number of threads.
final class RejectTally: Sendable {
  /// Told of each row that is not counted.
  typealias Listener = (LogReport.Reason, LogReport.Rejected.Row, UnsafeRawBufferPointer) -> Void

  /// How many rows of each reason a report shows.
  static let kept = 5
  /// How many parts of a life cycle that were left out a report names.
  static let partsKept = 8

  private struct State {
    var input = ""
    var words = FaultWords()
    /// Lines of the input before the block that comes next.
    var lines = 0
    var nextBlock = 0
    var waiting: [Int: BlockTally] = [:]
    var rows = 0
    var filtered = 0
    var partsLeftOut: [String] = []
    var counts = [Int](repeating: 0, count: LogReport.Reason.allCases.count)
    var first = [[LogReport.Rejected.Row]](
      repeating: [], count: LogReport.Reason.allCases.count)
    var repaired = 0
    var firstRepaired: (input: String, line: Int)?
    var days: ClosedRange<Int64>?
    var contrary = 0
    var firstContrary: (input: String, line: Int, text: String)?
  }

  /// Lets a closure pass to other threads: it is only called with the state locked.
  private struct Guarded: @unchecked Sendable {
    let listener: Listener?
  }

  private let state = Mutex(State())
  private let guarded: Guarded

  /// Whether somebody wants to see every row that is not counted.
  var keepsAll: Bool { guarded.listener != nil }

  /// Begins to count.
  ///
  /// - Parameter listener: Told of each row that is not counted, one at a time, from any thread.
  init(listener: Listener? = nil) {
    guarded = Guarded(listener: listener)
  }

  /// Says which input the blocks and rows are of that come next; the ones before are all done.
  ///
  /// - Parameters:
  ///   - input: What messages call it.
  ///   - lines: How many lines stand before its first block.
  ///   - words: Says what is wrong with its rows.
  func begin(input: String, lines: Int = 0, words: FaultWords = FaultWords()) {
    state.withLock {
      $0.input = input
      $0.words = words
      $0.lines = lines
      $0.nextBlock = 0
      $0.waiting = [:]
    }
  }

  /// Takes what was found in a block.
  ///
  /// - Parameters:
  ///   - block: Which one, counted from 0 in the input.
  ///   - tally: What was found.
  func finish(block: Int, _ tally: BlockTally) {
    state.withLock { state in
      state.waiting[block] = tally
      while let next = state.waiting.removeValue(forKey: state.nextBlock) {
        take(next, &state)
        state.nextBlock += 1
      }
    }
  }

  /// Takes what was found so far in the block that comes next, so that it need not be kept.
  ///
  /// - Parameters:
  ///   - block: The block; all before it are finished.
  ///   - tally: What was found; its lines are 0.
  func add(toBlock block: Int, _ tally: BlockTally) {
    state.withLock { state in
      precondition(block == state.nextBlock && tally.lines == 0, "parts are taken in order")
      take(tally, &state)
    }
  }

  /// Takes the first and the last day of rows that count, as a thread found them written.
  func note(days: ClosedRange<Int64>?) {
    state.withLock { $0.days = Self.span($0.days, days) }
  }

  /// The days from the earlier first to the later last.
  static func span(_ one: ClosedRange<Int64>?, _ other: ClosedRange<Int64>?)
    -> ClosedRange<Int64>?
  {
    guard let one, let other else { return one ?? other }
    return min(one.lowerBound, other.lowerBound)...max(one.upperBound, other.upperBound)
  }

  private func take(_ tally: BlockTally, _ state: inout State) {
    state.rows += tally.rows
    state.filtered += tally.filtered
    for part in tally.partsLeftOut where state.partsLeftOut.count < Self.partsKept {
      let name = Self.shown(part)
      if !state.partsLeftOut.contains(name) { state.partsLeftOut.append(name) }
    }
    for (place, count) in tally.counts.enumerated() { state.counts[place] += count }
    for reject in tally.rejects {
      let reason = reject.fault.reason
      let isShown = state.first[reason.place].count < Self.kept
      guard isShown || keepsAll else { continue }
      let cell = reject.cell ?? []
      let row = LogReport.Rejected.Row(
        input: state.input, line: state.lines + reject.line + 1, text: Self.shown(cell),
        why: state.words.text(reject.fault, cell))
      if isShown { state.first[reason.place].append(row) }
      if let listener = guarded.listener {
        tally.bytes.withUnsafeBytes {
          listener(reason, row, UnsafeRawBufferPointer(rebasing: $0[reject.bytes]))
        }
      }
    }
    if let line = tally.firstRepaired, state.firstRepaired == nil {
      state.firstRepaired = (state.input, state.lines + line + 1)
    }
    state.repaired += tally.repaired
    if let first = tally.firstContrary, state.firstContrary == nil {
      state.firstContrary = (state.input, state.lines + first.line + 1, Self.shown(first.cell))
    }
    state.contrary += tally.contrary
    state.lines += tally.lines
  }

  /// What a message shows of a cell or a row.
  static func shown(_ bytes: some Sequence<UInt8>) -> String {
    let text = String(decoding: Array(bytes.prefix(BlockTally.shown + 4)), as: UTF8.self)
    let limit = 80
    return text.count > limit ? String(text.prefix(limit - 1)) + "…" : text
  }

  /// Rows with a date that is one only in the other order than that of the log, and the first.
  var contrary: (count: Int, first: (input: String, line: Int, text: String))? {
    state.withLock { state in state.firstContrary.map { (state.contrary, $0) } }
  }

  /// Rows so far.
  var rows: Int { state.withLock { $0.rows } }

  /// Rows so far, with those that were left out on purpose.
  var allRows: Int { state.withLock { $0.rows + $0.filtered } }

  /// Lines of the input in the blocks that are finished.
  var lines: Int { state.withLock { $0.lines } }

  /// Writes what was counted into a report.
  func fill(_ report: inout LogReport) {
    let state = state.withLock { $0 }
    report.rows = state.rows
    report.filtered = state.filtered
    report.days = state.days
    report.partsLeftOut = state.partsLeftOut
    report.rejected = LogReport.Reason.allCases.compactMap { reason in
      let count = state.counts[reason.place]
      guard count > 0 else { return nil }
      return LogReport.Rejected(reason: reason, count: count, first: state.first[reason.place])
    }
    if let first = state.firstRepaired {
      let rows = state.repaired == 1 ? "1 row has" : "\(state.repaired) rows have"
      report.remarks.append(
        "\(rows) text that is not UTF-8 and was read as Windows-1252, first in "
          + "\(first.input):\(first.line).")
    }
  }
}
