#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Holds back the signals that end a process, on this thread.
struct HeldSignals {
  private var before = sigset_t()
  private let holds: Bool
  private static let signals = [SIGINT, SIGTERM, SIGHUP]

  /// Holds nothing.
  init(none: Void) { holds = false }

  /// Holds them until they are released.
  init() {
    holds = true
    var held = sigset_t()
    sigemptyset(&held)
    for signal in Self.signals { sigaddset(&held, signal) }
    pthread_sigmask(SIG_BLOCK, &held, &before)
  }

  /// Whether one of them has come meanwhile.
  var isWaiting: Bool {
    guard holds else { return false }
    var waiting = sigset_t()
    sigpending(&waiting)
    return Self.signals.contains { sigismember(&waiting, $0) == 1 }
  }

  /// Lets them come, which may end the process.
  func release() {
    guard holds else { return }
    var before = before
    pthread_sigmask(SIG_SETMASK, &before, nil)
  }
}
