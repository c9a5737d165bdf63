import EventCounting
import JourneyTestSupport

/// Random events of a small log, with what makes counting hard.
struct RandomEvents {
  var events: [Event] = []
  var rules = CountingRules()

  /// Names that are hard to write and to tell apart.
  static let names = [
    "Log in", "log in", "it's", "say \"hello\"", "a,b;c", "back\\slash", "  blanks ", "NULL",
    "=1+1",
    "Überweisung", "U\u{308}berweisung", "東京 🗼", "two\nlines", "\r\n", "completed", "start", "'",
    "\t",
  ]

  init(_ random: inout SeededGenerator) {
    let names = Self.names.shuffled(using: &random).prefix(Int.random(in: 1...8, using: &random))
    let hasPersonas = random.chance(0.6)
    let hasChannels = random.chance(0.6)
    let hasTimes = random.chance(0.9)
    let hasScores = random.chance(0.7)
    for customer in 0..<Int.random(in: 1...30, using: &random) {
      var time = Int64(customer) * 1_000_003
      for number in 0..<Int.random(in: 1...12, using: &random) {
        time +=
          Int64(random.pick([0, 1, 60, 3600, 90_000])) * random.pick([1, 333_333, 1_000_000])
        var event = Event(customer: "c\(customer)", touchpoint: random.pick(Array(names)))
        if hasTimes { event.time = time }
        if hasTimes, random.chance(0.3) { event.began = time - 5_500_001 }
        if random.chance(0.5) { event.sequence = Int64(number) }
        if hasPersonas, random.chance(0.7) {
          event.persona = random.pick(["Amina", "O'Neill, J."])
        }
        if hasChannels, random.chance(0.7) {
          event.channel = random.pick(["web", "Web", "a \"b\""])
        }
        if random.chance(0.3) { event.stage = random.pick(["Before", "After "]) }
        if hasScores, random.chance(0.4) { event.felt = random.decimal(-2...2, places: 3) }
        events.append(event)
      }
    }
    rules.timeout = hasTimes ? random.pick([nil, 1, 60_000_000, 3_600_000_000]) : nil
    rules.completed = random.chance(0.6) ? [random.pick(Array(names)), "never seen"] : []
    rules.countsChannels = random.chance(0.5)
    rules.order = random.chance(0.2) ? .log : .time
  }

  /// What is counted in it.
  func counts() -> EventCounts {
    var counter = EventCounter(rules: rules)
    for event in events { try? counter.add(event) }
    return counter.counts()
  }
}
