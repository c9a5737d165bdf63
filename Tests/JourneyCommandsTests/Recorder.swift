import JourneyCommands
import JourneyKit
import Synchronization
import Testing

/// A console that remembers what was written to it.
final class Recorder: Sendable {
  private let out = Mutex<[UInt8]>([])
  private let err = Mutex("")

  var output: String { out.withLock { String(decoding: $0, as: UTF8.self) } }
  var errors: String { err.withLock { $0 } }

  /// Runs a command line and gives its exit code.
  func run(_ arguments: String..., input: String = "") throws -> Int32 {
    run(arguments, input: input)
  }

  /// Runs a command line and gives its exit code.
  func run(_ arguments: [String], input: String = "") -> Int32 {
    let console = Console(
      output: { bytes in self.out.withLock { $0 += bytes } },
      error: { text in self.err.withLock { $0 += text } },
      input: { Array(input.utf8) },
      today: CalendarDate("2026-09-30") ?? .epoch)
    return JourneyTool.run(arguments, on: console)
  }
}
