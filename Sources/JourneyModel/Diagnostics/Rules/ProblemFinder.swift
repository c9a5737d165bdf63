/// Looks for contradictions in a journey; the rules are in extensions, one file for each part.
///
/// Paths are only built for what is wrong: a journey in good order costs a few set look-ups.
struct ProblemFinder {
  /// The journey.
  let journey: Journey
  /// What was found so far.
  private(set) var problems: [Diagnostic] = []
  private var hasErrors = false
  /// Finds what was probably meant.
  var names = NearestName()

  /// The ids that references may lead to.
  let touchpointIDs: Set<TouchpointID>
  let personaIDs: Set<PersonaID>
  let channelIDs: Set<ChannelID>
  let stageIDs: Set<StageID>
  /// Whether scores can be compared with the scale.
  let hasScale: Bool
  /// How many problems are told; a journey that is all wrong must not fill the memory.
  private static let most = 10_000

  /// Prepares to look at a journey.
  init(_ journey: Journey) {
    self.journey = journey
    touchpointIDs = Set(journey.touchpoints.lazy.map(\.id))
    personaIDs = Set(journey.personas.lazy.map(\.id))
    channelIDs = Set(journey.channels.lazy.map(\.id))
    stageIDs = Set(journey.stages.lazy.map(\.id))
    hasScale = journey.scale.isInOrder
  }

  /// Reports an error.
  mutating func error(
    _ id: String, _ summary: String, fix: String, at path: DocumentPath,
    notes: [Diagnostic.Note] = []
  ) {
    add(Diagnostic(id, .error, summary, fix: fix, at: path, notes: notes))
  }

  /// Reports a warning.
  mutating func warning(
    _ id: String, _ summary: String, fix: String?, at path: DocumentPath
  ) {
    add(Diagnostic(id, .warning, summary, fix: fix, at: path))
  }

  /// Reports a note.
  mutating func note(_ id: String, _ summary: String, fix: String?, at path: DocumentPath) {
    add(Diagnostic(id, .note, summary, fix: fix, at: path))
  }

  private mutating func add(_ problem: Diagnostic) {
    if problem.severity == .error {
      guard problems.count < Self.most || !hasErrors else { return }
      hasErrors = true
      problems.append(problem)
    } else if problems.count < Self.most {
      problems.append(problem)
    }
  }
}

extension Scale {
  /// Whether `low < neutral < high`, all of them finite.
  var isInOrder: Bool {
    low.isFinite && high.isFinite && neutral.isFinite && low < neutral && neutral < high
  }
}
