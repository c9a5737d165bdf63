import ArgumentParser
import EventCounting
import EventLogs
import JourneyKit

/// How an event log is to be read.
struct LogArguments: ParsableArguments {
  /// How a log is written.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case csv, tsv, xes, jsonl

    var format: LogOptions.Format {
      switch self {
      case .csv, .tsv: .table
      case .xes: .xes
      case .jsonl: .jsonLines
      }
    }
  }

  /// What decides the order of a customer's events.
  enum Order: String, ExpressibleByArgument, CaseIterable {
    case time, log
  }

  @Option(
    name: .customLong("case"),
    help: ArgumentHelp(
      "The column that says whose journey it is; found by its usual names unless given.",
      valueName: "column"))
  var customer: String?

  @Option(help: ArgumentHelp("The column that says what was touched.", valueName: "column"))
  var touchpoint: String?

  @Option(help: ArgumentHelp("The column that says when.", valueName: "column"))
  var time: String?

  @Option(
    help: ArgumentHelp("The column that says when an interval began.", valueName: "column"))
  var began: String?

  @Option(
    help: ArgumentHelp(
      "The column with the number that orders events of the same time; the log unless given.",
      valueName: "column"))
  var sequence: String?

  @Option(help: ArgumentHelp("The column with the channel.", valueName: "column"))
  var channel: String?

  @Option(help: ArgumentHelp("The column with the customer's persona.", valueName: "column"))
  var persona: String?

  @Option(help: ArgumentHelp("The column with the stage.", valueName: "column"))
  var stage: String?

  @Option(help: ArgumentHelp("The column with the score.", valueName: "column"))
  var felt: String?

  @Option(help: "csv, tsv, xes or jsonl; found out unless given.")
  var from: Format?

  @Option(
    parsing: .unconditional,
    help:
      "The zone of times that do not say theirs, such as Europe/Berlin or +02:00; UTC unless given."
  )
  var timezone: String?

  @Flag(help: "03/04/2026 is the third of April.")
  var dayFirst = false

  @Flag(help: "03/04/2026 is the fourth of March.")
  var monthFirst = false

  @Option(
    help: ArgumentHelp(
      """
      Which parts of a life cycle count: all, each for itself; joined, start and complete together \
      as one event; or those named, such as complete or start,complete.
      """, valueName: "parts"))
  var lifecycle: String?

  @Option(
    help: """
      time or log: what orders a customer's events; time unless given, log for XES, whose traces are \
      in order.
      """)
  var order: Order?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "The scale of the scores, such as 1..5 or -2..2; scores outside are rejected.",
      valueName: "low..high"))
  var scale: ScaleBounds?

  @Flag(help: "Low scores are good ones, as with effort.")
  var inverted = false

  /// Refuses what contradicts itself.
  func validate() throws {
    if dayFirst, monthFirst {
      throw ValidationError("--day-first and --month-first contradict each other; leave one out.")
    }
    if let lifecycle {
      let parts = Self.parts(of: lifecycle)
      if parts.isEmpty || parts.contains("") {
        throw ValidationError("--lifecycle is all, joined, or parts such as start,complete.")
      }
      if parts.count > 1, let word = parts.first(where: { $0 == "all" || $0 == "joined" }) {
        throw ValidationError("--lifecycle \(word) stands alone.")
      }
    }
    if inverted, scale == nil { throw ValidationError("--inverted goes with --scale.") }
  }

  /// The flags given that say how a log is read and counted; not what its scores mean.
  var given: [String] {
    let flags: [(Bool, String)] = [
      (customer != nil, "--case"), (touchpoint != nil, "--touchpoint"), (time != nil, "--time"),
      (began != nil, "--began"), (sequence != nil, "--sequence"), (channel != nil, "--channel"),
      (persona != nil, "--persona"), (stage != nil, "--stage"), (felt != nil, "--felt"),
      (from != nil, "--from"), (timezone != nil, "--timezone"), (dayFirst, "--day-first"),
      (monthFirst, "--month-first"), (lifecycle != nil, "--lifecycle"), (order != nil, "--order"),
    ]
    return flags.compactMap { $0.0 ? $0.1 : nil }
  }

  /// How the log is to be read.
  var options: LogOptions {
    var options = LogOptions()
    options.format = from?.format
    let named: [(LogOptions.Role, String?)] = [
      (.customer, customer), (.touchpoint, touchpoint), (.time, time), (.began, began),
      (.sequence, sequence), (.channel, channel), (.persona, persona), (.stage, stage),
      (.felt, felt),
    ]
    for case (let role, let name?) in named { options.columns[role] = name }
    options.timeZone = timezone
    options.dateOrder = dayFirst ? .dayFirst : monthFirst ? .monthFirst : nil
    options.lifecycle =
      switch lifecycle {
      case nil, "all": .all
      case "joined": .joined
      case .some(let parts): .only(Self.parts(of: parts))
      }
    options.scores = scale.map { $0.low...$0.high }
    return options
  }

  /// The parts of a life cycle that are named, without the spaces around them.
  private static func parts(of text: String) -> [String] {
    text.split(separator: ",", omittingEmptySubsequences: false).map { part in
      String(part.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }
  }

  /// The scale that was named.
  var namedScale: Scale? {
    scale.map { Scale(low: $0.low, high: $0.high, isInverted: inverted) }
  }

  /// What orders the events of a log that is written this way.
  func order(of format: LogOptions.Format) -> CountingRules.Order {
    switch order {
    case .time: .time
    case .log: .log
    case nil: format == .xes ? .log : .time
    }
  }
}

/// The two ends of a scale on the command line.
struct ScaleBounds: ExpressibleByArgument {
  var low: Double
  var high: Double

  init?(argument: String) {
    guard let dots = argument.firstRange(of: ".."),
      let low = Double(argument[..<dots.lowerBound]),
      let high = Double(argument[dots.upperBound...]), low.isFinite, high.isFinite, low < high
    else { return nil }
    self.low = low
    self.high = high
  }
}
