import Synchronization
import Testing

@testable import JourneyCommands

@Suite("Work on many values at once")
struct ParallelMapTests {
  @Test("keeps their order and counts each once", arguments: [0, 1, 2, 1000])
  func order(count: Int) {
    let told = Mutex<[Int]>([])
    let results = ParallelMap.map(
      Array(0..<count), done: { done in told.withLock { $0.append(done) } }, { $0 * $0 })
    #expect(results == (0..<count).map { $0 * $0 })
    #expect(told.withLock { $0 } == Array(0..<count).map { $0 + 1 })
  }
}
