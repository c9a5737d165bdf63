/// The lines of a curve in place: heights, and the labels at the lines' ends.
struct CurvePlot {
  /// A label at a line's end.
  struct EndLabel {
    /// The line it belongs to; nil for belief.
    enum Line: Hashable {
      case felt
      case belief
      case thin(Int)
    }

    var line: Line
    /// Where the line ends, neutral being y = 0.
    var end: Point
    var label: Typesetter.Label
    var lines: [Typesetter.Line]
    var note: Typesetter.Label?
    var noteLines: [Typesetter.Line]
    var height: Double
    /// The top of the label.
    var top = 0.0
  }

  let content: CurveContent
  let frame: CurveFrame
  let setter: Typesetter
  let names: [[Typesetter.Line]]
  let channels: [[Typesetter.Line]]
  let evidence: [[Typesetter.Line]]
  private(set) var labels: [EndLabel] = []
  /// The top and the bottom of the plot, neutral being y = 0.
  private(set) var top: Double
  private(set) var bottom: Double

  /// How opaque the band of the interval is.
  static let bandOpacity = 0.3
  /// The dots of a bridge over what is not measured.
  static let bridge = [0.5, 6.0]

  /// Finds the places of everything.
  init(_ content: CurveContent, frame: CurveFrame, setter: Typesetter) throws {
    self.content = content
    self.frame = frame
    self.setter = setter
    let k = setter.theme.scale
    let room = frame.columnWidth - 10 * k
    names = try content.columns.map { try setter.lines($0.name, width: room) }
    channels = try content.columns.map { column in
      try column.channel.map { try setter.lines($0, width: room) } ?? []
    }
    evidence = try content.columns.map { column in
      try column.evidence.map { try setter.lines($0, width: room) } ?? []
    }
    let levels = content.levels.levels.map { -$0.v * frame.unit }
    top = (levels.min() ?? 0) - 16 * k
    bottom = (levels.max() ?? 0) + 16 * k
    for felt in content.columns.compactMap(\.felt) {
      top = min(top, -felt.v * frame.unit - frame.radius - 6 * k)
      bottom = max(bottom, -felt.v * frame.unit + frame.radius + 6 * k)
    }
    try placeLabels()
    if let first = labels.first { top = min(top, first.top) }
    if let last = labels.last { bottom = max(bottom, last.top + last.height) }
  }

  /// Whether a line has known values on both sides of an unknown one.
  static func hasGap(_ values: [CurveContent.Value?]) -> Bool {
    guard let first = values.firstIndex(where: { $0 != nil }),
      let last = values.lastIndex(where: { $0 != nil })
    else { return false }
    return values[first...last].contains { $0 == nil }
  }

  /// Where a value of a line stands, neutral being y = 0.
  func point(_ column: Int, _ v: Double, offset: Double = 0) -> Point {
    Point(frame.center(column) + offset, -v * frame.unit)
  }

  private mutating func placeLabels() throws {
    func last(_ values: [Double?]) -> Int? { values.lastIndex { $0 != nil } }
    let felt = content.columns.map { $0.felt?.v }
    if let index = last(felt), let v = felt[index] {
      try addLabel(.felt, at: point(index, v), content.feltLabel, content.feltNote)
    }
    let believed = content.columns.map(\.believed)
    if let index = last(believed), let v = believed[index] {
      try addLabel(.belief, at: point(index, v), content.beliefLabel, nil)
    }
    for (number, line) in content.lines.enumerated() {
      let values = line.values.map { $0?.v }
      guard let index = last(values), let v = values[index] else { continue }
      try addLabel(
        .thin(number), at: point(index, v, offset: frame.offsets[number]), line.label, line.note)
    }
    let gap = 6 * setter.theme.scale
    let order = labels.indices.sorted { (labels[$0].end.y, $0) < (labels[$1].end.y, $1) }
    labels = order.map { labels[$0] }
    let tops = Stacking.tops(
      wanted: labels.map { $0.end.y - setter.theme.lineHeight($0.label.role) / 2 },
      heights: labels.map { $0.height + gap })
    for (index, top) in tops.enumerated() { labels[index].top = top }
  }

  private mutating func addLabel(
    _ line: EndLabel.Line, at end: Point, _ label: Typesetter.Label, _ note: Typesetter.Label?
  ) throws {
    let lines = try setter.lines(label, width: frame.labelWidth)
    let noteLines = try note.map { try setter.lines($0, width: frame.labelWidth) } ?? []
    let height =
      Double(lines.count) * setter.theme.lineHeight(label.role)
      + Double(noteLines.count) * setter.theme.lineHeight(.cardNote)
    labels.append(
      EndLabel(
        line: line, end: end, label: label, lines: lines, note: note, noteLines: noteLines,
        height: height))
  }
}
