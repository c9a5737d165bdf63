#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A program that is run for what it says, without a shell.
enum ChildProcess {
  /// What a program said and how it ended.
  struct Result {
    /// What it wrote to the stream that was listened to.
    var bytes: [UInt8]
    /// Its exit code; nil when a signal ended it.
    var code: Int32?
  }

  /// The stream that is listened to; the other one is thrown away.
  enum Stream {
    case output, error
  }

  /// How many bytes a program may be given to read: what every system's channels hold.
  static let largestInput = 8000

  /// Runs a program of the search path and waits for its end.
  ///
  /// - Parameters:
  ///   - arguments: Its name and its arguments, each as it stands.
  ///   - input: What it reads from standard input, no more than ``largestInput``.
  ///   - stream: What is listened to.
  ///   - name: What is read, for messages.
  /// - Returns: What it said; nil when there is no such program.
  /// - Throws: ``FileProblem`` when it says more than the largest file, or cannot be listened to.
  static func run(
    _ arguments: [String], input: [UInt8] = [], listeningTo stream: Stream = .output, name: String
  ) throws(FileProblem) -> Result? {
    _ = endsAreKept
    let source = try channel(name)
    defer { close(source.read) }
    do throws(FileProblem) {
      // All of it waits in the channel before anybody reads.
      try Files.write(Array(input.prefix(largestInput)), descriptor: source.write, name: name)
    } catch {
      close(source.write)
      throw error
    }
    close(source.write)
    let ends = try channel(name)
    let started = spawn(arguments, source.read, stream, into: ends.write)
    close(ends.write)
    defer { close(ends.read) }
    guard let pid = started else { return nil }
    do throws(FileProblem) {
      let bytes = try Files.read(descriptor: ends.read, name: name)
      return Result(bytes: bytes, code: reap(pid))
    } catch {
      kill(pid, SIGKILL)
      _ = reap(pid)
      throw error
    }
  }

  /// Sees to it, once, that the system keeps how children ended: whoever started this program may
  /// have left it a `SIGCHLD` that is ignored.
  private static let endsAreKept: Void = {
    var action = sigaction()
    guard sigaction(SIGCHLD, nil, &action) == 0 else { return }
    #if canImport(Darwin)
      let handler = action.__sigaction_u.__sa_handler
    #elseif canImport(Musl)
      let handler = action.__sa_handler.sa_handler
    #else
      let handler = action.__sigaction_handler.sa_handler
    #endif
    // `SIG_IGN` is the address 1.
    if unsafeBitCast(handler, to: Int.self) == 1 { signal(SIGCHLD, SIG_DFL) }
  }()

  private static func reap(_ pid: Int32) -> Int32? {
    if case .code(let code) = ChildProgram.end(of: pid) { code } else { nil }
  }

  // MARK: - Descriptors

  /// A channel that no other program inherits, whose ends are no standard streams: those are opened
  /// anew in the child.
  private static func channel(_ name: String) throws(FileProblem) -> (read: Int32, write: Int32) {
    var ends: [Int32] = [-1, -1]
    // A pipe could only be closed in children after it is made, when another thread may just start
    // one. On Darwin a child inherits nothing that it is not given: see `ChildProgram`.
    #if canImport(Darwin)
      let type = SOCK_STREAM
    #elseif canImport(Musl)
      let type = SOCK_STREAM | SOCK_CLOEXEC
    #else
      let type = Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue)
    #endif
    guard socketpair(AF_UNIX, type, 0, &ends) == 0 else {
      throw FileProblem(.read, name, errno: errno)
    }
    let read = kept(ends[0])
    let write = kept(ends[1])
    guard read >= 0, write >= 0 else {
      let code = errno
      for end in [read, write] where end >= 0 { close(end) }
      throw FileProblem(.read, name, errno: code)
    }
    return (read, write)
  }

  /// The same file under a number that is none of a standard stream, closed in children; negative
  /// when there is none left.
  private static func kept(_ descriptor: Int32) -> Int32 {
    guard descriptor <= 2 else {
      #if canImport(Darwin)
        _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
      #endif
      return descriptor
    }
    let copy = fcntl(descriptor, F_DUPFD_CLOEXEC, 3)
    close(descriptor)
    return copy
  }

  // MARK: - Starting

  private static func spawn(
    _ arguments: [String], _ input: Int32, _ stream: Stream, into output: Int32
  ) -> Int32? {
    guard let name = arguments.first else { return nil }
    var program = ChildProgram(name, arguments)
    program.input = .descriptor(input)
    program.output = stream == .output ? .descriptor(output) : .nowhere
    program.error = stream == .error ? .descriptor(output) : .nowhere
    program.settings = settings
    return program.start()
  }

  /// What stands in the child's environment, whatever stands in this one's.
  private static let settings: [(name: String, value: String)] = [
    // Its words are read, so they have to be those that are known.
    ("LC_ALL", "C"),
    // Reading asks nobody for a password, fetches nothing, and writes nothing.
    ("GIT_TERMINAL_PROMPT", "0"), ("GIT_NO_LAZY_FETCH", "1"), ("GIT_OPTIONAL_LOCKS", "0"),
  ]
}
