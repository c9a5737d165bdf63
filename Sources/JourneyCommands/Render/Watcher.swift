#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif
import JourneyKit

/// Does something again whenever a document changes.
///
/// Looks at the files many times a second: no service of the system is needed, editors that replace a
/// file instead of writing into it are followed, and so are network folders, where no service tells
/// of changes.
struct Watcher {
  /// The documents and folders that were named.
  var paths: [String]
  /// Other files that every picture is made with, such as a theme.
  var companions: [String] = []

  /// The shortest time between two looks.
  private static let pause = Duration.milliseconds(12)
  /// How many times as long as a look takes is waited until the next one: 5 % of one processor.
  private static let restPerLook = 19
  /// How often folders are listed for new documents.
  private static let listing = Duration.milliseconds(500)
  /// How long a file may be away, as while an editor replaces it, before that counts as a change.
  private static let absence = Duration.milliseconds(250)
  /// How long a file must stay as it is before it is read, and how long that is waited for; an empty
  /// file, which is one that is being written, is waited for as long as one that is away.
  private static let settling = (step: Duration.milliseconds(3), most: Duration.milliseconds(60))

  private var documents: [String] = []
  private var looks: [String: Look] = [:]
  /// What was last handed to the action.
  private var contents: [String: Fingerprint?] = [:]
  private let clock = ContinuousClock()

  init(paths: [String], companions: [String] = []) {
    self.paths = paths
    self.companions = companions
  }

  /// Runs the action now and after each change, until the process is ended.
  ///
  /// A document with mistakes is told and its last good picture stays until it is mended.
  ///
  /// - Parameters:
  ///   - console: Where problems are told.
  ///   - action: Gets all documents, and those that changed.
  func run(on console: Console, _ action: ([String], [String]) throws -> Void) -> Never {
    var watcher = self
    watcher.loop(on: console, action)
  }

  private mutating func loop(
    on console: Console, _ action: ([String], [String]) throws -> Void
  ) -> Never {
    func perform(_ work: () throws -> Void) {
      do { try work() } catch { _ = console.tell(error) }
    }
    perform { documents = try DocumentPaths.expand(paths) }
    _ = changes()
    for document in documents { contents.updateValue(content(of: document), forKey: document) }
    perform { if !documents.isEmpty { try action(documents, documents) } }
    var listed = clock.now
    while true {
      let start = Self.processorTime
      if clock.now - listed > Self.listing {
        listed = clock.now
        // While a folder is replaced, what was in it is still meant.
        if let found = try? DocumentPaths.expand(paths) { documents = found }
      }
      let suspects = changes()
      guard suspects.isEmpty else {
        settle(suspects)
        // A new time is no change yet, and a file may change twice within one tick of its time.
        let changed = suspects.filter { document in
          // One that is away only now is being replaced; it is looked at again when it is back.
          if looks[document]?.file != nil, !Files.exists(document) { return false }
          let content = content(of: document)
          return contents.updateValue(content, forKey: document) != .some(content)
        }
        if !changed.isEmpty { perform { try action(documents, changed) } }
        continue
      }
      Self.sleep(max(Self.pause, (Self.processorTime - start) * Self.restPerLook))
    }
  }

  /// The documents that look different, or have another shared document, than at the last look.
  private mutating func changes() -> [String] {
    var folders: [String: Bool] = [:]
    var isEveryChanged = false
    for companion in companions where hasChanged(companion) { isEveryChanged = true }
    return documents.filter { document in
      let folder = Files.folder(of: document)
      var isChanged = hasChanged(document) || isEveryChanged
      if let known = folders[folder] {
        isChanged = known || isChanged
      } else {
        var isSharedChanged = false
        for shared in JourneyDocument.sharedPaths(beside: document) {
          if hasChanged(shared) { isSharedChanged = true }
        }
        folders[folder] = isSharedChanged
        isChanged = isSharedChanged || isChanged
      }
      return isChanged
    }
  }

  /// Looks at a file and remembers how it looks.
  private mutating func hasChanged(_ path: String) -> Bool {
    let now = clock.now
    let known = looks[path]
    guard let file = Files.fingerprint(path) else {
      guard let known, known.file != nil else {
        looks[path] = Look(file: nil)
        return known == nil
      }
      guard let gone = known.gone else {
        looks[path]?.gone = now
        return false
      }
      guard now - gone > Self.absence else { return false }
      looks[path] = Look(file: nil)
      return true
    }
    let look = Look(file: file, isYoung: Self.isYoung(file))
    guard look != known else { return false }
    looks[path] = look
    return true
  }

  /// Waits until files that are being written stay as they are, and are not empty.
  private mutating func settle(_ documents: [String]) {
    let start = clock.now
    while true {
      Self.sleep(Self.settling.step)
      let isMoving = documents.contains { hasChanged($0) }
      let isEmpty = documents.contains { Files.fingerprint($0).map { $0[2] == 0 } ?? false }
      let most = isEmpty ? Self.absence : Self.settling.most
      guard isMoving || isEmpty, clock.now - start < most else { return }
    }
  }

  private func content(of document: String) -> Fingerprint? {
    var print = (try? DocumentInput(path: document))?.fingerprint
    for companion in companions { print?.add((try? Files.read(companion)) ?? []) }
    return print
  }

  /// Whether a file was written so lately that it could be again without its time showing it.
  private static func isYoung(_ file: [Int]) -> Bool {
    var now = timespec()
    clock_gettime(CLOCK_REALTIME, &now)
    let age = (Int(now.tv_sec) - file[0]) * 1000 + (Int(now.tv_nsec) - file[1]) / 1_000_000
    return (-1000..<50).contains(age)
  }

  /// The processor's time that this process has taken, which others do not add to.
  private static var processorTime: Duration {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return .seconds(Int(time.tv_sec)) + .nanoseconds(Int(time.tv_nsec))
  }

  private static func sleep(_ time: Duration) {
    let microseconds = min(500_000, max(0, time / .microseconds(1)))
    usleep(UInt32(microseconds))
  }

  /// What a file looks like without reading it.
  private struct Look: Equatable {
    /// Time, size and identity; nil when it is not there.
    var file: [Int]?
    var isYoung = false
    /// Since when it is away.
    var gone: ContinuousClock.Instant?
  }
}
