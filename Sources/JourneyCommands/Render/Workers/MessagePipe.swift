#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Messages over a pair of pipes: eight bytes that every message begins with, eight of length, then
/// the message.
struct MessagePipe: ~Copyable {
  /// Where messages are read and written.
  let input: Int32
  private(set) var output: Int32
  private var received: [UInt8] = []
  private var ownsDescriptors: Bool
  /// Whether something was read that is no message; what follows cannot be made sense of.
  private(set) var isGarbled = false

  /// What every message begins with: no text has it, so that stray prints are known at once.
  static let mark: UInt64 = 0xF5_4A_4F_55_52_4E_45_FE
  /// The longest message: far above the pictures of any journey.
  static let longest = 4 << 30

  /// Takes over two descriptors and closes them at its end, unless they are the process's own.
  init(input: Int32, output: Int32, closes: Bool = true) {
    self.input = input
    self.output = output
    ownsDescriptors = closes
  }

  deinit {
    guard ownsDescriptors else { return }
    close(input)
    if output >= 0 { close(output) }
  }

  /// Writes a message; false when nobody reads any more.
  func send(_ message: [UInt8]) -> Bool {
    guard message.count <= Self.longest else { return false }
    var writer = ByteWriter()
    writer.add(Self.mark)
    writer.add(message)
    let bytes = writer.bytes
    var offset = 0
    while offset < bytes.count {
      let sent = bytes.withUnsafeBytes { buffer in
        write(output, buffer.baseAddress.map { $0 + offset }, bytes.count - offset)
      }
      if sent < 0, errno == EINTR { continue }
      guard sent > 0 else { return false }
      offset += sent
    }
    return true
  }

  /// Says that nothing more will be sent.
  mutating func finishSending() {
    guard output >= 0 else { return }
    close(output)
    output = -1
  }

  /// Waits for a message; nil when the other side has ended or cannot be understood.
  mutating func receive() -> [UInt8]? {
    while true {
      if let message = nextMessage() { return message }
      guard !isGarbled, fill() else { return nil }
    }
  }

  /// Reads what is there, waiting only when nothing is; false at the end.
  mutating func fill() -> Bool {
    let start = received.count
    let block = 1 << 16
    received.append(contentsOf: repeatElement(0, count: block))
    var got = -1
    repeat {
      got = received.withUnsafeMutableBytes { buffer in
        read(input, buffer.baseAddress.map { $0 + start }, block)
      }
    } while got < 0 && errno == EINTR
    received.removeLast(block - max(0, got))
    return got > 0
  }

  /// The next whole message that was read; nil when there is none yet, or never will be.
  mutating func nextMessage() -> [UInt8]? {
    let head = 16
    guard !isGarbled, received.count >= head else { return nil }
    var reader = ByteReader(received)
    guard (try? reader.number()) == Self.mark, let count = try? reader.int(),
      (0...Self.longest).contains(count)
    else {
      isGarbled = true
      return nil
    }
    guard count <= received.count - head else { return nil }
    defer { received.removeFirst(head + count) }
    return Array(received[head..<head + count])
  }
}
