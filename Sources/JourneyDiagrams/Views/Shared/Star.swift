/// The mark of a moment of truth.
enum Star {
  /// A star with five points.
  static func path(center: Point, radius: Double) -> Path {
    // Sine and cosine of 36°·k from the top, outer and inner points in turn.
    let directions: [(Double, Double)] = [
      (0, -1), (0.587785, -0.809017), (0.951057, -0.309017), (0.951057, 0.309017),
      (0.587785, 0.809017), (0, 1), (-0.587785, 0.809017), (-0.951057, 0.309017),
      (-0.951057, -0.309017), (-0.587785, -0.809017),
    ]
    return .polygon(
      directions.enumerated().map { index, direction in
        let length = index.isMultiple(of: 2) ? radius : radius * 0.44
        return Point(center.x + direction.0 * length, center.y + direction.1 * length)
      })
  }
}
