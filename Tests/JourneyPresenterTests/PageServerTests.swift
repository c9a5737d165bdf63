import JourneyTestSupport
import Testing

@testable import JourneyPresenter

@Suite struct PageServerTests {
  private let page: LivePage = {
    let page = LivePage()
    page.show(Array("<!doctype html><title>Ünï</title>".utf8))
    return page
  }()

  @Test func servesThePageOnBothLoopbackAddresses() async throws {
    try await withServer(page) { port in
      for (six, host) in [(false, "127.0.0.1"), (true, "[::1]"), (false, "localhost")] {
        let client = try RawClient(port: port, six: six)
        client.send(request(host: "\(host):\(port)", port: port))
        let answer = try #require(client.all())
        #expect(answer.hasPrefix("HTTP/1.1 200 OK\r\n"))
        #expect(answer.hasSuffix("\r\n\r\n<!doctype html><title>Ünï</title>"))
      }
    }
  }

  @Test func saysHowThePageMayBeUsed() async throws {
    try await withServer(page) { port in
      let get = try #require(exchange(port, request(port: port)))
      for field in [
        "Content-Type: text/html; charset=utf-8", "Content-Length: 35", "Connection: close",
        "Cache-Control: no-store", "Content-Security-Policy: frame-ancestors 'none'",
        "X-Content-Type-Options: nosniff", "Referrer-Policy: no-referrer",
        "Cross-Origin-Opener-Policy: same-origin", "Cross-Origin-Resource-Policy: same-origin",
      ] {
        #expect(get.contains("\r\n\(field)\r\n"), "\(field)")
      }
      #expect(!get.contains("Access-Control"))
      #expect(!get.contains("Server:"))
      let head = try #require(exchange(port, request("HEAD", port: port)))
      let length = get.firstRange(of: "<!doctype")?.lowerBound ?? get.endIndex
      #expect(head == String(get[..<length]))
    }
  }

  @Test func refusesInASentenceWithTheSameProtection() async throws {
    try await withServer(page) { port in
      let unknown = try #require(exchange(port, request("GET", "/etc/passwd", port: port)))
      #expect(unknown.hasPrefix("HTTP/1.1 404 Not Found\r\n"))
      #expect(unknown.contains("\r\nX-Content-Type-Options: nosniff\r\n"))
      #expect(unknown.contains("\r\nContent-Type: text/plain; charset=utf-8\r\n"))
      #expect(unknown.hasSuffix("\r\n\r\nThere is one page here, and it is at /.\n"))
      let method = try #require(exchange(port, request("PUT", port: port)))
      #expect(method.hasPrefix("HTTP/1.1 405 Method Not Allowed\r\n"))
      #expect(method.contains("\r\nAllow: GET, HEAD\r\n"))
      let host = try #require(exchange(port, request(host: "evil.example", port: port)))
      #expect(host.hasPrefix("HTTP/1.1 421 Misdirected Request\r\n"))
      #expect(host.contains("127.0.0.1:\(port)"))
      #expect(!host.contains("evil"))
    }
  }

  @Test func answersAPostEvenWhileItsContentIsStillComing() async throws {
    try await withServer(page) { port in
      let content = String(repeating: "x", count: 300_000)
      let post = request("POST", "/", port: port, "Content-Length: 300000") + content
      #expect(exchange(port, post)?.hasPrefix("HTTP/1.1 405 ") == true)
      let get = request("GET", "/", port: port, "Content-Length: 300000") + content
      #expect(exchange(port, get)?.hasPrefix("HTTP/1.1 413 ") == true)
    }
  }

  @Test func answersOneRequestAConnection() async throws {
    try await withServer(page) { port in
      let answer = try #require(
        exchange(port, String(repeating: request("HEAD", port: port), count: 20)))
      #expect(answer.split(separator: "HTTP/1.1 200").count == 1)
      // What follows a request is not read as part of it either.
      let smuggled = request("GET", "/", port: port) + request("GET", "/events", port: port)
      #expect(exchange(port, smuggled)?.contains("event-stream") == false)
    }
  }

  @Test func answersAClientThatHasFinishedSending() async throws {
    try await withServer(page) { port in
      let client = try RawClient(port: port)
      client.send(request(port: port))
      client.finishSending()
      #expect(client.all()?.hasPrefix("HTTP/1.1 200 OK") == true)
    }
  }

  @Test func refusesWhatIsNoRequest() async throws {
    try await withServer(page) { port in
      // TLS is told at once, not after waiting for the end of a request that never comes.
      let tls = try RawClient(port: port)
      tls.send([22, 3, 1, 2, 0, 1, 0, 1, 252, 3, 3])
      #expect(tls.all()?.hasPrefix("HTTP/1.1 400 ") == true)
      for garbage in ["\r\n\r\n", "GET\r\n\r\n", "\0\0\0\0", "GET / HTTP/1.1\nHost: a\r\n\r\n"] {
        #expect(exchange(port, garbage)?.hasPrefix("HTTP/1.1 400 ") == true, "\(garbage)")
      }
      var random = SeededGenerator(seed: 1)
      for _ in 0..<50 {
        let client = try RawClient(port: port)
        client.send((0..<200).map { _ in UInt8.random(in: 128...255, using: &random) })
        #expect(client.all()?.hasPrefix("HTTP/1.1 400 ") == true)
      }
      #expect(exchange(port, request(port: port))?.hasPrefix("HTTP/1.1 200") == true)
    }
  }

  @Test func boundsTheLengthOfARequest() async throws {
    try await withServer(page) { port in
      let fits = request("GET", "/", port: port, "X: " + String(repeating: "a", count: 30_000))
      #expect(exchange(port, fits)?.hasPrefix("HTTP/1.1 200 ") == true)
      let long = request("GET", "/", port: port, "X: " + String(repeating: "a", count: 40_000))
      #expect(exchange(port, long)?.hasPrefix("HTTP/1.1 431 ") == true)
      // Endless: no more is taken than the bounds and the system's buffers hold.
      let endless = try RawClient(port: port)
      endless.send("GET / HTTP/1.1\r\nX: ")
      #expect(endless.send([UInt8](repeating: 97, count: 64 << 20)) < 32 << 20)
    }
  }

  @Test func letsGoOfHalfOpenConnections() async throws {
    var limits = ServerLimits()
    limits.headTime = .milliseconds(300)
    limits.connections = 40
    try await withServer(page, limits: limits) { port in
      // More than there are places; whoever comes after them is served all the same.
      let silent = try (0..<60).map { _ in try RawClient(port: port) }
      let begun = try RawClient(port: port)
      begun.send("GET / HTTP/1.1\r\nHost:")
      #expect(exchange(port, request(port: port))?.hasPrefix("HTTP/1.1 200 ") == true)
      let dripping = try RawClient(port: port)
      for byte in "GET / HTTP/1.1\r\nHost: localhost\r\n" {
        dripping.send(String(byte))
        pause(milliseconds: 20)
      }
      #expect(dripping.all()?.hasPrefix("HTTP/1.1 408 ") == true)
      #expect(begun.all()?.hasPrefix("HTTP/1.1 408 ") == true)
      // A connection on which nothing was asked gets no answer.
      for client in silent { #expect(client.all() == "") }
    }
  }

  @Test func letsGoOfWhoDoesNotReadThePage() async throws {
    var limits = ServerLimits()
    limits.writeTime = .milliseconds(300)
    limits.connections = 2
    let page = LivePage()
    page.show([UInt8](repeating: 97, count: 24 << 20))
    try await withServer(page, limits: limits) { port in
      let slow = try (0..<4).map { _ in try RawClient(port: port, receives: 4096) }
      for client in slow { client.send(request(port: port)) }
      #expect(exchange(port, request("HEAD", port: port))?.hasPrefix("HTTP/1.1 200 ") == true)
    }
  }
}
