import JourneyAnalysis
import JourneyComparison
import JourneyModel
import TextSupport

extension ComparisonReport {
  /// The comparison for a comment on a pull request: what matters first, the rest folded away.
  public var markdown: String {
    var parts = ["### \(TextTable.markdownText(title))", headline]
    parts.append(table(journeyFigures, named: false))
    let changed = beyondChance + alone + untested
    if !changed.isEmpty {
      let most = 12
      parts.append("**Touchpoints**\n\n" + table(Array(changed.prefix(most)), named: true))
      if changed.count > most {
        parts.append("…and \(changed.count - most) more figures of touchpoints.")
      }
    }
    let make = MakeChanges(comparison).lines.map { ($0.kind, $0.text) }
    parts.append(Self.folded(makeTitle, make))
    if deviations != nil {
      parts.append(Self.folded("Otherwise than planned", deviationRows))
    }
    let notes = self.notes.map { "- \(TextTable.markdownText($0))\n" }.joined()
    if !notes.isEmpty {
      parts.append(
        "<details><summary>How to read this</summary>\n\n\(notes)\n</details>")
    }
    return parts.filter { !$0.isEmpty }.joined(separator: "\n\n") + "\n"
  }

  /// The sides, and what matters most.
  private var headline: String {
    let labels = [comparison.before, comparison.after].map { side in
      TextTable.markdownText(side.label)
        + (side.analysis.persona.map { " (persona \(TextTable.markdownText($0.rawValue)))" } ?? "")
    }
    let arrow = comparison.isOfPersonas ? " and " : " → "
    return labels.joined(separator: arrow) + ": **\(TextTable.markdownText(verdict))**"
  }

  private func table(_ changes: [FigureChange], named: Bool) -> String {
    guard !changes.isEmpty else { return "" }
    return TextTable(
      (named ? [.init("touchpoint")] : []) + [
        .init("figure"), .init(heads.before, .right), .init(heads.after, .right),
        .init("difference", .right), .init("90 % interval", .right), .init(changeHead),
      ],
      rows: changes.map { change in
        var row = row(change, named: named)
        if !comparison.isOfPersonas, !comparison.isUnmatched {
          row[row.count - 1] = "\(FigureWords.sign(change.verdict)) \(row[row.count - 1])"
        }
        return row
      }
    ).markdown.trimmed
  }

  /// A list that is folded away; empty for no rows.
  static func folded(_ title: String, _ rows: [(String, String)]) -> String {
    guard !rows.isEmpty else { return "" }
    let list = rows.map { kind, text in
      "- **\(TextTable.markdownText(kind))** \(TextTable.markdownText(text))\n"
    }.joined()
    return "<details><summary>\(title) (\(rows.count))</summary>\n\n\(list)\n</details>"
  }
}

extension String {
  /// The text without the newline at its end.
  fileprivate var trimmed: String { hasSuffix("\n") ? String(dropLast()) : self }
}
