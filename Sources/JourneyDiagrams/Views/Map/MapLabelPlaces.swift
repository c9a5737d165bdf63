/// Finds places for labels where no way, whisker or other label runs through them.
///
/// Cost: for each place that is tried linear in the pieces of all ways.
struct MapLabelPlaces {
  /// A straight piece of a way.
  private struct Piece {
    var a: Point
    var b: Point
    var reach: Double

    /// Whether the piece, so wide, runs through a box.
    func strikes(_ box: Rect) -> Bool {
      let box = box.insetBy(-reach)
      var (from, to) = (0.0, 1.0)
      for (start, way, low, high) in [
        (a.x, b.x - a.x, box.x, box.maxX), (a.y, b.y - a.y, box.y, box.maxY),
      ] {
        if way.magnitude < 1e-9 {
          if start <= low || start >= high { return false }
          continue
        }
        let (t0, t1) = ((low - start) / way, (high - start) / way)
        from = max(from, min(t0, t1))
        to = min(to, max(t0, t1))
      }
      return from < to
    }
  }

  private var pieces: [Piece] = []
  private var boxes: [Rect]

  /// Takes what no label should stand on.
  ///
  /// - Parameters:
  ///   - ways: The ways with their widths.
  ///   - boxes: Everything else.
  init(_ ways: [(path: Path, width: Double)], boxes: [Rect]) {
    self.boxes = boxes
    for (path, width) in ways {
      let points = path.flattened(pieces: 12)
      for (a, b) in zip(points, points.dropFirst()) {
        pieces.append(Piece(a: a, b: b, reach: width / 2))
      }
    }
  }

  /// Puts a label down.
  ///
  /// - Parameters:
  ///   - width: How wide it is.
  ///   - height: How high it is.
  ///   - top: The height of its upper edge.
  ///   - middles: Where its middle may stand, the best first; at least one.
  /// - Returns: The first place where nothing strikes it, or else that where least does, and whether
  ///   something does.
  mutating func put(
    width: Double, height: Double, top: Double, middles: [Double]
  ) -> (x: Double, isStruck: Bool) {
    let near = pieces.filter { piece in
      max(piece.a.y, piece.b.y) + piece.reach > top
        && min(piece.a.y, piece.b.y) - piece.reach < top + height
    }
    var best = (x: middles.first ?? 0, strikes: Int.max)
    for x in middles {
      let box = Rect(x: x - width / 2, y: top, width: width, height: height)
      let strikes =
        near.count { $0.strikes(box) } + 100 * boxes.count { $0.overlaps(box) }
      if strikes < best.strikes { best = (x, strikes) }
      if strikes == 0 { break }
    }
    boxes.append(Rect(x: best.x - width / 2, y: top, width: width, height: height))
    return (best.x, best.strikes > 0)
  }
}
