/// How one persona's line differs from the others' without colour: by its dashes and its marks.
struct PersonaMark {
  private enum Form: CaseIterable {
    case diamond, square, triangle, circle, kite, star
  }

  private let form: Form
  private let pattern: [Double]

  /// The mark of the persona at a position in the document.
  init(_ index: Int) {
    form = Form.allCases[index % Form.allCases.count]
    // Never the dashes of belief, as long as their gaps, nor the dots of what is not measured.
    let patterns: [[Double]] = [[], [13, 3, 2.5, 3], [18, 4], [9, 3, 2.5, 3, 2.5, 3]]
    pattern = patterns[index % patterns.count]
  }

  /// On which side of everybody's circles the marks of one of several personas stand, the same in
  /// every view: −1 for the left, where the first does.
  static func side(of number: Int) -> Double { number.isMultiple(of: 2) ? -1 : 1 }

  /// The dashes of the line.
  func dashes(scale: Double) -> [Double] { pattern.map { $0 * scale } }

  /// The outline of the mark.
  func geometry(_ center: Point, radius r: Double) -> Shape.Geometry {
    func polygon(_ points: [(Double, Double)]) -> Shape.Geometry {
      .path(.polygon(points.map { Point(center.x + $0.0 * r, center.y + $0.1 * r) }))
    }
    switch form {
    case .diamond: return polygon([(0, -1.2), (1.2, 0), (0, 1.2), (-1.2, 0)])
    case .square: return polygon([(-0.9, -0.9), (0.9, -0.9), (0.9, 0.9), (-0.9, 0.9)])
    case .triangle: return polygon([(0, -1.2), (1.15, 0.85), (-1.15, 0.85)])
    case .circle: return .circle(center, radius: r)
    case .kite: return polygon([(0, 1.2), (1.15, -0.85), (-1.15, -0.85)])
    case .star: return .path(Star.path(center: center, radius: 1.35 * r))
    }
  }
}
