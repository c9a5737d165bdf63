public import ArgumentParser
import JourneyKit

/// `journey atlas`: several journeys in one picture.
public struct AtlasCommand: JourneyCommand {
  /// What the command is called and what it does.
  public static let configuration = CommandConfiguration(
    commandName: "atlas",
    abstract: "Draw several journeys with the traffic between them.",
    discussion: """
      Example: journey atlas journeys -o atlas.svg
      Example: journey atlas journeys --theme dark --format png -o atlas.png

      Journeys that lead over into each other, by 'diverted/ID' in their flow, stand above, the \
      others below, the hottest first. What completes in a journey that customers go over to counts.
      """)

  /// What an atlas is written as.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case svg, png, pdf

    var picture: PictureFormat {
      switch self {
      case .svg: .svg
      case .png: .png
      case .pdf: .pdf
      }
    }
  }

  @Argument(
    help: "Journey documents, or folders of them; - is standard input.",
    completion: .file(extensions: ["yaml", "yml", "json"]))
  var paths: [String]

  @OptionGroup var output: OutputArgument

  @Option(help: "What to write; svg unless the ending of -o says else.")
  var format: Format?

  @Option(help: "What the picture is called; 'Customer journeys' unless given.")
  var title: String?

  @Option(
    help: ArgumentHelp(
      "How to look, light unless given: a name or a theme file such as brand.yaml. "
        + "\(ThemeName.values)",
      valueName: "theme"),
    completion: ThemeName.completion, transform: ThemeName.named)
  var theme: ThemeName?

  @Option(
    help: ArgumentHelp(
      "What to fit the picture on: 1920x1080, 16:9, 4:3, A5 to A0, Letter, A4-portrait and the "
        + "like.", valueName: "board"),
    completion: .list(Artboard.names), transform: DrawingArguments.artboard)
  var artboard: Artboard?

  @Flag(help: "Paint nothing behind the picture.")
  var transparent = false

  @Option(help: "The most journeys that are drawn, those that are most linked and hottest.")
  var journeys: Int?

  @OptionGroup(title: "PNG, PDF and outlined text") var export: ExportArguments

  @Option(
    name: .customLong("as-of"),
    help: "The day that ages are judged from, yyyy-mm-dd; today unless given.")
  var asOf: CalendarDate?

  /// Creates the command.
  public init() {}

  /// Refuses what cannot be meant before anything is read.
  public func validate() throws {
    if let suffix = output.suffix {
      guard let implied = Format(rawValue: suffix) else {
        throw ValidationError("an atlas is written as svg, png or pdf, not as .\(suffix)")
      }
      if let format, format != implied {
        throw ValidationError(
          "--format \(format.rawValue) contradicts the ending of \(output.output ?? ""); leave "
            + "one out")
      }
    }
    if let journeys, journeys < 1 { throw ValidationError("--journeys is 1 or more") }
    try export.validate(for: chosenFormat.picture)
  }

  private var chosenFormat: Format {
    format ?? output.suffix.flatMap(Format.init(rawValue:)) ?? .svg
  }

  /// Draws the atlas of all documents without errors.
  public func run(on console: Console) throws -> ExitStatus {
    let theme = try (theme ?? .light).theme(on: console)
    var status = ExitStatus.fine
    let set = try DocumentSet(paths, on: console)
    if let output = output.output, let target = Files.identity(output),
      let source = set.documents.first(where: { Files.identity($0.path) == target })
    {
      throw UsageProblem("-o \(output) would overwrite \(source.path), which is drawn from")
    }
    let (portfolio, _) = set.portfolio(
      asOf: asOf ?? console.today, on: console, status: &status)
    guard !portfolio.members.isEmpty else { return max(status, .badInput) }
    var atlas = Atlas(portfolio, title: title)
    atlas.mostJourneys = journeys
    let options = DrawingOptions(theme: theme, artboard: artboard, isTransparent: transparent)
    let picture = try Renderer.graphviz.picture(of: atlas, options: options)
    try output.write(export.export.bytes(of: picture, as: chosenFormat.picture), on: console)
    return status
  }
}
