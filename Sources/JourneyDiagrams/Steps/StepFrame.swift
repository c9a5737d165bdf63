/// The part of a drawing that a slide shows, and where its panel stands.
struct StepFrame {
  /// The width of a slide in px.
  static let width = 1920.0
  /// The height of a slide in px.
  static let height = 1080.0
  /// The width of the panel in px.
  static let panelWidth = 700.0

  let whole: Rect
  let isMirrored: Bool
  /// The part that is shown, in the drawing's px; as wide to its height as a slide.
  private(set) var shown: Rect

  /// Units of the drawing for each px of the slide.
  var unit: Double { shown.width / Self.width }

  /// The panel's box, in the drawing's px.
  var panel: Rect {
    let width = Self.panelWidth * unit
    return Rect(
      x: isMirrored ? shown.x : shown.maxX - width, y: shown.y, width: width,
      height: shown.height)
  }

  /// A frame that shows the whole.
  init(whole: Rect, isMirrored: Bool) {
    self.whole = whole
    self.isMirrored = isMirrored
    let scale = min(Self.width / max(1, whole.width), Self.height / max(1, whole.height))
    let (width, height) = (Self.width / scale, Self.height / scale)
    shown = Rect(
      x: whole.center.x - width / 2, y: whole.center.y - height / 2, width: width, height: height)
  }

  /// Goes near a box, beside a panel: readable, and with what stands around it.
  mutating func approach(_ box: Rect?) {
    guard let box, box.width > 0 || box.height > 0 else { return }
    let (width, height) = (Self.width - Self.panelWidth, Self.height)
    func fit(_ box: Rect) -> Double {
      min(width / max(1, box.width), height / max(1, box.height))
    }
    let nearest = 1.5
    let least = max(fit(whole) * 0.985, nearest * 0.82)
    var scale = min(
      nearest,
      max(
        least,
        fit(Rect(x: box.x, y: box.y, width: box.width * 1.2, height: box.height + 48))))
    if box.width * scale > width { scale = max(fit(whole), width / (box.width * 1.04)) }
    // What is taller than the slide begins a third below its top: what stands above it matters
    // more than its last lines, which are told beside it.
    let isTall = box.height + 48 > height / scale
    let x = kept(box.center.x, width / scale, from: whole.x, whole.width)
    let y = kept(
      isTall ? box.y + height / scale / 6 : box.center.y, height / scale, from: whole.y,
      whole.height)
    let left = isMirrored ? Self.panelWidth : 0
    shown = Rect(
      x: x - (left + width / 2) / scale, y: y - height / 2 / scale, width: Self.width / scale,
      height: Self.height / scale)
  }

  /// A middle from which no more emptiness shows than must.
  private func kept(
    _ middle: Double, _ span: Double, from start: Double, _ length: Double
  ) -> Double {
    guard span < length else { return start + length / 2 }
    let margin = min(60, span / 8)
    return min(
      max(middle, start - margin + span / 2), start + length + margin - span / 2)
  }
}
