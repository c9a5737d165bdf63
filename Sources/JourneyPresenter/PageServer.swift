#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif
import FlyingSocks

/// Serves one live page to browsers on this machine.
///
/// `GET /` is the page, `GET /events` tells of its changes (Server-Sent Events), and there is
/// nothing else. Only 127.0.0.1 and ::1 are answered on, and only requests that name this server
/// by a name of this machine, so that no other site can read the page through a browser.
///
/// ```swift
/// let page = LivePage()
/// page.show(html)
/// try await PageServer(page: page).run(port: 0) { port in print("http://127.0.0.1:\(port)/") }
/// ```
public struct PageServer: Sendable {
  /// What is served.
  public var page: LivePage
  /// How much a client may take.
  public var limits: ServerLimits

  /// Creates a server; it answers once it runs.
  ///
  /// - Parameters:
  ///   - page: What is served.
  ///   - limits: How much a client may take.
  public init(page: LivePage, limits: ServerLimits = ServerLimits()) {
    self.page = page
    self.limits = limits
  }

  /// Serves until the task is cancelled; every connection and the port are then free again.
  ///
  /// - Parameters:
  ///   - port: The port, 0…65535; 0 for any that is free.
  ///   - ready: Called once clients are answered, with the port.
  /// - Throws: ``PageServerProblem`` when the port cannot be had, and what the system reports when
  ///   it can no longer tell which connections are ready.
  public func run(port: Int, ready: @Sendable (Int) -> Void = { _ in }) async throws {
    try await withTaskExecutorPreference(QueueExecutor(label: "journey.page-server")) {
      try await serve(port: port, ready: ready)
    }
  }

  private func serve(port: Int, ready: @Sendable (Int) -> Void) async throws {
    let listeners = try Listeners(port: port)
    defer { listeners.close() }
    let pool = SocketPool.make(maxEvents: 64)
    try await pool.prepare()
    let deadlines = Deadlines()
    let places = places(listeners: listeners.sockets.count)
    ready(listeners.port)
    do {
      try await withThrowingTaskGroup(of: Void.self) { group in
        group.addTask { try await pool.run() }
        group.addTask { try await beat() }
        group.addTask { try await deadlines.watch() }
        for socket in listeners.sockets {
          group.addTask {
            try await accept(
              on: AsyncSocket(socket: socket, pool: pool), places: places, port: listeners.port,
              deadlines)
          }
        }
        defer { group.cancelAll() }
        try await group.next()
      }
    } catch  where Task.isCancelled {
      // This is how it ends.
    }
  }

  private func beat() async throws {
    while true {
      try await Task.sleep(for: limits.beat)
      page.beat()
    }
  }

  /// How many connections each listener may have at once.
  ///
  /// The system's own library for tasks ends the process when it cannot open a file of its own, so
  /// that clients must never take the last descriptors.
  private func places(listeners: Int) -> Int {
    var files = rlimit()
    guard getrlimit(Self.openFiles, &files) == 0 else { return limits.connections }
    let free = (Int(clamping: files.rlim_cur) - Self.sparedFiles) / max(1, listeners)
    return max(1, min(limits.connections, free))
  }

  /// Descriptors that are left to the program: for what it has open, for reading documents, and for
  /// the system's libraries.
  private static let sparedFiles = 32
  #if canImport(Glibc)
    private static let openFiles = __rlimit_resource_t(RLIMIT_NOFILE.rawValue)
  #else
    private static let openFiles = RLIMIT_NOFILE
  #endif

  private func accept(
    on listener: AsyncSocket, places: Int, port: Int, _ deadlines: Deadlines
  ) async throws {
    let rules = RequestRules(port: port)
    try await withThrowingTaskGroup(of: Void.self) { group in
      defer { group.cancelAll() }
      var open = 0
      while true {
        // Whoever comes while all places are taken waits in the system's queue.
        if open >= places {
          try await group.next()
          open -= 1
        }
        guard let client = try await accept(from: listener) else { continue }
        client.socket.closesInChildren()
        open += 1
        group.addTask {
          await Connection(
            socket: client, page: page, rules: rules, limits: limits, deadlines: deadlines
          ).serve()
        }
      }
    }
  }

  /// The next client; nil when there was none after all.
  private func accept(from listener: AsyncSocket) async throws -> AsyncSocket? {
    do {
      return try await listener.accept()
    } catch SocketError.failed {
      // The client has gone already, or the whole system has too many files open: that passes.
      try await Task.sleep(for: .milliseconds(50))
      return nil
    }
  }
}
