import JourneyAnalysis
import JourneyComparison
import JourneyModel
import JourneyTestSupport
import Testing

@Suite struct StructureTests {
  /// bad → good, straight.
  private var short: Journey {
    var short = journey("ask", "answer")
    short.touchpoints[0].felt = .everyone(Score(mean: -1, n: 50))
    short.touchpoints[1].felt = .everyone(Score(mean: 1, n: 50))
    short.flow = flow([("start>ask", 100), ("ask>answer", 100), ("answer>completed", 100)])
    return short
  }

  /// bad → form → good.
  private var long: Journey {
    var long = journey("ask", "form", "answer")
    long.touchpoints[0].felt = .everyone(Score(mean: -1, n: 50))
    long.touchpoints[1].felt = .everyone(Score(mean: -0.5, n: 50))
    long.touchpoints[2].felt = .everyone(Score(mean: 1, n: 50))
    long.flow = flow([
      ("start>ask", 100), ("ask>form", 90), ("ask>left", 10), ("form>answer", 90),
      ("answer>completed", 90),
    ])
    return long
  }

  @Test("A step before relief is seen, and which it is")
  func relief() throws {
    let way = try #require(try compare(short, long).reliefWays.first)
    #expect(way.pair.after.id == "ask")
    #expect(way.before == 1 && way.after == 2 && way.isLonger)
    #expect(way.added == ["form"])
    #expect(try compare(long, short).reliefWays.allSatisfy { !$0.isLonger })
  }

  @Test("Relief that is gone is further away than any")
  func noRelief() throws {
    var after = long
    after.flow = flow([
      ("start>ask", 100), ("ask>form", 90), ("ask>left", 10), ("form>left", 90),
      ("start>answer", 1),
      ("answer>completed", 1),
    ])
    let way = try #require(try compare(short, after).reliefWays.first)
    #expect(way.before == 1 && way.after == nil && way.isLonger)
  }

  @Test("What is felt, and a way that chance left out, put no relief further away")
  func reliefByChance() throws {
    // Relief that feels bad now is no step added before it.
    var after = long
    after.touchpoints[2].felt = .everyone(Score(mean: -1, n: 50))
    #expect(try compare(short, after).reliefWays.allSatisfy { !$0.isLonger })
    #expect(try compare(long, after).reliefWays.allSatisfy { !$0.isLonger })

    // Whoever came straight from `ask` to `answer` is missing, one in a thousand or some of many.
    for (straight, isLonger) in [(1, false), (5, false), (9, false), (12, true), (500, true)] {
      var before = long
      before.flow = flow([
        ("start>ask", 1000), ("ask>form", 1000 - straight), ("ask>answer", straight),
        ("form>answer", 1000 - straight), ("answer>completed", 1000),
      ])
      after = long
      after.flow = flow([
        ("start>ask", 1000), ("ask>form", 1000), ("form>answer", 1000),
        ("answer>completed", 1000),
      ])
      let way = try #require(try compare(before, after).reliefWays.first)
      #expect(way.isLonger == isLonger, "\(straight)")
      #expect(try compare(after, before).reliefWays.allSatisfy { !$0.isLonger })
    }
  }

  @Test("How relief differs is told only where the same touchpoints surely are relief in both")
  func unsureRelief() throws {
    func journey(_ middle: Double, n: Int) -> Journey {
      Journey.sketch(
        ["start -> a: 500", "a -> b: 500", "b -> c: 450", "b -> left: 50", "c -> completed: 450"],
        felt: [
          "a": Score(mean: -1, n: 100, sd: 0.8), "b": Score(mean: middle, n: n, sd: 0.8),
          "c": Score(mean: 1.2, n: 100, sd: 0.8),
        ])
    }
    let moved = try compare(journey(0.1, n: 40), journey(-0.1, n: 41))
    let steps = try #require(moved[Figure(.reliefSteps, at: "a")])
    #expect(steps.before?.value == 1 && steps.after?.value == 2)
    #expect(steps.verdict == .unknown && !steps.isTested && !steps.isBeyondChance)
    #expect(moved.reliefWays.allSatisfy { !$0.isLonger })
    // The same set on both sides.
    let sure = try compare(journey(-1, n: 100), journey(-1.1, n: 110))
    #expect(sure[Figure(.reliefChance, at: "a")]?.difference?.chance != nil)
  }

  @Test("Documents give times without an error, so no difference of times is beyond chance")
  func times() throws {
    func journey(_ seconds: Double) -> Journey {
      var journey = long
      for index in journey.flow.indices {
        guard case .everyone(var traffic) = journey.flow[index].traffic else { continue }
        traffic.time = TimeSpan(seconds: seconds)
        journey.flow[index].traffic = .everyone(traffic)
      }
      return journey
    }
    let comparison = try compare(journey(86_400), journey(60))
    let times = [Figure(.time), Figure(.reliefTime, at: "ask")]
    for figure in times {
      let change = try #require(comparison[figure])
      #expect((change.difference?.value ?? 0) < 0)
      #expect(change.verdict == .unknown && change.tendency == .better)
      #expect(change.difference?.low == nil && change.difference?.chance == nil)
      #expect(!change.isTested && !change.isBeyondChance)
    }
    let same = try compare(journey(60), journey(60))
    for figure in times { #expect(same[figure]?.verdict == .same) }
  }

  @Test("Asking for the first time makes nothing hotter")
  func firstAsked() throws {
    var silent = short
    silent.touchpoints[0].felt = nil
    for comparison in [try compare(silent, short), try compare(short, silent)] {
      let heat = try #require(comparison[Figure(.heat, at: "ask")])
      #expect(heat.before != nil && heat.after != nil && heat.difference == nil)
      #expect(heat.verdict == .unknown && heat.tendency == .unknown && !heat.isBeyondChance)
    }
  }

  @Test("Who believes worse than is felt is wrong either way: that gap is neither better nor worse")
  func modestGap() throws {
    func journey(felt: Double) -> Journey {
      var journey = short
      journey.touchpoints[1].felt = .everyone(Score(mean: felt, n: 400, sd: 0.5))
      journey.touchpoints[1].believed = [Belief(mean: 0.2)]
      return journey
    }
    let gap = Figure(.gap, at: "answer")
    let wider = try #require(try compare(journey(felt: 0.5), journey(felt: 1.2))[gap])
    #expect(wider.verdict == .different && !wider.isTested && !wider.isBeyondChance)
    let turned = try #require(try compare(journey(felt: -0.5), journey(felt: 1.2))[gap])
    #expect(turned.verdict == .better && turned.isBeyondChance)
  }

  @Test(
    "Without flow the way to relief is the document's order; with flow on one side none is told")
  func withoutFlow() throws {
    var before = short
    var after = long
    before.flow = []
    #expect(try compare(before, after).reliefWays.isEmpty)
    after.flow = []
    let way = try #require(try compare(before, after).reliefWays.first)
    #expect(way.before == 1 && way.after == 2 && way.added == ["form"])
  }

  @Test("Transitions count where both their ends are in both journeys")
  func transitions() throws {
    let comparison = try compare(short, long)
    #expect(comparison.addedTransitions.map(\.key) == ["ask -> left"])
    #expect(comparison.removedTransitions.map(\.key) == ["ask -> answer"])
    #expect(comparison.addedTransitions[0].probability == 0.1)
  }

  @Test func deviations() throws {
    var plan = journey("ask", "pay", "done")
    plan.state = .toBe
    var actual = journey("ask", "chase", "done", "pay")
    actual.flow = flow([
      ("start>ask", 1000), ("ask>done", 200), ("ask>chase", 400), ("ask>pay", 800),
      ("chase>ask", 400), ("pay>done", 800), ("done>completed", 1000),
    ])
    let deviations = Deviations(try compare(plan, actual))
    let skipped = try #require(deviations.skipped.first)
    #expect(deviations.skipped.map(\.planned.id) == ["pay"])
    #expect(abs((skipped.share ?? 0) - 0.2) < 1e-12)
    #expect(!skipped.isMissing)
    // Of 1,400 visits to `ask` 400 go round; 1 − 1/N = 2/7.
    #expect(deviations.repeated.map(\.touchpoint.id) == ["ask"])
    #expect(abs(deviations.repeated[0].share - 2.0 / 7) < 1e-12)
    #expect(deviations.unplanned.map(\.touchpoint.id) == ["chase"])
    #expect(deviations.transitions.map(\.key) == ["ask -> done"])
  }

  @Test func aPlanThatIsFollowed() throws {
    var plan = short
    plan.flow = []
    #expect(Deviations(try compare(plan, short)).isEmpty)
    #expect(Deviations(try compare(short, short)).isEmpty)
  }

  @Test func trend() throws {
    let periods = try [-1.0, -0.5, 1].map { score in
      var period = short
      period.touchpoints[0].felt = .everyone(Score(mean: score, n: 50))
      return try side(period)
    }
    let trend = try #require(Trend(periods))
    let line = try #require(trend.lines.first { $0.figure == .init(.felt, at: "ask") })
    #expect(line.values.count == 3 && line.steps.count == 2)
    let values = line.values.compactMap { $0?.value }
    #expect(values.count == 3 && values == values.sorted())
    #expect(line.overall.tendency == .better)
    #expect(Trend([periods[0]]) == nil)
  }
}
