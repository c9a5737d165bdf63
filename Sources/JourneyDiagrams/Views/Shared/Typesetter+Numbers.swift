extension Typesetter {
  /// A number in a column of numbers, its last digit under those of the others.
  ///
  /// Numbers run from left to right in every language: a picture that is mirrored afterwards would
  /// put their first digits under each other, so there the other edge is the one that is held.
  ///
  /// - Parameters:
  ///   - label: The number.
  ///   - right: The right edge of the column.
  ///   - baseline: The height of the baseline.
  ///   - width: The width of the widest number.
  ///   - fill: The paint of the digits.
  /// - Returns: The number in place.
  func placedNumber(
    _ label: Label, right: Double, baseline: Double, width: Double, fill: Paint
  ) -> Element {
    direction == .rightToLeft
      ? placed(label, at: Point(right - width, baseline), fill: fill)
      : placed(label, at: Point(right, baseline), anchor: .right, fill: fill)
  }
}
