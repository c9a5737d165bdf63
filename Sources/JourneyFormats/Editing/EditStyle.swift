/// How the author of a document writes: what new parts are written like.
struct EditStyle: Sendable {
  /// How many characters a line may have before its brackets are opened up.
  static let width = 100
  /// How many it may have beside items that all stand in brackets.
  static let widest = 160

  /// Whether it is JSON.
  var isJSON: Bool
  /// What ends a line.
  var newline: String
  /// How many columns further in the entries of a mapping stand.
  var step: Int
  /// How many columns further in the hyphens of a list stand than the key above them.
  var listStep: Int
  /// Whether JSON is written without a space behind colons and commas.
  var isCompact: Bool

  /// Learns from a document.
  init(_ bytes: EditBytes, root: EditPart, isJSON: Bool) {
    self.isJSON = isJSON
    newline = "\n"
    if let first = bytes.bytes.firstIndex(where: { $0 == 10 || $0 == 13 }) {
      newline = bytes.bytes[first] == 10 ? "\n" : bytes[first + 1] == 10 ? "\r\n" : "\r"
    }
    step = 2
    listStep = 2
    isCompact = false
    if isJSON {
      isCompact = Self.isCompact(root, bytes)
      if case .mapping(let slots) = root.content, let first = slots.first?.source,
        bytes.isFirstOnLine(first.start)
      {
        step = max(1, bytes.indent(first.start).utf8.count)
      }
    } else {
      step = Self.step(root, ofLists: false) ?? 2
      listStep = Self.step(root, ofLists: true) ?? step
    }
  }

  /// How much further in the first mapping (or list) stands that a mapping holds.
  private static func step(_ part: EditPart, ofLists: Bool) -> Int? {
    guard let outer = part.source else { return nil }
    let slots: [EditPart.Slot]
    switch part.content {
    case .mapping(let entries): slots = entries
    case .list(let items): slots = items
    case .value: return nil
    }
    for slot in slots {
      guard let inner = slot.part.source, inner.form == .lines else { continue }
      if case .mapping = part.content {
        switch slot.part.content {
        case .mapping where !ofLists, .list where ofLists:
          return max(0, inner.column - outer.column)
        default: break
        }
      }
    }
    return slots.lazy.compactMap { step($0.part, ofLists: ofLists) }.first
  }

  private static func isCompact(_ part: EditPart, _ bytes: EditBytes) -> Bool {
    guard case .mapping(let slots) = part.content, let first = slots.first?.source,
      let colon = first.introduced
    else { return false }
    return (bytes[colon] ?? 32) > 32
  }
}
