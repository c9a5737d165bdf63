import EventCounting
import JourneyAnalysis
import JourneyModel

/// Builds the journey of a log, part by part.
struct JourneyBuilder {
  private let counts: EventCounts
  private let named: NamedEnds
  private let options: MiningOptions
  private let shown: ShownNames
  private let arrangement: Arrangement
  private let personas: MinedPersonas
  private let channels: MinedChannels
  private let scale: MinedScale?
  private let ids: [TouchpointID]
  private let names: [String]
  private let flow: MinedFlow

  init(_ all: EventCounts, _ options: MiningOptions) {
    let named = NamedEnds(all, besides: options.kept)
    self.named = named
    let counts = named.counts
    self.counts = counts
    self.options = options
    let shown = ShownNames(counts.touchpoints.map(\.name))
    self.shown = shown
    let arrangement = Arrangement(
      counts, shown, detail: options.detail, kept: options.kept)
    self.arrangement = arrangement
    let personas = MinedPersonas(counts)
    self.personas = personas
    channels = MinedChannels(arrangement.nodes.map { Self.channels(of: $0, counts) })
    scale = MinedScale(options.scale, counts.scores, Self.felt(counts, personas))
    (ids, names) = Self.names(arrangement, counts, shown)
    let parts = personas.parts.map { part in
      (
        id: part.persona.id,
        ways: part.segments.reduce(into: [WayKey: WayTotal]()) { sum, segment in
          let ways = MinedWays.totals(
            segment, arrangement, named.personas[segment.name] ?? [])
          for (key, total) in ways { sum[key, default: WayTotal()].add(total) }
        }
      )
    }
    flow = MinedFlow(
      MinedWays.totals(counts.everyone, arrangement, named.everyone), parts, ids: ids,
      diverted: named.diverted)
  }

  /// The journey and its remarks.
  var mined: JourneyMiner.Mined {
    let id = options.id ?? JourneyID(MinedNames.id(of: options.title))
    let title = options.title.isEmpty ? id.rawValue : options.title
    var journey = Journey(id: id, title: ShownNames.plain(title, id: id.rawValue))
    journey.state = .asIs
    if let scale, counts.scores != nil || options.scale != nil { journey.scale = scale.scale }
    if let unit = options.unit { journey.customers = unit }
    if counts.everyone.visits != counts.everyone.customers { journey.customers = "visits" }
    let period = self.period
    journey.period = period
    journey.personas = personas.parts.map(\.persona)
    journey.channels = channels.channels
    journey.stages = arrangement.stages.map { Stage($0) }
    journey.touchpoints = arrangement.nodes.indices.map(touchpoint)
    journey.flow = flow.transitions
    journey.evidence = [
      Evidence(
        about: nil, method: .analytics,
        n: counts.everyone.customers > 0 ? counts.everyone.customers : nil, date: period?.end,
        source: period.map { "\(options.source), \($0)" } ?? options.source)
    ]
    journey.extensions = [.init("x-mined", .mapping(summary))]
    return JourneyMiner.Mined(journey: journey, remarks: remarks.all)
  }

  /// What a person should know of it.
  var remarks: MinedRemarks {
    MinedRemarks(
      counts: counts, named: named, arrangement: arrangement, personas: personas,
      channels: channels, shown: shown, scale: scale,
      isScaleGiven: options.scale != nil, flow: flow)
  }

  // MARK: - Touchpoints

  private func touchpoint(_ place: Int) -> Touchpoint {
    let node = arrangement.nodes[place]
    let channels = Self.channels(of: node, counts)
    var touchpoint = Touchpoint(
      id: ids[place], name: names[place],
      stage: node.stage.map { StageID(arrangement.stages[$0]) },
      channel: self.channels.channel(of: channels))
    touchpoint.personas = meeting(node)
    if !node.isGathered, let index = node.members.first {
      touchpoint.felt = felt(at: index)
      touchpoint.wait = MinedTime.rounded(counts.everyone.visited[at: index]?.stay?.mean)
    }
    touchpoint.extensions = extensions(place, channels)
    return touchpoint
  }

  /// The personas that come here; empty for all of them.
  private func meeting(_ node: Arrangement.Node) -> [PersonaID] {
    guard flow.isByPersona else { return [] }
    let own = personas.parts.filter { part in
      node.members.contains { index in
        part.segments.contains { ($0.visited[at: index]?.events ?? 0) > 0 }
      }
    }
    return own.count == personas.parts.count ? [] : own.map(\.persona.id)
  }

  private func felt(at index: Int) -> ByPersona<Score>? {
    guard let scale else { return nil }
    if flow.isByPersona {
      let entries = personas.parts.compactMap { part in
        EventCounts.Felt(pooling: part.segments.compactMap { $0.visited[at: index]?.felt })
          .flatMap(scale.score).map { ByPersona.Entry(part.persona.id, $0) }
      }
      if !entries.isEmpty { return .each(entries) }
    }
    return counts.everyone.visited[at: index]?.felt.flatMap(scale.score).map(ByPersona.everyone)
  }

  /// All scores that the document may write, everybody's and each persona's.
  private static func felt(_ counts: EventCounts, _ personas: MinedPersonas)
    -> [EventCounts.Felt]
  {
    counts.everyone.visited.compactMap { $0?.felt }
      + personas.parts.flatMap { part in
        counts.touchpoints.indices.compactMap { index in
          EventCounts.Felt(pooling: part.segments.compactMap { $0.visited[at: index]?.felt })
        }
      }
  }

  private func extensions(_ place: Int, _ channels: [EventCounts.NameCount]) -> Extensions {
    let node = arrangement.nodes[place]
    var extensions: Extensions = []
    if !node.isGathered, let index = node.members.first,
      let visited = counts.everyone.visited[at: index]
    {
      let name = counts.touchpoints[index].name
      if name != (shown.site ?? "") + names[place], name != names[place] {
        extensions.append(.init("x-name", .text(name)))
      }
      extensions.append(.init(Journey.countedKey, counted(visited)))
      let stages = counts.touchpoints[index].stages
      if stages.count > 1 { extensions.append(.init("x-stages", Self.list(stages))) }
    }
    if channels.count > 1 { extensions.append(.init("x-channels", Self.list(channels))) }
    if node.isGathered {
      extensions.append(
        .init("x-gathered", Gathered.value(node.members, counts, scale, shown)))
    }
    return extensions
  }

  /// One number where every customer came once and nobody knows who completes, else customers, visits,
  /// and how many of these completed or are under way.
  private func counted(_ visited: EventCounts.Visited) -> DocumentValue {
    let ends = isJudged ? visited.ends : nil
    let cameOnce = visited.customers == visited.visits
    guard let ends, ends.count == EventCounts.End.allCases.count else {
      return cameOnce
        ? .number(Double(visited.visits))
        : Self.mapping([("customers", visited.customers), ("visits", visited.visits)])
    }
    var parts = [("customers", visited.customers)]
    if !cameOnce { parts.append(("visits", visited.visits)) }
    for (end, count) in zip(EventCounts.End.allCases, ends) {
      switch end {
      case .completed: parts.append((end.rawValue, count))
      case .underWay where count > 0: parts.append((end.rawValue, count))
      default: break
      }
    }
    return Self.mapping(parts)
  }

  /// Whether the log tells who completed.
  private var isJudged: Bool {
    counts.everyone.flows.contains { $0.target == .end(.completed) && $0.count > 0 }
  }

  private static func mapping(_ parts: [(String, Int)]) -> DocumentValue {
    .mapping(parts.map { .init($0.0, .number(Double($0.1))) })
  }

  private static func list(_ names: [EventCounts.NameCount]) -> DocumentValue {
    .list(
      names.prefix(Gathered.mostNames).map { entry in
        .mapping([
          .init("name", .text(entry.name)), .init("events", .number(Double(entry.events))),
        ])
      })
  }

  /// The events of a node by channel, most first, then by name.
  private static func channels(of node: Arrangement.Node, _ counts: EventCounts)
    -> [EventCounts.NameCount]
  {
    if node.members.count == 1 { return counts.touchpoints[node.members[0]].channels }
    var events: [String: Int] = [:]
    for index in node.members {
      for entry in counts.touchpoints[index].channels {
        events[entry.name] = [events[entry.name] ?? 0, entry.events].sum
      }
    }
    return events.map { EventCounts.NameCount($0.key, events: $0.value) }.sorted {
      $0.events == $1.events
        ? $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) : $0.events > $1.events
    }
  }

  // MARK: - Names and days

  private static func names(
    _ arrangement: Arrangement, _ counts: EventCounts, _ shown: ShownNames
  ) -> (ids: [TouchpointID], names: [String]) {
    let all = MinedNames.ids(for: counts.touchpoints.map(\.name), kind: "touchpoint")
    var used = Set(all)
    var ids: [TouchpointID] = []
    var names: [String] = []
    for node in arrangement.nodes {
      if !node.isGathered, let index = node.members.first {
        ids.append(TouchpointID(all[index]))
        names.append(shown.shown(counts.touchpoints[index].name, id: all[index]))
        continue
      }
      var id = "rarer"
      var number = 1
      while !used.insert(id).inserted {
        number += 1
        id = "rarer-\(number)"
      }
      ids.append(TouchpointID(id))
      names.append(Gathered.name(of: node.members.count))
    }
    return (ids, names)
  }

  private var period: Period? {
    if let period = options.period { return period }
    guard let period = counts.period else { return nil }
    func day(_ time: Int64) -> CalendarDate? {
      let length: Int64 = 86_400_000_000
      let days = time / length - (time % length < 0 ? 1 : 0)
      return CalendarDate(daysSinceEpoch: Int(days))
    }
    guard let start = day(period.lowerBound), let end = day(period.upperBound) else { return nil }
    return Period(start: start, end: end)
  }

  // MARK: - What the whole says of itself

  private var summary: [DocumentValue.Entry] {
    let everyone = counts.everyone
    func number(_ count: Int) -> DocumentValue { .number(Double(count)) }
    var entries: [DocumentValue.Entry] = [
      .init("source", .text(options.source)),
      .init("events", number(everyone.events)),
      .init("customers", number(everyone.customers)),
      .init("visits", number(everyone.visits)),
      .init("touchpoints", number(counts.touchpoints.count)),
    ]
    entries += options.countedBy.entries
    let times = MinedTime.rounded(
      mean: everyone.durations?.mean, median: everyone.durations?.median)
    if let mean = times.mean, let median = times.median {
      let texts = TimeSpan.descriptions(mean, median)
      entries.append(
        .init(
          "duration",
          .mapping([
            .init("mean", .text(texts.0)), .init("median", .text(texts.1)),
          ])))
    }
    if let site = shown.site { entries.append(.init("site", .text(site))) }
    if !arrangement.stages.isEmpty {
      entries.append(.init("stages", .text(arrangement.areStagesFound ? "found" : "given")))
    }
    // Those that stay true when a merge keeps the document's own parts.
    let remarks = remarks.ofMerge
    if !remarks.isEmpty {
      entries.append(.init("remarks", .list(remarks.map { .text($0) })))
    }
    return entries
  }
}

extension EventCounts.Felt {
  /// Scores of different customers taken together, exactly; nil when there are none.
  init?(pooling parts: [EventCounts.Felt]) {
    guard parts.count > 1 else {
      guard let only = parts.first else { return nil }
      self = only
      return
    }
    let n = parts.map(\.n).sum
    guard n > 0 else { return nil }
    let total = Double(n)
    let mean = parts.reduce(0) { $0 + Double($1.n) * $1.mean } / total
    let square = parts.reduce(0) { sum, part in
      let sd = part.sd ?? 0
      let away = part.mean - mean
      return sum + Double(part.n - 1) * sd * sd + Double(part.n) * away * away
    }
    self.init(n: n, mean: mean, sd: n > 1 ? (square / (total - 1)).squareRoot() : nil)
  }
}
