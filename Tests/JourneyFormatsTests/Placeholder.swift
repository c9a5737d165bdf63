import JourneyFormats
import Testing

@Test func readsTheSmallestDocument() {
  let reading = JourneyReader.read("journey: Hello\ntouchpoints: {a: {name: A}}\n", name: "a.yaml")
  #expect(reading.diagnostics.isEmpty)
  #expect(reading.journey?.touchpoints.first?.name == "A")
}
