import EventCounting
import EventLogs
import JourneyKit
import TextSupport

/// Reads and counts logs for a command, and tells what was understood and what was not.
struct LogCounting {
  var inputs: [LogInput]
  var options: LogOptions
  var rules: CountingRules
  /// What orders events, by how the log turns out to be written.
  var order: (LogOptions.Format) -> CountingRules.Order
  /// Where rows go that cannot be counted.
  var rejects: String?
  /// The share of rows that may be rejected.
  var most: Double
  /// Says which touchpoints count as others; nil: none does.
  var joining: (([String]) -> [String: String])?

  /// More different touchpoints than this are another column's cells, and would fill the memory.
  var mostTouchpoints = 1_000_000

  /// What was counted.
  struct Outcome {
    var counts: EventCounts
    var report: LogReport
    var joined: [String: String]
  }

  /// Reads and counts.
  ///
  /// - Parameter console: Where words go.
  /// - Returns: The counts; nil when too many rows were rejected, which has been told.
  /// - Throws: What stopped the reading, or why nothing could be counted.
  func run(on console: Console) throws -> Outcome? {
    var rules = rules
    // A log whose own order is told to decide needs no times.
    rules.order = order(.table)
    var counter = EventCounter(rules: rules, lanes: options.threads)
    var line = BytesLine(console: console)
    let rejected = try rejects.map { path throws(FileProblem) in try RejectedRows(path) }
    let report: LogReport
    do throws(LogProblem) {
      report = try LogReader(options: options).read(
        inputs, into: counter, progress: { line.update($0) },
        rejected: rejected.map { rows in { rows.add($0, $1, $2) } })
    } catch {
      line.clear()
      throw error
    }
    line.clear()
    try rejected?.finish()
    // Lanes may have names twice; only where there are many is it worth knowing how many they are.
    if counter.lanes.reduce(0, { $0 + $1.touchpointCount }) > mostTouchpoints {
      try refuseTooMany(counter.touchpoints.count, report)
    }
    counter.rules.order = order(report.format)
    // Paths become one without the ends that events tell; which is travelled most shows all of them.
    if rules.variants > 0, counter.touchpoints.contains(where: { Transition.End($0) != nil }) {
      counter.rules.variants = .max
    }
    var joined: [String: String] = [:]
    if let joining { joined = joining(counter.touchpoints) }
    counter.joined = joined
    let counts = counter.counts()
    let words = LogWords(report: report, inputs: inputs, rejects: rejects, most: most)
    console.error(words.text(counts))
    if rules.timeout != nil, counts.period == nil {
      console.error("journey: No event has a time, so --timeout divides no visits.\n")
    }
    guard !words.isTooMuchRejected else { return nil }
    guard counts.everyone.events > 0 else {
      throw LogProblem(
        input: Wording.list(inputs.map(\.name), most: 3), summary: words.emptiness)
    }
    return Outcome(counts: counts, report: report, joined: joined)
  }
}

extension LogCounting {
  private func refuseTooMany(_ touchpoints: Int, _ report: LogReport) throws(LogProblem) {
    guard touchpoints > mostTouchpoints else { return }
    let column = report.columns.first { $0.role == .touchpoint }
    throw LogProblem(
      input: Wording.list(inputs.map(\.name), most: 3),
      summary: "it names \(NumberText.grouped(touchpoints)) touchpoints"
        + (column.map { ", in '\($0.name)'" } ?? ""),
      fix: "name the column that says where customers were with --touchpoint, or shorten what it "
        + "holds, such as addresses with numbers of orders in them")
  }
}

extension LogInput {
  /// The log that a command line names.
  init(_ name: String, on console: Console) throws {
    if name != "-" {
      self = .file(path: name)
    } else if console.isInputOfProcess {
      self = .standardInput
    } else {
      self = .bytes(try console.input(), name: "standard input")
    }
  }
}
