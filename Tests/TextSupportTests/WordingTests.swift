import Testing

@testable import TextSupport

@Suite struct WordingTests {
  @Test func countsTakeTheirWord() {
    #expect(Wording.count(1, "insight") == "1 insight")
    #expect(Wording.count(0, "insight") == "0 insights")
    #expect(Wording.count(12_400, "story", "stories") == "12,400 stories")
    #expect(Wording.days(1) == "1 day")
    #expect(Wording.days(1_200) == "1,200 days")
  }

  @Test(arguments: [
    ([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c"),
    (["a", "b", "c", "d"], "a, b, c and d"), (["a", "b", "c", "d", "e"], "a, b, c, d and e"),
  ])
  func listsEndWithAnd(parts: [String], text: String) {
    #expect(Wording.list(parts) == text)
  }

  @Test func longListsCountTheRest() {
    #expect(Wording.list(["a", "b", "c"], most: 3) == "a, b and c")
    #expect(Wording.list(["a", "b", "c", "d"], most: 3) == "a, b, c and 1 more")
    #expect(Wording.list(["a", "b", "c"], "or") == "a, b or c")
  }
}
