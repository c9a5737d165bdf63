/// A picture of a journey: plain values with absolute places, from which every writer draws.
///
/// Nothing is measured or decided after this: a writer is a pure function of the picture. Paints
/// are roles of ``theme``, so that the same picture says in a test what it means, and in SVG what
/// it looks like.
public struct Picture: Hashable, Sendable {
  /// The prefix of every id in the picture, such as `map.test-results`; a valid XML name.
  public var id: String
  /// The width in px.
  public var width: Double
  /// The height in px.
  public var height: Double
  /// The part of the drawing that is shown in that width and height; nil for 0, 0, width, height.
  public var viewBox: Rect?
  /// The parts that are sheets of their own where a picture has pages, each a part of the whole; empty
  /// when it is one sheet.
  public var sheets: [Rect] = []
  /// What the picture is called.
  public var title: String
  /// The whole picture in words, for readers who hear it.
  public var summary: String
  /// The language of its words as a BCP 47 tag; nil when unknown.
  public var language: String?
  /// Which way the picture is read.
  public var direction: TextDirection
  /// The colours and fonts it was laid out for.
  public var theme: Theme
  /// The paint behind everything; nil for a transparent picture.
  public var background: ColorRole?
  /// What is in it, the lowest first.
  public var elements: [Element]

  /// Creates an empty picture.
  public init(
    id: String, width: Double, height: Double, title: String, summary: String,
    language: String? = nil, direction: TextDirection = .leftToRight, theme: Theme,
    background: ColorRole? = .paper, elements: [Element] = []
  ) {
    self.id = id
    self.width = width
    self.height = height
    self.title = title
    self.summary = summary
    self.language = language
    self.direction = direction
    self.theme = theme
    self.background = background
    self.elements = elements
  }

  /// Calls a closure for every shape and every text, in painting order.
  public func forEachLeaf(_ body: (Element) -> Void) {
    func walk(_ elements: [Element]) {
      for element in elements {
        if case .group(let group) = element { walk(group.elements) } else { body(element) }
      }
    }
    walk(elements)
  }
}
