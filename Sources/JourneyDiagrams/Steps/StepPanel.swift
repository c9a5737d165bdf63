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
    /// How many lines it has at most where there is too much to tell.
    var most = 2
    /// What it ends with when it is cut.
    var end = "…"
  }

  /// What is told about one thing.
  enum Part {
    /// What is always told.
    case block(Block)
    /// What is told from the first on, as far as it fits; then how many more there are.
    case list([Block], count: Int)
  }

  private let subject: Subject
  private let setter: Typesetter
  private let words: Words
  private let scale: Scale
  private var figures: [TouchpointID: TouchpointFigures] = [:]
  private var hotspots: [TouchpointID: Hotspot] = [:]
  /// What tells how many more there are: one more, two more and so on.
  private var more: [Typesetter.Label] = []
  /// More touchpoints than a panel has lines for.
  private static let mostTouchpoints = 24
  private static let mostPains = 3

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
    on ground: ColorRole? = nil, most: Int = 2, end: String = "…"
  ) -> Block {
    Block(
      label: setter.add(text, role), size: size, fill: fill, above: above, ground: ground,
      most: most, end: end)
  }

  /// A list, and words for any number of it that is left out.
  private mutating func list(_ blocks: [Block], of count: Int? = nil) -> Part {
    let count = count ?? blocks.count
    while more.count < count {
      let text = words.fill(words.more, words.numbers.count(Double(more.count + 1)))
      more.append(setter.add(text, .subtitle))
    }
    return .list(blocks, count: count)
  }

  mutating func parts(of stage: Stage, _ touchpoints: [Touchpoint]) -> [Part] {
    let stages = subject.journey.stages
    let number = (stages.firstIndex(of: stage) ?? 0) + 1
    let place = words.fill(words.page.stagePlace, "\(number)", "\(stages.count)")
    var blocks = [
      block(place, .subtitle, 27, .inkSoft, above: 0),
      block(stage.name, .title, 48, .ink, above: 6, most: 3),
    ]
    if let share = subject.analysis.stages.first(where: { $0.stage == stage.id })?.stillHere {
      let text = words.fill(words.stillHere, words.numbers.percent(share))
      blocks.append(block(text, .subtitle, 27, .inkSoft, above: 8))
    }
    let told = touchpoints.prefix(Self.mostTouchpoints).enumerated().map { index, touchpoint in
      let felt = figures[touchpoint.id]?.felt.map { words.score($0.mean, on: scale) }
      return block(
        (felt ?? words.unknownScore) + "\u{2002}" + touchpoint.name, .cardTitle, 29, .ink,
        above: index == 0 ? 30 : 12)
    }
    return blocks.map { .block($0) } + [list(told, of: touchpoints.count)]
  }

  mutating func parts(of touchpoint: Touchpoint) -> [Part] {
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
    blocks.append(block(touchpoint.name, .title, 48, .ink, above: 6, most: 3))
    if let hotspot = hotspots[touchpoint.id] {
      let text = words.fill(
        words.page.hotspotPlace, words.numbers.plain(hotspot.rank),
        words.numbers.plain(hotspots.count))
      blocks.append(block(text, .cardTitle, 27, .leaveInk, above: 12))
    }
    blocks += feeling(figures)
    blocks += happening(figures)
    if let quote = quote(of: touchpoint) { blocks.append(quote) }
    let pains = touchpoint.pains.prefix(Self.mostPains).enumerated().map { index, pain in
      block(pain, .body, 27, .painInk, above: index == 0 ? 36 : 22, on: .pain, most: 4)
    }
    let decisions = subject.journey.decisions.filter { $0.about == touchpoint.id }
      .map { decision in
        let state = words.state(decision)
        let end = " · " + (decision.owner ?? words.noOwner) + " · " + state
        return block(
          words.told(decision) + end, .body, 27, .decisionInk, above: 36,
          on: .decision, most: 4, end: "…" + end)
      }
    let owner = touchpoint.owner.map { words.fill(words.page.owner, $0) }
    let who = block(
      owner ?? words.page.noOwner, .cardTitle, 27, owner == nil ? .leaveInk : .ink, above: 32)
    return blocks.map { .block($0) } + [
      list(pains, of: touchpoint.pains.count), list(decisions), .block(who),
    ]
  }

  private func quote(of touchpoint: Touchpoint) -> Block? {
    let persona = subject.analysis.persona
    let quote = touchpoint.quotes.first { quote in
      quote.consent != false && (persona == nil || quote.persona == nil || quote.persona == persona)
    }
    guard let quote else { return nil }
    let closing = words.quoted.split(separator: "{}", omittingEmptySubsequences: false).last ?? ""
    return block(
      words.quote(quote.text), .quote, 31, .ink, above: 26, most: 4, end: "…" + closing)
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

  /// The panel, its texts under each other: whole where all of them fit, else shortened, with how
  /// much more there is.
  func draw(_ parts: [Part], in frame: StepFrame) throws -> Group {
    let (box, unit) = (frame.panel, frame.unit)
    var group = Group(id: "panel", name: "panel", isLayer: true)
    group.add(.rect(box, radius: 0), fill: .role(.card))
    let edge = frame.isMirrored ? box.maxX : box.x
    group.add(
      .line(Point(edge, box.y), Point(edge, box.maxY)),
      stroke: Stroke(.role(.line), width: 1.5 * unit))

    let column = StepColumn(setter: setter, more: more)
    let (inset, width) = (StepColumn.inset, StepColumn.width)
    var y = inset
    for text in try column.fitted(parts) {
      let block = text.block
      y += block.above
      if let ground = block.ground {
        group.add(
          .rect(
            Rect(
              x: box.x + inset * unit, y: box.y + (y - 8) * unit, width: width * unit,
              height: (text.height + 14) * unit), radius: 8 * unit), fill: .role(ground))
      }
      let isAtRight = frame.isMirrored || block.label.direction == .rightToLeft
      let margin = inset + (block.ground == nil ? 0 : 12)
      for (row, line) in text.lines.enumerated() {
        let baseline = y + Double(row) * text.lineHeight + block.size * 0.95
        group.add(
          TextLine(
            line.text,
            at: Point(
              isAtRight ? box.maxX - margin * unit : box.x + margin * unit,
              box.y + baseline * unit),
            anchor: isAtRight ? .right : .left, role: block.label.role, fill: .role(block.fill),
            width: line.width * text.factor * unit, direction: block.label.direction,
            scale: text.factor * unit * line.scale))
      }
      y += text.height
    }
    return group
  }
}
