public import ArgumentParser
public import JourneyKit

/// `journey backlog`: what to do next, for people and for trackers.
public struct BacklogCommand: JourneyCommand {
  /// What the command is called and what it does.
  public static let configuration = CommandConfiguration(
    commandName: "backlog",
    abstract: "Tell what to mend first and why, as user stories that trackers import.",
    discussion: """
      Example: journey backlog journeys
      Example: journey backlog journeys --format jira -o backlog.csv \
      --link-base https://github.com/you/journeys/blob/main

      Every decision that waits and every hotspot that none waits for becomes a story. Gains are \
      upper bounds: nobody leaves there any more, nobody is distressed there any more. Exits with 2 \
      when a document has errors; the others are told nevertheless.
      """)

  /// How the backlog is written.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, markdown, json, jira, azure, github
  }

  @Argument(
    help: "Journey documents, or folders of them; - is standard input.",
    completion: .file(extensions: ["yaml", "yml", "json"]))
  var paths: [String]

  @Option(help: "At most so many stories, the first to do first.")
  var limit: Int?

  @Option(
    help: """
      heat, gain, per-effort, opportunity or worth: what the order goes by, failed basic needs and \
      sure hotspots first.
      """)
  var by: Priorities.Order = .heat

  @Option(
    help: "What stands before the path of a document in links, such as a repository's address.")
  var linkBase: String?

  @Option(
    help: """
      The type of issue or work item; Story for Jira, 'Product Backlog Item' for Azure DevOps unless \
      given.
      """)
  var type: String?

  @Option(
    name: .customLong("as-of"),
    help: "The day that ages are judged from, yyyy-mm-dd; today unless given.")
  var asOf: CalendarDate?

  @Option(
    help: "text, markdown, json, jira, azure or github; text unless the output's ending says else.")
  var format: Format?

  @OptionGroup var result: OutputArgument

  /// Creates the command.
  public init() {}

  /// Refuses limits below 1, and links that no tracker follows.
  public func validate() throws {
    if let limit, limit < 1 { throw ValidationError("--limit is at least 1.") }
    if let linkBase, !StoryLinks.canStandBeforeAPath(linkBase) {
      throw ValidationError(
        "--link-base '\(linkBase)' is no address of a page; begin it with https:// or http://, or "
          + "give a path")
    }
  }

  /// Tells the backlog.
  public func run(on console: Console) throws -> ExitStatus {
    if result.suffix == "csv", self.format == nil {
      throw UsageProblem("which tracker is the file for? Say --format jira, azure or github")
    }
    let format = try result.format(
      format, otherwise: .text,
      endings: ["json": .json, "md": .markdown, "markdown": .markdown, "txt": .text])
    if type != nil, format != .jira, format != .azure {
      throw UsageProblem("--type goes with --format jira and azure")
    }
    var status = ExitStatus.fine
    let documents = try DocumentSet(paths, on: console)
    let asOf = asOf ?? console.today
    var journeys: [Estimates] = []
    for document in documents.checked(on: console, status: &status) {
      do {
        journeys.append(try document.journey.estimated(asOf: asOf))
      } catch {
        status = max(status, console.tell(error))
      }
    }
    guard !journeys.isEmpty else { return status }
    var backlog = Backlog(
      journeys, ledger: Ledger(journeys.map(\.journey), asOf: asOf), by: by)
    backlog.stories = StoryLinks(documents, base: linkBase).linked(backlog.stories)
    let report = BacklogReport(backlog, journeys: journeys.count, asOf: asOf, limit: limit)
    try write(report, as: format, on: console)
    return status
  }

  private func write(_ report: BacklogReport, as format: Format, on console: Console) throws {
    switch format {
    case .text:
      let isColored = console.isOutputColored && result.output == nil
      try result.write(report.text(colored: isColored), on: console)
    case .markdown: try result.write(report.markdown, on: console)
    case .json: try result.write(report.json, on: console)
    case .jira:
      warn(report, most: BacklogReport.mostJiraIssues, "Atlassian recommends", on: console)
      try result.write(type.map { report.jira(type: $0) } ?? report.jira(), on: console)
    case .azure:
      warn(report, most: BacklogReport.mostWorkItems, "Azure DevOps imports", on: console)
      try result.write(type.map { report.azure(type: $0) } ?? report.azure(), on: console)
    case .github: try result.write(report.github, on: console)
    }
  }

  private func warn(_ report: BacklogReport, most: Int, _ who: String, on console: Console) {
    guard report.stories.count > most else { return }
    console.error(
      "journey: \(report.stories.count) stories, but \(who) at most \(most) at a time; use --limit\n"
    )
  }
}

extension Priorities.Order: ExpressibleByArgument {}
