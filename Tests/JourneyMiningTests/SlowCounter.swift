import EventCounting

/// Counts events the obvious way, a dictionary for everything: what fixtures are made with.
struct SlowCounter {
  var rules = CountingRules()
  var events: [Event] = []

  private struct Visit {
    var customer: String
    var events: [Event]
    var end: EventCounts.End
  }

  /// What the events say.
  var counts: EventCounts {
    let names = sorted(Set(events.map(\.touchpoint)))
    let place = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, $0) })
    let visits = visits
    let touchpoints = names.map { name in
      let own = events.filter { $0.touchpoint == name }
      return EventCounts.Touchpoint(
        name, channels: tally(own.compactMap(\.channel)), stages: tally(own.compactMap(\.stage)))
    }
    var persona: [String: String] = [:]
    for visit in visits {
      for event in visit.events where persona[visit.customer] == nil {
        persona[visit.customer] = event.persona
      }
    }
    var personas = sorted(Set(persona.values)).map { name in
      segment(name, visits.filter { persona[$0.customer] == name }, place)
    }
    let unknown = visits.filter { persona[$0.customer] == nil }
    if !personas.isEmpty, !unknown.isEmpty { personas.append(segment("", unknown, place)) }
    let times = events.compactMap(\.time)
    let scores = events.compactMap(\.felt)
    return EventCounts(
      touchpoints: touchpoints, period: range(times), everyone: segment("", visits, place),
      personas: personas,
      channels: rules.countsChannels
        ? sorted(Set(visits.map { $0.events[0].channel ?? "" })).map { name in
          segment(name, visits.filter { ($0.events[0].channel ?? "") == name }, place)
        } : [],
      variants: variants(visits, place), variantCount: Set(visits.map(path)).count,
      scores: range(scores))
  }

  private func path(_ visit: Visit) -> [String] { visit.events.map(\.touchpoint) }

  private func variants(_ visits: [Visit], _ place: [String: Int]) -> [EventCounts.Variant] {
    let all = Dictionary(grouping: visits) { path($0).map { place[$0] ?? -1 } }
    let sorted = all.map { path, visits in
      EventCounts.Variant(
        path: path, visits: visits.count,
        ends: EventCounts.End.allCases.map { end in visits.count { $0.end == end } },
        durations: times(visits.compactMap(duration)))
    }.sorted {
      $0.visits == $1.visits ? $0.path.lexicographicallyPrecedes($1.path) : $0.visits > $1.visits
    }
    return Array(sorted.prefix(rules.variants))
  }

  private func duration(_ visit: Visit) -> Double? {
    guard let first = visit.events.first?.time, let last = visit.events.last?.time else {
      return nil
    }
    return Double(last - first) / 1e6
  }

  private var visits: [Visit] {
    var customers: [String: [Event]] = [:]
    for event in events { customers[event.customer, default: []].append(event) }
    let latest = events.compactMap(\.time).max()
    var visits: [Visit] = []
    for customer in sorted(Set(events.map(\.customer))) {
      let own = (customers[customer] ?? []).enumerated().sorted { a, b in
        rules.order == .log
          ? a.offset < b.offset : (a.element.time ?? 0, a.offset) < (b.element.time ?? 0, b.offset)
      }.map(\.element)
      var runs: [[Event]] = []
      for event in own {
        if let last = runs.last?.last?.time, let time = event.time, let timeout = rules.timeout,
          time - last > timeout
        {
          runs.append([event])
        } else if runs.isEmpty {
          runs.append([event])
        } else {
          runs[runs.count - 1].append(event)
        }
      }
      for run in runs {
        var end = EventCounts.End.ended
        if run.contains(where: { rules.completed.contains($0.touchpoint) }) {
          end = .completed
        } else if let timeout = rules.timeout, let latest, let last = run.last?.time,
          latest - last <= timeout
        {
          end = .underWay
        } else if !rules.completed.isEmpty {
          end = .left
        }
        visits.append(Visit(customer: customer, events: run, end: end))
      }
    }
    return visits
  }

  private func segment(_ name: String, _ visits: [Visit], _ place: [String: Int])
    -> EventCounts.Segment
  {
    var ways: [[Int]: (count: Int, times: [Double])] = [:]
    func add(_ source: Int, _ target: Int, _ seconds: Double?) {
      ways[[source, target], default: (0, [])].count += 1
      if let seconds { ways[[source, target]]?.times.append(seconds) }
    }
    let end = place.count
    for visit in visits {
      let path = visit.events.map { place[$0.touchpoint] ?? -1 }
      add(-1, path[0], nil)
      for (a, b) in zip(visit.events, visit.events.dropFirst()) {
        let seconds = a.time.flatMap { from in b.time.map { Double($0 - from) / 1e6 } }
        add(place[a.touchpoint] ?? -1, place[b.touchpoint] ?? -1, seconds)
      }
      let number = EventCounts.End.allCases.firstIndex(of: visit.end) ?? 0
      add(path[path.count - 1], end + number, nil)
    }
    let flows = ways.keys.sorted { $0.lexicographicallyPrecedes($1) }.map { key in
      EventCounts.Flow(
        key[0] < 0 ? .start : .touchpoint(key[0]),
        key[1] < end ? .touchpoint(key[1]) : .end(EventCounts.End.allCases[key[1] - end]),
        count: ways[key]?.count ?? 0, times: times(ways[key]?.times ?? []))
    }
    var visited = [EventCounts.Visited?](repeating: nil, count: place.count)
    for (name, index) in place {
      let own = visits.filter { $0.events.contains { $0.touchpoint == name } }
      if own.isEmpty { continue }
      var scores: [String: [Double]] = [:]
      for visit in own {
        for event in visit.events where event.touchpoint == name {
          if let felt = event.felt { scores[visit.customer, default: []].append(felt) }
        }
      }
      visited[index] = EventCounts.Visited(
        events: own.map { $0.events.count { $0.touchpoint == name } }.reduce(0, +),
        customers: Set(own.map(\.customer)).count, visits: own.count,
        firstPlaces: own.map { $0.events.firstIndex { $0.touchpoint == name } ?? 0 }.reduce(0, +),
        felt: felt(scores.keys.sorted().map { mean(scores[$0] ?? []) }),
        ends: EventCounts.End.allCases.map { end in own.count { $0.end == end } })
    }
    return EventCounts.Segment(
      name: name, events: visits.map(\.events.count).reduce(0, +),
      customers: Set(visits.map(\.customer)).count, visits: visits.count, flows: flows,
      visited: visited, durations: times(visits.compactMap(duration)))
  }

  private func felt(_ means: [Double]) -> EventCounts.Felt? {
    guard !means.isEmpty else { return nil }
    let mean = mean(means)
    let square = means.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    return EventCounts.Felt(
      n: means.count, mean: mean,
      sd: means.count > 1 ? (square / Double(means.count - 1)).squareRoot() : nil)
  }

  private func times(_ seconds: [Double]) -> EventCounts.Times? {
    guard !seconds.isEmpty else { return nil }
    let sorted = seconds.sorted()
    let half = sorted.count / 2
    let median = sorted.count % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2
    return EventCounts.Times(count: seconds.count, mean: mean(seconds), median: median)
  }

  private func mean(_ values: [Double]) -> Double {
    values.reduce(0, +) / Double(values.count)
  }

  private func tally(_ names: [String]) -> [EventCounts.NameCount] {
    sorted(Set(names)).map { name in
      EventCounts.NameCount(name, events: names.count { $0 == name })
    }.enumerated().sorted {
      (-$0.element.events, $0.offset) < (-$1.element.events, $1.offset)
    }.map(\.element)
  }

  private func range<Value: Comparable>(_ values: [Value]) -> ClosedRange<Value>? {
    values.min().flatMap { low in values.max().map { low...$0 } }
  }

  private func sorted(_ names: Set<String>) -> [String] {
    names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }
}
