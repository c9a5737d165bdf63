/// Where the columns of the picture of two journeys stand.
struct DiffFrame {
  /// The width of the picture.
  let width: Double
  /// The left edge of everything.
  let left: Double
  /// The left edge of the columns, right of the axis and of the lanes' titles.
  let plotLeft: Double
  /// The right edge of the columns.
  let plotRight: Double
  /// The width of a column.
  let columnWidth: Double
  /// The left edge of the labels at the lines' ends.
  let labelLeft: Double
  /// The widest a label is.
  let labelWidth: Double
  /// The radius of a circle with a score.
  let radius: Double
  /// px for each unit of v.
  let unit: Double

  /// Fits the columns between the axis and the labels.
  init(_ content: DiffContent, setter: Typesetter) {
    let k = setter.theme.scale
    let isBrief = setter.theme.isBrief
    left = Page.margin(setter.theme)
    let titles = content.lanes.map(setter.width).max() ?? 0
    // From far away signs and numbers say what most lanes are; heat is named.
    let named =
      isBrief ? content.heatTitle.map(setter.width).map { $0 + 10 * k } ?? 0 : titles + 24 * k
    plotLeft = (left + max(content.levels.width, named)).rounded()
    let scores = content.columns.compactMap(\.score).map(setter.width)
    radius = max(18 * k, ((scores.max() ?? 0) / 2 + 4 * k).rounded())
    let labels = [content.before, content.after]
    let widest = labels.map(setter.width).max() ?? 0
    let word = labels.map(setter.longestWord).max() ?? 0
    // From far away the legend says which line is which.
    labelWidth = isBrief ? 0 : min(widest, max(word, 130 * k)).rounded(.up) + 1

    let count = Double(max(1, content.columns.count))
    var words = content.columns.map { setter.longestWord($0.name) }.max() ?? 0
    if isBrief {
      // A sign and two numbers stay on one line.
      let entries = content.columns.flatMap { $0.cells.joined() }
      words = max(words, (entries.map { setter.width($0.text) }.max() ?? 0) + 20 * k)
    }
    let least =
      isBrief
      ? max(2.6 * radius, min(140 * k, max(76 * k, words + 10 * k)))
      : min(210 * k, max(150 * k, words + 34 * k))
    let room = isBrief ? 0 : 22 * k
    let around = plotLeft + room + labelWidth + left
    // Few touchpoints make a small picture rather than a stretched one.
    let wanted = count >= 7 ? 1920 : 1080 + 140 * (count - 1)
    columnWidth = min(max(least, (wanted - around) / count), max(least, 330 * k))
    plotRight = plotLeft + columnWidth * count
    labelLeft = plotRight + room
    width = (labelLeft + labelWidth + left).rounded(.up)
    unit = isBrief ? (92 * k).rounded() : min(230 * k, max(150 * k, width * 0.1)).rounded()
  }

  /// The middle of a column.
  func center(_ column: Int) -> Double { plotLeft + columnWidth * (Double(column) + 0.5) }

  /// The edges of a column.
  func edges(_ column: Int) -> (left: Double, right: Double) {
    let start = plotLeft + columnWidth * Double(column)
    return (start, start + columnWidth)
  }

  /// The space between two cards.
  func gap(_ theme: Theme) -> Double { (theme.isBrief ? 3 : 6) * theme.scale }
}
