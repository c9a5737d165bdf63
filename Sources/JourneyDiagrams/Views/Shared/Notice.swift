import JourneyAnalysis
import JourneyModel

/// The picture that stands for one that nobody could draw yet: it says what is missing, and how to
/// add it.
struct Notice {
  /// What is said.
  struct Text {
    /// The id of the card.
    var id: String
    /// What is missing, in a few words.
    var title: String
    /// Why nothing can be drawn, and what to do.
    var text: String
    /// Lines of a document.
    ///
    /// In pieces, since some fonts draw "->" as an arrow that nobody could
    /// type.
    var example: [(pieces: [String], indent: Double)]
    /// What is said below them.
    var after: String
  }

  private let subject: Subject
  private let setter: Typesetter
  private let page: Page
  private let runs: [StageRun]
  private let count: Int
  private let said: Text
  private let heading: Typesetter.Label
  private let text: Typesetter.Label
  /// Lines of a document, each in pieces.
  private let example: [(pieces: [Typesetter.Label], indent: Double)]
  private let after: Typesetter.Label

  /// Takes the words of the notice.
  init(_ subject: Subject, order: [Touchpoint], saying said: Text, setter: Typesetter) {
    self.subject = subject
    self.setter = setter
    self.said = said
    count = order.count
    page = Page(subject, lead: nil, legend: [], leftOut: nil, setter: setter)
    let stages = subject.journey.stages.filter { stage in
      order.contains { $0.stage == stage.id }
    }
    runs = stages.enumerated().map { index, stage in
      StageRun(
        stage: stage.id, range: index..<index + 1,
        id: "stage." + XMLName.escaped(stage.id.rawValue), name: setter.add(stage.name, .stage))
    }
    heading = setter.add(said.title, .figureUnknown)
    text = setter.add(said.text, .body)
    after = setter.add(said.after, .body)
    example = said.example.map { pieces, indent in (pieces.map { setter.add($0, .body) }, indent) }
  }

  /// The picture.
  func picture(view: String) throws -> Picture {
    try setter.measure()
    let k = setter.theme.scale
    let left = Page.margin(setter.theme)
    let code = example.map { $0.pieces.reduce(0) { $0 + setter.width($1) } }.max() ?? 0
    let width = max(
      1180, left * 2 + 200 * k * Double(runs.count), left * 2 + code + 100 * k
    ).rounded(.up)
    let step = (width - 2 * left) / Double(max(1, runs.count))
    let band = try StageBand(runs, setter: setter) { index in
      (left + step * Double(index), left + step * Double(index + 1))
    }
    let opening = TouchpointSentence(subject).opening(touchpoints: count)
    let summary = subject.words.sentences([opening, said.title + "."])
    return try page.picture(view: view, width: width, summary: summary) { top in
      let y = top + band.height + (band.height > 0 ? 24 * k : 0)
      let card = try drawCard(y: y, left: left, width: min(width - 2 * left, 760 * k))
      return Page.Body(layers: [band.draw(y: top), card.group], bottom: card.bottom)
    }
  }

  private func drawCard(
    y: Double, left: Double, width: Double
  ) throws -> (group: Group, bottom: Double) {
    let (theme, k) = (setter.theme, setter.theme.scale)
    let (x, room) = (left + 24 * k, width - 48 * k)
    var group = Group(id: said.id, name: said.id, isLayer: true)
    var words: [Element] = []
    var next = y + 22 * k
    var widest = width
    func add(_ label: Typesetter.Label, indent: Double = 0, _ paint: ColorRole) throws {
      let lines = try setter.lines(label, width: room - indent)
      words += setter.placed(
        lines, of: label, at: Point(x + indent, next + setter.ascent(label.role)),
        column: room - indent, fill: .role(paint))
      next += Double(lines.count) * theme.lineHeight(label.role)
    }
    try add(heading, .ink)
    next += 6 * k
    try add(text, .inkSoft)
    next += 14 * k
    let top = next - 8 * k
    // Code is read from left to right in every language.
    var code = Group(keepsShape: true)
    for line in example {
      var place = x + (14 + 22 * line.indent) * k
      for piece in line.pieces {
        code.elements.append(
          setter.placed(piece, at: Point(place, next + setter.ascent(.body)), fill: .role(.ink)))
        place += setter.width(piece)
      }
      widest = max(widest, place + 38 * k - left)
      next += theme.lineHeight(.body)
    }
    let ground = Rect(x: x, y: top, width: widest - 48 * k, height: next + 8 * k - top)
    code.elements.insert(
      .shape(Shape(.rect(ground, radius: 6 * k), fill: .role(.band))), at: 0)
    next += 20 * k
    try add(after, .inkSoft)
    next += 20 * k
    group.add(
      .rect(Rect(x: left, y: y, width: widest, height: next - y), radius: 10 * k),
      fill: .role(.card), stroke: Stroke(.role(.line), width: 1.4 * k))
    group.add(code)
    group.elements += words
    return (group, next)
  }
}
