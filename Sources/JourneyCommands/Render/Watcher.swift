#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif
import JourneyKit

/// Does something again whenever a file changes.
///
/// Looks at the files a few times a second: no service of the system is needed, and editors that
/// replace a file instead of writing into it are followed too.
struct Watcher {
  /// The documents and folders that were named.
  var paths: [String]

  /// Runs the action now and after each change, until the process is ended.
  ///
  /// A document with mistakes is told and its last good picture stays until it is mended.
  func run(on console: Console, _ action: () throws -> Void) -> Never {
    while true {
      let seen = fingerprints()
      do {
        try action()
      } catch {
        _ = console.tell(error)
      }
      repeat { usleep(200_000) } while seen == fingerprints()
    }
  }

  /// What the documents, those that come and go, and the shared documents beside them look like.
  private func fingerprints() -> [String: [Int]?] {
    let documents = (try? DocumentPaths.expand(paths)) ?? paths
    var looks: [String: [Int]?] = [:]
    for document in documents {
      looks.updateValue(Files.fingerprint(document), forKey: document)
      for shared in JourneyDocument.sharedPaths(beside: document) {
        looks.updateValue(Files.fingerprint(shared), forKey: shared)
      }
    }
    return looks
  }
}
