import JourneyAnalysis
import JourneyModel
import Testing

@testable import JourneyDiagrams

@Suite("Slides of a walk")
struct StepSlidesTests {
  private func slides(
    _ journey: Journey, view: any JourneyView = MapView(), theme: Theme = .light
  ) throws -> [Picture] {
    let subject = Subject(journey: journey, analysis: Sketch.analysis(of: journey))
    let options = DrawingOptions(theme: theme)
    let picture = try view.picture(of: subject, options: options, engines: .table)
      .finished(for: options)
    return try StepSlides(subject, engines: .table).pictures(of: picture)
  }

  private func panel(_ slide: Picture) -> Group? {
    for case .group(let group) in slide.elements where group.id == "panel" { return group }
    return nil
  }

  private func texts(_ group: Group?) -> [TextLine] {
    (group?.elements ?? []).compactMap { if case .text(let line) = $0 { line } else { nil } }
  }

  @Test("are the whole, then each stage and its touchpoints")
  func order() throws {
    let journey = ClinicJourney.make()
    let slides = try slides(journey)
    let wanted =
      [journey.title]
      + journey.stages.flatMap { stage in
        [stage.name] + journey.touchpoints.filter { $0.stage == stage.id }.map(\.name)
      }.map { "\($0) · \(journey.title)" }
    #expect(slides.map(\.title).sorted() == wanted.sorted())
    #expect(slides.map(\.title).first == journey.title)
    #expect(
      slides.map(\.id) == (1...slides.count).map { "map.clinic.step-\($0 < 10 ? "0" : "")\($0)" })
  }

  @Test("are as wide to their height as a screen, whatever they show")
  func shape() throws {
    for slide in try slides(RandomJourney.make(seed: 7, touchpoints: 24)) {
      #expect(slide.width == 1920 && slide.height == 1080)
      let box = try #require(slide.viewBox)
      #expect(abs(box.width / box.height - 16.0 / 9) < 1e-9)
    }
  }

  @Test("tell beside the picture, and never over the panel's edge", arguments: Theme.all)
  func panel(theme: Theme) throws {
    var journey = ClinicJourney.make()
    journey.touchpoints[0].pains = Array(
      repeating: String(repeating: "much to say ", count: 30), count: 9)
    let slides = try slides(journey, theme: theme)
    #expect(panel(slides[0]) == nil)
    for slide in slides.dropFirst() {
      let box = try #require(slide.viewBox)
      let unit = box.width / 1920
      let lines = texts(panel(slide))
      #expect(!lines.isEmpty)
      for line in lines {
        let place = line.box(in: theme)
        #expect(place.x >= box.maxX - 700 * unit && place.maxX <= box.maxX)
        #expect(place.y >= box.y && place.maxY <= box.maxY)
        // 27 px on a screen of 1080 lines.
        #expect(theme.style(line.role).size * line.scale >= 26.9 * unit)
      }
    }
  }

  @Test("say how many touchpoints of a stage they leave out", arguments: Theme.all)
  func more(theme: Theme) throws {
    var journey = RandomJourney.make(seed: 3, touchpoints: 40)
    let stage = ClinicJourney.make().stages[0]
    journey.stages = [stage]
    for index in journey.touchpoints.indices {
      journey.touchpoints[index].stage = stage.id
      journey.touchpoints[index].name = "Touchpoint \(index + 1)"
    }
    let slides = try slides(journey, theme: theme)
    let slide = try #require(slides.first { $0.title == "\(stage.name) · \(journey.title)" })
    let lines = texts(panel(slide)).map(\.text)
    let told = lines.filter { $0.contains("Touchpoint") }.count
    let slideCount = slides.count - 2
    #expect(told >= 5 && told < slideCount)
    #expect(lines.last == "+\(slideCount - told) more")
  }

  @Test("keep pains, decisions and who answers beside a long quote", arguments: Theme.all)
  func longQuote(theme: Theme) throws {
    var journey = ClinicJourney.make()
    journey.touchpoints[0].quotes = [.init(String(repeating: "on and on ", count: 80))]
    journey.touchpoints[0].owner = "Patient services"
    journey.touchpoints[0].pains = (1...5).map {
      "Pain \($0) " + String(repeating: "ow ", count: 90)
    }
    journey.decisions = (1...4).map { number in
      Decision(
        insight: "It hurts", about: journey.touchpoints[0].id,
        decision: "Do \(number) " + String(repeating: "more ", count: 60), owner: "Ada")
    }
    let name = journey.touchpoints[0].name
    let slide = try #require(
      slides(journey, theme: theme).first { $0.title == "\(name) · \(journey.title)" })
    let lines = texts(panel(slide))
    let words = lines.map(\.text)
    #expect(words.last == "Owner: Patient services")
    #expect(words.contains { $0.hasSuffix("on…”") })
    let pains = words.filter { $0.hasPrefix("Pain ") }.count
    #expect(pains >= 1)
    #expect(words.contains("+\(5 - pains) more"))
    let decisions = words.filter { $0.hasPrefix("Do ") }.count
    #expect(words.contains("+\(4 - decisions) more"))
    #expect(words.filter { $0.hasSuffix("more… · Ada · open") }.count == decisions)
    let box = try #require(slide.viewBox)
    for line in lines { #expect(line.box(in: theme).maxY <= box.maxY) }
  }

  @Test("stand on the other side where people read from right to left")
  func mirrored() throws {
    var journey = ClinicJourney.make()
    journey.language = "ar"
    let slide = try #require(slides(journey).last)
    let box = try #require(slide.viewBox)
    for line in texts(panel(slide)) {
      #expect(line.anchor == .right)
      #expect(line.box(in: slide.theme).maxX <= box.x + 700 * box.width / 1920)
    }
  }

  @Test("find a stage's own place by its name, capitals and all")
  func stages() throws {
    let journey = ClinicJourney.sound()
    let subject = Subject(
      journey: journey, analysis: try journey.analyzed(asOf: Sketch.day))
    let views: [any JourneyView] = [
      MapView(), CurveView(), HeatmapView(), FunnelView(), BlueprintView(),
    ]
    for view in views {
      let picture = try view.picture(of: subject, options: DrawingOptions(), engines: .table)
      let places = StepPlaces(picture)
      for stage in journey.stages {
        #expect(places.shows(stage.id), "\(view.name): \(stage.name)")
      }
    }
    let pooled = try HeatmapView().picture(
      of: subject, options: DrawingOptions(heatmapColumns: .channels), engines: .table)
    #expect(journey.stages.allSatisfy { StepPlaces(pooled).shows($0.id) })
  }

  @Test(
    "frame every place of a touchpoint where a view shows it in several, in the journey's order")
  func scattered() throws {
    var journey = ClinicJourney.make()
    for index in journey.touchpoints.indices {
      journey.touchpoints[index].thinks = ["thought \(index)"]
      journey.touchpoints[index].hears = ["rumour \(index)"]
      journey.touchpoints[index].pains = ["pain \(index)"]
    }
    // What most were asked about stands first in the picture, not in the walk.
    journey.touchpoints[4].felt = .everyone(Score(mean: 1, n: 900))
    let steps = try slides(journey, view: EmpathyView()).filter { slide in
      journey.touchpoints.contains { slide.title.hasPrefix($0.name + " · ") }
    }
    #expect(
      steps.map(\.title) == journey.touchpoints.map { "\($0.name) · \(journey.title)" })
    for slide in steps {
      let frames = slide.elements.filter { element in
        guard case .shape(let shape) = element, case .rect = shape.geometry else { return false }
        return shape.fill == nil
      }
      #expect(frames.count >= 3)
    }
  }

  @Test("leave out what a view does not show")
  func absent() throws {
    let journey = ClinicJourney.make()
    let subject = Subject(journey: journey, analysis: Sketch.analysis(of: journey))
    let empty = Picture(
      id: "x", width: 100, height: 100, title: "X", summary: "", theme: .light)
    #expect(try StepSlides(subject, engines: .table).pictures(of: empty).count == 1)
  }

  @Test("show where each step is, in every view and theme", arguments: Theme.all)
  func frames(theme: Theme) throws {
    var journey = ClinicJourney.sound()
    journey.touchpoints[0].backstage = ["Lab intake"]
    let views: [any JourneyView] = [
      MapView(), CurveView(), HeatmapView(), FunnelView(), BlueprintView(),
    ]
    for view in views {
      let slides = try slides(journey, view: view, theme: theme)
      #expect(slides.count == 1 + journey.stages.count + journey.touchpoints.count, "\(view.name)")
      for slide in slides.dropFirst() {
        let box = try #require(slide.viewBox)
        let frames = slide.elements.compactMap { element -> Rect? in
          guard case .shape(let shape) = element, case .rect(let rect, 12) = shape.geometry
          else { return nil }
          return rect
        }
        let first = try #require(frames.first, "\(view.name): \(slide.title)")
        let right = box.maxX - box.width * 700 / 1920
        #expect(first.x >= box.x && first.maxX <= right, "\(view.name): \(slide.title)")
        #expect(first.y >= box.y && first.y <= box.maxY, "\(view.name): \(slide.title)")
      }
    }
  }

  @Test("show what a touchpoint rests on in a blueprint, and its row where rows are channels")
  func others() throws {
    var journey = ClinicJourney.sound()
    journey.touchpoints[1].backstage = ["Lab turnaround"]
    let subject = Subject(journey: journey, analysis: try journey.analyzed(asOf: Sketch.day))
    let blueprint = StepPlaces(
      try BlueprintView().picture(of: subject, options: DrawingOptions(), engines: .table))
    let with = blueprint.frames(of: journey.touchpoints[1].id)
    #expect(with.count > blueprint.frames(of: journey.touchpoints[0].id).count)
    let pooled = StepPlaces(
      try HeatmapView().picture(
        of: subject, options: DrawingOptions(heatmapColumns: .stages), engines: .table))
    for touchpoint in journey.touchpoints {
      #expect(pooled.frames(of: touchpoint.id).count == 1)
    }
  }

  @Test("show a heatmap's row with the stage beside it, and a funnel's step with its stage's name")
  func names() throws {
    let journey = ClinicJourney.sound()
    let subject = Subject(journey: journey, analysis: try journey.analyzed(asOf: Sketch.day))
    for theme in Theme.all {
      for slide in try slides(journey, view: HeatmapView(), theme: theme).dropFirst() {
        let box = try #require(slide.viewBox)
        let stages = slide.elements.compactMap { element -> Group? in
          if case .group(let group) = element, group.id == "stages" { group } else { nil }
        }
        let left = try #require(stages.first?.bounds?.x)
        #expect(box.x <= left && left < box.maxX, "\(theme.name): \(slide.title)")
      }
    }
    let funnel = StepPlaces(
      try FunnelView().picture(of: subject, options: DrawingOptions(), engines: .table))
    for touchpoint in journey.touchpoints {
      let stage = try #require(touchpoint.stage)
      #expect(funnel.frames(of: touchpoint.id) == funnel.frames(of: stage, []))
      #expect(funnel.frames(of: touchpoint.id).count == 1)
    }
  }

  @Test("move and shrink a little where an edge would run through words")
  func edges() {
    let whole = Rect(x: 0, y: 0, width: 3000, height: 600)
    // Words of 100 px, 30 apart.
    let items = (0..<23).map { column in
      StepPlaces.Item(
        box: Rect(x: Double(column) * 130, y: 280, width: 100, height: 20), isText: true,
        isOwned: true)
    }
    for place in stride(from: 300.0, to: 2500, by: 7) {
      let box = Rect(x: place, y: 260, width: 140, height: 60)
      let window = StepWindow.around(
        box, whole: whole, width: 1000, height: 800, scale: 1, least: 0.1, items: items)
      let width = 1000 / window.scale
      #expect(window.x <= box.x && window.x + width >= box.maxX)
      #expect(window.scale >= 0.9)
      for item in items {
        for edge in [window.x, window.x + width] {
          #expect(edge <= item.box.x + 1 || edge >= item.box.maxX - 1, "\(place)")
        }
      }
    }
  }
}
