public import JourneyDiagrams

/// Draws subjects: a view, a theme, and who measures text and places graphs.
///
/// ```swift
/// let svg = try Renderer.graphviz.svg(of: subject, view: MapView())
/// ```
public struct Renderer: Sendable {
  /// Who measures text and places graphs.
  public var engines: Engines

  /// Creates a renderer with engines of one's own.
  public init(engines: Engines) {
    self.engines = engines
  }

  /// The renderer with Graphviz behind it; it remembers how wide texts are.
  public static let graphviz = Renderer(
    engines: Engines(
      measurer: CachingMeasurer(GraphvizMeasurer()), layout: GraphvizLayout()))

  /// The finished picture, from which files are written.
  ///
  /// Blocks its thread while Graphviz works: fractions of a second up to some 200 touchpoints.
  ///
  /// - Parameters:
  ///   - subject: The journey with its figures.
  ///   - view: The view.
  ///   - theme: Colours, fonts and sizes.
  /// - Returns: The picture.
  /// - Throws: What the view and the engines throw, such as `GraphvizError`.
  public func picture(of subject: Subject, view: any JourneyView, theme: Theme = .light) throws
    -> Picture
  {
    try view.picture(of: subject, theme: theme, engines: engines)
  }

  /// The picture as an SVG file, UTF-8.
  ///
  /// - Parameters:
  ///   - subject: The journey with its figures.
  ///   - view: The view.
  ///   - theme: Colours, fonts and sizes.
  /// - Returns: The bytes, the same for the same arguments and fonts.
  /// - Throws: What the view and the engines throw, such as `GraphvizError`.
  public func svg(of subject: Subject, view: any JourneyView, theme: Theme = .light) throws
    -> [UInt8]
  {
    SVGWriter().bytes(of: try picture(of: subject, view: view, theme: theme))
  }

  /// The graph underneath the picture as DOT text, UTF-8.
  ///
  /// - Parameters:
  ///   - subject: The journey with its figures.
  ///   - view: The view.
  ///   - theme: Colours and fonts.
  /// - Returns: The bytes; nil when the view has no graph underneath.
  /// - Throws: What the view throws.
  public func dot(of subject: Subject, view: any JourneyView, theme: Theme = .light) throws
    -> [UInt8]?
  {
    try view.dot(of: subject, theme: theme).map { Array($0.utf8) }
  }
}
