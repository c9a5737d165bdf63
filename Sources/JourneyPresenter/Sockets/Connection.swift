#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif
import FlyingSocks

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// One client: a request that is read with bounds, and its answer.
struct Connection: Sendable {
  let socket: AsyncSocket
  let page: LivePage
  let rules: RequestRules
  let limits: ServerLimits
  let deadlines: Deadlines

  /// Serves the client and closes the connection.
  ///
  /// What goes wrong here is the client's affair: it has gone, or it is too slow.
  func serve() async {
    do {
      try await answer()
      // Closing at once, with something unread, would take the answer away from the client again.
      shutdown(socket.socket.file.rawValue, Int32(SHUT_WR))
      deadlines.set(limits.lingerTime, for: .receiving, on: socket.socket)
      try await drain()
    } catch {}
    // By now nothing waits for the socket any more, as closing it requires.
    deadlines.clear(socket.socket)
    try? socket.close()
  }

  private func answer() async throws {
    do {
      switch rules.answer(to: try await readHead()) {
      case .page(let withContent): try await sendPage(withContent: withContent)
      case .events(let seen): try await sendEvents(seen: seen)
      case .refusal(let refusal): throw refusal
      }
    } catch let refusal as Refusal {
      let content = Data((refusal.sentence + "\n").utf8)
      try await send(ResponseHead.refusal(refusal, length: content.count).bytes + content)
    }
  }

  private func readHead() async throws -> RequestHead {
    deadlines.set(limits.headTime, for: .sending, on: socket.socket)
    // Browsers open connections that they may never use; an answer would only confuse them.
    let first = try await socket.read(atMost: 4096)
    do {
      return try await readHead(from: first)
    } catch SocketError.disconnected where deadlines.hasPassed(on: socket.socket) {
      throw Refusal.late
    }
  }

  private func readHead(from first: [UInt8]) async throws -> RequestHead {
    guard let byte = first.first, RequestHead.canBegin(with: byte) else {
      throw Refusal.malformed("it is not HTTP")
    }
    var bytes = first
    var searched = 0
    while true {
      let end = bytes[max(0, searched - 3)...].firstRange(of: RequestHead.end)
      guard (end?.lowerBound ?? bytes.count) <= limits.headBytes else { throw Refusal.longHead }
      if let end { return try RequestHead(bytes[..<end.lowerBound]) }
      searched = bytes.count
      bytes += try await socket.read(atMost: 4096)
    }
  }

  private func sendPage(withContent: Bool) async throws {
    let news = page.news
    let content =
      news.page ?? Data(WaitingPage(problem: news.problem ?? "").html(nonce: Self.nonce()).utf8)
    let cookie = "\(rules.cookieName)=\(page.name(of: news.change))"
    let head = ResponseHead.page(length: content.count, cookie: cookie).bytes
    try await send(head)
    if withContent { try await send(content) }
  }

  private static func nonce() -> String {
    (0..<2).map { _ in String(UInt64.random(in: 0 ... .max), radix: 36) }.joined()
  }

  private func sendEvents(seen: String?) async throws {
    guard let news = page.follow(limit: limits.followers) else { throw Refusal.full }
    try await send(ResponseHead.events.bytes)
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask {
        var writer: EventWriter?
        for await now in news {
          let name = page.name(of: now.change)
          var current = writer ?? EventWriter(seen: seen, now: name)
          try await send(Data(current.text(for: now, named: name).utf8))
          writer = current
        }
      }
      // A client that leaves is noticed at once, not only when something is to be told.
      group.addTask { try await drain() }
      defer { group.cancelAll() }
      try await group.next()
    }
  }

  private func send(_ data: Data) async throws {
    deadlines.set(limits.writeTime, for: .receiving, on: socket.socket)
    try await socket.write(data)
    deadlines.clear(socket.socket)
  }

  /// Reads and forgets until the client has closed its side, or has sent more than it may.
  private func drain() async throws {
    var allowance = 1 << 20
    while allowance > 0 { allowance -= try await socket.read(atMost: 4096).count }
  }
}
