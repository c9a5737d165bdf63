public import ArgumentParser
import JourneyKit
import JourneyPresenter

/// `journey present`: the page that presents, live.
public struct PresentCommand: JourneyCommand {
  /// What the command is called and what it does.
  public static let configuration = CommandConfiguration(
    commandName: "present",
    abstract: "Show a journey in the browser, and again whenever the document is saved.",
    discussion: """
      Example: journey present journeys/test-results.journey.yaml --open

      The page is served to this machine only, until Ctrl-C. While the document has mistakes, the \
      page tells them and keeps the last good picture. For a page to take along, use \
      'journey render --format html'.
      """)

  @Argument(
    help: "The journey document, YAML or JSON.",
    completion: .file(extensions: ["yaml", "yml", "json"]))
  var file: String

  @Option(help: "The port to answer on; 0 for any that is free.")
  var port = 4747

  @Option(
    help: "How to look, light unless given: a name or a theme file. \(ThemeName.values)",
    completion: ThemeName.completion, transform: ThemeName.named)
  var theme: ThemeName?

  @OptionGroup var figures: FigureOptions

  @Flag(help: "Open the page in the browser.")
  var open = false

  /// Creates the command.
  public init() {}

  /// Refuses what cannot be meant before anything is read.
  public func validate() throws {
    if file == "-" {
      throw ValidationError("present follows a file; standard input cannot change")
    }
    guard (0...65_535).contains(port) else {
      throw ValidationError("a port is a number from 0 to 65535, not \(port)")
    }
  }

  /// Serves the page until the process is told to end.
  public func run(on console: Console) throws -> ExitStatus {
    let follower = DocumentFollower(file) { [theme] in theme?.files ?? [] }
    let presentation = LivePresentation(
      maker: PageMaker(
        file: file, theme: theme ?? .light, figures: figures, console: console))
    let title = try presentation.begin()
    OpenFiles.allowMany()
    do {
      try Foreground.run { [port, open] in
        try await PageServer(page: presentation.page).run(port: port) { port in
          let address = "http://127.0.0.1:\(port)/"
          console.error("Presenting \(title) at \(address) – end with Ctrl-C\n")
          if open, !Browser.open(address) {
            console.error("journey: no browser could be opened; open the address yourself\n")
          }
          follower.start { presentation.showAgain() }
        }
      }
    } catch let problem as PageServerProblem {
      throw PortProblem(problem: problem)
    }
    follower.stop()
    return .fine
  }
}

/// Why the page cannot be served, and what to do about it.
private struct PortProblem: Error, CustomStringConvertible {
  var problem: PageServerProblem

  var description: String {
    switch problem.reason {
    case .portIsTaken, .portIsReserved:
      "\(problem); choose another with --port, or any that is free with --port 0"
    case .other:
      "\(problem)"
    }
  }
}
