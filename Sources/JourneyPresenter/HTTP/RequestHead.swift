/// The first line and the fields of an HTTP/1.1 request.
struct RequestHead: Hashable, Sendable {
  struct Field: Hashable, Sendable {
    /// In lower case.
    var name: String
    var value: String
  }

  var method: String
  /// The path without what follows a question mark, as it was sent: nothing is decoded.
  var path: String
  var fields: [Field]

  /// The field's value; of several the first.
  subscript(name: String) -> String? { fields.first { $0.name == name }?.value }

  /// How often a field was sent.
  func count(of name: String) -> Int { fields.count { $0.name == name } }
}

extension RequestHead {
  /// The end of a head.
  static let end: [UInt8] = [13, 10, 13, 10]
  /// More fields than any browser sends.
  private static let mostFields = 100

  /// Whether a request can begin with the byte; TLS, for one, does not.
  static func canBegin(with byte: UInt8) -> Bool { isToken(byte) }

  /// Reads a head, without the empty line that ends it.
  ///
  /// Strictly: what servers are known to read differently is refused.
  init(_ bytes: some Collection<UInt8>) throws(Refusal) {
    var lines = try Self.lines(of: bytes)[...]
    let parts = (lines.popFirst() ?? []).split(
      separator: UInt8(ascii: " "), omittingEmptySubsequences: false)
    guard parts.count == 3, !parts[0].isEmpty, parts[0].allSatisfy(Self.isToken) else {
      throw .malformed("its first line is not METHOD /PATH HTTP/1.1")
    }
    guard parts[1].first == UInt8(ascii: "/"), parts[1].allSatisfy({ (33...126).contains($0) })
    else { throw .malformed("its target is not a path") }
    let version = String(decoding: parts[2], as: UTF8.self)
    guard version == "HTTP/1.1" || version == "HTTP/1.0" else {
      throw version.hasPrefix("HTTP/") ? .version : .malformed("it is not HTTP")
    }
    guard lines.count <= Self.mostFields else { throw .longHead }
    method = String(decoding: parts[0], as: UTF8.self)
    path = String(decoding: parts[1].prefix { $0 != UInt8(ascii: "?") }, as: UTF8.self)
    fields = []
    for line in lines { fields.append(try Self.field(line)) }
  }

  private static func lines(of bytes: some Collection<UInt8>) throws(Refusal) -> [[UInt8]] {
    var lines: [[UInt8]] = [[]]
    var afterReturn = false
    for byte in bytes {
      switch byte {
      case 10 where afterReturn:
        lines.append([])
        afterReturn = false
      case _ where afterReturn, 10:
        throw .malformed("a line of it does not end in CR LF")
      case 13:
        afterReturn = true
      default:
        lines[lines.count - 1].append(byte)
      }
    }
    if afterReturn { throw .malformed("a line of it does not end in CR LF") }
    return lines
  }

  private static func field(_ line: [UInt8]) throws(Refusal) -> Field {
    guard let colon = line.firstIndex(of: UInt8(ascii: ":")), colon > 0,
      line[..<colon].allSatisfy(isToken)
    else { throw .malformed("a field has no name") }
    var value = line[(colon + 1)...]
    while let first = value.first, isBlank(first) { value.removeFirst() }
    while let last = value.last, isBlank(last) { value.removeLast() }
    guard value.allSatisfy({ $0 == 9 || $0 >= 32 && $0 != 127 }) else {
      throw .malformed("a field holds a control character")
    }
    return Field(
      name: String(decoding: line[..<colon], as: UTF8.self).lowercased(),
      value: String(decoding: value, as: UTF8.self))
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 32 || byte == 9 }

  /// RFC 9110, 5.6.2.
  private static func isToken(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    default:
      "!#$%&'*+-.^_`|~".utf8.contains(byte)
    }
  }
}
