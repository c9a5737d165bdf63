#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif
import Synchronization

/// The signal that asked the process to end while workers were at work; 0 for none.
private let caught = Atomic<Int32>(0)

/// Lets a run with workers end in order: workers are ended, what was drawn is remembered, and then
/// the process ends by the signal that it got.
struct Interruption: ~Copyable {
  private static let signals = [SIGINT, SIGTERM, SIGHUP]
  private let handled: [Int32]

  init() {
    caught.store(0, ordering: .relaxed)
    // What the caller has this process ignore, as `nohup` does, stays ignored.
    handled = Self.signals.filter { !Self.isIgnored($0) }
    for number in handled { signal(number) { caught.store($0, ordering: .relaxed) } }
    // A worker that is gone is noticed by what it no longer answers.
    signal(SIGPIPE, SIG_IGN)
  }

  deinit {
    for number in handled + [SIGPIPE] { signal(number, SIG_DFL) }
  }

  private static func isIgnored(_ number: Int32) -> Bool {
    let handler = signal(number, SIG_DFL)
    signal(number, handler)
    return unsafeBitCast(handler, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self)
  }

  /// Whether the process is to end.
  static var isPending: Bool { caught.load(ordering: .relaxed) != 0 }

  /// Ends the process as the signal would have done.
  static func finish() {
    let number = caught.exchange(0, ordering: .relaxed)
    guard number != 0 else { return }
    signal(number, SIG_DFL)
    raise(number)
  }
}
