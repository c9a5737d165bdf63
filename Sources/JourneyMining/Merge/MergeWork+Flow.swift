import JourneyFormats
import JourneyModel
import TextSupport

extension MergeWork {
  /// What went one way in the log.
  private struct Way {
    var source: Transition.Source
    var target: Transition.Target
    /// By persona of the document, everybody's under nil.
    var traffic: [(persona: PersonaID?, amount: Int, time: TimeSpan?, median: TimeSpan?)] = []

    var key: String { "\(source) -> \(target)" }
  }

  /// Writes the log's counts and times over the document's.
  mutating func flow() throws(EditProblem) {
    guard !mined.flow.isEmpty else {
      remarks.append("The log has no flow, so the document's stays.")
      return
    }
    let byPersona = sharesPersonas
    if !byPersona { tellLostSplit() }
    let ways = self.ways(byPersona: byPersona)
    let counted = Set(ways.map(\.key))
    let old = Dictionary(journey.flow.map { ($0.key, $0) }) { first, _ in first }
    var added: [String] = []
    var siblings = lastWays()
    for way in ways {
      if let transition = old[way.key] {
        try write(way, over: transition)
      } else {
        added.append(way.key)
        let path = DocumentPath(["flow", .key(way.key)])
        try editor.set(
          DocumentParts.traffic(traffic(way)), at: path, after: siblings["\(way.source)"])
        siblings["\(way.source)"] = way.key
      }
    }
    try clear(journey.flow.filter { !counted.contains($0.key) })
    if !added.isEmpty {
      remarks.append(
        "New in the log: \(Wording.count(added.count, "way")), \(Self.list(added)).")
    }
  }

  /// Whether the document's flow is by persona and the log's, too, with the same personas.
  private var sharesPersonas: Bool {
    let own = journey.flow.contains { !$0.traffic.entries.isEmpty }
    guard own else { return false }
    let named = mined.flow.flatMap(\.traffic.entries).map(\.persona)
    if !named.isEmpty, named.allSatisfy({ match.personas[$0] != nil }) { return true }
    return false
  }

  /// Says that counts by persona give way to everybody's, and why.
  private mutating func tellLostSplit() {
    guard journey.flow.contains(where: { !$0.traffic.entries.isEmpty }) else { return }
    let strangers = mined.personas.filter { match.personas[$0.id] == nil }
    let isSplit = mined.flow.contains { !$0.traffic.entries.isEmpty }
    let why =
      isSplit && !strangers.isEmpty
      ? "the log has customers of \(Self.list(strangers.map(\.name))), which the document has not"
      : "the log does not tell the personas apart"
    remarks.append(
      "The flow's counts by persona are gone and everybody's stand there, since \(why).")
  }

  // MARK: - The log's ways

  private func ways(byPersona: Bool) -> [Way] {
    var ways: [Way] = []
    var places: [String: Int] = [:]
    for transition in (byPersona ? mined : everyone).flow {
      var way = Way(source: transition.source, target: transition.target)
      if case .touchpoint(let id) = way.source {
        way.source = .touchpoint(match.touchpoints[id] ?? id)
      }
      if case .touchpoint(let id) = way.target {
        way.target = .touchpoint(match.touchpoints[id] ?? id)
      }
      let place = places[way.key] ?? ways.count
      if place == ways.count {
        places[way.key] = place
        ways.append(way)
      }
      switch transition.traffic {
      case .everyone(let traffic): Self.add(traffic, of: nil, to: &ways[place])
      case .each(let entries):
        for entry in entries {
          Self.add(
            entry.value, of: byPersona ? match.personas[entry.persona] : nil, to: &ways[place])
        }
      }
    }
    return ways
  }

  private static func add(
    _ traffic: Transition.Traffic, of persona: PersonaID?, to way: inout Way
  ) {
    guard case .customers(let count) = traffic.amount else { return }
    guard let index = way.traffic.firstIndex(where: { $0.persona == persona }) else {
      way.traffic.append((persona, count, traffic.time, traffic.median))
      return
    }
    let old = way.traffic[index]
    let sum = old.amount.addingReportingOverflow(count)
    way.traffic[index].amount = sum.overflow ? .max : sum.partialValue
    // Means add up by their counts; medians do not.
    way.traffic[index].median = nil
    if let first = old.time, let second = traffic.time, old.amount > 0 || count > 0 {
      let mean =
        (first.seconds * Double(old.amount) + second.seconds * Double(count))
        / (Double(old.amount) + Double(count))
      way.traffic[index].time = MinedTime.rounded(mean)
    } else {
      way.traffic[index].time = old.amount == 0 ? traffic.time : count == 0 ? old.time : nil
    }
  }

  private func traffic(_ way: Way) -> ByPersona<Transition.Traffic> {
    let values = way.traffic.map { part in
      (
        part.persona,
        Transition.Traffic(.customers(part.amount), time: part.time, median: part.median)
      )
    }
    if let only = values.first, values.count == 1, only.0 == nil { return .everyone(only.1) }
    return .each(
      values.compactMap { persona, traffic in persona.map { ByPersona.Entry($0, traffic) } })
  }

  // MARK: - The document's

  private mutating func write(
    _ way: Way, over transition: Transition
  ) throws(EditProblem) {
    let path = DocumentPath(["flow", .key(way.key)])
    switch (transition.traffic, traffic(way)) {
    case (.everyone(let old), .everyone(let new)):
      try write(new, over: old, at: path)
    case (.each(let entries), .each(let news)):
      for entry in entries where !news.contains(where: { $0.persona == entry.persona }) {
        try write(
          Transition.Traffic(.customers(0)), over: entry.value,
          at: path.appending(.key(entry.persona.rawValue)))
      }
      for new in news {
        let inner = path.appending(.key(new.persona.rawValue))
        if let old = entries.first(where: { $0.persona == new.persona }) {
          try write(new.value, over: old.value, at: inner)
        } else {
          try editor.set(DocumentParts.traffic(.everyone(new.value)), at: inner)
        }
      }
    case (_, let new):
      try editor.set(DocumentParts.traffic(new), at: path)
    }
  }

  /// Puts a count and times in the place of others; words and `x-` keys stay.
  private mutating func write(
    _ new: Transition.Traffic, over old: Transition.Traffic, at path: DocumentPath
  ) throws(EditProblem) {
    var value = old
    value.amount = new.amount
    // A way that nobody goes has no time.
    value.time = new.time
    value.median = new.median
    var part = DocumentParts.traffic(.everyone(value))
    if case .mapping? = editor.value(at: path), case .number = part {
      // A number in the place of a mapping would take the comments in it away.
      part = .mapping([.init("customers", part)])
    }
    try editor.set(part, at: path)
  }

  /// Sets arrows to 0 that nobody went, each told.
  private mutating func clear(_ transitions: [Transition]) throws(EditProblem) {
    guard !transitions.isEmpty else { return }
    for transition in transitions {
      let path = DocumentPath(["flow", .key(transition.key)])
      switch transition.traffic {
      case .everyone(let old):
        try write(Transition.Traffic(.customers(0)), over: old, at: path)
      case .each(let entries) where sharesPersonas:
        for entry in entries {
          try write(
            Transition.Traffic(.customers(0)), over: entry.value,
            at: path.appending(.key(entry.persona.rawValue)))
        }
      case .each:
        try editor.set(.number(0), at: path)
      }
    }
    let keys = transitions.map(\.key)
    remarks.append(
      "Nobody goes \(Wording.count(keys.count, "way")) of the document in the log, now 0: "
        + "\(Self.list(keys)). Remove what is no longer true.")
  }

  /// The last arrow from each source, behind which a new one goes.
  private func lastWays() -> [String: String] {
    guard case .mapping(let entries)? = editor.value(at: ["flow"]) else { return [:] }
    var last: [String: String] = [:]
    for entry in entries {
      guard let arrow = entry.key.firstRange(of: "->") else { continue }
      var name = entry.key[..<arrow.lowerBound]
      while let blank = name.utf8.last, blank == 32 || blank == 9 { name = name.dropLast() }
      last[String(name)] = entry.key
    }
    return last
  }
}
