import JourneyAnalysis
import JourneyModel

/// What is told about a step, beside the picture: large enough for the back row.
struct StepPanel {
  /// A text of the panel.
  struct Block {
    var label: Typesetter.Label
    /// The size in px of the slide.
    var size: Double
    var fill: ColorRole
    /// The space above it, in px of the slide.
    var above: Double
    /// What stands behind it, if anything does.
    var ground: ColorRole?
  }

  private let subject: Subject
  private let setter: Typesetter
  private let words: Words
  private let scale: Scale
  private var figures: [TouchpointID: TouchpointFigures] = [:]
  private var hotspots: [TouchpointID: Hotspot] = [:]

  init(_ subject: Subject, setter: Typesetter) {
    self.subject = subject
    self.setter = setter
    words = subject.words
    scale = subject.analysis.scale
    for figure in subject.analysis.touchpoints { figures[figure.id] = figure }
    for hotspot in subject.analysis.hotspots.hotspots where hotspot.kind != nil {
      hotspots[hotspot.touchpoint] = hotspot
    }
  }

  // MARK: What is told

  private func block(
    _ text: String, _ role: TextRole, _ size: Double, _ fill: ColorRole, above: Double,
    on ground: ColorRole? = nil
  ) -> Block {
    Block(
      label: setter.add(text, role), size: size, fill: fill, above: above, ground: ground)
  }

  mutating func blocks(of stage: Stage, _ touchpoints: [Touchpoint]) -> [Block] {
    let stages = subject.journey.stages
    let number = (stages.firstIndex(of: stage) ?? 0) + 1
    var blocks = [
      block(
        words.fill(words.page.stagePlace, "\(number)", "\(stages.count)"), .subtitle, 27, .inkSoft,
        above: 0),
      block(stage.name, .title, 48, .ink, above: 6),
    ]
    if let share = subject.analysis.stages.first(where: { $0.stage == stage.id })?.stillHere {
      blocks.append(
        block(
          words.fill(words.stillHere, words.numbers.percent(share)), .subtitle, 27, .inkSoft,
          above: 8))
    }
    for (index, touchpoint) in touchpoints.enumerated() {
      let felt = figures[touchpoint.id]?.felt.map { words.score($0.mean, on: scale) }
      blocks.append(
        block(
          (felt ?? words.unknownScore) + "\u{2002}" + touchpoint.name, .cardTitle, 29, .ink,
          above: index == 0 ? 30 : 12))
    }
    return blocks
  }

  mutating func blocks(of touchpoint: Touchpoint) -> [Block] {
    let figures = self.figures[touchpoint.id]
    let channel = touchpoint.channel.map { id in
      subject.journey[channel: id]?.name ?? id.rawValue
    }
    let place = [touchpoint.stage?.rawValue, channel].compactMap { $0 }
    var blocks: [Block] = []
    if !place.isEmpty {
      blocks.append(
        block(place.joined(separator: " · "), .subtitle, 27, .inkSoft, above: 0))
    }
    blocks.append(block(touchpoint.name, .title, 48, .ink, above: 6))
    if let hotspot = hotspots[touchpoint.id] {
      let text = words.fill(words.page.hotspotPlace, "\(hotspot.rank)", "\(hotspots.count)")
      blocks.append(block(text, .cardTitle, 27, .leaveInk, above: 12))
    }
    blocks += feeling(figures)
    blocks += happening(figures)
    let persona = subject.analysis.persona
    let quote = touchpoint.quotes.first { quote in
      quote.consent != false && (persona == nil || quote.persona == nil || quote.persona == persona)
    }
    if let quote { blocks.append(block(words.quote(quote.text), .quote, 31, .ink, above: 26)) }
    for (index, pain) in touchpoint.pains.prefix(3).enumerated() {
      blocks.append(block(pain, .body, 27, .painInk, above: index == 0 ? 36 : 22, on: .pain))
    }
    for decision in subject.journey.decisions where decision.about == touchpoint.id {
      let state = words.statuses[decision.status] ?? decision.status.rawValue
      let text =
        (decision.decision ?? decision.insight) + " · " + (decision.owner ?? words.noOwner)
        + " · " + state
      blocks.append(block(text, .body, 27, .decisionInk, above: 36, on: .decision))
    }
    let owner = touchpoint.owner.map { words.fill(words.page.owner, $0) }
    blocks.append(
      block(
        owner ?? words.page.noOwner, .cardTitle, 27, owner == nil ? .leaveInk : .ink, above: 32))
    return blocks
  }

  private func feeling(_ figures: TouchpointFigures?) -> [Block] {
    guard let felt = figures?.felt else {
      return [block(words.page.notMeasured, .body, 27, .inkSoft, above: 22)]
    }
    let mean = words.score(felt.mean, on: scale)
    var blocks = [
      block(
        words.fill(felt.isAssumed ? words.sayAssumed : words.sayFelt, mean), .cardTitle, 38, .ink,
        above: 22),
      block(words.page.about(felt, on: scale, in: words), .body, 27, .inkSoft, above: 4),
    ]
    if let believed = figures?.believed {
      let text = words.fill(words.sayBelieved, words.score(believed, on: scale))
      blocks.append(block(text, .body, 27, .ink, above: 12))
    }
    return blocks
  }

  private func happening(_ figures: TouchpointFigures?) -> [Block] {
    var parts: [String] = []
    if let reach = figures?.reach {
      parts.append(words.fill(words.sayReach, words.numbers.percent(reach)))
    }
    if let dropOff = figures?.dropOff, dropOff > 0 {
      parts.append(words.fill(words.leave, words.numbers.percent(dropOff)))
    }
    guard !parts.isEmpty else { return [] }
    return [block(parts.joined(separator: " · "), .body, 27, .ink, above: 12)]
  }

  // MARK: Where it stands

  /// The panel, its texts under each other; those that would not fit are left out whole.
  func draw(_ blocks: [Block], in frame: StepFrame) throws -> Group {
    let (box, unit) = (frame.panel, frame.unit)
    var group = Group(id: "panel", name: "panel", isLayer: true)
    group.add(.rect(box, radius: 0), fill: .role(.card))
    let edge = frame.isMirrored ? box.maxX : box.x
    group.add(
      .line(Point(edge, box.y), Point(edge, box.maxY)),
      stroke: Stroke(.role(.line), width: 1.5 * unit))

    let inset = 44.0
    let column = StepFrame.panelWidth - 2 * inset
    var y = inset
    for block in blocks {
      let style = setter.theme.style(block.label.role)
      let factor = block.size / style.size
      let room = column - (block.ground == nil ? 0 : 24)
      let lines = try setter.lines(block.label, width: room / factor)
      let lineHeight = block.size * (block.size > 40 ? 1.15 : 1.3)
      let height = Double(lines.count) * lineHeight
      guard y + block.above + height <= StepFrame.height - inset else { break }
      y += block.above
      if let ground = block.ground {
        group.add(
          .rect(
            Rect(
              x: box.x + inset * unit, y: box.y + (y - 8) * unit, width: column * unit,
              height: (height + 14) * unit), radius: 8 * unit), fill: .role(ground))
      }
      let isAtRight = frame.isMirrored || block.label.direction == .rightToLeft
      let margin = inset + (block.ground == nil ? 0 : 12)
      for (row, line) in lines.enumerated() {
        let baseline = y + Double(row) * lineHeight + block.size * 0.95
        group.add(
          TextLine(
            line.text,
            at: Point(
              isAtRight ? box.maxX - margin * unit : box.x + margin * unit,
              box.y + baseline * unit),
            anchor: isAtRight ? .right : .left, role: block.label.role, fill: .role(block.fill),
            width: line.width * factor * unit, direction: block.label.direction,
            scale: factor * unit))
      }
      y += height
    }
    return group
  }
}
