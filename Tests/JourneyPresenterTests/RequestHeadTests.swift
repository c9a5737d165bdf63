import JourneyTestSupport
import Testing

@testable import JourneyPresenter

@Suite struct RequestHeadTests {
  @Test func readsTheFirstLineAndTheFields() throws {
    let head = try RequestHead(
      Array("GET /events?step=3 HTTP/1.1\r\nHost: localhost:4747\r\nX-a:\t b c \r\nx-A:".utf8))
    #expect(head.method == "GET")
    #expect(head.path == "/events")
    #expect(head["host"] == "localhost:4747")
    #expect(head["x-a"] == "b c")
    #expect(head.count(of: "x-a") == 2)
    #expect(head["cookie"] == nil)
  }

  @Test(arguments: [
    "", " ", "GET", "GET /", "GET / HTTP/1.1 ", "GET  / HTTP/1.1", " GET / HTTP/1.1",
    "GET / http/1.1", "G(T / HTTP/1.1", "GET /a b HTTP/1.1", "GET /\u{7F} HTTP/1.1",
    "GET /é HTTP/1.1", "GET http://localhost/ HTTP/1.1", "GET * HTTP/1.1",
    "CONNECT localhost:80 HTTP/1.1", "GET / HTTP/1.1\nHost: a", "GET / HTTP/1.1\r\nHost: a\nb: c",
    "GET / HTTP/1.1\rHost: a", "GET / HTTP/1.1\r\r\nHost: a", "GET / HTTP/1.1\r\nHost: a\r",
    "GET / HTTP/1.1\r\nHost", "GET / HTTP/1.1\r\n: a", "GET / HTTP/1.1\r\nHost : a",
    "GET / HTTP/1.1\r\nHost: a\r\n folded", "GET / HTTP/1.1\r\nHost: a\0",
    "GET / HTTP/1.1\r\nX: \u{1B}[2J",
  ])
  func refusesWhatOthersMightReadDifferently(_ text: String) {
    let refusal = #expect(throws: Refusal.self) { try RequestHead(Array(text.utf8)) }
    #expect(refusal?.status == 400, "\(text)")
  }

  @Test func refusesOtherVersionsAndTooManyFields() {
    let other = #expect(throws: Refusal.self) {
      try RequestHead(Array("PRI * HTTP/2.0".utf8).map { $0 == 42 ? 47 : $0 })
    }
    #expect(other?.status == 505)
    let fields = String(repeating: "\r\na: b", count: 101)
    let many = #expect(throws: Refusal.self) {
      try RequestHead(Array(("GET / HTTP/1.1" + fields).utf8))
    }
    #expect(many?.status == 431)
  }

  @Test(arguments: SeededGenerator.seeds(20)) func readsAnyBytesOrRefusesThem(_ seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let whole = Array("GET / HTTP/1.1\r\nHost: localhost:4747\r\nCookie: a=b".utf8)
    for _ in 0..<200 {
      var bytes = whole
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        bytes[Int.random(in: bytes.indices, using: &random)] = .random(in: 0...255, using: &random)
      }
      guard let head = try? RequestHead(bytes) else { continue }
      #expect(head.path.hasPrefix("/"))
      #expect(head.fields.allSatisfy { !$0.name.isEmpty && !$0.value.contains { $0.isNewline } })
    }
  }
}
