import JourneyDiagrams
import JourneyModel
import TextSupport

/// Writes a presentation as one HTML file that needs nothing beside it, not even a network.
///
/// The pictures stand in it as SVG, the first in sight and the others in templates; what the script
/// says stands in it as JSON. Text of a document is escaped here and set as text there, and the
/// page's policy lets no other script or style run than its own.
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
    let script = Array(PageScript.text.utf8)
    let colors = Array(PageColors.style(of: presentation.theme).utf8)
    let style = Array(PageStyle.text.utf8)
    let words = presentation.words
    let direction = presentation.pictures.first?.picture.direction ?? .leftToRight

    var page = HTMLBuffer()
    page.markup(PageMarkup.text) { gap, page in
      switch gap {
      case "language": page.text(words.language)
      case "direction": page.raw(direction.rawValue)
      case "policy":
        page.text(PagePolicy.text(script: script, styles: [colors, style], mode: mode))
      case "title": page.text(presentation.journey.title)
      case "colors": page.bytes += colors
      case "style": page.bytes += style
      case "script": page.bytes += script
      case "data":
        page.bytes += PageJSON.bytes(of: PageData(presentation: presentation, mode: mode).json)
      case "pictures": pictures(presentation.pictures, to: &page)
      default: page.text(PageMarkup.phrase(gap, in: words.page))
      }
    }
    return page.bytes
  }

  /// The first picture in sight, so that the page shows it without script too, the others waiting.
  private func pictures(_ pictures: [PagePicture], to page: inout HTMLBuffer) {
    let writer = SVGWriter(standsAlone: false)
    for (index, picture) in pictures.enumerated() {
      let tag = index == 0 ? "div" : "template"
      page.raw("<\(tag) class=\"picture\" data-view=\"")
      page.text(picture.view)
      page.raw("\" data-persona=\"")
      page.text(picture.persona?.rawValue ?? "")
      page.raw("\">\n")
      page.bytes += writer.bytes(of: picture.picture)
      page.raw("</\(tag)>\n")
    }
  }
}
