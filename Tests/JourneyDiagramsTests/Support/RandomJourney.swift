import JourneyModel
import JourneyTestSupport

/// Journeys of every shape that a picture must survive.
enum RandomJourney {
  private static let words = [
    "wait", "for", "an", "answer", "the", "portal", "password", "Versicherungsbedingungen",
    "call", "again", "Bearbeitungsbestätigung", "検査結果を待つ", "لا أخبار", "—", "47 pages",
    "https://example.org/a/very/long/path/without/spaces", "naïve", "“no”", "\u{7}", "🎉",
  ]

  static func make(seed: UInt64, touchpoints count: Int) -> Journey {
    var random = SeededGenerator(seed: seed)
    func text(_ most: Int, _ random: inout SeededGenerator) -> String {
      (0..<Int.random(in: 1...most, using: &random))
        .map { _ in words.randomElement(using: &random) ?? "" }.joined(separator: " ")
    }
    var journey = Journey(id: "random", title: text(6, &random))
    journey.customers = "customers"
    journey.hotspots.atLeast = 60
    journey.scale =
      [.standard, Scale(low: 0, high: 100), Scale(low: 1, high: 7, isInverted: true)]
      .randomElement(using: &random) ?? .standard
    let stageCount = Int.random(in: 0...min(6, count), using: &random)
    journey.stages = (0..<stageCount).map { Stage("\($0) " + text(2, &random)) }
    for index in 0..<count {
      var touchpoint = Touchpoint(id: TouchpointID("t\(index)"), name: text(4, &random))
      if stageCount > 0 { touchpoint.stage = journey.stages[index * stageCount / count].id }
      let scale = journey.scale
      func score(_ random: inout SeededGenerator) -> Double {
        Double.random(in: scale.low...scale.high, using: &random)
      }
      if Bool.random(using: &random) || Bool.random(using: &random) {
        let n: Int? = Bool.random(using: &random) ? Int.random(in: 1...300, using: &random) : nil
        touchpoint.felt = .everyone(Score(mean: score(&random), n: n))
      }
      if Bool.random(using: &random) { touchpoint.believed = [Belief(mean: score(&random))] }
      touchpoint.quotes = (0..<Int.random(in: 0...4, using: &random)).map { _ in
        Touchpoint.Quote(text(12, &random))
      }
      touchpoint.pains = (0..<Int.random(in: 0...2, using: &random)).map { _ in text(8, &random) }
      touchpoint.backstage = (0..<Int.random(in: 0...1, using: &random)).map { _ in
        text(5, &random)
      }
      touchpoint.isMomentOfTruth = Int.random(in: 0..<6, using: &random) == 0
      journey.touchpoints.append(touchpoint)
      if Int.random(in: 0..<3, using: &random) == 0 {
        journey.decisions.append(
          Decision(
            insight: text(5, &random), about: index == 0 ? nil : touchpoint.id,
            decision: text(9, &random), owner: Bool.random(using: &random) ? "Okafor" : nil,
            status: Decision.Status.allCases.randomElement(using: &random) ?? .open,
            due: CalendarDate("2027-01-15")))
      }
    }
    if Int.random(in: 0..<5, using: &random) > 0 { addFlow(to: &journey, &random) }
    return journey
  }

  private static func addFlow(to journey: inout Journey, _ random: inout SeededGenerator) {
    let ids = journey.touchpoints.map(\.id)
    journey.flow = [Transition(.start, .touchpoint(ids[0]), .everyone(.init(.customers(1000))))]
    for (index, id) in ids.enumerated() {
      var targets: [Transition.Target] = [
        index + 1 < ids.count ? .touchpoint(ids[index + 1]) : .end(.completed)
      ]
      for _ in 0..<Int.random(in: 0...2, using: &random) {
        if let other = ids.randomElement(using: &random) { targets.append(.touchpoint(other)) }
      }
      if Bool.random(using: &random) { targets.append(.end(.left)) }
      if Int.random(in: 0..<5, using: &random) == 0 {
        targets.append(.end(.diverted("another-long-journey-name")))
      }
      var seen: Set<Transition.Target> = []
      for target in targets where seen.insert(target).inserted {
        let count = Int.random(in: 1...400, using: &random)
        journey.flow.append(
          Transition(.touchpoint(id), target, .everyone(.init(.customers(count)))))
      }
    }
  }
}
