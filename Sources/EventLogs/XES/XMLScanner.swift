import Foundation

/// Takes XML apart into tags, within bytes at hand.
///
/// It reads what XES needs of XML: tags with attributes, comments, CDATA and processing
/// instructions. Text between tags is passed over, and no entity is ever fetched or expanded, which
/// leaves nothing to attack. Whether tags match is for the caller to see (``XESWalker``).
///
/// At least ``padding`` bytes after ``end`` can be read, and the first of them is zero.
struct XMLScanner {
  /// What stands at the place.
  enum Token {
    /// A start tag.
    case open
    /// A tag of an element that ends where it begins.
    case empty
    /// An end tag.
    case close
    /// A comment or another thing that says nothing to a reader of logs.
    case other
    /// What begins here does not end within the bytes at hand; ``at`` stands at its beginning.
    case more
    /// Not XML: ``fault`` says why.
    case broken
  }

  /// What is wrong, and at which byte; good as long as the bytes are.
  ///
  /// Unchecked, since an error has to be sendable: the pointer stays with the thread that scans.
  struct Fault: Error, @unchecked Sendable {
    var at: UnsafePointer<UInt8>
    var summary: String
    var fix: String?
  }

  /// A thing that may be too long for the bytes at hand and is passed over piece by piece.
  enum Passing: UInt8 {
    case nothing, comment, data, instruction
  }

  /// An attribute of a tag.
  struct Attribute {
    var name: UnsafePointer<UInt8>
    var nameCount: Int
    var value: XMLText
  }

  /// How many bytes after the end may be looked at.
  static let padding = 16
  /// How many attributes a tag may have.
  static let mostAttributes = 256
  /// How long a name may be.
  static let longestName = 1_000

  /// The first byte that was not yet looked at.
  var at: UnsafePointer<UInt8>
  /// Where the bytes at hand end.
  let end: UnsafePointer<UInt8>
  /// What is being passed over.
  var passing: Passing
  /// The name of the last tag.
  private(set) var name: UnsafePointer<UInt8>
  /// How long the name is.
  private(set) var nameCount = 0
  /// The attributes of the last start tag.
  let attributes: UnsafeMutablePointer<Attribute>
  /// How many there are.
  private(set) var attributeCount = 0
  /// Whether text that is not white space stood before the last tag.
  private(set) var hadText = false
  /// Where that text begins.
  private(set) var textStart: UnsafePointer<UInt8>
  /// What is wrong.
  private(set) var fault: Fault?

  init(
    _ start: UnsafePointer<UInt8>, end: UnsafePointer<UInt8>,
    attributes: UnsafeMutablePointer<Attribute>, passing: Passing = .nothing
  ) {
    at = start
    name = start
    textStart = start
    self.end = end
    self.attributes = attributes
    self.passing = passing
  }

  /// Goes on to the next tag.
  @inline(__always)
  mutating func next() -> Token {
    if passing != .nothing { return pass() }
    hadText = false
    var p = at
    while Self.isSpace(p.pointee) { p += 1 }
    if p.pointee != 0x3C {
      guard let tag = skipText(p) else { return fault == nil ? .more : .broken }
      p = tag
    }
    at = p
    p += 1
    switch p.pointee {
    case 0x2F: return endTag(p + 1)
    case 0x21, 0x3F: return declaration(p)
    default: return startTag(p)
    }
  }

  /// Whether the tag has this name.
  @inline(__always)
  func isNamed(_ other: StaticString) -> Bool {
    nameCount == other.utf8CodeUnitCount && memcmp(name, other.utf8Start, nameCount) == 0
  }

  /// The attribute of this name.
  @inline(__always)
  func attribute(_ name: StaticString) -> XMLText? {
    let count = name.utf8CodeUnitCount
    for index in 0..<attributeCount
    where attributes[index].nameCount == count
      && memcmp(attributes[index].name, name.utf8Start, count) == 0
    {
      return attributes[index].value
    }
    return nil
  }

  // MARK: - Tags

  @inline(__always)
  private mutating func startTag(_ first: UnsafePointer<UInt8>) -> Token {
    var p = first
    guard Self.beginsName(p.pointee) else {
      return p >= end
        ? .more : fail(p, "a < that begins no tag", "write it as &lt;, if it is meant as text")
    }
    while Self.isName(p.pointee) { p += 1 }
    name = first
    nameCount = p - first
    attributeCount = 0
    while true {
      let before = p
      while Self.isSpace(p.pointee) { p += 1 }
      let byte = p.pointee
      if byte == 0x2F {
        guard p[1] == 0x3E else {
          return p + 1 >= end ? .more : fail(p, "a / within a tag, without > behind it")
        }
        at = p + 2
        return checked(.empty)
      }
      if byte == 0x3E {
        at = p + 1
        return checked(.open)
      }
      guard Self.beginsName(byte) else { return oddByte(p, "within a tag") }
      guard p > before else { return fail(p, "no space before an attribute's name") }
      let attributeName = p
      while Self.isName(p.pointee) { p += 1 }
      let attributeNameCount = p - attributeName
      while Self.isSpace(p.pointee) { p += 1 }
      guard p.pointee == 0x3D else { return oddByte(p, "where an attribute's = should be") }
      p += 1
      while Self.isSpace(p.pointee) { p += 1 }
      let quote = p.pointee
      guard quote == 0x22 || quote == 0x27 else {
        return oddByte(p, "where an attribute's quote should be")
      }
      p += 1
      let value = p
      var isPlain = true
      while true {
        p = Self.valueStop(p, quote)
        let byte = p.pointee
        if byte == quote { break }
        switch byte {
        case 0x26, 0x09, 0x0A, 0x0D: isPlain = false
        case 0x3C:
          return fail(p, "a < within an attribute's value", "write it as &lt;, or end the value")
        default: return oddByte(p, "within an attribute's value")
        }
        p += 1
      }
      guard attributeCount < Self.mostAttributes else {
        return fail(p, "a tag with more than \(Self.mostAttributes) attributes")
      }
      attributes[attributeCount] = Attribute(
        name: attributeName, nameCount: attributeNameCount,
        value: XMLText(start: value, count: p - value, isPlain: isPlain))
      attributeCount &+= 1
      p += 1
    }
  }

  @inline(__always)
  private mutating func checked(_ token: Token) -> Token {
    if nameCount > Self.longestName { return fail(name, "a name that is too long for a tag") }
    if attributeCount > 1, hasTwice() {
      return fail(name, "a tag that has an attribute twice", "keep one of them")
    }
    return token
  }

  @inline(__always)
  private func hasTwice() -> Bool {
    for one in 1..<attributeCount {
      for other in 0..<one
      where attributes[one].nameCount == attributes[other].nameCount
        && memcmp(attributes[one].name, attributes[other].name, attributes[one].nameCount) == 0
      {
        return true
      }
    }
    return false
  }

  @inline(__always)
  private mutating func endTag(_ first: UnsafePointer<UInt8>) -> Token {
    var p = first
    while Self.isName(p.pointee) { p += 1 }
    name = first
    nameCount = p - first
    while Self.isSpace(p.pointee) { p += 1 }
    guard p.pointee == 0x3E, nameCount > 0 else { return oddByte(p, "within an end tag") }
    at = p + 1
    return .close
  }

  /// What to say of a byte that should not be there.
  private mutating func oddByte(_ p: UnsafePointer<UInt8>, _ place: String) -> Token {
    if p >= end { return .more }
    switch p.pointee {
    case 0:
      return fail(p, "a NUL byte \(place)", "the file is damaged, or not UTF-8 as it should be")
    case 0x21...0x7E:
      return fail(p, "\(Character(Unicode.Scalar(p.pointee))) \(place)")
    default:
      let digits = String(p.pointee, radix: 16, uppercase: true)
      return fail(p, "the byte 0x\(digits.count < 2 ? "0" : "")\(digits) \(place)")
    }
  }

  private mutating func fail(
    _ p: UnsafePointer<UInt8>, _ summary: String, _ fix: String? = nil
  ) -> Token {
    fault = Fault(at: p, summary: summary, fix: fix)
    return .broken
  }

  // MARK: - What is passed over

  /// The next `<` after text; nil with ``at`` at the end, or with a fault.
  @inline(never)
  private mutating func skipText(_ from: UnsafePointer<UInt8>) -> UnsafePointer<UInt8>? {
    let count = end - from
    guard count > 0 else {
      at = end
      return nil
    }
    let tag = memchr(from, 0x3C, count)
    let length = tag.map { $0 - UnsafeMutableRawPointer(mutating: from) } ?? count
    hadText = true
    textStart = from
    if let zero = memchr(from, 0, length) {
      _ = fail(
        UnsafePointer(zero.assumingMemoryBound(to: UInt8.self)), "a NUL byte between tags",
        "the file is damaged, or not UTF-8 as it should be")
      return nil
    }
    guard tag != nil else {
      at = end
      return nil
    }
    return from + length
  }

  /// A comment, CDATA, a processing instruction or a document type, from behind its `<`.
  @inline(never)
  private mutating func declaration(_ p: UnsafePointer<UInt8>) -> Token {
    let left = end - p
    if p.pointee == 0x3F {
      at = p + 1
      passing = .instruction
      return pass()
    }
    for (opening, kind) in [("!--", Passing.comment), ("![CDATA[", .data)] {
      let known = min(left, opening.utf8.count)
      if zip(opening.utf8, UnsafeBufferPointer(start: p, count: known)).allSatisfy(==) {
        if known < opening.utf8.count { return .more }
        at = p + known
        passing = kind
        return pass()
      }
    }
    let word = "!DOCTYPE"
    let known = min(left, word.utf8.count)
    guard zip(word.utf8, UnsafeBufferPointer(start: p, count: known)).allSatisfy(==) else {
      return fail(p - 1, "a <! that begins no comment and no CDATA")
    }
    return known < word.utf8.count ? .more : documentType(p + known)
  }

  private mutating func documentType(_ from: UnsafePointer<UInt8>) -> Token {
    var quote: UInt8 = 0
    var p = from
    while p < end {
      let byte = p.pointee
      if quote != 0 {
        if byte == quote { quote = 0 }
      } else if byte == 0x22 || byte == 0x27 {
        quote = byte
      } else if byte == 0x5B {
        return fail(
          at, "a document type that declares things of its own, which XES does not have",
          "take <!DOCTYPE …> out; it can make a small file fill the memory, or fetch others")
      } else if byte == 0x3E {
        at = p + 1
        return .other
      }
      p += 1
    }
    return .more
  }

  /// Goes on to the end of what is passed over.
  @inline(never)
  private mutating func pass() -> Token {
    let ending: [UInt8] =
      switch passing {
      case .comment: [0x2D, 0x2D, 0x3E]
      case .data: [0x5D, 0x5D, 0x3E]
      default: [0x3F, 0x3E]
      }
    var p = at
    while let found = memchr(p, Int32(ending[0]), max(0, end - p)) {
      p = UnsafePointer(found.assumingMemoryBound(to: UInt8.self))
      let left = min(end - p, ending.count)
      if memcmp(p, ending, left) == 0 {
        if left < ending.count {
          at = p
          return .more
        }
        at = p + left
        passing = .nothing
        return .other
      }
      p += 1
    }
    at = end
    return .more
  }

  // MARK: - Bytes

  @inline(__always)
  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
  }

  /// Letters, `_`, `:` and what is not ASCII.
  @inline(__always)
  private static func beginsName(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- 0x61 < 26 || byte >= 0x80 || byte == 0x5F || byte == 0x3A
  }

  /// Those, digits, `-` and `.`.
  @inline(__always)
  private static func isName(_ byte: UInt8) -> Bool {
    // Bits of the characters - . 0…9 : A…Z _ a…z.
    let low: UInt64 = 0x07FF_6000_0000_0000
    let high: UInt64 = 0x07FF_FFFE_87FF_FFFE
    return byte >= 0x80 || ((byte < 64 ? low : high) >> UInt64(byte & 63)) & 1 != 0
  }

  /// The first byte that is the quote, `&`, `<` or a control character; eight at a time.
  @inline(__always)
  private static func valueStop(
    _ from: UnsafePointer<UInt8>, _ quote: UInt8
  ) -> UnsafePointer<UInt8> {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let tops: UInt64 = 0x8080_8080_8080_8080
    let quotes = ones &* UInt64(quote)
    var p = UnsafeRawPointer(from)
    while true {
      let word = p.loadUnaligned(as: UInt64.self).littleEndian
      // A byte's top bit is set where it is zero; borrowing spoils only bytes above the first.
      let q = word ^ quotes
      let a = word ^ 0x2626_2626_2626_2626
      let l = word ^ 0x3C3C_3C3C_3C3C_3C3C
      let found =
        (((q &- ones) & ~q) | ((a &- ones) & ~a) | ((l &- ones) & ~l)
          | ((word &- 0x2020_2020_2020_2020) & ~word)) & tops
      if found != 0 {
        return (p + (found.trailingZeroBitCount >> 3)).assumingMemoryBound(to: UInt8.self)
      }
      p += 8
    }
  }
}
