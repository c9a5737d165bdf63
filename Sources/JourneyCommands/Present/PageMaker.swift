import JourneyKit
import JourneyPages

/// Makes the page of a document as it is now.
struct PageMaker: Sendable {
  /// A page, or why there is none.
  enum Outcome {
    case page(title: String, bytes: [UInt8])
    /// Plain text, and what was thrown.
    case problem(String, any Error)
  }

  var file: String
  var theme: ThemeName
  var figures: FigureOptions
  var console: Console

  /// Reads, draws and writes; blocks its thread meanwhile.
  func make() -> Outcome {
    // The words go to a page too, where the colours of a terminal would be noise.
    var plain = console
    let told = ToldWords()
    plain.isErrorColored = false
    plain.error = { text in told.add(text) }
    do {
      let document = try CheckedDocument.load(try DocumentInput(file, on: plain), on: plain)
      let bytes = try page(of: document, theme: try theme.theme(on: plain))
      // What is noteworthy but no mistake, about a theme file.
      if !told.text.isEmpty { console.error(told.text) }
      return .page(title: document.journey.title, bytes: bytes)
    } catch {
      _ = plain.tell(error)
      return .problem(told.text, error)
    }
  }

  private func page(of document: CheckedDocument, theme: Theme) throws -> [UInt8] {
    let journey = document.journey
    let presentation = try Presentation(
      drawing: journey, asOf: figures.asOf ?? console.today,
      personas: try figures.persona.map { [try document.persona($0)] },
      options: DrawingOptions(theme: theme), engines: Renderer.graphviz.engines)
    return PageWriter().bytes(of: presentation, mode: .live)
  }
}
