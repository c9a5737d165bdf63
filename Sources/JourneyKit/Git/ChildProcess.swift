#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A program that is run for what it says, without a shell and without standard input.
enum ChildProcess {
  /// What a program said and how it ended.
  struct Result {
    /// What it wrote to the stream that was listened to.
    var bytes: [UInt8]
    /// Its exit code; nil when a signal ended it.
    var code: Int32?
  }

  /// The stream that is listened to; the other one is thrown away.
  enum Stream: Int32 {
    case output = 1
    case error = 2
  }

  /// Runs a program of the search path and waits for its end.
  ///
  /// - Parameters:
  ///   - arguments: Its name and its arguments, each as it stands.
  ///   - stream: What is listened to.
  ///   - name: What is read, for messages.
  /// - Returns: What it said; nil when there is no such program.
  /// - Throws: ``FileProblem`` when it says more than the largest file, or cannot be listened to.
  static func run(_ arguments: [String], listeningTo stream: Stream, name: String)
    throws(FileProblem) -> Result?
  {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { throw FileProblem(.read, name, errno: errno) }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    let started = spawn(arguments, stream, into: ends[1])
    close(ends[1])
    guard let pid = started else {
      close(ends[0])
      return nil
    }
    do throws(FileProblem) {
      let bytes = try Files.read(descriptor: ends[0], name: name)
      close(ends[0])
      return Result(bytes: bytes, code: reap(pid))
    } catch {
      close(ends[0])
      kill(pid, SIGKILL)
      _ = reap(pid)
      throw error
    }
  }

  private static func reap(_ pid: pid_t) -> Int32? {
    var status: Int32 = 0
    while waitpid(pid, &status, 0) < 0 {
      guard errno == EINTR else { return nil }
    }
    return status & 0x7F == 0 ? (status >> 8) & 0xFF : nil
  }

  private static func spawn(_ arguments: [String], _ stream: Stream, into output: Int32) -> pid_t? {
    #if canImport(Darwin)
      var actions: posix_spawn_file_actions_t?
    #else
      var actions = posix_spawn_file_actions_t()
    #endif
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    for other in [Stream.output, .error] where other != stream {
      posix_spawn_file_actions_addopen(&actions, other.rawValue, "/dev/null", O_WRONLY, 0)
    }
    posix_spawn_file_actions_adddup2(&actions, output, stream.rawValue)
    var pointers = arguments.map { strdup($0) }
    defer { pointers.forEach { free($0) } }
    pointers.append(nil)
    // Its words are read, so they have to be those that are known.
    let language = strdup("LC_ALL=C")
    defer { free(language) }
    var surroundings: [UnsafeMutablePointer<CChar>?] = []
    var next = environ
    while let entry = next.pointee {
      if strncmp(entry, "LC_ALL=", 7) != 0 { surroundings.append(entry) }
      next += 1
    }
    surroundings += [language, nil]
    var pid: pid_t = 0
    return posix_spawnp(&pid, arguments[0], &actions, nil, pointers, surroundings) == 0 ? pid : nil
  }
}
