/// How a picture is to look: what a person may choose without touching the journey.
///
/// Every view takes what it understands and leaves the rest; ``JourneyView/picture(of:options:engines:)``
/// draws, and ``Picture/finished(for:)`` does what is the same for all views.
public struct DrawingOptions: Hashable, Sendable {
  /// Colours, fonts and sizes.
  public var theme: Theme
  /// The board that the picture is fitted on; nil for as large as its content.
  public var artboard: Artboard?
  /// Whether nothing is painted behind the picture.
  public var isTransparent: Bool
  /// The lanes under a map, from top to bottom; nil for the usual ones.
  public var lanes: [Lane]?
  /// Whether the map leaves its lanes out and stands small enough for a slide.
  public var isCompact: Bool
  /// Whether every persona has a line of its own in the map.
  public var overlaysPersonas: Bool
  /// The most touchpoints that are drawn, those that matter most; nil for as many as can be read,
  /// which a brief theme such as the projector's judges by its board, `Int.max` for as many as a
  /// view ever draws: 200 in the flow, 60 elsewhere.
  public var mostTouchpoints: Int?
  /// What the columns of a heatmap stand for; nil for what the journey knows most about.
  public var heatmapColumns: HeatmapColumns?
  /// The form of a map that stands among text; nil for a map of its own.
  package var strip: MapStrip?

  /// What the columns of a heatmap stand for.
  public enum HeatmapColumns: String, Hashable, Sendable, CaseIterable {
    /// One column for each persona.
    case personas
    /// One column for each channel.
    case channels
    /// One column for each stage.
    case stages
  }

  /// Creates options; what is not said is as it usually is.
  public init(
    theme: Theme = .light, artboard: Artboard? = nil, isTransparent: Bool = false,
    lanes: [Lane]? = nil, isCompact: Bool = false, overlaysPersonas: Bool = false,
    mostTouchpoints: Int? = nil, heatmapColumns: HeatmapColumns? = nil
  ) {
    self.theme = theme
    self.artboard = artboard
    self.isTransparent = isTransparent
    self.lanes = lanes
    self.isCompact = isCompact
    self.overlaysPersonas = overlaysPersonas
    self.mostTouchpoints = mostTouchpoints
    self.heatmapColumns = heatmapColumns
  }

  /// How many touchpoints a view draws.
  ///
  /// - Parameters:
  ///   - usual: How many it draws when nobody asked.
  ///   - most: How many it can draw.
  /// - Returns: How many it is to draw.
  func touchpoints(usually usual: Int, atMost most: Int = 60) -> Int {
    mostTouchpoints.map { min(max(1, $0), most) } ?? usual
  }
}
