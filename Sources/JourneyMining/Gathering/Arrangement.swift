import EventCounting

/// Which touchpoints stand in the document, in which order and stage, and which are gathered.
struct Arrangement {
  /// One touchpoint of the document.
  struct Node {
    /// Indices into ``EventCounts/touchpoints``; several where rarer ones are gathered.
    var members: [Int]
    /// Whether it stands for others that are rarer.
    var isGathered: Bool
    /// The stage, an index into ``Arrangement/stages``; nil when there are none.
    var stage: Int?
  }

  /// In the order of the document.
  private(set) var nodes: [Node] = []
  /// The names of the stages, in their order.
  private(set) var stages: [String] = []
  /// Whether the stages were found rather than given.
  private(set) var areStagesFound = false
  /// For each touchpoint of the counts its node.
  private(set) var nodeOf: [Int] = []

  /// Where stages are looked for: among so many of the document's touchpoints.
  private static let core = 60
  /// The key of what is gathered from several stages, or where there are none.
  private static let acrossStages = -1
  /// The stage of touchpoints whose stage no row names, where others have one.
  static let noStage = "No stage"

  private let counts: EventCounts
  private let shown: ShownNames
  private let ways: [JourneyOrder.Way]

  /// Arranges the touchpoints of a log.
  ///
  /// - Parameters:
  ///   - counts: What was counted.
  ///   - names: How they are shown.
  ///   - detail: How many touchpoints the document may have.
  ///   - kept: The names of touchpoints that are never gathered.
  init(
    _ counts: EventCounts, _ names: ShownNames, detail: Int, kept: Set<String> = []
  ) {
    self.counts = counts
    shown = names
    let all = counts.touchpoints.indices
    ways = counts.everyone.flows.compactMap { flow in
      guard case (.touchpoint(let a), .touchpoint(let b)) = (flow.source, flow.target),
        all.contains(a), all.contains(b)
      else { return nil }
      return JourneyOrder.Way(source: a, target: b, count: flow.count)
    }
    let ranking = Importance(counts).ranking
    let (order, stageOf) = ordered(ranking, among: min(Self.core, max(1, detail)))
    let always = ranking.filter { kept.contains(counts.touchpoints[$0].name) }
    let others = ranking.filter { !kept.contains(counts.touchpoints[$0].name) }
    place(order, stageOf, always + others, always: always.count, detail: max(1, detail))
  }

  // MARK: - Order and stages

  /// All touchpoints in order, and the stage of each; where none are given, stages are looked for
  /// among so many of those that matter most.
  private mutating func ordered(_ ranking: [Int], among most: Int)
    -> (order: [Int], stageOf: [Int?])
  {
    let all = Array(counts.touchpoints.indices)
    if counts.touchpoints.contains(where: { !$0.stages.isEmpty }) { return givenStages() }
    let order = order(of: all)
    let chosen = Set(ranking.prefix(most))
    let core = order.filter(chosen.contains)
    let starts = FoundStages.starts(
      count: core.count, renumbered(ways, core), visits: core.map(visits(of:)),
      of: counts.everyone.visits)
    guard !starts.isEmpty else { return (order, all.map { _ in nil }) }
    areStagesFound = true
    let first = Set(starts.map { core[$0] })
    var stageOf = all.map { _ in Int?.none }
    var stage = -1
    for index in order {
      if first.contains(index) { stage += 1 }
      stageOf[index] = max(0, stage)
    }
    return (order, stageOf)
  }

  /// Stages by the column of the log: of each touchpoint the one that most of its rows name.
  private mutating func givenStages() -> (order: [Int], stageOf: [Int?]) {
    var members: [[Int]] = []
    var places: [String: Int] = [:]
    var stageOf: [Int?] = []
    for (index, touchpoint) in counts.touchpoints.enumerated() {
      let given = touchpoint.stages.first.map { shown.shown($0.name, id: Self.noStage) }
      let name = given ?? Self.noStage
      let stage = places[name] ?? members.count
      if stage == members.count {
        places[name] = stage
        members.append([])
        stages.append(name)
      }
      members[stage].append(index)
      stageOf.append(stage)
    }
    let items = members.map { members in
      members.reduce(JourneyOrder.Item(place: 0, visits: 0)) { sum, index in
        let visited = counts.everyone.visited[at: index]
        return JourneyOrder.Item(
          place: sum.place + Double(visited?.firstPlaces ?? 0),
          visits: sum.visits &+ (visited?.visits ?? 0))
      }
    }.map {
      JourneyOrder.Item(
        place: $0.visits > 0 ? $0.place / Double($0.visits) : .infinity, visits: $0.visits)
    }
    let between = ways.compactMap { way in
      stageOf[way.source].flatMap { source in
        stageOf[way.target].map {
          JourneyOrder.Way(source: source, target: $0, count: way.count)
        }
      }
    }
    let order = JourneyOrder.order(items, between)
    var rank = order
    for (place, stage) in order.enumerated() { rank[stage] = place }
    let names = stages
    stages = order.map { names[$0] }
    return (
      order.flatMap { self.order(of: members[$0]) }, stageOf.map { $0.map { rank[$0] } }
    )
  }

  private func order(of members: [Int]) -> [Int] {
    let items = members.map { index in
      let visited = counts.everyone.visited[at: index]
      let visits = visited?.visits ?? 0
      return JourneyOrder.Item(
        place: visits > 0 ? Double(visited?.firstPlaces ?? 0) / Double(visits) : .infinity,
        visits: visits)
    }
    return JourneyOrder.order(items, renumbered(ways, members)).map { members[$0] }
  }

  private func renumbered(_ ways: [JourneyOrder.Way], _ members: [Int]) -> [JourneyOrder.Way] {
    var places = [Int?](repeating: nil, count: counts.touchpoints.count)
    for (place, index) in members.enumerated() { places[index] = place }
    return ways.compactMap { way in
      places[way.source].flatMap { source in
        places[way.target].map { JourneyOrder.Way(source: source, target: $0, count: way.count) }
      }
    }
  }

  // MARK: - Gathering

  private mutating func place(
    _ order: [Int], _ stageOf: [Int?], _ ranking: [Int], always: Int, detail: Int
  ) {
    var kept = Set(ranking)
    var groups: [Int: [Int]] = [:]
    if order.count > detail {
      // One for each stage, so that nobody who left is told to be still here; where there are more
      // stages than touchpoints may stand, one for all, which stands in none.
      let most = Self.mostKept(ranking, stageOf, detail: detail)
      kept = Set(ranking.prefix(max(always, most ?? detail - 1)))
      groups = Dictionary(grouping: order.filter { !kept.contains($0) }) {
        most == nil ? Self.acrossStages : stageOf[$0] ?? Self.acrossStages
      }
    }
    for members in groups.values where members.count == 1 { kept.formUnion(members) }
    groups = groups.filter { $0.value.count > 1 }

    let own = Dictionary(grouping: order.filter(kept.contains)) { stageOf[$0] ?? 0 }
    let last = stageOf.compactMap(\.self).max() ?? 0
    var present: [Int] = []
    for stage in 0...last {
      var nodes = (own[stage] ?? []).map {
        Node(members: [$0], isGathered: false, stage: present.count)
      }
      if let members = groups[stage] {
        nodes.append(Node(members: members, isGathered: true, stage: present.count))
      }
      guard !nodes.isEmpty else { continue }
      present.append(stage)
      self.nodes += nodes
    }
    if let members = groups[Self.acrossStages] {
      nodes.append(Node(members: members, isGathered: true, stage: nil))
    }
    nameStages(present)
    if stages.isEmpty { for index in nodes.indices { nodes[index].stage = nil } }
    nodeOf = Array(repeating: 0, count: counts.touchpoints.count)
    for (place, node) in nodes.enumerated() { for index in node.members { nodeOf[index] = place } }
  }

  /// How many of those that matter most stand by themselves, so that the rest of each stage has room;
  /// nil where there is none.
  private static func mostKept(_ ranking: [Int], _ stageOf: [Int?], detail: Int) -> Int? {
    var stages = Set(ranking.dropFirst(detail).map { stageOf[$0] ?? acrossStages })
    for most in stride(from: detail, through: 0, by: -1) {
      if most < detail { stages.insert(stageOf[ranking[most]] ?? acrossStages) }
      if most + stages.count <= detail { return most }
    }
    return nil
  }

  /// Keeps the names of the stages that are left; found ones get those of the touchpoints that most
  /// visits come to, of those that the document shows by name.
  private mutating func nameStages(_ present: [Int]) {
    guard areStagesFound else {
      if !stages.isEmpty { stages = present.map { stages[$0] } }
      return
    }
    guard present.count > 1 else {
      areStagesFound = false
      return
    }
    var used: Set<String> = []
    stages = present.indices.map { stage in
      let own = nodes.filter { $0.stage == stage }
      let members = own.filter { !$0.isGathered }.flatMap(\.members)
      let index = (members.isEmpty ? own.flatMap(\.members) : members)
        .max { (visits(of: $0), $1) < (visits(of: $1), $0) }
      var unique =
        index.map { shown.shown(counts.touchpoints[$0].name, id: "\(stage + 1)") }
        ?? "\(stage + 1)"
      while !used.insert(unique).inserted { unique += " \(stage + 1)" }
      return unique
    }
  }

  private func visits(of index: Int) -> Int { counts.everyone.visited[at: index]?.visits ?? 0 }
}
