import JourneyTestSupport
import Testing

@testable import JourneyPresenter

/// Runs a server while a client does what blocks its thread.
///
/// The client gets a thread of its own: the server shares the test's few.
func withServer(
  _ page: LivePage, limits: ServerLimits = ServerLimits(),
  _ client: @escaping @Sendable (_ port: Int) throws -> Void
) async throws {
  let (ports, found) = AsyncStream.makeStream(of: Int.self)
  let server = Task {
    try await PageServer(page: page, limits: limits).run(port: 0) { found.yield($0) }
  }
  var iterator = ports.makeAsyncIterator()
  let port = try #require(await iterator.next())
  let result = await onThread { try client(port) }
  server.cancel()
  try await server.value
  try result.get()
}

/// One request and what the server says until it closes; nil when it does not.
func exchange(_ port: Int, _ request: String) -> String? {
  guard let client = try? RawClient(port: port) else { return nil }
  client.send(request)
  return client.all()
}

/// A request as a browser would send it.
func request(
  _ method: String = "GET", _ target: String = "/", host: String? = nil, port: Int,
  _ fields: String...
) -> String {
  let fields = fields.map { $0 + "\r\n" }.joined()
  return "\(method) \(target) HTTP/1.1\r\nHost: \(host ?? "127.0.0.1:\(port)")\r\n\(fields)\r\n"
}

/// A client that follows, after it was told so.
func follower(_ port: Int, _ fields: String..., receives: Int32? = nil) throws -> RawClient {
  let client = try RawClient(port: port, receives: receives)
  let lines = fields.map { $0 + "\r\n" }.joined()
  client.send("GET /events HTTP/1.1\r\nHost: 127.0.0.1:\(port)\r\n\(lines)\r\n")
  return client
}
