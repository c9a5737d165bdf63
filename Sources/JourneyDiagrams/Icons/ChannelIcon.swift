import JourneyModel

/// The small drawing that tells a channel at a glance.
enum ChannelIcon {
  /// Draws the icon of a channel in a square.
  ///
  /// - Parameters:
  ///   - channel: The channel; nil when the touchpoint has none.
  ///   - center: The middle of the square.
  ///   - size: The side of the square, in px.
  ///   - paint: The paint of its strokes.
  /// - Returns: The drawing, which keeps its shape in a mirror; nil when no icon tells the channel.
  static func draw(_ channel: Channel?, center: Point, size: Double, paint: Paint) -> Group? {
    nil
  }
}
