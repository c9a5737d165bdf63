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

  @Option(help: "\(ViewName.list); several make several pictures.")
  var view: [ViewName] = []

  @Option(help: "svg or dot; svg unless -o says else.")
  var format: PictureFormat?

  @Option(help: "\(ThemeName.list); several make several pictures.")
  var theme: [ThemeName] = []

  @OptionGroup var figures: FigureOptions

  @Flag(help: "Stay and draw again whenever a document changes.")
  var watch = false

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
    if let format, let implied = output.flatMap(PictureFormat.init(ending:)), implied != format {
      throw ValidationError(
        "--format \(format.rawValue) contradicts the ending of \(output ?? ""); leave one out")
    }
  }

  /// Draws every picture that was asked for.
  public func run(on console: Console) throws -> ExitStatus {
    guard watch else { return try draw(try plan(), on: console) }
    Watcher(paths: paths).run(on: console) {
      let plan = try plan()
      guard try draw(plan, on: console) == .fine else { return }
      let count = plan.documents.count * plan.pictures.count
      console.error("drew \(count) picture\(count == 1 ? "" : "s"); watching, ctrl-c ends it\n")
    }
  }

  private func plan() throws -> RenderPlan {
    try RenderPlan(
      documents: try DocumentPaths.expand(paths), views: view.isEmpty ? [.map] : view,
      themes: theme.isEmpty ? [.light] : theme, format: format, output: output)
  }

  /// Draws all documents, telling about each that cannot be drawn; the worst status wins.
  private func draw(_ plan: RenderPlan, on console: Console) throws -> ExitStatus {
    var status = ExitStatus.fine
    var drawn: [JourneyID: String] = [:]
    for path in plan.documents {
      do {
        let document = try CheckedDocument.load(path, on: console)
        if let other = drawn.updateValue(path, forKey: document.journey.id) {
          throw FileProblem(
            .read, path,
            reason:
              "its id '\(document.journey.id)' is that of \(other) too, and pictures are named "
              + "by id; give one of them another 'id'")
        }
        let analysis = try figures.analyze(document, on: console)
        for picture in plan.pictures {
          try write(picture, of: document, analysis, plan: plan, on: console)
        }
      } catch  where plan.documents.count > 1 {
        // The other documents are drawn all the same.
        status = max(status, console.tell(error))
      }
    }
    return status
  }

  private func write(
    _ picture: RenderPlan.PictureRequest, of document: CheckedDocument, _ analysis: Analysis,
    plan: RenderPlan, on console: Console
  ) throws {
    let subject = Subject(journey: document.journey, analysis: analysis)
    let bytes: [UInt8]
    switch plan.format {
    case .svg:
      bytes = try Renderer.graphviz.svg(
        of: subject, view: picture.view.view, options: DrawingOptions(theme: picture.theme.theme))
    case .dot:
      guard
        let dot = try Renderer.graphviz.dot(
          of: subject, view: picture.view.view, options: DrawingOptions(theme: picture.theme.theme))
      else { throw UsageProblem("the view \(picture.view.view.name) has no graph underneath") }
      bytes = dot
    }
    switch plan.destination {
    case .standardOutput:
      try console.output(bytes)
    case .file(let path):
      let folder = Files.folder(of: path)
      if !Files.exists(folder) { try Files.makeFolder(folder) }
      try Files.write(bytes, to: path)
    case .folder(let folder):
      try Files.makeFolder(folder)
      let name = picture.fileName(
        journey: document.journey.id, persona: analysis.persona, format: plan.format)
      try Files.write(bytes, to: folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)")
    }
  }
}
