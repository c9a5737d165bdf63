public import ArgumentParser
import JourneyKit

/// `journey hotspots`: the ranked table.
public struct HotspotsCommand: JourneyCommand {
  /// What the command is called and what it does.
  public static let configuration = CommandConfiguration(
    commandName: "hotspots",
    abstract: "Rank the touchpoints by how many customers they lose and distress.",
    discussion: "Example: journey hotspots journeys/test-results.journey.yaml")

  /// How the table is written.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json, csv, markdown
  }

  @OptionGroup var document: DocumentArgument
  @OptionGroup var figures: FigureOptions
  @Option(help: "text, json, csv or markdown.")
  var format: Format = .text

  /// Creates the command.
  public init() {}

  /// Prints the table.
  public func run(on console: Console) throws -> ExitStatus {
    let document = try CheckedDocument.load(document.file, on: console)
    let report = HotspotReport(try figures.analyze(document, on: console))
    switch format {
    case .text: try console.print(report.text(colored: console.isOutputColored))
    case .json: try console.print(report.json)
    case .csv: try console.print(report.csv)
    case .markdown: try console.print(report.markdown)
    }
    return .fine
  }
}
