public import JourneyAnalysis
import JourneyModel

/// What to do next, as user stories: every decision that waits to be done, and every hotspot and
/// failed basic need about which no decision waits.
///
/// The most urgent first, then in the order of what to mend, then what takes less, then what is due
/// earlier, then in the order of journeys and documents. Cost: that of ``Priorities``.
public struct Backlog: Sendable {
  /// The stories, the first to do first.
  public var stories: [Story]
  /// What to mend first, hotspots or not.
  public var priorities: Priorities

  /// Tells the stories of journeys.
  ///
  /// - Parameters:
  ///   - journeys: The journeys with their figures.
  ///   - ledger: The decisions of the same journeys.
  ///   - order: What the order of what to mend goes by.
  public init(_ journeys: [Estimates], ledger: Ledger, by order: Priorities.Order = .heat) {
    let priorities = Priorities(journeys, ledger: ledger, by: order)
    self.priorities = priorities
    var items: [JourneyID: [TouchpointID: Priorities.Item]] = [:]
    for item in priorities.items { items[item.journey, default: [:]][item.touchpoint] = item }
    var known: [JourneyID: Estimates] = [:]
    for journey in journeys where known[journey.journey.id] == nil {
      known[journey.journey.id] = journey
    }

    var stories: [Story] = []
    var ids: [String: Int] = [:]
    func add(_ story: Story) {
      var story = story
      ids[story.id, default: 0] += 1
      if let times = ids[story.id], times > 1 { story.id += "-\(times)" }
      stories.append(story)
    }
    for entry in ledger.entries where !entry.isSettled {
      guard let journey = known[entry.journey] else { continue }
      let item = entry.decision.about.flatMap { items[entry.journey]?[$0] }
      add(StoryTeller(journey, item: item, entry: entry).story)
    }
    for item in priorities.items where item.kind != nil || (item.isBasicNeedFailed && item.hurts) {
      guard item.decisions.allSatisfy(\.isSettled), let journey = known[item.journey] else {
        continue
      }
      add(StoryTeller(journey, item: item, entry: nil).story)
    }
    self.stories = Self.ordered(stories)
  }

  private static func ordered(_ stories: [Story]) -> [Story] {
    func keys(_ story: Story, _ place: Int) -> [Double] {
      [
        Double(story.priority.rawValue), story.item.map { Double($0.rank) } ?? .infinity,
        story.effort ?? .infinity, story.due.map { Double($0.daysSinceEpoch) } ?? .infinity,
        Double(place),
      ]
    }
    return stories.enumerated()
      .map { (keys: keys($0.element, $0.offset), story: $0.element) }
      .sorted { $0.keys.lexicographicallyPrecedes($1.keys) }
      .map(\.story)
  }
}
