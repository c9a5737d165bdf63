import Dispatch

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Does something that blocks, on a thread of its own: the few that all tests share stay free.
///
/// - Parameter body: What blocks.
/// - Returns: What became of it.
public func onThread<Value: Sendable>(
  _ body: @escaping @Sendable () throws -> Value
) async -> Result<Value, any Error> {
  await Task(executorPreference: OwnThread()) { try body() }.result
}

private final class OwnThread: TaskExecutor {
  private let queue = DispatchQueue(label: "journey.test")

  func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    queue.async { job.runSynchronously(on: self.asUnownedTaskExecutor()) }
  }
}

/// Waits, on a thread that may be blocked, until something holds.
///
/// - Parameters:
///   - seconds: How long to wait at most.
///   - holds: What is waited for.
/// - Returns: Whether it holds.
public func eventually(seconds: Double = 20, _ holds: () -> Bool) -> Bool {
  let end = secondsNow() + seconds
  while secondsNow() < end {
    if holds() { return true }
    pause(milliseconds: 5)
  }
  return holds()
}

/// Seconds of a clock that only goes forward.
public func secondsNow() -> Double {
  var time = timespec()
  clock_gettime(CLOCK_MONOTONIC, &time)
  return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}

/// Waits, on a thread that may be blocked.
public func pause(milliseconds: UInt32) { usleep(milliseconds * 1000) }
