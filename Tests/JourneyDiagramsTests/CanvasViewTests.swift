import JourneyDiagrams
import JourneyModel
import JourneyTestSupport
import Testing

@Suite("The canvas")
struct CanvasViewTests {
  private static let millimetre = 96 / 25.4
  private static let large = Theme(
    name: "large", ramp: Theme.light.ramp, colors: [:], scale: 2, isBrief: true)

  private func picture(
    _ journey: Journey, theme: Theme = .light, persona: PersonaID? = nil
  ) throws -> Picture {
    let subject = Subject(
      journey: journey, analysis: Sketch.analysis(of: journey, persona: persona))
    return try CanvasView().picture(
      of: subject, options: DrawingOptions(theme: theme), engines: .table)
  }

  @Test("draws the clinic as its golden says")
  func golden() throws {
    let text = try picture(ClinicJourney.make()).description
    #expect(Golden.difference(text, from: "clinic.canvas.txt") == nil)
  }

  /// Every group of the picture with an id.
  private func ids(_ picture: Picture) -> [String] {
    var ids: [String] = []
    func walk(_ elements: [Element]) {
      for case .group(let group) in elements {
        if let id = group.id { ids.append(id) }
        walk(group.elements)
      }
    }
    walk(picture.elements)
    return ids
  }

  @Test(
    "fills whole sheets of A3 with a column and a card for each touchpoint, and with blank ones",
    arguments: [0, 1, 3, 8, 9, 24, 60])
  func sheets(count: Int) throws {
    var journey = Journey(id: "many", title: "Many")
    journey.touchpoints = (0..<count).map { Touchpoint(id: TouchpointID("t\($0)")) }
    let picture = try picture(journey)
    #expect(abs(picture.width - 420 * Self.millimetre) < 1e-6)
    let sheets = picture.height / (297 * Self.millimetre)
    #expect(abs(sheets - sheets.rounded()) < 1e-9)
    let ids = ids(picture)
    #expect(ids.count == Set(ids).count)
    #expect(ids.count { $0.hasPrefix("touchpoint.") } == count)
    #expect(ids.count { $0.hasPrefix("card.") } == count)
    // Eight cards a sheet, and one blank card at least.
    let cards = count / 8 + 1
    let maps = ids.count { $0.hasPrefix("sheet.") } - cards
    #expect(Int(sheets.rounded()) == cards + maps)
    #expect(maps >= 1 && picture.description.contains("\"Sheet 1 of \(cards + maps)\""))
  }

  @Test("leaves at least seven millimetres between lines that are written on")
  func spacing() throws {
    for journey in [ClinicJourney.make(), Journey(id: "none", title: "Nothing")] {
      var lines: [(x: Double, y: Double)] = []
      try picture(journey).forEachLeaf { element in
        guard case .shape(let shape) = element, case .line(let a, let b) = shape.geometry,
          a.y == b.y, shape.stroke?.paint == .role(.belief), shape.stroke?.dashes == [],
          shape.stroke?.width == 0.8
        else { return }
        lines.append((a.x, a.y))
      }
      #expect(lines.count > 100)
      for (x, y) in lines {
        let next = lines.filter { $0.x == x && $0.y > y }.map(\.y).min()
        if let next { #expect(next - y >= 7 * Self.millimetre - 1e-6) }
      }
    }
  }

  @Test("names no paper, since it may be printed on any")
  func paper() throws {
    for words in Words.languages {
      var journey = ClinicJourney.make()
      journey.language = words.language
      journey.title = ""
      let text = try picture(journey).description
      #expect(!text.contains(#/\bA[0-9]\b/#), "\(words.language)")
    }
  }

  @Test("needs one ink: no paint of feelings")
  func oneInk() throws {
    let text = try picture(ClinicJourney.make()).description
    #expect(!text.contains("emotion"))
    for role in ["leave", "pain", "ring", "star"] { #expect(!text.contains("fill \(role)")) }
  }

  @Test("offers the journey's channels to tick, or the thirteen that most journeys have")
  func ticks() throws {
    func boxes(_ journey: Journey) throws -> Int {
      var count = 0
      try picture(journey).forEachLeaf { element in
        if case .shape(let shape) = element, case .rect(let rect, let radius) = shape.geometry,
          rect.width == 13, radius == 2.5
        {
          count += 1
        }
      }
      return count
    }
    var journey = ClinicJourney.make()
    #expect(try boxes(journey) == 8 * 2)
    journey.channels = []
    for index in journey.touchpoints.indices { journey.touchpoints[index].channel = nil }
    #expect(try boxes(journey) == 8 * 14)
  }

  @Test("sets no text on other text or over the edge", arguments: 0..<8)
  func collisions(seed: UInt64) throws {
    let count = [1, 3, 9, 24][Int(seed) % 4]
    let journey = RandomJourney.make(seed: seed, touchpoints: count)
    #expect(Inspection.collisions(in: try picture(journey)) == [])
    #expect(Inspection.collisions(in: try picture(journey, theme: Self.large)) == [])
  }

  @Test("keeps WCAG AA contrast in every theme")
  func contrast() throws {
    for theme in Theme.all {
      let faint = Inspection.faint(in: try picture(ClinicJourney.make(), theme: theme))
      #expect(faint == [], "\(faint.joined(separator: "\n"))")
    }
  }
}
