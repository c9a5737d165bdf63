public import ArgumentParser
import JourneyKit

/// `journey check`: everything that is wrong with documents.
public struct CheckCommand: JourneyCommand {
  /// What the command is called and what it does.
  public static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Say what is wrong with journey documents, where, and how to mend it.",
    discussion: """
      Example: journey check journeys
      Example: journey check journeys --format github

      Exits with 2 when a document has errors, and with 1 on warnings under --strict.
      """)

  /// How findings are written.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, github, sarif, junit, json
  }

  @Argument(
    help: "Journey documents, or folders of them; - is standard input.",
    completion: .file(extensions: ["yaml", "yml", "json"]))
  var paths: [String]

  @Option(help: "text, github, sarif, junit or json.")
  var format: Format = .text

  @Flag(help: "Let warnings fail the check too.")
  var strict = false

  private static let unreadable = "unreadable"

  /// Creates the command.
  public init() {}

  /// Checks every document.
  public func run(on console: Console) throws -> ExitStatus {
    var status = ExitStatus.fine
    var checked: [CheckReport.Document] = []
    for path in try DocumentPaths.expand(paths) {
      do {
        let document = try CheckedDocument.read(path, on: console)
        checked.append(.init(source: document.source, diagnostics: document.diagnostics))
        status = max(status, Self.status(of: document.diagnostics, strict: strict))
      } catch let problem as FileProblem {
        console.error("journey: \(problem)\n")
        // Part of the report too, so that no machine takes a document that is missing for a good one.
        checked.append(
          .init(
            source: SourceText(name: path, text: ""),
            diagnostics: [Diagnostic(Self.unreadable, .error, "\(problem)")]))
        status = .badInput
      }
    }
    try print(checked, on: console)
    return status
  }

  private static func status(of diagnostics: [Diagnostic], strict: Bool) -> ExitStatus {
    switch diagnostics.map(\.severity).max() {
    case .error: .badInput
    case .warning where strict: .findings
    default: .fine
    }
  }

  private func print(_ documents: [CheckReport.Document], on console: Console) throws {
    let report = CheckReport(documents, version: JourneyTool.version)
    switch format {
    case .text:
      let formatter = DiagnosticFormatter(usesColor: console.isOutputColored)
      for document in documents where !document.diagnostics.contains(where: Self.isUnreadable) {
        try console.print(formatter.text(for: document.diagnostics, in: document.source))
      }
      console.error(Self.summary(documents))
    case .github: try console.print(report.github)
    case .sarif: try console.print(report.sarif)
    case .junit: try console.print(report.junit)
    case .json: try console.print(report.json)
    }
  }

  private static func isUnreadable(_ diagnostic: Diagnostic) -> Bool {
    diagnostic.id == unreadable
  }

  private static func summary(_ documents: [CheckReport.Document]) -> String {
    func count(_ severity: Diagnostic.Severity, _ word: String) -> String {
      let count = documents.reduce(0) {
        $0 + $1.diagnostics.count { $0.severity == severity }
      }
      return "\(count == 0 ? "no" : "\(count)") \(word)\(count == 1 ? "" : "s")"
    }
    let checked = documents.count == 1 ? "1 document" : "\(documents.count) documents"
    return "\(checked) checked: \(count(.error, "error")), \(count(.warning, "warning"))\n"
  }
}
