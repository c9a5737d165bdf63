public import ArgumentParser
public import JourneyKit

/// The document that most commands work on.
struct DocumentArgument: ParsableArguments {
  @Argument(
    help: "The journey document, YAML or JSON; - is standard input.",
    completion: .file(extensions: ["yaml", "yml", "json"]))
  var file: String
}

/// The day and the persona that figures are for.
struct FigureOptions: ParsableArguments {
  @Option(
    name: .customLong("as-of"),
    help: "The day that ages are judged from, yyyy-mm-dd; today unless given.")
  var asOf: CalendarDate?

  @Option(help: "The id of the persona whose figures are wanted; all customers unless given.")
  var persona: String?

  /// The figures of a journey.
  func analyze(_ document: CheckedDocument, on console: Console) throws -> Analysis {
    let persona = try persona.map { try document.persona($0) }
    return try document.journey.analyzed(asOf: asOf ?? console.today, persona: persona)
  }

  /// The figures of a journey with their intervals.
  func estimate(_ document: CheckedDocument, on console: Console) throws -> Estimates {
    let persona = try persona.map { try document.persona($0) }
    return try document.journey.estimated(asOf: asOf ?? console.today, persona: persona)
  }
}

extension CalendarDate: ExpressibleByArgument {
  /// Reads a date of the command line.
  public init?(argument: String) {
    self.init(argument)
  }
}
