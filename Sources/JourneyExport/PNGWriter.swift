public import JourneyDiagrams

/// Writes pictures as PNG, drawn by librsvg.
///
/// ```swift
/// let png = try PNGWriter(size: .width(3840)).bytes(of: picture)
/// ```
///
/// A picture without a background stays transparent. The file says how large it is on paper and
/// carries the picture's title and its text alternative. The bytes are the same for the same
/// picture, fonts and library versions.
///
/// Safe to use from many tasks at once; they draw one after the other, since cairo shares fonts
/// between threads and is not safe there. A call blocks its thread, for some 100 ms at 1600 × 1000 px, and the first one for some 20 ms more, in which the libraries
/// are loaded.
public struct PNGWriter: Hashable, Sendable {
  /// How many pixels a picture gets.
  public enum Size: Hashable, Sendable {
    /// So many pixels for each px of the picture; 2 for screens with fine pixels.
    case scale(Double)
    /// So many pixels across; the height follows.
    case width(Int)
  }

  /// The most pixels of a side, which is cairo's limit.
  public static let maximumSide = 32_767
  /// The most pixels of all, 2 GB of memory.
  public static let maximumPixels = 500_000_000

  /// How many pixels a picture gets; nil for as many as ``dpi`` asks for, else one for each px.
  public var size: Size?
  /// The pixels of an inch on paper, which the file says; nil for what keeps the natural size of the
  /// picture, 96 px to the inch.
  public var dpi: Double?

  /// Creates a writer.
  ///
  /// - Parameters:
  ///   - size: How many pixels a picture gets.
  ///   - dpi: The pixels of an inch on paper.
  public init(size: Size? = nil, dpi: Double? = nil) {
    self.size = size
    self.dpi = dpi
  }

  /// The picture as a PNG file.
  ///
  /// - Parameter picture: The picture.
  /// - Returns: The bytes.
  /// - Throws: `ExportError`: a size that cannot be, no memory, or no library.
  public func bytes(of picture: Picture) throws(ExportError) -> [UInt8] {
    let frame = try PixelFrame(of: self, width: picture.width, height: picture.height)
    let canvas = try Self.canvas(of: picture, frame)
    return file(
      try canvas.finish(), frame, isOpaque: picture.background != nil, title: picture.title,
      summary: picture.summary)
  }

  /// An SVG file as a PNG file; what it refers to outside itself is left out.
  ///
  /// For files that you trust: librsvg 2.54 ends the process at text of millions of px.
  ///
  /// - Parameters:
  ///   - svg: The SVG file, UTF-8; it must have a width and a height.
  ///   - title: What the picture is called, for the file's metadata.
  /// - Returns: The bytes.
  /// - Throws: `ExportError`, also when the bytes are not SVG.
  public func bytes(ofSVG svg: [UInt8], title: String = "") throws(ExportError) -> [UInt8] {
    let document = try VectorDocument(svg)
    let frame = try PixelFrame(of: self, width: document.width, height: document.height)
    let canvas = try Self.canvas(of: document, frame, isOpaque: false)
    return file(try canvas.finish(), frame, isOpaque: false, title: title, summary: "")
  }

  /// The pixels by rows, each 0xAARRGGBB with its values multiplied by its alpha; for tests.
  package func pixels(of picture: Picture) throws(ExportError) -> (width: Int, rows: [UInt32]) {
    let frame = try PixelFrame(of: self, width: picture.width, height: picture.height)
    let canvas = try Self.canvas(of: picture, frame)
    return (frame.width, canvas.pixels(width: frame.width, height: frame.height))
  }

  /// The same of an SVG file.
  package func pixels(ofSVG svg: [UInt8]) throws(ExportError) -> (width: Int, rows: [UInt32]) {
    let document = try VectorDocument(svg)
    let frame = try PixelFrame(of: self, width: document.width, height: document.height)
    let canvas = try Self.canvas(of: document, frame, isOpaque: false)
    return (frame.width, canvas.pixels(width: frame.width, height: frame.height))
  }

  private static func canvas(of picture: Picture, _ frame: PixelFrame) throws(ExportError) -> Canvas
  {
    try TextLimit.check(picture)
    let document = try VectorDocument(SVGWriter().bytes(of: picture))
    return try canvas(of: document, frame, isOpaque: picture.background != nil)
  }

  private static func canvas(
    of document: borrowing VectorDocument, _ frame: PixelFrame, isOpaque: Bool
  ) throws(ExportError) -> Canvas {
    let canvas = try Canvas(width: frame.width, height: frame.height, isOpaque: isOpaque)
    // To the very edge: whole pixels are a little more or less than the picture's own proportions.
    let whole = Rect(x: 0, y: 0, width: Double(frame.width), height: Double(frame.height))
    try document.draw(on: canvas, in: whole, within: whole)
    return canvas
  }

  private func file(
    _ pixels: [UInt8], _ frame: PixelFrame, isOpaque: Bool, title: String, summary: String
  ) -> [UInt8] {
    var file = PNGFile(width: frame.width, height: frame.height, isOpaque: isOpaque)
    file.appendResolution(pixelsPerInch: frame.dpi)
    if !title.isEmpty { file.appendText("Title", PlainText.oneLine(title)) }
    if !summary.isEmpty { file.appendText("Description", summary) }
    file.finish(pixels: pixels)
    return file.bytes
  }
}
