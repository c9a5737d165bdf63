public import JourneyDiagrams

/// A page of a PDF that is made of several pictures: one as large as the page, and others on it.
public struct PDFPage: Hashable, Sendable {
  /// A picture that stands on the page.
  public struct Inset: Hashable, Sendable {
    /// The picture.
    public var picture: Picture
    /// Where it stands, in px of the page; it is drawn as large as it fits, in the middle.
    public var frame: Rect

    /// Creates an inset.
    public init(_ picture: Picture, in frame: Rect) {
      self.picture = picture
      self.frame = frame
    }
  }

  /// The picture that is as large as the page, 96 px to the inch.
  public var picture: Picture
  /// Pictures that are drawn over it, each as it is: lines stay lines, text stays text.
  public var insets: [Inset]

  /// Creates a page.
  public init(_ picture: Picture, insets: [Inset] = []) {
    self.picture = picture
    self.insets = insets
  }
}

extension PDFWriter {
  /// Several pictures as the pages of one PDF file, each page as large as its picture, whatever the
  /// writer's ``paging`` says.
  ///
  /// - Parameters:
  ///   - pages: The pages, at least one.
  ///   - metadata: What the PDF says about itself.
  /// - Returns: The bytes.
  /// - Throws: `ExportError`: a size that cannot be, no memory, or no library.
  public func bytes(
    of pages: [PDFPage], about metadata: PDFMetadata
  ) throws(ExportError) -> [UInt8] {
    guard !pages.isEmpty else { throw ExportError(.invalidSize, "a PDF has one page at least") }
    let canvas = try Canvas(about: metadata)
    for page in pages {
      try TextLimit.check(page.picture)
      let sheet = try VectorDocument(SVGWriter().bytes(of: page.picture))
      let scale = Sheet.pointsPerPixel
      let whole = Rect(x: 0, y: 0, width: sheet.width * scale, height: sheet.height * scale)
      try Sheet.check(whole.width, whole.height)
      try canvas.beginPage(width: whole.width, height: whole.height)
      try sheet.draw(on: canvas, in: whole, within: whole)
      for inset in page.insets {
        try TextLimit.check(inset.picture)
        let document = try VectorDocument(SVGWriter().bytes(of: inset.picture))
        let factor = min(
          inset.frame.width / document.width, inset.frame.height / document.height)
        guard factor > 0, factor.isFinite else {
          throw ExportError(.invalidSize, "a picture on a page needs room")
        }
        let (width, height) = (document.width * factor, document.height * factor)
        let place = Rect(
          x: (inset.frame.center.x - width / 2) * scale,
          y: (inset.frame.center.y - height / 2) * scale, width: width * scale,
          height: height * scale)
        try document.draw(on: canvas, in: place, within: place)
      }
      try canvas.endPage()
    }
    return try PDFLanguage(metadata.language).added(to: canvas.finish())
  }
}
