import JourneyKit

/// Does something again whenever a document changes, comes or goes.
struct Watcher {
  /// The documents and folders that were named.
  var paths: [String]
  /// Finds the other files that every picture is made with, such as a theme and its logo.
  var companions: @Sendable () -> [String] = { [] }

  /// How often folders are listed for new documents.
  private static let listing = Duration.milliseconds(500)

  /// Runs the action now and after each change, until the process is ended.
  ///
  /// A document with mistakes is told and its last good picture stays until it is mended.
  ///
  /// - Parameters:
  ///   - console: Where problems are told.
  ///   - action: Gets all documents, and those that changed.
  /// - Throws: What stands against the first run, such as a call that cannot be meant: waiting for
  ///   changes would not mend it.
  func run(on console: Console, _ action: ([String], [String]) throws -> Void) throws -> Never {
    let clock = ContinuousClock()
    let documents = try DocumentPaths.expand(paths)
    for document in documents where !Files.exists(document) { _ = try Files.read(document) }
    var files = FileLooks(documents, companions: companions)
    try action(documents, documents)
    var listed = clock.now
    while true {
      let start = FileLooks.processorTime
      if clock.now - listed > Self.listing {
        listed = clock.now
        // While a folder is replaced, what was in it is still meant.
        if let found = try? DocumentPaths.expand(paths) { files.documents = found }
      }
      let changed = files.changed(since: start)
      guard !changed.isEmpty else { continue }
      do { try action(files.documents, changed) } catch { _ = console.tell(error) }
    }
  }
}
