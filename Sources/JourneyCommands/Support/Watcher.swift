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
  var files: [String]

  /// Runs the action now and after each change, until the process is ended.
  func run(_ action: () throws -> Void) throws -> ExitStatus {
    var seen: [[Int]?]
    while true {
      seen = files.map(Files.fingerprint)
      do {
        try action()
      } catch let failure as DocumentFailure {
        // Told already. The last good picture stays until the document is mended.
        _ = failure
      }
      repeat { usleep(200_000) } while seen == files.map(Files.fingerprint)
    }
  }
}
