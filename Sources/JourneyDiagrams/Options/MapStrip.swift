package import JourneyModel

/// The form of a map that stands among text: low, without title and lanes, and of a long journey
/// the stretch that the text is about.
package struct MapStrip: Hashable, Sendable {
  /// The touchpoints that are drawn, where the journey has more; nil for those that matter most.
  package var touchpoints: Set<TouchpointID>?
  /// The width in px, unless names of touchpoints need more.
  package var width: Double

  /// Creates a form.
  ///
  /// - Parameters:
  ///   - touchpoints: The touchpoints that are drawn, where the journey has more.
  ///   - width: The width in px.
  package init(touchpoints: Set<TouchpointID>?, width: Double) {
    self.touchpoints = touchpoints
    self.width = width
  }
}
