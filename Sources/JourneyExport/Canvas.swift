internal import CExportShim
internal import JourneyDiagrams

/// The owner of something to draw on: pixels, or the pages of a PDF.
///
/// Not copyable, so that it is closed once; it stays in the call that made it, hence on one thread.
struct Canvas: ~Copyable {
  private let handle: OpaquePointer

  /// Makes pixels: transparent, or opaque and without alpha.
  init(width: Int, height: Int, isOpaque: Bool) throws(ExportError) {
    guard let handle = CExport_newImage(Int32(clamping: width), Int32(clamping: height), isOpaque)
    else { throw .last() }
    self.handle = handle
  }

  /// Begins a PDF.
  init(about metadata: PDFMetadata) throws(ExportError) {
    guard
      let handle = CExport_newPDF(
        PlainText.oneLine(metadata.title), PlainText.oneLine(metadata.summary))
    else { throw .last() }
    self.handle = handle
  }

  deinit { CExport_closeCanvas(handle) }

  /// Begins a page, sizes in points.
  func beginPage(width: Double, height: Double) throws(ExportError) {
    guard CExport_beginPage(handle, width, height) else { throw .last() }
  }

  /// Ends the page.
  func endPage() throws(ExportError) {
    guard CExport_endPage(handle) else { throw .last() }
  }

  /// Draws a document of that size into a frame, and nothing of it outside another.
  func draw(
    _ document: OpaquePointer, width: Double, height: Double, in frame: Rect, within clip: Rect
  ) throws(ExportError) {
    let isDone = CExport_draw(
      handle, document, width, height,
      CExportRect(x: frame.x, y: frame.y, width: frame.width, height: frame.height),
      CExportRect(x: clip.x, y: clip.y, width: clip.width, height: clip.height))
    guard isDone else { throw .last() }
  }

  /// Ends the drawing; gives the file.
  consuming func finish() throws(ExportError) -> [UInt8] {
    var bytes: UnsafePointer<UInt8>?
    var count = 0
    guard CExport_finish(handle, &bytes, &count) else { throw .last() }
    return Array(UnsafeBufferPointer(start: bytes, count: count))
  }

  /// The pixels by rows, each 0xAARRGGBB with its values multiplied by its alpha; for tests.
  func pixels(width: Int, height: Int) -> [UInt32] {
    var perRow = 0
    guard let pixels = CExport_pixels(handle, &perRow) else { return [] }
    return (0..<height).flatMap { row in
      UnsafeBufferPointer(start: pixels + row * perRow, count: width)
    }
  }
}
