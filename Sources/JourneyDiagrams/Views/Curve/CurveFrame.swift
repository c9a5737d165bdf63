/// Where the curve's columns stand from left to right.
struct CurveFrame {
  /// The width of the picture.
  let width: Double
  /// The left edge of everything.
  let left: Double
  /// The left edge of the columns, right of the axis.
  let plotLeft: Double
  /// The width of a column.
  let columnWidth: Double
  /// The right edge of the columns.
  let plotRight: Double
  /// The left edge of the labels at the lines' ends.
  let labelLeft: Double
  /// The widest a label is.
  let labelWidth: Double
  /// The radius of a circle with a score.
  let radius: Double
  /// px for each unit of v.
  let unit: Double
  /// How far beside the middle of a column the marks of each thin line stand.
  let offsets: [Double]

  /// Fits the columns between the axis and the labels.
  init(_ content: CurveContent, setter: Typesetter) {
    let k = setter.theme.scale
    left = Page.margin(setter.theme)
    plotLeft = (left + content.levels.width).rounded()
    let scores = content.columns.compactMap(\.score).map(setter.width)
    let radius = max(18 * k, ((scores.max() ?? 0) / 2 + 4 * k).rounded())
    self.radius = radius

    // Beside the circle in turn, so that no mark hides another.
    offsets = content.lines.indices.map { index in
      let step = radius + (13 + 15 * Double(index / 2)) * k
      return PersonaMark.side(of: index) * step
    }

    var labels = content.lines.flatMap { [$0.label] + ($0.note.map { [$0] } ?? []) }
    labels += [content.feltLabel] + (content.feltNote.map { [$0] } ?? [])
    if content.columns.contains(where: { $0.believed != nil }) {
      labels.append(content.beliefLabel)
    }
    let widest = labels.map(setter.width).max() ?? 0
    let word = labels.map(setter.longestWord).max() ?? 0
    let isBrief = setter.theme.isBrief
    labelWidth = min(widest, max(word, (isBrief ? 96 : 150) * k)).rounded(.up) + 1

    let count = Double(max(1, content.columns.count))
    let words = content.columns.map { setter.longestWord($0.name) }.max() ?? 0
    let marks = 2 * ((offsets.map(\.magnitude).max() ?? radius) + 10 * k)
    let least =
      isBrief
      ? max(min(104 * k, max(72 * k, words + 8 * k)), marks)
      : max(min(190 * k, max(118 * k, words + 14 * k)), marks)
    let around = plotLeft + 26 * k + labelWidth + left
    // Few touchpoints make a small picture rather than a stretched one.
    let wanted = count >= 7 ? 1920 : 1080 + 140 * (count - 1)
    columnWidth = min(max(least, (wanted - around) / count), max(least, 330 * k))
    plotRight = plotLeft + columnWidth * count
    labelLeft = plotRight + 26 * k
    width = (labelLeft + labelWidth + left).rounded(.up)
    unit = isBrief ? (66 * k).rounded() : min(300 * k, max(160 * k, width * 0.15)).rounded()
  }

  /// The middle of a column.
  func center(_ column: Int) -> Double { plotLeft + columnWidth * (Double(column) + 0.5) }

  /// The edges of a column.
  func edges(_ column: Int) -> (left: Double, right: Double) {
    let start = plotLeft + columnWidth * Double(column)
    return (start, start + columnWidth)
  }
}
