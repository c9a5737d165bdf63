/// The colours of feelings: from the worst over neutral to the best.
///
/// Red to blue, since that pair stays apart for every common colour-blindness; feelings are also
/// told by height and by face, never by colour alone.
public struct EmotionRamp: Hashable, Sendable {
  /// The colours at v = −1, −0.5, 0, +0.5, +1.
  public var stops: [Color]
  /// The ink of numbers on every colour of the ramp.
  public var ink: Color

  /// Creates a ramp from the worst to the best.
  public init(worst: Color, bad: Color, neutral: Color, good: Color, best: Color, ink: Color) {
    stops = [worst, bad, neutral, good, best]
    self.ink = ink
  }

  /// The colour of a feeling; v beyond −1…+1 has the colour of the end.
  public func color(_ v: Double) -> Color {
    guard v.isFinite else { return stops[2] }
    let place = (min(1, max(-1, v)) + 1) * 2
    let index = min(3, Int(place))
    return stops[index].mixed(with: stops[index + 1], by: place - Double(index))
  }
}
