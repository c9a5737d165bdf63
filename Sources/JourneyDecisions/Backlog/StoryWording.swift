import JourneyModel
import TextSupport

/// The title and the sentence of a story, around the document's own words.
struct StoryWording {
  let journey: Journey
  let touchpoint: Touchpoint?
  let persona: Persona?
  let entry: Ledger.Entry?
  let item: Priorities.Item?

  /// The most characters of one text of the document.
  private static let longest = 300

  /// What is to be done, and where.
  var title: String {
    let place = Self.plain(touchpoint?.name ?? journey.title)
    if let entry {
      return "\(place): \(Self.plain(entry.decision.decision ?? entry.decision.insight))"
    }
    if let pain = touchpoint?.pains.first { return "\(place): \(Self.plain(pain))" }
    let who = Self.plain(journey.customers)
    return (item?.pain ?? 0) > 0 ? "\(place) hurts \(who)" : "\(place) loses \(who)"
  }

  /// "As …, I want …, so that …".
  var sentence: String { "As \(who), I want \(want), so that I \(purpose)." }

  private var who: String {
    guard let persona else { return "one of the \(Self.plain(journey.customers))" }
    let name = Self.plain(persona.name)
    return persona.role.map { "\(name), \(Self.plain($0))" } ?? name
  }

  private var want: String {
    let place = Self.quoted(touchpoint?.name ?? journey.title)
    if let decision = entry?.decision.decision {
      return "this \(touchpoint == nil ? "throughout" : "at") \(place): \(Self.plain(decision))"
    }
    if let entry { return "\(place) to answer this: \(Self.plain(entry.decision.insight))" }
    let pains = (touchpoint?.pains ?? []).prefix(3).map(Self.plain)
    if !pains.isEmpty { return "\(place) without this: \(pains.joined(separator: "; "))" }
    return (item?.pain ?? 0) > 0 ? "\(place) to stop hurting" : "to get past \(place)"
  }

  private var purpose: String {
    if let goal = persona?.goals.first { return "come closer to my goal: \(Self.plain(goal))" }
    if let end = journey.ends.completed { return "am among those who \(Self.plain(end))" }
    return "get to the end of \(Self.quoted(journey.title))"
  }

  /// A text of the document in quotation marks, unless it has some of its own.
  static func quoted(_ text: String) -> String {
    let text = plain(text)
    return text.contains { "“”„\"".contains($0) } ? text : "“\(text)”"
  }

  /// A text of the document as part of a sentence: on one line, without the full stop at its end,
  /// and not without end.
  static func plain(_ text: String) -> String {
    var words = TextTable.printable(text).split { $0.isWhitespace }.joined(separator: " ")
    if words.hasSuffix("."), !words.hasSuffix("..") { words.removeLast() }
    guard words.count > longest else { return words }
    return words.prefix(longest).description + "…"
  }
}
