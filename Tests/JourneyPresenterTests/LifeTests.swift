#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif
import Synchronization
import JourneyTestSupport
import Testing

@testable import JourneyPresenter

@Suite struct LifeTests {
  @Test func endsAtOnceWithClientsAndFreesThePort() async throws {
    let page = LivePage()
    let (ports, found) = AsyncStream.makeStream(of: Int.self)
    let server = Task { try await PageServer(page: page).run(port: 0) { found.yield($0) } }
    var iterator = ports.makeAsyncIterator()
    let port = try #require(await iterator.next())
    let clients = try await onThread {
      let followers = try (0..<20).map { _ in try follower(port) }
      let clients = followers + [try RawClient(port: port)]
      for client in followers { #expect(client.text(until: "retry") != nil) }
      return clients
    }.get()
    let start = secondsNow()
    server.cancel()
    try await server.value
    #expect(secondsNow() - start < 10)
    #expect(try await onThread { clients.allSatisfy { $0.all() != nil } }.get())
    #expect(!RawClient.answers(port: port))
    // At once again on the same port, which browsers have connections to that are just ending.
    let again = Task { try await PageServer(page: page).run(port: port) { found.yield($0) } }
    #expect(await iterator.next() == port)
    again.cancel()
    try await again.value
  }

  @Test func saysThatAPortIsTaken() async throws {
    try await withServer(LivePage()) { port in
      let problem = #expect(throws: PageServerProblem.self) { _ = try Listeners(port: port) }
      #expect(problem == PageServerProblem(port: port, reason: .portIsTaken))
      #expect(problem?.description == "port \(port) is taken by another program")
    }
    let none = #expect(throws: PageServerProblem.self) { _ = try Listeners(port: 65_536) }
    #expect(none?.port == 65_536)
    #expect(throws: PageServerProblem.self) { _ = try Listeners(port: -1) }
  }

  #if os(Linux)
    @Test func listensOnLoopbackOnly() async throws {
      try await withServer(LivePage()) { port in
        var addresses: [String] = []
        for table in ["/proc/net/tcp", "/proc/net/tcp6"] {
          for line in try lines(of: table).dropFirst() {
            let columns = line.split(separator: " ")
            let local = columns[1].split(separator: ":")
            // State 0A is listening.
            if columns[3] == "0A", Int(local[1], radix: 16) == port {
              addresses.append(String(local[0]))
            }
          }
        }
        #expect(addresses == ["0100007F", "00000000000000000000000001000000"])
      }
    }

    private func lines(of path: String) throws -> [Substring] {
      let file = try #require(fopen(path, "r"))
      defer { fclose(file) }
      var text: [UInt8] = []
      var block = [UInt8](repeating: 0, count: 4096)
      while true {
        let count = fread(&block, 1, block.count, file)
        if count == 0 { break }
        text += block[..<count]
      }
      return String(decoding: text, as: UTF8.self).split(separator: "\n")
    }
  #endif
}
