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
  ///
  /// A document with mistakes is told and its last good picture stays until it is mended.
  func run(on console: Console, _ action: () throws -> Void) -> Never {
    var seen: [[Int]?]
    while true {
      seen = files.map(Files.fingerprint)
      do {
        try action()
      } catch {
        _ = console.tell(error)
      }
      repeat { usleep(200_000) } while seen == files.map(Files.fingerprint)
    }
  }
}
