extension Typesetter {
  /// A whole text on one line at a place.
  package func placed(
    _ label: Label, at origin: Point, anchor: TextLine.Anchor = .left, fill: Paint
  ) -> Element {
    let line = self.line(label)
    return .text(
      TextLine(
        line.text, at: origin, anchor: anchor, role: label.role, fill: fill, width: line.width,
        direction: label.direction))
  }

  /// Lines under each other, the first baseline at `origin`.
  ///
  /// Text that runs from right to left stands at the right edge of its column where other text
  /// stands at the left.
  ///
  /// - Parameters:
  ///   - lines: The lines.
  ///   - label: The text they are of.
  ///   - origin: Where the anchor of the first line stands.
  ///   - anchor: Which part of each line stands there.
  ///   - column: The width of the column, for text that runs from right to left.
  ///   - fill: The paint of the letters.
  /// - Returns: The lines in place.
  package func placed(
    _ lines: [Line], of label: Label, at origin: Point, anchor: TextLine.Anchor = .left,
    column: Double? = nil, fill: Paint
  ) -> [Element] {
    let height = theme.lineHeight(label.role)
    var anchor = anchor
    var x = origin.x
    if anchor == .left, standsAtRight(label), let column {
      anchor = .right
      x += column
    }
    return lines.enumerated().map { row, line in
      .text(
        TextLine(
          line.text, at: Point(x, origin.y + Double(row) * height), anchor: anchor,
          role: label.role, fill: fill, width: line.width, direction: label.direction,
          scale: line.scale))
    }
  }

  /// Whether a text begins at the right edge of its column.
  ///
  /// One that runs from right to left does in a picture that does not; a picture that does is
  /// mirrored as a whole.
  func standsAtRight(_ label: Label) -> Bool {
    direction == .leftToRight && label.direction == .rightToLeft
  }

  /// How far below the top of a line's box its baseline stands.
  package func ascent(_ role: TextRole) -> Double { (theme.style(role).size * 0.8).rounded() }

  /// How far below the top of a line's box its baseline stands when the letters stand in the middle.
  func middle(_ role: TextRole) -> Double {
    (theme.lineHeight(role) / 2 + 0.36 * theme.style(role).size).rounded()
  }
}
