import JourneyAnalysis
import JourneyModel
import JourneyTestSupport
import Testing

@testable import JourneyDiagrams

@Suite("The heatmap")
struct HeatmapViewTests {
  /// The clinic, with two measured personas and two channels.
  private func clinic() -> Journey {
    var journey = ClinicJourney.sound()
    journey.personas.append(Persona(id: "george", name: "George"))
    journey.channels.append(Channel(id: "phone", name: "Phone", kind: .human))
    journey.touchpoints[1].felt = .each([
      .init("amina", Score(mean: -1.8, n: 200, sd: 0.6)),
      .init("george", Score(mean: -0.9, n: 80, sd: 0.8)),
    ])
    journey.touchpoints[3].personas = ["amina"]
    journey.touchpoints[4].channel = "phone"
    return journey
  }

  private func subject(_ journey: Journey, persona: PersonaID? = nil) throws -> Subject {
    Subject(journey: journey, analysis: try journey.analyzed(asOf: Sketch.day, persona: persona))
  }

  private func picture(
    _ journey: Journey, _ columns: DrawingOptions.HeatmapColumns? = nil
  ) throws -> Picture {
    try HeatmapView().picture(
      of: subject(journey), options: DrawingOptions(heatmapColumns: columns), engines: .table)
  }

  private func shown(_ cell: HeatmapTable.Cell) -> String {
    switch cell {
    case .known(let felt): felt.isAssumed ? "(\(felt.score))" : felt.score
    case .unmeasured: "·"
    case .absent: ""
    }
  }

  @Test("draws the clinic by personas and by channels as its goldens say")
  func goldens() throws {
    let people = try picture(clinic()).description
    #expect(Golden.difference(people, from: "clinic.heatmap.txt") == nil)
    let channels = try picture(clinic(), .channels).description
    #expect(Golden.difference(channels, from: "clinic.heatmap.channels.txt") == nil)
  }

  @Test("has a cell for everybody and each measured persona, and tells nobody from nothing")
  func cells() throws {
    let journey = clinic()
    let table = HeatmapTouchpoints(try subject(journey), touchpoints: journey.touchpoints)
      .table(isBrief: false)
    #expect(table.columns.map(\.name) == ["everybody", "Amina", "George"])
    #expect(
      table.rows.map { $0.cells.map(shown) } == [
        ["+0.8", "·", "·"], ["−1.4", "−1.8", "−0.9"], ["(+0.6)", "·", "·"], ["−1.2", "·", ""],
        ["·", "·", "·"],
      ])
    #expect(table.sections.map(\.rows) == [0..<1, 1..<2, 2..<5])
  }

  @Test("pools the touchpoints of a stage and a channel by their visits")
  func pools() throws {
    var journey = clinic()
    journey.touchpoints[2].felt = .everyone(Score(mean: 0.6, n: 50))
    let subject = try subject(journey)
    let table = try #require(
      HeatmapPools(subject, touchpoints: journey.touchpoints, columns: .channels)
    ).table(isBrief: false)
    #expect(table.columns.map(\.name) == ["all channels", "Patient portal", "Phone"])
    #expect(table.rows.map(\.name) == ["Test", "Wait", "Find out", "all stages"])
    // 0.99 visits to the text at +0.6, 0.66 to the log-in at −1.2; the nurse is not measured.
    let expected = (0.99 * 0.6 - 0.66 * 1.2) / 1.65
    guard case .known(let felt) = table.rows[2].cells[1] else {
      Issue.record("nothing is known")
      return
    }
    #expect((felt.v - expected / 2).magnitude < 1e-9)
    #expect(felt.note == "×2")
    #expect(table.rows[2].cells.map(shown)[2] == "·")
    #expect(table.rows[0].cells.map(shown) == ["+0.8", "+0.8", ""])
  }

  @Test("lets assumptions speak only where nothing is measured")
  func assumptions() throws {
    var journey = clinic()
    journey.touchpoints[3].felt = .everyone(Score(mean: -2))
    journey.touchpoints[4].felt = .everyone(Score(mean: 1.2, n: 9))
    let table = try #require(
      HeatmapPools(try subject(journey), touchpoints: journey.touchpoints, columns: .stages)
    ).table(isBrief: false)
    #expect(table.rows.map(\.name) == ["Patient portal", "Phone", "all channels"])
    // Both of the portal in "Find out" are assumed: +0.6 and −2, by 0.99 and 0.66 visits.
    #expect(table.rows[0].cells.map(shown)[3] == "(−0.4)")
    #expect(table.rows[2].cells.map(shown)[3] == "+1.2")
    // Of the three in "Find out" only the phone is measured, and only it is named.
    guard case .known(let felt) = table.rows[2].cells[3] else {
      Issue.record("nothing is known")
      return
    }
    #expect(felt.note == "×1 of 3")
    #expect(table.lead.contains("mean of its measured touchpoints"))
    let told = try #require(table.rows[2].summary.split(separator: ";").last)
    #expect(told.contains(journey.touchpoints[4].name))
    #expect(!told.contains(journey.touchpoints[3].name))
  }

  @Test("chooses the columns that tell most")
  func choice() throws {
    func lead(_ journey: Journey) throws -> String {
      String(try picture(journey).summary.split(separator: "\n")[0])
    }
    #expect(try lead(clinic()).contains("to each persona"))
    var journey = ClinicJourney.sound()
    #expect(try lead(journey).contains("How each touchpoint feels."))
    journey.stages = ["Test", "Wait"].map { Stage($0) }
    for index in journey.touchpoints.indices.dropFirst() {
      journey.touchpoints[index].stage = "Wait"
      journey.touchpoints[index].channel = index > 2 ? "phone" : "web"
    }
    journey.channels.append(Channel(id: "phone", name: "Phone"))
    #expect(try lead(journey).contains("How each channel feels at each stage"))
  }

  @Test(
    "keeps the last digits of a column under each other, also from right to left",
    arguments: ["en", "ar"])
  func digits(language: String) throws {
    var journey = clinic()
    journey.language = language
    let picture = try picture(journey).finished(for: DrawingOptions())
    var edges: Set<Int> = []
    picture.forEachLeaf { element in
      if case .text(let line) = element, line.role == .lane, line.text.first?.isNumber == true {
        edges.insert(Int(line.box(in: picture.theme).maxX.rounded()))
      }
    }
    #expect(edges.count == 3)
  }

  @Test("names the first of the ranking, whichever number is larger")
  func hottest() throws {
    let journey = Journey.sketch(
      ["start -> few: 1000", "few -> many: 1000", "many -> completed: 1000"],
      felt: ["few": Score(mean: -1.6, n: 2, sd: 1), "many": Score(mean: -1, n: 500, sd: 0.5)])
    let subject = try subject(journey)
    let hotspots = subject.analysis.hotspots.hotspots
    #expect(hotspots.map(\.touchpoint) == ["many", "few"])
    #expect((hotspots[0].heat ?? 0) < hotspots[1].heat ?? 0)
    let table = HeatmapTouchpoints(subject, touchpoints: journey.touchpoints).table(isBrief: false)
    #expect(table.lead.contains("Rank 1 by heat: \(hotspots[0].name), heat 500."))
  }

  @Test("says nothing about traffic without flow")
  func noFlow() throws {
    var journey = clinic()
    journey.flow = []
    for columns in DrawingOptions.HeatmapColumns.allCases {
      let text = try picture(journey, columns).description
      #expect(!text.contains("%\""), "\(columns)")
      #expect(!text.contains("\"heat\""), "\(columns)")
    }
    #expect(try picture(journey, .channels).summary.contains("no flow data"))
  }
}
