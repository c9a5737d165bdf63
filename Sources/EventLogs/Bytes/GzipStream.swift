import CZlib

/// Unpacks gzip, also of several members one after another, as it is read.
final class GzipStream {
  private let raw: RawBytes
  /// zlib remembers where it lies, so it must never move.
  private let stream: UnsafeMutablePointer<z_stream>
  private let packed: UnsafeMutableRawBufferPointer
  private var isBetween = false
  private var isOver = false
  private var made = 0

  init(_ raw: RawBytes) throws(LogProblem) {
    self.raw = raw
    packed = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 17, alignment: 16)
    stream = .allocate(capacity: 1)
    stream.initialize(to: z_stream())
    // 15: the largest window; 16: with gzip's own head and checksum.
    let state = inflateInit2_(stream, 15 + 16, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
    guard state == Z_OK else {
      throw LogProblem(input: raw.name, summary: "there is no memory left to unpack gzip")
    }
  }

  deinit {
    inflateEnd(stream)
    stream.deallocate()
    packed.deallocate()
  }

  /// The next unpacked bytes; fewer than the buffer holds only at the end.
  func read(into buffer: UnsafeMutableRawBufferPointer) throws(LogProblem) -> Int {
    guard let start = buffer.baseAddress, !buffer.isEmpty, !isOver else { return 0 }
    // zlib counts in 32 bits.
    let room = min(buffer.count, 1 << 30)
    stream.pointee.next_out = start.assumingMemoryBound(to: UInt8.self)
    stream.pointee.avail_out = UInt32(room)
    while stream.pointee.avail_out > 0 {
      if stream.pointee.avail_in == 0 {
        let count = try raw.read(into: packed)
        stream.pointee.next_in = packed.baseAddress?.assumingMemoryBound(to: UInt8.self)
        stream.pointee.avail_in = UInt32(count)
        if count == 0 {
          guard isBetween else {
            throw problem(
              "the gzip data is cut off", at: made + room - Int(stream.pointee.avail_out))
          }
          isOver = true
          break
        }
      }
      if isBetween, try !beginMember(at: made + room - Int(stream.pointee.avail_out)) { continue }
      switch inflate(stream, Z_NO_FLUSH) {
      case Z_OK, Z_BUF_ERROR: break
      case Z_STREAM_END:
        isBetween = true
      default:
        let said = stream.pointee.msg.map { ": " + String(cString: $0) } ?? ""
        throw problem(
          "the gzip data is damaged\(said)", at: made + room - Int(stream.pointee.avail_out))
      }
    }
    let filled = room - Int(stream.pointee.avail_out)
    made += filled
    return filled
  }

  /// Whether another member begins; zeros between members and after the last are skipped.
  private func beginMember(at byte: Int) throws(LogProblem) -> Bool {
    guard let next = stream.pointee.next_in?.pointee else { return false }
    if next == 0 {
      stream.pointee.next_in += 1
      stream.pointee.avail_in -= 1
      return false
    }
    guard next == 0x1F else {
      throw problem("something that is not gzip follows the gzip data", at: byte)
    }
    inflateReset(stream)
    isBetween = false
    return true
  }

  private func problem(_ summary: String, at byte: Int) -> LogProblem {
    LogProblem(
      input: raw.name, byte: byte, summary: summary + " (bytes count in what is unpacked)",
      fix: "fetch or pack the file again, and test it with gzip -t")
  }
}
