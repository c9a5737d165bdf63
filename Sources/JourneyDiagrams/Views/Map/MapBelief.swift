/// What was believed: a dashed line, and the space between it and what is felt.
struct MapBelief {
  /// One step from a column to the next.
  private struct Span {
    var x0: Double
    var x1: Double
    var y0: Double
    var y1: Double

    /// The height of the curve at the parameter t, and its x.
    func point(_ t: Double) -> Point {
      let middle = (x0 + x1) / 2
      return Path.point(
        Point(x0, y0), Point(middle, y0), Point(middle, y1), Point(x1, y1), at: t)
    }

    /// The control points of the piece between two parameters.
    func piece(_ t0: Double, _ t1: Double) -> (Point, Point, Point, Point) {
      let middle = (x0 + x1) / 2
      let points = [Point(x0, y0), Point(middle, y0), Point(middle, y1), Point(x1, y1)]
      func blossom(_ a: Double, _ b: Double, _ c: Double) -> Point {
        func mix(_ p: Point, _ q: Point, _ t: Double) -> Point {
          Point(p.x + (q.x - p.x) * t, p.y + (q.y - p.y) * t)
        }
        let first = (0..<3).map { mix(points[$0], points[$0 + 1], a) }
        let second = (0..<2).map { mix(first[$0], first[$0 + 1], b) }
        return mix(second[0], second[1], c)
      }
      return (
        blossom(t0, t0, t0), blossom(t0, t0, t1), blossom(t0, t1, t1), blossom(t1, t1, t1)
      )
    }
  }

  /// The heights, nil where unknown, neutral being y = 0.
  let x: [Double]
  let felt: [Double?]
  let believed: [Double?]

  /// A stretch of one tint: its edges from left to right.
  private struct Area {
    var isWorse: Bool
    var end: Point
    var upper: [Path.Step]
    var lower: [(Point, Point, Point, Point)]

    var shape: Shape {
      var steps = upper
      if let last = lower.last { steps.append(.line(last.3)) }
      for piece in lower.reversed() { steps.append(.curve(piece.2, piece.1, piece.0)) }
      steps.append(.close)
      return Shape(.path(Path(steps)), fill: .role(isWorse ? .gapWorse : .gapBetter))
    }
  }

  /// The space between belief and feeling, tinted by which is above.
  ///
  /// Neighbouring pieces of one tint are one shape, since two would show a seam.
  func areas(down dy: Double) -> [Shape] {
    var areas: [Area] = []
    for index in x.indices.dropLast() {
      guard let f0 = felt[index], let f1 = felt[index + 1], let b0 = believed[index],
        let b1 = believed[index + 1]
      else { continue }
      let believed = Span(x0: x[index], x1: x[index + 1], y0: b0 + dy, y1: b1 + dy)
      let felt = Span(x0: x[index], x1: x[index + 1], y0: f0 + dy, y1: f1 + dy)
      let (d0, d1) = (f0 - b0, f1 - b1)
      let cuts = d0 * d1 < 0 ? [0, Self.crossing(d0 / (d0 - d1)), 1] : [0.0, 1]
      for (t0, t1) in zip(cuts, cuts.dropFirst()) {
        let middle = (t0 + t1) / 2
        let isWorse = felt.point(middle).y > believed.point(middle).y
        let (a, b, c, d) = believed.piece(t0, t1)
        let under = felt.piece(t0, t1)
        if let last = areas.last, last.isWorse == isWorse, last.end == a {
          areas[areas.count - 1].upper.append(.curve(b, c, d))
          areas[areas.count - 1].lower.append(under)
          areas[areas.count - 1].end = d
        } else {
          areas.append(
            Area(isWorse: isWorse, end: d, upper: [.move(a), .curve(b, c, d)], lower: [under]))
        }
      }
    }
    return areas.map(\.shape)
  }

  /// The dashed line, broken where belief is unknown.
  func line(down dy: Double) -> [Path] {
    var paths: [Path] = []
    var isOpen = false
    for index in x.indices {
      guard let y = believed[index].map({ $0 + dy }) else {
        isOpen = false
        continue
      }
      let next = index + 1 < x.count ? believed[index + 1].map { $0 + dy } : nil
      if !isOpen {
        var path = Path()
        // A belief that stands alone is a short stroke.
        path.move(next == nil ? x[index] - 22 : x[index], y)
        if next == nil { path.line(x[index] + 22, y) }
        paths.append(path)
      }
      isOpen = next != nil
      if let next {
        let middle = (x[index] + x[index + 1]) / 2
        paths[paths.count - 1].curve(middle, y, middle, next, x[index + 1], next)
      }
    }
    return paths
  }

  /// Where the line's label can stand without touching anything.
  ///
  /// - Parameters:
  ///   - width: The label's width.
  ///   - obstacles: What it must stay clear of.
  ///   - lines: Heights of lines that would rather not run through it.
  ///   - bounds: The least and greatest x.
  /// - Returns: The middle of its baseline; nil when there is no room.
  func labelPlace(
    width: Double, obstacles: [Rect], lines: [Double], bounds: ClosedRange<Double>
  ) -> Point? {
    var candidates: [(cost: Double, place: Point)] = []
    for index in x.indices {
      for shift in [0.0, 0.5] where believed[index] != nil {
        let next = index + 1 < x.count ? x[index + 1] : x[index]
        let center = min(
          max(x[index] + (next - x[index]) * shift, bounds.lowerBound + width / 2 + 4),
          bounds.upperBound - width / 2 - 4)
        let samples = (0...6).compactMap {
          height(at: center + (Double($0) / 6 - 0.5) * width, near: index)
        }
        guard let top = samples.min(), let bottom = samples.max() else { continue }
        for (side, baseline) in [(0.0, top - 8), (14.0, bottom + 18)] {
          // Near the line all along, where the gap is wide, and not on a line of the axis.
          let isStruck = lines.contains { $0 > baseline - 12 && $0 < baseline + 4 }
          let cost =
            side + (bottom - top) * 2 - min(60, abs((felt[index] ?? 0) - top) * 0.3)
            + (isStruck ? 90 : 0)
          candidates.append((cost, Point(center, baseline)))
        }
      }
    }
    candidates.sort { ($0.cost, $0.place.x) < ($1.cost, $1.place.x) }
    return candidates.first { candidate in
      let box = Rect(
        x: candidate.place.x - width / 2 - 3, y: candidate.place.y - 15, width: width + 6,
        height: 22)
      return !obstacles.contains { $0.overlaps(box) }
    }?.place
  }

  /// The height of the line at an x in or beside a column; nil where it is broken.
  private func height(at place: Double, near column: Int) -> Double? {
    for index in max(0, column - 1)...min(x.count - 1, column + 1) {
      guard let y0 = believed[index] else { continue }
      guard index + 1 < x.count, let y1 = believed[index + 1], place >= x[index],
        place <= x[index + 1]
      else {
        // At the end of a line, or at the short stroke of a belief that stands alone.
        if abs(x[index] - place) < 24 { return y0 }
        continue
      }
      let span = Span(x0: x[index], x1: x[index + 1], y0: y0, y1: y1)
      var (low, high) = (0.0, 1.0)
      for _ in 0..<8 {
        let middle = (low + high) / 2
        if span.point(middle).x < place { low = middle } else { high = middle }
      }
      return span.point(low).y
    }
    return nil
  }

  /// The parameter at which 3t² − 2t³ reaches a value 0…1.
  private static func crossing(_ value: Double) -> Double {
    var (low, high) = (0.0, 1.0)
    for _ in 0..<40 {
      let t = (low + high) / 2
      if t * t * (3 - 2 * t) < value { low = t } else { high = t }
    }
    return (low + high) / 2
  }
}
