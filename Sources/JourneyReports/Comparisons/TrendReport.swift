public import JourneyComparison
import JourneyAnalysis
import JourneyModel
import TextSupport

/// Periods in a row, as text for people and programs.
public struct TrendReport: Sendable {
  /// What it is made from.
  public var trend: Trend

  /// Creates the report of a trend.
  public init(_ trend: Trend) {
    self.trend = trend
  }

  private var overall: ComparisonReport { ComparisonReport(trend.overall) }

  /// What matters most, over all periods.
  private var headline: String { "first to last: " + overall.verdict }

  /// The trend for the terminal.
  ///
  /// - Parameter colored: Whether headings are set off with ANSI escapes.
  /// - Returns: The text, with a newline at the end.
  public func text(colored: Bool = false) -> String {
    func heading(_ text: String) -> String { colored ? "\u{1B}[1m\(text)\u{1B}[0m" : text }
    let periods = trend.periods.enumerated().map { index, side in
      TextTable.printable("\(index + 1)  \(Self.described(side))")
    }
    let make = MakeChanges(trend.overall).lines
    let sections: [(String, [String])] = [
      (TextTable.printable(overall.title), periods + [TextTable.printable(headline)]),
      ("The journey", table(journeyLines, named: false).lines()),
      ("Touchpoints", touchpointLines.isEmpty ? [] : table(touchpointLines, named: true).lines()),
      (
        "What changed in the make, first to last",
        make.isEmpty
          ? ["nothing"]
          : TextTable([.init("change"), .init("what")], rows: make.map { [$0.kind, $0.text] })
            .lines().dropFirst().map { $0 }
      ),
      ("How to read this", notes),
    ]
    return sections.filter { !$0.1.isEmpty }
      .map { ([heading($0.0)] + $0.1).joined(separator: "\n") }
      .joined(separator: "\n\n") + "\n"
  }

  /// The trend for a comment on a pull request.
  public var markdown: String {
    var parts = ["### \(TextTable.markdownText(overall.title))"]
    parts.append(
      trend.periods.enumerated().map { index, side in
        "\(index + 1). \(TextTable.markdownText(Self.described(side)))"
      }.joined(separator: "\n"))
    parts.append("**\(TextTable.markdownText(headline))**")
    parts.append(table(journeyLines, named: false).markdown)
    if !touchpointLines.isEmpty {
      parts.append("**Touchpoints**\n\n" + table(touchpointLines, named: true).markdown)
    }
    let make = MakeChanges(trend.overall).lines.map { ($0.kind, $0.text) }
    if !make.isEmpty {
      parts.append(
        ComparisonReport.folded("What changed in the make, first to last", make))
    }
    parts.append(notes.map { "- \(TextTable.markdownText($0))" }.joined(separator: "\n"))
    return parts.map { $0.hasSuffix("\n") ? String($0.dropLast()) : $0 }
      .joined(separator: "\n\n") + "\n"
  }

  /// The trend as JSON text; shares 0…1, times in seconds, scores on the scale of the last period.
  public var json: String {
    let value: JSONValue = [
      "schemaVersion": .number(1),
      "periods": .array(trend.periods.map(ComparisonReport.json)),
      "asOf": .string(trend.overall.after.analysis.asOf.description),
      "scale": ComparisonReport.json(trend.overall.after.analysis.scale),
      "figures": .array(
        trend.lines.map { line in
          [
            "values": .array(line.values.map(ComparisonReport.json)),
            "steps": .array(line.steps.map { .string($0.rawValue) }),
            "overall": ComparisonReport.json(line.overall),
          ]
        }),
      "firstToLast": .object(overall.structure),
    ]
    return value.text
  }

  private static func described(_ side: ComparedJourney) -> String {
    var parts = [side.label]
    if let persona = side.analysis.persona { parts.append("persona \(persona)") }
    if let period = side.journey.period { parts.append("\(period)") }
    if let started = side.analysis.started {
      parts.append(CustomerText.counted(started, side.journey.customers))
    }
    return parts.joined(separator: " · ")
  }

  private var journeyLines: [Trend.Line] {
    trend.lines.filter { line in
      line.figure.touchpoint == nil
        && ComparisonReport.isWorthALine(line.figure.measure, line.values)
    }
  }

  /// What changed beyond chance first to last or in any step, of all that is judged; without any
  /// test, what is felt.
  private var touchpointLines: [Trend.Line] {
    let lines = trend.lines.filter { $0.figure.touchpoint != nil && $0.overall.isJudged }
    let moved: Set<Verdict> = [.better, .worse, .different]
    return lines.filter { line in
      line.overall.isBeyondChance || line.steps.contains(where: moved.contains)
        || (line.figure.measure == .felt && line.overall.verdict == .unknown
          && moved.contains(line.overall.tendency))
    }
  }

  private func table(_ lines: [Trend.Line], named: Bool) -> TextTable {
    let words = overall.words
    return TextTable(
      (named ? [.init("touchpoint")] : []) + [.init("figure")]
        + trend.periods.indices.map { .init("\($0 + 1)", .right) } + [
          .init("steps"), .init("first to last", .right), .init("90 % interval", .right),
          .init("change"),
        ],
      rows: lines.map { line in
        let measure = line.figure.measure
        return (named ? [line.name ?? ""] : []) + [measure.word]
          + line.values.map { words.value($0?.value, of: measure) } + [
            line.steps.map(FigureWords.sign).joined(separator: " "),
            words.difference(line.overall.difference?.value, of: measure),
            words.interval(line.overall.difference, of: measure), FigureWords.word(line.overall),
          ]
      })
  }

  private var notes: [String] {
    [
      "Steps from each period to the next: ✓ better, ✗ worse, ◆ different, ~ too close to call, = no "
        + "change, ? unknown, each judged by itself."
    ] + overall.notes.filter { !$0.hasPrefix("Of the other") && !$0.hasPrefix("Beyond chance are") }
  }
}
