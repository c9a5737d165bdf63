import Foundation

/// The bytes of an input as they lie there.
final class RawBytes {
  let name: String
  /// How large the input is; nil for pipes.
  let size: Int?
  /// Whether it can be read again.
  let canRewind: Bool
  /// Bytes that were handed out.
  private(set) var taken = 0

  /// The open file; -1 where there is none, or not yet.
  private var file: Int32
  /// What to open when reading begins, so that many inputs need not be open at once.
  private let path: String?
  private let memory: [UInt8]
  private var ahead: [UInt8] = []

  init(_ input: LogInput) throws(LogProblem) {
    name = input.name
    switch input {
    case .bytes(let bytes, _):
      (file, path, memory, size, canRewind) = (-1, nil, bytes, bytes.count, true)
    case .standardInput:
      (file, path, memory, size, canRewind) = (0, nil, [], nil, false)
    case .file(let path):
      (file, memory) = (-1, [])
      self.path = path
      var facts = stat()
      guard stat(path, &facts) == 0, access(path, R_OK) == 0 else {
        throw LogProblem(input: name, summary: Self.reason(errno))
      }
      let kind = facts.st_mode & S_IFMT
      guard kind != S_IFDIR else {
        throw LogProblem(
          input: name, summary: "this is a folder, not a log", fix: "name the files in it")
      }
      canRewind = kind == S_IFREG
      size = kind == S_IFREG ? Int(facts.st_size) : nil
    }
  }

  deinit {
    close()
  }

  /// Closes the file, which is opened again where reading goes on from the beginning.
  func close() {
    guard path != nil, file >= 0 else { return }
    _ = Foundation.close(file)
    file = -1
  }

  private func open() throws(LogProblem) {
    guard let path, file < 0 else { return }
    file = Foundation.open(path, O_RDONLY)
    guard file >= 0 else { throw LogProblem(input: name, summary: Self.reason(errno)) }
  }

  private static func reason(_ code: Int32) -> String {
    switch code {
    case ENOENT: "there is no such file"
    case EACCES, EPERM: "this file may not be read"
    default: "cannot be read: \(String(cString: strerror(code)))"
    }
  }

  /// The next bytes; fewer than the buffer holds only at the end.
  func read(into buffer: UnsafeMutableRawBufferPointer) throws(LogProblem) -> Int {
    var filled = 0
    if !ahead.isEmpty {
      filled = min(ahead.count, buffer.count)
      buffer.copyBytes(from: ahead[..<filled])
      ahead.removeFirst(filled)
    }
    try open()
    if file < 0 {
      let rest = min(buffer.count - filled, memory.count - taken - filled)
      if rest > 0 {
        buffer[filled...].copyBytes(from: memory[(taken + filled)...].prefix(rest))
        filled += rest
      }
    } else {
      while filled < buffer.count, let start = buffer.baseAddress {
        let count = Foundation.read(file, start + filled, buffer.count - filled)
        if count > 0 {
          filled += count
        } else if count == 0 {
          break
        } else if errno != EINTR {
          throw LogProblem(input: name, byte: taken + filled, summary: Self.reason(errno))
        }
      }
    }
    taken += filled
    return filled
  }

  /// The first bytes, which stay to be read; only before anything was read.
  func peek(_ count: Int) throws(LogProblem) -> [UInt8] {
    let memory = UnsafeMutableRawBufferPointer.allocate(byteCount: count, alignment: 16)
    defer { memory.deallocate() }
    let filled = try read(into: memory)
    let bytes = [UInt8](memory[..<filled])
    taken = 0
    if path != nil || file >= 0 { ahead = bytes }
    return bytes
  }

  /// Goes back to the beginning.
  func rewind() throws(LogProblem) {
    taken = 0
    ahead = []
    guard file >= 0 else { return }
    guard lseek(file, 0, SEEK_SET) == 0 else {
      throw LogProblem(input: name, summary: Self.reason(errno))
    }
  }
}
