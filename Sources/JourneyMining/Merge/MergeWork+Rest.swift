import JourneyAnalysis
import JourneyFormats
import JourneyModel
import TextSupport

extension MergeWork {
  /// Writes the period, the evidence of this source, and counted customers.
  mutating func rest() throws(EditProblem) {
    if let period = mined.period, period != journey.period {
      try editor.set(.text(period.description), at: ["period"])
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
    try counted()
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

  /// Puts a piece of evidence in the place of the one from the same source, else behind the others.
  mutating func setEvidence(_ evidence: Evidence) throws(EditProblem) {
    let index = journey.evidence.firstIndex {
      $0.about == evidence.about && $0.method == evidence.method && $0.persona == evidence.persona
        && Self.file($0.source) == Self.file(evidence.source)
    }
    guard let index else {
      return try editor.append(DocumentParts.evidence(evidence), to: ["evidence"])
    }
    var new = evidence
    let old = journey.evidence[index]
    new.by = old.by
    new.asked = old.asked
    new.extensions = old.extensions
    try editor.set(DocumentParts.evidence(new), at: ["evidence", .index(index)])
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
        "How many distinct customers came is not known of touchpoints that stand for several events: "
          + "\(Self.list(several)).")
    }
  }
}
