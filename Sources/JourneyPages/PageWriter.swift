import JourneyDiagrams
import JourneyModel
import TextSupport

/// Writes a presentation as one HTML file that needs nothing beside it, not even a network.
public struct PageWriter: Sendable {
  /// Where a page lives.
  public enum Mode: String, Hashable, Sendable {
    /// In a file: it connects to nothing.
    case file
    /// On `journey present`: it listens to `/events` and fetches `/` again when told.
    case live
  }

  /// Creates a writer.
  public init() {}

  /// The page as UTF-8 bytes; they depend on the presentation and the mode alone.
  ///
  /// - Parameters:
  ///   - presentation: What is presented.
  ///   - mode: Where the page will live.
  /// - Returns: The bytes of an HTML document.
  public func bytes(of presentation: Presentation, mode: Mode = .file) -> [UInt8] {
    var page = HTMLBuffer()
    page.raw("<!doctype html>\n<html><head><meta charset=\"utf-8\">\n<title>")
    page.text(presentation.journey.title)
    page.raw("</title></head><body>\n")
    for picture in presentation.pictures.prefix(1) {
      page.bytes += SVGWriter(standsAlone: false).bytes(of: picture.picture)
    }
    page.raw("</body></html>\n")
    return page.bytes
  }
}
