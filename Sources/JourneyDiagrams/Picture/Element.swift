/// One thing in a picture.
public enum Element: Hashable, Sendable {
  /// Several things that belong together.
  case group(Group)
  /// An outline, filled or drawn.
  case shape(Shape)
  /// One line of text.
  case text(TextLine)
  /// A small picture inside the picture.
  case image(Image)
}

/// Several things of a picture that belong together, such as a touchpoint or a layer.
public struct Group: Hashable, Sendable {
  /// The id within the picture, without the picture's prefix: parts joined by dots, made of the
  /// document's ids and never of counters; nil for a group nobody refers to.
  public var id: String?
  /// The name that editors show, such as `touchpoint/no-news`.
  public var name: String?
  /// The touchpoints that it tells about among others, such as `touchpoint/no-news`.
  ///
  /// A step of a walk shows all groups that tell about it.
  public var about: [String]
  /// Whether editors show it as a layer of its own.
  public var isLayer: Bool
  /// What it is, in a few words, for readers who hear the picture.
  public var title: String?
  /// The same with its figures.
  public var summary: String?
  /// Whether it looks the same in pictures that are read from right to left, as icons do.
  public var keepsShape: Bool
  /// What is in it, the lowest first.
  public var elements: [Element]

  /// Creates a group.
  public init(
    id: String? = nil, name: String? = nil, about: [String] = [], isLayer: Bool = false,
    title: String? = nil, summary: String? = nil, keepsShape: Bool = false,
    elements: [Element] = []
  ) {
    self.id = id
    self.name = name
    self.about = about
    self.isLayer = isLayer
    self.title = title
    self.summary = summary
    self.keepsShape = keepsShape
    self.elements = elements
  }

  /// Adds an outline.
  public mutating func add(
    _ geometry: Shape.Geometry, fill: Paint? = nil, opacity: Double = 1, stroke: Stroke? = nil
  ) {
    elements.append(
      .shape(Shape(geometry, fill: fill, fillOpacity: opacity, stroke: stroke)))
  }

  /// Adds a line of text.
  public mutating func add(_ text: TextLine) { elements.append(.text(text)) }

  /// Adds a group, unless it is empty.
  public mutating func add(_ group: Group) {
    if !group.elements.isEmpty { elements.append(.group(group)) }
  }
}

/// An outline, filled or drawn.
public struct Shape: Hashable, Sendable {
  /// The form of an outline.
  public enum Geometry: Hashable, Sendable {
    /// A rectangle, its corners rounded by a radius.
    case rect(Rect, radius: Double)
    /// A circle.
    case circle(Point, radius: Double)
    /// A straight line.
    case line(Point, Point)
    /// Any other outline.
    case path(Path)
  }

  /// The form.
  public var geometry: Geometry
  /// The paint inside; nil for none.
  public var fill: Paint?
  /// How opaque the inside is, 0…1.
  public var fillOpacity: Double
  /// How the outline is drawn; nil for not at all.
  public var stroke: Stroke?

  /// Creates a shape.
  public init(
    _ geometry: Geometry, fill: Paint? = nil, fillOpacity: Double = 1, stroke: Stroke? = nil
  ) {
    self.geometry = geometry
    self.fill = fill
    self.fillOpacity = fillOpacity
    self.stroke = stroke
  }
}

/// How an outline is drawn.
public struct Stroke: Hashable, Sendable {
  /// The paint.
  public var paint: Paint
  /// How wide, in px.
  public var width: Double
  /// How opaque, 0…1.
  public var opacity: Double
  /// Lengths of dashes and the gaps between them, in px; empty for a solid line.
  public var dashes: [Double]
  /// Whether ends and corners are round.
  public var isRound: Bool

  /// Creates a stroke.
  public init(
    _ paint: Paint, width: Double = 1, opacity: Double = 1, dashes: [Double] = [],
    isRound: Bool = false
  ) {
    self.paint = paint
    self.width = width
    self.opacity = opacity
    self.dashes = dashes
    self.isRound = isRound
  }
}
