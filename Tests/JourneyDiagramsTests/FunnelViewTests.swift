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

  @Test(
    "adds up in whole per cents, each less than two from its share",
    arguments: SeededGenerator.seeds(120))
  func addsUp(seed: UInt64) throws {
    let journey = JourneyTestSupport.RandomJourney.lean(seed: seed)
    guard let funnel = try steps(journey) else {
      #expect(journey.flow.isEmpty, "seed \(seed)")
      return
    }
    for (index, step) in funnel.steps.enumerated() {
      let next = index + 1 < funnel.steps.count ? funnel.steps[index + 1].reachedPercent : 0
      let gone = step.exits.reduce(0) { $0 + $1.percent }
      #expect(step.reachedPercent == next + step.completedPercent + gone, "seed \(seed)")
      for exit in step.exits {
        #expect(exit.percent == exit.places.reduce(0) { $0 + $1.percent }, "seed \(seed)")
        #expect((Double(exit.percent) - 100 * exit.share).magnitude < 2, "seed \(seed)")
        #expect(exit.percent >= 0)
      }
      let completed = Double(step.completedPercent) - 100 * step.completed
      #expect(completed.magnitude < 2, "seed \(seed)")
    }
    #expect(funnel.steps.first?.reachedPercent == 100)
  }

  @Test("gives what is missing to the parts that lost most")
  func apportionment() {
    #expect(Apportionment.parts([33.4, 33.3, 33.3], total: 100) == [34, 33, 33])
    #expect(Apportionment.parts([0.4, 0.4, 0.2], total: 1) == [1, 0, 0])
    #expect(Apportionment.parts([2.6, 0, 1.4], total: 4) == [3, 0, 1])
    #expect(Apportionment.parts([2.1, 1.4], total: 2) == [1, 1])
    #expect(Apportionment.parts([0, 0], total: 1) == [0, 0])
    #expect(Apportionment.parts([], total: 0) == [])
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
    #expect(exit.places.prefix(exit.named).map(\.percent) == [21, 16, 10])
    #expect(exit.rest.reduce(0) { $0 + $1.percent } == 1)
    let text = try picture(journey).description
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
    #expect(few.steps[0].reachedPercent == 100)
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
    #expect(try picture(journey).description.contains("≈"))
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
