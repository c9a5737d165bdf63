import JourneyKit
import Testing

@Suite struct PolicyDocumentTests {
  @Test func aPolicyHasItsPlaces() throws {
    let text = "rules:\n  - no-maze\nguardians: [Hale]\n"
    let document = PolicyDocument(bytes: Array(text.utf8), name: "policy.yaml")
    #expect(document.diagnostics.isEmpty)
    #expect(document.policy == Policy(rules: [Guardrail(.noMaze)], guardians: ["Hale"]))
    let place = try #require(document.range(of: ["rules", 0]))
    #expect(document.source.location(of: place.lowerBound) == .init(line: 2, column: 5))
    #expect(document.range(of: ["waivers"]) == nil)
    #expect(document.nearestRange(of: ["rules", 0, "limit"]) == place)
  }

  @Test func aPolicyWithMistakesIsNone() {
    let document = PolicyDocument(bytes: Array("rules: [max-heat]".utf8), name: "policy.yaml")
    #expect(document.policy == nil)
    #expect(document.diagnostics.map(\.id) == ["missing-limit"])
  }

  @Test func aFileThatIsNotThere() {
    #expect(throws: FileProblem.self) { try PolicyDocument(path: "no/policy.yaml") }
  }

  @Test(arguments: [
    ("policy.yaml", true), ("a/b/policy.yml", true), ("policy.json", true),
    ("policy.journey.yaml", false), ("my-policy.yaml", false), ("policy.yaml/x", false),
    ("", false),
  ])
  func policiesAreKnownByTheirNames(path: String, isPolicy: Bool) {
    #expect(PolicyDocument.isPolicy(path) == isPolicy)
  }
}
