import JourneyAnalysis
import JourneyModel

/// The steps of a funnel: how many come to each, and what becomes of those who come no further.
///
/// Everybody counts to the furthest step, so that at each step those who go on and those who end
/// make those who are here. Every share is exact; whoever prints it rounds it by itself.
struct FunnelSteps {
  /// How customers leave the picture.
  enum Kind: Hashable {
    case left
    case diverted(JourneyID?)
    case ended
  }

  /// Customers who leave the picture at a step in one way.
  struct Exit {
    var kind: Kind
    var share: Double
    /// From where, most first; nil is the start itself.
    var places: [Place]
    /// How many of the places are named; the others are gathered.
    var named: Int
  }

  /// Customers who leave from one touchpoint.
  struct Place {
    var touchpoint: TouchpointID?
    var share: Double
  }

  /// One step.
  struct Step {
    /// The id and the name of its group.
    var id: String
    var layer: String
    var name: String
    /// Its touchpoints, in the map's order.
    var members: [TouchpointID] = []
    /// Its own touchpoint, where it is one.
    var touchpoint: TouchpointID?
    /// The feeling of its touchpoints together, −1…+1; nil when unknown.
    var felt: Double?
    /// The share of those who start that come here or further.
    var reached: Double
    /// The share that completes having come no further.
    var completed: Double
    var exits: [Exit]

    /// The share that leaves the picture here.
    var lost: Double { exits.reduce(0) { $0 + $1.share } }
  }

  private(set) var steps: [Step] = []
  /// Whether the steps are touchpoints of the main path, others being left out.
  private(set) var isMainPath = false
  /// The share that completes.
  var completed: Double { steps.reduce(0) { $0 + $1.completed } }

  /// Reads a subject with flow; nil without, or when its flow cannot be solved.
  ///
  /// - Parameters:
  ///   - subject: What is drawn.
  ///   - order: The touchpoints in the map's order.
  ///   - most: The most steps that can be read, where steps are touchpoints.
  ///   - named: From so many touchpoints each exit of a step is said by name.
  init?(_ subject: Subject, order: [Touchpoint], most: Int, named: Int = 3) {
    var names: [Step] = []
    var groups: [[TouchpointID]] = []
    func add(_ name: String, id: String, layer: String, _ members: [TouchpointID]) {
      names.append(
        Step(
          id: id, layer: layer, name: name, members: members, felt: Self.felt(members, subject),
          reached: 0, completed: 0, exits: []))
      groups.append(members)
    }
    for stage in subject.journey.stages {
      let members = order.filter { $0.stage == stage.id }.map(\.id)
      guard !members.isEmpty else { continue }
      add(
        stage.name, id: "funnel." + XMLName.escaped(stage.id.rawValue),
        layer: "stage/" + stage.id.rawValue, members)
    }
    if groups.isEmpty {
      let path = Self.mainPath(subject, order: order, most: most)
      isMainPath = path.count < order.count
      for touchpoint in path {
        add(
          touchpoint.name, id: "touchpoint." + XMLName.escaped(touchpoint.id.rawValue),
          layer: "touchpoint/" + touchpoint.id.rawValue, [touchpoint.id])
        names[names.count - 1].touchpoint = touchpoint.id
      }
    }
    guard !groups.isEmpty, let outcomes = subject.analysis.outcomes(byFurthestOf: groups) else {
      return nil
    }
    // Who ends before the first step has a step of its own.
    if let before = outcomes.first, !before.exits.isEmpty {
      names.insert(
        Step(
          id: "funnel", layer: "funnel/start", name: subject.words.funnel.start, reached: 0,
          completed: 0, exits: []), at: 0)
    }
    steps = names
    for (index, outcome) in outcomes.suffix(names.count).enumerated() {
      fill(index, with: outcome, named: named)
    }
  }

  // MARK: What the steps are

  /// The touchpoints that stand for steps where there are no stages: all of a few, else some of the
  /// most travelled way that leads to completion, its first and its last and as many between.
  private static func mainPath(
    _ subject: Subject, order: [Touchpoint], most: Int
  ) -> [Touchpoint] {
    guard order.count > most else { return order }
    let paths = subject.analysis.paths
    let way = paths.first { $0.end == .completed } ?? paths.first
    var seen: Set<TouchpointID> = []
    let onWay = (way?.touchpoints ?? []).filter { seen.insert($0).inserted }
      .compactMap { id in order.first { $0.id == id } }
    let path = onWay.isEmpty ? order : onWay
    guard path.count > most, most > 1 else { return path }
    return (0..<most).map { path[$0 * (path.count - 1) / (most - 1)] }
  }

  /// The mean feeling of touchpoints, weighted by visits; nil when none is known.
  private static func felt(_ members: [TouchpointID], _ subject: Subject) -> Double? {
    var (sum, weight) = (0.0, 0.0)
    for id in members {
      guard let figures = subject.analysis[touchpoint: id], let felt = figures.felt else {
        continue
      }
      let visits = figures.visits ?? 1
      sum += visits * subject.analysis.scale.normalized(felt.mean)
      weight += visits
    }
    return weight > 0 ? min(1, max(-1, sum / weight)) : nil
  }

  // MARK: How many

  private mutating func fill(_ index: Int, with outcome: StepOutcome, named: Int) {
    var kinds: [Kind] = []
    var places: [Kind: [Place]] = [:]
    steps[index].reached = outcome.reached
    for exit in outcome.exits where exit.share > 0 {
      let kind: Kind
      switch exit.end {
      case .completed:
        steps[index].completed += exit.share
        continue
      case .left: kind = .left
      case .diverted(let journey): kind = .diverted(journey)
      case .ended, .underWay: kind = .ended
      }
      if places[kind] == nil { kinds.append(kind) }
      places[kind, default: []].append(
        Place(touchpoint: exit.touchpoint, share: exit.share))
    }
    // People who leave first, unknown ends last.
    kinds.sort { Self.rank($0) < Self.rank($1) }
    steps[index].exits = kinds.map { kind in
      let all = places[kind] ?? []
      let sorted = all.indices.sorted { (all[$1].share, $0) < (all[$0].share, $1) }
        .map { all[$0] }
      // One line more says as much as a line that says one more.
      return Exit(
        kind: kind, share: all.reduce(0) { $0 + $1.share }, places: sorted,
        named: sorted.count == named + 1 ? sorted.count : min(sorted.count, named))
    }
  }

  private static func rank(_ kind: Kind) -> (Int, String) {
    switch kind {
    case .left: (0, "")
    case .diverted(let journey): (1, journey?.rawValue ?? "")
    case .ended: (2, "")
    }
  }
}

extension FunnelSteps.Exit {
  /// Those who leave from places that are not named.
  var rest: ArraySlice<FunnelSteps.Place> { places.dropFirst(named) }
}
