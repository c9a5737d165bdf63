import JourneyModel

/// The traffic of customers sent at random through a random graph.
struct RandomFlow {
  private let recipe: RandomJourney
  private let journey: Journey

  /// Prepares the traffic of a journey that has its touchpoints.
  init(_ recipe: RandomJourney, _ journey: Journey) {
    self.recipe = recipe
    self.journey = journey
  }

  private struct Key: Hashable {
    var source: Int
    var target: Target
  }

  private enum Target: Hashable {
    case touchpoint(Int)
    case end(Transition.End)
  }

  /// Sends customers and writes down where they went.
  func make(_ random: inout SeededGenerator) -> [Transition] {
    let personas =
      journey.personas.count > 1 && random.chance(recipe.flowByPersona) ? journey.personas : []
    let ways = graph(&random)
    var keys: [Key] = []
    var counts: [Key: [Int]] = [:]
    let groups = max(1, personas.count)
    for group in 0..<groups {
      for _ in 0..<Int.random(in: recipe.customers, using: &random) {
        var place = journey.touchpoints.count
        for step in 0..<400 {
          var target = random.pick(ways[place])
          if step == 399 { target = .end(.left) }
          let key = Key(source: place, target: target)
          if counts[key] == nil {
            keys.append(key)
            counts[key] = Array(repeating: 0, count: groups)
          }
          counts[key]?[group] += 1
          guard case .touchpoint(let next) = target else { break }
          place = next
        }
      }
    }
    keys.sort { order($0, ways) < order($1, ways) }
    let shared = sharedSources(keys, &random)
    if random.chance(0.2), shared.isEmpty {
      keys.removeAll { $0.target == .end(.left) && $0.source < journey.touchpoints.count }
    }
    return keys.map { key in
      let own = keys.filter { $0.source == key.source }
      return transition(
        key, counts: counts, own: own, personas: personas, isShared: shared.contains(key.source),
        &random)
    }
  }

  /// Where each place leads, some places more often than others; the start comes last.
  private func graph(_ random: inout SeededGenerator) -> [[Target]] {
    let count = journey.touchpoints.count
    var ends: [Transition.End] = [.completed, .completed, .left, .left]
    if random.chance(0.3) { ends.append(.diverted(random.chance(0.5) ? "other" : nil)) }
    if random.chance(0.2) { ends.append(.ended) }
    if random.chance(0.2) { ends.append(.underWay) }
    var ways: [[Target]] = (0..<count).map { place in
      var targets: [Target] = [.end(random.pick(ends))]
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        let ahead = random.chance(0.7) ? place + 1 : Int.random(in: 0..<count, using: &random)
        targets.append(ahead < count ? .touchpoint(ahead) : .end(.completed))
      }
      return targets
    }
    var first: [Target] = [.touchpoint(0), .touchpoint(0)]
    if random.chance(0.3) { first.append(.touchpoint(Int.random(in: 0..<count, using: &random))) }
    if random.chance(0.1) { first.append(.end(.left)) }
    ways.append(first)
    return ways
  }

  private func order(_ key: Key, _ ways: [[Target]]) -> Int {
    let count = journey.touchpoints.count
    let source = key.source == count ? 0 : key.source + 1
    return source * 100 + (ways[key.source].firstIndex(of: key.target) ?? 50)
  }

  /// The sources that are given in shares, and with them all that they lead to.
  private func sharedSources(_ keys: [Key], _ random: inout SeededGenerator) -> Set<Int> {
    let count = journey.touchpoints.count
    var shared: Set<Int> = []
    switch random.pick([0, 0, 0, 1, 2, 3]) {
    case 1: shared = Set(0...count)
    case 2: shared = Set(0..<count)
    case 3:
      var open = [Int.random(in: 0..<count, using: &random)]
      while let place = open.popLast() {
        guard shared.insert(place).inserted else { continue }
        for key in keys where key.source == place {
          if case .touchpoint(let next) = key.target { open.append(next) }
        }
      }
    default: break
    }
    return shared
  }

  private func transition(
    _ key: Key, counts: [Key: [Int]], own: [Key], personas: [Persona], isShared: Bool,
    _ random: inout SeededGenerator
  ) -> Transition {
    let source: Transition.Source =
      key.source == journey.touchpoints.count
      ? .start : .touchpoint(journey.touchpoints[key.source].id)
    let target: Transition.Target =
      switch key.target {
      case .touchpoint(let place): .touchpoint(journey.touchpoints[place].id)
      case .end(let end): .end(end)
      }
    var values: [(Int, Transition.Traffic)] = []
    for group in 0..<max(1, personas.count) {
      let count = counts[key]?[group] ?? 0
      guard count > 0 else { continue }
      let parts = own.map { counts[$0]?[group] ?? 0 }
      let amount: Transition.Amount =
        isShared
        ? .share(share(of: own.firstIndex(of: key) ?? 0, among: parts)) : .customers(count)
      var traffic = Transition.Traffic(amount)
      if random.chance(0.5) { traffic.time = TimeSpan(seconds: random.pick([0, 30, 240, 86_400])) }
      if random.chance(0.1) { traffic.median = TimeSpan(seconds: 120) }
      if recipe.isFull, random.chance(0.1) { traffic.label = "by post" }
      values.append((group, traffic))
    }
    if personas.isEmpty { return Transition(source, target, .everyone(values[0].1)) }
    return Transition(
      source, target, .each(values.map { ByPersona.Entry(personas[$0.0].id, $0.1) }))
  }

  /// A part as a share: in tenths of a percent, at least one for everybody, the last takes the rest.
  private func share(of index: Int, among parts: [Int]) -> Share {
    let total = parts.reduce(0, +)
    let taken = parts.indices.filter { parts[$0] > 0 }
    let free = 1000 - taken.count
    var tenths = parts.map { $0 > 0 ? 1 + free * $0 / total : 0 }
    if let last = taken.last { tenths[last] += 1000 - tenths.reduce(0, +) }
    return Share(fraction: Double(tenths[index]) / 1000) ?? .zero
  }
}
