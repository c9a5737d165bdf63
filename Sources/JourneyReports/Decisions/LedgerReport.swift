public import JourneyDecisions
import JourneyModel
import TextSupport

/// A decision ledger as text for people and programs: the funnel of insights, every decision, and
/// what contradicts itself.
public struct LedgerReport: Sendable {
  /// What it is made from.
  public var ledger: Ledger
  /// How many journeys were looked through.
  public var journeys: Int
  /// What the ledger is narrowed to, such as `owner Ruiz`; empty for everything.
  public var narrowedTo: [String]

  /// Creates the report of a ledger.
  ///
  /// - Parameters:
  ///   - ledger: The ledger.
  ///   - journeys: How many journeys were looked through.
  ///   - narrowedTo: What the ledger is narrowed to, in words.
  public init(_ ledger: Ledger, journeys: Int, narrowedTo: [String] = []) {
    self.ledger = ledger
    self.journeys = journeys
    self.narrowedTo = narrowedTo
  }

  /// The ledger as tables for the terminal.
  ///
  /// - Parameter colored: Whether what is late or worse is coloured with ANSI escapes.
  /// - Returns: The text, with a newline at the end.
  public func text(colored: Bool = false) -> String {
    var lines = [TextTable.printable(heading)]
    guard !ledger.entries.isEmpty else {
      return (lines + ["", "No decisions here."]).joined(separator: "\n") + "\n"
    }
    lines += [""] + bold(funnelTable.lines(), colored) + [""] + funnelSentences
    lines += [""]
    lines += entryTable(longest: 48).lines { index, line in
      guard colored else { return line }
      guard let index else { return "\u{1B}[1m\(line)\u{1B}[0m" }
      let entry = ledger.entries[index]
      if entry.outcome.verdict == .worse { return "\u{1B}[31m\(line)\u{1B}[0m" }
      return entry.overdue != nil ? "\u{1B}[33m\(line)\u{1B}[0m" : line
    }
    if !remarks.isEmpty {
      lines += ["", "To be looked at:"] + remarks.map { TextTable.printable("- \($0)") }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func bold(_ lines: [String], _ colored: Bool) -> [String] {
    guard colored, let first = lines.first else { return lines }
    return ["\u{1B}[1m\(first)\u{1B}[0m"] + lines.dropFirst()
  }

  /// The ledger as GitHub Markdown: two tables under a heading.
  public var markdown: String {
    var text = "## \(TextTable.markdownText(heading))\n\n"
    guard !ledger.entries.isEmpty else { return text + "No decisions here.\n" }
    text += funnelTable.markdown + "\n"
    text += funnelSentences.map { TextTable.markdownText($0) }.joined(separator: "\n") + "\n\n"
    text += entryTable(longest: .max).markdown
    if !remarks.isEmpty {
      text += "\nTo be looked at:\n\n"
      text += remarks.map { "- \(TextTable.markdownText($0))\n" }.joined()
    }
    return text
  }

  private var heading: String {
    let parts =
      [
        "Decisions of \(Wording.count(journeys, "journey"))",
        Wording.count(ledger.entries.count, "insight"),
      ] + narrowedTo + ["as of \(ledger.asOf)"]
    return parts.joined(separator: " · ")
  }

  // MARK: - Entries

  private func entryTable(longest: Int) -> TextTable {
    TextTable(
      [
        .init("decision"), .init("about"), .init("insight"), .init("step"), .init("owner"),
        .init("age", .right), .init("due"), .init("outcome"),
      ],
      rows: ledger.entries.map { entry in
        [
          entry.name, entry.touchpointName ?? "the whole",
          Self.cut(entry.decision.insight, to: longest), Self.step(of: entry),
          Self.owner(of: entry), Self.age(of: entry),
          Self.due(of: entry), Self.outcome(of: entry),
        ]
      })
  }

  private static func cut(_ text: String, to longest: Int) -> String {
    text.count <= longest ? text : text.prefix(longest - 1) + "…"
  }

  private static func step(of entry: Ledger.Entry) -> String {
    if entry.isTurnedDown { return "turned down" }
    return entry.decision.status == .acting && entry.step == .decided
      ? "being done" : entry.step.name
  }

  private static func age(of entry: Ledger.Entry) -> String {
    guard entry.isOpen, let age = entry.age else { return "–" }
    return "\(NumberText.grouped(age)) d"
  }

  private static func owner(of entry: Ledger.Entry) -> String {
    if let owner = PersonName(entry.decision.owner) { return owner.text }
    return PersonName(entry.touchpointOwner).map { "(\($0.text))" } ?? "nobody"
  }

  private static func due(of entry: Ledger.Entry) -> String {
    guard let due = entry.decision.due else { return "–" }
    return entry.overdue.map { "\(due), \(NumberText.grouped($0)) d late" } ?? due.description
  }

  private static func outcome(of entry: Ledger.Entry) -> String {
    let test = entry.outcome
    guard let after = test.after else { return entry.step >= .acted ? "not measured" : "–" }
    let plus = entry.scale.low < 0
    func score(_ value: Double) -> String { NumberText.fixed(value, 1, plus: plus) }
    let word = test.verdict.words
    guard let before = test.before else { return "\(word): now \(score(after.mean))" }
    var text = "\(word): \(score(before.mean)) → \(score(after.mean))"
    if before.n == nil || after.n == nil { text += ", nobody says with how many" }
    return test.isSpreadAssumed && test.difference != nil ? text + " (spread assumed)" : text
  }

  private var remarks: [String] {
    ledger.entries.flatMap { entry in
      entry.contradictions.map { "\(entry.name): \($0)" }
        + (entry.alsoIn.isEmpty
          ? [] : ["\(entry.name): counted once, \(Self.others(entry.alsoIn))"])
    }
  }

  /// Where else a decision stands, the first few by name.
  private static func others(_ journeys: [JourneyID]) -> String {
    let shown = journeys.prefix(3).map(\.rawValue)
    let rest = journeys.count - shown.count
    return "though it stands word for word in \(shown.joined(separator: ", "))"
      + (rest > 0 ? " and \(NumberText.grouped(rest)) more" : " too")
  }
}
