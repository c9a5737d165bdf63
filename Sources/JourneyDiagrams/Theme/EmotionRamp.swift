/// The colours of feelings: from the worst over neutral to the best.
///
/// Red to blue, since that pair stays apart for every common colour-blindness; feelings are also
/// told by height and by face, never by colour alone.
public struct EmotionRamp: Hashable, Sendable {
  /// The colours at v = −1, −0.5, 0, +0.5, +1.
  public var stops: [Color]
  /// The inks of numbers on colours of the ramp; on each the one that is easier to read.
  ///
  /// White and pure black pass 4.5:1 on every colour there is, no other pair does.
  public var inks: [Color]

  /// Creates a ramp from the worst to the best, with one ink for all of it.
  public init(worst: Color, bad: Color, neutral: Color, good: Color, best: Color, ink: Color) {
    self.init(worst: worst, bad: bad, neutral: neutral, good: good, best: best, inks: [ink])
  }

  /// Creates a ramp from the worst to the best.
  ///
  /// - Parameters:
  ///   - worst: The colour at v = −1.
  ///   - bad: At −0.5.
  ///   - neutral: At 0.
  ///   - good: At +0.5.
  ///   - best: At +1.
  ///   - inks: The inks of numbers, of which each colour has the one that is easier to read; black
  ///     and white when empty.
  public init(
    worst: Color, bad: Color, neutral: Color, good: Color, best: Color, inks: [Color]
  ) {
    stops = [worst, bad, neutral, good, best]
    self.inks = inks.isEmpty ? [0xffffff, 0x000000] : inks
  }

  /// The colour of a feeling; v beyond −1…+1 has the colour of the end.
  public func color(_ v: Double) -> Color {
    guard v.isFinite else { return stops[2] }
    let place = (min(1, max(-1, v)) + 1) * 2
    let index = min(3, Int(place))
    return stops[index].mixed(with: stops[index + 1], by: place - Double(index))
  }

  /// The ink of numbers on the colour of a feeling.
  public func ink(_ v: Double) -> Color {
    guard var best = inks.first, inks.count > 1 else { return inks.first ?? 0x000000 }
    let ground = color(v)
    for ink in inks.dropFirst() where ink.contrast(with: ground) > best.contrast(with: ground) {
      best = ink
    }
    return best
  }
}
