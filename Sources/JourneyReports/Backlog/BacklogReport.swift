import JourneyAnalysis
public import JourneyDecisions
public import JourneyModel
import TextSupport

/// A backlog as text for people, and as files that trackers import.
public struct BacklogReport: Sendable {
  /// The stories, the first to do first.
  public var stories: [Story]
  /// What to mend first, with the reasons.
  public var priorities: [Priorities.Item]
  /// What is gained together by mending the first of them.
  public var together: [TogetherGain]
  /// How many journeys were looked through.
  public var journeys: Int
  /// The day that ages are judged from.
  public var asOf: CalendarDate

  /// Creates the report of a backlog.
  ///
  /// - Parameters:
  ///   - backlog: The backlog.
  ///   - journeys: How many journeys were looked through.
  ///   - asOf: The day that ages are judged from.
  ///   - limit: The most stories that are told; nil for all.
  public init(_ backlog: Backlog, journeys: Int, asOf: CalendarDate, limit: Int? = nil) {
    stories = limit.map { Array(backlog.stories.prefix($0)) } ?? backlog.stories
    priorities =
      limit.map { Array(backlog.priorities.items.prefix($0)) } ?? backlog.priorities.items
    together = backlog.priorities.together(first: Self.together)
    self.journeys = journeys
    self.asOf = asOf
  }

  /// Of how many touchpoints the gain together is told.
  static let together = 3

  /// The stories and the order of what to mend, for the terminal.
  ///
  /// - Parameter colored: Whether urgent stories are coloured with ANSI escapes.
  /// - Returns: The text, with a newline at the end.
  public func text(colored: Bool = false) -> String {
    var lines = [heading, ""]
    guard !stories.isEmpty || !priorities.isEmpty else {
      return (lines + [Self.nothing]).joined(separator: "\n") + "\n"
    }
    lines += priorityTable.lines { index, line in
      colored && index == nil ? "\u{1B}[1m\(line)\u{1B}[0m" : line
    }
    lines += (caution.map { ["", $0] } ?? []) + togetherSentences.map(TextTable.printable) + [""]
    for item in priorities {
      lines.append(TextTable.printable("\(item.rank). \(item.name) (\(item.journey))"))
      lines += item.reasons.map { TextTable.printable("   - \($0)") }
    }
    for story in stories {
      let title = TextTable.printable("[\(story.priority.name)] \(story.title)")
      lines += ["", colored ? "\u{1B}[1m\(title)\u{1B}[0m" : title]
      lines.append(TextTable.printable(story.sentence))
      lines += StoryText(story).facts(withReasons: false).map { TextTable.printable("  \($0)") }
      lines += story.acceptance.map { TextTable.printable("  [ ] \($0)") }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// The same as GitHub Markdown.
  public var markdown: String {
    var text = "## \(TextTable.markdownText(heading))\n\n"
    guard !stories.isEmpty || !priorities.isEmpty else { return text + Self.nothing + "\n" }
    text += "\(priorityTable.markdown)\n"
    let sentences = (caution.map { [$0] } ?? []) + togetherSentences.map(TextTable.markdownText)
    if !sentences.isEmpty { text += sentences.joined(separator: "\n") + "\n\n" }
    for item in priorities {
      text += "\(item.rank). **\(TextTable.markdownText(item.name))** "
      text += "(\(TextTable.markdownText(item.journey.rawValue)))\n"
      // As far in as the words after the number begin, so that the list stands inside the item.
      let inset = String(repeating: " ", count: "\(item.rank). ".count)
      text += item.reasons.map { "\(inset)- \(TextTable.markdownText($0))\n" }.joined()
    }
    for story in stories {
      text +=
        "\n### \(TextTable.markdownText(story.title))\n\n\(StoryText(story).markdown(withReasons: false))"
    }
    return text
  }

  private var heading: String {
    [
      "Backlog of \(Wording.count(journeys, "journey"))",
      Wording.count(stories.count, "story", "stories"),
      "as of \(asOf)",
    ].joined(separator: " · ")
  }

  private static let nothing =
    "Nothing here hurts, nobody leaves and no decision waits, as far as is known."

  /// What a gain means; nil when none is told, as without flow.
  private var caution: String? {
    guard priorities.contains(where: { $0.gain != nil }) else { return nil }
    return
      "Gains are upper bounds: nobody leaves there any more, nobody is distressed there any more."
  }

  private var togetherSentences: [String] {
    together.filter { $0.names.count > 1 }.map { gain in
      "Mended together, \(Wording.list(gain.names)) bring at best "
        + "\(Self.gain(gain.gain)), which is not the sum of each alone."
    }
  }

  private static func gain(_ gain: PossibleGain) -> String {
    [
      gain.kept.map { "\(NumberText.fixed($0, 0)) more of 1,000 who complete" },
      gain.distress.map { "\(NumberText.fixed($0, 0)) less distress" },
    ].compactMap(\.self).joined(separator: " and ")
  }

  private var priorityTable: TextTable {
    func whole(_ value: Double?) -> String { value.map { NumberText.fixed($0, 0) } ?? "–" }
    return TextTable(
      [
        .init("rank", .right), .init("touchpoint"), .init("journey"), .init("heat", .right),
        .init("at least", .right), .init("hotspot"), .init("kept", .right),
        .init("distress", .right), .init("worth", .right), .init("opportunity", .right),
        .init("effort", .right), .init("per effort", .right), .init("owner"),
      ],
      rows: priorities.map { item in
        [
          "\(item.rank)", item.name, item.journey.rawValue, whole(item.heat), whole(item.heatLow),
          item.kind?.rawValue ?? "–", whole(item.gain?.kept), whole(item.gain?.distress),
          whole(item.gain?.value),
          item.opportunity.map { NumberText.fixed($0, 1) } ?? "–",
          item.effort.map(Self.short) ?? "–", whole(item.gainPerEffort), item.owner ?? "nobody",
        ]
      })
  }

  /// A number that people wrote, without decimals where it has none.
  static func short(_ value: Double) -> String {
    NumberText.fixed(value, value == value.rounded() ? 0 : 1)
  }
}
