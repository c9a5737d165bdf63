public import ArgumentParser
import JourneyKit

/// `journey analyze`: every figure.
public struct AnalyzeCommand: JourneyCommand {
  /// What the command is called and what it does.
  public static let configuration = CommandConfiguration(
    commandName: "analyze",
    abstract: "Print every figure of a journey.",
    discussion: "Example: journey analyze journeys/test-results.journey.yaml --format json")

  /// How the figures are written.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json
  }

  @OptionGroup var document: DocumentArgument
  @OptionGroup var figures: FigureOptions
  @Option(help: "text or json.")
  var format: Format = .text

  /// Creates the command.
  public init() {}

  /// Prints the figures.
  public func run(on console: Console) throws -> ExitStatus {
    let document = try CheckedDocument.load(document.file, on: console)
    let estimates = try figures.estimate(document, on: console)
    switch format {
    case .text:
      try console.print(AnalysisReport(estimates).text(colored: console.isOutputColored))
    case .json: try console.print(estimates.json)
    }
    return .fine
  }
}
