import JourneyModel

/// Reads JSON text into nodes: RFC 8259, strictly, but past every mistake that has one meaning.
///
/// ### Design
/// Foundation's reader keeps neither order nor duplicates nor places, and a YAML parser does not
/// know every escape of JSON, so this is a parser of its own. Trailing commas, comments, single
/// quotes, bare keys, missing commas and odd numbers are reported, and reading goes on as their
/// author meant it; after anything else it stops.
///
/// ### Performance
/// One pass over the bytes. Nesting is bounded, so recursion is.
struct JSONFront {
  /// What is wrong with the syntax.
  private(set) var diagnostics: [Diagnostic] = []

  private let text: String
  var lexer: JSONLexer
  /// Whether reading stopped.
  private var isLost = false

  /// How many mistakes are reported before reading stops.
  private static let mostMistakes = 100

  /// Creates a reader of a text.
  init(_ text: String) {
    self.text = text
    lexer = JSONLexer(Array(text.utf8))
  }

  /// Reads the document; nil when there is none, or when it cannot be understood.
  mutating func read() -> DocumentNode? {
    skipBlank()
    guard lexer.byte != nil else { return nil }
    let root = value(depth: 0)
    guard !isLost else { return nil }
    skipBlank()
    if lexer.byte != nil {
      report("text after the end of the document", fix: "remove it", at: lexer.tokenRange())
    }
    return root
  }

  // MARK: - Values

  private mutating func value(depth: Int) -> DocumentNode? {
    guard !isLost else { return nil }
    let start = lexer.index
    switch lexer.byte {
    case UInt8(ascii: "{"):
      return nested(depth, at: start) { $0.object(depth: depth) }
    case UInt8(ascii: "["):
      return nested(depth, at: start) { $0.array(depth: depth) }
    case UInt8(ascii: "\""), UInt8(ascii: "'"):
      guard let text = string() else { return nil }
      return DocumentNode(position: start, content: .scalar(text, .quoted))
    case nil:
      return lost("the document ends where a value should be", fix: "add the value", at: start)
    case let byte? where JSONLexer.isWord(byte):
      return word()
    default:
      return lost(
        "a value is missing here", fix: "write a value, or remove the comma or colon before",
        at: start)
    }
  }

  private mutating func nested(
    _ depth: Int, at start: Int, _ body: (inout JSONFront) -> DocumentNode.Content?
  ) -> DocumentNode? {
    guard depth < ReadingLimits.depth else {
      diagnostics.append(ReadingLimits.tooDeep(SourceRange(start, start + 1)))
      isLost = true
      return nil
    }
    guard let content = body(&self) else { return nil }
    return DocumentNode(position: start, content: content)
  }

  private mutating func array(depth: Int) -> DocumentNode.Content? {
    let start = lexer.index
    var items: [DocumentNode] = []
    var comma: Int?
    lexer.advance()
    while true {
      skipBlank()
      if lexer.byte == UInt8(ascii: "]") {
        if let comma { reportTrailing(comma) }
        lexer.advance()
        return .list(items)
      }
      guard lexer.byte != nil else { return lostOpen("[", "]", at: start) }
      guard let item = value(depth: depth + 1) else { return nil }
      items.append(item)
      skipBlank()
      comma = nil
      switch lexer.byte {
      case UInt8(ascii: ","):
        comma = lexer.index
        lexer.advance()
      case UInt8(ascii: "]"), nil: break
      case let byte? where JSONLexer.beginsValue(byte):
        reportMissingComma(before: "item")
      default:
        return lost("a comma or ']' is missing here", fix: "add it", at: lexer.index)
      }
    }
  }

  private mutating func object(depth: Int) -> DocumentNode.Content? {
    let start = lexer.index
    var entries: [DocumentMapping.Entry] = []
    var comma: Int?
    lexer.advance()
    while true {
      skipBlank()
      if lexer.byte == UInt8(ascii: "}") {
        if let comma { reportTrailing(comma) }
        lexer.advance()
        return .mapping(DocumentMapping(entries, mayRepeat: true))
      }
      guard lexer.byte != nil else { return lostOpen("{", "}", at: start) }
      guard let entry = entry(depth: depth) else { return nil }
      entries.append(entry)
      skipBlank()
      comma = nil
      switch lexer.byte {
      case UInt8(ascii: ","):
        comma = lexer.index
        lexer.advance()
      case UInt8(ascii: "}"), nil: break
      case UInt8(ascii: "\""), UInt8(ascii: "'"):
        reportMissingComma(before: "key")
      default:
        return lost("a comma or '}' is missing here", fix: "add it", at: lexer.index)
      }
    }
  }

  private mutating func entry(depth: Int) -> DocumentMapping.Entry? {
    let start = lexer.index
    guard let key = key() else { return nil }
    skipBlank()
    switch lexer.byte {
    case UInt8(ascii: ":"):
      lexer.advance()
    case UInt8(ascii: "="):
      report("'=' where a colon is needed", fix: "write ':'", at: lexer.tokenRange())
      lexer.advance()
    case let byte? where JSONLexer.beginsValue(byte):
      report("a colon is missing before this value", fix: "add ':'", at: lexer.tokenRange())
    default:
      return lost("a colon is missing here", fix: "write \"key\": value", at: lexer.index)
    }
    skipBlank()
    guard let value = value(depth: depth + 1) else { return nil }
    return DocumentMapping.Entry(key: key, keyPosition: start, value: value)
  }

  private mutating func key() -> String? {
    switch lexer.byte {
    case UInt8(ascii: "\""), UInt8(ascii: "'"):
      return string()
    case let byte? where JSONLexer.isWord(byte):
      let range = lexer.takeWord()
      let word = lexer.text(range)
      if let bare = Self.curly(word) {
        report("curly quotes, which JSON does not have", fix: "write \"\(bare)\"", at: range)
        return bare
      }
      report("the key \(word) has no quotes", fix: "write \"\(word)\"", at: range)
      return word
    default:
      return lost("a key is missing here", fix: "write \"key\": value", at: lexer.index)
    }
  }

  // MARK: - Scalars

  private mutating func string() -> String? {
    let start = lexer.index
    if lexer.byte == UInt8(ascii: "'") {
      report(
        "single quotes, which JSON does not have", fix: "use double quotes",
        at: SourceRange(start, start + 1))
    }
    var mistakes: [JSONLexer.Mistake] = []
    let text = lexer.takeString(&mistakes)
    for mistake in mistakes { report(mistake.summary, fix: mistake.fix, at: mistake.range) }
    guard let text else {
      return lost(
        "the quote that begins here is never closed", fix: "add the closing quote", at: start)
    }
    return text
  }

  /// A number, `true`, `false`, `null`, or something that JSON does not have.
  private mutating func word() -> DocumentNode {
    let range = lexer.takeWord()
    let word = lexer.text(range)
    let node = { (text: String, style: DocumentNode.Style) in
      DocumentNode(position: range.lowerBound, content: .scalar(text, style))
    }
    switch word {
    case "true", "false", "null": return node(word, .plain)
    case "True", "TRUE", "False", "FALSE":
      report("\(word) is written in lower case", fix: "write \(word.lowercased())", at: range)
      return node(word.lowercased(), .plain)
    case "None", "nil", "Null", "NULL", "undefined":
      report("\(word) is null in JSON", fix: "write null, or remove the key", at: range)
      return node("null", .plain)
    case "NaN", "Infinity", "-Infinity":
      report("JSON has no \(word)", fix: "remove the key when it is unknown", at: range)
      return node("0", .plain)
    default: break
    }
    if JSONLexer.isNumber(word) { return node(word, .plain) }
    if let number = PlainScalar.number(word), number.isFinite {
      let plain = number.plainText
      report(
        "\(DocumentReader.shortened(word)) is not a number of JSON", fix: "write \(plain)",
        at: range)
      return node(plain, .plain)
    }
    if let bare = Self.curly(word) {
      report("curly quotes, which JSON does not have", fix: "use straight ones", at: range)
      return node(bare, .quoted)
    }
    report(
      "\(DocumentReader.shortened(word)) is text without quotes",
      fix: "put it in double quotes", at: range)
    return node(word, .quoted)
  }

  /// The text between curly quotes, which a word processor puts in; nil when there are none.
  private static func curly(_ word: String) -> String? {
    guard let first = word.first, "“”„‘’«".contains(first) else { return nil }
    return word.filter { !"“”„‘’«»".contains($0) }
  }

  // MARK: - Blank and mistakes

  /// Skips white space, and comments with a word about them.
  private mutating func skipBlank() {
    while let comment = lexer.skipBlank() {
      report("a comment, which JSON does not have", fix: "remove it, or write YAML", at: comment)
    }
  }

  private mutating func report(_ summary: String, fix: String, at range: SourceRange) {
    guard diagnostics.count < Self.mostMistakes else {
      isLost = true
      return
    }
    diagnostics.append(Diagnostic("json-syntax", .error, summary, fix: fix, range: range))
  }

  private mutating func reportTrailing(_ comma: Int) {
    report(
      "a comma after the last value", fix: "remove it", at: SourceRange(comma, comma + 1))
  }

  private mutating func reportMissingComma(before what: String) {
    report("a comma is missing before this \(what)", fix: "add it", at: lexer.tokenRange())
  }

  private mutating func lostOpen<Result>(
    _ open: String, _ close: String, at start: Int
  ) -> Result? {
    lost("the '\(open)' that begins here is never closed", fix: "add the '\(close)'", at: start)
  }

  /// Reports a mistake after which nothing that follows can be trusted.
  private mutating func lost<Result>(_ summary: String, fix: String, at offset: Int) -> Result? {
    if !isLost {
      let end = min(offset + 1, lexer.count)
      report(summary, fix: fix, at: SourceRange(offset, end))
      isLost = true
    }
    return nil
  }
}
