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
    var events: [Event]
    var end: EventCounts.End
  }

  func count(_ events: [Event]) -> EventCounts {
    count(events.map { LogEvent(event: $0) })
  }

  func count(_ log: [LogEvent]) -> EventCounts {
    let times = log.compactMap(\.event.time)
    let latest = times.max()
    var ties = 0
    var changed = 0
    var visits: [Visit] = []
    var kept: [Event] = []
    for (customer, rows) in Dictionary(grouping: log, by: { Array($0.event.customer.utf8) }) {
      var rows = rows
      if rules.order == .time {
        rows = rows.enumerated().sorted {
          let (left, right) = (key($0.element), key($1.element))
          return left == right ? $0.offset < $1.offset : left < right
        }.map(\.element)
        for (left, right) in zip(rows, rows.dropFirst())
        where left.event.time != nil && key(left) == key(right) { ties += 1 }
      }
      let events = rules.joinsParts ? joined(rows) : rows.map(\.event)
      kept += events
      let personas = events.compactMap(\.persona).filter { !$0.isEmpty }
      if Set(personas).count > 1 { changed += 1 }
      for run in cut(events) {
        visits.append(
          Visit(
            customer: String(decoding: customer, as: UTF8.self), persona: personas.first ?? "",
            channel: run[0].channel ?? "", events: run, end: end(run, latest: latest)))
      }
    }
    let byName = Dictionary(grouping: kept, by: \.touchpoint)
    let names = sorted(Set(byName.keys))
    let places = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, $0) })
    var counts = EventCounts(
      touchpoints: names.map { name in
        let own = byName[name] ?? []
        return .init(name, channels: list(own.map(\.channel)), stages: list(own.map(\.stage)))
      },
      everyone: segment("", visits, places), changedPersona: changed, ties: ties)
    if let first = times.min(), let last = times.max() { counts.period = first...last }
    let scores = log.compactMap(\.event.felt)
    if let lowest = scores.min(), let highest = scores.max() { counts.scores = lowest...highest }
    if log.contains(where: { $0.event.persona?.isEmpty == false }) {
      counts.personas = segments(visits, \.persona, places)
    }
    if rules.countsChannels { counts.channels = segments(visits, \.channel, places) }
    if rules.variants > 0 {
      let paths = Dictionary(grouping: visits) { $0.events.compactMap { places[$0.touchpoint] } }
      counts.variantCount = paths.count
      let order = paths.sorted {
        $0.value.count != $1.value.count
          ? $0.value.count > $1.value.count : $0.key.lexicographicallyPrecedes($1.key)
      }
      counts.variants = order.prefix(rules.variants).map { path, visits in
        .init(
          path: path, visits: visits.count,
          ends: EventCounts.End.allCases.map { end in visits.count { $0.end == end } },
          durations: self.times(visits.compactMap { between($0.events.first, $0.events.last) }))
      }
    }
    return counts
  }

  private func key(_ row: LogEvent) -> (Int64, Int64) {
    (row.event.time ?? .min, row.event.sequence ?? .min)
  }

  private func joined(_ rows: [LogEvent]) -> [Event] {
    var events: [Event?] = rows.map(\.event)
    for (place, row) in rows.enumerated() where row.part == .ending {
      let begun = (0..<place).first {
        events[$0] != nil && rows[$0].part == .beginning
          && rows[$0].event.touchpoint == row.event.touchpoint
      }
      guard let begun, let beginning = events[begun], var event = events[place] else { continue }
      event.began = event.began ?? beginning.time
      event.channel = event.channel ?? beginning.channel
      event.persona = event.persona ?? beginning.persona
      event.stage = event.stage ?? beginning.stage
      event.felt = event.felt ?? beginning.felt
      events[place] = event
      events[begun] = nil
    }
    return events.compactMap { $0 }
  }

  private func cut(_ events: [Event]) -> [[Event]] {
    var runs: [[Event]] = []
    for event in events {
      if let last = runs.last?.last {
        if let timeout = rules.timeout, let pause = between(last, event), pause > timeout {
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

  private func end(_ run: [Event], latest: Int64?) -> EventCounts.End {
    if run.contains(where: { rules.completed.contains($0.touchpoint) }) { return .completed }
    if let timeout = rules.timeout, let latest, let last = run.last?.time, latest - last <= timeout
    {
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
      let path = visit.events.compactMap { places[$0.touchpoint] }
      go(-1, path[0])
      for place in 1..<max(1, path.count) {
        go(
          path[place - 1], path[place], between(visit.events[place - 1], visit.events[place]))
      }
      go(
        path[path.count - 1], Self.ends + (EventCounts.End.allCases.firstIndex(of: visit.end) ?? 0))
      for (place, event) in zip(path, visit.events) {
        visited[place].events += 1
        visited[place].customers.insert(visit.customer)
        visited[place].firsts[number] = path.firstIndex(of: place)
        if let felt = event.felt { visited[place].scores[visit.customer, default: []].append(felt) }
        if let began = event.began, let time = event.time {
          visited[place].stays.append(time - began)
        }
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
      durations: times(visits.compactMap { between($0.events.first, $0.events.last) }))
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

  private func between(_ left: Event?, _ right: Event?) -> Int64? {
    guard let left = left?.time, let right = right?.time else { return nil }
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
