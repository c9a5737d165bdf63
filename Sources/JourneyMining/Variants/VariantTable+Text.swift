import EventCounting
import JourneyAnalysis
import JourneyModel
import TextSupport

extension VariantTable {
  /// A path of more steps is shown without its middle.
  private static let mostSteps = 12

  /// The paths as JSON text; shares 0…1, times in seconds, scores on their scale, unknown is null.
  public var json: String {
    let value: JSONValue = [
      "schemaVersion": .number(1), "title": .string(title),
      "visits": .number(Double(visits)), "paths": JSONValue(paths),
      "variants": .array(
        rows.enumerated().map { rank, row in
          [
            "rank": .number(Double(rank + 1)), "path": .array(row.path.map(JSONValue.string)),
            "visits": .number(Double(row.visits)), "share": .number(row.share),
            "covered": .number(row.covered), "completed": JSONValue(row.completed?.value),
            "completedLow": JSONValue(row.completed?.low),
            "completedHigh": JSONValue(row.completed?.high),
            "medianTime": JSONValue(row.durations?.median),
            "meanTime": JSONValue(row.durations?.mean), "peakEnd": JSONValue(row.peakEnd),
          ]
        }),
    ]
    return value.text
  }

  /// The paths as a table for the terminal, with a newline at the end.
  public var text: String {
    var lines = [TextTable.printable(heading), ""]
    lines += rows.isEmpty ? ["No paths were counted."] : table.lines()
    if let last = rows.last, last.covered < 1 {
      lines += ["", "These paths are \(NumberText.percent(last.covered)) of all visits."]
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// The paths as a GitHub Markdown table under a heading.
  public var markdown: String {
    "## \(TextTable.markdownText(heading))\n\n"
      + (rows.isEmpty ? "No paths were counted.\n" : table.markdown)
  }

  private var heading: String {
    var parts = ["Most travelled paths of \(title)", Wording.count(visits, "visit")]
    if let paths { parts.append(Wording.count(paths, "different path")) }
    return parts.joined(separator: " · ")
  }

  /// Columns of which nothing is known are left out.
  private var table: TextTable {
    let hasEnds = rows.contains { $0.completed != nil }
    let hasTimes = rows.contains { $0.durations != nil }
    var columns: [TextTable.Column] = [
      .init("rank", .right), .init("visits", .right), .init("share", .right),
      .init("so far", .right),
    ]
    if hasEnds { columns += [.init("completed", .right), .init("90 % interval", .right)] }
    if hasTimes { columns.append(.init("median time", .right)) }
    if scale != nil { columns.append(.init("peak–end", .right)) }
    columns.append(.init("path"))
    return TextTable(
      columns,
      rows: rows.enumerated().map { rank, row in
        var cells = [
          "\(rank + 1)", NumberText.grouped(row.visits), NumberText.percent(row.share),
          NumberText.percent(row.covered),
        ]
        if hasEnds {
          cells.append(row.completed.map { NumberText.percent($0.value) } ?? "–")
          cells.append(SegmentWords.interval(row.completed))
        }
        if hasTimes { cells.append(SegmentWords.time(row.durations?.median)) }
        if let scale { cells.append(SegmentWords.score(row.peakEnd, on: scale)) }
        return cells + [Self.shown(row.path)]
      })
  }

  /// The steps with arrows between, a touchpoint several times in a row once with its number.
  static func shown(_ path: [String]) -> String {
    var steps: [(name: String, times: Int)] = []
    for name in path {
      if let last = steps.last, last.name == name {
        steps[steps.count - 1].times += 1
      } else {
        steps.append((name, 1))
      }
    }
    // Only an end was told, or nothing else is left of it.
    guard !steps.isEmpty else { return "(no touchpoint)" }
    var words = steps.map { $0.times > 1 ? "\($0.name) ×\($0.times)" : $0.name }
    if words.count > mostSteps {
      let head = mostSteps / 2
      let left = words.count - mostSteps + 1
      words = words.prefix(head) + ["… \(left) more …"] + words.suffix(mostSteps - head - 1)
    }
    return words.joined(separator: " → ")
  }
}
