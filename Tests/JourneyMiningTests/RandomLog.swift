import EventCounting
import JourneyTestSupport

/// Logs as different as logs can be, and the same for the same seed.
struct RandomLog {
  /// Names that make ids hard.
  private static let names = [
    "start", "Start", "left", "mean", "n", "https://shop.example/cart?utm_source=blog",
    "https://shop.example/cart", "https://shop.example/", "/", "// ", "検索", "🛒", "a\nb", "a b",
    "A-B", " ", "Überweisung prüfen", "customers", "true", "1", "- x: {y}", "#", "rarer",
    "e\u{301}",
    "é", "completed", "O'Reilly", "null", "\"quoted\"", "a:b", "x -> y",
    "a very long name of a step that nobody in their right mind would ever write on a single card",
  ]

  var log = SlowCounter()

  init(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let count = random.pick([1, 2, 3, 5, 8, 13, 45])
    let names = (0..<count).map { index in
      index < Self.names.count && random.chance(0.5)
        ? Self.names[(index + Int(seed)) % Self.names.count] : "step \(index)"
    }
    let customers = random.pick([1, 2, 10, 60])
    let hasTimes = random.chance(0.8)
    let hasScores = random.chance(0.5)
    let personas = random.pick([[], ["A"], ["A", "B"], (1...11).map { "P\($0)" }])
    let channels = random.pick([[], ["web", "Phone"]])
    let stages = random.pick([[], ["Begin", "Middle", "End"]])
    let scores = random.pick([-2.0...2.0, 1.0...5.0, 0.0...10.0, -1.0...1.0, 3.0...250.0])
    if random.chance(0.6) { log.rules.completed = [names[count - 1]] }
    if random.chance(0.4), hasTimes { log.rules.timeout = 3_600_000_000 }
    if random.chance(0.2) { log.rules.order = .log }
    log.rules.countsChannels = true
    log.rules.variants = 5
    for customer in 0..<customers {
      let persona = personas.isEmpty || random.chance(0.2) ? nil : random.pick(personas)
      var time = Int64(1_700_000_000_000_000) + Int64.random(in: 0...9_000_000_000, using: &random)
      var place = Int.random(in: 0..<min(2, count), using: &random)
      for _ in 0..<Int.random(in: 1...12, using: &random) {
        let forward = max(0, min(count - 1, place + Int.random(in: -1...3, using: &random)))
        log.events.append(
          Event(
            customer: "c\(customer)", touchpoint: names[place], time: hasTimes ? time : nil,
            channel: channels.isEmpty || random.chance(0.1) ? nil : random.pick(channels),
            persona: random.chance(0.9) ? persona : nil,
            stage: stages.isEmpty || random.chance(0.1)
              ? nil : stages[min(2, place * 3 / max(1, count))],
            felt: hasScores && random.chance(0.7) ? random.decimal(scores, places: 1) : nil))
        place = random.chance(0.1) ? Int.random(in: 0..<count, using: &random) : forward
        time += Int64.random(in: 0...3_000_000_000, using: &random)
      }
    }
  }
}
