#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A process that draws documents, seen from the one that started it.
///
/// It is ended, and its end awaited, when nobody holds it any more.
final class WorkerProcess {
  private var channel: MessagePipe
  /// Whether it has said that it understood its orders.
  var isReady = false
  /// What it is drawing.
  var job: RenderJob?
  private let pid: pid_t
  private var isReaped = false

  /// Starts a worker and gives it its orders; nil when the system cannot.
  init?(_ program: WorkerProgram, orders: WorkerOrders) {
    guard let toWorker = Self.pipe() else { return nil }
    guard let fromWorker = Self.pipe() else {
      close(toWorker.read)
      close(toWorker.write)
      return nil
    }
    let started = Self.spawn(
      program.path, ["journey", RenderWorkerCommand.name], input: toWorker.read,
      output: fromWorker.write)
    close(toWorker.read)
    close(fromWorker.write)
    channel = MessagePipe(input: fromWorker.read, output: toWorker.write)
    pid = started ?? 0
    guard started != nil, channel.send(orders.bytes) else {
      if started == nil { isReaped = true }
      return nil
    }
  }

  deinit { end() }

  /// Hands it a document.
  func give(_ job: RenderJob) {
    self.job = job
    // When it is gone already, its end is seen where answers are read.
    _ = channel.send(job.bytes)
  }

  /// Where its answers arrive, for `poll`.
  var answers: Int32 { channel.input }

  /// Reads what it said; false when it has ended.
  func listen() -> Bool { channel.fill() }

  /// The next thing it said.
  func nextMessage() -> [UInt8]? { channel.nextMessage() }

  /// Whether it said what cannot be understood.
  var isGarbled: Bool { channel.isGarbled }

  /// Ends it, whatever it is doing, and waits for that.
  func end() {
    guard !isReaped else { return }
    // It has nothing to tidy up, and may have inherited that gentler signals are held back.
    kill(pid, SIGKILL)
    _ = reap()
  }

  /// Waits for its end.
  ///
  /// - Returns: What ended it, such as `it was ended by signal 9 (Killed)`.
  func reap() -> String {
    isReaped = true
    var status: Int32 = 0
    while waitpid(pid, &status, 0) < 0, errno == EINTR {}
    let signal = status & 0x7F
    guard signal != 0 else { return "it ended with code \((status >> 8) & 0xFF)" }
    let name = strsignal(signal).map { " (\(String(cString: $0)))" } ?? ""
    return "it was ended by signal \(signal)\(name)"
  }

  /// A pipe that programs started from here do not inherit.
  private static func pipe() -> (read: Int32, write: Int32)? {
    var ends: [Int32] = [-1, -1]
    #if canImport(Darwin)
      guard Darwin.pipe(&ends) == 0 else { return nil }
    #elseif canImport(Musl)
      guard Musl.pipe(&ends) == 0 else { return nil }
    #else
      guard Glibc.pipe(&ends) == 0 else { return nil }
    #endif
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    return (ends[0], ends[1])
  }

  private static func spawn(
    _ path: String, _ arguments: [String], input: Int32, output: Int32
  ) -> pid_t? {
    #if canImport(Darwin)
      var actions: posix_spawn_file_actions_t?
    #else
      var actions = posix_spawn_file_actions_t()
    #endif
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, input, 0)
    posix_spawn_file_actions_adddup2(&actions, output, 1)
    var pointers = arguments.map { strdup($0) }
    defer { pointers.forEach { free($0) } }
    pointers.append(nil)
    var pid: pid_t = 0
    return posix_spawn(&pid, path, &actions, nil, pointers, environ) == 0 ? pid : nil
  }
}
