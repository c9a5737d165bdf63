import Foundation

/// Hands the bytes of an XES log to the threads that read it.
///
/// One thread at a time takes its turn to read. Where a piece holds whole traces and nothing in which
/// the end of a trace could be meant otherwise (a comment, CDATA), the thread walks through it while
/// others have their turn. Everything else (the head, long traces, the end) is walked through in
/// the turn. So traces are read by several threads, and what is said of them is the same as if one
/// had read all.
final class XESFeed: @unchecked Sendable {
  /// An element that must be at hand as a whole may be so large.
  static let largest = 1 << 24
  /// So many bytes of rows that are not counted are kept while a trace goes on.
  private static let mostKept = 1 << 22

  private let turn = NSLock()
  private let done = NSCondition()
  private let source: ByteSource
  private let session: ReadingSession
  private let blockSize: Int
  private let largest: Int

  // What the turn guards.
  private var ahead: [UInt8]
  private var isAtEnd = false
  private var isOver = false
  private var place = XESWalker.Place.log
  private let prefix: [UInt8]
  private var nextBlock = 0
  private let headLines: Int

  // What the condition guards.
  private var finished: [Int: Int] = [:]
  private var firstUnfinished = 0
  private var tracesFinished = 0
  private var failure: (block: Int, problem: LogProblem)?

  /// Creates a feed.
  ///
  /// - Parameters:
  ///   - source: The bytes behind those that were read.
  ///   - start: What was read.
  ///   - session: What all readers share.
  ///   - largest: How large an element may be that must be at hand as a whole.
  init(
    _ source: ByteSource, start: XESStart, session: ReadingSession, largest: Int
  ) {
    self.source = source
    ahead = start.bytes
    prefix = start.prefix
    headLines = start.lines
    isAtEnd = start.isAtEnd
    self.session = session
    self.largest = largest
    blockSize = max(1, session.blockSize)
  }

  /// Why the log cannot be read, with the line in its block; nil: all was read.
  var problem: LogProblem? { done.withLock { failure?.problem } }

  /// How many traces come before a block; waits until all before it are read.
  func traces(before block: Int) -> Int {
    done.lock()
    defer { done.unlock() }
    while firstUnfinished < block, failure == nil { done.wait() }
    return tracesFinished
  }

  /// Reads until nothing is left.
  ///
  /// - Parameters:
  ///   - worker: What takes the events; this thread's own.
  ///   - tick: Told how many bytes were taken so far.
  func run(_ worker: XESWorker, tick: ((Int) -> Void)?) {
    var window = XESWindow(capacity: blockSize)
    var walker = XESWalker()
    while true {
      turn.lock()
      guard !isOver, done.withLock({ failure == nil }) else {
        turn.unlock()
        return
      }
      let block = nextBlock
      nextBlock += 1
      worker.begin(block: block, part: session.nextPart())
      var isTurn = true
      var line = block == 0 ? headLines : 0
      do throws(LogProblem) {
        window.end(at: 0)
        try read(&window)
        walker.restart(at: place, prefix: prefix)
        if place == .log, let cut = border(in: window) {
          giveBack(window, from: cut)
          let taken = source.taken
          turn.unlock()
          isTurn = false
          window.end(at: cut)
          _ = try walk(&walker, window, worker, &line)
          tick?(taken)
        } else {
          try walkInTurn(&walker, &window, worker, block, &line)
          let taken = source.taken
          turn.unlock()
          isTurn = false
          tick?(taken)
        }
        worker.tally.lines = line
        finish(block, worker)
      } catch {
        fail(block, error)
        if isTurn { turn.unlock() }
        return
      }
    }
  }

  // MARK: - Walking

  /// Walks through a window; returns how many of its bytes were understood.
  private func walk(
    _ walker: inout XESWalker, _ window: borrowing XESWindow, _ worker: XESWorker,
    _ line: inout Int
  ) throws(LogProblem) -> Int {
    worker.look(at: window.start, line: line)
    do throws(XMLScanner.Fault) {
      let stop = try walker.walk(window.start, window.end, worker)
      line += XESLines.count(window.start, stop)
      return stop - window.start
    } catch {
      throw LogProblem(
        input: source.name, line: line + XESLines.count(window.start, error.at),
        summary: error.summary, fix: error.fix)
    }
  }

  /// Walks on until it is between two traces, reading more as it goes.
  private func walkInTurn(
    _ walker: inout XESWalker, _ window: inout XESWindow, _ worker: XESWorker, _ block: Int,
    _ line: inout Int
  ) throws(LogProblem) {
    while true {
      let count = try walk(&walker, window, worker, &line)
      let isLast = isAtEnd && ahead.isEmpty
      if isLast {
        guard walker.place == .epilog, count == window.count else {
          throw XESStart.cutOff(
            source.name, walker, line: line, isWithinTag: count < window.count)
        }
        isOver = true
        return
      }
      if walker.canRestart, count > 0 {
        place = walker.place
        giveBack(window, from: count)
        return
      }
      window.dropFirst(count)
      handOver(worker, block)
      guard window.count < largest else {
        throw XESStart.tooLarge(source.name, line: line, largest: largest)
      }
      try read(&window)
    }
  }

  // MARK: - Reading

  /// Adds the next bytes to a window.
  private func read(_ window: inout XESWindow) throws(LogProblem) {
    let room = window.room(blockSize)
    let known = min(ahead.count, room.count)
    room.copyBytes(from: ahead[..<known])
    ahead.removeFirst(known)
    var count = known
    if count < room.count, !isAtEnd {
      let rest = UnsafeMutableRawBufferPointer(rebasing: room[count...])
      let more = try source.read(into: rest)
      isAtEnd = more < rest.count
      count += more
    }
    window.end(at: window.count + count)
  }

  /// Takes back what the next one walks through.
  private func giveBack(_ window: borrowing XESWindow, from: Int) {
    let rest = UnsafeBufferPointer(start: window.start + from, count: window.count - from)
    if ahead.isEmpty { ahead = Array(rest) } else { ahead = Array(rest) + ahead }
  }

  /// Where the last whole trace of a window ends; nil where that cannot be said.
  private func border(in window: borrowing XESWindow) -> Int? {
    let tag = Array("</".utf8) + prefix + Array("trace>".utf8)
    guard window.count >= tag.count else { return nil }
    let end = tag.withUnsafeBytes { tag -> Int? in
      guard let name = tag.baseAddress else { return nil }
      var at = window.count - tag.count
      while at >= 0 {
        // Few bytes are a <, and all tags that end begin with it.
        if window.start[at] == 0x3C, memcmp(window.start + at, name, tag.count) == 0 {
          return at + tag.count
        }
        at -= 1
      }
      return nil
    }
    guard let end, isPlain(window, end) else { return nil }
    return end
  }

  /// Whether there is no comment, no CDATA and no processing instruction.
  private func isPlain(_ window: borrowing XESWindow, _ end: Int) -> Bool {
    for mark: Int32 in [0x21, 0x3F] {
      var at = 0
      while at < end, let found = memchr(window.start + at, mark, end - at) {
        at = found - UnsafeMutableRawPointer(mutating: window.start)
        if at > 0, window.start[at - 1] == 0x3C { return false }
        at += 1
      }
    }
    return true
  }

  // MARK: - What is done

  /// Hands over the rows that are not counted, where they are many: a trace may be as long as the log.
  private func handOver(_ worker: XESWorker, _ block: Int) {
    guard worker.tally.size > Self.mostKept else { return }
    _ = traces(before: block)
    guard done.withLock({ firstUnfinished == block }) else { return }
    session.tally.add(toBlock: block, worker.tally)
    worker.tally.clear()
  }

  private func finish(_ block: Int, _ worker: XESWorker) {
    session.tally.note(days: worker.days)
    session.tally.finish(block: block, worker.tally)
    done.lock()
    finished[block] = worker.traces
    while let traces = finished.removeValue(forKey: firstUnfinished) {
      tracesFinished += traces
      firstUnfinished += 1
    }
    done.broadcast()
    done.unlock()
  }

  /// Of several problems, the first in the log is told.
  private func fail(_ block: Int, _ problem: LogProblem) {
    done.lock()
    if block < failure?.block ?? .max { failure = (block, problem) }
    done.broadcast()
    done.unlock()
  }
}
