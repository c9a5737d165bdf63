import TextSupport

/// Writes what one client has not heard yet as Server-Sent Events.
struct EventWriter {
  private var change: String
  private var problemCount: Int?
  private var isNew = true

  /// A client that has seen the named change, or that is taken to show what there is now.
  init(seen: String?, now: String) {
    change = seen ?? now
  }

  /// The events that bring the client up to date; a comment when there is nothing to tell.
  mutating func text(for news: LivePage.News, named name: String) -> String {
    // Browsers try again after this many milliseconds, so that a server that was ended and
    // started again is soon followed.
    var text = isNew ? "retry: 1000\nid: \(name)\n\n" : ""
    if change != name {
      text += "event: changed\nid: \(name)\ndata: {}\n\n"
      change = name
    }
    if let problem = news.problem, news.problemCount != problemCount {
      // JSON has no line break inside a text, so that it is one line of data.
      let json = JSONValue.string(problem).text.filter { $0 != "\n" }
      text += "event: problem\ndata: {\"text\": \(json)}\n\n"
    }
    problemCount = news.problemCount
    isNew = false
    return text.isEmpty ? ": keep-alive\n\n" : text
  }
}
