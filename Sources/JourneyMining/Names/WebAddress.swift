/// What a web address says in words: its path and the values that it asks with, and its host where it
/// has neither.
///
/// `https://shop.example/cart?utm_source=blog` says `cart blog`. Names of keys, the scheme and the
/// host are the same all over a log, and say nothing.
struct WebAddress {
  /// The words, with spaces between.
  let words: String
  /// Scheme and host, such as `https://shop.example`.
  let site: String
  /// What stands between the ampersands behind the question mark, such as `utm_source=blog`.
  let asked: [String]

  /// Reads an address; nil when the text is none.
  init?(_ text: String) {
    let lower = text.lowercased()
    guard lower.hasPrefix("http://") || lower.hasPrefix("https://"),
      !text.contains(where: \.isWhitespace)
    else { return nil }
    var rest = text[...]
    guard let scheme = rest.firstIndex(of: "/") else { return nil }
    rest = rest[scheme...].drop { $0 == "/" }
    var parts: [String] = []
    let fragment = Self.cut(&rest, at: "#")
    let query = Self.cut(&rest, at: "?")
    let path = Self.cut(&rest, at: "/") ?? ""
    var host = rest
    guard !host.isEmpty else { return nil }
    site = String(text[..<host.endIndex])
    if host.lowercased().hasPrefix("www.") { host = host.dropFirst(4) }
    parts += path.split(separator: "/").map { Self.decoded($0) }
    asked = (query ?? "").split(separator: "&").map(String.init)
    for pair in (query ?? "").split(separator: "&") {
      let value = pair.split(separator: "=", maxSplits: 1).last ?? pair
      parts.append(Self.decoded(value))
    }
    if let fragment, !fragment.isEmpty { parts.append(Self.decoded(fragment)) }
    if parts.isEmpty { parts.append(String(host)) }
    words = parts.joined(separator: " ")
  }

  /// An address without some of what it asks with; as it is where it asks with none of that.
  static func text(_ address: String, without common: [String]) -> String {
    guard let mark = address.firstIndex(of: "?") else { return address }
    let end = address.firstIndex(of: "#") ?? address.endIndex
    guard mark < end else { return address }
    let all = address[address.index(after: mark)..<end].split(separator: "&")
    let own = all.filter { !common.contains(String($0)) }
    guard own.count < all.count else { return address }
    let query = own.isEmpty ? "" : "?" + own.joined(separator: "&")
    return address[..<mark] + query + address[end...]
  }

  /// Takes what stands behind a mark off a text; nil when it has none.
  private static func cut(_ text: inout Substring, at mark: Character) -> Substring? {
    guard let place = text.firstIndex(of: mark) else { return nil }
    let rest = text[text.index(after: place)...]
    text = text[..<place]
    return rest
  }

  /// The text that `%20` and the like stand for; as it is where they stand for none.
  private static func decoded(_ text: Substring) -> String {
    var bytes: [UInt8] = []
    var rest = text.utf8[...]
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "%"), let code = UInt8(String(Substring(rest.prefix(2))), radix: 16),
        rest.count >= 2
      {
        bytes.append(code)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return String(validating: bytes, as: UTF8.self) ?? String(text)
  }
}
