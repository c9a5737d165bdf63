#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif
import Dispatch

/// The browser of whoever sits at this machine.
enum Browser {
  #if canImport(Darwin)
    private static let opener = "open"
  #else
    private static let opener = "xdg-open"
  #endif

  /// Opens an address, without waiting for the browser.
  ///
  /// - Returns: Whether the system has a program that opens addresses.
  static func open(_ address: String) -> Bool {
    #if canImport(Darwin)
      var streams: posix_spawn_file_actions_t?
      var attributes: posix_spawnattr_t?
    #else
      var streams = posix_spawn_file_actions_t()
      var attributes = posix_spawnattr_t()
    #endif
    posix_spawn_file_actions_init(&streams)
    posix_spawnattr_init(&attributes)
    defer {
      posix_spawn_file_actions_destroy(&streams)
      posix_spawnattr_destroy(&attributes)
    }
    // Browsers write much that is of no interest to whoever presents.
    for stream in Int32(0)...2 {
      posix_spawn_file_actions_addopen(&streams, stream, "/dev/null", O_RDWR, 0)
    }
    // A browser that this starts outlives it: Ctrl-C is not meant for it, and the signals that are
    // ignored here, or held back on this thread, are to do there what they always do.
    var signals = sigset_t()
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    for signal in [SIGINT, SIGTERM, SIGPIPE] { sigaddset(&signals, signal) }
    posix_spawnattr_setsigdefault(&attributes, &signals)
    posix_spawnattr_setpgroup(&attributes, 0)
    let flags = POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETPGROUP
    posix_spawnattr_setflags(&attributes, Int16(flags))

    var process = pid_t()
    let arguments = [strdup(opener), strdup(address), nil]
    defer { for argument in arguments { free(argument) } }
    guard posix_spawnp(&process, opener, &streams, &attributes, arguments, environ) == 0 else {
      return false
    }
    DispatchQueue.global().async { [process] in
      // Somebody has to ask how it ended, or the system keeps it.
      _ = waitpid(process, nil, 0)
    }
    return true
  }
}
