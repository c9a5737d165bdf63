import JourneyModel

/// Turns changed parts into replacements of the document's bytes.
///
/// Parts that are inside others come first, so that two insertions at one place stand in the order
/// of their depth, the deeper one first.
///
/// Cost: linear in the document.
struct EditWriter {
  /// Bytes that give way to a text.
  struct Replacement {
    /// The bytes; empty for an insertion.
    var range: Range<Int>
    /// What comes in their place.
    var text: String
  }

  /// How a value is held.
  struct Holder {
    /// Whether it stands within brackets.
    var inBrackets = false
    /// The column of its key or hyphen; −1 for the document.
    var column = -1
    /// Behind its colon or hyphen.
    var introduced: Int?
    /// Whether it is an item of a list.
    var isItem = false
    /// Whether it is one of the parts of a document that have a line for each of their entries.
    var isRootPart = false
    /// Whether collections beside it have a line for each of their entries, in JSON.
    var isTall = false
  }

  let bytes: EditBytes
  let emitter: EditEmitter
  /// What was found so far.
  private(set) var replacements: [Replacement] = []
  /// Whether places were found that cannot be: the text was understood wrongly.
  private var isLost = false

  /// Creates a writer.
  init(bytes: EditBytes, style: EditStyle) {
    self.bytes = bytes
    emitter = EditEmitter(style: style)
  }

  /// The document's bytes with all replacements made; nil when two of them overlap.
  func applied() -> [UInt8]? {
    guard !isLost else { return nil }
    // Insertions before what is taken away at the same place; else as they were found.
    let sorted = replacements.enumerated().sorted {
      let left = $0.element.range
      let right = $1.element.range
      return (left.lowerBound, left.isEmpty ? 0 : 1, $0.offset)
        < (right.lowerBound, right.isEmpty ? 0 : 1, $1.offset)
    }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + 1024)
    var done = 0
    var wasRemoval = false
    for (_, replacement) in sorted {
      let isRemoval = replacement.text.isEmpty
      // A line break may be taken away with the line before it and the one behind it.
      guard replacement.range.lowerBound >= done || isRemoval && wasRemoval else { return nil }
      let start = max(done, replacement.range.lowerBound)
      result += bytes.bytes[done..<start]
      result += Array(replacement.text.utf8)
      done = max(done, replacement.range.upperBound)
      wasRemoval = isRemoval
    }
    return result + bytes.bytes[done...]
  }

  /// Replaces the bytes from a place up to another.
  mutating func replace(_ from: Int, _ upTo: Int, _ text: String) {
    guard from >= 0, from <= upTo, upTo <= bytes.count else {
      isLost = true
      return
    }
    replacements.append(Replacement(range: from..<upTo, text: text))
  }

  mutating func insert(_ text: String, at place: Int) { replace(place, place, text) }

  // MARK: - Parts

  /// Finds what has to change in a part.
  mutating func write(_ part: EditPart, _ holder: Holder = Holder()) {
    guard let source = part.source else { return }
    if part.isChanged {
      return replaceValue(part.value, source, holder, isOpen: source.form == .lines)
    }
    let slots: [EditPart.Slot]
    let isList: Bool
    switch part.content {
    case .value: return
    case .mapping(let entries): (slots, isList) = (entries, false)
    case .list(let items): (slots, isList) = (items, true)
    }
    let isRestructured = slots.contains { $0.isNew || $0.source != nil && $0.isRemoved }
    if isRestructured, !slots.contains(where: \.isKept) {
      return replaceValue(part.value, source, holder, isOpen: source.form == .lines)
    }
    let inBrackets = source.form == .bracketed || holder.inBrackets
    let isTall =
      emitter.style.isJSON && slots.contains { $0.isKept && $0.part.isChanged }
      && opensCollections(slots, source)
    for slot in slots where slot.isKept {
      write(
        slot.part,
        Holder(
          inBrackets: inBrackets, column: inBrackets ? -1 : source.column,
          introduced: slot.source?.introduced, isItem: isList,
          isRootPart: holder.column < 0 && Self.parts.contains(slot.key), isTall: isTall))
    }
    guard isRestructured else { return }
    if source.form == .bracketed {
      restructureBrackets(slots, source)
    } else {
      restructureLines(slots, source, isList: isList, isRoot: holder.column < 0)
    }
  }

  /// The parts of a document that have a line for each of their entries, however few there are.
  static let parts: Set<String> = [
    RootKey.personas.rawValue, RootKey.channels.rawValue, RootKey.touchpoints.rawValue,
    RootKey.flow.rawValue, RootKey.evidence.rawValue, RootKey.decisions.rawValue,
  ]

  // MARK: - A value in the place of another

  private mutating func replaceValue(
    _ value: DocumentValue, _ source: EditPart.Source, _ holder: Holder, isOpen: Bool
  ) {
    if emitter.style.isJSON {
      let isTall =
        !bytes.isSameLine(source.start, source.end) || (holder.isTall && source.form != .bracketed)
      return replace(
        source.start, source.end,
        isTall || holder.isRootPart
          ? emitter.pretty(value, indent: bytes.indent(source.start))
          : emitter.inline(value, inBrackets: true))
    }
    guard !holder.inBrackets else {
      return replace(
        source.start, source.end, blank(before: source) + inline(value, source, inBrackets: true))
    }
    let line = inline(value, source, inBrackets: false)
    let fits = source.column + line.count <= EditStyle.width
    let opens =
      EditEmitter.isFilled(value)
      && (isOpen || (source.form != .bracketed && (holder.isRootPart || !fits)))
    guard opens else { return replaceByLine(line, source, holder) }
    if isOpen || holder.isItem || holder.introduced == nil {
      var column = source.start == source.end ? source.column + 1 : source.column
      var pad = blank(before: source)
      if case .mapping = value, !holder.isItem, isOpen, column <= holder.column {
        // Hyphens may stand in the column of the key above them; keys may not.
        pad = String(repeating: " ", count: holder.column + emitter.style.step - column)
        column = holder.column + emitter.style.step
      }
      return replace(source.start, source.end, pad + emitter.lines(value, column: column))
    }
    // The lines go behind what stands behind the old value: its comment stays with the key.
    let introduced = holder.introduced ?? source.start
    if introduced < source.end { replace(introduced, source.end, "") }
    insert(emitter.opened(value, column: max(0, holder.column)), at: bytes.lineEnd(source.end))
  }

  private mutating func replaceByLine(
    _ line: String, _ source: EditPart.Source, _ holder: Holder
  ) {
    guard source.form == .lines, let introduced = holder.introduced,
      !bytes.isSameLine(introduced, source.start)
    else { return replace(source.start, source.end, blank(before: source) + line) }
    // From the lines below up to the key.
    insert(" " + line, at: introduced)
    let end = bytes.lineEnd(introduced)
    if end < source.end { replace(end, bytes.lineEnd(source.end), "") }
  }

  /// A blank where nothing stood right behind a colon or hyphen.
  private func blank(before source: EditPart.Source) -> String {
    guard source.start == source.end, let before = bytes[source.start - 1],
      before == UInt8(ascii: ":") || before == UInt8(ascii: "-")
    else { return "" }
    return " "
  }

  /// A value in one line, text in the quotes that stood there.
  private func inline(
    _ value: DocumentValue, _ source: EditPart.Source, inBrackets: Bool
  ) -> String {
    if case .text(let text) = value, case .quoted(let quote) = source.form {
      return YAMLScalar.quoted(text, with: quote)
    }
    return emitter.inline(value, inBrackets: inBrackets)
  }
}
