import JourneyAnalysis
import JourneyFormats
import JourneyModel
import TextSupport

extension MergeWork {
  /// Writes the period, the evidence of this source, and counted customers.
  mutating func rest() throws(EditProblem) {
    if let period = mined.period, period != journey.period {
      try editor.set(.text(period.description), at: ["period"])
      if let old = journey.period, period.end < old.end {
        remarks.append(
          "Look at this: the log ends on \(period.end), before the document's period does "
            + "(\(old)); older counts stand there now.")
      }
      let outside = journey.evidence.filter { entry in
        entry.felt != nil && entry.date.map { !period.contains($0) } == true
          && entry.date.map { journey.period?.contains($0) ?? true } == true
      }
      if !outside.isEmpty {
        remarks.append(
          "The period is \(period) now, and \(Wording.count(outside.count, "piece")) of evidence "
            + "from outside it no longer \(outside.count == 1 ? "enters" : "enter") the figures.")
      }
    }
    try unit()
    for entry in mined.evidence where entry.about == nil { try setEvidence(entry) }
    try removeGone()
    try counted()
    try shares()
    let key: DocumentPath = ["x-mined"]
    if editor.value(at: key) != nil,
      let own = mined.extensions.first(where: { $0.key == "x-mined" })
    {
      try editor.set(own.value, at: key)
    }
  }

  /// What the flow counts, where that is visits and the document does not say so.
  private mutating func unit() throws(EditProblem) {
    guard everyone.customers == "visits", !everyone.flow.isEmpty,
      journey.customers != everyone.customers
    else { return }
    if editor.value(at: ["customers"]) == nil {
      try editor.set(.text(everyone.customers), at: ["customers"])
    } else {
      remarks.append(
        "The flow counts visits, and the document calls them '\(journey.customers)'.")
    }
  }

  /// Puts a piece of evidence in the place of what was mined before, else behind the others.
  ///
  /// The counts of an earlier log, whatever its file was called, stand no longer in the document.
  mutating func setEvidence(_ evidence: Evidence) throws(EditProblem) {
    let earlier = journey.evidence.indices.filter { index in
      let entry = journey.evidence[index]
      return entry.about == evidence.about && entry.method == evidence.method
        && entry.persona == evidence.persona
        && (Self.file(entry.source) == Self.file(evidence.source) || isMined(entry))
    }
    guard let index = earlier.first else {
      return try editor.append(DocumentParts.evidence(evidence), to: ["evidence"])
    }
    if evidence.about == nil {
      let others = earlier.map { journey.evidence[$0] }.filter {
        Self.file($0.source) != Self.file(evidence.source)
      }
      if !others.isEmpty {
        remarks.append(
          "The evidence of \(Self.list(others.compactMap(\.source))) gives way to that of this log, "
            + "whose counts stand there now.")
      }
    }
    gone += earlier.dropFirst()
    var new = evidence
    let old = journey.evidence[index]
    new.by = old.by
    new.asked = old.asked
    new.extensions = old.extensions
    try editor.set(DocumentParts.evidence(new), at: ["evidence", .index(index)])
  }

  /// Takes out the evidence that newer evidence stands for.
  mutating func removeGone() throws(EditProblem) {
    for index in gone.sorted(by: >) { try editor.remove(at: ["evidence", .index(index)]) }
  }

  /// Whether mining wrote a piece of evidence: its source is that of `x-mined`, or a period stands
  /// behind it.
  private func isMined(_ evidence: Evidence) -> Bool {
    guard let source = evidence.source else { return false }
    if case .text(let mined)? = editor.value(at: ["x-mined", "source"]), source == mined {
      return true
    }
    guard let comma = source.firstRange(of: ", ") else { return false }
    let days = source[comma.upperBound...]
    guard let dots = days.firstRange(of: "..") else { return false }
    return CalendarDate(String(days[..<dots.lowerBound])) != nil
      && CalendarDate(String(days[dots.upperBound...])) != nil
  }

  /// The personas' shares, where mining wrote them and the log has the same personas.
  private mutating func shares() throws(EditProblem) {
    guard editor.value(at: ["x-mined"]) != nil, !mined.personas.isEmpty else { return }
    var shares: [(PersonaID, Share)] = []
    for persona in mined.personas {
      guard let id = match.personas[persona.id], let share = persona.share else {
        return tellShares()
      }
      shares.append((id, share))
    }
    let known = Set(shares.map(\.0))
    guard known.count == shares.count,
      journey.personas.allSatisfy({ $0.share == nil || known.contains($0.id) })
    else { return tellShares() }
    for (id, share) in shares {
      let path = DocumentPath(["personas", .key(id.rawValue), "share"])
      if editor.value(at: path) != nil { try editor.set(.text(share.description), at: path) }
    }
  }

  private mutating func tellShares() {
    guard journey.personas.contains(where: { $0.share != nil }) else { return }
    remarks.append(
      "The personas' shares stay as they are, since the log has not the same personas.")
  }

  /// A source without the period that stands behind its name.
  private static func file(_ source: String?) -> Substring? {
    source.map { source in
      guard let comma = source.firstRange(of: ", "),
        source[comma.upperBound...].contains("..")
      else { return source[...] }
      return source[..<comma.lowerBound]
    }
  }

  /// What mining wrote beside the counts is brought up to date where the document has it.
  private mutating func renew(
    _ touchpoint: Touchpoint, in id: TouchpointID
  ) throws(EditProblem) {
    if Gathered.isGathered(touchpoint), let old = journey[touchpoint: id],
      let count = old.name.split(separator: " ").first.flatMap({ Int($0) }),
      old.name == Gathered.name(of: count), old.name != touchpoint.name
    {
      try editor.set(.text(touchpoint.name), at: .touchpoint(id, "name"))
    }
    for entry in touchpoint.extensions
    where ["x-channels", "x-stages", "x-gathered"].contains(entry.key) {
      let path = DocumentPath.touchpoint(id, entry.key)
      if editor.value(at: path) != nil { try editor.set(entry.value, at: path) }
    }
  }

  /// `x-counted`: how many distinct customers came to a touchpoint.
  private mutating func counted() throws(EditProblem) {
    let key = Journey.countedKey
    var several: [TouchpointID] = []
    for touchpoint in mined.touchpoints {
      guard let id = match.touchpoints[touchpoint.id] else { continue }
      guard let count = touchpoint.extensions.first(where: { $0.key == key })?.value else {
        if !match.joined.contains(id) { try renew(touchpoint, in: id) }
        continue
      }
      let path = DocumentPath.touchpoint(id, key)
      if match.joined.contains(id) {
        // Distinct customers of several touchpoints do not add up.
        if !several.contains(id) {
          several.append(id)
          if editor.value(at: path) != nil { try editor.remove(at: path) }
        }
      } else {
        try editor.set(count, at: path)
        try renew(touchpoint, in: id)
      }
    }
    if !several.isEmpty {
      remarks.append(
        "Several events were counted apart and are one touchpoint: \(Self.list(several)). How many "
          + "distinct customers came there is not known, and who went from one event to the other goes "
          + "round there. Merge the log itself, not its counts, and they are counted as one.")
    }
  }
}
