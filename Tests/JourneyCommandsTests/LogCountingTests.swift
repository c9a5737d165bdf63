import EventCounting
import EventLogs
import JourneyKit
import Synchronization
import Testing

@testable import JourneyCommands

/// What is told of a log as a whole when it is read and counted.
struct LogCountingTests {
  private func count(_ log: String, most: Double = 0.01, mostTouchpoints: Int? = nil) throws
    -> (outcome: LogCounting.Outcome?, words: String)
  {
    let words = Words()
    var counting = LogCounting(
      inputs: [.bytes(Array(log.utf8), name: "log")], options: LogOptions(),
      rules: CountingRules(), order: { _ in .time }, most: most)
    if let mostTouchpoints { counting.mostTouchpoints = mostTouchpoints }
    let console = Console(
      output: { _ in }, error: { text in words.text.withLock { $0 += text } }, input: { [] },
      today: .epoch)
    let outcome = try counting.run(on: console)
    return (outcome, words.text.withLock { $0 })
  }

  private final class Words: Sendable {
    let text = Mutex("")
  }

  @Test func aColumnOfAddressesIsNoTouchpoint() throws {
    let log = "case,page,time\n" + (1...5).map { "a,/order/\($0),2026-01-0\($0)\n" }.joined()
    #expect(try count(log, mostTouchpoints: 5).outcome?.counts.touchpoints.count == 5)
    #expect {
      try count(log, mostTouchpoints: 4)
    } throws: { error in
      (error as? LogProblem)?.description
        == "log: it names 5 touchpoints, in 'page'; name the column that says where "
        + "customers were with --touchpoint, or shorten what it holds, such as addresses with "
        + "numbers of orders in them"
    }
  }

  @Test func aShareThatIsTooMuchReadsAsMore() throws {
    let rows = (0..<98).map { "c\($0),a,2026-01-01\n" }.joined()
    let (outcome, words) = try count("case,event,time\n\(rows)c,a,soon\n")
    #expect(outcome == nil)
    #expect(words.contains("1 row of 99 (1.01%) not counted:"), "\(words)")
    #expect(words.contains("more than --max-rejects 1%"))
    #expect(try count("case,event,time\n\(rows)c,a,soon\n", most: 0.02).words.contains("(1%)"))
  }
}
