import JourneyTestSupport
import Testing

@testable import JourneyPresenter

@Suite struct RequestRulesTests {
  private let rules = RequestRules(port: 4747)

  private func status(_ text: String, port: Int = 4747) throws -> Int {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let head = try RequestHead(Array(lines.joined(separator: "\r\n").utf8))
    guard case .refusal(let refusal) = RequestRules(port: port).answer(to: head) else { return 200 }
    return refusal.status
  }

  @Test(arguments: [
    ("localhost:4747", 200), ("LOCALHOST:4747", 200), ("127.0.0.1:4747", 200), ("[::1]:4747", 200),
    ("localhost", 421), ("127.0.0.1", 421), ("localhost:4748", 421), ("127.0.0.2:4747", 421),
    ("evil.example:4747", 421), ("localhost.evil.example:4747", 421), ("localhost:4747.", 421),
    ("localhost.:4747", 421), ("user@localhost:4747", 421), ("0.0.0.0:4747", 421), ("", 421),
    ("[::]:4747", 421), ("2130706433:4747", 421), ("localhost:4747,evil.example", 421),
  ])
  func answersToTheNamesOfThisMachineOnly(_ host: String, _ wanted: Int) throws {
    #expect(try status("GET / HTTP/1.1\nHost: \(host)") == wanted, "\(host)")
    #expect(try status("GET /events HTTP/1.1\nHost: \(host)") == wanted, "\(host)")
  }

  @Test func wantsOneHost() throws {
    #expect(try status("GET / HTTP/1.1") == 400)
    #expect(try status("GET / HTTP/1.0") == 400)
    let twice = "GET / HTTP/1.1\nHost: localhost:4747\nHost: localhost:4747"
    #expect(try status(twice) == 400)
  }

  @Test func leavesOutThePortOfHTTPItself() throws {
    #expect(try status("GET / HTTP/1.1\nHost: localhost", port: 80) == 200)
    #expect(try status("GET / HTTP/1.1\nHost: localhost:80", port: 80) == 200)
  }

  @Test(arguments: [
    ("GET", "/", 200), ("HEAD", "/", 200), ("GET", "/?a=b", 200), ("GET", "/events", 200),
    ("POST", "/", 405), ("OPTIONS", "/", 405), ("get", "/", 405), ("BREW", "/", 405),
    ("HEAD", "/events", 405), ("DELETE", "/events", 405), ("GET", "//", 404),
    ("GET", "/index.html", 404), ("GET", "/events/", 404), ("GET", "/../etc/passwd", 404),
    ("GET", "/%2e%2e/%2e%2e/etc/passwd", 404), ("GET", "/..%2f..%2fetc%2fpasswd", 404),
    ("GET", "/%2f", 404), ("GET", "/./", 404), ("GET", "/Package.swift", 404),
    ("GET", "/shared.yaml", 404), ("GET", "/\\..\\", 404), ("POST", "/nowhere", 404),
  ])
  func hasTwoAddressesAndTheirMethods(_ method: String, _ target: String, _ wanted: Int) throws {
    let found = try status("\(method) \(target) HTTP/1.1\nHost: localhost:4747")
    #expect(found == wanted, "\(method) \(target)")
  }

  @Test func takesNoContent() throws {
    let start = "GET / HTTP/1.1\nHost: localhost:4747\n"
    #expect(try status(start + "Content-Length: 0") == 200)
    #expect(try status(start + "Content-Length: 5") == 413)
    #expect(try status(start + "Content-Length: 00") == 413)
    #expect(try status(start + "Transfer-Encoding: chunked") == 413)
  }

  @Test func otherSitesMayLinkHereButNotRead() throws {
    let page = "GET / HTTP/1.1\nHost: localhost:4747\n"
    let events = "GET /events HTTP/1.1\nHost: localhost:4747\n"
    for site in ["cross-site", "same-site"] {
      #expect(try status(page + "Sec-Fetch-Site: \(site)\nSec-Fetch-Mode: cors") == 403)
      #expect(try status(events + "Sec-Fetch-Site: \(site)\nSec-Fetch-Mode: cors") == 403)
      let link = "Sec-Fetch-Site: \(site)\nSec-Fetch-Mode: navigate\nSec-Fetch-Dest: "
      #expect(try status(page + link + "document") == 200)
      #expect(try status(page + link + "iframe") == 403)
    }
    for site in ["same-origin", "none"] {
      #expect(try status(events + "Sec-Fetch-Site: \(site)\nSec-Fetch-Mode: cors") == 200)
    }
  }

  @Test func knowsWhichChangeAClientHasSeen() throws {
    func seen(_ fields: String) throws -> String? {
      let text = "GET /events HTTP/1.1\r\nHost: localhost:4747" + fields
      guard case .events(let seen) = rules.answer(to: try RequestHead(Array(text.utf8))) else {
        Issue.record("no events")
        return nil
      }
      return seen
    }
    #expect(try seen("") == nil)
    #expect(try seen("\r\nLast-Event-ID: a-3") == "a-3")
    #expect(try seen("\r\nCookie: x=y; journey-4747=a-2; z") == "a-2")
    #expect(try seen("\r\nCookie: journey-4748=a-2") == nil)
    #expect(try seen("\r\nCookie: journey-4747=a-2\r\nLast-Event-ID: a-3") == "a-3")
  }
}
