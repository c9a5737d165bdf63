import JourneyTestSupport
import Testing

@testable import JourneyPresenter

@Suite struct FollowingTests {
  private func shown(_ text: String = "one") -> LivePage {
    let page = LivePage()
    page.show(Array(text.utf8))
    return page
  }

  @Test func tellsOfChangesAndProblems() async throws {
    let page = shown()
    try await withServer(page) { port in
      let client = try follower(port)
      let start = try #require(client.text(until: "retry: 1000"))
      #expect(start.hasPrefix("HTTP/1.1 200 OK\r\n"))
      #expect(start.contains("\r\nContent-Type: text/event-stream; charset=utf-8\r\n"))
      #expect(!start.contains("event:"))
      page.show(Array("two".utf8))
      let changed = try #require(client.text(until: "\n\n"))
      #expect(changed.hasPrefix("event: changed\nid: "))
      #expect(changed.hasSuffix("\ndata: {}\n\n"))
      page.tell(
        problem: "a.yaml:1:2: error: \"wrong\"\n  ^\r\u{1B}\u{2028}data: x\n\nevent: changed")
      let problem = try #require(client.text(until: "\n\n"))
      #expect(
        problem == """
          event: problem
          data: {"text": "a.yaml:1:2: error: \\"wrong\\"\\n  ^\\r\\u001b\u{2028}data: x\\n\\nevent: changed"}


          """)
      // The last good page stays while the document is broken.
      #expect(exchange(port, request(port: port))?.hasSuffix("\r\n\r\ntwo") == true)
      page.show(Array("two".utf8))
      #expect(client.text(until: "\n\n")?.hasPrefix("event: changed") == true)
    }
  }

  @Test func tellsAProblemAtOnceToWhoComesLater() async throws {
    let page = shown()
    page.tell(problem: "broken")
    try await withServer(page) { port in
      let text = try follower(port).text(until: "\"broken\"")
      #expect(text?.contains("event: problem\ndata: {\"text\": \"broken\"}\n\n") == true)
      #expect(text?.contains("event: changed") == false)
    }
  }

  @Test func keepsQuietWhenNothingChanged() async throws {
    let page = shown()
    var limits = ServerLimits()
    limits.beat = .milliseconds(50)
    try await withServer(page, limits: limits) { port in
      let client = try follower(port)
      #expect(client.text(until: "retry") != nil)
      page.show(Array("one".utf8))
      let text = try #require(client.text(until: ": keep-alive\n\n: keep-alive\n\n"))
      #expect(!text.contains("event:"))
    }
  }

  @Test func makesUpForWhatAClientMissed() async throws {
    let page = shown()
    try await withServer(page) { port in
      // By the cookie: the page was loaded, changed, and only then asked for events.
      let first = try #require(exchange(port, request(port: port)))
      let cookie = try #require(
        first.split(separator: "\r\n").first { $0.hasPrefix("Set-Cookie: ") }?
          .dropFirst(12).split(separator: ";").first.map(String.init))
      #expect(cookie.hasPrefix("journey-\(port)="))
      let upToDate = try follower(port, "Cookie: \(cookie)")
      #expect(upToDate.text(until: "\n\n")?.contains("event:") == false)
      page.show(Array("two".utf8))
      #expect(upToDate.text(until: "event: changed") != nil)
      let late = try follower(port, "Cookie: \(cookie)")
      #expect(late.text(until: "event: changed") != nil)
      // By the last event: the connection broke, or the server was started anew.
      let name = page.name(of: 2)
      let back = try follower(port, "Last-Event-ID: \(name)", "Cookie: \(cookie)")
      #expect(back.text(until: "id: \(name)\n\n")?.contains("event:") == false)
      #expect(try follower(port, "Last-Event-ID: other-2").text(until: "event: changed") != nil)
    }
  }

  @Test func reachesTwoHundredClientsAtOnce() async throws {
    let page = shown()
    try await withServer(page) { port in
      let clients = try (0..<200).map { _ in try follower(port) }
      for client in clients { #expect(client.text(until: "retry") != nil) }
      #expect(page.followerCount == 200)
      let start = secondsNow()
      page.show(Array("two".utf8))
      for client in clients { #expect(client.text(until: "event: changed") != nil) }
      #expect(secondsNow() - start < 2)
      #expect(exchange(port, request(port: port))?.hasSuffix("\r\n\r\ntwo") == true)
    }
    #expect(page.followerCount == 0)
  }

  @Test func refusesMoreThanMayFollow() async throws {
    var limits = ServerLimits()
    limits.followers = 3
    let page = shown()
    try await withServer(page, limits: limits) { port in
      var clients = try (0..<3).map { _ in try follower(port) }
      for client in clients { #expect(client.text(until: "retry") != nil) }
      #expect(try follower(port).all()?.hasPrefix("HTTP/1.1 503 ") == true)
      // One that leaves is noticed at once and makes room.
      clients.removeLast()
      #expect(eventually { page.followerCount == 2 })
      #expect(try follower(port).text(until: "retry") != nil)
    }
  }

  @Test func letsGoOfWhoDoesNotReadEvents() async throws {
    var limits = ServerLimits()
    limits.writeTime = .milliseconds(300)
    let page = shown()
    try await withServer(page, limits: limits) { port in
      let slow = try follower(port, receives: 4096)
      let quick = try follower(port)
      #expect(slow.text(until: "retry") != nil && quick.text(until: "retry") != nil)
      let long = String(repeating: "long ", count: 12_000)
      var told = 0
      // Some hundred of these fill what the system keeps for a client that does not read.
      while page.followerCount == 2, told < 1000 {
        told += 1
        page.tell(problem: "\(told) \(long)")
        #expect(quick.text(until: "\n\n") != nil)
      }
      #expect(page.followerCount == 1, "after \(told)")
      #expect(told < 1000)
    }
  }

  @Test func cutsProblemsThatNobodyWouldRead() {
    let page = LivePage()
    page.tell(problem: "short")
    #expect(page.news.problem == "short")
    page.tell(problem: String(repeating: "ä line of it\n", count: 100_000))
    let text = page.news.problem ?? ""
    #expect(text.utf8.count <= LivePage.longestProblem + 32)
    #expect(text.hasSuffix("\nä line of it\n… and more of it"))
    page.tell(problem: String(repeating: "é", count: 100_000))
    #expect(page.news.problem?.utf8.count ?? 0 <= LivePage.longestProblem + 32)
  }

  @Test func showsWhatIsWrongWhileThereIsNoPage() async throws {
    let page = LivePage()
    page.tell(problem: "</pre><script>alert(1)</script> & \"quoted\"")
    try await withServer(page) { port in
      let text = try #require(exchange(port, request(port: port)))
      #expect(text.contains("&lt;/pre&gt;&lt;script&gt;alert(1)&lt;/script&gt; &amp; \"quoted\""))
      #expect(text.components("<script") == 1)
      let nonce = try #require(text.firstMatch(of: /script-src 'nonce-([0-9a-z]{16,})';/)?.1)
      #expect(text.components("nonce=\"\(nonce)\"") == 2)
      page.show(Array("shown".utf8))
      #expect(exchange(port, request(port: port))?.hasSuffix("\r\n\r\nshown") == true)
    }
  }
}

extension String {
  /// How often a text is in this one.
  fileprivate func components(_ text: String) -> Int { ranges(of: text).count }
}
