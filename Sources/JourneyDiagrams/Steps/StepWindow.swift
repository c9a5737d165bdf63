/// Where a slide's window onto a drawing stands, so that its edges run through the fewest lines of
/// text.
struct StepWindow {
  /// The left and the top edge, in the drawing's px.
  var x: Double
  var y: Double
  /// Px of the slide for each px of the drawing.
  var scale: Double
  private var cost: Double

  /// Something along one axis that an edge may run through, and how bad that were.
  private struct Span {
    var from: Double
    var to: Double
    var weight: Double
  }

  /// Where a window may begin along one axis.
  private struct Limits {
    var ideal: Double
    var low: Double
    var high: Double
  }

  /// The best window that shows a box, at a scale or somewhat smaller.
  static func around(
    _ box: Rect, whole: Rect, width: Double, height: Double, scale: Double, least: Double,
    items: [StepPlaces.Item]
  ) -> StepWindow {
    var best = window(box, whole, width, height, scale, items)
    for shrink in [0.95, 0.9] where scale * shrink >= least {
      var found = window(box, whole, width, height, scale * shrink, items)
      found.cost += 4 * (1 - shrink)
      if found.cost < best.cost { best = found }
    }
    return best
  }

  private static func window(
    _ box: Rect, _ whole: Rect, _ width: Double, _ height: Double, _ scale: Double,
    _ items: [StepPlaces.Item]
  ) -> StepWindow {
    let (w, h) = (width / scale, height / scale)
    // What is taller than the slide begins a third below its top: what stands above it matters
    // more than its last lines, which are told beside it.
    let middle = box.height + 48 > h ? box.y + h / 6 : box.center.y
    let across = limits(box.x, box.width, w, whole.x, whole.width, box.center.x)
    let down = limits(box.y, box.height, h, whole.y, whole.height, middle)
    let columns = items.filter {
      $0.box.y < down.ideal + h && $0.box.maxY > down.ideal && $0.box.width < 0.9 * w
    }.map { Span(from: $0.box.x, to: $0.box.maxX, weight: $0.isText ? 1 : 0.25) }
    let x = quietest(columns, w, across)
    let rows = items.filter {
      $0.box.x < x.place + w && $0.box.maxX > x.place && $0.box.height < 0.9 * h
    }.map { Span(from: $0.box.y, to: $0.box.maxY, weight: $0.isText ? 1 : 0.25) }
    let y = quietest(rows, h, down)
    return StepWindow(x: x.place, y: y.place, scale: scale, cost: x.cost + y.cost)
  }

  /// Where a window may begin that shows a thing and no more emptiness than must be.
  private static func limits(
    _ start: Double, _ size: Double, _ length: Double, _ wholeStart: Double, _ wholeSize: Double,
    _ middle: Double
  ) -> Limits {
    if length >= wholeSize {
      let place = wholeStart + (wholeSize - length) / 2
      return Limits(ideal: place, low: place, high: place)
    }
    let margin = min(60, length / 8)
    let (least, most) = (wholeStart - margin, wholeStart + wholeSize + margin - length)
    func within(_ value: Double, _ low: Double, _ high: Double) -> Double {
      min(max(value, low), high)
    }
    let ideal = within(middle - length / 2, least, most)
    let isWhole = size <= length
    let room = min(24, (length - size) / 2)
    let low = within(isWhole ? start + size + room - length : ideal - length / 10, least, most)
    let high = within(isWhole ? start - room : ideal + length / 10, least, most)
    return Limits(ideal: within(ideal, low, max(low, high)), low: low, high: max(low, high))
  }

  /// Where a window of a length begins so that its two ends run through the least, near where it
  /// is best.
  private static func quietest(
    _ spans: [Span], _ length: Double, _ limits: Limits
  ) -> (place: Double, cost: Double) {
    let gap = 10.0
    var places = [limits.ideal, limits.low, limits.high]
    for span in spans {
      places += [
        span.from - gap, span.to + gap, span.from - gap - length, span.to + gap - length,
      ]
    }
    var best = (place: limits.ideal, cost: Double.infinity)
    for place in places where place >= limits.low && place <= limits.high {
      var cost = 2 * abs(place - limits.ideal) / length
      for span in spans {
        for edge in [place, place + length] where span.from - 4 < edge && edge < span.to + 4 {
          cost += span.weight
        }
      }
      if cost < best.cost { best = (place, cost) }
    }
    return best
  }
}
