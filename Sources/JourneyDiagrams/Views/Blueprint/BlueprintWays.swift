import JourneyAnalysis
import JourneyModel

/// Where customers go from step to step: straight to the next card, else over the cards.
struct BlueprintWays {
  /// One way.
  struct Way {
    /// The columns that it leads from and to.
    var from: Int
    var to: Int
    /// The share of those at the step who take it; nil without flow.
    var share: Double?
    var label: Typesetter.Label?
    /// The level over the cards, the lowest 0; nil for a straight way to the next card.
    var level: Int?

    fileprivate var traffic = 0.0
    fileprivate var isStraight: Bool { to == from + 1 }
    fileprivate var span: Int { abs(to - from) }
    /// What it covers over the cards, in columns: from the near half of one to that of the other.
    fileprivate var covered: (left: Double, right: Double) {
      if from == to { return (Double(from) - 0.4, Double(from) + 0.4) }
      return (Double(min(from, to)) + 0.1, Double(max(from, to)) - 0.1)
    }
  }

  /// The ways that are drawn.
  private(set) var ways: [Way] = []
  /// How many levels there are over the cards.
  private(set) var levels = 0
  /// How many ways are not drawn, each travelled less than those that take its room, and their
  /// traffic.
  private(set) var leftOut = (count: 0, traffic: 0.0)

  /// The most levels; more would be a thicket.
  private static func mostLevels(_ theme: Theme) -> Int { theme.isBrief ? 1 : 4 }

  /// Chooses the ways between touchpoints that stand beside each other in an order.
  init(_ subject: Subject, touchpoints: [Touchpoint], setter: Typesetter) {
    guard subject.analysis.hasFlow else {
      ways = touchpoints.indices.dropLast().map { Way(from: $0, to: $0 + 1) }
      return
    }
    let all = Self.travelled(subject, touchpoints)
    let over = all.filter { !$0.isStraight }.enumerated()
      .sorted { ($1.element.traffic, $0.offset) < ($0.element.traffic, $1.offset) }
      .map(\.element)
    var drawn: [Way] = []
    for way in over {
      if let next = Self.levelled(drawn + [way], most: Self.mostLevels(setter.theme)) {
        drawn = next
      } else {
        leftOut.count += 1
        leftOut.traffic += way.traffic
      }
    }
    levels = drawn.compactMap(\.level).max().map { $0 + 1 } ?? 0
    ways = all.filter(\.isStraight) + drawn.sorted { ($0.from, $0.to) < ($1.from, $1.to) }
    for index in ways.indices {
      // From far away an arrow to the next card says enough.
      let isSaid = !setter.theme.isBrief || ways[index].level != nil
      guard isSaid, let share = ways[index].share else { continue }
      ways[index].label = setter.add(subject.words.numbers.percent(share), .meta)
    }
  }

  /// Every way that somebody takes, in the document's order.
  private static func travelled(_ subject: Subject, _ touchpoints: [Touchpoint]) -> [Way] {
    var place: [TouchpointID: Int] = [:]
    for (index, touchpoint) in touchpoints.enumerated() { place[touchpoint.id] = index }
    var ways: [Way] = []
    for transition in subject.analysis.transitions where transition.traffic > 0 {
      guard case .touchpoint(let source) = transition.source,
        case .touchpoint(let target) = transition.target, let from = place[source],
        let to = place[target]
      else { continue }
      ways.append(
        Way(from: from, to: to, share: transition.probability, traffic: transition.traffic))
    }
    return ways
  }

  /// The ways with their levels, short ones below long ones; nil when that takes too many.
  private static func levelled(_ ways: [Way], most: Int) -> [Way]? {
    var levels: [[Way]] = []
    for var way in ways.sorted(by: { ($0.span, $0.from, $0.to) < ($1.span, $1.from, $1.to) }) {
      let (left, right) = way.covered
      let free = levels.firstIndex { level in
        level.allSatisfy { $0.covered.right < left || $0.covered.left > right }
      }
      way.level = free ?? levels.count
      if let free {
        levels[free].append(way)
      } else if levels.count < most {
        levels.append([way])
      } else {
        return nil
      }
    }
    return levels.flatMap(\.self)
  }
}
