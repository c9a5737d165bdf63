/// Emotion over the journey: where it hurts, where people leave, and what was believed.
public struct MapView: JourneyView {
  /// `map`.
  public let name = "map"

  /// Creates the view.
  public init() {}

  /// The graph whose left-to-right order is the order of the map's columns.
  public func dot(of subject: Subject, theme: Theme) throws -> String? {
    nil
  }

  /// The map.
  public func picture(of subject: Subject, theme: Theme, engines: Engines) throws -> Picture {
    Picture(id: "", width: 1, height: 1, title: "", summary: "", theme: theme)
  }
}
