import Foundation
import JourneyDiagrams
import JourneyModel
import JourneyTestSupport
import Testing

@Suite("The map")
struct MapViewTests {
  private func picture(
    _ journey: Journey, theme: Theme = .light, persona: PersonaID? = nil
  ) throws -> Picture {
    let subject = Subject(
      journey: journey, analysis: Sketch.analysis(of: journey, persona: persona))
    return try MapView().picture(
      of: subject, options: DrawingOptions(theme: theme), engines: .table)
  }

  @Test("draws the clinic as its golden says")
  func golden() throws {
    let text = try picture(ClinicJourney.make()).description
    #expect(Golden.difference(text, from: "clinic.map.txt") == nil)
  }

  @Test("writes the graph underneath as its golden says")
  func dotGolden() throws {
    let journey = ClinicJourney.make()
    let subject = Subject(journey: journey, analysis: Sketch.analysis(of: journey))
    let dot = try #require(try MapView().dot(of: subject, options: DrawingOptions()))
    #expect(Golden.difference(dot, from: "clinic.map.dot") == nil)
  }

  @Test("sets no text on other text or over the edge", arguments: 0..<40)
  func collisions(seed: UInt64) throws {
    let count = [1, 2, 3, 6, 9, 14, 24][Int(seed) % 7]
    let journey = RandomJourney.make(seed: seed, touchpoints: count)
    #expect(Inspection.collisions(in: try picture(journey)) == [])
  }

  @Test("keeps WCAG AA contrast in every theme", arguments: 0..<12)
  func contrast(seed: UInt64) throws {
    for theme in Theme.all {
      let journey = RandomJourney.make(seed: seed &+ 100, touchpoints: 9)
      let found = Inspection.faint(in: try picture(journey, theme: theme))
      #expect(found == [], "\(found.joined(separator: "\n"))")
      let faint = Inspection.faint(in: try picture(ClinicJourney.make(), theme: theme))
      #expect(faint == [], "\(faint.joined(separator: "\n"))")
    }
  }

  @Test("keeps numbers readable on every colour of feeling")
  func contrastOfEmotions() {
    for theme in Theme.all {
      for step in -20...20 {
        let color = theme.ramp.color(Double(step) / 20)
        #expect(
          color.contrast(with: theme.ramp.ink(Double(step) / 20)) >= 4.5, "\(theme.name) \(step)")
        #expect(color.contrast(with: theme.color(.paper)) >= 3)
      }
    }
  }

  @Test("says what is not known instead of 0")
  func unknown() throws {
    var journey = ClinicJourney.make()
    journey.flow = []
    for index in journey.touchpoints.indices {
      journey.touchpoints[index].felt = nil
      journey.touchpoints[index].believed = []
    }
    let text = try picture(journey).description
    #expect(text.contains("\"no flow data: "))
    #expect(text.contains("\"not measured\""))
    #expect(!text.contains("\"0%\""))
    #expect(!text.contains("leave\""))
  }

  @Test("leaves out touchpoints that the persona never meets")
  func personas() throws {
    var journey = ClinicJourney.make()
    journey.personas.append(Persona(id: "george"))
    journey.touchpoints[2].personas = ["george"]
    #expect(!(try picture(journey, persona: "amina").description.contains("touchpoint/text")))
    #expect(try picture(journey, persona: "george").description.contains("touchpoint/text"))
    #expect(try picture(journey).description.contains("touchpoint/text"))
  }

  @Test("draws a journey of nothing, and of one bare touchpoint")
  func bare() throws {
    var journey = Journey(id: "bare", title: "Bare")
    #expect(try picture(journey).height > 0)
    journey.touchpoints = [Touchpoint(id: "only")]
    #expect(Inspection.collisions(in: try picture(journey)) == [])
  }

  @Test("shows no quote without consent")
  func consent() throws {
    #expect(!(try picture(ClinicJourney.make()).description.contains("secret")))
  }

  @Test("gives ids that stay when another touchpoint comes")
  func stableIDs() throws {
    func ids(_ journey: Journey) throws -> Set<String> {
      var ids: Set<String> = []
      func walk(_ elements: [Element]) {
        for case .group(let group) in elements {
          if let id = group.id { ids.insert(id) }
          walk(group.elements)
        }
      }
      walk(try picture(journey).elements)
      return ids
    }
    var journey = ClinicJourney.make()
    let before = try ids(journey)
    journey.touchpoints.insert(Touchpoint(id: "new", stage: "Test"), at: 0)
    #expect(before.subtracting(try ids(journey)) == [])
  }

  @Test("keeps the touchpoints of a stage together whatever the layout says")
  func stagesStayTogether() throws {
    struct Backwards: GraphLayout {
      func place(dot: String) -> PlacedGraph {
        var graph = DocumentOrderLayout().place(dot: dot)
        for index in graph.nodes.indices { graph.nodes[index].center.x *= -1 }
        return graph
      }
    }
    let journey = ClinicJourney.make()
    let subject = Subject(journey: journey, analysis: Sketch.analysis(of: journey))
    let picture = try MapView().picture(
      of: subject, options: DrawingOptions(),
      engines: Engines(measurer: TableMeasurer(), layout: Backwards()))
    var names: [String] = []
    for case .group(let layer) in picture.elements where layer.id == "stages" {
      for case .group(let stage) in layer.elements { names.append(stage.name ?? "") }
    }
    #expect(names == ["stage/Test", "stage/Wait", "stage/Find out"])
  }
}
