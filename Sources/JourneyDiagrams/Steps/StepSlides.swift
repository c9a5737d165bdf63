import JourneyAnalysis
import JourneyModel

/// The steps of a walk through a journey, each a slide of 1920 × 1080: the whole, then each stage
/// and its touchpoints, the picture drawn nearer and what there is to tell beside it.
///
/// The same walk as that of the page that presents, for people who show slides.
public struct StepSlides: Sendable {
  private let subject: Subject
  private let measurer: any TextMeasuring

  /// Creates slides of a subject.
  ///
  /// - Parameters:
  ///   - subject: The journey with its figures.
  ///   - engines: Who measures text.
  public init(_ subject: Subject, engines: Engines) {
    self.subject = subject
    measurer = engines.measurer
  }

  /// One step of the walk.
  private enum Step {
    case whole
    case stage(Stage, [Touchpoint])
    case touchpoint(Touchpoint)
  }

  /// The slides in the order of the walk, the whole first.
  ///
  /// Touchpoints that the picture does not show have no slide.
  ///
  /// - Parameter picture: A finished picture of the subject, by any view.
  /// - Returns: The slides; their ids are that of the picture with the step's number.
  /// - Throws: What the measurer throws.
  public func pictures(of picture: Picture) throws -> [Picture] {
    let places = StepPlaces(picture)
    let steps = walk(places)
    let setter = Typesetter(
      theme: picture.theme, measurer: measurer, direction: picture.direction)
    var panel = StepPanel(subject, setter: setter)
    let told = steps.map { step -> [StepPanel.Part] in
      switch step {
      case .whole: []
      case .stage(let stage, let touchpoints): panel.parts(of: stage, touchpoints)
      case .touchpoint(let touchpoint): panel.parts(of: touchpoint)
      }
    }
    try setter.measure()
    return try zip(steps, told).enumerated().map { index, pair in
      try slide(index + 1, of: steps.count, pair.0, pair.1, picture, places, panel)
    }
  }

  private func walk(_ places: StepPlaces) -> [Step] {
    let shown = subject.journey.touchpoints.filter {
      subject.meets($0) && places.shows($0.id)
    }
    var steps: [Step] = [.whole]
    for stage in subject.journey.stages {
      let touchpoints = places.inOrder(shown.filter { $0.stage == stage.id })
      if !touchpoints.isEmpty { steps.append(.stage(stage, touchpoints)) }
      steps += touchpoints.map { .touchpoint($0) }
    }
    let known = Set(subject.journey.stages.map(\.id))
    steps += places.inOrder(shown.filter { $0.stage.map { !known.contains($0) } ?? true })
      .map { .touchpoint($0) }
    return steps
  }

  private func slide(
    _ number: Int, of count: Int, _ step: Step, _ parts: [StepPanel.Part], _ picture: Picture,
    _ places: StepPlaces, _ panel: StepPanel
  ) throws -> Picture {
    var slide = picture
    let digits = String(number)
    slide.id +=
      ".step-" + String(repeating: "0", count: max(2, String(count).count) - digits.count) + digits
    slide.width = StepFrame.width
    slide.height = StepFrame.height
    let isMirrored = picture.direction == .rightToLeft
    var frame = StepFrame(whole: places.whole, isMirrored: isMirrored)
    var frames: [Rect] = []
    switch step {
    case .whole: break
    case .stage(let stage, let touchpoints):
      frames = places.frames(of: stage.id, touchpoints.map(\.id))
      slide.title = stage.name + " · " + picture.title
    case .touchpoint(let touchpoint):
      frames = places.frames(of: touchpoint.id)
      slide.title = touchpoint.name + " · " + picture.title
      slide.summary = places.summary(touchpoint.id) ?? picture.summary
    }
    frame.approach(frames, items: places.items, themeScale: picture.theme.scale)
    for box in frames {
      slide.elements.append(
        .shape(Shape(.rect(box, radius: 12), stroke: Stroke(.role(.ink), width: 2, opacity: 0.4))))
    }
    slide.viewBox = frame.shown
    if !parts.isEmpty {
      slide.elements.append(.group(try panel.draw(parts, in: frame)))
    }
    return slide
  }
}
