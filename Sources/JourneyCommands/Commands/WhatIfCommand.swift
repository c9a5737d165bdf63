public import ArgumentParser
import JourneyKit
import TextSupport

/// `journey what-if`: the figures if some things were otherwise.
public struct WhatIfCommand: JourneyCommand {
  /// What the command is called and what it does.
  public static let configuration = CommandConfiguration(
    commandName: "what-if",
    abstract: "Show the figures of a journey if some things were otherwise.",
    discussion: """
      Example: journey what-if journeys/test-results.journey.yaml --set log-in.felt=0 \
      --set 'log-in -> left=5%'

      What can be set is a touchpoint's felt, felt.PERSONA, believed and wait, and a transition's \
      share or count of those who go on from its source; the source's other transitions keep their \
      proportions in the rest. A hypothesis, not a forecast.
      """)

  /// How the figures are written.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json, markdown
  }

  @OptionGroup var document: DocumentArgument

  @Option(
    name: .customLong("set"), parsing: .singleValue,
    help: "What is supposed, such as log-in.felt=0 or 'log-in -> left=5%'; may be repeated.")
  var changes: [String]

  @OptionGroup var figures: FigureOptions

  @Option(help: "text, json or markdown; text unless the output's ending says else.")
  var format: Format?

  @OptionGroup var result: OutputArgument

  /// Creates the command.
  public init() {}

  /// Prints the figures before and after.
  public func run(on console: Console) throws -> ExitStatus {
    let format = try result.format(
      format, otherwise: .text,
      endings: ["json": .json, "md": .markdown, "markdown": .markdown, "txt": .text])
    let document = try CheckedDocument.load(document.file, on: console)
    let persona = try figures.persona.map { try document.persona($0) }
    let report: WhatIfReport
    do {
      report = WhatIfReport(
        try WhatIf(
          document.journey, texts: changes, asOf: figures.asOf ?? console.today, persona: persona))
    } catch let error as ImpossibleChanges {
      for problem in error.problems { console.error("journey: \(TextTable.printable(problem))\n") }
      return .usage
    }
    switch format {
    case .text:
      let isColored = console.isOutputColored && result.output == nil
      try result.write(report.text(colored: isColored), on: console)
    case .json: try result.write(report.json, on: console)
    case .markdown: try result.write(report.markdown, on: console)
    }
    return .fine
  }
}
