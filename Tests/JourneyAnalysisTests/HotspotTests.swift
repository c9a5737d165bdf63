import JourneyModel
import JourneyTestSupport
import Testing

@testable import JourneyAnalysis

/// Heat, its bounds and the ranking.
@Suite("Hotspots")
struct HotspotTests {
  @Test("Heat is loss plus distress, bounded by the bounds of both")
  func heat() throws {
    let journey = Journey.sketch(
      ["start -> a: 1000", "a -> completed: 830", "a -> left: 170"],
      felt: ["a": Score(mean: -1, n: 100, sd: 0.8)])
    let spot = try #require(try journey.analyzed(asOf: .epoch).hotspots.hotspots.first)
    #expect(near(spot.loss, 170))
    #expect(near(spot.burden, 500))
    #expect(near(spot.heat, 670))
    // Beta(170.5, 830.5) by scipy: 0.15117600 … 0.19023256.
    let width = 1000 * 1.6448536269514722 * 0.4 / 10
    let beta = BetaDistribution(a: 170.5, b: 830.5)
    let down = 170 - 1000 * beta.quantile(0.05)
    let up = 1000 * beta.quantile(0.95) - 170
    #expect(near(spot.heatLow, 670 - (down * down + width * width).squareRoot()))
    #expect(near(spot.heatHigh, 670 + (up * up + width * width).squareRoot()))
    #expect((down - 18.823996).magnitude < 1e-5 && (up - 20.232556).magnitude < 1e-5)
    #expect(spot.kind == .sure)
  }

  @Test("The weight of distress counts in heat and in its bounds")
  func weight() throws {
    var journey = Journey.sketch(
      ["start -> a: 1000", "a -> completed: 830", "a -> left: 170"],
      felt: ["a": Score(mean: -1, n: 100, sd: 0.8)])
    journey.hotspots.weight = 0.5
    let half = try #require(try journey.analyzed(asOf: .epoch).hotspots.hotspots.first)
    #expect(near(half.heat, 420))
    #expect(near(half.burden, 500), "burden itself is not weighted")
    journey.hotspots.weight = 0
    let none = try #require(try journey.analyzed(asOf: .epoch).hotspots.hotspots.first)
    #expect(near(none.heat, 170))
    let share = CountedShare(170, of: 1000)
    #expect(near(none.heatLow, 1000 * share.low))
    #expect(near(none.heatHigh, 1000 * share.high))
  }

  @Test("An assumed score makes nothing sure and has no upper bound")
  func assumed() throws {
    let journey = Journey.sketch(
      ["start -> a: 1000", "a -> completed: 1000"], felt: ["a": Score(mean: -2)])
    let spot = try #require(try journey.analyzed(asOf: .epoch).hotspots.hotspots.first)
    #expect(spot.heat == 1000 && spot.heatLow == 0 && spot.heatHigh == nil)
    #expect(spot.kind == .suspected)
    #expect(spot.warnings.map(\.id) == [.assumed])
  }

  @Test("Shares without counts make no loss sure")
  func shares() throws {
    let journey = Journey.sketch(
      ["start -> a: 100%", "a -> completed: 80%", "a -> left: 20%"],
      felt: ["a": Score(mean: -1, n: 400, sd: 0.8)])
    let spot = try #require(try journey.analyzed(asOf: .epoch).hotspots.hotspots.first)
    #expect(near(spot.heat, 700) && spot.heatHigh == nil)
    let width = 1000 * 1.6448536269514722 * 0.4 / 20
    #expect(near(spot.heatLow, 700 - (200 * 200 + width * width).squareRoot()))
  }

  @Test("Two things of which nothing is known do not make something")
  func nothingMeasured() throws {
    // By the formula alone: 400 − √(200² + 200²) = 117, a sure hotspot that nobody measured.
    let journey = Journey.sketch(
      ["start -> a: 100%", "a -> completed: 80%", "a -> left: 20%"], felt: ["a": Score(mean: -0.4)])
    let spot = try #require(try journey.analyzed(asOf: .epoch).hotspots.hotspots.first)
    #expect(near(spot.heat, 400))
    #expect(spot.heatLow == 0 && spot.kind == .suspected)
  }

  @Test("Where feeling is unknown heat is the loss, without an upper bound")
  func unknownFeeling() throws {
    let journey = Journey.sketch(["start -> a: 1000", "a -> completed: 800", "a -> left: 200"])
    let spot = try #require(try journey.analyzed(asOf: .epoch).hotspots.hotspots.first)
    #expect(near(spot.heat, 200) && spot.burden == nil && spot.pain == nil && spot.heatHigh == nil)
    #expect(near(spot.heatLow, 1000 * CountedShare(200, of: 1000).low))
    #expect(spot.kind == .sure)
  }

  @Test("Who is still under way makes no loss more certain")
  func underWayIsNoData() throws {
    let journey = Journey.sketch([
      "start -> a: 1000", "a -> left: 2", "a -> completed: 8", "a -> under-way: 990",
    ])
    let spot = try #require(try journey.analyzed(asOf: .epoch).hotspots.hotspots.first)
    #expect(near(spot.loss, 200))
    let ten = CountedShare(2, of: 10)
    #expect(near(spot.heatLow, 1000 * ten.low))
    #expect(ten.low < 0.1 && spot.kind == .suspected)
  }

  @Test("Where nobody has come to an end nothing is known of the loss")
  func allUnderWay() throws {
    let journey = Journey.sketch(
      ["start -> a: 1000", "a -> under-way: 1000"], felt: ["a": Score(mean: -1, n: 400, sd: 0.5)])
    let spot = try #require(try journey.analyzed(asOf: .epoch).hotspots.hotspots.first)
    #expect(spot.loss == 0 && spot.heatHigh == nil)
  }

  @Test("The threshold divides, and what equals it is a hotspot")
  func threshold() throws {
    var journey = Journey.sketch(["start -> a: 1000", "a -> completed: 875", "a -> left: 125"])
    journey.hotspots.atLeast = 125
    #expect(try journey.analyzed(asOf: .epoch).hotspots.hotspots[0].kind == .suspected)
    journey.hotspots.atLeast = 125.1
    let below = try journey.analyzed(asOf: .epoch).hotspots
    #expect(below.hotspots[0].kind == nil, "listed, but no hotspot")
    #expect(below.threshold == 125.1)
    journey.hotspots.atLeast = 100
    #expect(try journey.analyzed(asOf: .epoch).hotspots.hotspots[0].kind == .sure)
  }

  @Test("Ranks go by the lower bound, then heat, then the document's order")
  func ranks() throws {
    let journey = Journey.sketch(
      [
        "start -> assumed: 1000", "assumed -> twin: 1000", "twin -> sure: 1000",
        "sure -> fine: 1000", "fine -> other: 1000", "other -> completed: 1000",
      ],
      felt: [
        "assumed": Score(mean: -2), "twin": Score(mean: -1),
        "sure": Score(mean: -1, n: 400, sd: 0.5),
        "fine": Score(mean: 1, n: 400, sd: 0.5), "other": Score(mean: -1),
      ])
    let ranking = try journey.analyzed(asOf: .epoch).hotspots
    #expect(ranking.hotspots.map(\.touchpoint) == ["sure", "assumed", "twin", "other"])
    #expect(ranking.hotspots.map(\.rank) == [1, 2, 3, 4])
    #expect(ranking.hotspots.map(\.kind) == [.sure, .suspected, .suspected, .suspected])
  }

  @Test("Two at the very bottom do not outrank 500 at −1.4 of 2 with the same reach")
  func fewAtTheBottom() throws {
    for others in [[], [0.5, -0.4, 1.2]] {
      var flow = ["start -> few: 1000", "few -> many: 1000"]
      var felt: [TouchpointID: Score] = [
        "few": Score(mean: -2, n: 2), "many": Score(mean: -1.4, n: 500),
      ]
      var last = "many"
      for (index, mean) in others.enumerated() {
        flow.append("\(last) -> t\(index): 1000")
        last = "t\(index)"
        felt[TouchpointID(last)] = Score(mean: mean, n: 80)
      }
      let journey = Journey.sketch(flow + ["\(last) -> completed: 1000"], felt: felt)
      let ranking = try journey.analyzed(asOf: .epoch).hotspots.hotspots
      #expect(ranking[0].touchpoint == "many")
    }
  }

  @Test("That holds while customers differ; where they hardly do, two are enough")
  func fewAtTheBottomCounterExample() throws {
    // With a pooled sd of 0.5 on −2…2 the lower bound of two at −2 is v = −0.709, that of 500 at
    // −1.4 is v = −0.682: the interval knows the spread, and two answers are then no doubt at all.
    let journey = Journey.sketch(
      ["start -> few: 1000", "few -> many: 1000", "many -> completed: 1000"],
      felt: ["few": Score(mean: -2, n: 2), "many": Score(mean: -1.4, n: 500, sd: 0.5)])
    let ranking = try journey.analyzed(asOf: .epoch).hotspots.hotspots
    #expect(ranking.map(\.touchpoint) == ["few", "many"])
    #expect((ranking[0].painLow ?? 0) > 0.70 && (ranking[1].painLow ?? 1) < 0.69)
  }

  @Test("Bright spots mirror burden: the brightest first, nothing cancelled")
  func brightSpots() throws {
    var journey = Journey.sketch(
      ["start -> a: 100", "a -> b: 50", "a -> left: 50", "b -> completed: 50"],
      personas: ["amina: 50%", "george: 50%"],
      felt: ["a": Score(mean: 0.5, n: 9), "b": Score(mean: 2, n: 9)])
    journey.touchpoints.append(
      Touchpoint(
        id: "c",
        felt: .each([
          ByPersona.Entry("amina", Score(mean: -2)), ByPersona.Entry("george", Score(mean: 1)),
        ])))
    journey.flow[3] = Journey.sketch(["b -> c: 50"]).flow[0]
    journey.flow.append(Journey.sketch(["c -> completed: 50"]).flow[0])
    let bright = try journey.analyzed(asOf: .epoch).brightSpots
    #expect(bright.map(\.touchpoint) == ["b", "a", "c"])
    for (spot, expected) in zip(bright, [500, 250, 125]) {
      #expect(near(spot.brightness, Double(expected)))
    }
  }

  @Test("A maze is one finding, with its rounds and its customers")
  func maze() throws {
    let journey = Journey.sketch(
      [
        "start -> log-in: 100", "log-in -> reset: 50", "log-in -> left: 25",
        "log-in -> completed: 50", "reset -> log-in: 25", "reset -> completed: 25",
      ],
      felt: ["log-in": Score(mean: -1, n: 50), "reset": Score(mean: -1.5, n: 50)])
    let mazes = try journey.analyzed(asOf: .epoch).mazes
    #expect(mazes.map(\.touchpoints) == [["log-in", "reset"]])
    // 50 of 125 go to reset, half of them come back: 0.2 each time.
    #expect(near(mazes[0].chance, 0.2))
    #expect(near(mazes[0].customers, 200))
    #expect(near(mazes[0].rounds, 1.25))
    var good = journey
    good.touchpoints[1].felt = .everyone(Score(mean: 1, n: 50))
    #expect(try good.analyzed(asOf: .epoch).mazes.isEmpty)
  }

  @Test("A maze's figures are all of the touchpoint to which most come back")
  func mazePivot() throws {
    let journey = Journey.sketch(
      [
        "start -> a: 100", "a -> a: 25", "a -> b: 10", "a -> left: 100", "b -> a: 10", "b -> b: 90",
        "b -> left: 0",
      ],
      felt: ["a": Score(mean: -1, n: 50), "b": Score(mean: -1.5, n: 50)])
    let maze = try #require(try journey.analyzed(asOf: .epoch).mazes.first)
    // To a come back 35 of 135 each time; to b nearly all of the few who come.
    #expect(near(maze.chance, 35 / 135))
    #expect(near(maze.rounds, 1.35))
    #expect(near(maze.customers, 1000 * 35 / 135))
  }

  @Test("Where nobody comes there is no maze")
  func unreachedMaze() throws {
    let journey = Journey.sketch(
      ["start -> a: 100%", "a -> completed: 100%", "b -> b: 40%", "b -> completed: 60%"],
      felt: ["a": Score(mean: -1), "b": Score(mean: -1, n: 10, sd: 1)])
    #expect(try journey.analyzed(asOf: .epoch).mazes.isEmpty)
  }

  @Test(
    "Rounds that fewer than one in a hundred take are no maze",
    arguments: [(99, false), (100, true)])
  func smallMaze(of ten: Int, isMaze: Bool) throws {
    let journey = Journey.sketch(
      [
        "start -> a: 100%", "a -> a: \(Double(ten) / 100)%",
        "a -> left: \(100 - Double(ten) / 100)%",
      ],
      felt: ["a": Score(mean: -1, n: 50)])
    #expect(try journey.analyzed(asOf: .epoch).mazes.isEmpty != isMaze)
  }
}
