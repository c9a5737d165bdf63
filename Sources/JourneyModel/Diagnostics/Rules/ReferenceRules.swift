extension ProblemFinder {
  /// Checks that a touchpoint is there.
  ///
  /// - Parameters:
  ///   - id: Its id.
  ///   - others: What else could have been meant.
  ///   - path: Where the reference stands.
  mutating func checkReference(
    _ id: TouchpointID?, or others: [String] = [], at path: @autoclosure () -> DocumentPath
  ) {
    guard let id, !touchpointIDs.contains(id) else { return }
    reportUnknown(
      "touchpoint", id.rawValue, known: journey.touchpoints.lazy.map { ($0.id.rawValue, $0.name) },
      others: others, at: path())
  }

  /// Checks that a persona is there.
  mutating func checkReference(_ id: PersonaID?, at path: @autoclosure () -> DocumentPath) {
    guard let id, !personaIDs.contains(id) else { return }
    reportUnknown(
      "persona", id.rawValue, known: journey.personas.lazy.map { ($0.id.rawValue, $0.name) },
      at: path())
  }

  /// Checks that a channel is there.
  mutating func checkReference(_ id: ChannelID?, at path: @autoclosure () -> DocumentPath) {
    guard let id, !channelIDs.contains(id) else { return }
    reportUnknown(
      "channel", id.rawValue, known: journey.channels.lazy.map { ($0.id.rawValue, $0.name) },
      at: path())
  }

  /// Checks that a stage is there.
  mutating func checkReference(_ id: StageID?, at path: @autoclosure () -> DocumentPath) {
    guard let id, !stageIDs.contains(id) else { return }
    reportUnknown(
      "stage", id.rawValue, known: journey.stages.lazy.map { ($0.name, $0.name) }, at: path())
  }

  /// Reports a reference that leads nowhere, with what was probably meant: a near id, or the id of
  /// what has such a name.
  private mutating func reportUnknown(
    _ kind: String, _ id: String, known: some Collection<(id: String, name: String)>,
    others: [String] = [], at path: DocumentPath
  ) {
    let fix: String
    if known.isEmpty {
      fix = kind == "stage" ? "add 'stages: [\(id)]'" : "add it under '\(kind)s'"
    } else if let near = names.nearest(to: id, among: known.lazy.map(\.id))
      ?? names.nearest(to: id, among: others)
    {
      fix = "write '\(near)'"
    } else if let named = names.nearest(to: id, among: known.lazy.map(\.name)),
      let match = known.first(where: { $0.name == named })
    {
      fix = "write the id: '\(match.id)'"
    } else {
      let ids = known.prefix(5).map { "'\($0.id)'" }.joined(separator: ", ")
      let choice = known.count == 1 ? ids : "one of \(ids)\(known.count > 5 ? ", …" : "")"
      fix = "add it under '\(kind)s', or write \(choice)"
    }
    error(
      "unknown-\(kind)",
      kind == "stage" ? "no stage is called '\(id)'" : "no \(kind) has the id '\(id)'", fix: fix,
      at: path)
  }
}
