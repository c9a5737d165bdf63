import JourneyModel

extension Notice.Text {
  /// Nobody knows how many go where.
  static func noFlow(_ order: [Touchpoint], _ words: Words) -> Notice.Text {
    // Keys of the document, which are the same in every language.
    let first = order.first?.id.rawValue ?? "first"
    let second = order.dropFirst().first?.id.rawValue ?? "completed"
    return Notice.Text(
      id: "no-flow", title: words.funnel.noFlowTitle, text: words.funnel.noFlowText,
      example: [
        (["flow:"], 0), (["start -", "> \(first): 1000"], 1),
        (["\(first) -", "> \(second): 82%"], 1), (["\(first) -", "> left: 18%"], 1),
      ],
      after: words.funnel.noFlowAfter)
  }

  /// Nobody knows how anything feels.
  static func noScores(_ order: [Touchpoint], _ scale: Scale, _ words: Words) -> Notice.Text {
    let mean = scale.low + (scale.high - scale.low) / 4
    let number = mean == mean.rounded() && mean.magnitude < 1e9 ? "\(Int(mean))" : "\(mean)"
    return Notice.Text(
      id: "no-scores", title: words.curve.noScoresTitle, text: words.curve.noScoresText,
      example: [
        (["touchpoints:"], 0), (["\(order.first?.id.rawValue ?? "first"):"], 1),
        (["felt: {mean: \(number), n: 48}"], 2),
      ],
      // One part, so that it keeps its order in text that runs from right to left.
      after: words.fill(
        words.curve.noScoresAfter, words.unbroken("journey evidence SURVEY.csv --into FILE")))
  }
}
