import JourneyAnalysis
public import JourneyDiagrams
import JourneyFormats
public import JourneyModel

/// The pipeline on one page: each step is one function from value to value.
///
/// ```
/// 1 read     text, file      → JourneyDocument   Journey + Diagnostics, with their places
/// 2 check    Journey         → [Diagnostic]      parts (model) and flow (analysis)
/// 3 analyze  Journey, day    → Analysis          every figure
/// 4 draw     Journey + figures, view, theme → Picture
/// 5 write    Picture         → SVG;  a view's graph → DOT
/// ```
///
/// Steps 1 and 2 are `JourneyDocument`, 3 is `Journey.analyzed(asOf:persona:)`, 4 and 5 are
/// ``Renderer``. Every step can be taken alone; ``svg(ofFile:asOf:persona:view:options:)`` takes
/// all of them.
public enum Pipeline {
  /// A file's journey as an SVG picture.
  ///
  /// - Parameters:
  ///   - path: The journey document.
  ///   - asOf: The day that the age of evidence is judged from.
  ///   - persona: The persona whose figures are drawn; nil for all customers.
  ///   - view: The view.
  ///   - options: Theme, board, lanes.
  /// - Returns: The SVG file, UTF-8.
  /// - Throws: ``FileProblem`` when the file cannot be read, `InvalidJourney` with every diagnostic
  ///   when the document has errors, and what the renderer throws.
  public static func svg(
    ofFile path: String, asOf: CalendarDate, persona: PersonaID? = nil,
    view: any JourneyView = MapView(), options: DrawingOptions = DrawingOptions()
  ) throws -> [UInt8] {
    let document = try JourneyDocument(path: path)  // 1, 2
    let journey = try document.validJourney()
    let analysis = try journey.analyzed(asOf: asOf, persona: persona)  // 3
    let subject = Subject(journey: journey, analysis: analysis)
    let picture = try Renderer.graphviz.picture(of: subject, view: view, options: options)  // 4
    return SVGWriter().bytes(of: picture)  // 5
  }
}
