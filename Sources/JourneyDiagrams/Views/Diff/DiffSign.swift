import JourneyAnalysis
import JourneyComparison

/// What became of a figure, as a small drawing that needs no colour.
enum DiffSign: Hashable {
  /// A triangle up, hollow where it may be chance.
  case better(isSure: Bool)
  /// A triangle down, hollow where it may be chance.
  case worse(isSure: Bool)
  /// Two level strokes.
  case same
  /// A plus: it is new.
  case new
  /// A cross: it is gone.
  case gone

  /// The sign of a change; nil where there is nothing to compare.
  init?(_ change: FigureChange?) {
    guard let change else { return nil }
    let isSure = change.verdict == .better || change.verdict == .worse
    switch change.tendency {
    case .better: self = .better(isSure: isSure)
    case .worse: self = .worse(isSure: isSure)
    case .same: self = .same
    default: return nil
    }
  }

  /// The colour of what points up or down; the feeling that it leads to.
  static func paint(isBetter: Bool) -> Paint { .emotion(isBetter ? 0.8 : -0.85) }

  /// Draws the sign.
  ///
  /// - Parameters:
  ///   - center: Its middle.
  ///   - r: Half its size.
  ///   - k: The theme's scale.
  /// - Returns: The drawing.
  func draw(center: Point, radius r: Double, scale k: Double) -> [Shape] {
    switch self {
    case .better(let isSure): return [Self.triangle(center, -r, isSure, isBetter: true, k)]
    case .worse(let isSure): return [Self.triangle(center, r, isSure, isBetter: false, k)]
    case .same:
      var path = Path()
      for y in [-0.35 * r, 0.35 * r] {
        path.move(center.x - 0.8 * r, center.y + y)
        path.line(center.x + 0.8 * r, center.y + y)
      }
      return [Shape(.path(path), stroke: Stroke(.role(.inkSoft), width: 1.6 * k))]
    case .new:
      var path = Path()
      path.move(center.x - r, center.y)
      path.line(center.x + r, center.y)
      path.move(center.x, center.y - r)
      path.line(center.x, center.y + r)
      return [Shape(.path(path), stroke: Stroke(.role(.ink), width: 2.2 * k))]
    case .gone:
      var path = Path()
      let d = 0.8 * r
      path.move(center.x - d, center.y - d)
      path.line(center.x + d, center.y + d)
      path.move(center.x - d, center.y + d)
      path.line(center.x + d, center.y - d)
      return [Shape(.path(path), stroke: Stroke(.role(.inkSoft), width: 2.2 * k))]
    }
  }

  private static func triangle(
    _ center: Point, _ tip: Double, _ isSure: Bool, isBetter: Bool, _ k: Double
  ) -> Shape {
    let r = tip.magnitude
    let path = Path.polygon([
      Point(center.x, center.y + tip * 0.9), Point(center.x - r, center.y - tip * 0.8),
      Point(center.x + r, center.y - tip * 0.8),
    ])
    let paint = paint(isBetter: isBetter)
    return isSure
      ? Shape(.path(path), fill: paint)
      : Shape(.path(path), fill: .role(.paper), stroke: Stroke(paint, width: 1.6 * k))
  }
}
