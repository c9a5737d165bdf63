import JourneyComparison
import JourneyModel
import JourneyTestSupport
import Testing

@Suite struct MatchingTests {
  @Test func idsComeFirst() throws {
    var before = journey("a", "b")
    before.touchpoints[0].name = "Call"
    before.touchpoints[1].name = "Letter"
    var after = journey("b", "a")
    after.touchpoints[0].name = "Call"
    after.touchpoints[1].name = "Letter"
    let comparison = try compare(before, after)
    #expect(comparison.pairs.map(\.before.id) == ["b", "a"])
    #expect(comparison.pairs.allSatisfy { $0.reason == .id && $0.changes.contains(.renamed) })
  }

  @Test("Names match whatever their capitals and spaces")
  func names() throws {
    var before = journey("call", "x")
    before.touchpoints[0].name = "Call the  Ward"
    var after = journey("ring", "y")
    after.touchpoints[0].name = " call the ward "
    let comparison = try compare(before, after)
    #expect(comparison.pairs.map(\.reason) == [.name])
    #expect(comparison.added.map(\.id) == ["y"])
    #expect(comparison.removed.map(\.id) == ["x"])
  }

  @Test("An owner spelt in another way is the same owner")
  func owners() throws {
    var before = journey("a", "b")
    before.touchpoints[0].owner = "Maria Ruiz"
    before.touchpoints[1].owner = "Maria Ruiz"
    var after = before
    after.touchpoints[0].owner = "maria  ruiz "
    after.touchpoints[1].owner = "Mario Ruiz"
    #expect(try compare(before, after).pairs.map(\.changes) == [[], [.owner]])
  }

  @Test("A name that two touchpoints have matches neither")
  func ambiguous() throws {
    var before = journey("a", "b")
    before.touchpoints[0].name = "Wait"
    before.touchpoints[1].name = "Wait"
    var after = journey("c")
    after.touchpoints[0].name = "Wait"
    let comparison = try compare(before, after)
    #expect(comparison.pairs.isEmpty)
    #expect(comparison.removed.count == 2 && comparison.added.count == 1)
  }

  @Test("Another id and another name are the same touchpoint only where all the rest is the same")
  func content() throws {
    var before = journey("a")
    before.touchpoints[0].name = "Letter"
    before.touchpoints[0].quotes = [.init("Nothing but codes.")]
    var after = before
    after.touchpoints[0].id = "b"
    after.touchpoints[0].name = "Post"
    #expect(try compare(before, after).pairs.map(\.reason) == [.content])
    after.touchpoints[0].quotes.append(.init("Two pages."))
    #expect(try compare(before, after).pairs.isEmpty)
    // Nothing said: nothing to know it by.
    before.touchpoints[0].quotes = []
    after.touchpoints[0].quotes = []
    #expect(try compare(before, after).pairs.isEmpty)
  }

  @Test("What comes or goes moves nothing; one that is carried elsewhere is the one that moved")
  func order() throws {
    let grown = try compare(journey("a", "b", "c"), journey("x", "a", "y", "c"))
    #expect(grown.changedPairs.isEmpty)
    #expect(grown.added.map(\.id) == ["x", "y"])
    #expect(grown.removed.map(\.id) == ["b"])
    let moved = try compare(journey("a", "b", "c", "d"), journey("d", "a", "b", "c"))
    #expect(moved.changedPairs.map(\.after.id) == ["d"])
    #expect(moved.pairs[0].changes == [.order])
    #expect(moved.pairs[0].isMoved)
  }

  @Test func stagesThatWereRenamedMoveNothing() throws {
    var before = journey("a", "b", "c")
    before.stages = [Stage("First"), Stage("Then")]
    before.touchpoints[0].stage = "First"
    before.touchpoints[1].stage = "First"
    before.touchpoints[2].stage = "Then"
    var after = before
    after.stages = [Stage("Find out"), Stage("Then")]
    after.touchpoints[0].stage = "Find out"
    after.touchpoints[1].stage = "Find out"
    var comparison = try compare(before, after)
    #expect(comparison.renamedStages.map(\.after) == ["Find out"])
    #expect(comparison.changedPairs.isEmpty)
    after.touchpoints[1].stage = "Then"
    comparison = try compare(before, after)
    #expect(comparison.renamedStages.isEmpty)
    #expect(comparison.changedPairs.map(\.changes) == [[.stage], [.stage]])
  }

  @Test("A channel is known by its name too, and counts when a touchpoint is on it")
  func channels() throws {
    var before = journey("a", "b")
    before.channels = [
      Channel(id: "tel", name: "Phone"), Channel(id: "web", name: "Web"),
      Channel(id: "fax", name: "Fax"),
    ]
    before.touchpoints[0].channel = "tel"
    before.touchpoints[1].channel = "web"
    var after = journey("a", "b")
    after.channels = [Channel(id: "phone", name: "phone"), Channel(id: "app", name: "App")]
    after.touchpoints[0].channel = "phone"
    after.touchpoints[1].channel = "app"
    let comparison = try compare(before, after)
    #expect(comparison.changedPairs.map(\.after.id) == ["b"])
    #expect(comparison.pairs[1].isRechannelled)
    #expect(comparison.removedChannels.map(\.id) == ["web"])
    #expect(comparison.addedChannels.map(\.id) == ["app"])
  }

  @Test("Of one document each persona meets its own touchpoints")
  func personas() throws {
    var one = journey("a", "b", "c")
    one.personas = [Persona(id: "amina"), Persona(id: "george")]
    one.touchpoints[1].personas = ["amina"]
    one.touchpoints[2].personas = ["george"]
    let comparison = Comparison(
      try side(one, persona: "amina"), try side(one, persona: "george"))
    #expect(comparison.pairs.map(\.after.id) == ["a"])
    #expect(comparison.removed.map(\.id) == ["b"])
    #expect(comparison.added.map(\.id) == ["c"])
  }
}
