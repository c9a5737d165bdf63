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

  /// Goes near boxes, beside a panel: readable, with what stands around them, and its edges where
  /// they run through as little as possible.
  ///
  /// - Parameters:
  ///   - frames: What is to be seen, the most important first.
  ///   - items: What the edges should not run through.
  ///   - themeScale: How large the drawing's text is; larger text is looked at from further off.
  mutating func approach(_ frames: [Rect], items: [StepPlaces.Item], themeScale: Double) {
    let (width, height) = (Self.width - Self.panelWidth, Self.height)
    func fit(_ box: Rect) -> Double {
      min(width / max(1, box.width), height / max(1, box.height))
    }
    // No nearer than 1 where text is as large as it has to be.
    let nearest = 1.5 * max(2.0 / 3, 1 / max(1, themeScale))
    guard var box = Self.sight(frames, reach: width / nearest / 4) else { return }
    // What is nearly as wide as the picture is shown with what names it at its side.
    if box.width > 0.7 * whole.width { (box.x, box.width) = (whole.x, whole.width) }
    let all = fit(whole) * 0.985
    let least = frames.count > 1 ? all : max(all, nearest * 0.82)
    var scale = min(
      nearest,
      max(
        least,
        fit(Rect(x: box.x, y: box.y, width: box.width * 1.2, height: box.height + 48))))
    if box.width * scale > width { scale = max(fit(whole), width / (box.width * 1.04)) }
    let window = StepWindow.around(
      box, whole: whole, width: width, height: height, scale: scale, least: all, items: items)
    let left = isMirrored ? Self.panelWidth : 0
    shown = Rect(
      x: window.x - left / window.scale, y: window.y, width: Self.width / window.scale,
      height: Self.height / window.scale)
  }

  /// What a slide shows of frames: all of them, of wide ones the near part.
  private static func sight(_ frames: [Rect], reach: Double) -> Rect? {
    guard let first = frames.first else { return nil }
    return StepPlaces.union(
      frames.enumerated().map { index, frame in
        let isBeside = frame.maxX < first.x || frame.x > first.maxX
        guard index > 0, !isBeside else { return frame }
        let left = max(frame.x, first.x - reach)
        return Rect(
          x: left, y: frame.y, width: min(frame.maxX, first.maxX + reach) - left,
          height: frame.height)
      })
  }
}
