/// A JSON value to write, its keys in the order given.
package indirect enum JSONValue: Hashable, Sendable {
  /// `null`.
  case null
  /// `true` or `false`.
  case bool(Bool)
  /// A finite number; anything else is written as `null`.
  case number(Double)
  /// Text.
  case string(String)
  /// A list.
  case array([JSONValue])
  /// An object.
  case object([Member])

  /// A key with its value.
  package struct Member: Hashable, Sendable {
    package var key: String
    package var value: JSONValue

    package init(_ key: String, _ value: JSONValue) {
      self.key = key
      self.value = value
    }
  }

  /// A number, or `null` for nil: unknown is never 0.
  package init(_ value: Double?) { self = value.map(JSONValue.number) ?? .null }

  /// A whole number, or `null` for nil.
  package init(_ value: Int?) { self = value.map { .number(Double($0)) } ?? .null }

  /// Text, or `null` for nil.
  package init(_ value: String?) { self = value.map(JSONValue.string) ?? .null }
}

extension JSONValue: ExpressibleByDictionaryLiteral, ExpressibleByArrayLiteral,
  ExpressibleByStringLiteral, ExpressibleByBooleanLiteral
{
  package init(dictionaryLiteral elements: (String, JSONValue)...) {
    self = .object(elements.map { Member($0.0, $0.1) })
  }

  package init(arrayLiteral elements: JSONValue...) { self = .array(elements) }
  package init(stringLiteral value: String) { self = .string(value) }
  package init(booleanLiteral value: Bool) { self = .bool(value) }
}

extension JSONValue {
  /// The value as JSON text (RFC 8259), indented by two spaces, with a newline at the end.
  package var text: String {
    var bytes: [UInt8] = []
    write(to: &bytes, depth: 0)
    bytes.append(UInt8(ascii: "\n"))
    return String(decoding: bytes, as: UTF8.self)
  }

  private func write(to out: inout [UInt8], depth: Int) {
    switch self {
    case .null: out += "null".utf8
    case .bool(let value): out += (value ? "true" : "false").utf8
    case .number(let value): Self.write(number: value, to: &out)
    case .string(let value): Self.write(string: value, to: &out)
    case .array(let items):
      Self.writeList(items, brackets: ("[", "]"), to: &out, depth: depth) { item, out in
        item.write(to: &out, depth: depth + 1)
      }
    case .object(let members):
      Self.writeList(members, brackets: ("{", "}"), to: &out, depth: depth) { member, out in
        Self.write(string: member.key, to: &out)
        out += ": ".utf8
        member.value.write(to: &out, depth: depth + 1)
      }
    }
  }

  private static func writeList<Item>(
    _ items: [Item], brackets: (String, String), to out: inout [UInt8], depth: Int,
    item: (Item, inout [UInt8]) -> Void
  ) {
    out += brackets.0.utf8
    for (index, element) in items.enumerated() {
      if index > 0 { out.append(UInt8(ascii: ",")) }
      newline(to: &out, depth: depth + 1)
      item(element, &out)
    }
    if !items.isEmpty { newline(to: &out, depth: depth) }
    out += brackets.1.utf8
  }

  private static func newline(to out: inout [UInt8], depth: Int) {
    out.append(UInt8(ascii: "\n"))
    out.append(contentsOf: repeatElement(UInt8(ascii: " "), count: depth * 2))
  }

  private static func write(number value: Double, to out: inout [UInt8]) {
    guard value.isFinite else {
      out += "null".utf8
      return
    }
    if value == value.rounded(), value.magnitude < 1e15 {
      out += "\(Int(value))".utf8
    } else {
      out += "\(value)".utf8
    }
  }

  private static func write(string: String, to out: inout [UInt8]) {
    let hex = Array("0123456789abcdef".utf8)
    out.append(UInt8(ascii: "\""))
    for byte in string.utf8 {
      switch byte {
      case UInt8(ascii: "\""): out += #"\""#.utf8
      case UInt8(ascii: "\\"): out += #"\\"#.utf8
      case 0x0A: out += #"\n"#.utf8
      case 0x0D: out += #"\r"#.utf8
      case 0x09: out += #"\t"#.utf8
      case 0..<0x20, 0x7F:
        out += #"\u00"#.utf8
        out.append(hex[Int(byte >> 4)])
        out.append(hex[Int(byte & 15)])
      default: out.append(byte)
      }
    }
    out.append(UInt8(ascii: "\""))
  }
}
