public import ArgumentParser
import EventCounting
import JourneyKit
public import JourneyMining
import TextSupport

/// `journey sql`: the query that does `journey mine`'s counting on a database.
public struct SQLCommand: JourneyCommand {
  /// What the command is called and what it does.
  public static let configuration = CommandConfiguration(
    commandName: "sql",
    abstract: "Print the query that counts an event log where it lives.",
    discussion: """
      Example: journey sql --engine duckdb --from events.parquet --case customer_id \
      --touchpoint event --time at --sequence id --timeout 30m --completed paid > counts.sql

      The query's answer, written as CSV, is what 'journey mine --counts counts.csv' makes a journey \
      of. It counts by the rules of 'journey mine'. Tables have no order: name the column that orders \
      events of the same time with --sequence. How to run it stands in its first lines.
      """)

  @Option(help: "duckdb, postgres or spark.")
  var engine: CountingQuery.Engine

  @Option(
    help: ArgumentHelp(
      """
      The table or view, such as shop.events, or for DuckDB a .csv, .parquet or .json file and for \
      Spark a .parquet one. Names are taken as they stand in the catalogue.
      """, valueName: "table|file"))
  var from: String

  @Option(
    name: .customLong("case"),
    help: ArgumentHelp("The column that says whose journey it is.", valueName: "column"))
  var customer: String

  @Option(help: ArgumentHelp("The column that says what was touched.", valueName: "column"))
  var touchpoint: String

  @Option(help: ArgumentHelp("The column that says when.", valueName: "column"))
  var time: String

  @Option(
    help: ArgumentHelp("The column that says when an interval began.", valueName: "column"))
  var began: String?

  @Option(
    help: ArgumentHelp(
      "The column with the whole number that orders events of the same time.", valueName: "column"))
  var sequence: String?

  @Option(help: ArgumentHelp("The column with the channel.", valueName: "column"))
  var channel: String?

  @Option(help: ArgumentHelp("The column with the customer's persona.", valueName: "column"))
  var persona: String?

  @Option(help: ArgumentHelp("The column with the stage.", valueName: "column"))
  var stage: String?

  @Option(help: ArgumentHelp("The column with the score.", valueName: "column"))
  var felt: String?

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp(
      "The touchpoints that end well; a visit with one of them is completed, others are left.",
      valueName: "touchpoint"))
  var completed: [String] = []

  @Option(
    help: ArgumentHelp(
      "A longer pause begins another visit; who paused shorter at the end is under way.",
      valueName: "30m|2d"))
  var timeout: TimeSpan?

  @Flag(help: "Count once more by the channel of a visit's first event.")
  var byChannel = false

  @Option(
    help: ArgumentHelp(
      """
      timestamptz, timestamp (a clock without a zone), text (ISO 8601), seconds, milliseconds, \
      microseconds or nanoseconds since 1970; text for CSV files, else timestamptz.
      """, valueName: "type"))
  var timeType: CountingQuery.TimeType?

  @Option(
    help: ArgumentHelp(
      "The zone of times that do not say theirs, such as Europe/Berlin; UTC unless given.",
      valueName: "zone"))
  var timezone: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "The scale of the scores, such as 1..5 or -2..2; scores outside are rejected.",
      valueName: "low..high"))
  var scale: ScaleBounds?

  @OptionGroup var result: OutputArgument

  /// Creates the command.
  public init() {}

  /// Refuses what contradicts itself.
  public func validate() throws {
    if let timeout, timeout.seconds <= 0 { throw ValidationError("--timeout is more than 0.") }
    if byChannel, channel == nil { throw ValidationError("--by-channel goes with --channel.") }
    if scale != nil, felt == nil { throw ValidationError("--scale goes with --felt.") }
    let query = CountingQuery(engine: engine, source: source, columns: columns, timeType: timeType)
    if timezone != nil, ![.timestamp, .text].contains(query.writtenTime) {
      throw ValidationError(
        "--timezone goes with --time-type timestamp or text; the other types say their zone.")
    }
  }

  /// Prints the query.
  public func run(on console: Console) throws -> ExitStatus {
    if let suffix = result.suffix, suffix != "sql", let output = result.output {
      throw UsageProblem("a query is written as .sql; name '\(output)' so")
    }
    let query = CountingQuery(
      engine: engine, source: source, columns: columns,
      rules: CountingRules(
        timeout: timeout.map { Int64(min($0.seconds * 1e6, 9e18)) }, completed: completed,
        countsChannels: byChannel),
      timeType: timeType, timeZone: timezone, scores: scale.map { $0.low...$0.high })
    do {
      try result.write(try query.text(), on: console)
    } catch let error as ImpossibleQuery {
      for problem in error.problems { console.error("journey: \(TextTable.printable(problem))\n") }
      return .usage
    }
    return .fine
  }

  private var source: CountingQuery.Source { CountingQuery.Source(from) }

  private var columns: CountingQuery.Columns {
    CountingQuery.Columns(
      customer: customer, touchpoint: touchpoint, time: time, began: began, sequence: sequence,
      channel: channel, persona: persona, stage: stage, felt: felt)
  }
}

extension CountingQuery.Engine: ExpressibleByArgument {}

extension CountingQuery.TimeType: ExpressibleByArgument {}
