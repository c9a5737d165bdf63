import JourneyModel
import TextSupport

/// Writes new values as the author of a document would.
struct EditEmitter: Sendable {
  /// How the author writes.
  let style: EditStyle

  /// A value in one line; collections in brackets.
  ///
  /// - Parameters:
  ///   - value: The value.
  ///   - inBrackets: Whether it stands within brackets.
  /// - Returns: The line.
  func inline(_ value: DocumentValue, inBrackets: Bool) -> String {
    if style.isJSON { return json(value) }
    switch value {
    case .null: return "null"
    case .bool(let bool): return bool ? "true" : "false"
    case .number(let number): return number.plainText
    case .text(let text): return YAMLScalar.text(text, inFlow: inBrackets)
    case .list(let items):
      return "[" + items.map { inline($0, inBrackets: true) }.joined(separator: ", ") + "]"
    case .mapping(let entries):
      let texts = entries.map {
        "\(YAMLScalar.key($0.key, inFlow: true)): \(inline($0.value, inBrackets: true))"
      }
      return "{" + texts.joined(separator: ", ") + "}"
    }
  }

  /// A key as it stands before its colon.
  func key(_ key: String, inBrackets: Bool) -> String {
    style.isJSON ? json(.text(key)) : YAMLScalar.key(key, inFlow: inBrackets)
  }

  /// What stands between a colon and a value in one line.
  var colon: String { style.isCompact ? ":" : ": " }

  /// What stands between two items in one line.
  var comma: String { style.isCompact ? "," : ", " }

  /// Whether a value is a collection with something in it.
  static func isFilled(_ value: DocumentValue) -> Bool {
    switch value {
    case .list(let items): !items.isEmpty
    case .mapping(let entries): !entries.isEmpty
    default: false
    }
  }

  // MARK: - Blocks

  /// A collection with a line for each entry.
  ///
  /// - Parameters:
  ///   - value: A list or mapping with something in it.
  ///   - column: The column of its keys or hyphens.
  /// - Returns: The lines; the first of them without indent.
  func lines(_ value: DocumentValue, column: Int) -> String {
    let separator = style.newline + String(repeating: " ", count: column)
    switch value {
    case .mapping(let entries):
      return entries.map { entry in
        let key = YAMLScalar.key(entry.key, inFlow: false)
        return "\(key):" + held(entry.value, column: column, room: column + key.count + 2)
      }.joined(separator: separator)
    case .list(let items):
      return items.map { "- " + self.item($0, column: column) }.joined(separator: separator)
    default:
      return inline(value, inBrackets: false)
    }
  }

  /// An item of a list of lines, behind its hyphen.
  func item(_ value: DocumentValue, column: Int) -> String {
    let line = inline(value, inBrackets: false)
    // Records of many short values, such as evidence, are read as rows of a table.
    let width = Self.isRecord(value) ? EditStyle.widest : EditStyle.width
    return !Self.isFilled(value) || column + 2 + line.count <= width
      ? line : lines(value, column: column + 2)
  }

  private static func isRecord(_ value: DocumentValue) -> Bool {
    guard case .mapping(let entries) = value, entries.count > 4 else { return false }
    return entries.allSatisfy { entry in
      switch entry.value {
      case .list, .mapping: false
      case .text(let text): text.count <= 40
      default: true
      }
    }
  }

  /// A value behind its key's colon.
  ///
  /// - Parameters:
  ///   - value: The value.
  ///   - column: The column of the key.
  ///   - room: How many columns are taken already.
  /// - Returns: The rest of the line, and further lines where it needs them.
  func held(_ value: DocumentValue, column: Int, room: Int) -> String {
    let line = inline(value, inBrackets: false)
    return !Self.isFilled(value) || room + line.count <= EditStyle.width
      ? " " + line : opened(value, column: column)
  }

  /// A collection behind its key's colon, on lines of its own.
  func opened(_ value: DocumentValue, column: Int) -> String {
    var inner = column + style.step
    if case .list = value { inner = column + style.listStep }
    return style.newline + String(repeating: " ", count: inner) + lines(value, column: inner)
  }

  /// A collection in brackets with a line for each entry, for JSON.
  ///
  /// - Parameters:
  ///   - value: Any value.
  ///   - indent: The indent of the line on which it begins.
  /// - Returns: The lines; the first of them without indent.
  func pretty(_ value: DocumentValue, indent: String) -> String {
    guard Self.isFilled(value) else { return inline(value, inBrackets: true) }
    let inner = indent + String(repeating: indent.contains("\t") ? "\t" : " ", count: style.step)
    let texts: [String]
    let brackets: (String, String)
    switch value {
    case .list(let items):
      texts = items.map { pretty($0, indent: inner) }
      brackets = ("[", "]")
    case .mapping(let entries):
      texts = entries.map {
        key($0.key, inBrackets: true) + colon + pretty($0.value, indent: inner)
      }
      brackets = ("{", "}")
    default: return inline(value, inBrackets: true)
    }
    return brackets.0 + style.newline + inner
      + texts.joined(separator: "," + style.newline + inner)
      + style.newline + indent + brackets.1
  }

  // MARK: - JSON

  private func json(_ value: DocumentValue) -> String {
    switch value {
    case .null: return "null"
    case .bool(let bool): return bool ? "true" : "false"
    case .number(let number): return number.plainText
    case .text(let text): return String(JSONValue.string(text).text.dropLast())
    case .list(let items): return "[" + items.map(json).joined(separator: comma) + "]"
    case .mapping(let entries):
      return "{"
        + entries.map { json(.text($0.key)) + colon + json($0.value) }.joined(separator: comma)
        + "}"
    }
  }
}
