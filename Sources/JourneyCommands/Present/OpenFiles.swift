#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// How many files, and so connections, the process may have open.
enum OpenFiles {
  /// Enough for every client that is served at once.
  private static let wanted: rlim_t = 4096

  /// Asks the system for as many as are needed; shells allow as few as 256.
  static func allowMany() {
    #if canImport(Glibc)
      let files = __rlimit_resource_t(RLIMIT_NOFILE.rawValue)
    #else
      let files = RLIMIT_NOFILE
    #endif
    var limit = rlimit()
    guard getrlimit(files, &limit) == 0, limit.rlim_cur < wanted else { return }
    limit.rlim_cur = min(wanted, limit.rlim_max)
    // With fewer, clients wait for one another.
    _ = setrlimit(files, &limit)
  }
}
