import JourneyKit
import TextSupport

/// Draws the documents of a plan and writes their pictures; one bad document stops no other.
///
/// Pictures that would come out as they are stay. Several documents are drawn by several processes
/// when the console knows how to start them.
struct RenderRun {
  var plan: RenderPlan
  var figures: FigureOptions
  var settings: Settings
  var console: Console

  /// How the work is done.
  struct Settings {
    /// How many processes draw; as many as there are processors unless given.
    var jobs: Int?
    /// Whether pictures that are up to date are drawn too.
    var isForced = false
    /// Whether the run is one of many, as for `--watch`: nothing is told of documents that went well.
    var isOneOfMany = false
  }

  private var index = PictureIndex()
  private var base = Fingerprint()
  /// What was chosen for each picture of the plan, when that is to be remembered.
  private var looks: [Fingerprint] = []
  /// Which document an id, and so the name of a picture, belongs to.
  private var owners: [JourneyID: String] = [:]
  /// The documents whose id is another's, with that id.
  private var contested: [String: JourneyID] = [:]
  private var outcome = RenderOutcome()

  /// How many pictures the last drawing wrote.
  var pictures: Int { outcome.pictures }

  init(_ plan: RenderPlan, figures: FigureOptions, settings: Settings, console: Console) {
    self.plan = plan
    self.figures = figures
    self.settings = settings
    self.console = console
    guard let folder = indexedFolder else { return }
    base = Surroundings.fingerprint(program: console.program?.path)
    index = PictureIndex(folder: folder)
  }

  /// Draws documents of the plan, telling about each that cannot be drawn; the worst status wins.
  ///
  /// - Parameter documents: Which; all unless given.
  /// - Returns: The worst status of all.
  mutating func draw(_ documents: [String]? = nil) -> ExitStatus {
    let documents = documents ?? plan.documents
    outcome = RenderOutcome()
    looks = indexedFolder == nil ? [] : plan.looks
    let named = Set(documents)
    // A document that is gone, or has another name now, owns nothing any more.
    let staying = Set(plan.documents).subtracting(named)
    owners = owners.filter { staying.contains($0.value) }
    contested = contested.filter { staying.contains($0.key) }
    draw(documents.compactMap { job($0) })
    // Where a document gave up its id, those that wanted it too have their turn.
    let freed = plan.documents.filter { contested[$0].map { owners[$0] == nil } ?? false }
    draw(freed.compactMap { job($0) })
    if let folder = indexedFolder, Files.isFolder(folder) {
      index.prune()
      // Without an index the next run draws everything again, which is all that is lost.
      try? Files.write(index.bytes(folder: folder), to: PictureIndex.path(in: folder))
    }
    Interruption.finish()
    // Of all, for a document that changed may take another one's id.
    return outcome.tell(plan.documents, isBrief: settings.isOneOfMany, on: console)
  }

  // MARK: What is up to date

  /// The folder that remembers what its pictures were made from; nil when there is nothing worth
  /// it: a single document is drawn sooner than looked up, unless it is drawn as slides, of which
  /// there may be fewer than last time.
  private var indexedFolder: String? {
    guard case .folder(let folder) = plan.destination else { return nil }
    let isWorthIt = plan.documents.count > 1 || plan.pictures.contains(where: \.showsSteps)
    return isWorthIt ? folder : nil
  }

  /// What is to be drawn of a document; nil when all of it is up to date.
  private mutating func job(_ document: String) -> RenderJob? {
    let all = RenderJob(document: document, requests: Array(plan.pictures.indices))
    guard !settings.isForced, plan.pictures.contains(where: { index.has(key(document, $0)) }),
      let input = try? DocumentInput(path: document)
    else { return all }
    let source = input.fingerprint
    let entries = plan.pictures.indices.map { request in
      index.upToDate(
        key(document, plan.pictures[request]), source: self.source(source, request))
    }
    // An id that two documents claim is settled by drawing both.
    guard let id = entries.lazy.compactMap(\.?.id).first, claim(id, document) else { return all }
    let requests = entries.indices.filter { entries[$0] == nil }
    guard !requests.isEmpty else {
      outcome.upToDate.insert(document)
      return nil
    }
    return RenderJob(document: document, requests: requests)
  }

  private func key(_ document: String, _ request: PictureRequest) -> PictureIndex.Key {
    PictureIndex.Key(
      document: document,
      request: request.fileName(
        journey: "", persona: figures.persona.map { PersonaID($0) },
        part: request.showsSteps ? "steps" : nil))
  }

  /// Everything that a picture depends on.
  private func source(_ document: Fingerprint, _ request: Int) -> Fingerprint {
    var print = base
    print.add(document)
    print.add("\(figures.asOf ?? console.today)")
    print.add(figures.persona ?? "")
    print.add(looks[request])
    return print
  }

  // MARK: Drawing

  private mutating func draw(_ jobs: [RenderJob]) {
    guard !jobs.isEmpty, !Interruption.isPending else { return }
    var progress = ProgressLine(total: jobs.count, console: console)
    defer { progress.clear() }
    var left = jobs
    if jobs.count > 1, let program = console.program {
      let interruption = Interruption()
      let pool = WorkerPool(
        program: program,
        orders: WorkerOrders(
          arguments: program.arguments, asOf: figures.asOf ?? console.today,
          isErrorColored: console.isErrorColored),
        size: settings.jobs ?? WorkerPool.processors)
      progress.update(done: 0, failed: 0)
      // Standard input is this process's.
      left = jobs.filter { $0.document == "-" }
      left += pool.draw(jobs.filter { $0.document != "-" }) { job, drawn in
        finish(job, drawn)
        progress.update(done: outcome.done, failed: outcome.failed.count)
      }
      _ = consume interruption
    }
    for job in left where !Interruption.isPending {
      let requests = job.requests.map { plan.pictures[$0] }
      finish(job, DrawnDocument.draw(job.document, requests, figures: figures, on: console))
      progress.update(done: outcome.done, failed: outcome.failed.count)
    }
  }

  /// Writes what was drawn of a document.
  private mutating func finish(_ job: RenderJob, _ drawn: DrawnDocument) {
    outcome.done += 1
    outcome.add(drawn.words, drawn.status, of: job.document)
    guard let id = drawn.id, drawn.status == .fine else { return }
    guard claim(id, job.document) else {
      return outcome.add(duplicate(id, job.document), of: job.document, on: console)
    }
    do {
      for (request, files) in zip(job.requests, drawn.pictures) {
        let key = key(job.document, plan.pictures[request])
        let previous = index.forget(key)
        for file in files { try write(file) }
        guard let indexedFolder else { continue }
        index.set(
          PictureIndex.Entry(
            source: source(drawn.source, request), id: id,
            files: files.map {
              PictureIndex.File(path: path(of: $0), content: Fingerprint($0.bytes))
            }),
          for: key)
        let left = index.leftOver(
          of: previous, written: files.map { path(of: $0) }, in: indexedFolder)
        for file in left { try Files.remove(file.path) }
      }
      outcome.pictures += drawn.pictures.count
    } catch {
      outcome.add(error, of: job.document, on: console)
    }
  }

  /// Whether a document may use an id.
  ///
  /// Of two documents the first in order may, whichever was drawn sooner; the other one's pictures
  /// are then written over.
  private mutating func claim(_ id: JourneyID, _ document: String) -> Bool {
    guard let other = owners[id], other != document else {
      owners[id] = document
      return true
    }
    guard plan.order(document) < plan.order(other) else {
      contested[document] = id
      return false
    }
    owners[id] = document
    contested[other] = id
    for request in plan.pictures { index.forget(key(other, request)) }
    outcome.add(duplicate(id, other), of: other, on: console)
    return true
  }

  private func duplicate(_ id: JourneyID, _ document: String) -> FileProblem {
    FileProblem(
      .draw, document,
      reason:
        "its id '\(id)' is that of \(owners[id] ?? "another") too, and pictures are named by id; "
        + "give one of them another 'id'")
  }

  // MARK: Writing

  private func path(of file: DrawnDocument.File) -> String {
    switch plan.destination {
    case .standardOutput: "-"
    case .file(let path): path
    case .folder(let folder): PictureIndex.join(folder, file.name)
    }
  }

  private func write(_ file: DrawnDocument.File) throws {
    if case .standardOutput = plan.destination { return try console.output(file.bytes) }
    let path = path(of: file)
    let folder = Files.folder(of: path)
    if !Files.exists(folder) { try Files.makeFolder(folder) }
    try Files.write(file.bytes, to: path)
  }
}
