import Dispatch
import Synchronization

/// Does something whenever what a document, what it shares, its theme file or the theme's logo says
/// changes, on a thread of its own.
final class DocumentFollower: Sendable {
  /// What was there before it was read for the first time.
  private let first: FileLooks
  private let isStopped = Atomic(false)
  private let running = DispatchGroup()

  /// Remembers what is there, so that no change from here on is missed.
  ///
  /// - Parameters:
  ///   - document: The document.
  ///   - companions: Finds other files to follow.
  init(_ document: String, companions: @escaping @Sendable () -> [String] = { [] }) {
    first = FileLooks([document], companions: companions)
  }

  /// Begins to follow.
  ///
  /// - Parameter changed: Called after each change, never twice at once; the next change is seen
  ///   once it returns.
  func start(_ changed: @escaping @Sendable () -> Void) {
    DispatchQueue(label: "journey.document-follower").async(group: running) { [self] in
      var files = first
      while !isStopped.load(ordering: .relaxed) {
        if !files.changed().isEmpty { changed() }
      }
    }
  }

  /// Ends following, once what was begun is done.
  func stop() {
    isStopped.store(true, ordering: .relaxed)
    running.wait()
  }
}
