#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif
import JourneyKit

/// Draws documents in several processes, one document at a time in each.
///
/// A worker that dies takes only its document with it, and another takes its place.
struct WorkerPool {
  var program: WorkerProgram
  var orders: WorkerOrders
  /// How many processes draw at most.
  var size: Int

  /// Draws documents until all are drawn or the process is asked to end.
  ///
  /// - Parameters:
  ///   - jobs: The documents, given out in their order.
  ///   - finished: Called with each document as soon as it is drawn.
  /// - Returns: The documents that could not be given out because no worker could be started.
  func draw(_ jobs: [RenderJob], finished: (RenderJob, DrawnDocument) -> Void) -> [RenderJob] {
    var waiting = jobs[...]
    var crew: [WorkerProcess] = []
    var canStart = true
    while !Interruption.isPending {
      let busy = crew.count { $0.job != nil }
      while canStart, crew.count < min(size, waiting.count + busy) {
        guard let worker = WorkerProcess(program, orders: orders) else {
          canStart = false
          break
        }
        crew.append(worker)
      }
      for worker in crew where worker.isReady && worker.job == nil {
        if let job = waiting.popFirst() { worker.give(job) }
      }
      crew.removeAll { $0.isReady && $0.job == nil }
      if crew.isEmpty { return Array(waiting) }

      for worker in Self.speaking(crew) {
        let isAlive = worker.listen()
        var isUnderstood = true
        while isUnderstood, let message = worker.nextMessage() {
          if !worker.isReady {
            isUnderstood = message.isEmpty
            worker.isReady = isUnderstood
          } else if let job = worker.job, let drawn = try? DrawnDocument(bytes: message) {
            worker.job = nil
            finished(job, drawn)
          } else {
            isUnderstood = false
          }
        }
        if worker.isGarbled { isUnderstood = false }
        guard !isAlive || !isUnderstood else { continue }
        crew.removeAll { $0 === worker }
        let end: String
        if isUnderstood {
          end = worker.reap()
        } else {
          worker.end()
          end = "it said what cannot be understood"
        }
        if let job = worker.job {
          finished(job, Self.lost(job, end))
        } else {
          // It never understood its orders or had nothing to do; the next one would fare alike.
          canStart = false
        }
      }
    }
    return []
  }

  /// Waits until workers have something to say, or a signal arrives.
  private static func speaking(_ crew: [WorkerProcess]) -> [WorkerProcess] {
    var polls = crew.map { pollfd(fd: $0.answers, events: Int16(POLLIN), revents: 0) }
    // A signal between the look at it and the wait is seen a little later.
    guard poll(&polls, nfds_t(polls.count), 200) > 0 else { return [] }
    return zip(crew, polls).filter { $0.1.revents != 0 }.map(\.0)
  }

  private static func lost(_ job: RenderJob, _ end: String) -> DrawnDocument {
    var drawn = DrawnDocument()
    drawn.status = .badInput
    drawn.words = "journey: cannot draw \(job.document): the process that drew it is gone; \(end)\n"
    return drawn
  }

  /// How many processors this process may use.
  static var processors: Int { max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }
}
