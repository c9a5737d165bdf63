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
      Example: journey mine events.csv --merge journeys/shop.journey.yaml

      Reads CSV and TSV, XES and JSON Lines, and gzip of all. Columns are found by their usual names \
      and told; in XES they are attributes, in JSON Lines members such as user.id. Rows need not be \
      sorted. What cannot be counted is told by reason and line; more than --max-rejects is exit 2.
      """)

  /// How the result is written.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case yaml, json, text, markdown
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
    help: ArgumentHelp(
      "A document that takes the new counts and scores and keeps its own words and order.",
      valueName: "file"),
    completion: .file(extensions: ["yaml", "yml", "json"]))
  var merge: String?

  @Option(
    help: ArgumentHelp(
      "What a database answered to 'journey sql', instead of logs.", valueName: "file"),
    completion: .file(extensions: ["csv"]))
  var counts: String?

  @Option(
    help: ArgumentHelp("Write all that was counted to a file, too.", valueName: "file"),
    completion: .file(extensions: ["csv"]))
  var writeCounts: String?

  @Option(
    help: ArgumentHelp("Write the rows that could not be counted to a file.", valueName: "file"),
    completion: .file(extensions: ["csv"]))
  var rejects: String?

  @Option(help: ArgumentHelp("The share of rows that may be rejected.", valueName: "share"))
  var maxRejects = ShareArgument(0.01)

  @Flag(help: "Tell the most travelled paths instead of making a document.")
  var variants = false

  @Option(help: "Tell figures by persona or channel, and where they differ beyond chance, instead.")
  var segments: SegmentTable.Kind?

  @Option(help: "At most so many variants.")
  var top = 20

  @Option(
    help: """
      yaml or json for documents; text, json or markdown for variants and segments; by the output's \
      ending unless given.
      """)
  var format: Format?

  @Flag(help: "Replace a document that is there.")
  var force = false

  @OptionGroup var result: OutputArgument

  /// Creates the command.
  public init() {}

  /// Refuses what contradicts itself.
  public func validate() throws {
    if events.isEmpty, counts == nil {
      // `--completed` takes every word up to the next option.
      throw ValidationError(
        completed.count > 1
          ? "Name an event log in front of --completed, which takes '\(completed.last ?? "")' too."
          : "Name an event log, or --counts FILE.")
    }
    if !events.isEmpty, counts != nil {
      throw ValidationError("--counts takes the place of event logs; leave one out.")
    }
    if variants, segments != nil {
      throw ValidationError("--variants and --segments are two tables; ask for one at a time.")
    }
    if counts != nil, writeCounts != nil || rejects != nil {
      throw ValidationError("--write-counts and --rejects go with logs, not with --counts.")
    }
    if counts != nil, variants {
      throw ValidationError("--counts holds no paths; --variants needs the log.")
    }
    if counts != nil {
      let rules = [
        (!completed.isEmpty, "--completed"), (timeout != nil, "--timeout"),
      ].compactMap { $0.0 ? $0.1 : nil }
      if let flag = (rules + log.given).first {
        throw ValidationError(
          "\(flag) has no effect on what is counted already; say it to 'journey sql', or leave it out."
        )
      }
    }
    if merge != nil, variants || segments != nil {
      throw ValidationError("--merge goes with documents, not with --variants and --segments.")
    }
    if detail < 2 { throw ValidationError("--detail is at least 2.") }
    if top < 1 { throw ValidationError("--top is at least 1.") }
    if let timeout, timeout.seconds <= 0 { throw ValidationError("--timeout is more than 0.") }
    if (events + [counts, merge].compactMap(\.self)).count(where: { $0 == "-" }) > 1 {
      throw ValidationError("Standard input can be read only once.")
    }
  }

  /// Mines.
  public func run(on console: Console) throws -> ExitStatus {
    let isTable = variants || segments != nil
    let format = try outputFormat(isTable: isTable)
    if !isTable, merge == nil, !force, let output = result.output, output != "-",
      Files.isPlainFile(output)
    {
      throw FileProblem(
        .write, output,
        reason: "there is a document already; --merge brings the new counts into it, --force "
          + "replaces it")
    }
    try refuseTwice(on: console)
    try refuseOverwriting()
    guard let merge else { return try mine(into: nil, as: format, on: console) }
    let document = try DocumentInput(merge, on: console)
    return try counting(as: document, on: console).mine(into: document, as: format, on: console)
  }

  // MARK: - Parts

  private func mine(
    into document: DocumentInput?, as format: Format, on console: Console
  ) throws -> ExitStatus {
    guard let log = try count(into: document, on: console) else { return .badInput }
    let counted = log.counts
    guard counted.everyone.events > 0 else {
      throw LogProblem(input: source, summary: "it counts no event to make a journey of")
    }
    if counts != nil { try refuseUnknown(completed, in: counted) }
    let options = miningOptions(log)
    if variants {
      let table = VariantTable(counted, options: options, most: top)
      tell(table.remarks, on: console)
      return try tell(
        text: table.text, json: table.json, markdown: table.markdown, as: format, console)
    }
    if let segments {
      let table = SegmentTable(counted, by: segments, options: options)
      tell(table.remarks, on: console)
      return try tell(
        text: table.text, json: table.json, markdown: table.markdown, as: format, console)
    }
    if let document { return try merge(log, options, into: document, on: console) }
    let mined = JourneyMiner(options: options).journey(of: counted)
    tell(mined.remarks, on: console)
    let text = MinedDocument(mined: mined).text(as: format == .json ? .json : .yaml)
    try result.write(text, on: console)
    return .fine
  }

  private func outputFormat(isTable: Bool) throws -> Format {
    if isTable {
      let format = try result.format(
        format, otherwise: .text,
        endings: ["txt": .text, "json": .json, "md": .markdown, "markdown": .markdown])
      guard format != .yaml else {
        throw UsageProblem("tables are written as text, json or markdown")
      }
      return format
    }
    let format = try result.format(
      format, otherwise: merge?.hasSuffix(".json") == true ? .json : .yaml,
      endings: ["yaml": .yaml, "yml": .yaml, "json": .json])
    guard format == .yaml || format == .json else {
      throw UsageProblem("a document is written as yaml or json")
    }
    return format
  }

  /// How events become counts, as far as that is known before the log is read.
  private var rules: CountingRules {
    CountingRules(
      timeout: timeout.map { Int64(min($0.seconds * 1e6, 9e18)) }, completed: completed,
      countsChannels: segments == .channel, variants: variants ? top : 0,
      joinsParts: log.options.lifecycle == .joined)
  }

  private func count(into document: DocumentInput?, on console: Console) throws -> MinedLog? {
    if let counts {
      let bytes = try counts == "-" ? console.input() : Files.read(counts)
      let (file, remarks) = try CountsFile.read(bytes, name: counts)
      tell(remarks, on: console)
      // A database leaves out what it cannot count, as a log's reader does; too much is too much.
      let rejected = file.rejected.reduce(0.0) { $0 + Double($1.count) }
      if let rows = file.rows, rejected > maxRejects.value * Double(rows) {
        console.error(
          "journey: that is more than --max-rejects \(NumberText.percent(maxRejects.value)), so "
            + "nothing is made of it; mend the log, or allow more with --max-rejects\n")
        return nil
      }
      if file.counts.everyone.events > 0 {
        try refuseUnknown(file.rules.completed, in: file.counts)
      }
      return MinedLog(file.counts, rules: file.rules)
    }
    var options = log.options
    options.threads = WorkerPool.processors
    var counting = LogCounting(
      inputs: try events.map { try LogInput($0, on: console) }, options: options,
      rules: rules, order: log.order, rejects: rejects, most: maxRejects.value)
    if let document, let journey = document.document.journey {
      counting.joining = { JourneyMerge.joined($0, in: journey) }
    }
    guard let outcome = try counting.run(on: console) else { return nil }
    // Before anything is written that would hold ends that nobody meant.
    try refuseUnknown(completed.map { outcome.joined[$0] ?? $0 }, in: outcome.counts)
    if let writeCounts {
      var rules = rules
      rules.order = log.order(of: outcome.report.format)
      let file = CountsFile(
        counts: outcome.counts, rules: rules, rows: outcome.report.rows,
        rejected: outcome.report.rejected.map { .init(reason: $0.reason.rawValue, count: $0.count) }
      )
      try Files.makeFolder(Files.folder(of: writeCounts))
      try Files.write(Array(file.text.utf8), to: writeCounts)
    }
    return MinedLog(outcome.counts, rules: rules, outcome.report, joined: outcome.joined)
  }

  /// A log that is named twice, on whatever paths, would count twice.
  private func refuseTwice(on console: Console) throws {
    var known: [[UInt64]: String] = [:]
    for name in events where name != "-" || console.isInputOfProcess {
      guard let identity = Files.identity(name == "-" ? "/dev/stdin" : name) else { continue }
      if let other = known.updateValue(name, forKey: identity) {
        let names = [other, name].map { $0 == "-" ? "standard input" : "'\($0)'" }
        throw UsageProblem(
          other == name
            ? "'\(name)' is named twice, and would be counted twice; name it once"
            : "\(names[0]) and \(names[1]) are one file, which would be counted twice; name it once"
        )
      }
    }
  }

  /// What is read must not be written, nor one result over another.
  private func refuseOverwriting() throws {
    let outputs: [(String, String?)] = [
      ("--rejects", rejects), ("--write-counts", writeCounts), ("--output", result.output),
    ]
    let inputs = events + [counts].compactMap(\.self)
    var written = WrittenFiles()
    for case (let name, let path?) in outputs {
      if ["-", "/dev/stdout", "/dev/fd/1"].contains(path), name != "--output" {
        throw UsageProblem("\(name) names a file, since standard output takes the result")
      }
      guard path != "-" else { continue }
      let read = name == "--output" ? inputs : inputs + [merge].compactMap(\.self)
      if let input = read.first(where: { $0 != "-" && Files.isSame($0, path) }) {
        throw UsageProblem("\(name) would replace '\(input)', which is read; name another file")
      }
      try written.take(path, for: name)
    }
  }

  /// A name on the command line that no touchpoint of the log has would change every end.
  private func refuseUnknown(_ names: [String], in counts: EventCounts) throws {
    guard !names.isEmpty else { return }
    // Byte by byte, as they are counted.
    let known = Set(counts.touchpoints.map { Array($0.name.utf8) })
    for name in names where !known.contains(Array(name.utf8)) {
      var nearest = NearestName()
      var message = "no touchpoint of the log is called '\(name)'"
      if counts.touchpoints.contains(where: { $0.name == name }) {
        message +=
          " letter by letter; the log spells it with other characters that look the same: "
          + "copy it from there"
      } else if let near = nearest.nearest(to: name, among: counts.touchpoints.map(\.name)) {
        message += "; did you mean '\(near)'?"
      } else {
        let names = counts.touchpoints.map { "'\($0.name)'" }
        message += "; it has \(Wording.list(names, most: 8))"
      }
      throw UsageProblem(TextTable.printable(message))
    }
  }

  private var source: String {
    let names = counts.map { [$0] } ?? events
    let short = names.map { name in
      name == "-" ? "standard input" : name.split(separator: "/").last.map(String.init) ?? name
    }
    return Wording.list(short, most: 3)
  }

  private func miningOptions(_ log: MinedLog) -> MiningOptions {
    var title = title
    if title == nil {
      let name = (counts ?? events.first).flatMap { $0 == "-" ? nil : $0 } ?? "Mined journey"
      title = JourneyTemplate(fileName: Self.withoutEndings(name), title: nil).title
    }
    return MiningOptions(
      id: id.map { JourneyID($0) }, title: title ?? "Mined journey", scale: self.log.namedScale,
      detail: detail, source: source, period: log.period, unit: log.unit, countedBy: log.countedBy)
  }

  private static func withoutEndings(_ path: String) -> String {
    var name = path.split(separator: "/").last.map(String.init) ?? path
    for ending in [".gz", ".csv", ".tsv", ".txt", ".xes", ".jsonl", ".ndjson", ".json"]
    where name.lowercased().hasSuffix(ending) && name.count > ending.count {
      name.removeLast(ending.count)
    }
    return name
  }

  private func merge(
    _ log: MinedLog, _ options: MiningOptions, into input: DocumentInput, on console: Console
  ) throws -> ExitStatus {
    let file = merge ?? input.name
    let merged = try JourneyMerge.merge(
      log.counts, options: options, into: String(decoding: input.bytes, as: UTF8.self),
      name: file, shared: input.document.shared, joined: log.joined)
    tell(merged.remarks, on: console)
    if result.output == nil, file != "-" {
      try Files.write(Array(merged.text.utf8), to: file)
      console.error("\(file) has the new counts. Next: git diff \(file)\n")
    } else {
      try result.write(merged.text, on: console)
    }
    return .fine
  }

  private func tell(_ remarks: [String], on console: Console) {
    for remark in remarks { console.error("journey: \(TextTable.printable(remark))\n") }
  }

  private func tell(
    text: String, json: String, markdown: String, as format: Format, _ console: Console
  ) throws -> ExitStatus {
    switch format {
    case .json: try result.write(json, on: console)
    case .markdown: try result.write(markdown, on: console)
    default: try result.write(text, on: console)
    }
    return .fine
  }
}

extension SegmentTable.Kind: ExpressibleByArgument {}
