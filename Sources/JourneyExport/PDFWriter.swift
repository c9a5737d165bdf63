public import JourneyDiagrams

/// Writes pictures as PDF, drawn by librsvg and cairo: lines stay lines and text stays text, so that
/// it is sharp at any size and can be selected, searched and heard.
///
/// ```swift
/// let pdf = try PDFWriter(.paper(.a4, orientation: .automatic, margin: 10)).bytes(of: picture)
/// ```
///
/// The file says its title, its language and the picture's text alternative. The bytes are the same
/// for the same picture, fonts and library versions: no date and no author is in them.
///
/// Safe to use from many tasks at once; they draw one after the other. A call blocks its thread,
/// for some 100 ms for a map, and the first one for some 20 ms more, in which the libraries are loaded.
public struct PDFWriter: Hashable, Sendable {
  /// How the picture is put on pages.
  public var paging: PDFPaging

  /// Creates a writer.
  ///
  /// - Parameter paging: How the picture is put on pages.
  public init(_ paging: PDFPaging = .natural(scale: 1)) {
    self.paging = paging
  }

  /// The picture as a PDF file.
  ///
  /// A picture that has sheets gets a page for each of them. On pages of paper a picture's
  /// background is painted to the edges.
  ///
  /// - Parameter picture: The picture.
  /// - Returns: The bytes.
  /// - Throws: `ExportError`: a size that cannot be, no memory, or no library.
  public func bytes(of picture: Picture) throws(ExportError) -> [UInt8] {
    try TextLimit.check(picture)
    let document = try VectorDocument(SVGWriter().bytes(of: picture))
    let corner = picture.viewBox.map { Point($0.x, $0.y) } ?? Point(0, 0)
    let parts = picture.sheets.map { sheet in
      Rect(x: sheet.x - corner.x, y: sheet.y - corner.y, width: sheet.width, height: sheet.height)
    }
    return try bytes(
      of: document, parts: parts, about: PDFMetadata(picture),
      background: picture.background.map { picture.theme.color($0) },
      families: picture.theme.families)
  }

  /// An SVG file as a PDF file; what it refers to outside itself is left out.
  ///
  /// For files that you trust: librsvg 2.54 ends the process at text of millions of px.
  ///
  /// - Parameters:
  ///   - svg: The SVG file, UTF-8; it must have a width and a height.
  ///   - metadata: What the PDF says about itself.
  /// - Returns: The bytes.
  /// - Throws: `ExportError`, also when the bytes are not SVG.
  public func bytes(ofSVG svg: [UInt8], about metadata: PDFMetadata) throws(ExportError) -> [UInt8]
  {
    let document = try VectorDocument(svg)
    return try bytes(
      of: document, parts: [], about: metadata, background: nil, families: Theme.standardFamilies)
  }

  private func bytes(
    of document: borrowing VectorDocument, parts: [Rect], about metadata: PDFMetadata,
    background: Color?, families: [String]
  ) throws(ExportError) -> [UInt8] {
    let sheets = try Sheet.sheets(
      for: paging, width: document.width, height: document.height, parts: parts,
      title: metadata.title, background: background, families: families)
    let canvas = try Canvas(about: metadata)
    for sheet in sheets {
      try canvas.beginPage(width: sheet.width, height: sheet.height)
      if let under = sheet.under { try sheet.draw(under, on: canvas) }
      try document.draw(on: canvas, in: sheet.frame, within: sheet.clip)
      if let over = sheet.over { try sheet.draw(over, on: canvas) }
      try canvas.endPage()
    }
    return try PDFLanguage(metadata.language).added(to: canvas.finish())
  }
}
