/// A poster on several sheets, with marks to cut and glue by.
public struct PosterTiling: Hashable, Sendable {
  /// How large the poster is.
  public enum Poster: Hashable, Sendable {
    /// As large as it fits on that paper, which lies as the picture does.
    case paper(PaperSize)
    /// The picture's natural size, 96 px to the inch, times a factor.
    case scale(Double)
  }

  /// The most sheets of a poster.
  public static let maximumSheets = 400
  /// The narrowest margin in mm that the marks fit into.
  public static let minimumMargin = 8.0

  /// The paper of the sheets.
  public var sheet: PaperSize
  /// How the sheets lie.
  public var orientation: PaperOrientation
  /// How large the poster is.
  public var poster: Poster
  /// The white edge of every sheet in mm, which holds the marks and is cut off.
  public var margin: Double
  /// How much of the picture, in mm, neighbouring sheets both show, for the glue.
  public var overlap: Double

  /// Creates a tiling.
  ///
  /// - Parameters:
  ///   - sheet: The paper of the sheets.
  ///   - orientation: How the sheets lie.
  ///   - poster: How large the poster is.
  ///   - margin: The white edge of every sheet in mm, at least ``minimumMargin``.
  ///   - overlap: How much of the picture, in mm, neighbouring sheets both show.
  public init(
    sheet: PaperSize, orientation: PaperOrientation = .automatic, poster: Poster = .scale(1),
    margin: Double = 10, overlap: Double = 10
  ) {
    self.sheet = sheet
    self.orientation = orientation
    self.poster = poster
    self.margin = margin
    self.overlap = overlap
  }
}
