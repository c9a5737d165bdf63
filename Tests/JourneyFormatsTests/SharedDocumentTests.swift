import JourneyFormats
import JourneyModel
import Testing

/// Personas and channels that several journeys use.
@Suite struct SharedDocumentTests {
  private let shared = JourneyReader.readShared(
    """
    personas:
      amina: {name: Amina, share: 70%}
      george: {name: George, share: 30%}
    channels:
      web: {name: Web, kind: digital}
    """, name: "shared.yaml")

  @Test func journeysMayUseThem() {
    let reading = JourneyReader.read(
      """
      journey: T
      channels: {web: {name: Our own}, phone: {}}
      touchpoints:
        a: {channel: web, felt: {george: 1, amina: -1}}
        b: {channel: phone}
      """, name: "t.yaml", shared: shared)
    #expect(reading.diagnostics.isEmpty, "\(reading.explanation)")
    #expect(reading.journey?.personas.map(\.id) == ["amina", "george"])
    #expect(reading.journey?.channels.map(\.name) == ["Our own", "phone"])
  }

  @Test func oneMistakeThereIsToldOnceHere() {
    let wrong = JourneyReader.readShared(
      "personas: {amina: {share: 60%}}\nchanels: {web: {}}\n", name: "journeys/shared.yaml")
    let reading = JourneyReader.read(
      "journey: T\ntouchpoints: {a: {channel: web, felt: {george: 1}}}\n", name: "t.yaml",
      shared: wrong)
    #expect(reading.journey == nil)
    #expect(reading.diagnostics.map(\.id) == ["shared-errors"], "\(reading.explanation)")
    #expect(reading.diagnostics.first?.fix == "mend journeys/shared.yaml first")
  }

  @Test func sharesThatDoNotAddUpNameTheOtherDocument() {
    let reading = JourneyReader.read(
      "journey: T\npersonas: {tom: {share: 30%}}\ntouchpoints: {a: {}}\n", name: "t.yaml",
      shared: shared)
    #expect(
      reading.diagnostics.map { "\($0.summary): \($0.fix ?? "")" } == [
        "the personas' shares add up to 130 %: make them 100 %; the personas of shared.yaml are "
          + "among them"
      ])
  }

  @Test func theirMistakesAreTheirs() {
    let wrong = JourneyReader.readShared(
      """
      personas:
        a b: {share: 70%}
        mean: {nme: M}
      touchpoints: {}
      """, name: "shared.yaml")
    let text = DiagnosticFormatter().text(for: wrong.diagnostics, in: wrong.source)
    #expect(
      text == """
        shared.yaml:2:3: error: 'a b' is not an id: it holds a space [bad-id]
          2 |   a b: {share: 70%}
            |   ^^^
            fix: write 'a-b', and the words as its 'name'
        shared.yaml:3:3: error: 'mean' cannot be the id of a persona: it is a part of a score \
        [reserved-id]
          3 |   mean: {nme: M}
            |   ^^^^
            fix: choose another id, such as 'mean-persona'
        shared.yaml:3:3: warning: 'mean' has no share, while other personas have one \
        [persona-without-share]
          3 |   mean: {nme: M}
            |   ^^^^
            fix: give every persona a share, or none
        shared.yaml:3:10: error: 'nme' is not a key of a persona [unknown-key]
          3 |   mean: {nme: M}
            |          ^^^
            fix: write 'name'
        shared.yaml:4:1: error: 'touchpoints' is not a key of a shared document [unknown-key]
          4 | touchpoints: {}
            | ^^^^^^^^^^^
            fix: move it: a journey has such a key

        """)
    let reading = JourneyReader.read(
      "journey: T\ntouchpoints: {a: }", name: "t.yaml", shared: wrong)
    #expect(reading.journey == nil)
    #expect(reading.diagnostics.map(\.id) == ["shared-errors"])
    #expect(reading.diagnostics.first?.fix == "mend shared.yaml first")
  }

  @Test func anEmptyOneIsFine() {
    let empty = JourneyReader.readShared("# nothing yet\n", name: "shared.yaml")
    #expect(empty.diagnostics.isEmpty)
    #expect(empty.personas.isEmpty)
  }
}
