public import JourneyAnalysis
import JourneyModel
import TextSupport

/// The hotspot ranking as text for people and programs.
public struct HotspotReport: Sendable {
  /// The figures it is made from.
  public var analysis: Analysis

  /// Creates the report of an analysis.
  public init(_ analysis: Analysis) {
    self.analysis = analysis
  }

  private var ranking: HotspotRanking { analysis.hotspots }

  /// The ranking as JSON text, with the keys that `Docs/figures.md` names.
  public var json: String {
    let value: JSONValue = [
      "schemaVersion": .number(1),
      "journey": .string(analysis.journey.rawValue),
      "persona": JSONValue(analysis.persona?.rawValue),
      "asOf": .string(analysis.asOf.description),
      "rankedBy": .string(ranking.rankedBy.rawValue),
      "threshold": .number(ranking.threshold),
      "hotspots": .array(ranking.hotspots.map(Self.json)),
    ]
    return value.text
  }

  private static func json(_ hotspot: Hotspot) -> JSONValue {
    [
      "rank": .number(Double(hotspot.rank)),
      "touchpoint": .string(hotspot.touchpoint.rawValue),
      "name": .string(hotspot.name),
      "heat": JSONValue(hotspot.heat),
      "heatLow": JSONValue(hotspot.heatLow),
      "heatHigh": JSONValue(hotspot.heatHigh),
      "loss": JSONValue(hotspot.loss),
      "burden": JSONValue(hotspot.burden),
      "reach": JSONValue(hotspot.reach),
      "pain": JSONValue(hotspot.pain),
      "felt": JSONValue(hotspot.felt),
      "kind": JSONValue(hotspot.kind?.rawValue),
      "owner": JSONValue(hotspot.owner),
      "warnings": .array(hotspot.warnings.map(\.jsonValue)),
    ]
  }

  /// The ranking as CSV (RFC 4180) with full precision; unknown is an empty cell.
  public var csv: String {
    func cell(_ value: Double?) -> String { value.map { "\($0)" } ?? "" }
    let titles = [
      "rank", "touchpoint", "name", "heat", "heatLow", "heatHigh", "loss", "burden", "reach",
      "felt", "kind", "owner", "warnings",
    ]
    return CSV.line(titles)
      + ranking.hotspots.map { hotspot in
        CSV.line([
          "\(hotspot.rank)", hotspot.touchpoint.rawValue, hotspot.name, cell(hotspot.heat),
          cell(hotspot.heatLow), cell(hotspot.heatHigh), cell(hotspot.loss), cell(hotspot.burden),
          cell(hotspot.reach), cell(hotspot.felt), hotspot.kind?.rawValue ?? "",
          hotspot.owner ?? "", hotspot.warnings.map(\.id.rawValue).joined(separator: " "),
        ])
      }.joined()
  }

  /// The ranking as a GitHub Markdown table under a heading.
  public var markdown: String {
    "## \(TextTable.markdownText(heading))\n\n"
      + (ranking.hotspots.isEmpty ? "\(nothing)\n" : table.markdown)
  }

  /// The ranking as a table for the terminal.
  ///
  /// - Parameter colored: Whether hotspots are coloured with ANSI escapes.
  /// - Returns: The text, with a newline at the end.
  public func text(colored: Bool = false) -> String {
    var lines = [TextTable.printable(heading), ""]
    if ranking.hotspots.isEmpty {
      lines.append(nothing)
    } else {
      lines += table.lines { index, line in
        guard colored else { return line }
        guard let index else { return "\u{1B}[1m\(line)\u{1B}[0m" }
        switch ranking.hotspots[index].kind {
        case .sure: return "\u{1B}[31m\(line)\u{1B}[0m"
        case .suspected: return "\u{1B}[33m\(line)\u{1B}[0m"
        case nil: return line
        }
      }
      lines += ["", explanation]
      lines += warningLines
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private var heading: String {
    var parts = ["Hotspots of \(analysis.title)"]
    if let persona = analysis.persona { parts.append("persona \(persona)") }
    if let started = analysis.started {
      parts.append(CustomerText.counted(started, analysis.customers))
    } else if !analysis.hasFlow {
      parts.append("no flow data")
    }
    parts.append("as of \(analysis.asOf)")
    return parts.joined(separator: " · ")
  }

  private var nothing: String {
    analysis.ends?.hasUnknownOutcome == true
      ? "Nothing here hurts, as far as is known; who leaves is not: nobody said how it ends."
      : "Nothing here hurts and nobody leaves, as far as is known."
  }

  private var table: TextTable {
    ranking.rankedBy == .heat ? heatTable : painTable
  }

  private var heatTable: TextTable {
    TextTable(
      [
        .init("rank", .right), .init("touchpoint"), .init("heat", .right),
        .init("90 % interval", .right), .init("loss", .right), .init("burden", .right),
        .init("reach", .right), .init("felt", .right), .init("hotspot"), .init("owner"),
      ],
      rows: ranking.hotspots.map { hotspot in
        [
          "\(hotspot.rank)", hotspot.name, whole(hotspot.heat),
          "\(whole(hotspot.heatLow))–\(hotspot.heatHigh.map { whole($0) } ?? "?")",
          whole(hotspot.loss), whole(hotspot.burden),
          hotspot.reach.map(NumberText.percent) ?? "–",
          felt(hotspot), hotspot.kind?.rawValue ?? "–", hotspot.owner ?? "nobody",
        ]
      })
  }

  private var painTable: TextTable {
    TextTable(
      [
        .init("rank", .right), .init("touchpoint"), .init("pain", .right),
        .init("at least", .right), .init("felt", .right), .init("owner"),
      ],
      rows: ranking.hotspots.map { hotspot in
        [
          "\(hotspot.rank)", hotspot.name,
          hotspot.pain.map { NumberText.fixed($0, 2) } ?? "–",
          hotspot.painLow.map { NumberText.fixed($0, 2) } ?? "–",
          felt(hotspot), hotspot.owner ?? "nobody",
        ]
      })
  }

  private func whole(_ value: Double?) -> String {
    value.map { NumberText.fixed($0, 0) } ?? "–"
  }

  private func felt(_ hotspot: Hotspot) -> String {
    guard let felt = hotspot.felt else { return "–" }
    let isAssumed = hotspot.warnings.contains { $0.id == .assumed }
    return NumberText.fixed(felt, 1, plus: analysis.scale.low < 0) + (isAssumed ? "?" : "")
  }

  private var explanation: String {
    switch ranking.rankedBy {
    case .heat:
      "Heat = customers lost + distress, per 1,000 who start; a hotspot from "
        + "\(NumberText.fixed(ranking.threshold, 0)) on. Ranked by the interval's lower end."
    case .pain:
      "No flow data: ranked by the lower end of pain (0 none, 1 the worst) at each touchpoint."
    }
  }

  private var warningLines: [String] {
    var lines: [String] = []
    for hotspot in ranking.hotspots {
      for warning in hotspot.warnings {
        lines.append(TextTable.printable("\(hotspot.name): \(warning.text)"))
      }
    }
    lines += analysis.warnings.map { TextTable.printable($0.text) }
    return lines.isEmpty ? [] : ["", "To be read with care:"] + lines.map { "- \($0)" }
  }
}
