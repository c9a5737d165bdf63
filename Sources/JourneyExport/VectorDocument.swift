internal import CExportShim
internal import JourneyDiagrams

/// The owner of a parsed SVG text.
///
/// Not copyable, so that it is closed once; it stays in the call that opened it, hence on one thread.
struct VectorDocument: ~Copyable {
  private let handle: OpaquePointer
  /// The width in px.
  let width: Double
  /// The height in px.
  let height: Double

  /// Parses an SVG text.
  ///
  /// What it refers to is not opened, since it has no address to start from.
  init(_ svg: [UInt8]) throws(ExportError) {
    guard let handle = svg.withUnsafeBufferPointer({ Self.open($0) }) else { throw .last() }
    var (width, height) = (0.0, 0.0)
    let isSized = CExport_size(handle, &width, &height)
    guard isSized, width > 0, height > 0, width.isFinite, height.isFinite else {
      CExport_close(handle)
      throw ExportError(.invalidSVG, "it has no width and height of its own")
    }
    self.handle = handle
    self.width = width
    self.height = height
  }

  deinit { CExport_close(handle) }

  private static func open(_ bytes: UnsafeBufferPointer<UInt8>) -> OpaquePointer? {
    // An empty array may have no address; librsvg then says what it says of empty texts.
    guard let start = bytes.baseAddress else {
      return withUnsafePointer(to: UInt8(0)) { CExport_open($0, 0) }
    }
    return CExport_open(start, bytes.count)
  }

  /// Draws all of it into a frame of a canvas, and nothing of it outside another.
  func draw(on canvas: borrowing Canvas, in frame: Rect, within clip: Rect) throws(ExportError) {
    try canvas.draw(handle, width: width, height: height, in: frame, within: clip)
  }
}
