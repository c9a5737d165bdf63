import JourneyModel

/// Writes document values as YAML that looks written by hand.
///
/// Short lists and mappings stand in brackets on one line; longer ones, and the parts of the
/// document that people look up by id, have a line for each entry.
struct YAMLEmitter {
  /// How many characters a line may have before its brackets are opened up.
  private static let width = 100
  /// Keys longer than this are written in YAML's explicit form; parsers give up on them otherwise.
  private static let longestKey = 800

  private var lines = ""

  /// The text of a document.
  static func text(of document: DocumentValue) -> String {
    var emitter = YAMLEmitter()
    guard case .mapping(let entries) = document, !entries.isEmpty else { return "{}\n" }
    for entry in entries {
      let isPart = parts.contains(entry.key)
      // What programs add in several lines stands apart, too.
      let isApart = isPart || entry.key.hasPrefix("x-") && !emitter.fits(entry, indent: 0)
      if isApart, !emitter.lines.isEmpty { emitter.lines += "\n" }
      if isPart {
        emitter.part(entry)
      } else {
        emitter.entry(entry, indent: 0)
      }
    }
    return emitter.lines
  }

  /// The parts that have a line for each of their entries, however few there are.
  private static let parts: Set<String> = [
    RootKey.personas.rawValue, RootKey.channels.rawValue, RootKey.stages.rawValue,
    RootKey.touchpoints.rawValue, RootKey.flow.rawValue, RootKey.evidence.rawValue,
    RootKey.decisions.rawValue,
  ]

  // MARK: - Parts

  private mutating func part(_ part: DocumentValue.Entry) {
    switch part.value {
    case .mapping(let entries) where !entries.isEmpty:
      lines += "\(part.key):\n"
      var wasBlock = false
      for entry in entries {
        // An entry of several lines gets room above it.
        let isBlock = part.key == RootKey.touchpoints.rawValue && !fits(entry, indent: 2)
        if (isBlock || wasBlock), !lines.hasSuffix(":\n") { lines += "\n" }
        wasBlock = isBlock
        self.entry(entry, indent: 2)
      }
    case .list(let items) where !items.isEmpty && part.key != RootKey.stages.rawValue:
      lines += "\(part.key):\n"
      let opens = part.key == RootKey.decisions.rawValue
      for item in items { self.item(item, indent: 2, opens: opens) }
    default:
      entry(part, indent: 0)
    }
  }

  private func fits(_ entry: DocumentValue.Entry, indent: Int) -> Bool {
    flow(entry.value, room: Self.width - indent - entry.key.count - 2) != nil
  }

  // MARK: - Blocks

  /// Writes `key: value` on as many lines as it needs.
  private mutating func entry(_ entry: DocumentValue.Entry, indent: Int, isFirst: Bool = false) {
    let key = YAMLScalar.key(entry.key, inFlow: false)
    let blank = String(repeating: " ", count: indent)
    if !isFirst { lines += blank }
    if key.utf8.count > Self.longestKey {
      lines += "? \(key)\n\(blank):"
      value(entry.value, indent: indent, room: Self.width - indent - 2)
    } else {
      lines += "\(key):"
      value(entry.value, indent: indent, room: Self.width - indent - key.count - 2)
    }
  }

  /// Writes a value after its key's colon.
  private mutating func value(_ value: DocumentValue, indent: Int, room: Int) {
    if let line = scalar(value, inFlow: false) ?? flow(value, room: room) {
      lines += " \(line)\n"
      return
    }
    switch value {
    case .mapping(let entries):
      lines += "\n"
      for entry in entries { self.entry(entry, indent: indent + 2) }
    case .list(let items):
      lines += "\n"
      for item in items { self.item(item, indent: indent + 2, opens: false) }
    default: break
    }
  }

  /// Writes an item of a list.
  ///
  /// - Parameters:
  ///   - item: The item.
  ///   - indent: Where its hyphen stands.
  ///   - opens: Whether a mapping has a line for each key even when it would fit in one.
  private mutating func item(_ item: DocumentValue, indent: Int, opens: Bool) {
    lines += String(repeating: " ", count: indent) + "-"
    let isOpened = opens && item.isFilledMapping
    if !isOpened,
      let line = scalar(item, inFlow: false) ?? flow(item, room: Self.width - indent - 2)
    {
      lines += " \(line)\n"
      return
    }
    switch item {
    case .mapping(let entries):
      lines += " "
      for (index, entry) in entries.enumerated() {
        self.entry(entry, indent: indent + 2, isFirst: index == 0)
      }
    case .list(let items):
      lines += "\n"
      for item in items { self.item(item, indent: indent + 2, opens: false) }
    default: break
    }
  }

  // MARK: - One line

  /// A value that is no collection, or an empty one.
  private func scalar(_ value: DocumentValue, inFlow: Bool) -> String? {
    switch value {
    case .null: "null"
    case .bool(let bool): bool ? "true" : "false"
    case .number(let number): number.plainText
    case .text(let text): YAMLScalar.text(text, inFlow: inFlow)
    case .list(let items): items.isEmpty ? "[]" : nil
    case .mapping(let entries): entries.isEmpty ? "{}" : nil
    }
  }

  /// A collection in brackets; nil when it needs more room.
  ///
  /// Cost: linear in the room, however large the value.
  private func flow(_ value: DocumentValue, room: Int) -> String? {
    guard room > 2 else { return nil }
    if let scalar = scalar(value, inFlow: true) { return scalar.count <= room ? scalar : nil }
    var text = ""
    var count = 0
    func append(_ part: String) -> Bool {
      if !text.isEmpty {
        text += ", "
        count += 2
      }
      text += part
      count += part.count
      return count <= room - 2
    }
    switch value {
    case .list(let items):
      for item in items {
        guard let part = flow(item, room: room - count - 2), append(part) else { return nil }
      }
      return "[\(text)]"
    case .mapping(let entries):
      for entry in entries {
        let key = YAMLScalar.key(entry.key, inFlow: true)
        guard key.utf8.count <= Self.longestKey,
          let part = flow(entry.value, room: room - count - key.count - 4),
          append("\(key): \(part)")
        else { return nil }
      }
      return "{\(text)}"
    default: return nil
    }
  }
}

extension DocumentValue {
  fileprivate var isFilledMapping: Bool {
    if case .mapping(let entries) = self { !entries.isEmpty } else { false }
  }
}
