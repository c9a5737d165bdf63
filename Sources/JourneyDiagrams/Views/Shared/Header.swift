import JourneyAnalysis
import JourneyModel

/// The top of a picture: title, what it is about, and up to five figures.
struct Header {
  private struct Figure {
    var value: Typesetter.Label
    var label: Typesetter.Label
    var paint: Paint
  }

  private let setter: Typesetter
  private let title: Typesetter.Label
  private let subtitle: Typesetter.Label?
  private var figures: [Figure] = []

  private static let figureGap = 52.0

  /// Takes the header's words; they are measured with everything else.
  init(_ subject: Subject, setter: Typesetter) {
    self.setter = setter
    title = setter.add(subject.journey.title, .title)
    let subtitle = Self.subtitle(of: subject)
    self.subtitle = subtitle.isEmpty ? nil : setter.add(subtitle, .subtitle)
    addFigures(of: subject)
  }

  /// Where the header's parts go.
  struct Layout {
    /// How high the header is.
    var height: Double
    fileprivate var title: [Typesetter.Line]
    fileprivate var subtitle: [Typesetter.Line]
    fileprivate var figureX: [Double]
    fileprivate var figureY: Double
  }

  /// Lays the header out between two edges.
  func layout(left: Double, right: Double) throws -> Layout {
    let widths = figures.map { max(setter.width($0.value), setter.width($0.label)) }
    let total = widths.reduce(0, +) + Self.figureGap * Double(max(0, figures.count - 1))
    let beside = right - left - total - 64
    let needed = max(setter.width(title), subtitle.map(setter.width) ?? 0)
    // Beside the title where it stays on two lines, else below it.
    let isBeside = needed <= beside || (beside > 420 && needed <= 1.8 * beside)
    let column = isBeside ? beside : right - left
    let titleLines = try setter.lines(title, width: column)
    let subtitleLines = try subtitle.map { try setter.lines($0, width: column) } ?? []
    let textHeight =
      Double(titleLines.count) * setter.theme.lineHeight(.title)
      + Double(subtitleLines.count) * setter.theme.lineHeight(.subtitle)
    var x: [Double] = []
    var next = isBeside ? right - total : left
    var rows = 1.0
    var figureTop = isBeside ? 0 : textHeight + 22
    let rowHeight = 62.0
    let first = figureTop
    for width in widths {
      if next + width > right + 0.5, next > left { (next, rows) = (left, rows + 1) }
      x.append(next)
      next += width + Self.figureGap
    }
    if rows > 1 { figureTop = first }
    let height = isBeside ? max(textHeight, 56) : textHeight + 22 + rows * rowHeight
    return Layout(
      height: height, title: titleLines, subtitle: subtitleLines, figureX: x, figureY: figureTop)
  }

  /// Draws the header with its top at `y`.
  func draw(_ layout: Layout, left: Double, y: Double) -> Group {
    var group = Group(id: "header", name: "header", isLayer: true)
    var baseline = y + setter.ascent(.title)
    group.elements += setter.placed(
      layout.title, of: title, at: Point(left, baseline), fill: .role(.ink))
    baseline += Double(layout.title.count - 1) * setter.theme.lineHeight(.title)
    if let subtitle {
      group.elements += setter.placed(
        layout.subtitle, of: subtitle, at: Point(left, baseline + 30), fill: .role(.inkSoft))
    }
    var row = y + layout.figureY
    var last = -Double.infinity
    for (figure, x) in zip(figures, layout.figureX) {
      if x < last { row += 62 }
      last = x
      group.elements.append(
        setter.placed(figure.value, at: Point(x, row + 29), fill: figure.paint))
      group.elements.append(
        setter.placed(figure.label, at: Point(x, row + 54), fill: .role(.inkSoft)))
    }
    return group
  }

  private static func subtitle(of subject: Subject) -> String {
    let (journey, words) = (subject.journey, subject.words)
    var parts: [String] = []
    if let persona = subject.persona {
      let about = persona.about.map { words.listSeparator + Scalars.isolated($0) } ?? ""
      parts.append(Scalars.isolated(persona.name) + about)
    } else if journey.personas.count > 1 {
      parts.append(words.allPersonas)
    } else if let persona = journey.personas.first {
      parts.append(
        Scalars.isolated(persona.name)
          + (persona.about.map { words.listSeparator + Scalars.isolated($0) } ?? ""))
    }
    switch journey.state {
    case .asIs: parts.append(words.today)
    case .toBe: parts.append(words.planned)
    case nil: break
    }
    var counted: [String] = []
    if let started = subject.analysis.started {
      counted.append(
        words.fill(words.countOfCustomers, words.numbers.count(started), journey.customers))
    }
    if let period = journey.period { counted.append(words.period(period)) }
    if !counted.isEmpty { parts.append(counted.joined(separator: words.listSeparator)) }
    return parts.joined(separator: "  ·  ")
  }

  private mutating func addFigures(of subject: Subject) {
    let (analysis, words) = (subject.analysis, subject.words)
    let scale = analysis.scale
    add(
      analysis.ends.map { words.numbers.percent($0.completed) }, or: words.noFlow,
      subject.journey.ends.completed ?? words.completed, .role(.ink))
    let ends = (words.bound(scale.low, on: scale), words.bound(scale.high, on: scale))
    add(
      analysis.felt.map { words.score($0, on: scale) }, or: words.notMeasured,
      words.fill(words.feltOnScale, ends.0, ends.1),
      .emotion(analysis.felt.map(scale.normalized) ?? 0))
    add(
      analysis.believed.map { words.score($0, on: scale) }, or: words.notMeasured, words.believed,
      .role(.inkSoft))
    let gapIsBad = (analysis.gap ?? 0) > 0.1 * scale.unit
    add(
      analysis.gap.map { words.numbers.decimal($0, places: scale.unit >= 20 ? 0 : 1) },
      or: words.notMeasured, words.gap, .role(gapIsBad ? .leaveInk : .ink))
    addHotspots(of: subject)
  }

  private mutating func addHotspots(of subject: Subject) {
    let (analysis, words) = (subject.analysis, subject.words)
    guard analysis.hasFlow else {
      return add(nil, or: words.noFlow, words.hotspots.other, .role(.ink))
    }
    let hotspots = analysis.hotspots.hotspots.filter { $0.kind != nil }
    let unowned = hotspots.count { $0.owner == nil }
    let name = words.hotspots(Double(hotspots.count))
    let label =
      unowned == 0
      ? name : words.fill(words.withoutOwner, name, words.numbers.count(Double(unowned)))
    add(words.numbers.count(Double(hotspots.count)), or: "", label, .role(.ink))
  }

  private mutating func add(
    _ value: String?, or unknown: String, _ label: String, _ paint: Paint
  ) {
    figures.append(
      Figure(
        value: setter.add(value ?? unknown, value == nil ? .figureUnknown : .figure),
        label: setter.add(label, .figureLabel),
        paint: value == nil ? .role(.inkSoft) : paint))
  }
}
