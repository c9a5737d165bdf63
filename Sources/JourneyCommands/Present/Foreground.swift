#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif
import Dispatch
import Synchronization

/// Does something that lasts until the process is told to end.
enum Foreground {
  /// How long may be tidied up after the process was told to end.
  private static let grace = DispatchTimeInterval.milliseconds(800)

  /// Runs a task and blocks the thread until it is done; SIGINT and SIGTERM cancel it.
  ///
  /// A second signal ends the process at once, as it would have without this.
  static func run(_ body: @escaping @Sendable () async throws -> Void) throws {
    let result = Mutex<Result<Void, any Error>>(.success(()))
    let done = DispatchSemaphore(value: 0)
    let task = Task {
      do {
        try await body()
      } catch {
        result.withLock { $0 = .failure(error) }
      }
      done.signal()
    }
    // Whoever reads our words may go away; that is no reason to stop.
    signal(SIGPIPE, SIG_IGN)
    let signals = [SIGINT, SIGTERM]
    let sources = signals.map { number in
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
      source.setEventHandler {
        signal(number, SIG_DFL)
        task.cancel()
        // A drawing that Graphviz is at cannot be interrupted, and nobody waits for it any more.
        DispatchQueue.global().asyncAfter(deadline: .now() + grace) { _exit(0) }
      }
      source.resume()
      return source
    }
    done.wait()
    for source in sources { source.cancel() }
    for number in signals { signal(number, SIG_DFL) }
    try result.withLock { try $0.get() }
  }
}
