#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A program to start, without a shell, and what its standard streams are.
///
/// It inherits no other descriptor of this program that is closed in children; on Darwin none at all.
package struct ChildProgram: Sendable {
  /// What a standard stream of it is.
  package enum Stream: Hashable, Sendable {
    /// The same as here.
    case inherited
    /// Empty to read, and forgotten when written.
    case nowhere
    /// An open descriptor, by a number other than those of the standard streams.
    case descriptor(Int32)
  }

  /// Its name in the search path, or its path.
  package var path: String
  /// Its arguments, each as it stands, from its own name on.
  package var arguments: [String]
  /// What it reads.
  package var input = Stream.inherited
  /// What it says.
  package var output = Stream.inherited
  /// What it says of itself.
  package var error = Stream.inherited
  /// What stands in its environment, whatever stands in this one's.
  package var settings: [(name: String, value: String)] = []
  /// Whether it goes on for itself: signals to this program are not meant for it, and it begins with
  /// signals as they are everywhere.
  package var isOnItsOwn = false

  /// Names a program.
  ///
  /// - Parameters:
  ///   - path: Its name in the search path, or its path.
  ///   - arguments: Its arguments, from its own name on.
  package init(_ path: String, _ arguments: [String]) {
    self.path = path
    self.arguments = arguments
  }

  /// Starts it.
  ///
  /// - Returns: Its number, whose end somebody has to await; nil when the system cannot start it.
  package func start() -> Int32? {
    #if canImport(Darwin)
      var actions: posix_spawn_file_actions_t?
      var attributes: posix_spawnattr_t?
    #else
      var actions = posix_spawn_file_actions_t()
      var attributes = posix_spawnattr_t()
    #endif
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    for (stream, number) in [(input, Int32(0)), (output, 1), (error, 2)] {
      switch stream {
      case .inherited:
        #if canImport(Darwin)
          posix_spawn_file_actions_addinherit_np(&actions, number)
        #endif
      case .nowhere:
        posix_spawn_file_actions_addopen(&actions, number, "/dev/null", O_RDWR, 0)
      case .descriptor(let descriptor):
        posix_spawn_file_actions_adddup2(&actions, descriptor, number)
      }
    }
    var flags: Int32 = 0
    #if canImport(Darwin)
      flags |= POSIX_SPAWN_CLOEXEC_DEFAULT
    #endif
    if isOnItsOwn {
      var signals = sigset_t()
      sigemptyset(&signals)
      posix_spawnattr_setsigmask(&attributes, &signals)
      for signal in [SIGINT, SIGTERM, SIGPIPE] { sigaddset(&signals, signal) }
      posix_spawnattr_setsigdefault(&attributes, &signals)
      posix_spawnattr_setpgroup(&attributes, 0)
      flags |= Int32(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETPGROUP)
    }
    posix_spawnattr_setflags(&attributes, Int16(flags))
    var words = arguments.map { strdup($0) }
    defer { words.forEach { free($0) } }
    words.append(nil)
    let own = settings.map { strdup("\($0.name)=\($0.value)") }
    defer { own.forEach { free($0) } }
    var pid: pid_t = 0
    return posix_spawnp(&pid, path, &actions, &attributes, words, inherited + own + [nil]) == 0
      ? pid : nil
  }

  /// What of this environment stands in the program's.
  private var inherited: [UnsafeMutablePointer<CChar>?] {
    var entries: [UnsafeMutablePointer<CChar>?] = []
    var next = environ
    while let entry = next.pointee {
      let isSet = settings.contains { name, _ in
        strncmp(entry, name + "=", name.utf8.count + 1) == 0
      }
      if !isSet { entries.append(entry) }
      next += 1
    }
    return entries
  }

  /// How a program ended.
  package enum End: Hashable, Sendable {
    /// By itself, with this code.
    case code(Int32)
    /// By this signal.
    case signal(Int32)
  }

  /// Waits for the end of a program that was started here.
  ///
  /// - Parameter pid: Its number.
  /// - Returns: How it ended; nil when the system has not kept it.
  package static func end(of pid: Int32) -> End? {
    var status: Int32 = 0
    while waitpid(pid, &status, 0) < 0 {
      guard errno == EINTR else { return nil }
    }
    let signal = status & 0x7F
    return signal == 0 ? .code((status >> 8) & 0xFF) : .signal(signal)
  }
}
