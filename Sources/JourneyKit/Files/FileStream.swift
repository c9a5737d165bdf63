#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A file that is written piece by piece and appears whole, or not at all.
///
/// The pieces go to a file beside it, which takes the other one's place with ``commit()`` and is gone
/// when that is never called. Standard output takes the pieces as they come.
package struct FileStream: ~Copyable {
  private let path: String?
  private let target: String
  private var temporary: String?
  private let file: Int32
  private var isOpen: Bool
  // A signal that ends the process waits until the next piece is written.
  private let signals: HeldSignals
  private var pending: [UInt8] = []
  private static let piece = 1 << 18

  /// Begins a file.
  ///
  /// - Parameter path: Where it shall be; its folder is there. Nil or `-`: standard output.
  /// - Throws: ``FileProblem`` when nothing can be written there.
  package init(_ path: String?) throws(FileProblem) {
    guard let path, path != "-" else {
      self.path = nil
      target = ""
      temporary = nil
      file = Files.standardOutput
      isOpen = false
      signals = HeldSignals(none: ())
      return
    }
    var status = stat()
    let isThere = stat(path, &status) == 0
    if isThere, (status.st_mode & S_IFMT) == S_IFDIR {
      throw FileProblem(.write, path, errno: EISDIR)
    }
    if isThere, (status.st_mode & S_IFMT) != S_IFREG {
      let file = open(path, O_WRONLY | O_CLOEXEC)
      guard file >= 0 else { throw FileProblem(.write, path, errno: errno) }
      self.path = path
      target = path
      temporary = nil
      self.file = file
      isOpen = true
      signals = HeldSignals(none: ())
      return
    }
    if isThere, access(path, W_OK) != 0 { throw FileProblem(.write, path, errno: errno) }
    if !isThere, lstat(path, &status) == 0 {
      throw FileProblem(.write, path, reason: "it is a link to a file that is not there")
    }
    let target = isThere ? Files.resolved(path) : path
    let folder = Files.folder(of: target)
    let temporary =
      (folder.isEmpty ? "" : folder + "/")
      + ".journey-\(getpid())-\(UInt32.random(in: 0 ... .max)).tmp"
    let signals = HeldSignals()
    let file = open(
      temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, isThere ? status.st_mode & 0o7777 : 0o666)
    guard file >= 0 else {
      let code = errno
      signals.release()
      throw FileProblem(.write, path, errno: code)
    }
    if isThere { _ = fchmod(file, status.st_mode & 0o7777) }
    self.path = path
    self.target = target
    self.temporary = temporary
    self.file = file
    self.signals = signals
    isOpen = true
  }

  /// Adds bytes.
  ///
  /// - Parameter bytes: What comes next.
  /// - Throws: ``FileProblem`` when the disk does not take it.
  package mutating func write(_ bytes: some Sequence<UInt8>) throws(FileProblem) {
    pending.append(contentsOf: bytes)
    if pending.count >= Self.piece { try flush() }
  }

  /// Ends the file: from now on it is where it shall be.
  ///
  /// - Throws: ``FileProblem`` when the disk does not take it; then there is no file.
  package mutating func commit() throws(FileProblem) {
    try flush()
    guard let path else { return }
    // Some file systems report a full disk only here.
    let isClosed = close(file) == 0
    isOpen = false
    guard isClosed else { throw FileProblem(.write, path, errno: errno) }
    guard let temporary else { return }
    guard rename(temporary, target) == 0 else { throw FileProblem(.write, path, errno: errno) }
    self.temporary = nil
  }

  private mutating func flush() throws(FileProblem) {
    try Files.write(pending, descriptor: file, name: path ?? "standard output")
    pending.removeAll(keepingCapacity: true)
    guard let temporary, signals.isWaiting else { return }
    // Whoever wants the process to end does not want half a file.
    unlink(temporary)
    signals.release()
  }

  deinit {
    if isOpen { close(file) }
    if let temporary { unlink(temporary) }
    signals.release()
  }
}
