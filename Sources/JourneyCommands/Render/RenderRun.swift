import JourneyKit

/// Draws the documents of a plan and writes their pictures; one bad document stops no other.
struct RenderRun {
  var plan: RenderPlan
  var figures: FigureOptions
  var console: Console

  /// Which document an id, and so the name of a picture, belongs to.
  private var owners: [JourneyID: String] = [:]

  init(_ plan: RenderPlan, figures: FigureOptions, console: Console) {
    self.plan = plan
    self.figures = figures
    self.console = console
  }

  /// Draws all documents, telling about each that cannot be drawn; the worst status wins.
  mutating func draw() -> ExitStatus {
    var status = ExitStatus.fine
    for path in plan.documents {
      let drawn = DrawnDocument.draw(path, plan.pictures, figures: figures, on: console)
      status = max(status, drawn.status)
      if !drawn.words.isEmpty { console.error(drawn.words) }
      do {
        try write(drawn, of: path)
      } catch {
        status = max(status, console.tell(error))
      }
    }
    return status
  }

  private mutating func write(_ drawn: DrawnDocument, of path: String) throws {
    guard let id = drawn.id else { return }
    if let other = owners.updateValue(path, forKey: id) {
      throw FileProblem(
        .read, path,
        reason:
          "its id '\(id)' is that of \(other) too, and pictures are named by id; give one of them "
          + "another 'id'")
    }
    for file in drawn.pictures.flatMap(\.files) { try write(file) }
  }

  private func write(_ file: DrawnDocument.File) throws {
    switch plan.destination {
    case .standardOutput:
      try console.output(file.bytes)
    case .file(let path):
      let folder = Files.folder(of: path)
      if !Files.exists(folder) { try Files.makeFolder(folder) }
      try Files.write(file.bytes, to: path)
    case .folder(let folder):
      try Files.makeFolder(folder)
      try Files.write(
        file.bytes, to: folder.hasSuffix("/") ? folder + file.name : "\(folder)/\(file.name)")
    }
  }
}
