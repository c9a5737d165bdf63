import JourneyModel
import JourneyTestSupport
import Testing

@testable import JourneyFormats

/// Documents with very many entries, and what is put between them.
@Suite struct EditingManyTests {
  @Test(arguments: SeededGenerator.seeds(60))
  func entriesStandWhereASlowListPutsThem(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let count = random.pick([0, 3, 15, 17, 60])
    var keys = (0..<count).map { "k\($0)" }
    let isJSON = seed.isMultiple(of: 2)
    var editor = try DocumentEditor(
      isJSON
        ? "{\"all\": {" + keys.map { "\"\($0)\": 1" }.joined(separator: ", ") + "}}"
        : "all:\(count == 0 ? " {}" : "")\n" + keys.map { "  \($0): 1\n" }.joined(),
      name: isJSON ? "a.json" : "a.yaml")
    for step in 0..<40 {
      let other = keys.randomElement(using: &random)
      let new = "n\(step)"
      switch Int.random(in: 0..<5, using: &random) {
      case 0:
        try editor.set(.number(2), at: ["all", .key(new)], after: other)
        keys.insert(new, at: other.flatMap(keys.firstIndex).map { $0 + 1 } ?? keys.count)
      case 1:
        guard let other, let place = keys.firstIndex(of: other) else { continue }
        try editor.set(.number(3), at: ["all", .key(new)], before: other)
        keys.insert(new, at: place)
      case 2:
        guard let other else { continue }
        try editor.remove(at: ["all", .key(other)])
        keys.removeAll { $0 == other }
      case 3:
        guard let other else { continue }
        try editor.set(.mapping([.init("a", .number(4))]), at: ["all", .key(other)])
      default:
        try editor.set(.text("last"), at: ["all", .key(new)])
        keys.append(new)
      }
    }
    let again = try DocumentEditor(try editor.text(), name: isJSON ? "a.json" : "a.yaml")
    guard case .mapping(let entries)? = again.value(at: ["all"]) else {
      #expect(keys.isEmpty)
      return
    }
    #expect(entries.map(\.key) == keys)
  }

  @Test(arguments: SeededGenerator.seeds(30))
  func itemsStandWhereASlowListPutsThem(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    var items = (0..<20).map { DocumentValue.number(Double($0)) }
    var editor = try DocumentEditor(
      "all:\n" + (0..<20).map { "  - \($0)\n" }.joined(), name: "a.yaml")
    for step in 0..<30 {
      let place = Int.random(in: 0...items.count, using: &random)
      let new = DocumentValue.number(Double(100 + step))
      switch Int.random(in: 0..<3, using: &random) {
      case 0 where place < items.count && items.count > 1:
        try editor.remove(at: ["all", .index(place)])
        items.remove(at: place)
      case 1:
        try editor.set(new, at: ["all", .index(place)])
        if place < items.count { items[place] = new } else { items.append(new) }
      default:
        try editor.append(new, to: ["all"])
        items.append(new)
      }
      #expect(editor.value(at: ["all"]) == .list(items))
    }
    #expect(
      try DocumentEditor(try editor.text(), name: "a.yaml").value(at: ["all"]) == .list(items))
  }

  @Test func arrowsAreFoundAmongManyHoweverTheyAreSpaced() throws {
    let ways = (0..<40).map { "  a->b\($0): 1\n" }.joined()
    var editor = try DocumentEditor("flow:\n\(ways)", name: "a.yaml")
    try editor.set(.number(2), at: ["flow", "a -> b7"])
    try editor.set(.number(3), at: ["flow", "a -> c"], after: "a->b7")
    try editor.set(.number(4), at: ["flow", "a  ->  c"])
    #expect(
      try editor.text()
        == "flow:\n"
        + ways.replacing("  a->b7: 1\n", with: "  a->b7: 2\n  a -> c: 4\n"))
  }

  @Test func aKeyThatIsGivenTwiceIsToldAmongMany() throws {
    let keys = (0..<40).map { "  k\($0): 1\n" }.joined()
    var editor = try DocumentEditor(
      "flow:\n\(keys)  start -> a: 1\n  start->a: 2\n", name: "a.yaml")
    #expect(throws: EditProblem.self) { try editor.set(.number(3), at: ["flow", "start  -> a"]) }
    try editor.set(.number(3), at: ["flow", "start -> a"])
    #expect(try editor.text().contains("  start -> a: 3\n  start->a: 2\n"))
  }

  /// Thousands of changes take a moment; as many that each look at all entries take minutes.
  @Test(.timeLimit(.minutes(1)), arguments: ["a.yaml", "a.json"])
  func aChangeDoesNotLookAtAllOthers(name: String) throws {
    let many = 5_000
    let isJSON = name.hasSuffix("json")
    let ways = (0..<many).map { isJSON ? "\"a\($0) -> b\": 1" : "  a\($0) -> b: 1\n" }
    var editor = try DocumentEditor(
      isJSON
        ? "{\"flow\": {\(ways.joined(separator: ","))}, \"evidence\": []}"
        : "flow:\n\(ways.joined())evidence: []\n", name: name)
    for number in 0..<many {
      try editor.set(.number(2), at: ["flow", .key("a\(number)  ->  b")])
      try editor.set(
        .mapping([.init("customers", .number(3))]), at: ["flow", .key("a\(number) -> c")],
        after: "a\(number) -> b")
      try editor.append(.mapping([.init("n", .number(1))]), to: ["evidence"])
      try editor.set(.number(4), at: ["new", .key("k\(number)"), "n"])
      try editor.append(.text("said"), to: ["quotes"])
    }
    for number in 0..<many {
      try editor.set(.number(5), at: ["evidence", .index(number), "n"])
      #expect(editor.value(at: ["new", .key("k\(number)"), "n"]) == .number(4))
    }
    let text = try editor.text()
    #expect(text.utf8.count > many * 30)
  }

  @Test func jsonIsLaidOutLikeItsNeighbours() throws {
    let text = """
      {
        "flow": {
          "start -> a": 5,
          "a -> b": 5
        },
        "flat": {
          "a": {"n": 1},
          "b": 2
        }
      }
      """
    var editor = try DocumentEditor(text, name: "a.json")
    let new = DocumentValue.mapping([.init("customers", .number(1)), .init("time", .text("1h"))])
    try editor.set(new, at: ["flow", "a -> b"])
    try editor.set(new, at: ["flow", "b -> c"])
    try editor.set(new, at: ["flat", "b"])
    try editor.set(new, at: ["flat", "c"])
    #expect(
      try editor.text() == """
        {
          "flow": {
            "start -> a": 5,
            "a -> b": {
              "customers": 1,
              "time": "1h"
            },
            "b -> c": {
              "customers": 1,
              "time": "1h"
            }
          },
          "flat": {
            "a": {"n": 1},
            "b": {"customers": 1, "time": "1h"},
            "c": {"customers": 1, "time": "1h"}
          }
        }
        """)
  }
}
