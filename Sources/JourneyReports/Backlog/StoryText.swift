import JourneyDecisions
import JourneyModel
import TextSupport

/// One story in words, as several formats need it.
struct StoryText {
  let story: Story

  init(_ story: Story) { self.story = story }

  /// What is known beside the sentence and the criteria: a line each.
  ///
  /// - Parameter withReasons: Whether the reasons for its place are told too.
  /// - Returns: The lines.
  func facts(withReasons: Bool = true) -> [String] {
    [
      story.decision.map { "Insight: \($0.decision.insight)" },
      withReasons && !story.reasons.isEmpty
        ? "Why: \(story.reasons.joined(separator: "; "))" : nil,
      evidence, quote, "Owner: \(story.owner ?? "nobody")", story.due.map { "Due: \($0)" },
      story.effort.map { "Effort: \(BacklogReport.short($0))" },
      "Journey: \(story.journeyTitle) (\(story.journey))", story.link.map { "See: \($0)" },
      "Id: \(story.id)",
    ].compactMap(\.self)
  }

  private var evidence: String {
    let customers =
      story.evidence.customers.map { count in
        count == 1
          ? "\(CustomerText.counted(1, story.customers)) measured"
          : "\(NumberText.grouped(count)) \(story.customers) measured"
      }
      ?? "nobody was measured"
    let methods = story.evidence.methods.map {
      String($0.rawValue.map { $0 == "-" ? " " : $0 })
    }
    var text = "Evidence: \(customers)"
    if !methods.isEmpty { text += "; \(methods.joined(separator: ", "))" }
    if let newest = story.evidence.newest { text += "; the newest of \(newest)" }
    return text
  }

  private var quote: String? {
    story.evidence.quote.map { "A customer said: “\($0.text)”" }
  }

  /// The sentence, the facts and the criteria as GitHub's Markdown.
  ///
  /// Names after an at sign are kept from calling anybody.
  ///
  /// - Parameter withReasons: Whether the reasons for its place are told too.
  /// - Returns: The Markdown, with a newline at the end.
  func markdown(withReasons: Bool = true) -> String {
    var text = "\(Self.escaped(story.sentence))\n\nPriority: \(story.priority.name)\n\n"
    for fact in facts(withReasons: withReasons) {
      if let link = story.link, fact == "See: \(link)" {
        // An address has to stay as it is.
        text += "- See: \(Self.address(link))\n"
      } else {
        text += "- \(Self.escaped(fact))\n"
      }
    }
    text += "\nDone when:\n\n"
    return text + story.acceptance.map { "- [ ] \(Self.escaped($0))\n" }.joined()
  }

  private static func escaped(_ text: String) -> String {
    TextTable.markdownText(text).split(separator: "@", omittingEmptySubsequences: false)
      .joined(separator: "@<!-- -->")
  }

  /// An address in angle brackets, without what would end it; a mere path as code.
  private static func address(_ link: String) -> String {
    let link = TextTable.printable(link)
    guard link.hasPrefix("https://") || link.hasPrefix("http://") else {
      return "`\(link.filter { $0 != "`" })`"
    }
    return "<\(String(link.map { "<> ".contains($0) ? "_" : $0 }))>"
  }

  /// Words by which a tracker finds the story again: the journey, the touchpoint, the story's id and
  /// what sort of need it serves.
  ///
  /// Only letters, digits, `-` and `_`, so that no tracker takes one for several.
  func labels(longest: Int) -> [String] {
    var labels = ["customer-journey", "journey-\(story.journey)"]
    if let touchpoint = story.touchpoint { labels.append("touchpoint-\(touchpoint)") }
    if story.item?.isBasicNeedFailed == true { labels.append("basic-need-fails") }
    if story.item?.isMomentOfTruth == true { labels.append("moment-of-truth") }
    labels.append("story-\(story.id)")
    return labels.map { Self.label($0, longest: longest) }
  }

  private static func label(_ text: String, longest: Int) -> String {
    let label = String(
      TextTable.printable(text).map { $0.isLetter || $0.isNumber || "-_".contains($0) ? $0 : "-" })
    guard label.utf16.count > longest else { return label }
    let mark = "-" + Story.mark(of: label)
    var short = ""
    for character in label
    where short.utf16.count + String(character).utf16.count <= longest - mark.utf16.count {
      short.append(character)
    }
    return short + mark
  }
}
