import EventCounting

/// An event as tests write it: what a row holds, as text.
struct LogEvent: Hashable {
  var event: Event
  var part = EventRow.Part.whole
}

/// The obvious, slow version of what `EventCounter` counts, by its documentation.
struct SlowCount {
  /// Targets from here on are ends.
  private static let ends = 1 << 40

  let rules: CountingRules

  /// A visit and the customer who made it.
  struct Visit {
    var customer: String
    var persona: String
    var channel: String
    var events: [Stop]
    /// When the last of its events ended.
    var left: Int64?
    var end: EventCounts.End

    var duration: Int64? {
      guard let first = events.first?.arrival, let left else { return nil }
      return left - first
    }
  }

  /// An event, when the customer arrived, and when the interval ended if it is one.
  struct Stop {
    var event: Event
    var arrival: Int64?
    var left: Int64?
  }

  func count(_ events: [Event]) -> EventCounts {
    count(events.map { LogEvent(event: $0) })
  }

  func count(_ log: [LogEvent]) -> EventCounts {
    let rows = log.map { moments($0.event) }
    let hasIntervals =
      log.contains { $0.event.began != nil }
      || rules.joinsParts && log.contains { $0.part != .whole }
    let first = rows.compactMap(\.arrival).min()
    let latest = rows.compactMap { $0.left ?? $0.arrival }.max()
    var ties = 0
    var changed = 0
    var visits: [Visit] = []
    var kept: [Stop] = []
    for (customer, rows) in Dictionary(grouping: log, by: { Array($0.event.customer.utf8) }) {
      var rows = rows
      if rules.order == .time {
        rows = rows.enumerated().sorted {
          let (left, right) = (key($0.element), key($1.element))
          return left == right ? $0.offset < $1.offset : left < right
        }.map(\.element)
      }
      let events = rules.joinsParts ? joined(rows) : rows.map { stop($0.event) }
      if rules.order == .time {
        for (left, right) in zip(events, events.dropFirst())
        where left.arrival != nil && left.arrival == right.arrival
          && left.event.sequence == right.event.sequence
        { ties += 1 }
      }
      kept += events
      let personas = events.compactMap(\.event.persona).filter { !$0.isEmpty }
      if Set(personas).count > 1 { changed += 1 }
      for run in cut(events, hasIntervals) {
        let left = hasIntervals ? run.compactMap { $0.left ?? $0.arrival }.max() : run.last?.arrival
        visits.append(
          Visit(
            customer: String(decoding: customer, as: UTF8.self), persona: personas.first ?? "",
            channel: run[0].event.channel ?? "", events: run, left: left,
            end: end(run, left: left, latest: latest)))
      }
    }
    let byName = Dictionary(grouping: kept, by: \.event.touchpoint)
    let names = sorted(Set(byName.keys))
    let places = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, $0) })
    var counts = EventCounts(
      touchpoints: names.map { name in
        let own = byName[name] ?? []
        return .init(
          name, channels: list(own.map(\.event.channel)), stages: list(own.map(\.event.stage)))
      },
      everyone: segment("", visits, places), changedPersona: changed, ties: ties)
    if let first, let latest { counts.period = first...latest }
    let scores = log.compactMap(\.event.felt)
    if let lowest = scores.min(), let highest = scores.max() { counts.scores = lowest...highest }
    if log.contains(where: { $0.event.persona?.isEmpty == false }) {
      counts.personas = segments(visits, \.persona, places)
    }
    if rules.countsChannels { counts.channels = segments(visits, \.channel, places) }
    if rules.variants > 0 {
      let paths = Dictionary(grouping: visits) { visit in
        visit.events.compactMap { places[$0.event.touchpoint] }
      }
      counts.variantCount = paths.count
      let order = paths.sorted {
        $0.value.count != $1.value.count
          ? $0.value.count > $1.value.count : $0.key.lexicographicallyPrecedes($1.key)
      }
      counts.variants = order.prefix(rules.variants).map { path, visits in
        .init(
          path: path, visits: visits.count,
          ends: EventCounts.End.allCases.map { end in visits.count { $0.end == end } },
          durations: self.times(visits.compactMap(\.duration)))
      }
    }
    return counts
  }

  private func key(_ row: LogEvent) -> (Int64, Int64) {
    (moments(row.event).arrival ?? .min, row.event.sequence ?? .min)
  }

  /// When a customer arrives at an event, and when the interval ended if both its ends are known.
  private func moments(_ event: Event) -> (arrival: Int64?, left: Int64?) {
    guard let began = event.began else { return (event.time, nil) }
    guard let time = event.time else { return (began, nil) }
    return began <= time ? (began, time) : (time, nil)
  }

  private func stop(_ event: Event) -> Stop {
    let (arrival, left) = moments(event)
    return Stop(event: event, arrival: arrival, left: left)
  }

  private func joined(_ rows: [LogEvent]) -> [Stop] {
    var events: [Stop?] = rows.map { stop($0.event) }
    var taken: Set<Int> = []
    for (place, row) in rows.enumerated() where row.part == .ending {
      let begun = (0..<place).first {
        events[$0] != nil && rows[$0].part == .beginning
          && rows[$0].event.touchpoint == row.event.touchpoint && !taken.contains($0)
      }
      guard let begun, let beginning = events[begun], let ending = events[place] else { continue }
      var event = ending.event
      event.channel = event.channel ?? beginning.event.channel
      event.persona = event.persona ?? beginning.event.persona
      event.stage = event.stage ?? beginning.event.stage
      event.felt = event.felt ?? beginning.event.felt
      var whole = ending
      if ending.left == nil {
        event.time = ending.arrival
        event.began = beginning.arrival
        whole = stop(event)
      }
      whole.event = event
      let isThere = whole.arrival == beginning.arrival
      if isThere { whole.event.sequence = beginning.event.sequence }
      events[isThere ? begun : place] = whole
      events[isThere ? place : begun] = nil
      taken.insert(begun)
    }
    return events.compactMap { $0 }
  }

  private func cut(_ events: [Stop], _ hasIntervals: Bool) -> [[Stop]] {
    var runs: [[Stop]] = []
    for (place, event) in events.enumerated() {
      let before = events[..<place]
      let left =
        hasIntervals
        ? before.compactMap { $0.left ?? $0.arrival }.max() : before.last?.arrival
      if !runs.isEmpty {
        if let timeout = rules.timeout, let left, let arrival = event.arrival,
          arrival - left > timeout
        {
          runs.append([event])
        } else {
          runs[runs.count - 1].append(event)
        }
      } else {
        runs.append([event])
      }
    }
    return runs
  }

  private func end(_ run: [Stop], left: Int64?, latest: Int64?) -> EventCounts.End {
    if run.contains(where: { stop in
      rules.completed.contains { $0.utf8.elementsEqual(stop.event.touchpoint.utf8) }
    }) {
      return .completed
    }
    if let timeout = rules.timeout, let latest, let left, latest - left <= timeout {
      return .underWay
    }
    return rules.completed.isEmpty ? .ended : .left
  }

  private func segments(
    _ visits: [Visit], _ path: KeyPath<Visit, String>, _ places: [String: Int]
  ) -> [EventCounts.Segment] {
    let groups = Dictionary(grouping: visits) { $0[keyPath: path] }
    var names = sorted(Set(groups.keys))
    if names.first == "" { names.append(names.removeFirst()) }
    return names.map { segment($0, groups[$0] ?? [], places) }
  }

  private func segment(
    _ name: String, _ visits: [Visit], _ places: [String: Int]
  ) -> EventCounts.Segment {
    var flows: [Way: (count: Int, times: [Int64])] = [:]
    func go(_ source: Int, _ target: Int, _ time: Int64? = nil) {
      flows[Way(source: source, target: target), default: (0, [])].count += 1
      if let time { flows[Way(source: source, target: target)]?.times.append(time) }
    }
    var visited = [Place](repeating: Place(), count: places.count)
    for (number, visit) in visits.enumerated() {
      let path = visit.events.compactMap { places[$0.event.touchpoint] }
      go(-1, path[0])
      for place in 1..<max(1, path.count) {
        go(
          path[place - 1], path[place],
          between(visit.events[place - 1].arrival, visit.events[place].arrival))
      }
      go(
        path[path.count - 1], Self.ends + (EventCounts.End.allCases.firstIndex(of: visit.end) ?? 0),
        visit.events.last.flatMap { between($0.arrival, $0.left) })
      for (place, stop) in zip(path, visit.events) {
        let event = stop.event
        visited[place].events += 1
        visited[place].customers.insert(visit.customer)
        visited[place].firsts[number] = path.firstIndex(of: place)
        if let felt = event.felt { visited[place].scores[visit.customer, default: []].append(felt) }
        if let stay = between(stop.arrival, stop.left) { visited[place].stays.append(stay) }
      }
    }
    return EventCounts.Segment(
      name: name, events: visits.reduce(0) { $0 + $1.events.count },
      customers: Set(visits.map(\.customer)).count, visits: visits.count,
      flows: flows.sorted { $0.key < $1.key }.map { way, sum in
        EventCounts.Flow(
          way.source < 0 ? .start : .touchpoint(way.source),
          way.target >= Self.ends
            ? .end(EventCounts.End.allCases[way.target - Self.ends]) : .touchpoint(way.target),
          count: sum.count, times: times(sum.times))
      },
      visited: visited.map { place in
        guard place.events > 0 else { return nil }
        return EventCounts.Visited(
          events: place.events, customers: place.customers.count, visits: place.firsts.count,
          firstPlaces: place.firsts.values.reduce(0, +), felt: felt(place.scores),
          stay: times(place.stays),
          ends: EventCounts.End.allCases.map { end in
            place.firsts.keys.count { visits[$0].end == end }
          })
      },
      durations: times(visits.compactMap(\.duration)))
  }

  private struct Way: Hashable, Comparable {
    var source: Int
    var target: Int

    static func < (left: Way, right: Way) -> Bool {
      (left.source, left.target) < (right.source, right.target)
    }
  }

  private struct Place {
    var events = 0
    var customers: Set<String> = []
    var firsts: [Int: Int] = [:]
    var scores: [String: [Double]] = [:]
    var stays: [Int64] = []
  }

  private func between(_ left: Int64?, _ right: Int64?) -> Int64? {
    guard let left, let right else { return nil }
    return right - left
  }

  private func times(_ durations: [Int64]) -> EventCounts.Times? {
    guard !durations.isEmpty else { return nil }
    let sorted = durations.sorted()
    let middle = sorted.count / 2
    let median =
      sorted.count.isMultiple(of: 2)
      ? Double(sorted[middle - 1] + sorted[middle]) / 2e6 : Double(sorted[middle]) / 1e6
    return EventCounts.Times(
      count: sorted.count,
      mean: Double(sorted.reduce(0, +)) / 1e6 / Double(sorted.count), median: median)
  }

  private func felt(_ scores: [String: [Double]]) -> EventCounts.Felt? {
    guard !scores.isEmpty else { return nil }
    let means = scores.values.map { $0.reduce(0, +) / Double($0.count) }.sorted()
    let mean = means.reduce(0, +) / Double(means.count)
    let squares = means.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    return EventCounts.Felt(
      n: means.count, mean: mean,
      sd: means.count > 1 ? (squares / Double(means.count - 1)).squareRoot() : nil)
  }

  private func list(_ names: [String?]) -> [EventCounts.NameCount] {
    Dictionary(grouping: names.compactMap { $0 }.filter { !$0.isEmpty }) { $0 }
      .map { EventCounts.NameCount($0, events: $1.count) }
      .sorted { $0.events != $1.events ? $0.events > $1.events : isBefore($0.name, $1.name) }
  }

  private func sorted(_ names: Set<String>) -> [String] { names.sorted(by: isBefore) }

  private func isBefore(_ left: String, _ right: String) -> Bool {
    left.utf8.lexicographicallyPrecedes(right.utf8)
  }
}
