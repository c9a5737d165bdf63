import Dispatch
import Synchronization

/// Shares numbered work out to threads.
enum Threads {
  /// Does something for each number below a bound, on so many threads at once.
  ///
  /// - Parameters:
  ///   - count: How many threads; the calling one is one of them.
  ///   - bound: How many pieces of work there are.
  ///   - work: Does one piece; it is told the thread, from 0, and the piece.
  static func share(
    among count: Int, below bound: Int,
    _ work: @Sendable (_ thread: Int, _ piece: Int) -> Void
  ) {
    let queue = Queue()
    @Sendable func run(_ thread: Int) {
      while true {
        let piece = queue.next.wrappingAdd(1, ordering: .relaxed).oldValue
        guard piece < bound else { return }
        work(thread, piece)
      }
    }
    if count > 1 {
      DispatchQueue.concurrentPerform(iterations: count, execute: run)
    } else {
      run(0)
    }
  }

  private final class Queue: Sendable {
    let next = Atomic<Int>(0)
  }
}
