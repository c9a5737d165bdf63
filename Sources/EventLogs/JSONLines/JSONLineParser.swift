/// Reads JSON objects, without making anything of them but calls.
///
/// Whatever is nested is gone through, to a limited depth; what stands in arrays is not told.
struct JSONLineParser {
  /// Objects and arrays that lie deeper make a row that cannot be read.
  static let deepest = 256
  /// Members whose names with all around them are longer are gone through and not told.
  private static let longestPath = 1_024

  private let scratch: Scratch
  private let path: UnsafeMutableRawBufferPointer
  private var pathLength = 0
  private var base: UnsafeRawPointer
  private var at = 0
  private var end = 0

  /// Creates a parser; ``release()`` lets go of it.
  ///
  /// - Parameter scratch: Lends memory for texts with escapes.
  init(scratch: Scratch) {
    self.scratch = scratch
    let memory = UnsafeMutableRawPointer.allocate(byteCount: Self.longestPath, alignment: 16)
    path = UnsafeMutableRawBufferPointer(start: memory, count: Self.longestPath)
    base = UnsafeRawPointer(memory)
  }

  /// Lets go of the parser's memory.
  func release() {
    path.deallocate()
  }

  /// Reads one object.
  ///
  /// - Parameters:
  ///   - line: It; at least eight bytes behind it may be read.
  ///   - members: Told of its members.
  /// - Returns: Whether it is one, and nothing but white space around it.
  mutating func read(_ line: UnsafeRawBufferPointer, _ members: inout some JSONMembers) -> Bool {
    guard let start = line.baseAddress else { return false }
    base = start
    at = 0
    end = line.count
    pathLength = 0
    skipSpace()
    guard at < end, byte == 0x7B, value(&members, depth: 0, tells: true) else { return false }
    skipSpace()
    return at == end
  }

  @inline(__always)
  private var byte: UInt8 { base.load(fromByteOffset: at, as: UInt8.self) }

  @inline(__always)
  private mutating func skipSpace() {
    while at < end, byte <= 0x20, byte == 0x20 || byte == 0x09 || byte == 0x0D || byte == 0x0A {
      at &+= 1
    }
  }

  private var name: UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(path)[..<pathLength])
  }

  private mutating func value(_ members: inout some JSONMembers, depth: Int, tells: Bool) -> Bool {
    guard at < end else { return false }
    switch byte {
    case 0x7B:
      if depth > 0, tells { members.isNested(name) }
      return object(&members, depth: depth, tells: tells)
    case 0x5B:
      if tells { members.isNested(name) }
      return array(&members, depth: depth)
    case 0x22:
      guard let text = string(isNeeded: tells) else { return false }
      if tells { members.member(name, holds: text) }
      return true
    default:
      let from = at
      while at < end, byte > 0x20, byte != 0x2C, byte != 0x7D, byte != 0x5D { at &+= 1 }
      let text = UnsafeRawBufferPointer(start: base + from, count: at &- from)
      guard let isKnown = Self.isLiteral(text) else { return false }
      if tells {
        members.member(name, holds: isKnown ? text : UnsafeRawBufferPointer(rebasing: text[..<0]))
      }
      return true
    }
  }

  /// Whether a word is true, false or a number; false for null, nil for all others.
  @inline(__always)
  private static func isLiteral(_ text: UnsafeRawBufferPointer) -> Bool? {
    guard let first = text.first else { return nil }
    if first == 0x2D || first &- 0x30 < 10 {
      guard first != 0x2D || text.count > 1 else { return nil }
      for byte in text.dropFirst() {
        let isSign = byte == 0x2B || byte == 0x2D || byte == 0x2E || byte | 0x20 == 0x65
        guard byte &- 0x30 < 10 || isSign else { return nil }
      }
      return true
    }
    switch text.count {
    case 4:
      let word = text.loadUnaligned(as: UInt32.self).littleEndian
      if word == 0x6C6C_756E { return false }
      return word == 0x6575_7274 ? true : nil
    case 5:
      return text.loadUnaligned(as: UInt32.self).littleEndian == 0x736C_6166 && text[4] == 0x65
        ? true : nil
    default: return nil
    }
  }

  private mutating func object(_ members: inout some JSONMembers, depth: Int, tells: Bool) -> Bool {
    guard depth < Self.deepest else { return false }
    let outer = pathLength
    at &+= 1
    skipSpace()
    if at < end, byte == 0x7D {
      at &+= 1
      return true
    }
    while true {
      skipSpace()
      guard at < end, byte == 0x22, let key = string(isNeeded: tells) else { return false }
      let fits = tells && enter(key, outer)
      skipSpace()
      guard at < end, byte == 0x3A else { return false }
      at &+= 1
      skipSpace()
      guard value(&members, depth: depth + 1, tells: fits) else { return false }
      pathLength = outer
      skipSpace()
      guard at < end else { return false }
      if byte == 0x7D {
        at &+= 1
        return true
      }
      guard byte == 0x2C else { return false }
      at &+= 1
    }
  }

  /// Puts a name behind those of the objects around it; whether there is room.
  @inline(__always)
  private mutating func enter(_ key: UnsafeRawBufferPointer, _ outer: Int) -> Bool {
    let point = outer > 0 ? 1 : 0
    guard outer &+ point &+ key.count <= Self.longestPath, let start = path.baseAddress else {
      return false
    }
    if point > 0 { path[outer] = 0x2E }
    if let from = key.baseAddress, !key.isEmpty {
      (start + outer + point).copyMemory(from: from, byteCount: key.count)
    }
    pathLength = outer &+ point &+ key.count
    return true
  }

  private mutating func array(_ members: inout some JSONMembers, depth: Int) -> Bool {
    guard depth < Self.deepest else { return false }
    at &+= 1
    skipSpace()
    if at < end, byte == 0x5D {
      at &+= 1
      return true
    }
    while true {
      skipSpace()
      guard value(&members, depth: depth + 1, tells: false) else { return false }
      skipSpace()
      guard at < end else { return false }
      if byte == 0x5D {
        at &+= 1
        return true
      }
      guard byte == 0x2C else { return false }
      at &+= 1
    }
  }

  /// The text that begins here; nil where it is not closed or has an escape that is none.
  private mutating func string(isNeeded: Bool) -> UnsafeRawBufferPointer? {
    at &+= 1
    let from = at
    var hasEscape = false
    while at < end {
      let word = base.loadUnaligned(fromByteOffset: at, as: UInt64.self).littleEndian
      let marks =
        TableScanner.equal(word, 0x2222_2222_2222_2222)
        | TableScanner.equal(word, 0x5C5C_5C5C_5C5C_5C5C)
      guard marks != 0 else {
        at &+= 8
        continue
      }
      at &+= marks.trailingZeroBitCount >> 3
      guard at < end else { return nil }
      if byte == 0x22 {
        let text = UnsafeRawBufferPointer(start: base + from, count: at &- from)
        at &+= 1
        return hasEscape && isNeeded ? JSONEscapes.meant(text, scratch) : text
      }
      hasEscape = true
      at &+= 2
    }
    return nil
  }
}
