import JourneyAnalysis
import JourneyKit
import JourneyModel
import JourneyTestSupport
import Testing

@testable import JourneyDiagrams

@Suite("Themes")
struct ThemeTests {
  @Test("are found by their names, and are four")
  func names() {
    #expect(Theme.all.map(\.name) == ["light", "dark", "projector", "print"])
    for theme in Theme.all { #expect(Theme.named(theme.name) == theme) }
    #expect(Theme.named("neon") == nil)
  }

  @Test("can be read: every ink on every ground it stands on", arguments: Theme.all)
  func contrast(theme: Theme) {
    #expect(theme.faintTexts() == [])
  }

  @Test("keep feelings apart for every eye", arguments: Theme.all)
  func vision(theme: Theme) {
    #expect(theme.ramp.blurs() == [])
  }

  /// Scores on the clinic's and on random journeys, in every view there is: which paint of text lies
  /// on which paint.
  @Test("name every pair of ink and ground that a view draws")
  func pairs() throws {
    var missing: Set<String> = []
    let journeys =
      [ClinicJourney.make()] + (0..<6).map { RandomJourney.make(seed: $0, touchpoints: 9) }
    let engines = Engines(measurer: TableMeasurer(), layout: GraphvizLayout())
    for journey in journeys {
      let subject = Subject(journey: journey, analysis: Sketch.analysis(of: journey))
      for view in ViewList.all {
        let picture = try view.picture(of: subject, options: DrawingOptions(), engines: engines)
        for pair in Inspection.pairs(in: picture) where !Self.isNamed(pair) {
          missing.insert("\(view.name): \(pair.ink) on \(pair.ground)")
        }
      }
    }
    #expect(missing.sorted() == [], "add them to Theme.textGrounds")
  }

  private static func isNamed(_ pair: (ink: Paint, ground: Paint)) -> Bool {
    switch (pair.ink, pair.ground) {
    case (.role(let ink), .role(let ground)):
      Theme.textGrounds.contains { $0.ink == ink && $0.grounds.contains(ground) }
    // Numbers on feelings, and large figures in their colour.
    case (.onEmotion, .emotion), (.emotion, .role(.paper)): true
    default: false
    }
  }
}

@Suite("The projector theme")
struct ProjectorTests {
  private let room = Projection.meetingRoom

  @Test("reckons with ten metres, three metres and 1,920 px")
  func reckoning() {
    // 10′ at 10 m are 29.1 mm; a px is 1.5625 mm; capitals are 0.714 em.
    #expect(abs(room.textSize(arcMinutes: 10) - 29.0888 / 1.5625 / 0.714) < 0.01)
    #expect(abs(room.contrast(of: 0xffffff, and: 0x000000) - 10) < 1e-9)
  }

  @Test("has no text that the last row cannot read")
  func sizes() {
    let label = room.textSize(arcMinutes: Projection.labelArc)
    let headline = room.textSize(arcMinutes: Projection.headlineArc)
    for role in TextRole.allCases {
      #expect(Theme.projector.style(role).size >= label, "\(role.name)")
    }
    for role in [TextRole.title, .figure] {
      #expect(Theme.projector.style(role).size >= headline, "\(role.name)")
    }
    // As large as needed, not larger: words must have room.
    #expect(TextRole.allCases.map { Theme.projector.style($0).size }.min() == label.rounded(.up))
    #expect(Theme.projector.isBrief)
  }

  @Test("outlives the light of the room")
  func light() {
    let theme = Theme.projector
    for (ink, grounds) in Theme.textGrounds {
      for ground in grounds {
        let contrast = room.contrast(of: theme.color(ink), and: theme.color(ground))
        #expect(contrast >= 4.5, "\(ink.name) on \(ground.name): \(contrast)")
      }
    }
    for place in 0...40 {
      let v = Double(place) / 20 - 1
      #expect(room.contrast(of: theme.ramp.ink(v), and: theme.ramp.color(v)) >= 4.5, "\(v)")
    }
    // Lines and marks: 3 for what tells something, and a hairline must not vanish.
    for role in [ColorRole.belief, .leave, .divert, .ring, .unknown, .whisker, .star, .axis] {
      #expect(room.contrast(of: theme.color(role), and: theme.color(.paper)) >= 3, "\(role.name)")
    }
    #expect(room.contrast(of: theme.color(.line), and: theme.color(.paper)) >= 1.5)
    for role in [ColorRole.band, .gapWorse, .gapBetter] {
      #expect(room.contrast(of: theme.color(role), and: theme.color(.paper)) >= 1.1, "\(role.name)")
    }
  }
}

@Suite("The print theme")
struct PrintTests {
  @Test("tells feelings by lightness alone")
  func ramp() {
    let greys = Theme.print.ramp.stops.map { ColorVision.grey.seen($0) }
    for (darker, lighter) in zip(greys, greys.dropFirst()) {
      #expect(darker.luminance < lighter.luminance)
      #expect(ColorVision.usual.distance(darker, lighter) >= 7)
    }
  }

  @Test("tells leaving from going over, and keeps text black enough, in grey")
  func grey() {
    let theme = Theme.print
    #expect(ColorVision.grey.distance(theme.color(.leave), theme.color(.divert)) >= 16)
    #expect(ColorVision.grey.distance(theme.color(.gapWorse), theme.color(.gapBetter)) >= 3)
    for (ink, grounds) in Theme.textGrounds where ink != .onBadge {
      for ground in grounds {
        let (a, b) = (theme.color(ink), theme.color(ground))
        #expect(ColorVision.grey.seen(a).contrast(with: ColorVision.grey.seen(b)) >= 4.5)
      }
    }
  }

  @Test("drinks no toner: grounds are white or nearly, and a map takes little ink")
  func ink() throws {
    let theme = Theme.print
    for role in [ColorRole.paper, .band, .card, .gapWorse, .gapBetter, .pain, .decision] {
      #expect(theme.color(role).luminance > 0.8, "\(role.name)")
    }
    let journey = ClinicJourney.make()
    let picture = try MapView().picture(
      of: Subject(journey: journey, analysis: Sketch.analysis(of: journey)),
      options: DrawingOptions(theme: .print), engines: .table)
    #expect(Inspection.inkCoverage(of: picture) < 0.05)
  }
}
