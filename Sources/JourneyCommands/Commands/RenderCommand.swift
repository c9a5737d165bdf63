public import ArgumentParser
import JourneyKit

/// `journey render`: pictures.
public struct RenderCommand: JourneyCommand {
  /// What the command is called and what it does.
  public static let configuration = CommandConfiguration(
    commandName: "render",
    abstract: "Draw journeys.",
    discussion: """
      Example: journey render journeys/test-results.journey.yaml -o test-results.svg
      Example: journey render journeys -o out --view map --view flow --theme dark

      Into a folder, pictures are named ID.VIEW[.PERSONA][.THEME].FORMAT, defaults left out. \
      Without -o one picture goes to standard output.
      """)

  @Argument(
    help: "Journey documents, or folders of them; - is standard input.",
    completion: .file(extensions: ["yaml", "yml", "json"]))
  var paths: [String]

  @Option(
    name: [.short, .long],
    help: "The file or folder to write to; a file's ending sets the format.",
    completion: .file())
  var output: String?

  @Option(help: "What to draw, map unless given; several make several pictures.")
  var view: [ViewName] = []

  @Option(help: "What to write; svg unless the ending of -o says else.")
  var format: PictureFormat?

  @OptionGroup var drawing: DrawingArguments

  @OptionGroup(title: "PNG, PDF and outlined text") var export: ExportArguments

  @OptionGroup var figures: FigureOptions

  @Flag(help: "Stay and draw again whenever a document changes.")
  var watch = false

  @Option(
    name: [.short, .long],
    help: "How many processes draw several documents; as many as there are processors unless given."
  )
  var jobs: Int?

  @Flag(help: "Draw pictures that are up to date too.")
  var force = false

  /// Creates the command.
  public init() {}

  /// Refuses what cannot be meant before anything is read.
  public func validate() throws {
    if watch, paths.contains("-") {
      throw ValidationError("--watch needs files; standard input cannot change")
    }
    if watch, output == nil || output == "-" {
      throw ValidationError("--watch needs -o, a file or folder to draw into again")
    }
    if let jobs, jobs < 1 { throw ValidationError("--jobs needs 1 process at least") }
    if let format, let implied = output.flatMap(PictureFormat.init(ending:)), implied != format {
      throw ValidationError(
        "--format \(format.rawValue) contradicts the ending of \(output ?? ""); leave one out")
    }
    if drawing.steps, output.map({ $0 == "-" || PictureFormat(ending: $0) != nil }) ?? true {
      throw ValidationError("--steps makes several pictures, which need a folder: -o FOLDER")
    }
    try drawing.validate(views: views, format: chosenFormat, persona: figures.persona)
    try export.validate(for: chosenFormat)
  }

  /// Draws every picture that was asked for.
  public func run(on console: Console) throws -> ExitStatus {
    guard watch else {
      var run = try start(try DocumentPaths.expand(paths), on: console)
      return run.draw()
    }
    var run: RenderRun?
    let themes = drawing.theme
    try Watcher(paths: paths, companions: { themes.flatMap(\.files) }).run(on: console) {
      documents, changed in
      let isFirst = run == nil
      if isFirst {
        run = try start(documents, on: console)
        run?.settings.isOneOfMany = true
      } else {
        run?.plan = try plan(documents, on: console)
      }
      let status = run?.draw(changed) ?? .fine
      if isFirst, status == .usage { throw DocumentFailure(status: status) }
      let count = run?.pictures ?? 0
      guard status == .fine, count > 0 else { return }
      console.error(
        "drew \(count) picture\(count == 1 ? "" : "s"); watching, ctrl-c ends it\n")
    }
  }

  /// What is drawn of every document.
  func requests(on console: Console) throws -> [PictureRequest] {
    try drawing.requests(views: views, format: chosenFormat, on: console).map { request in
      var request = request
      request.export = export.export
      return request
    }
  }

  /// The views that are drawn: the map, and in a page all of them, unless some are named.
  private var views: [ViewName] {
    guard view.isEmpty else { return view }
    return chosenFormat == .html ? ViewName.all : [.map]
  }

  private var chosenFormat: PictureFormat {
    format ?? output.flatMap(PictureFormat.init(ending:)) ?? .svg
  }

  private func plan(_ documents: [String], on console: Console) throws -> RenderPlan {
    try RenderPlan(
      documents: documents, pictures: try requests(on: console),
      companions: drawing.theme.flatMap(\.files), output: output)
  }

  private func start(_ documents: [String], on console: Console) throws -> RenderRun {
    let plan = try plan(documents, on: console)
    // Told once and before anything is drawn, not for every document after it was.
    if case .folder(let folder) = plan.destination,
      let problem = Files.problem(writingInto: folder)
    {
      throw problem
    }
    return RenderRun(
      plan, figures: figures,
      settings: .init(jobs: jobs, isForced: force),
      console: console)
  }
}
