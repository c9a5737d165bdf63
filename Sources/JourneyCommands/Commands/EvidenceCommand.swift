public import ArgumentParser
import EventLogs
import JourneyKit
import JourneySurveys
import TextSupport

/// `journey evidence`: answers to a survey become scores and quotes of a journey.
public struct EvidenceCommand: JourneyCommand {
  /// What the command is called and what it does.
  public static let configuration = CommandConfiguration(
    commandName: "evidence",
    abstract: "Bring the answers to a survey into a journey document.",
    discussion: """
      Example: journey evidence answers.csv --into journeys/shop.journey.yaml
      Example: journey evidence answers.csv --into shop.journey.yaml --map "Q3=log-in:csat5"
      Example: journey evidence reviews.csv --into shop.journey.yaml --about delivery \
      --method feedback --quotes review.csv
      Example: journey evidence --keep review.csv --into shop.journey.yaml

      Tables may have an answer a row (respondent, touchpoint, answer) or a person a row and a column \
      for each question. Columns are found by their usual names and told. Each person counts once at \
      a touchpoint. Comments are never put into a document unread: --quotes writes them, with what \
      identifies people blacked out, to a table in which a person says yes; --keep takes those. What was \
      decided in a table that is there is carried over.
      """)

  @Argument(
    help: "The answers: CSV, TSV or either packed with gzip; - is standard input.",
    completion: .file(extensions: ["csv", "tsv", "gz"]))
  var survey: String?

  @Option(
    help: ArgumentHelp("The document that the answers are about.", valueName: "document"),
    completion: .file(extensions: ["yaml", "yml", "json"]))
  var into: String

  @OptionGroup(title: "The table") var table: SurveyArguments

  @Option(
    help: ArgumentHelp(
      "Write the comments to a table for a person to review; - is standard output.",
      valueName: "file"), completion: .file(extensions: ["csv"]))
  var quotes: String?

  @Option(
    help: ArgumentHelp(
      "Put the quotes into the document that a person said yes to in this table.",
      valueName: "file"), completion: .file(extensions: ["csv"]))
  var keep: String?

  @Option(
    help: ArgumentHelp("Write the answers that do not count to a file.", valueName: "file"),
    completion: .file(extensions: ["csv"]))
  var rejects: String?

  @Option(help: ArgumentHelp("The share of answers that may be rejected.", valueName: "share"))
  var maxRejects = ShareArgument(0.01)

  @Flag(help: "Replace the table of --quotes that is there without its decisions.")
  var force = false

  @Option(
    name: [.short, .long],
    help: "The document to write; the one that was read unless given; - is standard output.",
    completion: .file())
  var output: String?

  /// Creates the command.
  public init() {}

  /// Refuses what contradicts itself.
  public func validate() throws {
    switch (survey, keep) {
    case (nil, nil): throw ValidationError("Name a survey, or a review of its quotes with --keep.")
    case (.some, .some):
      throw ValidationError("--keep takes quotes of a review; name it without the survey.")
    default: break
    }
    if into == "-" { throw ValidationError("--into names a file; it is changed in its place.") }
    if rejects == "-" {
      throw ValidationError("--rejects names a file, since standard output takes the result.")
    }
    if keep != nil, quotes != nil {
      throw ValidationError("--quotes and --keep contradict each other; leave one out.")
    }
    if quotes == "-", output == "-" {
      throw ValidationError("Only one of --quotes and --output can be standard output.")
    }
  }

  /// Reads the answers and changes the document.
  public func run(on console: Console) throws -> ExitStatus {
    try refuseOverwriting()
    let document = try JourneyDocument(path: into)
    let journey = try CheckedDocument.load(document, name: into, on: console).journey
    let text = String(decoding: try Files.read(into), as: UTF8.self)
    if let keep {
      let review = try QuoteReview(LogInput(keep, on: console), for: journey)
      let written = try SurveyWriter.add(review, to: text, name: into, journey: journey)
      let no = review.rows - review.kept.count
      say(written.remarks + (no > 0 ? ["\(NumberText.grouped(no)) not kept"] : []), on: console)
      warn(written.warnings, on: console)
      return try write(written.text, over: text, document, on: console)
    }
    guard let survey else { return .usage }
    let decisions = try decisions(on: console)
    var options = table.options(source: SurveyArguments.source(survey))
    options.hasComments = quotes != nil
    let read = try SurveyReader(options: options).read(
      LogInput(survey, on: console), about: journey)
    let words = SurveyWords(
      name: survey == "-" ? "standard input" : survey, survey: read, options: options,
      rejects: rejects, most: maxRejects.value)
    console.error(words.text)
    try writeRejects(read.report)
    guard !words.isTooMuchRejected else { return .badInput }
    guard !read.findings.isEmpty || read.report.comments > 0 else {
      console.error("journey: there are no answers, so nothing is changed\n")
      return .badInput
    }
    try review(read, options, decisions, on: console)
    guard !read.findings.isEmpty else { return .fine }
    let written = try SurveyWriter.add(
      read.evidence(options), to: text, name: into, journey: journey)
    say(written.remarks, on: console)
    warn(written.warnings, on: console)
    return try write(written.text, over: text, document, on: console)
  }

  // MARK: - Parts

  /// Keeps what is read from being written over, by whatever paths lead to it.
  private func refuseOverwriting() throws {
    let inputs: [(String, String?)] = [
      ("the survey", survey), ("the review", keep), ("the document", into),
    ]
    var written = WrittenFiles()
    let outputs: [(String, String?)] = [
      ("--rejects", rejects), ("--quotes", quotes), ("--output", output),
    ]
    for case (let name, let path?) in outputs where path != "-" {
      for case (let what, let input?) in inputs where input != "-" && Files.isSame(input, path) {
        // The document may be named as its own place.
        if name == "--output", input == into { continue }
        throw UsageProblem("\(name) would replace \(what) '\(input)'; name another file")
      }
      try written.take(path, for: name)
    }
  }

  /// What was decided in the table of --quotes that is there already.
  private func decisions(on console: Console) throws -> QuoteDecisions {
    guard let quotes, quotes != "-", Files.exists(quotes), !force else { return QuoteDecisions() }
    return try QuoteDecisions(LogInput(quotes, on: console))
  }

  private func say(_ parts: [String], on console: Console) {
    let place = output.map { $0 == "-" ? "" : "\($0): " } ?? "\(into): "
    console.error("journey: \(TextTable.printable(place + parts.joined(separator: ", "))).\n")
  }

  private func warn(_ warnings: [String], on console: Console) {
    for warning in warnings { console.error("journey: \(TextTable.printable(warning))\n") }
  }

  /// Writes the document, unless it would be worse than it was.
  private func write(
    _ text: String, over old: String, _ document: JourneyDocument, on console: Console
  ) throws -> ExitStatus {
    let changed = JourneyDocument(text: text, name: into, shared: document.shared)
    if changed.journey == nil {
      _ = try CheckedDocument.load(changed, name: into, on: console)
    }
    if output == "-" {
      try console.output(Array(text.utf8))
    } else if let output {
      try Files.makeFolder(Files.folder(of: output))
      try Files.write(Array(text.utf8), to: output)
    } else if text != old {
      try Files.write(Array(text.utf8), to: into)
    }
    return .fine
  }

  private func review(
    _ survey: Survey, _ options: SurveyOptions, _ decisions: QuoteDecisions, on console: Console
  ) throws {
    guard survey.report.comments > 0 else {
      if quotes != nil {
        console.error(
          "journey: no comments for --quotes were found, so no table is written; name their column "
            + "with --comment COLUMN, or --map \"COLUMN=TOUCHPOINT:comment\"\n")
      }
      return
    }
    let count = Wording.count(survey.report.comments, "comment")
    guard let quotes else {
      console.error(
        "journey: \(count) could become \(survey.report.comments == 1 ? "a quote" : "quotes"); "
          + "--quotes FILE lists \(survey.report.comments == 1 ? "it" : "them") for a person to "
          + "review.\n")
      return
    }
    let table = QuoteReview.table(
      of: survey.comments, source: options.source, decisions: decisions)
    if quotes == "-" {
      try console.output(Array(table.text.utf8))
    } else {
      try Files.makeFolder(Files.folder(of: quotes))
      try Files.write(Array(table.text.utf8), to: quotes)
    }
    let places = survey.comments.reduce(0) { $0 + $1.redactions }
    console.error(
      "journey: \(count) to review in \(quotes == "-" ? "standard output" : quotes), "
        + "\(Wording.count(places, "place")) blacked out. Names that no column holds, nicknames and "
        + "what people tell of themselves are not found: read each, black out what is left, write yes "
        + "under keep, then: journey evidence --keep \(quotes == "-" ? "REVIEW.csv" : quotes) "
        + "--into \(into)\n")
    for text in Self.remarks(on: table) { console.error("journey: \(text)\n") }
  }

  private static func remarks(on table: QuoteReview.Table) -> [String] {
    var remarks: [String] = []
    if table.carried > 0 {
      remarks.append(
        "\(Wording.count(table.carried, "decision")) of the table that was there "
          + "\(table.carried == 1 ? "is" : "are") carried over.")
    }
    if table.left > 0 {
      remarks.append(
        "\(Wording.count(table.left, "decision")) of it \(table.left == 1 ? "is" : "are") on words "
          + "that the survey does not have any more, and \(table.left == 1 ? "stands" : "stand") at the "
          + "end; remove what is not to be kept.")
    }
    if table.cut > 0 {
      remarks.append(
        "\(Wording.count(table.cut, "comment")) of more than "
          + "\(NumberText.grouped(QuoteReview.longest)) characters "
          + "\(table.cut == 1 ? "was" : "were") cut, with … at the end.")
    }
    return remarks
  }

  private func writeRejects(_ report: SurveyReport) throws {
    guard let rejects else { return }
    var text = CSV.line(["line", "reason", "column", "text"])
    for reject in report.rejects {
      text += CSV.line(["\(reject.line)", reject.reason.rawValue, reject.column, reject.text])
    }
    try Files.makeFolder(Files.folder(of: rejects))
    try Files.write(Array(text.utf8), to: rejects)
  }
}
