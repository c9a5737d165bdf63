import EventCounting
import JourneyAnalysis
import JourneyMining
import JourneyModel
import JourneyTestSupport
import Testing

@Suite struct SegmentTableTests {
  private let options = MiningOptions(title: "Shop", source: "s")

  /// Customers of three kinds, of whom the given parts pay and feel so.
  private func log(
    pay: [Double], felt: [Double] = [0, 0, 0], each count: Int = 300, seed: UInt64 = 1
  ) -> SlowCounter {
    var random = SeededGenerator(seed: seed)
    var log = SlowCounter()
    log.rules.completed = ["pay"]
    for (kind, chance) in pay.enumerated() {
      for customer in 0..<count {
        let path = random.chance(chance) ? ["look", "pay"] : ["look"]
        log.events += path.map { name in
          Event(
            customer: "\(kind)-\(customer)", touchpoint: name,
            persona: ["old", "new", "third"][kind],
            felt: name == "look"
              ? max(-2, min(2, felt[kind] + Double.random(in: -1...1, using: &random))) : nil)
        }
      }
    }
    return log
  }

  @Test func whatDiffersIsFound() throws {
    let counts = log(pay: [0.3, 0.3, 0.6], felt: [0, 0.8, 0]).counts
    let table = SegmentTable(counts, by: .persona, options: options)
    #expect(table.rows.map(\.name) == ["new", "old", "third"])
    #expect(table.rows.allSatisfy { $0.customers == 300 && !$0.isSmall })
    let found = Set(
      table.beyondChance.map { "\($0.segment) \($0.measure) \($0.touchpoint ?? "")" })
    #expect(found.isSuperset(of: ["third completed ", "third reach pay", "third dropOff look"]))
    #expect(found.contains("new felt look"))
    let third = try #require(
      table.contrasts.first { $0.segment == "third" && $0.measure == .completed })
    #expect(third.value > 0.5 && third.others < 0.4)
    #expect(abs(third.difference.value - (third.value - third.others)) < 1e-12)
  }

  /// Where nothing differs, hardly ever is anything found, however much is compared.
  @Test func chanceIsNotFound() {
    let found = SeededGenerator.seeds(40).count { seed in
      let counts = log(pay: [0.4, 0.4, 0.4], each: 80, seed: seed).counts
      return !SegmentTable(counts, by: .persona, options: options).beyondChance.isEmpty
    }
    #expect(found <= 9, "one in ten, and chance")
  }

  /// The same customers seen again and again are no more customers.
  @Test func visitsOfOneCustomerAreNotSurer() throws {
    var log = log(pay: [0.3, 0.5, 0.3], each: 20)
    let once = try #require(
      SegmentTable(log.counts, by: .persona, options: options).rows[0].completed)
    let all = log.events
    log.rules.timeout = 1000
    log.events = (0..<10).flatMap { round in
      all.map { event in
        var event = event
        event.time = Int64(round) * 1_000_000
        return event
      }
    }
    log.events.append(Event(customer: "last", touchpoint: "look", time: 90_000_000_000))
    let often = try #require(
      SegmentTable(log.counts, by: .persona, options: options).rows[0].completed)
    #expect(often.value == once.value)
    #expect(often.low == once.low && often.high == once.high)
  }

  @Test func twoSegmentsAreComparedOnce() {
    let counts = log(pay: [0.3, 0.6]).counts
    let table = SegmentTable(counts, by: .persona, options: options)
    #expect(Set(table.contrasts.map(\.segment)) == ["new"])
  }

  @Test func segmentsAreTold() {
    let counts = log(pay: [0.5, 1], each: 2).counts
    let table = SegmentTable(counts, by: .persona, options: options)
    #expect(table.text.contains("Few customers, compared with nobody: new (2) and old (2)."))
    #expect(table.text.contains("Segments of Shop by persona\n\npersona  customers  visits  steps"))
    #expect(table.json.contains("\"fewCustomers\": true"))
    #expect(table.contrasts.isEmpty)
    #expect(table.markdown.hasPrefix("## Segments of Shop by persona\n\n| persona | customers |"))
    let none = SegmentTable(counts, by: .channel, options: options)
    #expect(none.text == "Segments of Shop by channel\n\nThe log names no channel.\n")
  }
}
