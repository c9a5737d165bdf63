import JourneyKit

/// One picture of every document: which view, how it looks, what it is written as.
struct PictureRequest: Sendable {
  var view: ViewName
  /// The views of a page, the one that it opens with first; of no meaning for other formats.
  var pageViews: [ViewName] = []
  /// Whether a picture is a slide for each step of the walk through the journey.
  var showsSteps = false
  var options: DrawingOptions
  var format: PictureFormat
  var export = PictureExport()
  /// What the picture's file was called by whoever asked for it; nil for the name that it has in a
  /// folder.
  var output: String?

  /// `ID.VIEW[.PERSONA][.THEME][.PART].FORMAT`, defaults left out.
  ///
  /// - Parameters:
  ///   - journey: The journey's id.
  ///   - persona: The persona that the figures are for.
  ///   - part: Which of several files this is; nil when the picture is one file.
  /// - Returns: The name, without a folder.
  func fileName(journey: JourneyID, persona: PersonaID?, part: String? = nil) -> String {
    var parts = [journey.rawValue]
    // A page holds all views.
    if format != .html { parts.append(view.view.name) }
    if let persona { parts.append(persona.rawValue) }
    if options.theme.name != Theme.light.name { parts.append(options.theme.name) }
    if let part { parts.append(part) }
    parts.append(format.rawValue)
    return parts.joined(separator: ".")
  }
}
