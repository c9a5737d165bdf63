import JourneyModel

/// Finds where each part of a document's tree begins and ends.
///
/// Beginnings are the reader's; ends are told from the bytes behind them. What is made of a text that
/// was understood wrongly is found when the changed text is read again.
///
/// Cost: linear in the text.
struct EditTreeBuilder {
  private let bytes: EditBytes
  private let map: SourceMap
  private let unit: SourceMap.Unit

  /// Creates a builder for one text.
  init(bytes: EditBytes, map: SourceMap, unit: SourceMap.Unit) {
    self.bytes = bytes
    self.map = map
    self.unit = unit
  }

  /// The part that a node is.
  ///
  /// - Parameters:
  ///   - node: The node.
  ///   - inBrackets: Whether it stands within brackets.
  ///   - column: The column of the key or hyphen that holds it; −1 for the whole document.
  /// - Returns: The part with everything in it.
  func part(_ node: DocumentNode, inBrackets: Bool = false, column: Int = -1) -> EditPart {
    let first = map.offset(of: node.position)
    let start = bytes.skipProperties(first)
    var source = EditPart.Source(
      start: start, end: start, column: self.column(node.position), form: .plain)
    if start > first, bytes[first] == UInt8(ascii: "&") {
      source.isAnchored = true
      source.holdsAnchor = true
    }
    if bytes[start] == UInt8(ascii: "*"), isYAML {
      source.form = .fixed
      source.end = bytes.plainEnd(start, inBrackets: inBrackets, column: column)
      return EditPart(source: source, content: .value(DocumentValue(node)))
    }
    switch node.content {
    case .scalar(let text, let style):
      switch style {
      case .quoted:
        source.form = .quoted(bytes[start] ?? UInt8(ascii: "\""))
        source.end = bytes.quotedEnd(start)
      case .block:
        source.form = .textBlock
        source.end = bytes.textBlockEnd(start, column: column)
      case .plain:
        // What is not there at all has no bytes, whatever comes behind it.
        source.end =
          text.isEmpty
          ? start : bytes.plainEnd(start, inBrackets: inBrackets || !isYAML, column: column)
      }
      return EditPart(source: source, content: .value(DocumentValue(node)))
    case .list(let items):
      return list(items, source, inBrackets: inBrackets)
    case .mapping(let mapping):
      return self.mapping(mapping, source, inBrackets: inBrackets)
    }
  }

  private var isYAML: Bool {
    if case .lines = unit { true } else { false }
  }

  private func column(_ position: Int) -> Int {
    isYAML ? position & 0xffff_ffff : 0
  }

  // MARK: - Collections

  private func list(
    _ items: [DocumentNode], _ source: EditPart.Source, inBrackets: Bool
  ) -> EditPart {
    var source = source
    var slots: [EditPart.Slot] = []
    slots.reserveCapacity(items.count)
    let isBracketed = bytes[source.start] == UInt8(ascii: "[")
    source.form = isBracketed ? .bracketed : .lines
    var end = source.start
    for item in items {
      var place: EditPart.SlotSource
      if isBracketed {
        let start = map.offset(of: item.position)
        place = EditPart.SlotSource(start: start, end: start, introduced: nil)
      } else {
        let hyphen = slots.isEmpty ? source.start : bytes.skipBlank(end)
        place = EditPart.SlotSource(start: hyphen, end: hyphen + 1, introduced: hyphen + 1)
      }
      let part = self.part(
        item, inBrackets: isBracketed || inBrackets, column: isBracketed ? -1 : source.column)
      take(part, into: &source, &place)
      end = place.end
      slots.append(EditPart.Slot(key: "", source: place, part: part))
    }
    source.end = isBracketed ? closing(slots.isEmpty ? source.start + 1 : end) : end
    return EditPart(source: source, content: .list(slots))
  }

  private func mapping(
    _ mapping: DocumentMapping, _ source: EditPart.Source, inBrackets: Bool
  ) -> EditPart {
    var source = source
    var slots: [EditPart.Slot] = []
    slots.reserveCapacity(mapping.entries.count)
    let isBracketed = bytes[source.start] == UInt8(ascii: "{")
    source.form = isBracketed ? .bracketed : inBrackets ? .fixed : .lines
    var end = source.start
    for entry in mapping.entries {
      let start = map.offset(of: entry.keyPosition)
      let colon = bytes.colonEnd(key: start, inBrackets: isBracketed)
      var place = EditPart.SlotSource(start: start, end: colon ?? start, introduced: colon)
      let part = self.part(
        entry.value, inBrackets: isBracketed || inBrackets, column: column(entry.keyPosition))
      take(part, into: &source, &place)
      end = place.end
      slots.append(EditPart.Slot(key: entry.key, source: place, part: part))
    }
    source.end = isBracketed ? closing(slots.isEmpty ? source.start + 1 : end) : end
    return EditPart(source: source, content: .mapping(slots))
  }

  private func take(
    _ part: EditPart, into source: inout EditPart.Source, _ place: inout EditPart.SlotSource
  ) {
    guard let inner = part.source else { return }
    place.end = max(place.end, inner.end)
    source.holdsAnchor = source.holdsAnchor || inner.holdsAnchor
  }

  /// Behind the bracket that closes what ends at a place.
  private func closing(_ end: Int) -> Int {
    min(bytes.skipBlank(end, commas: true) + 1, bytes.count)
  }
}
