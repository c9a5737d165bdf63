import EventCounting
import Testing

@Suite("Segments that are none")
struct ManySegmentsTests {
  @Test func aPersonaForEachCustomerIsToldAndNotCountedApart() throws {
    var counter = EventCounter(rules: CountingRules())
    for customer in 0..<1_200 {
      for step in 0..<2 {
        try counter.add(
          Event(
            customer: "c\(customer)", touchpoint: "t\((customer * 2 + step) % 1_000)",
            time: Int64(step), persona: "p\(customer)"))
      }
    }
    let counts = counter.counts()
    #expect(counts.tooManyPersonas == 1_200)
    #expect(counts.personas.isEmpty)
    #expect(counts.everyone.customers == 1_200)
    #expect(counts.everyone.events == 2_400)
  }

  @Test func aFewPersonasAreCountedApart() throws {
    var counter = EventCounter(rules: CountingRules())
    for customer in 0..<1_200 {
      try counter.add(
        Event(customer: "c\(customer)", touchpoint: "t", time: 0, persona: "p\(customer % 3)"))
    }
    let counts = counter.counts()
    #expect(counts.tooManyPersonas == nil)
    #expect(counts.personas.map(\.customers) == [400, 400, 400])
  }
}
