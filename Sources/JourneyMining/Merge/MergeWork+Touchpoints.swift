import JourneyFormats
import JourneyModel
import TextSupport

extension MergeWork {
  /// Adds the touchpoints that the document does not have, and tells what stands for what.
  mutating func touchpoints() throws(EditProblem) {
    for mined in self.mined.touchpoints {
      guard let id = match.touchpoints[mined.id], let known = journey[touchpoint: id],
        !Gathered.isGathered(mined) || !Gathered.isGathered(known),
        ![known.id.rawValue, known.name].map(MergeMatch.folded)
          .contains(MergeMatch.folded(Self.plain(mined)))
      else { continue }
      remarks.append("'\(Self.plain(mined))' in the log is '\(id)' in the document.")
    }
    if !match.unseen.isEmpty {
      remarks.append(
        "Not in the log: \(Self.list(match.unseen)). Where an event of the log stands for one of "
          + "them, say so there: x-events: [NAME].")
    }
    let nobody = mined.personas.filter { match.personas[$0.id] == nil }
    if !nobody.isEmpty, !journey.personas.isEmpty {
      remarks.append(
        "Personas of the log that the document does not have: \(Self.list(nobody.map(\.name))).")
    }
    guard !match.new.isEmpty else { return }
    var before: TouchpointID?
    let new = Set(match.new.map(\.id))
    for mined in self.mined.touchpoints {
      let id = match.touchpoints[mined.id] ?? mined.id
      if new.contains(mined.id) {
        try add(mined, after: before)
      }
      before = id
    }
    remarks.append(
      "New in the log and added: \(Self.list(match.new.map(\.id))). Where one of them is another "
        + "touchpoint of the document, remove it and say so there: x-events: [NAME].")
  }

  /// What a touchpoint is called in its log.
  static func plain(_ touchpoint: Touchpoint) -> String {
    for entry in touchpoint.extensions where entry.key == MergeMatch.nameKey {
      if case .text(let name) = entry.value { return name }
    }
    return touchpoint.name
  }

  private mutating func add(
    _ mined: Touchpoint, after before: TouchpointID?
  ) throws(EditProblem) {
    var touchpoint = mined
    touchpoint.stage = stage(of: mined, after: before)
    touchpoint.channel = try channel(mined.channel)
    touchpoint.personas = mined.personas.compactMap { match.personas[$0] }
    // Scores come later, on the document's scale; of what people believe a log knows nothing.
    touchpoint.felt = nil
    touchpoint.believed = []
    let value = DocumentParts.touchpoint(touchpoint)
    if before == nil, let first = journey.touchpoints.first?.id {
      try editor.set(value, at: .touchpoint(mined.id), before: first.rawValue)
    } else {
      try editor.set(value, at: .touchpoint(mined.id), after: before?.rawValue)
    }
  }

  /// A stage of the document: that of the log by its name, else that of the touchpoint before.
  private func stage(of mined: Touchpoint, after before: TouchpointID?) -> StageID? {
    guard !journey.stages.isEmpty else { return nil }
    if let stage = mined.stage,
      let known = journey.stages.first(where: {
        MergeMatch.folded($0.name) == MergeMatch.folded(stage.rawValue)
      })
    {
      return known.id
    }
    guard let before else { return journey.stages.first?.id }
    if case .text(let stage)? = editor.value(at: .touchpoint(before, "stage")) {
      return StageID(stage)
    }
    return journey[touchpoint: before]?.stage ?? journey.stages.first?.id
  }

  /// A channel of the document, added when it has none like it.
  private mutating func channel(_ id: ChannelID?) throws(EditProblem) -> ChannelID? {
    guard let id else { return nil }
    let name = mined[channel: id]?.name ?? id.rawValue
    let known = journey.channels.first {
      $0.id == id || MergeMatch.folded($0.name) == MergeMatch.folded(name)
        || MergeMatch.folded($0.id.rawValue) == MergeMatch.folded(name)
    }
    if let known { return known.id }
    let path: DocumentPath = ["channels", .key(id.rawValue)]
    if editor.value(at: path) == nil, let channel = mined[channel: id] {
      try editor.set(DocumentParts.channel(channel), at: path)
      remarks.append("New in the log and added: the channel '\(id)'.")
    }
    return id
  }
}
