#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif
import Synchronization

/// Reading and writing whole files with errors that people understand.
package enum Files {
  /// The largest file that is read: far above any journey, far below a machine's memory.
  package static let largest = 256 << 20

  /// The bytes of a file.
  package static func read(_ path: String) throws(FileProblem) -> [UInt8] {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { throw FileProblem(.read, path, errno: errno) }
    defer { close(file) }
    return try read(descriptor: file, name: path)
  }

  /// The bytes of standard input.
  package static func readStandardInput() throws(FileProblem) -> [UInt8] {
    try read(descriptor: 0, name: "standard input")
  }

  static func read(descriptor: Int32, name: String) throws(FileProblem) -> [UInt8] {
    var bytes: [UInt8] = []
    let block = 1 << 16
    while true {
      let start = bytes.count
      bytes.append(contentsOf: repeatElement(0, count: block))
      let got = bytes.withUnsafeMutableBytes { buffer in
        cRead(descriptor, buffer.baseAddress.map { $0 + start }, block)
      }
      if got < 0 {
        if errno == EINTR {
          bytes.removeLast(block)
          continue
        }
        throw FileProblem(.read, name, errno: errno)
      }
      bytes.removeLast(block - got)
      if got == 0 { return bytes }
      guard bytes.count <= largest else {
        throw FileProblem(.read, name, reason: "it is larger than \(largest >> 20) MiB")
      }
    }
  }

  /// Writes a file whole or not at all: into a new file beside it that then takes its place.
  ///
  /// A device, a pipe or whatever else is no plain file is written to as it is. A symbolic link
  /// stays a link. The permissions of a file that is there are kept.
  package static func write(_ bytes: [UInt8], to path: String) throws(FileProblem) {
    var status = stat()
    let isThere = stat(path, &status) == 0
    if isThere, (status.st_mode & S_IFMT) == S_IFDIR {
      throw FileProblem(.write, path, errno: EISDIR)
    }
    if isThere, (status.st_mode & S_IFMT) != S_IFREG {
      let file = open(path, O_WRONLY | O_CLOEXEC)
      guard file >= 0 else { throw FileProblem(.write, path, errno: errno) }
      defer { close(file) }
      return try write(bytes, descriptor: file, name: path)
    }
    // Whoever made the file read-only does not want it replaced, though the folder would allow it.
    if isThere, access(path, W_OK) != 0 { throw FileProblem(.write, path, errno: errno) }
    // A link is never replaced by a file; where it leads to nothing, nobody knows what is wanted.
    if !isThere, lstat(path, &status) == 0 {
      throw FileProblem(.write, path, reason: "it is a link to a file that is not there")
    }
    let target = isThere ? resolved(path) : path
    // Not made of the file's own name, which may be as long as names can be.
    let folder = folder(of: target)
    let temporary =
      (folder.isEmpty ? "" : folder + "/")
      + ".journey-\(getpid())-\(UInt32.random(in: 0 ... .max)).tmp"
    let mode = isThere ? status.st_mode & 0o7777 : 0o666
    // A signal that ends the process waits until the file is whole and the temporary one gone.
    let signals = HeldSignals()
    defer { signals.release() }
    let file = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode)
    guard file >= 0 else { throw FileProblem(.write, path, errno: errno) }
    do throws(FileProblem) {
      if isThere { _ = fchmod(file, mode) }
      try write(bytes, descriptor: file, name: path)
    } catch {
      close(file)
      unlink(temporary)
      throw error
    }
    // Some file systems report a full disk only here.
    guard close(file) == 0, rename(temporary, target) == 0 else {
      let code = errno
      unlink(temporary)
      throw FileProblem(.write, path, errno: code)
    }
  }

  /// Writes to standard output.
  package static func writeStandardOutput(_ bytes: [UInt8]) throws(FileProblem) {
    try write(bytes, descriptor: standardOutput, name: "standard output")
  }

  /// The descriptor that leads to where results are wanted.
  package static var standardOutput: Int32 { results.load(ordering: .sequentiallyConsistent) }

  private static let results = Atomic<Int32>(1)

  /// Keeps standard output for results: what libraries print, as fontconfig does when it is told to
  /// explain itself, goes to standard error from here on.
  ///
  /// Does nothing the second time, nor when either stream is closed. Call it before other threads
  /// begin.
  package static func keepStandardOutputForResults() {
    guard standardOutput == 1 else { return }
    let kept = fcntl(1, F_DUPFD_CLOEXEC, 3)
    guard kept >= 0 else { return }
    guard dup2(2, 1) == 1 else {
      close(kept)
      return
    }
    results.store(kept, ordering: .sequentiallyConsistent)
  }

  /// Writes to standard error.
  package static func writeStandardError(_ bytes: [UInt8]) throws(FileProblem) {
    try write(bytes, descriptor: 2, name: "standard error")
  }

  static func write(_ bytes: [UInt8], descriptor: Int32, name: String)
    throws(FileProblem)
  {
    var offset = 0
    while offset < bytes.count {
      let sent = bytes.withUnsafeBytes { buffer in
        cWrite(descriptor, buffer.baseAddress.map { $0 + offset }, bytes.count - offset)
      }
      if sent < 0 {
        if errno == EINTR { continue }
        throw FileProblem(.write, name, errno: errno)
      }
      offset += sent
    }
  }

  /// Removes a file.
  package static func remove(_ path: String) throws(FileProblem) {
    guard unlink(path) == 0 else { throw FileProblem(.write, path, errno: errno) }
  }

  /// The folder that a path's file stands in; empty for the folder at hand.
  package static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "" }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// The folder at hand; empty when it is gone.
  package static var currentFolder: String {
    guard let folder = getcwd(nil, 0) else { return "" }
    defer { free(folder) }
    return String(cString: folder)
  }

  /// Whether the path leads to a plain file.
  package static func isPlainFile(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && (status.st_mode & S_IFMT) == S_IFREG
  }

  /// Whether two paths lead to one file or folder; what is not there is told by its path alone.
  package static func isSame(_ first: String, _ second: String) -> Bool {
    first == second || (identity(first).map { $0 == identity(second) } ?? false)
  }

  /// What tells a file or folder from all others, whatever paths lead to it.
  package static func identity(_ path: String) -> [UInt64]? {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    return [UInt64(truncatingIfNeeded: status.st_dev), UInt64(truncatingIfNeeded: status.st_ino)]
  }

  /// Makes a folder and those above it.
  package static func makeFolder(_ path: String) throws(FileProblem) {
    guard !path.isEmpty, !isFolder(path) else { return }
    if let slash = path.dropLast().lastIndex(of: "/"), slash > path.startIndex {
      try makeFolder(String(path[..<slash]))
    }
    guard mkdir(path, 0o777) == 0 || (errno == EEXIST && isFolder(path)) else {
      throw FileProblem(.write, path, errno: errno == EEXIST ? ENOTDIR : errno)
    }
  }

  /// Why nothing can be written into a folder that is there or is to be made; nil when nothing
  /// speaks against it.
  package static func problem(writingInto folder: String) -> FileProblem? {
    var there = folder
    while there.count > 1, there.hasSuffix("/") { there.removeLast() }
    while !there.isEmpty, !exists(there) { there = Self.folder(of: there) }
    if there.isEmpty { there = "." }
    if !isFolder(there) { return FileProblem(.write, folder, errno: ENOTDIR) }
    guard access(there, W_OK | X_OK) == 0 else { return FileProblem(.write, folder, errno: errno) }
    return nil
  }

  /// Whether the path leads to a folder.
  package static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && (status.st_mode & S_IFMT) == S_IFDIR
  }

  /// Whether anything is at the path.
  package static func exists(_ path: String) -> Bool {
    access(path, F_OK) == 0
  }

  /// When and how large the file is, to see whether it changed; nil when it is not there.
  package static func fingerprint(_ path: String) -> [Int]? {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    #if canImport(Darwin)
      let time = status.st_mtimespec
    #else
      let time = status.st_mtim
    #endif
    return [Int(time.tv_sec), Int(time.tv_nsec), Int(status.st_size), Int(status.st_ino)]
  }

  /// The names in a folder, sorted, without hidden ones.
  package static func list(_ path: String) throws(FileProblem) -> [String] {
    guard let folder = opendir(path) else { throw FileProblem(.list, path, errno: errno) }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(
          to: CChar.self, capacity: MemoryLayout.size(ofValue: entry.pointee.d_name)
        ) { String(cString: $0) }
      }
      if !name.hasPrefix(".") { names.append(name) }
    }
    return names.sorted()
  }

  static func resolved(_ path: String) -> String {
    guard let real = realpath(path, nil) else { return path }
    defer { free(real) }
    return String(cString: real)
  }
}

// `read` and `write` are names of this type too; these reach the C functions.
private func cRead(_ file: Int32, _ buffer: UnsafeMutableRawPointer?, _ count: Int) -> Int {
  read(file, buffer, count)
}

private func cWrite(_ file: Int32, _ buffer: UnsafeRawPointer?, _ count: Int) -> Int {
  write(file, buffer, count)
}
