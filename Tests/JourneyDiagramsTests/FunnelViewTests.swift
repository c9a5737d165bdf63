import JourneyAnalysis
import JourneyModel
import JourneyTestSupport
import Testing

@testable import JourneyDiagrams

@Suite("The funnel")
struct FunnelViewTests {
  private func subject(_ journey: Journey) throws -> Subject {
    Subject(journey: journey, analysis: try journey.analyzed(asOf: Sketch.day))
  }

  private func picture(_ journey: Journey) throws -> Picture {
    try FunnelView().picture(
      of: subject(journey), options: DrawingOptions(), engines: .table)
  }

  private func steps(_ journey: Journey) throws -> FunnelSteps? {
    FunnelSteps(try subject(journey), order: journey.touchpoints, most: 9)
  }

  @Test("draws the clinic as its golden says")
  func golden() throws {
    let text = try picture(ClinicJourney.sound()).description
    #expect(Golden.difference(text, from: "clinic.funnel.txt") == nil)
  }

  @Test("adds up, at each step and in each way out", arguments: SeededGenerator.seeds(120))
  func addsUp(seed: UInt64) throws {
    let journey = JourneyTestSupport.RandomJourney.lean(seed: seed)
    guard let funnel = try steps(journey) else {
      #expect(journey.flow.isEmpty, "seed \(seed)")
      return
    }
    for (index, step) in funnel.steps.enumerated() {
      let next = index + 1 < funnel.steps.count ? funnel.steps[index + 1].reached : 0
      let sum = next + step.completed + step.lost
      #expect((step.reached - sum).magnitude < 1e-9, "seed \(seed)")
      for exit in step.exits {
        let places = exit.places.reduce(0) { $0 + $1.share }
        #expect((exit.share - places).magnitude < 1e-9, "seed \(seed)")
      }
    }
    #expect(((funnel.steps.first?.reached ?? 0) - 1).magnitude < 1e-9)
  }

  @Test("rounds every share by itself, as the other views do")
  func rounding() throws {
    // 40.4 + 33.4 + 26.2: the largest remainder would make the first 41.
    var journey = Journey.sketch([
      "start -> a: 1000", "a -> left: 404", "a -> diverted: 334", "a -> completed: 262",
    ])
    journey.stages = [Stage("all")]
    journey.touchpoints[0].stage = "all"
    let text = try picture(journey).description
    for share in ["40%", "33%", "26%"] { #expect(text.contains(share), "\(share)") }
    #expect(!text.contains("41%"))
  }

  @Test("counts who was counted, and nobody where there are only shares or who come twice")
  func counts() throws {
    var flow = ["start -> a: 1000", "a -> left: 200", "a -> b: 800"]
    flow += ["b -> under-way: 100", "b -> left: 100", "b -> completed: 600"]
    let text = try picture(.sketch(flow)).description
    // 600 of the 700 with an end complete, which is 69% of those who start.
    #expect(text.contains("\"600\u{A0}customers\"") && text.contains("\"69%\""))
    #expect(text.contains("800\u{A0}customers") && !text.contains("686\u{A0}"))
    let shares = try picture(
      .sketch(["start -> a: 1000", "a -> left: 20%", "a -> completed: 80%"])
    )
    .description
    #expect(shares.contains("1,000\u{A0}customers") && !shares.contains("800\u{A0}customers"))
    var back = ["start -> a: 1000", "a -> b: 1200", "b -> a: 400", "a -> left: 200"]
    back += ["b -> completed: 800"]
    #expect(!(try picture(.sketch(back)).description.contains("1,200\u{A0}customers")))
  }

  @Test("says in large type too that those under way are not in the shares, and sums the rest")
  func brief() throws {
    var flow = ["start -> a: 1000", "a -> left: 200", "a -> b: 800", "b -> left: 100"]
    flow += ["b -> c: 700", "c -> left: 50", "c -> under-way: 100", "c -> completed: 550"]
    var journey = Journey.sketch(flow)
    journey.stages = [Stage("all")]
    for index in journey.touchpoints.indices { journey.touchpoints[index].stage = "all" }
    let picture = try FunnelView().picture(
      of: subject(journey), options: DrawingOptions(theme: .projector), engines: .table)
    let text = picture.description
    #expect(text.contains("still under way") && text.contains("not in these"))
    #expect(text.contains("\"+2 more\"") && text.contains("\"16%\""))
  }

  @Test("sums the ways that it gathers before it rounds them")
  func gathered() throws {
    var flow = ["start -> a: 10000", "a -> left: 2060", "a -> b: 7940", "b -> left: 1560"]
    flow += ["b -> c: 6380", "c -> left: 1030", "c -> d: 5350"]
    var here = 5350
    for (one, next) in [("d", "e"), ("e", "f"), ("f", "g"), ("g", "h"), ("h", "completed")] {
      flow += ["\(one) -> left: 22", "\(one) -> \(next): \(here - 22)"]
      here -= 22
    }
    var journey = Journey.sketch(flow)
    journey.stages = [Stage("all")]
    for index in journey.touchpoints.indices { journey.touchpoints[index].stage = "all" }
    let exit = try #require(try steps(journey)?.steps.first?.exits.first)
    // 5 × 0.22 % are not less than 1 %, though each alone is.
    #expect(exit.rest.count == 5)
    let text = try picture(journey).description
    for share in ["21%", "16%", "10%", "1%"] { #expect(text.contains("\"\(share)\""), "\(share)") }
    #expect(text.contains("\"+5 more\"") && !text.contains("<1%"))
  }

  @Test("says that there is no flow, and how to add it")
  func noFlow() throws {
    var journey = ClinicJourney.sound()
    journey.flow = []
    let text = try picture(journey).description
    #expect(text.contains("\"No flow data\""))
    #expect(text.contains("\"start -\"") && text.contains("\"> blood: 1000\""))
    #expect(text.contains("\"blood -\"") && text.contains("\"> no-news: 82%\""))
    #expect(!text.contains("% still here"))
  }

  @Test("takes touchpoints for steps where there are no stages")
  func noStages() throws {
    var journey = ClinicJourney.sound()
    journey.stages = []
    for index in journey.touchpoints.indices { journey.touchpoints[index].stage = nil }
    let funnel = try #require(try steps(journey))
    #expect(funnel.steps.map(\.name) == journey.touchpoints.map(\.name))
    #expect(!funnel.isMainPath)
    let few = try #require(
      FunnelSteps(try subject(journey), order: journey.touchpoints, most: 3))
    #expect(few.isMainPath)
    #expect(few.steps.map(\.touchpoint) == ["blood", "text", "nurse"])
    #expect((few.steps[0].reached - 1).magnitude < 1e-9)
  }

  @Test("counts those who go back where they came farthest, and those under way apart")
  func underWay() throws {
    var journey = ClinicJourney.sound()
    journey.flow.append(
      Transition(.touchpoint("nurse"), .end(.underWay), .everyone(.init(.customers(0)))))
    for index in journey.flow.indices where journey.flow[index].source == .touchpoint("nurse") {
      let isUnderWay = journey.flow[index].target == .end(.underWay)
      journey.flow[index].traffic = .everyone(.init(.customers(isUnderWay ? 110 : 600)))
    }
    let summary = try picture(journey).summary
    #expect(summary.contains("110\u{A0}patients were still under way when the counting stopped"))
    #expect(!(try picture(journey).description.contains("≈")))
  }

  @Test("names the end as the journey does, and those who get there early")
  func ends() throws {
    var journey = ClinicJourney.sound()
    journey.flow.append(
      Transition(.touchpoint("blood"), .end(.completed), .everyone(.init(.customers(200)))))
    for index in journey.flow.indices where journey.flow[index].source == .start {
      journey.flow[index].traffic = .everyone(.init(.customers(1200)))
    }
    let text = try picture(journey).description
    #expect(text.contains("17%\u{A0}reach their results"))
    #expect(text.contains("\"reach their results\""))
  }
}
