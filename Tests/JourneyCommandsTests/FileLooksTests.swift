import Foundation
import JourneyTestSupport
import Synchronization
import Testing

@testable import JourneyCommands

/// Seeing which documents changed.
@Suite struct FileLooksTests {
  /// A file that comes while the document is read for another reason, and goes at once when that
  /// was told, must not be remembered as there.
  @Test func whatComesWhileReadingAndGoesAtOnceIsSeenToGo() async throws {
    let folder = try TemporaryFolder()
    let file = try folder.file("a.journey.yaml", smallJourney)
    let shared = "\(folder.path)/shared.yaml"
    let told = Told()
    let first = FileLooks([file])
    let looking = DispatchGroup()
    // On a thread of its own: those that tasks share are busy with other tests.
    DispatchQueue(label: "looks").async(group: looking) {
      var looks = first
      while !told.isOver {
        guard !looks.changed().isEmpty else { continue }
        let isThere = FileManager.default.fileExists(atPath: shared)
        if isThere { try? FileManager.default.removeItem(atPath: shared) }
        told.add(isThere)
      }
    }
    try await onThread {
      for round in 0..<24 {
        // Half a tenth of a second after it was saved a document is looked at once more.
        try (smallJourney + "# \(round)\n").write(toFile: file, atomically: true, encoding: .utf8)
        #expect(told.next() == false)
        usleep(UInt32(24_000 + 1_000 * round))
        _ = try folder.file("shared.yaml", "personas: {}\n")
        #expect(told.next() == true)
        #expect(told.next() == false, "round \(round)")
      }
      told.end()
      looking.wait()
    }.get()
  }
}

/// What was told of changes, from one thread to another.
private final class Told: Sendable {
  private let state = Mutex((changes: [Bool](), isOver: false))

  var isOver: Bool { state.withLock { $0.isOver } }
  func add(_ change: Bool) { state.withLock { $0.changes.append(change) } }
  func end() { state.withLock { $0.isOver = true } }

  /// The next change; nil when none came in time.
  func next() -> Bool? {
    var change: Bool?
    _ = eventually {
      change = state.withLock { $0.changes.isEmpty ? nil : $0.changes.removeFirst() }
      return change != nil
    }
    return change
  }
}
