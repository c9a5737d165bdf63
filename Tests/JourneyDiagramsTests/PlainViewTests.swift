import JourneyDiagrams
import JourneyModel
import JourneyTestSupport
import Testing

/// What holds for every view that is drawn without a graph underneath.
@Suite("Views without a graph")
struct PlainViewTests {
  static let views: [any JourneyView] = [CurveView(), HeatmapView(), FunnelView()]

  /// A theme with letters as large as a projector needs.
  static let large: Theme = {
    var theme = Theme(name: "large", ramp: Theme.light.ramp, colors: [:], scale: 1.7, isBrief: true)
    theme.ribbonOpacity = 0.5
    return theme
  }()

  private func pictures(seed: UInt64, themes: [Theme] = [.light, .dark]) throws -> [Picture] {
    let subject = try RandomSubject.make(seed: seed, isForPersona: seed.isMultiple(of: 3))
    let theme = themes[Int(seed % UInt64(themes.count))]
    return try Self.views.map {
      try $0.picture(of: subject, options: DrawingOptions(theme: theme), engines: .table)
    }
  }

  @Test("set no text on other text or over the edge", arguments: SeededGenerator.seeds(30))
  func collisions(seed: UInt64) throws {
    for picture in try pictures(seed: seed) {
      let found = Inspection.collisions(in: picture)
      #expect(found == [], "\(picture.id), seed \(seed)")
    }
  }

  @Test("keep WCAG AA contrast", arguments: SeededGenerator.seeds(16))
  func contrast(seed: UInt64) throws {
    for picture in try pictures(seed: seed, themes: Theme.all) {
      let found = Inspection.faint(in: picture)
      #expect(found == [], "\(picture.id), seed \(seed)")
    }
  }

  @Test("set large letters as cleanly", arguments: SeededGenerator.seeds(12))
  func large(seed: UInt64) throws {
    let subject = try RandomSubject.make(seed: seed)
    for view in Self.views {
      let picture = try view.picture(
        of: subject, options: DrawingOptions(theme: Self.large), engines: .table)
      let body = picture.elements.filter { element in
        guard case .group(let group) = element else { return true }
        return group.id != "header" && group.id != "footer"
      }
      var bare = picture
      bare.elements = body
      #expect(Inspection.collisions(in: bare) == [], "\(view.name), seed \(seed)")
    }
  }

  @Test("give each touchpoint they draw an id, a title and its figures in words")
  func accessible() throws {
    let journey = ClinicJourney.make()
    let subject = Subject(journey: journey, analysis: Sketch.analysis(of: journey))
    for view in Self.views {
      let picture = try view.picture(of: subject, options: DrawingOptions(), engines: .table)
      var named: [String] = []
      func walk(_ elements: [Element]) {
        for case .group(let group) in elements {
          if let name = group.name, name.hasPrefix("touchpoint/") {
            named.append(name)
            #expect(group.id != nil && group.title != nil && group.summary != nil, "\(name)")
          }
          walk(group.elements)
        }
      }
      walk(picture.elements)
      let wanted = journey.touchpoints.map { "touchpoint/" + $0.id.rawValue }
      #expect(named.filter(wanted.contains) == wanted.filter(named.contains), "\(view.name)")
      for touchpoint in journey.touchpoints {
        #expect(picture.summary.contains(touchpoint.name), "\(view.name)")
      }
      #expect(try view.dot(of: subject, options: DrawingOptions()) == nil)
    }
  }

  @Test("draw a journey of nothing, and of one bare touchpoint")
  func bare() throws {
    var journey = Journey(id: "bare", title: "Bare")
    for view in Self.views {
      journey.touchpoints = []
      for touchpoints in [[], [Touchpoint(id: "only")]] {
        journey.touchpoints = touchpoints
        let subject = Subject(journey: journey, analysis: Sketch.analysis(of: journey))
        let picture = try view.picture(of: subject, options: DrawingOptions(), engines: .table)
        #expect(Inspection.collisions(in: picture) == [], "\(view.name)")
        #expect(!picture.description.contains("\"0%\""), "\(view.name)")
      }
    }
  }
}
