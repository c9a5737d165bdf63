/// The bytes of one input, one after another, gzip undone.
///
/// Memory is bounded by the caller's buffers: what is packed is unpacked as it is read. Not safe for
/// two threads at once.
final class ByteSource {
  /// What messages call the input.
  let name: String
  /// How large the input is as it lies there; nil where it does not say.
  let size: Int?
  /// Whether it is packed.
  let isGzip: Bool

  /// Bytes that were taken from the input as it lies there.
  var taken: Int { raw.taken }

  private let raw: RawBytes
  private var gzip: GzipStream?
  /// Bytes that were looked at and not yet read.
  private var ahead: [UInt8] = []
  private var aheadStart = 0
  /// What was read since ``keep(upTo:)``, where the input cannot be read twice.
  private var kept: [UInt8]?
  private var keepLimit = 0

  /// Opens an input.
  ///
  /// - Parameter input: Where the bytes are.
  /// - Throws: Why it cannot be opened.
  init(_ input: LogInput) throws(LogProblem) {
    name = input.name
    raw = try RawBytes(input)
    size = raw.size
    let magic = try raw.peek(2)
    isGzip = magic == [0x1F, 0x8B]
    gzip = isGzip ? try GzipStream(raw) : nil
  }

  /// The next bytes.
  ///
  /// - Parameter buffer: Filled from its beginning.
  /// - Returns: How many bytes there are, fewer than the buffer holds only at the end; 0 after it.
  /// - Throws: What is wrong with the input.
  func read(into buffer: UnsafeMutableRawBufferPointer) throws(LogProblem) -> Int {
    var filled = 0
    if aheadStart < ahead.count {
      filled = min(buffer.count, ahead.count - aheadStart)
      ahead.withUnsafeBytes { bytes in
        buffer.copyMemory(
          from: UnsafeRawBufferPointer(rebasing: bytes[aheadStart...].prefix(filled)))
      }
      aheadStart += filled
      if aheadStart == ahead.count {
        ahead = []
        aheadStart = 0
      }
    }
    if filled < buffer.count {
      let rest = UnsafeMutableRawBufferPointer(rebasing: buffer[filled...])
      filled += try unpack(into: rest)
    }
    if kept != nil {
      kept?.append(contentsOf: buffer[..<filled])
      if let count = kept?.count, count > keepLimit {
        throw LogProblem(
          input: name,
          summary: "the first \(keepLimit >> 20) MB do not settle whether days or months come "
            + "first, and a pipe cannot be read twice",
          fix: "say --day-first or --month-first, or save it to a file")
      }
    }
    return filled
  }

  /// The next bytes, which stay to be read.
  ///
  /// - Parameter count: How many to look at.
  /// - Returns: As many, fewer only at the end.
  /// - Throws: What is wrong with the input.
  func peek(_ count: Int) throws(LogProblem) -> ArraySlice<UInt8> {
    let have = ahead.count - aheadStart
    if have < count {
      ahead.removeFirst(aheadStart)
      aheadStart = 0
      var more = [UInt8](repeating: 0, count: count - have)
      let filled = try fill(&more)
      ahead.append(contentsOf: more[..<filled])
    }
    return ahead[aheadStart...].prefix(count)
  }

  private func unpack(into buffer: UnsafeMutableRawBufferPointer) throws(LogProblem) -> Int {
    if let gzip { return try gzip.read(into: buffer) }
    return try raw.read(into: buffer)
  }

  private func fill(_ array: inout [UInt8]) throws(LogProblem) -> Int {
    let count = array.count
    let memory = UnsafeMutableRawBufferPointer.allocate(byteCount: count, alignment: 16)
    defer { memory.deallocate() }
    let filled = try unpack(into: memory)
    array.withUnsafeMutableBytes {
      $0.copyMemory(from: UnsafeRawBufferPointer(rebasing: memory[..<filled]))
    }
    return filled
  }

  /// Begins to remember what is read, so that ``rewind()`` can give it again.
  ///
  /// - Parameter limit: How many bytes to remember of an input that cannot be read twice; reading
  ///   more is a problem. Files are simply read again.
  func keep(upTo limit: Int) {
    guard !raw.canRewind else { return }
    kept = []
    keepLimit = limit
  }

  /// Goes back to where the reading was when ``keep(upTo:)`` was called, which is the beginning.
  ///
  /// - Throws: What is wrong with the input.
  func rewind() throws(LogProblem) {
    if let kept {
      ahead = kept + ahead[aheadStart...]
      aheadStart = 0
      self.kept = nil
      return
    }
    ahead = []
    aheadStart = 0
    try raw.rewind()
    if isGzip { gzip = try GzipStream(raw) }
  }

  /// Closes the input; nothing more is read.
  func close() {
    raw.close()
  }
}
