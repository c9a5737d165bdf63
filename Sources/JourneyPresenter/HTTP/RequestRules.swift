/// Decides what a request is answered with; knows nothing of sockets.
struct RequestRules: Sendable {
  enum Answer: Hashable, Sendable {
    case page(withContent: Bool)
    /// The events from now on, for a client that has seen the named change.
    case events(seen: String?)
    case refusal(Refusal)
  }

  /// The port that is answered on.
  var port: Int

  /// The only names that this server has.
  var hosts: [String] {
    let names = ["localhost", "127.0.0.1", "[::1]"]
    // Browsers leave out the port that is HTTP's own.
    return names.map { "\($0):\(port)" } + (port == 80 ? names : [])
  }

  /// The cookie by which a client says which change its page shows.
  ///
  /// Without it, a change between a page's loading and its first asking for events would be missed.
  /// Cookies are shared by all ports of a machine, hence the port in the name.
  var cookieName: String { "journey-\(port)" }

  func answer(to head: RequestHead) -> Answer {
    do {
      try checkOrigin(of: head)
      return try answerChecked(head)
    } catch {
      return .refusal(error)
    }
  }

  private func answerChecked(_ head: RequestHead) throws(Refusal) -> Answer {
    let allowed: String
    switch head.path {
    case "/": allowed = "GET, HEAD"
    case "/events": allowed = "GET"
    default: throw .unknown
    }
    guard allowed.split(separator: ", ").contains(where: { $0 == head.method }) else {
      throw .method(allowed: allowed)
    }
    guard head["transfer-encoding"] == nil, head["content-length"] ?? "0" == "0" else {
      throw .body
    }
    if head.path == "/" { return .page(withContent: head.method == "GET") }
    return .events(seen: head["last-event-id"] ?? cookie(in: head))
  }

  /// Refuses what another site sends, directly or through a name that it has pointed here
  /// (DNS rebinding).
  private func checkOrigin(of head: RequestHead) throws(Refusal) {
    guard head.count(of: "host") == 1, let host = head["host"]?.lowercased() else {
      throw .malformed("it needs one Host")
    }
    guard hosts.contains(host) else { throw .misdirected(to: hosts) }
    let isForeign = head["sec-fetch-site"].map { $0 != "same-origin" && $0 != "none" } ?? false
    let isLink = head["sec-fetch-mode"] == "navigate" && head["sec-fetch-dest"] == "document"
    if isForeign, !isLink { throw .foreign }
  }

  private func cookie(in head: RequestHead) -> String? {
    for field in head.fields where field.name == "cookie" {
      for pair in field.value.split(separator: ";") {
        let pair = pair.drop { $0 == " " }
        if pair.hasPrefix(cookieName + "=") { return String(pair.dropFirst(cookieName.count + 1)) }
      }
    }
    return nil
  }
}
