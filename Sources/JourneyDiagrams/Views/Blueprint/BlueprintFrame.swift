/// Where a blueprint's columns stand from left to right.
struct BlueprintFrame {
  /// The factor on every length.
  let unit: Double
  /// The left edge of everything.
  let left: Double
  /// The width of the picture.
  let width: Double
  /// The left edge of the columns, right of the rows' titles.
  let plotLeft: Double
  /// The distance from one column to the next.
  let columnWidth: Double
  /// The width of a card.
  let cardWidth: Double

  /// The least space between two cards.
  private static let gap = 26.0

  /// Fits so many columns beside titles of so much width.
  ///
  /// - Parameters:
  ///   - columns: How many columns there are.
  ///   - titleWidth: The width of the rows' titles.
  ///   - leastCard: The width of a card in which no word has to be broken.
  ///   - between: The width of the words between two cards.
  ///   - theme: The theme; a brief one keeps to its board as long as it can.
  init(columns: Int, titleWidth: Double, leastCard: Double, between: Double, theme: Theme) {
    let (unit, isBrief) = (theme.scale, theme.isBrief)
    self.unit = unit
    left = Page.margin(theme)
    let margin = left
    plotLeft = (margin + titleWidth + 22 * unit).rounded()
    let count = Double(max(1, columns))
    // Few touchpoints make a small picture rather than a stretched one.
    let room = 1920 * (isBrief ? 1 : max(1, unit * 0.75)) - plotLeft - margin
    let gap =
      isBrief ? 14 * unit : max(Self.gap * unit, (between + 12 * unit).rounded(.up))
    let (narrow, wide) = isBrief ? (98 * unit, 148 * unit) : (160 * unit, 224 * unit)
    let least = min(wide, max(narrow, leastCard.rounded(.up)))
    columnWidth = min(294 * unit, max(least, (room / count).rounded(.down) - gap)) + gap
    cardWidth = columnWidth - gap
    // The header needs room of its own.
    width = max(plotLeft + columnWidth * count + margin, (isBrief ? 880 : 1040) * unit).rounded()
  }

  /// The right edge of everything.
  var right: Double { width - left }

  /// The middle of a column.
  func center(_ column: Int) -> Double { plotLeft + columnWidth * (Double(column) + 0.5) }

  /// The edges of a column.
  func edges(_ column: Int) -> (left: Double, right: Double) {
    let left = plotLeft + columnWidth * Double(column)
    return (left, left + columnWidth)
  }

  /// The left edge of a column's card.
  func cardLeft(_ column: Int) -> Double { center(column) - cardWidth / 2 }

  /// The box of the cards of several columns, in one.
  func span(_ columns: Range<Int>) -> (x: Double, width: Double) {
    (cardLeft(columns.lowerBound), columnWidth * Double(columns.count - 1) + cardWidth)
  }
}
