#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif
import JourneyKit

/// A process that draws documents, seen from the one that started it.
///
/// It is ended, and its end awaited, when nobody holds it any more.
final class WorkerProcess {
  private var channel: MessagePipe
  /// Whether it has said that it understood its orders.
  var isReady = false
  /// What it is drawing.
  var job: RenderJob?
  private let pid: Int32
  private var isReaped = false

  /// Starts a worker and gives it its orders; nil when the system cannot.
  init?(_ program: WorkerProgram, orders: WorkerOrders) {
    guard let toWorker = Self.pipe() else { return nil }
    guard let fromWorker = Self.pipe() else {
      close(toWorker.read)
      close(toWorker.write)
      return nil
    }
    var worker = ChildProgram(program.path, ["journey", RenderWorkerCommand.name])
    worker.input = .descriptor(toWorker.read)
    worker.output = .descriptor(fromWorker.write)
    let started = worker.start()
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
    switch ChildProgram.end(of: pid) {
    case nil: return "nobody knows how it ended"
    case .code(let code): return "it ended with code \(code)"
    case .signal(let signal):
      let name = strsignal(signal).map { " (\(String(cString: $0)))" } ?? ""
      return "it was ended by signal \(signal)\(name)"
    }
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
}
