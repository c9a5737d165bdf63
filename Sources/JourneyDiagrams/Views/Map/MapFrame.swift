/// Where the map's columns stand from left to right.
struct MapFrame {
  /// The width of the picture.
  let width: Double
  /// The left edge of everything.
  let left = 40.0
  /// The left edge of the columns, right of the axis.
  let plotLeft: Double
  /// The width of a column.
  let columnWidth: Double
  /// The width of the card in a column.
  let cardWidth: Double

  /// The least width of a column in which text is readable.
  static let leastColumn = 172.0
  /// The most width of a card.
  static let mostCard = 340.0

  /// Fits so many columns beside an axis of so much width.
  init(columns: Int, axisWidth: Double) {
    plotLeft = max(190, (left + axisWidth + 20).rounded())
    let count = max(1, columns)
    // Few touchpoints make a small picture rather than a stretched one.
    let wanted = count >= 7 ? 1920 : 1040 + 150 * Double(count - 1)
    let rightEdge = wanted - 40
    columnWidth = max(Self.leastColumn, ((rightEdge - plotLeft) / Double(count)))
    width = (plotLeft + columnWidth * Double(count) + 40).rounded()
    cardWidth = min(Self.mostCard, columnWidth - 12)
  }

  /// The right edge of everything.
  var right: Double { width - 40 }

  /// The right edge of words that should be near the title, in very wide pictures.
  var readableRight: Double { width <= 2800 ? right : 2360 }

  /// The middle of a column.
  func center(_ column: Int) -> Double { plotLeft + columnWidth * (Double(column) + 0.5) }

  /// The left edge of a column's card.
  func cardLeft(_ column: Int) -> Double { center(column) - cardWidth / 2 }
}
