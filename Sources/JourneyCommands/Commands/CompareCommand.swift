public import ArgumentParser
import JourneyKit

/// `journey compare`: journeys held against each other.
public struct CompareCommand: JourneyCommand {
  /// What the command is called and what it does.
  public static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: "Say what changed between journeys, and whether it is more than chance.",
    discussion: """
      Example: journey compare git:main:journeys/returns.journey.yaml journeys/returns.journey.yaml
      Example: journey compare as-is.journey.yaml to-be.journey.yaml -o diff.svg
      Example: journey compare returns.journey.yaml --persona amina --persona george

      Two documents are before and after, three or more are periods in a row. One document with \
      several --persona compares those. git:REV:PATH is a file as it stands at a revision.
      """)

  /// How the comparison is written.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json, markdown, svg, png, pdf

    /// What the endings of files stand for.
    static let endings: [String: Self] = [
      "txt": .text, "json": .json, "md": .markdown, "markdown": .markdown, "svg": .svg,
      "png": .png, "pdf": .pdf,
    ]

    /// The picture it is; nil for text.
    var picture: PictureFormat? { PictureFormat(rawValue: rawValue) }
  }

  @Argument(
    help: "Journey documents, the earlier first; git:REV:PATH is a file at a revision.",
    completion: .file(extensions: ["yaml", "yml", "json"]))
  var paths: [String]

  @Option(
    help: "The persona whose figures are compared, all customers unless given; two compare those."
  )
  var persona: [String] = []

  @Option(
    name: .customLong("as-of"),
    help: "The day that ages are judged from, yyyy-mm-dd; today unless given.")
  var asOf: CalendarDate?

  @Flag(
    help: "Tell where customers leave the plan that the first is; so too when its state is to-be."
  )
  var planned = false

  @Option(help: "text, json, markdown, svg, png or pdf; text unless the ending of -o says else.")
  var format: Format?

  @OptionGroup var output: OutputArgument

  @Option(
    help: ArgumentHelp(
      "How the picture is to look: a name or a theme file. \(ThemeName.values)", valueName: "theme"),
    completion: ThemeName.completion, transform: ThemeName.named)
  var theme: ThemeName?

  @OptionGroup(title: "PNG, PDF and outlined text") var export: ExportArguments

  /// Creates the command.
  public init() {}

  /// Refuses what cannot be meant before anything is read.
  public func validate() throws {
    if paths.count == 1, persona.count < 2 {
      throw ValidationError("name two documents, or one with --persona twice")
    }
    if paths.count > 1, persona.count > 1 {
      throw ValidationError("compare several documents or several personas, not both")
    }
    if Set(persona).count < persona.count {
      throw ValidationError("a persona against itself shows nothing")
    }
    if paths.filter({ $0 == "-" }).count > 1 {
      throw ValidationError("standard input can be read only once")
    }
    do throws(UsageProblem) {
      _ = try output.format(format, otherwise: .text, endings: Format.endings)
    } catch {
      throw ValidationError(error.message)
    }
    if let picture = chosenFormat.picture {
      if sideCount > 2 {
        throw ValidationError("the picture shows two journeys; name the first and the last")
      }
      try export.validate(for: picture)
    } else if theme != nil {
      throw ValidationError("--theme is about the picture; add --format svg")
    }
    if planned, sideCount > 2 {
      throw ValidationError("--planned compares a plan with what happened; name two")
    }
  }

  private var sideCount: Int { max(paths.count, persona.count) }

  private var chosenFormat: Format {
    format ?? output.suffix.flatMap { Format.endings[$0] } ?? .text
  }

  /// Compares.
  public func run(on console: Console) throws -> ExitStatus {
    let sides = try sides(on: console)
    if let trend = Trend(sides), sides.count > 2 {
      let report = TrendReport(trend)
      switch chosenFormat {
      case .json: try output.write(report.json, on: console)
      case .markdown: try output.write(report.markdown, on: console)
      default: try output.write(report.text(colored: isColored(on: console)), on: console)
      }
      return .fine
    }
    let comparison = Comparison(sides[0], sides[1])
    let report = ComparisonReport(
      comparison, isPlanned: planned || comparison.before.journey.state == .toBe)
    switch chosenFormat {
    case .text: try output.write(report.text(colored: isColored(on: console)), on: console)
    case .json: try output.write(report.json, on: console)
    case .markdown: try output.write(report.markdown, on: console)
    case .svg, .png, .pdf: try draw(comparison, on: console)
    }
    return .fine
  }

  private func isColored(on console: Console) -> Bool {
    console.isOutputColored && output.output.map { $0 == "-" } ?? true
  }

  private func sides(on console: Console) throws -> [ComparedJourney] {
    let documents = try paths.map { path in
      try CheckedDocument.load(try DocumentInput(path, on: console), on: console)
    }
    let day = asOf ?? console.today
    func side(_ document: CheckedDocument, _ persona: String?) throws -> ComparedJourney {
      let id = try persona.map { try document.persona($0) }
      let name = paths.count == 1 ? id.flatMap { document.journey[persona: $0]?.name } : nil
      return ComparedJourney(
        label: name ?? document.name,
        estimates: try document.journey.estimated(asOf: day, persona: id))
    }
    if let only = documents.first, documents.count == 1 {
      return try persona.map { try side(only, $0) }
    }
    return try documents.map { try side($0, persona.first) }
  }

  private func draw(_ comparison: Comparison, on console: Console) throws {
    var options = DrawingOptions()
    if let theme { options.theme = try theme.theme(on: console) }
    let picture = try Renderer.graphviz.picture(of: comparison, options: options)
    guard let format = chosenFormat.picture else { return }
    try output.write(try export.export.bytes(of: picture, as: format), on: console)
  }
}
