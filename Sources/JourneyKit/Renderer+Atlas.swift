public import JourneyDiagrams

extension Renderer {
  /// The finished picture of several journeys.
  ///
  /// Blocks its thread while Graphviz works: fractions of a second up to some 200 journeys.
  ///
  /// - Parameters:
  ///   - atlas: The journeys with their figures.
  ///   - options: Theme, board, ground.
  /// - Returns: The picture.
  /// - Throws: What the engines throw, such as `GraphvizError`.
  public func picture(of atlas: Atlas, options: DrawingOptions = DrawingOptions()) throws
    -> Picture
  {
    try atlas.finishedPicture(options: options, engines: engines)
  }
}
