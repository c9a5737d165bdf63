import JourneyAnalysis
import JourneyModel
import JourneyTestSupport
import Testing

@testable import JourneyDiagrams

@Suite("The curve")
struct CurveViewTests {
  /// The clinic, with a second persona.
  private func clinic() -> Journey {
    var journey = ClinicJourney.sound()
    journey.personas.append(Persona(id: "george", name: "George"))
    journey.touchpoints[1].felt = .each([
      .init("amina", Score(mean: -1.8, n: 200, sd: 0.6)),
      .init("george", Score(mean: -0.9, n: 80, sd: 0.8)),
    ])
    journey.touchpoints[3].felt = .each([
      .init("amina", Score(mean: -1.2, n: 12, sd: 0.6)),
      .init("george", Score(mean: -1.4)),
    ])
    return journey
  }

  private func picture(_ journey: Journey, persona: PersonaID? = nil) throws -> Picture {
    let subject = Subject(
      journey: journey, analysis: try journey.analyzed(asOf: Sketch.day, persona: persona))
    return try CurveView().picture(of: subject, options: DrawingOptions(), engines: .table)
  }

  private func layer(_ id: String, of picture: Picture) -> Group? {
    for case .group(let group) in picture.elements where group.id == id { return group }
    return nil
  }

  @Test("draws the clinic as its golden says")
  func golden() throws {
    let text = try picture(clinic()).description
    #expect(Golden.difference(text, from: "clinic.curve.txt") == nil)
  }

  @Test("never draws a line to a touchpoint without a score")
  func gaps() throws {
    var journey = clinic()
    journey.touchpoints[2].felt = nil
    let felt = try #require(layer("felt", of: picture(journey)))
    let strokes = felt.elements.compactMap { element -> Stroke? in
      if case .shape(let shape) = element { shape.stroke } else { nil }
    }
    // blood – no news; no news ··· log in, over the missing text.
    #expect(strokes.map(\.dashes.isEmpty) == [true, false])
  }

  @Test("draws an assumption hollow")
  func hollow() throws {
    var journey = clinic()
    for index in journey.touchpoints.indices {
      journey.touchpoints[index].felt = .everyone(Score(mean: 1))
    }
    let picture = try picture(journey)
    var filled = 0
    for case .group(let touchpoint) in layer("touchpoints", of: picture)?.elements ?? [] {
      for case .shape(let shape) in touchpoint.elements where shape.fill != .role(.paper) {
        filled += 1
      }
    }
    #expect(filled == 0)
    #expect(picture.description.contains("\"assumed\""))
  }

  @Test("has a line for each persona, and for everybody beside one persona")
  func lines() throws {
    func names(_ picture: Picture) -> [String] {
      picture.elements.compactMap { element in
        guard case .group(let group) = element, group.name?.hasPrefix("line/") == true else {
          return nil
        }
        return group.name
      }
    }
    #expect(try names(picture(clinic())) == ["line/amina", "line/george"])
    #expect(try names(picture(clinic(), persona: "george")) == ["line/everybody"])
  }

  @Test("says in words where it is lowest and where belief is farthest away")
  func lead() throws {
    let summary = try picture(clinic()).summary
    #expect(summary.contains("Felt lowest at No news (−1.4), highest at Blood drawn (+0.8)."))
    #expect(
      summary.contains("Most overestimated: Log in to portal, believed +0.9, felt −1.2."))
    #expect(summary.contains("George: felt −1.4, assumed"))
  }

  @Test("keeps channels and numbers asked in rows of their own, however long a name is")
  func rows() throws {
    var journey = clinic()
    journey.touchpoints[1].name = "No news from the practice, nor from the laboratory, for days"
    var rows: [TextRole: Set<Double>] = [:]
    for case .group(let touchpoint) in layer("touchpoints", of: try picture(journey))?.elements
      ?? []
    {
      for case .text(let line) in touchpoint.elements {
        rows[line.role, default: []].insert(line.origin.y)
      }
    }
    let (channels, asked) = (try #require(rows[.cardNote]), try #require(rows[.meta]))
    #expect(channels.count == 1 && asked.count == 1)
    let lines = try #require(rows[.cardTitle])
    #expect(lines.count > 2)
    #expect(lines.allSatisfy { $0 < channels.min() ?? 0 })
    #expect((channels.max() ?? 0) < (asked.min() ?? 0))
  }

  @Test(
    "gives every value of an axis as many places",
    arguments: [CurveView() as any JourneyView, MapView()])
  func axis(view: any JourneyView) throws {
    var journey = clinic()
    journey.scale = Scale(low: 0, high: 10)
    let subject = Subject(journey: journey, analysis: Sketch.analysis(of: journey))
    let picture = try view.picture(of: subject, options: DrawingOptions(), engines: .table)
    var values: [String] = []
    picture.forEachLeaf { element in
      if case .text(let line) = element, line.role == .axisValue { values.append(line.text) }
    }
    #expect(values == ["10.0", "7.5", "5.0", "2.5", "0.0"])
    #expect(Words.english.values([2, 1, 0, -1, -2], on: Scale(low: -2, high: 2)).last == "−2")
  }

  @Test("shows an interval that stands alone beside its circle")
  func lonely() throws {
    var journey = clinic()
    for index in journey.touchpoints.indices where index != 1 {
      journey.touchpoints[index].felt = nil
    }
    journey.touchpoints[1].felt = .everyone(Score(mean: -1, n: 900, sd: 0.3))
    let picture = try picture(journey)
    guard case .shape(let band)? = layer("interval", of: picture)?.elements.first,
      case .rect(let rect, _) = band.geometry
    else {
      Issue.record("no band")
      return
    }
    var circles: [Double] = []
    picture.forEachLeaf { element in
      if case .shape(let shape) = element, case .circle(let center, let radius) = shape.geometry,
        rect.x < center.x, center.x < rect.maxX
      {
        circles.append(radius)
      }
    }
    #expect(rect.height > 0 && rect.width > 2 * (circles.max() ?? .infinity))
  }

  @Test("sets sentences apart as their script does")
  func sentences() {
    #expect(Words.english.sentences(["One.", "Two."]) == "One. Two.")
    #expect(Words.english.sentences(["一つ。", "二つ。"]) == "一つ。二つ。")
    #expect(Words.english.sentences([]) == "")
  }

  @Test("stacks labels as near to their lines as they can stand")
  func stacking() {
    #expect(Stacking.tops(wanted: [0, 100], heights: [20, 20]) == [0, 100])
    #expect(Stacking.tops(wanted: [50, 50], heights: [20, 20]) == [40, 60])
    #expect(Stacking.tops(wanted: [0, 5, 200], heights: [10, 10, 10]) == [-2.5, 7.5, 200])
    #expect(Stacking.tops(wanted: [], heights: []) == [])
  }
}
