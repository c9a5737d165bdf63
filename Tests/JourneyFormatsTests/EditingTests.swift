import JourneyModel
import Testing

@testable import JourneyFormats

/// Changes to documents as people write them, with the exact text afterwards.
@Suite struct EditingTests {
  static let document = """
    # Ours; ask Ruiz before changing it.
    journey: Getting my test results   # the title
    period: 2026-03-01..2026-08-31

    touchpoints:
      # Nothing happens here, and that is the point.
      no-news:
        name: "No news"
        felt: {mean: -1.6, n: 310, sd: 0.9}     # round 3
        quotes: ["I kept refreshing my phone at 3 a.m."]

      log-in: {name: Log in to portal, felt: -1.2, believed: 0.9}

    flow:                              # counts
      start -> no-news: 1000
      no-news->log-in:  930
      no-news -> left: {customers: 70, time: 4d}   # gone
    evidence:
      - {about: no-news, method: interview, n: 42, felt: -1.7}
    """

  /// The lines that differ, old ones with `-` and new ones with `+`.
  static func changes(
    _ text: String = document, name: String = "a.yaml",
    _ change: (inout DocumentEditor) throws -> Void
  ) throws -> String {
    var editor = try DocumentEditor(text, name: name)
    try change(&editor)
    let old = text.split(separator: "\n", omittingEmptySubsequences: false)
    let new = try editor.text().split(separator: "\n", omittingEmptySubsequences: false)
    return new.difference(from: old).map { change in
      switch change {
      case .remove(_, let line, _): "-\(line)"
      case .insert(_, let line, _): "+\(line)"
      }
    }.joined(separator: "\n")
  }

  @Test func aValueTakesThePlaceOfTheOldOneAndItsCommentStays() throws {
    #expect(
      try Self.changes { try $0.set(.text("My results"), at: ["journey"]) } == """
        -journey: Getting my test results   # the title
        +journey: My results   # the title
        """)
    #expect(
      try Self.changes { try $0.set(.number(950), at: ["flow", "no-news -> log-in"]) } == """
        -  no-news->log-in:  930
        +  no-news->log-in:  950
        """)
    #expect(
      try Self.changes { try $0.set(.text("It's quiet"), at: .touchpoint("no-news", "name")) }
        == """
        -    name: "No news"
        +    name: "It's quiet"
        """)
  }

  @Test func aMappingKeepsItsBrackets() throws {
    let score = DocumentValue.mapping([
      .init("mean", .number(-1.4)), .init("n", .number(512)), .init("sd", .number(0.9)),
    ])
    #expect(
      try Self.changes { try $0.set(score, at: .touchpoint("no-news", "felt")) } == """
        -    felt: {mean: -1.6, n: 310, sd: 0.9}     # round 3
        +    felt: {mean: -1.4, n: 512, sd: 0.9}     # round 3
        """)
    #expect(
      try Self.changes { try $0.set(score, at: .touchpoint("log-in", "felt")) } == """
        -  log-in: {name: Log in to portal, felt: -1.2, believed: 0.9}
        +  log-in: {name: Log in to portal, felt: {mean: -1.4, n: 512, sd: 0.9}, believed: 0.9}
        """)
  }

  @Test func newEntriesLookLikeTheirNeighbours() throws {
    #expect(
      try Self.changes { try $0.set(.number(755), at: ["flow", "log-in -> completed"]) } == """
        +  log-in -> completed: 755
        """)
    #expect(
      try Self.changes {
        try $0.append(
          .mapping([.init("about", .text("log-in")), .init("method", .text("survey"))]),
          to: ["evidence"])
      } == "+  - {about: log-in, method: survey}")
    #expect(
      try Self.changes {
        try $0.append(.text("Nobody calls"), to: .touchpoint("no-news", "quotes"))
      } == """
        -    quotes: ["I kept refreshing my phone at 3 a.m."]
        +    quotes: ["I kept refreshing my phone at 3 a.m.", Nobody calls]
        """)
    // Its usual place among the other keys.
    #expect(
      try Self.changes { try $0.set(.text("Wait"), at: .touchpoint("no-news", "stage")) }
        == "+    stage: Wait")
    let text = try Self.edited { try $0.set(.text("Wait"), at: .touchpoint("no-news", "stage")) }
    #expect(text.contains("    name: \"No news\"\n    stage: Wait\n    felt:"))
  }

  @Test func valuesInOneColumnGetANeighbourThere() throws {
    let text = "flow:\n  start -> a:   10\n  a -> left:    4\n"
    #expect(
      try Self.edited(text) { try $0.set(.number(6), at: ["flow", "a -> completed"]) }
        == text + "  a -> completed: 6\n")
    #expect(
      try Self.edited(text) { try $0.set(.number(6), at: ["flow", "a -> b"]) }
        == text + "  a -> b:       6\n")
  }

  @Test func newPartsStandWhereTheyUsuallyDo() throws {
    let text = "journey: A\n\ntouchpoints:\n  a: {name: A}\n\ndecisions:\n  - insight: B\n"
    #expect(
      try Self.edited(text) {
        try $0.append(.mapping([.init("about", .text("a"))]), to: ["evidence"])
        try $0.set(.text("2026-01-01..2026-02-01"), at: ["period"])
      } == """
        journey: A
        period: 2026-01-01..2026-02-01

        touchpoints:
          a: {name: A}

        evidence:
          - {about: a}

        decisions:
          - insight: B

        """)
  }

  @Test func whatIsRemovedTakesItsLineAlone() throws {
    #expect(
      try Self.changes { try $0.remove(at: ["flow", "no-news -> left"]) }
        == "-  no-news -> left: {customers: 70, time: 4d}   # gone")
    #expect(
      try Self.changes { try $0.remove(at: .touchpoint("log-in", "felt")) } == """
        -  log-in: {name: Log in to portal, felt: -1.2, believed: 0.9}
        +  log-in: {name: Log in to portal, believed: 0.9}
        """)
    #expect(
      try Self.changes { try $0.remove(at: ["evidence", 0]) } == """
        -  - {about: no-news, method: interview, n: 42, felt: -1.7}
        -evidence:
        +evidence: []
        """)
  }

  @Test func lineEndsAndByteOrderMarksStay() throws {
    let text = "\u{feff}journey: A\r\ntouchpoints:\r\n  a: {}\r\n"
    #expect(
      try Array(Self.edited(text) { try $0.set(.text("B"), at: .touchpoint("b", "name")) }.utf8)
        == Array("\u{feff}journey: A\r\ntouchpoints:\r\n  a: {}\r\n  b: {name: B}\r\n".utf8))
  }

  @Test func jsonStaysJSON() throws {
    let text = """
      {
        "journey": "A",
        "touchpoints": {
          "a": {"name": "A", "felt": -1.5},
          "b": {"name": "B"}
        },
        "flow": {"start -> a": 10}
      }
      """
    #expect(
      try Self.edited(text, name: "a.json") {
        try $0.set(.number(-1), at: .touchpoint("a", "felt"))
        try $0.set(.mapping([.init("name", .text("é \"C\""))]), at: .touchpoint("c"))
        try $0.set(.number(4), at: ["flow", "a -> b"])
        try $0.append(.mapping([.init("about", .text("a"))]), to: ["evidence"])
      } == """
        {
          "journey": "A",
          "touchpoints": {
            "a": {"name": "A", "felt": -1},
            "b": {"name": "B"},
            "c": {"name": "é \\"C\\""}
          },
          "flow": {"start -> a": 10, "a -> b": 4},
          "evidence": [{"about": "a"}]
        }
        """)
  }

  // MARK: - What is refused

  /// A text, the path that is to become 5, and why it cannot.
  struct Refusal: Sendable {
    var text: String
    var path: DocumentPath
    var reason: String
  }

  static let anchor =
    "this part has an anchor ('&'), by which other places repeat it; write it out where it is "
    + "repeated, and remove the anchor"
  static let alias = "this part is an alias ('*'), which repeats another; write it out here"
  static let pair = "a pair without braces within brackets; put '{' and '}' around it"
  static let refusals: [Refusal] = [
    Refusal(text: "a: &x {b: 1}\nc: *x\n", path: ["a", "b"], reason: "a.yaml:1: 'a.b'|" + anchor),
    Refusal(text: "a: &x {b: 1}\nc: *x\n", path: ["c", "b"], reason: "a.yaml:2: 'c.b'|" + alias),
    Refusal(text: "a: &x {b: 1}\nc: *x\n", path: ["c"], reason: "a.yaml:2: 'c'|" + alias),
    Refusal(
      text: "a:\n  b: &x {c: 1}\n  d: 2\ne: *x\n", path: ["a"], reason: "a.yaml:2: 'a'|" + anchor),
    Refusal(
      text: "a: &x {b: 1}\nc:\n  <<: *x\n  d: 1\n", path: ["c", "d"],
      reason: "a.yaml:3: 'c.d'|'<<' takes keys over from another part; write the keys out here"),
    Refusal(
      text: "a: 1\nb: 2\na: 3\n", path: ["a"],
      reason: "a.yaml:3: 'a'|'a' is given twice; keep one of the two"),
    Refusal(text: "a: [b: 1]\n", path: ["a", 0, "b"], reason: "a.yaml:1: 'a[0].b'|" + pair),
    Refusal(text: "a: [1]\n", path: ["a", 4], reason: "a.yaml:1: 'a[4]'|there is no item 4 here"),
    Refusal(
      text: "a: word\n", path: ["a", "b"],
      reason: "a.yaml:1: 'a.b'|there is no place for the key 'b' here"),
  ]

  @Test(arguments: refusals)
  func whatWouldDoHarm(refusal: Refusal) throws {
    var editor = try DocumentEditor(refusal.text, name: "a.yaml")
    let problem = #expect(throws: EditProblem.self) {
      try editor.set(.number(5), at: refusal.path)
    }
    let message = refusal.reason.split(separator: "|").joined(separator: " cannot be changed: ")
    #expect(problem?.description == message)
    #expect(try editor.text() == refusal.text)
  }

  @Test func beyondAnchorsThereIsNoHarm() throws {
    #expect(
      try Self.edited("a: &x {b: 1}\nc: *x\nd: 1\n") { try $0.set(.number(5), at: ["d"]) }
        == "a: &x {b: 1}\nc: *x\nd: 5\n")
  }

  static let unreadable: [(String, String)] = [
    ("a: [1", "a.yaml:1: a comma or ']' is missing before this; add it"),
    ("", "a.yaml:1: there is nothing in this document; begin with what 'journey new' writes"),
    (
      "a: !t 1",
      "a.yaml:1: '!t' is a tag, and tags are not read; remove it; put the value in quotes to make it text"
    ),
  ]

  @Test(arguments: unreadable)
  func whatCannotBeRead(text: String, message: String) {
    let problem = #expect(throws: EditProblem.self) { try DocumentEditor(text, name: "a.yaml") }
    #expect(problem?.description == message)
  }

  static func edited(
    _ text: String = document, name: String = "a.yaml",
    _ change: (inout DocumentEditor) throws -> Void
  ) throws -> String {
    var editor = try DocumentEditor(text, name: name)
    try change(&editor)
    return try editor.text()
  }
}
