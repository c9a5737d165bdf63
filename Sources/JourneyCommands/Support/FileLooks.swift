#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif
import JourneyKit

/// Sees which documents changed, by looking at them many times a second.
///
/// No service of the system is needed, editors that replace a file instead of writing into it are
/// followed, and so are network folders, where no service tells of changes. A change is one of what
/// the files say: a new time alone is none, and a file that is away or empty for a moment, as while
/// an editor saves it, is waited for.
struct FileLooks: Sendable {
  /// The documents that are looked at, each with the shared document beside it.
  var documents: [String]
  /// Finds the other files that every picture is made with, such as a theme and its logo; asked
  /// again whenever one of them changes, for it may name others.
  private let findCompanions: @Sendable () -> [String]
  private var companions: [String]
  private var areCompanionsChanged = false
  /// The documents that looked different once more after they were read.
  private var unsure: [String] = []

  /// The shortest time between two looks.
  private static let pause = Duration.milliseconds(12)
  /// How many times as long as a look takes is waited until the next one: 5 % of one processor.
  private static let restPerLook = 19
  /// How long a file may be away, as while an editor replaces it, before that counts as a change.
  private static let absence = Duration.milliseconds(250)
  /// How long a file must stay as it is before it is read, and how long that is waited for; an empty
  /// file, which is one that is being written, is waited for as long as one that is away.
  private static let settling = (step: Duration.milliseconds(3), most: Duration.milliseconds(60))

  private var looks: [String: Look] = [:]
  /// What was last told to have changed.
  private var contents: [String: Fingerprint?] = [:]
  private let clock = ContinuousClock()

  /// Remembers what is there, so that no change from here on is missed.
  init(_ documents: [String], companions: @escaping @Sendable () -> [String] = { [] }) {
    self.documents = documents
    findCompanions = companions
    self.companions = companions()
    _ = suspects()
    let shared = companionContent
    for document in documents {
      contents.updateValue(content(of: document, with: shared), forKey: document)
    }
    areCompanionsChanged = false
    unsure = suspects()
  }

  /// Looks once, and rests when nothing looks different.
  ///
  /// - Parameter start: Since when the processor's time is what this look took.
  /// - Returns: The documents that changed, for which something is to be done before the next look.
  mutating func changed(since start: Duration = Self.processorTime) -> [String] {
    let suspects = suspects()
    guard !suspects.isEmpty else {
      Self.sleep(max(Self.pause, (Self.processorTime - start) * Self.restPerLook))
      return []
    }
    settle(suspects)
    if areCompanionsChanged {
      areCompanionsChanged = false
      companions = findCompanions()
      for companion in companions { _ = hasChanged(companion) }
    }
    let shared = companionContent
    // A new time is no change yet, and a file may change twice within one tick of its time.
    let changed = suspects.filter { document in
      // One that is away only now is being replaced; it is looked at again when it is back.
      if looks[document]?.file != nil, !Files.exists(document) { return false }
      let content = content(of: document, with: shared)
      return contents.updateValue(content, forKey: document) != .some(content)
    }
    // What came while files were read may have been read already, and be gone again before the next
    // look, which would then see nothing.
    unsure = []
    unsure = self.suspects()
    return changed
  }

  /// The documents that look different, or have another shared document, than at the last look,
  /// and those that are to be looked at anew.
  private mutating func suspects() -> [String] {
    var folders: [String: Bool] = [:]
    for companion in companions where hasChanged(companion) { areCompanionsChanged = true }
    return documents.filter { document in
      let folder = Files.folder(of: document)
      var isChanged = hasChanged(document) || areCompanionsChanged
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
      return isChanged || unsure.contains(document)
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
      let isEmpty = (documents + companions).contains { path in
        Files.fingerprint(path).map { $0[2] == 0 } ?? false
      }
      let most = isEmpty ? Self.absence : Self.settling.most
      guard isMoving || isEmpty, clock.now - start < most else { return }
    }
  }

  private func content(of document: String, with companions: Fingerprint) -> Fingerprint? {
    // What is no file, such as a pipe, can be read only once.
    guard Files.isPlainFile(document) else { return nil }
    var print = (try? DocumentInput(path: document))?.fingerprint
    print?.add(companions)
    return print
  }

  private var companionContent: Fingerprint {
    var print = Fingerprint()
    for companion in companions { print.add((try? Files.read(companion)) ?? []) }
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
  static var processorTime: Duration {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return .seconds(Int(time.tv_sec)) + .nanoseconds(Int(time.tv_nsec))
  }

  private static func sleep(_ time: Duration) {
    let microseconds = min(500_000, max(0, time / .microseconds(1)))
    usleep(UInt32(microseconds))
  }

  /// What a file looks like without reading it.
  private struct Look: Equatable, Sendable {
    /// Time, size and identity; nil when it is not there.
    var file: [Int]?
    var isYoung = false
    /// Since when it is away.
    var gone: ContinuousClock.Instant?
  }
}
