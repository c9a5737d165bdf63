#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif
import Dispatch
import JourneyKit
import Synchronization

/// Does something whenever a document, what it shares or its theme file changes, on a thread of its own.
///
/// Looks at a handful of files fifty times a second, which costs next to nothing, needs no service of the
/// system, and follows editors that replace a file instead of writing into it.
final class DocumentFollower: Sendable {
  /// How long it is between two looks, in microseconds.
  private static let pause: UInt32 = 20_000
  /// How many looks a file gets to come to rest.
  private static let patience = 25

  private let document: String
  /// The theme file, when there is one.
  private let theme: String?
  /// What the files looked like before they were read for the first time.
  private let first: [[Int]?]
  private let isStopped = Atomic(false)
  private let running = DispatchGroup()

  /// Remembers what is there, so that no change from here on is missed.
  init(_ document: String, theme: String? = nil) {
    self.document = document
    self.theme = theme
    first = Self.look(at: document, theme)
  }

  /// Begins to follow.
  ///
  /// - Parameter changed: Called after each change, never twice at once; the next change is seen
  ///   once it returns.
  func start(_ changed: @escaping @Sendable () -> Void) {
    DispatchQueue(label: "journey.document-follower").async(group: running) { [self] in
      var seen = first
      while !isStopped.load(ordering: .relaxed) {
        usleep(Self.pause)
        let now = Self.look(at: document, theme)
        guard now != seen else { continue }
        seen = atRest(now)
        changed()
      }
    }
  }

  /// Ends following, once what was begun is done.
  func stop() {
    isStopped.store(true, ordering: .relaxed)
    running.wait()
  }

  /// What the files look like once nothing has changed between two looks.
  ///
  /// Editors write in steps: some empty the file first, others take it away for a moment.
  private func atRest(_ look: [[Int]?]) -> [[Int]?] {
    var look = look
    for _ in 0..<Self.patience {
      usleep(Self.pause)
      let next = Self.look(at: document, theme)
      if next == look, hasContent() { break }
      look = next
    }
    return look
  }

  private func hasContent() -> Bool {
    var status = stat()
    return stat(document, &status) == 0 && status.st_size > 0
  }

  /// What the document looks like, the shared documents that it may have, and the theme file.
  private static func look(at document: String, _ theme: String?) -> [[Int]?] {
    ([document] + JourneyDocument.sharedPaths(beside: document) + (theme.map { [$0] } ?? []))
      .map(Files.fingerprint)
  }
}
