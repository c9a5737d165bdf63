import EventCounting
import JourneyFormats
import JourneyModel
import TextSupport

extension MergeWork {
  /// Writes the log's scores, on the document's scale.
  mutating func scores() throws(EditProblem) {
    var kept: [TouchpointID] = []
    var pooled: [TouchpointID] = []
    var strangers: (scores: Int, touchpoints: [TouchpointID]) = (0, [])
    var older: (personas: [PersonaID], touchpoints: [TouchpointID]) = ([], [])
    var isAny = false
    for id in order {
      let parts = mined.touchpoints.filter { match.touchpoints[$0.id] == id }
      let felt = parts.compactMap(\.felt)
      let all = everyone.touchpoints.filter { match.touchpoints[$0.id] == id }.compactMap(\.felt)
      guard !felt.isEmpty else { continue }
      isAny = true
      if felt.count > 1 { pooled.append(id) }
      try write(felt, all, to: id, kept: &kept)
      let leftOut = felt.flatMap(\.entries).filter { match.personas[$0.persona] == nil }
      if case .each? = journey[touchpoint: id]?.felt, !leftOut.isEmpty, kept.last != id {
        strangers.scores += leftOut.map { $0.value.n ?? 1 }.sum
        strangers.touchpoints.append(id)
      }
      if case .each(let entries)? = journey[touchpoint: id]?.felt, kept.last != id {
        let scored = Set(named(felt).map(\.persona))
        let silent = entries.map(\.persona).filter { !scored.contains($0) }
        if !silent.isEmpty { older.touchpoints.append(id) }
        older.personas += silent.filter { !older.personas.contains($0) }
      }
    }
    if isAny, let words = scaleWords { remarks.append(words) }
    if !kept.isEmpty {
      remarks.append(
        "Scores by persona stay, since the log does not tell the personas apart: "
          + "\(Self.list(kept)).")
    }
    if !older.personas.isEmpty {
      remarks.append(
        "Scores of \(Self.list(older.personas)) stay as they were at \(Self.list(older.touchpoints)), "
          + "since the log has none of theirs there.")
    }
    if strangers.scores > 0 {
      let names = mined.personas.filter { match.personas[$0.id] == nil }.map(\.name)
      remarks.append(
        "Left out of the scores by persona: \(Wording.count(strangers.scores, "score")) of customers "
          + "of \(Self.list(names)), which the document has not, at "
          + "\(Self.list(strangers.touchpoints)).")
    }
    if !pooled.isEmpty {
      remarks.append(
        "Several events of the log are one touchpoint, so customers who gave scores at several of "
          + "them count more than once in n: \(Self.list(pooled)).")
    }
  }

  /// The touchpoints of the document and the new ones, each once.
  private var order: [TouchpointID] {
    var seen: Set<TouchpointID> = []
    return mined.touchpoints.compactMap { match.touchpoints[$0.id] }.filter {
      seen.insert($0).inserted
    }
  }

  private mutating func write(
    _ felt: [ByPersona<Score>], _ all: [ByPersona<Score>], to id: TouchpointID,
    kept: inout [TouchpointID]
  ) throws(EditProblem) {
    let path = DocumentPath.touchpoint(id, "felt")
    let old = journey[touchpoint: id]?.felt
    let everyone = pooled(all.flatMap(Self.all))
    let named = self.named(felt)
    switch old {
    case .each(let entries):
      guard !named.isEmpty else {
        kept.append(id)
        return
      }
      for score in named {
        let extensions = entries.first { $0.persona == score.persona }?.value.extensions ?? []
        try editor.set(
          DocumentParts.felt(.everyone(onScale(score.value, extensions))),
          at: path.appending(.key(score.persona.rawValue)))
      }
    case .everyone(let score):
      guard let everyone else { return }
      try editor.set(
        DocumentParts.felt(.everyone(onScale(everyone, score.extensions))), at: path)
    case nil:
      guard let everyone else { return }
      let isEvidenced = journey.evidence.contains { $0.about == id && $0.felt != nil }
      if isEvidenced {
        // Where scores are evidence, this is another piece of it.
        let score = onScale(everyone, [])
        try setEvidence(
          Evidence(
            about: id, method: .analytics, n: score.n, felt: score.mean, sd: score.sd,
            date: mined.period?.end, source: source))
      } else {
        try editor.set(DocumentParts.felt(.everyone(onScale(everyone, []))), at: path)
      }
    }
  }

  /// What the log's evidence names as its source.
  var source: String? { mined.evidence.lazy.compactMap(\.source).first }

  // MARK: - Pooling

  private static func all(_ felt: ByPersona<Score>) -> [Score] {
    felt.everyone.map { [$0] } ?? felt.entries.map(\.value)
  }

  private func named(_ felt: [ByPersona<Score>]) -> [ByPersona<Score>.Entry] {
    var ids: [PersonaID] = []
    var scores: [PersonaID: [Score]] = [:]
    for entry in felt.flatMap(\.entries) {
      guard let id = match.personas[entry.persona] else { continue }
      if scores[id] == nil { ids.append(id) }
      scores[id, default: []].append(entry.value)
    }
    return ids.compactMap { id in
      pooled(scores[id] ?? []).map { ByPersona.Entry(id, $0) }
    }
  }

  /// One score of several groups of customers.
  private func pooled(_ scores: [Score]) -> Score? {
    guard let first = scores.first else { return nil }
    guard scores.count > 1 else { return first }
    let counts = scores.map { Double($0.n ?? 1) }
    let total = counts.reduce(0, +)
    guard total > 0 else { return first }
    let mean = zip(scores, counts).reduce(0) { $0 + $1.0.mean * $1.1 } / total
    var squares = 0.0
    for (score, count) in zip(scores, counts) {
      let distance = score.mean - mean
      squares +=
        max(0, count - 1) * (score.sd ?? 0) * (score.sd ?? 0)
        + count * distance * distance
    }
    let sum = scores.reduce(into: 0) { $0 = $0.addingReportingOverflow($1.n ?? 1).partialValue }
    let felt = EventCounts.Felt(
      n: sum, mean: mean, sd: total > 1 ? (squares / (total - 1)).squareRoot() : nil)
    return MinedScale(mined.scale, nil)?.score(felt)
  }

  // MARK: - Scales

  private var sameScale: Bool {
    mined.scale.low == journey.scale.low && mined.scale.high == journey.scale.high
      && mined.scale.isInverted == journey.scale.isInverted
  }

  private var scaleWords: String? {
    guard !sameScale else { return nil }
    func words(_ scale: Scale) -> String {
      "\(scale.low.plainText) to \(scale.high.plainText)" + (scale.isInverted ? ", inverted" : "")
    }
    return "The log's scores (\(words(mined.scale))) are put on the document's scale "
      + "(\(words(journey.scale))), end on end."
  }

  /// A score of the log on the document's scale, its end on that one's end.
  private func onScale(_ score: Score, _ extensions: Extensions) -> Score {
    let from = mined.scale
    let to = journey.scale
    var share = (score.mean - from.low) / (from.high - from.low)
    if from.isInverted != to.isInverted { share = 1 - share }
    let unit = (to.high - to.low) / (from.high - from.low)
    return Score(
      mean: sameScale ? score.mean : Self.rounded(to.low + share * (to.high - to.low)),
      n: score.n, sd: sameScale ? score.sd : score.sd.map { Self.rounded($0 * unit) },
      extensions: extensions)
  }

  private static func rounded(_ number: Double) -> Double {
    (number * 1000).rounded() / 1000 + 0
  }
}
