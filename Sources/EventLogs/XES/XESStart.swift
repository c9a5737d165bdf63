/// The head of an XES log and its first events, as far as was read to see how it is to be read.
///
/// The head may be long (programs write statistics of megabytes there) and is not kept.
struct XESStart {
  /// What was read from the first trace on.
  private(set) var bytes: [UInt8] = []
  /// How many lines the head has.
  private(set) var lines = 0
  /// The log's prefix with its colon.
  private(set) var prefix: [UInt8] = []
  /// Whether nothing is left to read behind the bytes.
  private(set) var isAtEnd = false
  /// Whether the sample has seen all events of the log.
  private(set) var isWhole = false
  /// Whether the log is over before a trace begins.
  private(set) var isOver = false

  /// Reads the head and the first events.
  ///
  /// - Parameters:
  ///   - source: The bytes of the log.
  ///   - sample: What looks at them.
  ///   - largest: How large a tag may be.
  /// - Throws: What is wrong with the head.
  init(
    _ source: ByteSource, _ sample: XESSample, largest: Int
  ) throws(LogProblem) {
    let step = min(1 << 18, largest)
    var window = XESWindow(capacity: step)
    var walker = XESWalker()
    var seen = 0
    var isGood = true
    while isGood, !isAtEnd, !sample.hasEnough,
      window.count < (sample.first == nil ? largest : XESSample.bytes)
    {
      let room = window.room(step)
      let count = try source.read(into: room)
      isAtEnd = count < room.count
      window.end(at: window.count + count)
      let wasHead = sample.first == nil
      do throws(XMLScanner.Fault) {
        seen = try walker.walk(window.start + seen, window.end, sample) - window.start
      } catch {
        // Behind the first event it is told when the events before it are read.
        guard sample.events > 0 else {
          throw LogProblem(
            input: source.name, line: lines + 1 + XESLines.count(window.start, error.at),
            summary: error.summary, fix: error.fix)
        }
        isGood = false
      }
      if wasHead {
        let head = sample.first.map { $0 - window.start } ?? seen
        lines += XESLines.count(window.start, window.start + head)
        window.dropFirst(head)
        seen -= head
      }
    }
    bytes = Array(UnsafeBufferPointer(start: window.start, count: window.count))
    prefix = walker.prefix
    isWhole = isAtEnd && isGood && !sample.hasEnough
    guard sample.first == nil else { return }
    guard isAtEnd else {
      throw Self.tooLarge(source.name, line: lines + 1, largest: largest)
    }
    guard walker.place == .epilog, bytes.isEmpty else {
      throw Self.cutOff(source.name, walker, line: lines + 1, isWithinTag: !bytes.isEmpty)
    }
    isOver = true
  }

  /// That something that must be at hand as a whole is too large.
  static func tooLarge(_ input: String, line: Int, largest: Int) -> LogProblem {
    LogProblem(
      input: input, line: line,
      summary: "one event or tag with more than "
        + (largest < 1 << 20 ? "\(largest >> 10) KB" : "\(largest >> 20) MB"),
      fix: "nothing of this size belongs into an event log; take it out")
  }

  /// That the log ends before it is over.
  static func cutOff(
    _ input: String, _ walker: borrowing XESWalker, line: Int, isWithinTag: Bool
  ) -> LogProblem {
    if walker.place == .prolog, !isWithinTag {
      return LogProblem(
        input: input, line: line, summary: "there is no <log>: this is not XES",
        fix: "event logs are read from CSV, XES and JSON Lines")
    }
    let place =
      walker.innermost.isEmpty ? "before the log is over" : "within <\(walker.innermost)>"
    return LogProblem(
      input: input, line: line, summary: "the file ends \(place): it is cut off",
      fix: "fetch or write the whole file again")
  }
}
