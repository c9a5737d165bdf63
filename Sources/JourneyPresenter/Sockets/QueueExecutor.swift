import Dispatch

/// Runs tasks one after the other on a queue of its own.
///
/// The server's tasks prefer one, so that work elsewhere that blocks the few threads which all
/// tasks share, such as drawing, never keeps clients waiting.
final class QueueExecutor: TaskExecutor {
  private let queue: DispatchQueue

  init(label: String) {
    queue = DispatchQueue(label: label)
  }

  func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    queue.async { job.runSynchronously(on: self.asUnownedTaskExecutor()) }
  }
}
