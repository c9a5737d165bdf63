import JourneyExport
import JourneyKit

/// How a picture becomes PNG or PDF, and what becomes of its text.
struct PictureExport: Hashable, Sendable {
  /// How PNG is written.
  var png = PNGWriter()
  /// How PDF is written.
  var pdf = PDFWriter()
  /// Whether text is written as outlines.
  var outlinesText = false

  /// Whether anybody said how large pictures are to be; else it is the journey that makes them so.
  private var asksForSize: Bool { png != PNGWriter() || pdf != PDFWriter() }

  /// The picture as SVG, PNG or PDF.
  ///
  /// - Throws: `UsageProblem` for a size that was asked for and cannot be, else `ExportError`.
  func bytes(of picture: Picture, as format: PictureFormat) throws -> [UInt8] {
    do throws(ExportError) {
      let drawn = outlinesText ? try TextOutliner().outlined(picture) : picture
      switch format {
      case .png: return try png.bytes(of: drawn)
      case .pdf: return try pdf.bytes(of: drawn)
      default: return SVGWriter().bytes(of: drawn)
      }
    } catch {
      if asksForSize, error.code == .invalidSize || error.code == .tooLarge {
        throw UsageProblem(error.description)
      }
      throw error
    }
  }
}
