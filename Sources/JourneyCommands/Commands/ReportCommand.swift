public import ArgumentParser
import JourneyBriefs
import JourneyKit

/// `journey report`: the brief that owners decide from.
public struct ReportCommand: JourneyCommand {
  /// What the command is called and what it does.
  public static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Write a page for each owner, with the decision that is needed, and one for all.",
    discussion: """
      Example: journey report journeys -o brief.html
      Example: journey report journeys --owner Okafor -o okafor.pdf
      Example: journey report journeys -o briefs

      Into a folder, every page is a file of its own: portfolio.html, and brief-OWNER.html for \
      each owner. Without -o the brief goes to standard output.
      """)

  /// How the brief is written.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case html, markdown, pdf, json

    /// The ending of its files.
    var ending: String { self == .markdown ? "md" : rawValue }

    /// What the endings of files stand for.
    static let endings: [String: Self] = [
      "html": .html, "htm": .html, "md": .markdown, "markdown": .markdown, "pdf": .pdf,
      "json": .json,
    ]
  }

  @Argument(
    help: "Journey documents, or folders of them; - is standard input.",
    completion: .file(extensions: ["yaml", "yml", "json"]))
  var paths: [String]

  @OptionGroup var output: OutputArgument

  @Option(help: "Whose page is wanted; everybody's unless given, and the page for all journeys.")
  var owner: [String] = []

  @Option(help: "html, markdown, pdf or json; html unless the ending of -o says else.")
  var format: Format?

  @Option(
    help: ArgumentHelp(
      "How to look, a name or a theme file; unless given light, dark where the screen is, and "
        + "print in a PDF. \(ThemeName.values)", valueName: "theme"),
    completion: ThemeName.completion, transform: ThemeName.named)
  var theme: ThemeName?

  @Option(
    help: "The policy to check against; the policy.yaml beside the documents unless given.",
    completion: .file(extensions: ["yaml", "yml", "json"]))
  var policy: String?

  @Option(
    name: .customLong("as-of"),
    help: "The day that ages are judged from, yyyy-mm-dd; today unless given.")
  var asOf: CalendarDate?

  /// Creates the command.
  public init() {}

  /// Refuses what cannot be meant before anything is read.
  public func validate() throws {
    do throws(UsageProblem) {
      _ = try output.format(format, otherwise: .html, endings: Format.endings)
    } catch {
      throw ValidationError(error.message)
    }
  }

  /// Writes the brief.
  public func run(on console: Console) throws -> ExitStatus {
    var status = ExitStatus.fine
    let asOf = asOf ?? console.today
    let theme = try theme?.theme(on: console)
    let set = try DocumentSet(paths, on: console)
    if let output = output.output, let target = Files.identity(output),
      let source = set.documents.first(where: { Files.identity($0.path) == target })
    {
      throw UsageProblem("-o \(output) would overwrite \(source.path), which the brief is about")
    }
    let (portfolio, names) = set.portfolio(asOf: asOf, on: console, status: &status)
    let members: [Member] = zip(names, portfolio.members).map { ($0, $1) }
    guard !members.isEmpty else { return max(status, .badInput) }

    var sources = BriefSources(members.map(\.figures), asOf: asOf)
    if let findings = try findings(of: members, asOf: asOf, on: console) {
      sources.findings = findings
      sources.hasPolicy = true
    }
    var brief = Brief(sources, owners: owner.isEmpty ? nil : owner)
    try refuse(namesWithoutPage: brief, of: sources)
    let format = try output.format(format, otherwise: .html, endings: Format.endings)
    var writer = ReportWriter(
      portfolio: Portfolio(sources.journeys), format: format, theme: theme, output: output,
      console: console)
    try writer.write(&brief)
    return status
  }

  /// A journey with the document it is from.
  private typealias Member = (path: String, figures: Estimates)

  /// What the policies say of the journeys: the one that is named, else the one beside each
  /// document, and their own; nil when there is none.
  private func findings(
    of members: [Member], asOf: CalendarDate, on console: Console
  ) throws -> [Finding]? {
    var files = PolicyFiles(given: policy)
    files.named = paths
    if let policy { _ = files.index(of: policy) }
    var checks: [Int?: GuardrailCheck] = [:]
    var order: [Int?] = []
    for member in members {
      let index = files.index(for: member.path)
      guard index != nil || member.figures.journey.policy != nil else { continue }
      if checks[index] == nil {
        checks[index] = GuardrailCheck(policy: index.flatMap { files.read[$0].policy }, asOf: asOf)
        order.append(index)
      }
      checks[index]?.check(member.figures)
    }
    if let problem = files.problems.first?.problem { throw problem }
    let formatter = DiagnosticFormatter(usesColor: console.isErrorColored)
    for document in files.read where document.policy == nil {
      let errors = document.diagnostics.filter { $0.severity == .error }
      console.error(formatter.text(for: errors, in: document.source))
      throw DocumentFailure(status: .badInput)
    }
    guard !order.isEmpty else { return nil }
    let looked = PolicyFiles.Looked(named: paths, documents: members.map(\.path))
    for index in order { checks[index]?.isComplete = files.isComplete(index, among: looked) }
    return order.flatMap { checks[$0]?.finish() ?? [] }
  }

  /// Refuses names that own nothing, with the ones that do.
  private func refuse(namesWithoutPage brief: Brief, of sources: BriefSources) throws {
    let found = Set(brief.pages.compactMap { PersonName($0.reader.owner) })
    let missing = owner.first { name in
      PersonName(Brief.ownerName(name)).map { !found.contains($0) } ?? true
    }
    guard let missing else { return }
    let names = Brief.owners(of: sources)
    var nearest = NearestName()
    var message = "nobody called '\(missing)' answers for anything here"
    if let near = nearest.nearest(to: missing, among: names) {
      message += "; did you mean '\(near)'?"
    } else if !names.isEmpty {
      let some = names.prefix(8).joined(separator: ", ")
      message += "; there are \(some)\(names.count > 8 ? " and \(names.count - 8) more" : "")"
    }
    throw UsageProblem(message)
  }
}
