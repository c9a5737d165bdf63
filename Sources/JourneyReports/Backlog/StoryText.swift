import JourneyDecisions
import JourneyModel
import TextSupport

/// One story in words, as several formats need it.
struct StoryText {
  let story: Story

  init(_ story: Story) { self.story = story }

  /// What is known beside the sentence and the criteria: a line each.
  var facts: [String] {
    [
      "Why: \(reasons)", evidence, quote,
      story.owner.map { "Owner: \($0)" } ?? "Owner: nobody",
      story.due.map { "Due: \($0)" }, story.effort.map { "Effort: \(BacklogReport.short($0))" },
      "Journey: \(story.journeyTitle) (\(story.journey))", story.link.map { "See: \($0)" },
      "Id: \(story.id)",
    ].compactMap(\.self)
  }

  private var reasons: String {
    guard let entry = story.decision else { return story.reasons.joined(separator: "; ") }
    return (["insight: \(entry.decision.insight)"] + story.reasons).joined(separator: "; ")
  }

  private var evidence: String {
    let customers =
      story.evidence.customers.map { "\(NumberText.grouped($0)) \(story.customers) measured" }
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
  var markdown: String {
    var text = "\(Self.escaped(story.sentence))\n\n"
    text += "Priority: \(story.priority.name)\n\n"
    text += facts.map { fact in
      // A link has to stay as it is.
      fact == "See: \(story.link ?? "")"
        ? "- See: <\(Self.address(story.link ?? ""))>\n" : "- \(Self.escaped(fact))\n"
    }.joined()
    text += "\nDone when:\n\n"
    text += story.acceptance.map { "- [ ] \(Self.escaped($0))\n" }.joined()
    return text
  }

  private static func escaped(_ text: String) -> String {
    TextTable.markdownText(text).split(separator: "@", omittingEmptySubsequences: false)
      .joined(separator: "@<!-- -->")
  }

  /// An address without what would end it.
  private static func address(_ link: String) -> String {
    String(TextTable.printable(link).map { "<> ".contains($0) ? "_" : $0 })
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
