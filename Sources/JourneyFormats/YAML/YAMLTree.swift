import JourneyModel
internal import Yams

/// Turns the parser's tree into ours, with aliases resolved and hidden keys given back.
///
/// Cost: linear in the nodes, those that aliases repeat included; ``mostNodes`` bounds them.
struct YAMLTree {
  /// What an anchor names, with the number of nodes in it.
  private struct Anchored {
    var node: DocumentNode
    var size: Int
  }

  /// Mistakes that were found.
  private(set) var diagnostics: [Diagnostic] = []

  private let masks: YAMLMasks
  private let hasAnchors: Bool
  private let mayHaveTags: Bool
  private let map: SourceMap
  private let mostNodes: Int
  private var anchors: [String: Anchored] = [:]
  private var size = 0
  private var isTooDeep = false
  private var isTooMuch = false

  /// Creates a converter for one document.
  init(masks: YAMLMasks, scan: YAMLScan, map: SourceMap) {
    self.masks = masks
    self.map = map
    hasAnchors = scan.hasAmpersand
    mayHaveTags = scan.hasExclamation
    mostNodes = 10_000 + 4 * scan.parts
  }

  /// Our node for the parser's.
  mutating func node(from node: Node, depth: Int) -> DocumentNode {
    size += 1
    let before = size
    let position = Self.position(of: node)
    let result: DocumentNode
    switch node {
    case .scalar(let scalar):
      result = self.scalar(scalar, at: position)
    case .sequence(let sequence):
      guard checkDepth(depth, position) else { return Self.nothing(position) }
      var items: [DocumentNode] = []
      items.reserveCapacity(sequence.count)
      for item in sequence { items.append(self.node(from: item, depth: depth + 1)) }
      result = DocumentNode(position: position, content: .list(items))
    case .mapping(let mapping):
      guard checkDepth(depth, position) else { return Self.nothing(position) }
      result = DocumentNode(position: position, content: .mapping(entries(of: mapping, depth)))
    case .alias:
      result = Self.nothing(position)
    }
    if hasAnchors, let name = node.anchor?.rawValue {
      anchors[name] = Anchored(node: result, size: size - before + 1)
    }
    if mayHaveTags { checkTag(at: position) }
    return result
  }

  private static func position(of node: Node) -> Int {
    guard let mark = node.mark else { return 0 }
    return SourceMap.position(line: mark.line - 1, column: mark.column - 1)
  }

  private static func nothing(_ position: Int) -> DocumentNode {
    DocumentNode(position: position, content: .scalar("", .plain))
  }

  private mutating func entries(of mapping: Node.Mapping, _ depth: Int) -> DocumentMapping {
    var entries: [DocumentMapping.Entry] = []
    entries.reserveCapacity(mapping.count)
    // Its iterator would copy all pairs first.
    for index in mapping.indices {
      let (key, content) = mapping[index]
      size += 1
      let position = Self.position(of: key)
      let value = node(from: content, depth: depth + 1)
      guard let text = keyText(key, at: position) else { continue }
      entries.append(
        DocumentMapping.Entry(
          key: masks.keys.isEmpty ? text : masks.keys[position]?.key ?? text, keyPosition: position,
          value: value))
    }
    return DocumentMapping(entries, mayRepeat: !masks.keys.isEmpty)
  }

  /// The key's text; nil, with a diagnostic, when it is a list, a mapping or an alias.
  private mutating func keyText(_ key: Node, at position: Int) -> String? {
    guard case .scalar(let scalar) = key else {
      report(
        "complex-key", "a list or mapping as a key", fix: "write a word before the colon",
        at: position, width: nil)
      return nil
    }
    if masks.asterisk != nil, scalar.style == .plain, isAlias(scalar.string) {
      report(
        "complex-key", "'\(masks.restored(scalar.string))' as a key begins with an asterisk",
        fix: "put the key in quotes", at: position, width: scalar.string)
      return nil
    }
    return masks.restored(scalar.string)
  }

  private mutating func scalar(_ scalar: Node.Scalar, at position: Int) -> DocumentNode {
    let style: DocumentNode.Style =
      switch scalar.style {
      case .singleQuoted, .doubleQuoted: .quoted
      case .literal, .folded: .block
      case .any, .plain: .plain
      }
    guard masks.asterisk != nil else {
      return DocumentNode(position: position, content: .scalar(scalar.string, style))
    }
    let text = masks.restored(scalar.string)
    if style == .plain, isAlias(scalar.string) { return alias(text, at: position) }
    return DocumentNode(position: position, content: .scalar(text, style))
  }

  /// Whether a plain scalar begins with a hidden asterisk, which no plain scalar may.
  private func isAlias(_ text: String) -> Bool {
    text.unicodeScalars.first == masks.asterisk
  }

  private mutating func alias(_ text: String, at position: Int) -> DocumentNode {
    let name = String(text.dropFirst())
    guard let anchored = anchors[name] else {
      let isName = IdentifierRules.isIdentifier(name)
      report(
        "unknown-alias", "'\(text.prefix(40))' refers to an anchor that is not there",
        fix: isName
          ? "write '&\(name)' before the value that is meant, further up; or put it in quotes"
          : "put the text in quotes", at: position, width: text)
      return Self.nothing(position)
    }
    size += anchored.size
    guard size <= mostNodes else {
      if !isTooMuch {
        isTooMuch = true
        report(
          "too-many-aliases", "aliases repeat more than \(mostNodes) values",
          fix: "write the values out, or repeat fewer of them", at: position, width: text)
      }
      size -= anchored.size
      return Self.nothing(position)
    }
    var node = anchored.node
    node.position = position
    return node
  }

  private mutating func checkDepth(_ depth: Int, _ position: Int) -> Bool {
    guard depth >= ReadingLimits.depth else { return true }
    if !isTooDeep {
      isTooDeep = true
      let offset = map.offset(of: position)
      diagnostics.append(ReadingLimits.tooDeep(SourceRange(offset, offset + 1)))
    }
    return false
  }

  private mutating func checkTag(at position: Int) {
    let offset = map.offset(of: position)
    guard diagnostics.count < ReadingLimits.diagnostics, let tag = map.tag(at: offset) else {
      return
    }
    diagnostics.append(
      Diagnostic(
        "yaml-tag", .error, "'\(tag)' is a tag, and tags are not read",
        fix: "remove it; put the value in quotes to make it text",
        range: SourceRange(offset, offset + tag.utf8.count)))
  }

  /// Reports a mistake.
  ///
  /// - Parameters:
  ///   - id: The diagnostic's id.
  ///   - summary: What is wrong.
  ///   - fix: How to mend it.
  ///   - position: Where it begins.
  ///   - width: The text it is about; nil for what a list or a mapping takes.
  private mutating func report(
    _ id: String, _ summary: String, fix: String, at position: Int, width: String?
  ) {
    guard diagnostics.count < ReadingLimits.diagnostics else { return }
    let content =
      width.map { DocumentNode.Content.scalar(masks.restored($0), .plain) } ?? .list([])
    let range = map.range(of: DocumentNode(position: position, content: content))
    diagnostics.append(Diagnostic(id, .error, summary, fix: fix, range: range))
  }
}
