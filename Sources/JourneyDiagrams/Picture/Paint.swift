/// What a shape or a text is painted with: a role of the theme, never a colour of its own.
public enum Paint: Hashable, Sendable {
  /// A named colour of the theme.
  case role(ColorRole)
  /// The colour of a feeling, v = −1 (worst) … +1 (best), from the theme's ramp.
  case emotion(Double)
  /// The ink that is readable on ``emotion(_:)`` of the same v.
  case onEmotion(Double)
  /// A change from one paint to another along the line between two places.
  case gradient(Gradient)
  /// A colour that no theme changes; for views of one's own.
  case fixed(Color)

  /// A linear change of paint.
  public struct Gradient: Hashable, Sendable {
    /// The gradient's id within the picture, without the picture's prefix.
    public var id: String
    /// Where it starts.
    public var from: Point
    /// Where it ends.
    public var to: Point
    /// The paints and where they stand, 0…1, in order; none is a gradient itself.
    public var stops: [Stop]

    /// What stands at a place of a gradient.
    public enum Hue: Hashable, Sendable {
      /// The colour of a feeling.
      case emotion(Double)
      /// A named colour of the theme.
      case role(ColorRole)
    }

    /// A colour at a place of a gradient.
    public struct Stop: Hashable, Sendable {
      /// Where, 0…1.
      public var offset: Double
      /// The colour.
      public var hue: Hue
      /// How opaque it is, 0…1.
      public var opacity: Double

      /// Creates a stop.
      public init(_ offset: Double, _ hue: Hue, opacity: Double = 1) {
        self.offset = offset
        self.hue = hue
        self.opacity = opacity
      }
    }

    /// Creates a gradient.
    public init(id: String, from: Point, to: Point, stops: [Stop]) {
      self.id = id
      self.from = from
      self.to = to
      self.stops = stops
    }
  }
}
