public import ArgumentParser
import JourneyKit

/// `journey check`: everything that is wrong with documents, and with what they say of customers.
public struct CheckCommand: JourneyCommand {
  /// What the command is called and what it does.
  public static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Say what is wrong with journeys, where, and how to mend it.",
    discussion: """
      Example: journey check journeys
      Example: journey check journeys --policy policy.yaml --format github
      Example: journey check journeys --baseline git:main

      Journeys are held against the policy.yaml in their folder, and against their own 'policy'.

      Exits with 2 when a document or a policy has errors, and with 1 when a rule is broken, or on \
      warnings under --strict.
      """)

  /// How findings are written.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, github, sarif, junit, json
  }

  @Argument(
    help: "Journey documents, or folders of them; - is standard input.",
    completion: .file(extensions: ["yaml", "yml", "json"]))
  var paths: [String]

  @Option(
    help: "The policy file for all documents; the policy.yaml beside each unless given.",
    completion: .file(extensions: ["yaml", "yml", "json"]))
  var policy: String?

  @Option(help: "What to compare with: a document, a folder, git:REV or git:REV:PATH.")
  var baseline: String?

  @Option(
    name: .customLong("as-of"),
    help: "The day that ages are judged from, yyyy-mm-dd; today unless given.")
  var asOf: CalendarDate?

  @Option(help: "text, github, sarif, junit or json.")
  var format: Format = .text

  @Flag(help: "Let warnings fail the check too.")
  var strict = false

  /// Creates the command.
  public init() {}

  /// Checks every document.
  public func run(on console: Console) throws -> ExitStatus {
    let asOf = asOf ?? console.today
    var run = CheckRun(on: console, asOf: asOf, policy: policy)
    try run.read(paths)
    try run.judge(against: baseline)
    let documents = run.finish(strict: strict)
    try print(documents, run, on: console)
    return run.status
  }

  private func print(
    _ documents: [CheckReport.Document], _ run: CheckRun, on console: Console
  ) throws {
    var report = CheckReport(documents, version: JourneyTool.version)
    report.unmatched = run.unmatched
    switch format {
    case .text:
      let text = CheckText(report, counts: (run.count, run.policyCount))
      try text.print(on: console)
      console.error(text.summary)
    case .github: try console.print(report.github)
    case .sarif: try console.print(report.sarif)
    case .junit: try console.print(report.junit)
    case .json: try console.print(report.json)
    }
  }
}
