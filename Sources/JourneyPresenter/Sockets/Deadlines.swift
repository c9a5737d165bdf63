#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif
import FlyingSocks
import Synchronization

/// Ends what takes a client too long, by closing the socket's side that is waited for.
///
/// One task looks after all connections: a task that sleeps for each would outlive its connection
/// by the time it was to sleep, and many connections one after the other would fill the memory.
final class Deadlines: Sendable {
  /// What a client is waited for to do.
  enum Side: Sendable {
    /// To send; what is read from then on is the end, and an answer can still be written.
    case sending
    /// To receive, or to close.
    case receiving
  }

  /// How often it is looked.
  private static let pause = Duration.milliseconds(50)

  private struct Entry {
    var end: ContinuousClock.Instant
    var side: Side
    var hasPassed = false
  }

  private let entries = Mutex<[Socket: Entry]>([:])

  /// Gives a client some time from now on; a deadline given before is over.
  func set(_ time: Duration, for side: Side, on socket: Socket) {
    let end = ContinuousClock.now + time
    entries.withLock { $0[socket] = Entry(end: end, side: side) }
  }

  /// Whether the socket's last deadline has passed.
  func hasPassed(on socket: Socket) -> Bool {
    entries.withLock { $0[socket]?.hasPassed ?? false }
  }

  /// Leaves a socket alone; must be called before it is closed, as its number is then another's.
  func clear(_ socket: Socket) {
    entries.withLock { _ = $0.removeValue(forKey: socket) }
  }

  /// Watches until the task is cancelled.
  func watch() async throws {
    while true {
      try await Task.sleep(for: Self.pause)
      let now = ContinuousClock.now
      entries.withLock { entries in
        for (socket, entry) in entries where entry.end <= now && !entry.hasPassed {
          entries[socket]?.hasPassed = true
          shutdown(socket.file.rawValue, Int32(entry.side == .sending ? SHUT_RD : SHUT_RDWR))
        }
      }
    }
  }
}
