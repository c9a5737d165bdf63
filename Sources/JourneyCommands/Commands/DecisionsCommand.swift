public import ArgumentParser
import JourneyKit

/// `journey decisions`: what became of what was learnt.
public struct DecisionsCommand: JourneyCommand {
  /// What the command is called and what it does.
  public static let configuration = CommandConfiguration(
    commandName: "decisions",
    abstract: "Say what became of every insight: how far each came, how long it took, what it did.",
    discussion: """
      Example: journey decisions journeys
      Example: journey decisions journeys --owner Ruiz --open --format markdown

      The funnel counts the insights that got through each step: found, reached somebody who \
      decides, decided, acted upon, measured again. Exits with 2 when a document has errors; the \
      others are told nevertheless.
      """)

  /// How the ledger is written.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json, csv, markdown
  }

  @Argument(
    help: "Journey documents, or folders of them; - is standard input.",
    completion: .file(extensions: ["yaml", "yml", "json"]))
  var paths: [String]

  @Option(help: "Only what this person or group answers for, alone or with others.")
  var owner: String?

  @Flag(help: "Only what was neither turned down nor measured again.")
  var open = false

  @Option(
    name: .customLong("as-of"),
    help: "The day that ages are judged from, yyyy-mm-dd; today unless given.")
  var asOf: CalendarDate?

  @Option(help: "text, json, csv or markdown; text unless the output's ending says else.")
  var format: Format?

  @OptionGroup var result: OutputArgument

  /// Creates the command.
  public init() {}

  /// Tells the ledger.
  public func run(on console: Console) throws -> ExitStatus {
    let format = try result.format(
      format, otherwise: .text,
      endings: ["json": .json, "csv": .csv, "md": .markdown, "markdown": .markdown, "txt": .text])
    var status = ExitStatus.fine
    let documents = try DocumentSet(paths, on: console).checked(on: console, status: &status)
    guard !documents.isEmpty else { return status }
    let whole = Ledger(documents.map(\.journey), asOf: asOf ?? console.today)
    let chosen = try owner.map { try Self.owner($0, in: whole) }
    let ledger = whole.filtered { entry in
      (chosen.map { Self.answers($0, for: entry) } ?? true) && (!open || entry.isOpen)
    }
    let report = LedgerReport(
      ledger, journeys: documents.count,
      narrowedTo: [chosen.map { "owner \($0.text)" }, open ? "open" : nil].compactMap(\.self))
    switch format {
    case .text:
      let isColored = console.isOutputColored && result.output == nil
      try result.write(report.text(colored: isColored), on: console)
    case .json: try result.write(report.json, on: console)
    case .csv: try result.write(report.csv, on: console)
    case .markdown: try result.write(report.markdown, on: console)
    }
    return status
  }

  /// Whether somebody answers for an entry: alone, or as one of several that it names.
  private static func answers(_ name: PersonName, for entry: Ledger.Entry) -> Bool {
    PersonName(entry.answerable)?.parts.contains(name) ?? false
  }

  /// The owner as documents write the name; as it is asked for where they name several together.
  private static func owner(_ name: String, in ledger: Ledger) throws(UsageProblem) -> PersonName {
    let owners = ledger.owners
    if let asked = PersonName(name) {
      let known = owners.compactMap { PersonName($0) }
      if let owner = known.first(where: { $0 == asked }) { return owner }
      if known.contains(where: { $0.parts.contains(asked) }) { return asked }
    }
    var message = "nobody called '\(name)' answers for a decision here"
    var nearest = NearestName()
    if let near = nearest.nearest(to: name, among: owners) {
      message += "; did you mean '\(near)'?"
    }
    throw UsageProblem(message)
  }
}
