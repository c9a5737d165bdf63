import JourneyKit
import Testing

@Suite("Documents together")
struct PortfolioProblemsTests {
  private func document(_ name: String, id: String, ends: String = "completed") -> JourneyDocument {
    JourneyDocument(
      text: """
        journey: \(name)
        id: \(id)
        touchpoints:
          a: {}
        flow:
          start -> a: 10
          a -> \(ends): 10

        """, name: "\(name).journey.yaml")
  }

  private func line(of diagnostic: Diagnostic, in document: JourneyDocument) -> Int? {
    diagnostic.range.map { document.source.location(of: $0.lowerBound).line }
  }

  @Test("one alone is never blamed for what it was not read with")
  func alone() {
    let found = PortfolioProblems([document("a", id: "a", ends: "diverted/nowhere")])
    #expect(found.diagnostics == [[]])
  }

  @Test("two with the same id are an error at the second, which names the first")
  func duplicate() throws {
    let found = PortfolioProblems([document("first", id: "same"), document("second", id: "same")])
    #expect(found.diagnostics[0].isEmpty)
    let problem = try #require(found.diagnostics[1].first)
    #expect(problem.id == "duplicate-journey" && problem.severity == .error)
    #expect(problem.summary == "the id 'same' is that of first.journey.yaml too")
    #expect(line(of: problem, in: document("second", id: "same")) == 2)
    #expect(found.containsErrors)
  }

  @Test("a journey that is not there is a note, one that was mistyped a warning")
  func unknown() throws {
    let documents = [
      document("a", id: "phone-rebooking"),
      document("b", id: "b", ends: "diverted/phone-reboking"),
      document("c", id: "c", ends: "diverted/travel-agency"),
      document("d", id: "d", ends: "diverted/b"),
    ]
    let found = PortfolioProblems(documents)
    #expect(found.diagnostics.map(\.count) == [0, 1, 1, 0])
    let near = try #require(found.diagnostics[1].first)
    #expect(near.severity == .warning && near.fix == "write 'diverted/phone-rebooking'")
    #expect(line(of: near, in: documents[1]) == 7)
    #expect(found.diagnostics[2].first?.severity == .note)
    #expect(!found.containsErrors)
  }

  @Test("where a document cannot be parsed it may be the journey that is missed")
  func unparsed() {
    let broken = JourneyDocument(text: "journey: [\n", name: "x.journey.yaml")
    let found = PortfolioProblems([broken, document("a", id: "a", ends: "diverted/x")])
    #expect(found.diagnostics == [[], []])
  }

  @Test(
    "shared documents are looked for up to the folder of all journeys",
    arguments: [
      ("journeys/claims/x.yaml", "/repo", ["journeys/claims/", "journeys/"]),
      ("claims/x.yaml", "/repo/journeys", ["claims/", ""]),
      ("x.yaml", "/repo/journeys/claims", ["", "../"]),
      ("../x.yaml", "/repo/journeys/claims/deep", ["../", "../../"]),
      (
        "/repo/journeys/a/b/x.yaml", "/",
        ["/repo/journeys/a/b/", "/repo/journeys/a/", "/repo/journeys/"]
      ),
      ("./journeys/x.yaml", "/repo", ["./journeys/"]),
      ("elsewhere/deep/x.yaml", "/repo", ["elsewhere/deep/"]),
      (
        "/journeys/team/journeys/a/x.yaml", "/",
        ["/journeys/team/journeys/a/", "/journeys/team/journeys/"]
      ),
    ] as [(String, String, [String])])
  func folders(path: String, current: String, expected: [String]) {
    #expect(DocumentFolders.above(path, from: current) == expected)
  }

  @Test(
    "what is no part of a document is looked for up to a folder that was named, too",
    arguments: [
      ("team/deep/x.yaml", ["team"], ["team/deep/", "team/"]),
      ("team/deep/x.yaml", ["team/deep", "team/"], ["team/deep/", "team/"]),
      ("team/deep/x.yaml", ["te", "team/deep/x.yaml", "other"], ["team/deep/"]),
      ("./team/x.yaml", ["."], ["./team/", "./"]),
      ("all/journeys/a/x.yaml", ["all"], ["all/journeys/a/", "all/journeys/", "all/"]),
      ("all/journeys/a/x.yaml", ["all/journeys/a"], ["all/journeys/a/", "all/journeys/"]),
    ] as [(String, [String], [String])])
  func namedFolders(path: String, named: [String], expected: [String]) {
    #expect(DocumentFolders.above(path, upTo: named, from: "/repo") == expected)
  }
}
