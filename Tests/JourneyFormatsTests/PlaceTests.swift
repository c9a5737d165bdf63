import JourneyFormats
import JourneyModel
import Testing

/// Where the parts of a document stand.
@Suite struct PlaceTests {
  private let reading = JourneyReader.read(
    """
    journey: T
    personas: {p: {name: P}}
    touchpoints:
      a:
        name: Ää
        felt: -1.5
        believed: {mean: 1}
      b: {felt: {p: {mean: 1, n: 4}}, pains: [x, "y z"]}
    flow:
      start  ->  a: 1000
      a->left: {customers: 3}
    evidence:
      - {about: a, method: survey}
    """, name: "t.yaml")

  private func text(_ path: DocumentPath) -> String? {
    reading.range(of: path).map { LineTable(reading.source).text(in: $0) }
  }

  @Test func partsAreFound() {
    #expect(text(["journey"]) == "T")
    #expect(text(.touchpoint("a", "name")) == "Ää")
    #expect(text(.touchpoint("a", "felt")) == "-1.5")
    #expect(text(.touchpoint("a", "felt", "mean")) == "-1.5")
    #expect(text(.touchpoint("a", "believed")) == "{mean: 1}")
    #expect(text(["touchpoints", "a", "believed", 0, "mean"]) == "1")
    #expect(text(.touchpoint("a").key) == "a")
    #expect(text(["touchpoints", "b", "pains", 1]) == "\"y z\"")
    #expect(text(.touchpoint("b", "felt", "p", "n")) == "4")
    #expect(text(["evidence", 0, "method"]) == "survey")
    #expect(text(["evidence", 0]) == "{about: a, method: survey}")
  }

  @Test func transitionsAreFoundHoweverTheyAreSpelt() {
    #expect(
      text(.transition(Transition(.start, .touchpoint("a"), .everyone(.init(.customers(1))))))
        == "1000")
    let left = Transition(.touchpoint("a"), .end(.left), .everyone(.init(.customers(1))))
    #expect(text(DocumentPath.transition(left).key) == "a->left")
  }

  @Test func whatIsNotThereHasNoPlace() {
    #expect(reading.range(of: ["value"]) == nil)
    #expect(reading.range(of: ["evidence", 7]) == nil)
    #expect(reading.range(of: .touchpoint("c")) == nil)
  }

  @Test func laterDiagnosticsTakeTheNearestPlace() {
    let located = reading.locating([
      Diagnostic("b", .error, "second", at: .touchpoint("b", "owner")),
      Diagnostic("a", .error, "first", at: ["journey"]),
    ])
    #expect(located.map(\.id) == ["a", "b"])
    #expect(located[1].range.map { LineTable(reading.source).text(in: $0) } == "b")
  }
}
