import JourneyModel

/// The whole map in words, for those who hear it.
enum MapSummary {
  /// A few sentences about the journey, then a line for each touchpoint.
  ///
  /// - Parameters:
  ///   - content: What is drawn.
  ///   - whole: How many touchpoints the journey has for those whom it is drawn for.
  ///   - notes: What is not drawn, in sentences.
  /// - Returns: Lines of text.
  static func text(of content: MapContent, whole: Int, notes: [String]) -> String {
    var lines = [TouchpointSentence(content.subject).opening(touchpoints: whole)]
    for (index, column) in content.columns.enumerated() {
      var place = column.touchpoint.name
      if let stage = column.touchpoint.stage { place += " (\(stage.rawValue))" }
      lines.append("\(index + 1). \(place): \(column.summary).")
    }
    lines += notes.map { $0 + "." }
    return lines.joined(separator: "\n")
  }
}
