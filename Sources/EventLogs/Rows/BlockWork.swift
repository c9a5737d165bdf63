import Foundation

/// Reads the blocks of an input on all threads.
struct BlockWork {
  /// What all readers share.
  let session: ReadingSession
  /// The columns.
  let plan: ColumnPlan
  /// The blocks.
  let blocks: BlockReader
  /// Whether a comma may stand before the fraction of a score.
  let takesComma: Bool

  /// Reads until no block is left.
  ///
  /// - Parameter scanner: Finds the rows; each thread has a copy.
  /// - Throws: What went wrong, with its line.
  func run(_ scanner: some BlockScanner & Sendable) throws(LogProblem) {
    let group = DispatchGroup()
    for sink in session.sinks.dropFirst() {
      group.enter()
      let thread = Thread {
        read(sink, isFirst: false, scanner)
        group.leave()
      }
      thread.stackSize = 1 << 20
      thread.start()
    }
    if let sink = session.sinks.first { read(sink, isFirst: true, scanner) }
    group.wait()
    if let (problem, line) = blocks.failed() {
      var problem = problem
      problem.line = line.map { session.tally.lines + $0 + 1 }
      throw problem
    }
  }

  private func read(_ sink: any RowSink, isFirst: Bool, _ scanner: some BlockScanner) {
    var scanner = scanner
    var block = RowBlock()
    var taker = RowTaker(session: session, plan: plan, sink: sink, takesComma: takesComma)
    while blocks.next(&block) {
      let kinds = block.kinds()
      taker.begin(part: block.part, kinds: kinds)
      if block.isTooLong {
        taker.refuse(
          .tooLong, line: 0, bytes: UnsafeRawBufferPointer(rebasing: block.bytes.prefix(1_000)))
        taker.tally.lines = 1 + block.bytes.count { $0 == blocks.newline }
      } else {
        scanner.scan(block, into: &taker)
      }
      session.tally.finish(block: block.index, taker.tally)
      taker.tally.clear()
      if isFirst { session.tick(bytes: block.taken) }
    }
    session.tally.note(days: taker.days)
    taker.release()
    block.release()
  }
}

// Its parts guard themselves or are only read; each sink is given to one thread.
extension BlockWork: @unchecked Sendable {}
