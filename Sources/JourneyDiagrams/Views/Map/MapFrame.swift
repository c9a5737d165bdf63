/// Where the map's columns stand from left to right.
struct MapFrame {
  /// The width of the picture.
  let width: Double
  /// The left edge of everything.
  let left = 40.0
  /// The left edge of the columns, right of the axis.
  let plotLeft: Double
  /// The right edge of the columns.
  let plotRight: Double
  /// The width of a column.
  let columnWidth: Double
  /// The width of the card in a column.
  let cardWidth: Double

  /// The least width of a column in which running text is readable.
  static let leastColumn = 172.0
  /// The most width of a card.
  static let mostCard = 340.0

  /// Fits so many columns beside an axis.
  ///
  /// - Parameters:
  ///   - columns: How many columns.
  ///   - axisWidth: The width of the axis's words and marks.
  ///   - rightWidth: The width of what stands right of the columns.
  ///   - leastColumn: The least width of a column.
  ///   - form: The form of the map.
  ///   - wider: How much wider than its board a slide is.
  init(
    columns: Int, axisWidth: Double, rightWidth: Double = 0,
    leastColumn: Double = MapFrame.leastColumn, form: MapForm, wider: Double = 1
  ) {
    let least = form.isCompact || form.isStrip ? 0.0 : 190
    plotLeft = max(least, (left + axisWidth + 20).rounded())
    let count = max(1, columns)
    // Few touchpoints make a small picture rather than a stretched one; a slide is as wide as it is.
    let wanted =
      form.isCompact || form.isStrip
      ? form.boardWidth * wider : min(form.boardWidth, 1040 + 150 * Double(count - 1))
    let rightEdge = wanted - 40 - rightWidth
    columnWidth = max(leastColumn, ((rightEdge - plotLeft) / Double(count)))
    plotRight = plotLeft + columnWidth * Double(count)
    width = (plotRight + rightWidth + 40).rounded()
    cardWidth = min(Self.mostCard, columnWidth - 12)
  }

  /// The right edge of everything.
  var right: Double { width - 40 }

  /// The right edge of words that should be near the title, in very wide pictures.
  var readableRight: Double { width <= 2800 ? right : 2360 }

  /// The middle of a column.
  func center(_ column: Int) -> Double { plotLeft + columnWidth * (Double(column) + 0.5) }

  /// The edges of a column.
  func edges(_ column: Int) -> (left: Double, right: Double) {
    let left = plotLeft + columnWidth * Double(column)
    return (left, left + columnWidth)
  }

  /// The left edge of a column's card.
  func cardLeft(_ column: Int) -> Double { center(column) - cardWidth / 2 }
}
