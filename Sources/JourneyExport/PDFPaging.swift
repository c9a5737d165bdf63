/// How a picture is put on the pages of a PDF.
public enum PDFPaging: Hashable, Sendable {
  /// One page as large as the picture, or as each of its sheets, 96 px to the inch, times a factor.
  case natural(scale: Double)
  /// One page of paper, the picture or each of its sheets as large as it fits between the margins, in the middle.
  case paper(PaperSize, orientation: PaperOrientation, margin: Double)
  /// Several sheets that are glued together to a poster.
  case tiles(PosterTiling)

  /// The largest side of a page in mm: 200 inches, which is the format's limit.
  public static let maximumSide = 5080.0
}
