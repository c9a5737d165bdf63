/// Goes through an XML text tag by tag, only to look at it.
///
/// It need not accept what is not well-formed, and must not miss what some reader would see: what it
/// does not understand is ``Token/broken``.
///
/// Cost: linear in the text.
struct MarkupScan {
  /// An attribute: its name without prefix, in small letters.
  struct Attribute {
    var name: String
    var value: String
  }

  /// One step.
  enum Token {
    /// A start tag: its name without prefix, in small letters.
    case element(String, [Attribute])
    /// Text, with the name of the last element that was opened.
    case text(String, in: String)
    /// `<!DOCTYPE` and the like.
    case declaration(String)
    /// `<?xml` and the like.
    case instruction(String)
    /// What is no XML.
    case broken
  }

  private var rest: Substring.UTF8View
  private var open: [String] = []
  private var wasBroken = false

  /// Whether everything was read and every element was closed.
  var isWhole: Bool { rest.isEmpty && open.isEmpty && !wasBroken }

  /// Begins at the beginning; a byte order mark is passed over.
  init(_ text: String) {
    var text = text[...]
    if text.unicodeScalars.first == "\u{feff}" { text.unicodeScalars.removeFirst() }
    rest = text.utf8
  }

  /// The next step; nil at the end and after what is no XML.
  mutating func next() -> Token? {
    guard !wasBroken, let byte = rest.first else { return nil }
    guard byte == UInt8(ascii: "<") else {
      let text = rest.prefix { $0 != UInt8(ascii: "<") }
      rest = rest[text.endIndex...]
      return .text(String(Substring(text)), in: open.last ?? "")
    }
    if skip("<!--") { return passed(until: "-->") }
    if skip("<![CDATA[") {
      guard let text = taken(until: "]]>") else { return broken() }
      return .text(text, in: open.last ?? "")
    }
    if skip("<!") { return .declaration(name()) }
    if skip("<?") {
      let name = name()
      guard taken(until: "?>") != nil else { return broken() }
      return .instruction(name)
    }
    if skip("</") {
      let name = name()
      space()
      guard skip(">"), open.popLast() == name else { return broken() }
      return .text("", in: open.last ?? "")
    }
    return element()
  }

  private mutating func element() -> Token? {
    rest = rest.dropFirst()
    let name = name()
    guard !name.isEmpty else { return broken() }
    var attributes: [Attribute] = []
    while true {
      space()
      if skip("/>") { return .element(name, attributes) }
      if skip(">") {
        open.append(name)
        return open.count > 200 ? broken() : .element(name, attributes)
      }
      let key = self.name()
      space()
      guard !key.isEmpty, skip("=") else { return broken() }
      space()
      guard let quote = rest.first, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
        return broken()
      }
      rest = rest.dropFirst()
      guard let value = taken(until: quote == UInt8(ascii: "'") ? "'" : "\"") else {
        return broken()
      }
      attributes.append(Attribute(name: key, value: value))
    }
  }

  private mutating func broken() -> Token? {
    wasBroken = true
    return .broken
  }

  private mutating func passed(until end: String) -> Token? {
    guard taken(until: end) != nil else { return broken() }
    return .text("", in: open.last ?? "")
  }

  private mutating func skip(_ text: String) -> Bool {
    guard rest.starts(with: text.utf8) else { return false }
    rest = rest.dropFirst(text.utf8.count)
    return true
  }

  private mutating func space() {
    rest = rest.drop { $0 == 32 || $0 == 9 || $0 == 10 || $0 == 13 }
  }

  /// A name without its prefix, in small letters.
  private mutating func name() -> String {
    let word = rest.prefix { byte in
      switch byte {
      case 9, 10, 13, 32, UInt8(ascii: ">"), UInt8(ascii: "/"), UInt8(ascii: "="),
        UInt8(ascii: "<"), UInt8(ascii: "?"), UInt8(ascii: "["), UInt8(ascii: "\""),
        UInt8(ascii: "'"):
        false
      default: true
      }
    }
    rest = rest[word.endIndex...]
    let name = Substring(word).lowercased()
    return name.split(separator: ":", omittingEmptySubsequences: false).last.map(String.init) ?? ""
  }

  private mutating func taken(until end: String) -> String? {
    let mark = Array(end.utf8)
    var index = rest.startIndex
    while index < rest.endIndex {
      if rest[index] == mark[0], rest[index...].starts(with: mark) {
        let text = String(Substring(rest[..<index]))
        rest = rest[index...].dropFirst(mark.count)
        return text
      }
      index = rest.index(after: index)
    }
    return nil
  }
}
