import Foundation

/// Reads XES 1.0 and 2.0.
///
/// A customer is a trace, by its `concept:name`; what was touched is an event's `concept:name`, or
/// what a classifier says. What events have by `global` elements counts where it says something: not
/// as a time or a score, and not where it is one of the words that stand for nothing. Events stand
/// in the order of the log.
struct XESReader {
  /// Reads one input of the log into the session's sinks.
  ///
  /// - Parameters:
  ///   - source: Its bytes.
  ///   - session: Where rows go, and what is told of them.
  /// - Throws: Why it cannot be read, or no more.
  static func read(_ source: ByteSource, session: ReadingSession) throws(LogProblem) {
    try XESReader(source: source, session: session).read()
  }

  let source: ByteSource
  let session: ReadingSession
  /// How large an element may be that must be at hand as a whole.
  var largest = XESFeed.largest

  func read() throws(LogProblem) {
    let isUTF8 = try encoding()
    let times = TimeParser(zone: session.zone, order: session.options.dateOrder)
    let sample = XESSample(
      isUTF8: isUTF8, times: times, timeName: session.options.columns[.time])
    let start = try XESStart(source, sample, largest: largest)
    var planner = XESPlanner(
      sample, isWhole: start.isWhole, options: session.options, input: source.name)
    let plan = try planner.make(times: times)
    for column in planner.columns { session.use(column) }
    for remark in planner.remarks { session.remark(remark) }

    session.tally.begin(
      input: source.name,
      words: FaultWords(planner.columns, scale: session.options.scores))
    let feed = XESFeed(source, start: start, session: session, largest: largest)
    let workers = session.sinks.map { sink in
      XESWorker(plan: plan, session: session, sink: sink) { feed.traces(before: $0) }
    }
    if !start.isOver { run(feed, workers) }
    if var problem = feed.problem {
      // Lines were counted from the beginning of the block; all blocks before it are finished.
      if let line = problem.line { problem.line = line + session.tally.lines + 1 }
      throw problem
    }
    try check(plan, workers, sample)
    remark(workers, plan)
  }

  // MARK: - Before the first event counts

  /// Whether the file says that it is UTF-8, as it does when it says nothing.
  private func encoding() throws(LogProblem) -> Bool {
    let head = try source.peek(1_024)
    if head.starts(with: [0xEF, 0xBB, 0xBF]) {
      var mark: UInt32 = 0
      _ = try withUnsafeMutableBytes(of: &mark) { bytes throws(LogProblem) in
        try source.read(into: UnsafeMutableRawBufferPointer(rebasing: bytes[..<3]))
      }
      return true
    }
    let text = String(decoding: head, as: UTF8.self)
    guard text.hasPrefix("<?xml"), let end = text.range(of: "?>"),
      let name = text[..<end.lowerBound].firstMatch(of: /\sencoding\s*=\s*["']([^"']*)["']/)?.1
    else { return true }
    switch name.lowercased() {
    case "utf-8", "utf8", "us-ascii", "ascii": return true
    case "iso-8859-1", "iso8859-1", "iso_8859-1", "latin1", "latin-1", "windows-1252", "cp1252":
      return false
    default:
      throw LogProblem(
        input: source.name, line: 1,
        summary: "the file says that it is written in \(name.prefix(40))",
        fix: "save it as UTF-8, for example with iconv -f \(name.prefix(40)) -t UTF-8, "
          + "and change the first line")
    }
  }

  // MARK: - Threads

  private func run(_ feed: XESFeed, _ workers: [XESWorker]) {
    let others = DispatchGroup()
    for worker in workers.dropFirst() {
      let work = Handed(worker)
      DispatchQueue.global().async(group: others) { feed.run(work.worker, tick: nil) }
    }
    feed.run(workers[0]) { session.tick(bytes: $0) }
    others.wait()
  }

  /// Hands a worker to the one thread that works with it.
  private struct Handed: @unchecked Sendable {
    let worker: XESWorker
    init(_ worker: XESWorker) { self.worker = worker }
  }

  // MARK: - When all is read

  /// Names that were told must stand somewhere.
  private func check(
    _ plan: XESPlan, _ workers: [XESWorker], _ sample: XESSample
  ) throws(LogProblem) {
    let events = workers.reduce(0) { $0 | $1.seenInEvents }
    let traces = workers.reduce(0) { $0 | $1.seenInTraces }
    for told in plan.told {
      let isSeen =
        told.place.event.map { events >> UInt64($0) & 1 != 0 } ?? false
        || told.place.trace.map { traces >> UInt64($0) & 1 != 0 } ?? false
      if !isSeen {
        throw XESPlanner.missing(told.name, told.role, source.name, sample.shown)
      }
    }
  }

  private func remark(_ workers: [XESWorker], _ plan: XESPlan) {
    func sum(_ count: (XESWorker) -> Int) -> Int { workers.reduce(0) { $0 + count($1) } }
    func say(_ count: Int, _ one: String, _ many: String) {
      if count > 0 { session.remark(count == 1 ? "1 " + one : "\(count) " + many) }
    }
    say(
      sum(\.unnamed), "trace has no concept:name and is called by its place in the log.",
      "traces have no concept:name and are called by their places in the log.")
    say(sum(\.empty), "trace has no events.", "traces have no events.")
    say(
      sum(\.named), "event has no name of its own and bears the one that the log gives to all.",
      "events have no name of their own and bear the one that the log gives to all.")
    say(
      sum(\.late), "attribute of a very long trace came behind its first events and did not count.",
      "attributes of very long traces came behind their first events and did not count.")
    if workers.contains(where: \.hasLateHead) {
      session.remark("Globals and classifiers behind the first trace do not count.")
    }
    var names = workers.flatMap(\.names)
    names.sort()
    let twice = zip(names, names.dropFirst()).reduce(0) { $0 + ($1.0 == $1.1 ? 1 : 0) }
    if plan.customer.event == nil {
      say(
        twice, "trace has the name of one before and counts as the same customer.",
        "traces have the name of one before and count as the same customers.")
    }
  }
}
