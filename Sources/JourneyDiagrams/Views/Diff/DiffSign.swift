import JourneyAnalysis
import JourneyComparison

/// What became of a figure, as a small drawing that needs no colour.
enum DiffSign: Hashable {
  /// A face that smiles, hollow where it may be chance.
  case better(isSure: Bool)
  /// A face that frowns, hollow where it may be chance.
  case worse(isSure: Bool)
  /// Two level strokes.
  case same
  /// A plus: it is new.
  case new
  /// A cross: it is gone.
  case gone

  /// The sign of a change; nil where there is nothing to compare.
  ///
  /// Filled are those that the sentence above the picture counts.
  init?(_ change: FigureChange?) {
    guard let change else { return nil }
    let isSure = change.isBeyondChance
    switch change.tendency {
    case .better: self = .better(isSure: isSure)
    case .worse: self = .worse(isSure: isSure)
    case .same: self = .same
    default: return nil
    }
  }

  /// The feeling whose colour and face stand for what got better or worse.
  private static func feeling(isBetter: Bool) -> Double { isBetter ? 0.8 : -0.85 }

  /// The colour of what got better or worse.
  static func paint(isBetter: Bool) -> Paint { .emotion(feeling(isBetter: isBetter)) }

  /// Draws the sign.
  ///
  /// - Parameters:
  ///   - center: Its middle.
  ///   - r: Half its size.
  ///   - k: The theme's scale.
  /// - Returns: The drawing.
  func draw(center: Point, radius r: Double, scale k: Double) -> [Shape] {
    switch self {
    case .better(let isSure): return Self.face(center, r, isSure, isBetter: true, k)
    case .worse(let isSure): return Self.face(center, r, isSure, isBetter: false, k)
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

  /// A face: arrows say where numbers went, and a number that falls may be good.
  private static func face(
    _ center: Point, _ r: Double, _ isSure: Bool, isBetter: Bool, _ k: Double
  ) -> [Shape] {
    let paint = paint(isBetter: isBetter)
    let ink: Paint = isSure ? .onEmotion(feeling(isBetter: isBetter)) : paint
    let bend = isBetter ? 0.34 * r : -0.34 * r
    let y = center.y + 0.34 * r
    var mouth = Path()
    mouth.move(center.x - 0.48 * r, y - bend / 2)
    mouth.curve(
      center.x - 0.2 * r, y + bend, center.x + 0.2 * r, y + bend, center.x + 0.48 * r,
      y - bend / 2)
    let eyes = [-0.34, 0.34].map { x in
      Shape(.circle(Point(center.x + x * r, center.y - 0.26 * r), radius: 0.15 * r), fill: ink)
    }
    let head =
      isSure
      ? Shape(.circle(center, radius: r), fill: paint)
      : Shape(
        .circle(center, radius: r - 0.6 * k), fill: .role(.paper),
        stroke: Stroke(paint, width: 1.3 * k))
    return [head] + eyes
      + [Shape(.path(mouth), stroke: Stroke(ink, width: 0.2 * r, isRound: true))]
  }

  /// A small arrow head that points where a feeling went on the curve, hollow where it may be
  /// chance.
  ///
  /// - Parameters:
  ///   - center: Its middle.
  ///   - r: Half its size.
  ///   - isUp: Whether it points up, which on the curve is better.
  ///   - isSure: Whether it is beyond chance.
  ///   - k: The theme's scale.
  /// - Returns: The drawing.
  static func arrowHead(
    center: Point, radius r: Double, isUp: Bool, isSure: Bool, scale k: Double
  ) -> Shape {
    let tip = isUp ? -r : r
    let path = Path.polygon([
      Point(center.x, center.y + tip * 0.9), Point(center.x - r, center.y - tip * 0.8),
      Point(center.x + r, center.y - tip * 0.8),
    ])
    let paint = paint(isBetter: isUp)
    return isSure
      ? Shape(.path(path), fill: paint)
      : Shape(.path(path), fill: .role(.paper), stroke: Stroke(paint, width: 1.6 * k))
  }
}
