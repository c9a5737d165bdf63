public import ArgumentParser
import EventCounting
import EventLogs
import JourneyKit
import JourneyMining
import TextSupport

/// `journey mine`: an event log becomes a journey document.
public struct MineCommand: JourneyCommand {
  /// What the command is called and what it does.
  public static let configuration = CommandConfiguration(
    commandName: "mine",
    abstract: "Make a journey document of an event log.",
    discussion: """
      Example: journey mine events.csv --completed paid --timeout 30m -o journeys/shop.journey.yaml
      Example: journey mine log.xes.gz | journey render - -o map.svg

      Reads CSV and TSV, XES and JSON Lines, and gzip of all. Columns are found by their usual names \
      and told. Rows need not be sorted. What cannot be counted is told by reason and line; more \
      than --max-rejects is exit 2.
      """)

  /// How the result is written.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case yaml, json
  }

  @Argument(
    help: "Event logs, counted as one; - is standard input.",
    completion: .file(extensions: ["csv", "tsv", "xes", "jsonl", "gz"]))
  var events: [String] = []

  @OptionGroup(title: "The log") var log: LogArguments

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

  @Option(
    help: ArgumentHelp(
      "At most so many touchpoints in the document; rarer ones are gathered.", valueName: "number"))
  var detail = 30

  @Option(help: "The journey's title; made from the log's name unless given.")
  var title: String?

  @Option(help: "The journey's id; made from the title unless given.")
  var id: String?

  @Option(
    help: ArgumentHelp("Write the rows that could not be counted to a file.", valueName: "file"),
    completion: .file(extensions: ["csv"]))
  var rejects: String?

  @Option(help: ArgumentHelp("The share of rows that may be rejected.", valueName: "share"))
  var maxRejects = ShareArgument(0.01)

  @Option(
    help: "yaml or json; yaml unless the output's ending says else.")
  var format: Format?

  @Flag(help: "Replace a document that is there.")
  var force = false

  @OptionGroup var result: OutputArgument

  /// Creates the command.
  public init() {}

  /// Refuses what contradicts itself.
  public func validate() throws {
    if events.isEmpty { throw ValidationError("Name an event log.") }
    if detail < 2 { throw ValidationError("--detail is at least 2.") }
    if let timeout, timeout.seconds <= 0 { throw ValidationError("--timeout is more than 0.") }
    if events.filter({ $0 == "-" }).count > 1 {
      throw ValidationError("Standard input can be read only once.")
    }
  }

  /// Mines.
  public func run(on console: Console) throws -> ExitStatus {
    let format = try outputFormat()
    if !force, let output = result.output, output != "-",
      Files.exists(output)
    {
      throw FileProblem(
        .write, output,
        reason: "there is a document already; --force replaces it")
    }
    guard let counted = try count(on: console) else { return .badInput }
    try refuseUnknown(completed, in: counted)
    let miner = JourneyMiner(options: miningOptions)
    let mined = miner.journey(of: counted)
    for remark in mined.remarks { console.error("journey: \(TextTable.printable(remark))\n") }
    let document = MinedDocument(mined: mined, counts: counted, source: source)
    try result.write(document.text(as: format == .json ? .json : .yaml), on: console)
    return .fine
  }

  // MARK: - Parts

  private func outputFormat() throws -> Format {
    try result.format(
      format, otherwise: .yaml, endings: ["yaml": .yaml, "yml": .yaml, "json": .json])
  }

  /// How events become counts, as far as that is known before the log is read.
  private var rules: CountingRules {
    CountingRules(
      timeout: timeout.map { Int64(min($0.seconds * 1e6, 9e18)) }, completed: Set(completed),
      joinsParts: log.options.lifecycle == .joined)
  }

  private func count(on console: Console) throws -> EventCounts? {
    var options = log.options
    options.threads = WorkerPool.processors
    let counting = LogCounting(
      inputs: try events.map { try LogInput($0, on: console) }, options: options,
      rules: rules, order: log.order, rejects: rejects, most: maxRejects.value)
    return try counting.run(on: console)?.counts
  }

  /// A name on the command line that no touchpoint of the log has would change every end.
  private func refuseUnknown(_ names: [String], in counts: EventCounts) throws {
    let known = Set(counts.touchpoints.map(\.name))
    for name in names where !known.contains(name) {
      var nearest = NearestName()
      var message = "no touchpoint of the log is called '\(name)'"
      if let near = nearest.nearest(to: name, among: counts.touchpoints.map(\.name)) {
        message += "; did you mean '\(near)'?"
      } else {
        let names = counts.touchpoints.map { "'\($0.name)'" }
        message += "; it has \(Wording.list(names, most: 8))"
      }
      throw UsageProblem(message)
    }
  }

  private var source: String {
    let names = events
    let short = names.map { name in
      name == "-" ? "standard input" : name.split(separator: "/").last.map(String.init) ?? name
    }
    return Wording.list(short, most: 3)
  }

  private var miningOptions: MiningOptions {
    var title = title
    if title == nil {
      let name = events.first.flatMap { $0 == "-" ? nil : $0 } ?? "Mined journey"
      title = JourneyTemplate(fileName: Self.withoutEndings(name), title: nil).title
    }
    return MiningOptions(
      id: id.map { JourneyID($0) }, title: title ?? "Mined journey", scale: log.namedScale,
      detail: detail, source: source)
  }

  private static func withoutEndings(_ path: String) -> String {
    var name = path.split(separator: "/").last.map(String.init) ?? path
    for ending in [".gz", ".csv", ".tsv", ".txt", ".xes", ".jsonl", ".ndjson", ".json"]
    where name.lowercased().hasSuffix(ending) && name.count > ending.count {
      name.removeLast(ending.count)
    }
    return name
  }
}
