import JourneyModel

extension EditWriter {
  /// Takes entries away and puts new ones in, in a list or mapping in brackets.
  mutating func restructureBrackets(_ slots: [EditPart.Slot], _ source: EditPart.Source) {
    let places = slots.indices.filter { slots[$0].source != nil }
    let lastKept = slots.lastIndex(where: \.isKept) ?? 0
    for (number, index) in places.enumerated() where slots[index].isRemoved {
      guard let place = slots[index].source else { continue }
      if index < lastKept, let next = slots[places[number + 1]].source {
        replace(place.start, next.start, "")
      } else if number > 0, let before = slots[places[number - 1]].source {
        replace(before.end, place.end, "")
      }
    }
    let isTall = isTall(places.compactMap { slots[$0].source }, source)
    let neighbours = EditNeighbours(slots, bytes, inBrackets: true)
    let indent = neighbours.first.map { bytes.indent($0.start) } ?? ""
    var index = 0
    while index < slots.count {
      guard slots[index].isNew else {
        index += 1
        continue
      }
      let end = slots[index...].firstIndex { $0.isKept } ?? slots.count
      let texts = slots[index..<end].filter(\.isNew).map {
        text(of: $0, among: neighbours, isTall: isTall, indent: indent)
      }
      if let last = slots[..<index].lastIndex(where: \.isKept), let before = slots[last].source {
        insert(
          texts, behind: before, isLast: end == slots.count, in: source, isTall: isTall,
          // What goes behind it takes its comma along.
          losesNext: end == slots.count && slots[last...].contains(where: \.isRemoved))
      } else if end < slots.count, let behind = slots[end].source {
        let separator =
          isTall ? "," + emitter.style.newline + bytes.indent(behind.start) : emitter.comma
        insert(texts.map { $0 + separator }.joined(), at: behind.start)
      }
      index = end
    }
  }

  /// Whether each entry stands on a line of its own.
  private func isTall(_ places: [EditPart.SlotSource], _ source: EditPart.Source) -> Bool {
    guard let first = places.first, !bytes.isSameLine(source.start, first.start) else {
      return false
    }
    return zip(places, places.dropFirst()).allSatisfy { !bytes.isSameLine($0.end, $1.start) }
  }

  /// Whether new collections have a line for each of their entries: each entry has one, and the
  /// collections that are there are not in one line.
  func opensCollections(_ slots: [EditPart.Slot], _ source: EditPart.Source) -> Bool {
    guard isTall(slots.compactMap(\.source), source) else { return false }
    let last = EditNeighbours(slots, bytes, inBrackets: true).lastCollection
    return last.map { !bytes.isSameLine($0.start, $0.end) } ?? true
  }

  private mutating func insert(
    _ texts: [String], behind before: EditPart.SlotSource, isLast: Bool,
    in source: EditPart.Source, isTall: Bool, losesNext: Bool
  ) {
    guard isTall else {
      return insert(texts.map { emitter.comma + $0 }.joined(), at: before.end)
    }
    let newLine = emitter.style.newline + bytes.indent(before.start)
    let lines = texts.map { newLine + $0 }.joined(separator: ",")
    let next = bytes.skipBlank(before.end)
    if losesNext {
      insert("," + lines, at: before.end)
    } else if bytes[next] == UInt8(ascii: ",") {
      // Behind the comma and the comment of the entry before.
      let end = bytes.lineEnd(next)
      let behind = bytes.skipBlank(next + 1)
      if behind < end {
        // The next entry or the bracket stands on the same line.
        insert(lines + ",", at: next + 1)
      } else {
        insert(lines + ",", at: end)
      }
    } else {
      insert(",", at: before.end)
      let end = bytes.lineEnd(before.end)
      insert(lines, at: source.end - 1 > end ? end : before.end)
    }
  }

  private func text(
    of slot: EditPart.Slot, among neighbours: EditNeighbours, isTall: Bool, indent: String
  ) -> String {
    let value = slot.part.value
    let key = slot.key.isEmpty && !neighbours.isMapping ? "" : keyText(slot.key)
    guard isTall, emitter.style.isJSON else {
      return key + emitter.inline(value, inBrackets: true)
    }
    // Beside collections in one line another one has one line, too.
    let isFlat = neighbours.lastCollection.map { bytes.isSameLine($0.start, $0.end) }
    return key
      + (isFlat == true
        ? emitter.inline(value, inBrackets: true) : emitter.pretty(value, indent: indent))
  }

  private func keyText(_ key: String) -> String {
    emitter.key(key, inBrackets: true) + emitter.colon
  }
}
