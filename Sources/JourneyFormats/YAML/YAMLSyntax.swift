import JourneyModel
internal import Yams

/// Says in a journey author's words what the YAML parser could not read.
enum YAMLSyntax {
  /// The diagnostic for what the parser threw.
  static func diagnostic(
    for error: YamlError, in text: String, map: SourceMap, masks: YAMLMasks
  ) -> Diagnostic {
    switch error {
    case .scanner(let context, let problem, let mark, _),
      .parser(let context, let problem, let mark, _),
      .composer(let context, let problem, let mark, _):
      let place = range(of: mark, in: text, map)
      return diagnostic(
        problem, at: place, opening: context.map { range(of: $0.mark, in: text, map) }, text)
    default:
      return Diagnostic(
        "yaml-syntax", .error, "the text cannot be read as YAML",
        fix: "compare it with what 'journey new' writes", range: SourceRange(0, 0))
    }
  }

  private static func range(of mark: Mark, in text: String, _ map: SourceMap) -> SourceRange {
    let offset = map.offset(
      of: SourceMap.position(line: mark.line - 1, column: mark.column - 1))
    let utf8 = text.utf8
    guard offset < utf8.count else { return SourceRange(offset, offset) }
    return SourceRange(offset, offset + 1)
  }

  // One case for each sentence of the parser is what this function is for.
  private static func diagnostic(
    _ problem: String, at place: SourceRange, opening: SourceRange?, _ text: String
  ) -> Diagnostic {
    let found = character(at: place.lowerBound, in: text)
    switch problem {
    case "but found another document":
      return Diagnostic(
        "several-documents", .error, "a second document begins here",
        fix: "keep one journey in each file", range: place)
    case let problem where problem.hasPrefix("Maximum nesting level"):
      return ReadingLimits.tooDeep(place)
    case "mapping values are not allowed in this context"
    where isFirstColon(place.lowerBound, in: text):
      return syntax(
        "this line is indented, but the line above is complete", at: word(before: place, in: text),
        fix: "give it the indent of the line above")
    case "mapping values are not allowed in this context":
      return syntax(
        "a colon where no key can be", at: place,
        fix: "put text that holds ': ' in quotes, or begin a new line for the key")
    case "found character that cannot start any token":
      if found == "\t" {
        return syntax("a tab is used as indent", at: place, fix: "indent with spaces")
      }
      return syntax(
        "\(found.map { "'\($0)'" } ?? "this character") cannot begin a value", at: place,
        fix: "put the text in quotes")
    case "could not find expected ':'":
      return syntax(
        "a line without a colon between keys", at: line(from: opening ?? place, in: text),
        fix: "write 'key: value'; put text over several lines in quotes")
    case "did not find expected key", "did not find expected '-' indicator":
      return syntax(
        "this line does not fit the lines above", at: place,
        fix: "give it the indent of its neighbours, and close quotes and brackets before it")
    case "did not find expected ',' or ']'":
      return unclosed("list", "]", at: place, opening, text)
    case "did not find expected ',' or '}'":
      return unclosed("mapping", "}", at: place, opening, text)
    case "found unexpected end of stream", "found unexpected document indicator":
      return syntax(
        "the quote that begins here is never closed", at: opening ?? place,
        fix: "add the closing quote")
    case "found unknown escape character":
      return syntax(
        "'\\\(character(at: place.lowerBound + 1, in: text) ?? " ")' means nothing in double quotes",
        at: place, fix: "write '\\\\' for a backslash, or use single quotes")
    case "block sequence entries are not allowed in this context":
      return syntax(
        "a list item where no list can be", at: place, fix: "begin the list on a new line")
    case "mapping keys are not allowed in this context":
      return syntax("'?' begins a key of several lines", at: place, fix: "put the text in quotes")
    case "found a tab character where an indentation space is expected",
      "found a tab character that violates indentation":
      return syntax("a tab is used as indent", at: place, fix: "indent with spaces")
    case "did not find expected node content":
      if found == nil || !",]}".contains(found ?? " "),
        // The parser may say the beginning of the last line for the end of the text.
        let open = openBracket(before: place.lowerBound, in: text)
          ?? openBracket(before: text.utf8.count, in: text)
      {
        let isList = character(at: open.lowerBound, in: text) == "["
        return syntax(
          "the \(isList ? "list" : "mapping") that begins here is not closed", at: open,
          fix: "add '\(isList ? "]" : "}")' at its end")
      }
      return syntax(
        "a value is missing before this", at: place, fix: "write the value, or remove the comma")
    case "found invalid Unicode character escape code":
      return syntax(
        "this escape is no character, as each half of a pair is none", at: place,
        fix: "write the character itself, or '\\U' and the eight digits of its number")
    case "found undefined tag handle":
      return syntax(
        "'!' begins a tag, and tags are not read", at: place, fix: "put the text in quotes")
    default:
      return syntax("\(problem)", at: place, fix: "put text with special characters in quotes")
    }
  }

  private static func syntax(
    _ summary: String, at range: SourceRange, fix: String, note: Diagnostic.Note? = nil
  ) -> Diagnostic {
    Diagnostic(
      "yaml-syntax", .error, summary, fix: fix, range: range, notes: note.map { [$0] } ?? [])
  }

  /// A bracket that is not closed, or a comma that is missing: the first when the parser noticed it
  /// on a later line.
  private static func unclosed(
    _ what: String, _ bracket: String, at place: SourceRange, _ opening: SourceRange?,
    _ text: String
  ) -> Diagnostic {
    guard let opening, line(from: opening, in: text).upperBound < place.lowerBound else {
      return syntax("a comma or '\(bracket)' is missing before this", at: place, fix: "add it")
    }
    return syntax(
      "the \(what) that begins here is not closed", at: opening, fix: "add '\(bracket)' at its end",
      note: Diagnostic.Note("this can be no part of it", range: place))
  }

  /// The nearest bracket before a byte that is still open there; nil when there is none near.
  private static func openBracket(before offset: Int, in text: String) -> SourceRange? {
    var closed = 0
    for (distance, byte) in head(of: offset, in: text).enumerated() {
      switch byte {
      case UInt8(ascii: "]"), UInt8(ascii: "}"): closed += 1
      case UInt8(ascii: "["), UInt8(ascii: "{"):
        if closed == 0 { return SourceRange(offset - distance - 1, offset - distance) }
        closed -= 1
      default: break
      }
    }
    return nil
  }

  /// Whether the colon at a byte is the first on its line.
  private static func isFirstColon(_ offset: Int, in text: String) -> Bool {
    for byte in head(of: offset, in: text) {
      if byte == UInt8(ascii: ":") { return false }
      if byte == UInt8(ascii: "\n") { return true }
    }
    return false
  }

  /// The word that ends at a colon.
  private static func word(before place: SourceRange, in text: String) -> SourceRange {
    let count = head(of: place.lowerBound, in: text).prefix { $0 > 32 }.count
    return SourceRange(place.lowerBound - count, place.lowerBound)
  }

  /// The bytes before a byte, backwards.
  private static func head(of offset: Int, in text: String) -> ReversedCollection<
    Substring.UTF8View
  > {
    text.utf8.prefix(offset).suffix(4096).reversed()
  }

  /// From a place to the end of its line.
  private static func line(from place: SourceRange, in text: String) -> SourceRange {
    let count = text.utf8.dropFirst(place.lowerBound).prefix(4096)
      .prefix { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") }.count
    return SourceRange(place.lowerBound, place.lowerBound + count)
  }

  private static func character(at offset: Int, in text: String) -> Character? {
    let utf8 = text.utf8
    guard offset < utf8.count else { return nil }
    return text[utf8.index(utf8.startIndex, offsetBy: offset)...].first
  }
}
