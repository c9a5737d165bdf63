import Testing

@testable import JourneyModel

@Suite struct NearestNameTests {
  static let keys = ["name", "stage", "channel", "felt", "believed", "at-least", "moment-of-truth"]

  @Test(arguments: [
    ("chanel", "channel"), ("Stage", "stage"), ("at_least", "at-least"), ("atleast", "at-least"),
    ("nmae", "name"), ("moment of truth", "moment-of-truth"), ("beleived", "believed"),
    ("fel", "felt"), ("colour", nil), ("x", nil), ("", nil), ("owner", nil),
  ])
  func nearest(name: String, meant: String?) {
    var names = NearestName()
    #expect(names.nearest(to: name, among: Self.keys) == meant)
  }

  @Test func shortNamesOnlyMatchThemselves() {
    var names = NearestName()
    #expect(names.nearest(to: "c", among: ["a", "b"]) == nil)
    #expect(names.nearest(to: "A", among: ["a", "b"]) == "a")
  }

  @Test func theBudgetEndsTheSearch() {
    var names = NearestName(budget: 10)
    #expect(
      names.nearest(to: "name", among: Array(repeating: "other", count: 20) + ["name"]) == nil)
    #expect(names.nearest(to: "name", among: ["name"]) == nil)
  }
}
