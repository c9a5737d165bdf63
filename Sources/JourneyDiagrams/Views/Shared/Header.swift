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
  /// Which figures are not known, in one line.
  private var missing: Typesetter.Label?

  private let isBrief: Bool
  private var k: Double { setter.theme.scale }
  /// The space between two figures.
  private var figureGap: Double { (isBrief ? 36 : 52) * k }
  /// The least width of a title that is broken for figures beside it.
  private var leastTitle: Double { (isBrief ? 300 : 380) * k }
  /// The space above the line of what is missing.
  private var missingGap: Double { 10 * k }
  /// From the top of a row of figures to the next.
  private var rowHeight: Double {
    setter.theme.lineHeight(.figure) + setter.theme.lineHeight(.figureLabel) + 8 * k
  }

  /// Takes the header's words; they are measured with everything else.
  init(_ subject: Subject, setter: Typesetter) {
    self.setter = setter
    isBrief = setter.theme.isBrief
    title = setter.add(subject.journey.title, .title)
    let subtitle = Self.subtitle(of: subject, isBrief: isBrief)
    self.subtitle = subtitle.isEmpty ? nil : setter.add(subtitle, .subtitle)
    addFigures(of: subject)
  }

  /// A large number with what it is.
  struct Value {
    /// The number; nil when it is not known.
    var value: String?
    /// What stands for a number that is not known.
    var unknown: String
    /// What it is.
    var label: String
    /// The same in a list of what is not known.
    var short: String
    var paint: Paint

    init(
      _ value: String?, or unknown: String = "", _ label: String, short: String? = nil,
      _ paint: Paint
    ) {
      (self.value, self.unknown, self.label, self.paint) = (value, unknown, label, paint)
      self.short = short ?? label
    }
  }

  /// A header of what is no journey; without figures unless given.
  init(title: String, subtitle: String, figures: [Value] = [], setter: Typesetter) {
    self.setter = setter
    isBrief = setter.theme.isBrief
    self.title = setter.add(title, .title)
    self.subtitle = subtitle.isEmpty ? nil : setter.add(subtitle, .subtitle)
    for figure in figures { add(figure.value, or: figure.unknown, figure.label, figure.paint) }
  }

  /// A header with figures of one's own.
  init(
    title: String, subtitle: String, figures: [(value: String?, label: String, paint: Paint)],
    setter: Typesetter
  ) {
    self.init(title: title, subtitle: subtitle, setter: setter)
    for figure in figures { add(figure.value, or: "–", figure.label, figure.paint) }
  }

  /// Where the header's parts go.
  struct Layout {
    /// How high the header is.
    var height: Double
    fileprivate var title: [Typesetter.Line]
    fileprivate var subtitle: [Typesetter.Line]
    fileprivate var missing: [Typesetter.Line]
    fileprivate var figureX: [Double]
    fileprivate var figureY: Double
  }

  /// Lays the header out between two edges: the figures beside the title, the last one at the right
  /// edge, where the title stays on two lines; else below it.
  func layout(left: Double, right: Double) throws -> Layout {
    let widths = figures.map { max(setter.width($0.value), setter.width($0.label)) }
    let needed = max(setter.width(title), subtitle.map(setter.width) ?? 0)
    let room = right - left - (isBrief ? 28 : 48) * k
    // At even distances where there is room for it, else as near as they may stand.
    let places = [Self.even(widths, gap: 0.85 * figureGap), Self.close(widths, gap: figureGap)]
    // Large letters rather stand near than on two lines.
    let onOneLine = isBrief ? places.first { needed <= room - ($0.last ?? 0) } : nil
    let fitting =
      figures.isEmpty
      ? [0]
      : onOneLine
        ?? places.first { places in
          let beside = room - (places.last ?? 0)
          return needed <= beside || (beside > leastTitle && needed <= 1.8 * beside)
        }
    let column = fitting.map { room - ($0.last ?? 0) } ?? (right - left)
    let titleLines = try setter.lines(title, width: column)
    let subtitleLines = try subtitle.map { try setter.lines($0, width: column) } ?? []
    let missingLines = try missing.map { try setter.lines($0, width: column) } ?? []
    var textHeight =
      Double(titleLines.count) * setter.theme.lineHeight(.title)
      + Double(subtitleLines.count) * setter.theme.lineHeight(.subtitle)
    if !missingLines.isEmpty {
      textHeight +=
        missingGap + Double(missingLines.count) * setter.theme.lineHeight(.figureLabel)
    }
    var layout = Layout(
      height: max(textHeight, 56 * k), title: titleLines, subtitle: subtitleLines,
      missing: missingLines, figureX: [], figureY: 0)
    if let fitting {
      layout.figureX = fitting.dropLast().map { right - (fitting.last ?? 0) + $0 }
      return layout
    }
    layout.figureY = textHeight + 22 * k
    var (next, rows) = (left, 1.0)
    for width in widths {
      if next + width > right + 0.5, next > left { (next, rows) = (left, rows + 1) }
      layout.figureX.append(next)
      next += width + figureGap
    }
    layout.height = layout.figureY + rows * rowHeight
    return layout
  }

  /// Where figures begin when each has as much room as the widest, and behind them where they end.
  private static func even(_ widths: [Double], gap: Double) -> [Double] {
    let pitch = (widths.dropLast().max() ?? 0) + gap
    return widths.indices.map { Double($0) * pitch }
      + [Double(max(0, widths.count - 1)) * pitch + (widths.last ?? 0)]
  }

  /// The same when each has the room that it needs.
  private static func close(_ widths: [Double], gap: Double) -> [Double] {
    var places: [Double] = []
    var next = 0.0
    for width in widths {
      places.append(next)
      next += width + gap
    }
    return places + [max(0, next - gap)]
  }

  /// Draws the header with its top at `y`.
  func draw(_ layout: Layout, left: Double, y: Double) -> Group {
    var group = Group(id: "header", name: "header", isLayer: true)
    var baseline = y + setter.ascent(.title)
    group.elements += setter.placed(
      layout.title, of: title, at: Point(left, baseline), fill: .role(.ink))
    baseline += Double(layout.title.count - 1) * setter.theme.lineHeight(.title)
    baseline += setter.theme.lineHeight(.subtitle) + 8 * k
    if let subtitle {
      group.elements += setter.placed(
        layout.subtitle, of: subtitle, at: Point(left, baseline), fill: .role(.inkSoft))
      baseline += Double(layout.subtitle.count - 1) * setter.theme.lineHeight(.subtitle)
    }
    if let missing {
      group.elements += setter.placed(
        layout.missing, of: missing,
        at: Point(left, baseline + setter.theme.lineHeight(.figureLabel) + missingGap),
        fill: .role(.inkSoft))
    }
    var row = y + layout.figureY
    var last = -Double.infinity
    for (figure, x) in zip(figures, layout.figureX) {
      if x <= last { row += rowHeight }
      last = x
      let value = row + setter.ascent(.figure) + 5 * k
      group.elements.append(setter.placed(figure.value, at: Point(x, value), fill: figure.paint))
      let label = value + setter.theme.lineHeight(.figureLabel) + 7 * k
      group.elements.append(
        setter.placed(figure.label, at: Point(x, label), fill: .role(.inkSoft)))
    }
    return group
  }

  private static func subtitle(of subject: Subject, isBrief: Bool) -> String {
    let (journey, words) = (subject.journey, subject.words)
    var parts: [String] = []
    func add(_ persona: Persona) {
      let about = isBrief ? nil : persona.about
      parts.append(
        Scalars.isolated(persona.name)
          + (about.map { words.listSeparator + Scalars.isolated($0) } ?? ""))
    }
    if let persona = subject.persona {
      add(persona)
    } else if journey.personas.count > 1 {
      parts.append(words.allPersonas)
    } else if let persona = journey.personas.first {
      add(persona)
    }
    switch journey.state {
    case .asIs: parts.append(words.today)
    case .toBe: parts.append(words.planned)
    case nil: break
    }
    var counted: [String] = []
    if let started = subject.analysis.started {
      counted.append(words.counted(started, journey.customers))
    }
    if let period = journey.period, !isBrief { counted.append(words.period(period)) }
    if !counted.isEmpty { parts.append(counted.joined(separator: words.listSeparator)) }
    return parts.joined(separator: Words.dot)
  }

  /// From so many figures that are not known on, one line names them all.
  private static let leastGathered = 2

  private mutating func addFigures(of subject: Subject) {
    let values = Self.values(of: subject, isBrief: isBrief)
    let unknown = values.filter { $0.value == nil }
    let gathers = unknown.count >= Self.leastGathered
    for figure in values where !gathers || figure.value != nil {
      add(figure.value, or: figure.unknown, figure.label, figure.paint)
    }
    guard gathers else { return }
    var reasons: [String] = []
    for figure in unknown where !reasons.contains(figure.unknown) {
      reasons.append(figure.unknown)
    }
    let words = subject.words
    let parts = reasons.map { reason in
      let names = unknown.filter { $0.unknown == reason }.map(\.short)
      return words.fill(
        words.blueprint.sayList, reason, names.joined(separator: words.listSeparator))
    }
    missing = setter.add(parts.joined(separator: Words.dot), .figureLabel)
  }

  private static func values(of subject: Subject, isBrief: Bool) -> [Value] {
    let (analysis, words) = (subject.analysis, subject.words)
    let scale = analysis.scale
    var values: [Value] = []
    func add(
      _ value: String?, or unknown: String, _ label: String, short: String? = nil, _ paint: Paint
    ) {
      values.append(Value(value, or: unknown, label, short: short, paint))
    }
    add(
      Self.completion(analysis.ends, words),
      or: analysis.ends == nil ? words.noFlow : words.notKnown,
      subject.journey.ends.completed ?? words.completed, .role(.ink))
    let others = Set(subject.journey.touchpoints.filter { !subject.meets($0) }.map(\.id))
    let figures = analysis.touchpoints.filter { !others.contains($0.id) }
    // The journey's own figures are over the touchpoints where both are known; without any, what
    // is known is said all the same.
    let both = figures.count { $0.felt != nil && $0.believed != nil }
    let felt =
      KnownMean(analysis.felt, over: both)
      ?? KnownMean(of: figures.map { ($0.felt?.mean, $0.visits) })
    let believed =
      KnownMean(analysis.believed, over: both)
      ?? KnownMean(of: figures.map { ($0.believed, $0.visits) })
    func basis(_ label: String, _ count: Int?) -> String {
      guard let count, count < figures.count else { return label }
      return words.fill(
        words.atTouchpoints, label, words.numbers.count(Double(count)),
        words.numbers.count(Double(figures.count)))
    }
    let ends = (words.bound(scale.low, on: scale), words.bound(scale.high, on: scale))
    // From far away the curve says how it feels, unless nothing was believed.
    if !isBrief || analysis.gap == nil {
      add(
        felt.map { words.score($0.value, on: scale) }, or: words.notMeasured,
        basis(words.fill(words.feltOnScale, ends.0, ends.1), felt?.count),
        short: words.howItFeels, .emotion(felt.map { scale.normalized($0.value) } ?? 0))
    }
    if !isBrief {
      add(
        believed.map { words.score($0.value, on: scale) }, or: words.notMeasured,
        // Said once beside each other.
        basis(words.believed, believed?.count == felt?.count ? nil : believed?.count),
        .role(.inkSoft))
    }
    let gapIsBad = (analysis.gap ?? 0) > 0.1 * scale.unit
    if !isBrief || analysis.gap != nil {
      // Where both are known only the number of visits can be missing.
      add(
        analysis.gap.map { words.numbers.decimal($0, places: scale.unit >= 20 ? 0 : 1) },
        or: both > 0 ? words.noFlow : words.notMeasured,
        isBrief ? words.gap : basis(words.gap, analysis.gap.map { _ in both }),
        .role(gapIsBad ? .leaveInk : .ink))
    }
    return values + [hotspots(of: subject, isBrief: isBrief)]
  }

  /// The share of those who start that completes; nil where nothing is known of any end.
  private static func completion(_ ends: EndShares?, _ words: Words) -> String? {
    guard let ends, !ends.hasUnknownOutcome else { return nil }
    let share = words.numbers.percent(ends.completed)
    return ends.ended < 0.005 ? share : words.fill(words.orMore, share)
  }

  private static func hotspots(of subject: Subject, isBrief: Bool) -> Value {
    let (analysis, words) = (subject.analysis, subject.words)
    guard analysis.hasFlow else {
      return Value(nil, or: words.noFlow, words.hotspots.other, .role(.ink))
    }
    // Nobody knows of distress that nobody measured, nor of leaving where the ends are not known.
    let isFelt = analysis.touchpoints.contains { $0.felt != nil }
    guard isFelt || analysis.ends?.hasUnknownOutcome == false else {
      return Value(nil, or: words.notMeasured, words.hotspots.other, .role(.ink))
    }
    let hotspots = analysis.hotspots.hotspots.filter { $0.kind != nil }
    let unowned = hotspots.count { $0.owner == nil }
    let name = words.hotspots(Double(hotspots.count))
    let label =
      unowned == 0 || isBrief
      ? name : words.fill(words.withoutOwner, name, words.numbers.count(Double(unowned)))
    return Value(words.numbers.count(Double(hotspots.count)), label, .role(.ink))
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
