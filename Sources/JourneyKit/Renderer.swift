import GraphvizKit
public import JourneyComparison
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

  /// The version of the Graphviz that runs; nil when it cannot be opened.
  package static var graphvizVersion: String? { try? Graphviz.shared.version }

  /// The finished picture, from which files are written.
  ///
  /// Blocks its thread while Graphviz works: fractions of a second up to some 200 touchpoints.
  ///
  /// - Parameters:
  ///   - subject: The journey with its figures.
  ///   - view: The view.
  ///   - options: Theme, board, lanes.
  /// - Returns: The picture.
  /// - Throws: What the view and the engines throw, such as `GraphvizError`.
  public func picture(
    of subject: Subject, view: any JourneyView,
    options: DrawingOptions = DrawingOptions()
  ) throws -> Picture {
    try view.finishedPicture(of: subject, options: options, engines: engines)
  }

  /// The finished picture of two journeys.
  ///
  /// - Parameters:
  ///   - comparison: The journeys side by side.
  ///   - options: Theme, board.
  /// - Returns: The picture.
  /// - Throws: What the engines throw, such as `GraphvizError`.
  public func picture(
    of comparison: Comparison, options: DrawingOptions = DrawingOptions()
  ) throws -> Picture {
    try DiffView().finishedPicture(of: comparison, options: options, engines: engines)
  }

  /// The picture as an SVG file, UTF-8.
  ///
  /// - Parameters:
  ///   - subject: The journey with its figures.
  ///   - view: The view.
  ///   - options: Theme, board, lanes.
  /// - Returns: The bytes, the same for the same arguments and fonts.
  /// - Throws: What the view and the engines throw, such as `GraphvizError`.
  public func svg(
    of subject: Subject, view: any JourneyView, options: DrawingOptions = DrawingOptions()
  ) throws -> [UInt8] {
    SVGWriter().bytes(of: try picture(of: subject, view: view, options: options))
  }

  /// The graph underneath the picture as DOT text, UTF-8.
  ///
  /// - Parameters:
  ///   - subject: The journey with its figures.
  ///   - view: The view.
  ///   - options: Theme and lanes.
  /// - Returns: The bytes; nil when the view has no graph underneath.
  /// - Throws: What the view throws.
  public func dot(
    of subject: Subject, view: any JourneyView, options: DrawingOptions = DrawingOptions()
  ) throws -> [UInt8]? {
    try view.dot(of: subject, options: options).map { Array($0.utf8) }
  }
}
