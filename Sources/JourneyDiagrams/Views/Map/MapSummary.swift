import JourneyAnalysis
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
    let (journey, analysis) = (content.subject.journey, content.subject.analysis)
    let words = content.subject.words
    let numbers = words.numbers
    let touchpoints = Double(whole)
    let stages = Double(content.stages.count { $0.stage != nil })
    var first = words.fill(words.countTouchpoints(touchpoints), numbers.count(touchpoints))
    if stages > 0 {
      let counted = words.fill(words.countStages(stages), numbers.count(stages))
      first = words.fill(words.summaryCounts, first, counted)
    } else {
      first += "."
    }
    var sentences = [first]
    if let ends = analysis.ends {
      sentences.append(
        words.fill(
          words.sayEnds, numbers.percent(ends.completed),
          journey.ends.completed ?? words.completed, numbers.percent(ends.left)))
      if ends.diverted > 0 {
        sentences.append(words.fill(words.sayDiverted, numbers.percent(ends.diverted)))
      }
    }
    var lines = [sentences.joined(separator: " ")]
    for (index, column) in content.columns.enumerated() {
      var place = column.touchpoint.name
      if let stage = column.touchpoint.stage { place += " (\(stage.rawValue))" }
      lines.append("\(index + 1). \(place): \(column.summary).")
    }
    lines += notes.map { $0 + "." }
    return lines.joined(separator: "\n")
  }
}
