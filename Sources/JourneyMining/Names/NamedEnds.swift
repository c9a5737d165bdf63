import EventCounting
import JourneyModel
import TextSupport

/// The ends that a log tells by last events called as documents call ends: `completed`, `left`,
/// `under-way`, `ended`, `diverted` and `diverted/JOURNEY`, as `journey simulate` writes them.
///
/// Such an event is an end and no touchpoint where nothing ever comes behind it in a visit, and where
/// the touchpoints that end well, where some were told, do not say otherwise: none of these visits has
/// one and ends as something else, and none that is called completed has none. The time to it is the
/// time of the way to the end. Cost: linear in the counts.
struct NamedEnds {
  /// A way to an end that counting knows nothing of: over to another journey.
  struct Diversion {
    /// Where they came from.
    var source: EventCounts.Source
    /// Where they went, a place in ``NamedEnds/diverted``.
    var end: Int
    /// How many, and how long it took.
    var flow: EventCounts.Flow
  }

  /// The counts without these events, visits ending as they say.
  ///
  /// Who was diverted has no end there.
  private(set) var counts: EventCounts
  /// The names that are ends, in the order of their bytes.
  private(set) var names: [String] = []
  /// The names of ends that are touchpoints all the same, since visits go on from there.
  private(set) var touchpoints: [String] = []
  /// How many scores were given at the ends, a customer's at one end once; no touchpoint has them.
  private(set) var scores = 0
  /// The ends over to other journeys, in the order of their names.
  private(set) var diverted: [Transition.End] = []
  /// Everybody's ways over to other journeys.
  private(set) var everyone: [Diversion] = []
  /// Those of each persona, by its name in the log.
  private(set) var personas: [String: [Diversion]] = [:]

  private var ends: [Int: Transition.End] = [:]
  private var places: [Int?] = []

  /// Longer than the microsecond by which an end stands behind an event, without saying a time.
  private static let shortest = 2e-6

  /// Finds the ends.
  ///
  /// - Parameters:
  ///   - counts: What was counted.
  ///   - known: Names of touchpoints, whatever they are like.
  init(_ counts: EventCounts, besides known: Set<String> = []) {
    self.counts = counts
    var called: [Int: Transition.End] = [:]
    for (index, touchpoint) in counts.touchpoints.enumerated()
    where !known.contains(touchpoint.name) {
      called[index] = Self.end(called: touchpoint.name)
    }
    guard !called.isEmpty else { return }
    var isAgreed = true
    var others = Set<Int>()
    let isTold = counts.everyone.saysHowVisitsEnd
    for flow in counts.everyone.flows {
      guard case .touchpoint(let index) = flow.source, let end = called[index] else { continue }
      switch flow.target {
      case .touchpoint: others.insert(index)
      case .end(.completed) where end != .completed: others.insert(index)
      case .end(let counted) where isTold && end == .completed && counted != .completed:
        others.insert(index)
      case .end(let counted): if Self.counted(end) != counted { isAgreed = false }
      }
    }
    touchpoints = others.sorted().map { counts.touchpoints[$0].name }
    ends = called.filter { !others.contains($0.key) }
    // A log of nothing but ends has nothing else to make a journey of.
    guard !ends.isEmpty, ends.count < counts.touchpoints.count else {
      ends = [:]
      return
    }
    names = ends.keys.sorted().map { counts.touchpoints[$0].name }
    scores = ends.keys.map { counts.everyone.visited[at: $0]?.felt?.n ?? 0 }.sum
    diverted = names.compactMap { name in
      guard let end = Self.end(called: name), case .diverted = end else { return nil }
      return end
    }
    var next = 0
    for index in counts.touchpoints.indices {
      places.append(ends[index] == nil ? next : nil)
      if ends[index] == nil { next += 1 }
    }
    resolve(isAgreed: isAgreed)
  }

  /// The end of that name; nil where it is none, or where no document takes the journey's id.
  private static func end(called name: String) -> Transition.End? {
    let end = Transition.End(name)
    if case .diverted(let journey?) = end, !IdentifierRules.isIdentifier("\(journey)") {
      return nil
    }
    return end
  }

  /// The end of counting that is meant by an end of documents; nil where it has none.
  private static func counted(_ end: Transition.End) -> EventCounts.End? {
    switch end {
    case .completed: .completed
    case .left: .left
    case .underWay: .underWay
    case .ended: .ended
    case .diverted: nil
    }
  }

  /// What a person should know of them, in sentences; nil where no event is called as an end is.
  var remark: String? {
    func list(_ names: [String]) -> String { Wording.list(names.map { "'\($0)'" }) }
    var sentences: [String] = []
    if !names.isEmpty {
      sentences.append(
        "Events called \(list(names)) are how visits end and no touchpoints, since nothing comes "
          + "behind them.")
    }
    if scores > 0 {
      sentences.append(
        "\(Wording.count(scores, "score")) given there \(scores == 1 ? "is" : "are") left out.")
    }
    if !touchpoints.isEmpty {
      let (are, they) =
        touchpoints.count == 1
        ? ("is", "it is a touchpoint") : ("are", "they are touchpoints")
      sentences.append(
        "\(list(touchpoints)) \(are) called as ends are, but visits go on from there or end "
          + "otherwise, so that \(they).")
    }
    return sentences.isEmpty ? nil : sentences.joined(separator: " ")
  }

  // MARK: - Without these events

  private mutating func resolve(isAgreed: Bool) {
    let old = counts
    counts.touchpoints = kept(old.touchpoints)
    (counts.everyone, everyone) = resolved(old.everyone, isAgreed)
    for index in old.personas.indices {
      let (segment, diversions) = resolved(old.personas[index], isAgreed)
      counts.personas[index] = segment
      personas[segment.name] = diversions
    }
    counts.channels = old.channels.map { resolved($0, isAgreed).0 }
    counts.variants = resolved(old.variants)
    let joined = old.variants.count - counts.variants.count
    counts.variantCount = old.variantCount.map { $0 - joined }
  }

  private func kept<Part>(_ parts: [Part]) -> [Part] {
    zip(parts, places).filter { $0.1 != nil }.map(\.0)
  }

  private func resolved(_ segment: EventCounts.Segment, _ isAgreed: Bool)
    -> (EventCounts.Segment, [Diversion])
  {
    var new = segment
    var diversions: [Diversion] = []
    new.flows = []
    for flow in segment.flows {
      var moved = flow
      if case .touchpoint(let index) = flow.source {
        guard let place = places[index] else { continue }
        moved.source = .touchpoint(place)
      }
      if case .touchpoint(let index) = flow.target {
        if let place = places[index] {
          moved.target = .touchpoint(place)
        } else if let end = ends[index] {
          if (flow.times?.mean ?? 0) < Self.shortest { moved.times = nil }
          guard let counted = Self.counted(end) else {
            let place = diverted.firstIndex(of: end) ?? 0
            diversions.append(Diversion(source: moved.source, end: place, flow: moved))
            continue
          }
          moved.target = .end(counted)
        }
      }
      new.flows.append(moved)
    }
    for index in ends.keys {
      new.events -= min(new.events, segment.visited[at: index]?.events ?? 0)
    }
    new.visited = kept(segment.visited).map { visited in
      var visited = visited
      // How visits end that come to a touchpoint is counted by the rules alone.
      if !isAgreed { visited?.ends = nil }
      return visited
    }
    return (new, diversions)
  }

  /// Paths without their ends, those that become the same taken together.
  private func resolved(_ variants: [EventCounts.Variant]) -> [EventCounts.Variant] {
    var new: [EventCounts.Variant] = []
    var found: [[Int]: Int] = [:]
    for variant in variants {
      var moved = variant
      moved.path = variant.path.compactMap { places[$0] }
      if let last = variant.path.last, let end = ends[last] {
        let counted = Self.counted(end) ?? .ended
        moved.ends = EventCounts.End.allCases.map { $0 == counted ? variant.visits : 0 }
      }
      guard let place = found.updateValue(new.count, forKey: moved.path) else {
        new.append(moved)
        continue
      }
      found[moved.path] = place
      new[place].visits = [new[place].visits, moved.visits].sum
      new[place].ends = zip(new[place].ends, moved.ends).map { [$0, $1].sum }
      // The middle of two groups is not known from the middles of each.
      new[place].durations = nil
    }
    return new.enumerated().sorted {
      (-$0.element.visits, $0.offset) < (-$1.element.visits, $1.offset)
    }.map(\.element)
  }
}
