import JourneyModel

extension EditWriter {
  /// Takes lines away and puts new ones in, in a list or mapping with a line for each entry.
  mutating func restructureLines(
    _ slots: [EditPart.Slot], _ source: EditPart.Source, isList: Bool, isRoot: Bool
  ) {
    for index in slots.indices {
      guard slots[index].isRemoved, let place = slots[index].source else { continue }
      removeLines(of: place, next: slots[(index + 1)...].lazy.compactMap(\.source).first)
    }
    let indent = String(repeating: " ", count: source.column)
    let neighbours = EditNeighbours(slots, bytes, inBrackets: false)
    var index = 0
    while index < slots.count {
      guard slots[index].isNew else {
        index += 1
        continue
      }
      let end = slots[index...].firstIndex { !$0.isNew && $0.isKept } ?? slots.count
      let new = slots[index..<end].filter(\.isNew)
      let last = slots[..<index].lastIndex(where: \.isKept)
      let before = last.flatMap { slots[$0].source }
      let behind = end < slots.count ? slots[end].source : nil
      let isSpaced = spaced(last, behind, in: slots)
      if let before {
        var isTallBefore = !bytes.isSameLine(before.start, before.end)
        for slot in new {
          let text = line(of: slot, among: neighbours, source, isList: isList, isRoot: isRoot)
          let isTall = text.contains(emitter.style.newline)
          let gap =
            isSpaced.always || (isSpaced.tall && (isTall || isTallBefore))
            ? emitter.style.newline : ""
          insert(emitter.style.newline + gap + indent + text, at: bytes.lineEnd(before.end))
          isTallBefore = isTall
        }
      } else if let behind {
        let next = slots[(end + 1)...].lazy.compactMap(\.source).first
        let gap =
          next.map { hasBlankLine(behind.end, $0.start) } == true ? emitter.style.newline : ""
        let texts = new.map {
          line(of: $0, among: neighbours, source, isList: isList, isRoot: isRoot)
            + emitter.style.newline + gap + indent
        }
        insert(texts.joined(), at: isRoot ? behind.start : withComments(behind.start, source))
      }
      index = end
    }
  }

  /// Whether entries have a blank line between them: all of them, or those of several lines.
  private func spaced(
    _ last: Int?, _ behind: EditPart.SlotSource?, in slots: [EditPart.Slot]
  ) -> (always: Bool, tall: Bool) {
    guard let last, let before = slots[last].source else { return (false, false) }
    let earlier = slots[..<last].lazy.compactMap(\.source).last
    let isGapBefore = earlier.map { hasBlankLine($0.end, before.start) }
    let isGapBehind = behind.map { hasBlankLine(before.end, $0.start) }
    let isGap = isGapBehind ?? isGapBefore ?? false
    return (isGap && isGapBefore == true, isGap || isGapBefore == true)
  }

  /// Where an entry begins when the comments right above it are its own.
  private func withComments(_ start: Int, _ source: EditPart.Source) -> Int {
    guard bytes.isFirstOnLine(start) else { return start }
    var first = start
    var line = bytes.lineStart(start)
    while line > 0 {
      line = bytes.lineStart(bytes.lineEnd(before: line))
      let own = line + source.column
      guard own < first, bytes.isFirstOnLine(own), bytes.bytes[own] == UInt8(ascii: "#") else {
        break
      }
      first = own
    }
    return first
  }

  private func hasBlankLine(_ start: Int, _ end: Int) -> Bool {
    var line = bytes.nextLine(start)
    while line < end {
      if bytes.isBlankLine(line) { return true }
      line = bytes.nextLine(line)
    }
    return false
  }

  private mutating func removeLines(
    of place: EditPart.SlotSource, next: EditPart.SlotSource?
  ) {
    guard bytes.isFirstOnLine(place.start) else {
      // The first entry of a mapping behind a hyphen: the next one takes its place, or its comment
      // stays there.
      let behind = bytes.skipBlank(place.end)
      let hasComment = bytes.bytes[place.end..<max(place.end, min(behind, bytes.count))]
        .contains(UInt8(ascii: "#"))
      if let next, !hasComment { return replace(place.start, next.start, "") }
      return replace(place.start, place.end, "")
    }
    var start = bytes.lineStart(place.start)
    let end = bytes.lineEnd(place.end)
    guard start > 0 else { return replace(0, bytes.nextLine(place.end), "") }
    // Of two blank lines around it one stays.
    let above = bytes.lineStart(bytes.lineEnd(before: start))
    let below = bytes.nextLine(end)
    if above > 0, bytes.isBlankLine(above), below >= bytes.count || bytes.isBlankLine(below) {
      start = above
    }
    // The line break above goes, so that what is put behind the line stays in its place.
    replace(bytes.lineEnd(before: start), end, "")
  }

  // MARK: - New lines

  /// The text of a new entry, its first line without indent.
  private func line(
    of slot: EditPart.Slot, among neighbours: EditNeighbours, _ source: EditPart.Source,
    isList: Bool, isRoot: Bool
  ) -> String {
    let value = slot.part.value
    let looksOpen = neighbours.like(value).map { $0.form == .lines }
    guard EditEmitter.isFilled(value) else {
      let text = emitter.inline(value, inBrackets: false)
      return isList ? "- " + text : introduction(slot.key, among: neighbours, source) + text
    }
    let isPart = isRoot && Self.parts.contains(slot.key)
    if isList {
      if looksOpen == true { return "- " + emitter.lines(value, column: source.column + 2) }
      let line = emitter.inline(value, inBrackets: false)
      let width =
        looksOpen == false ? max(EditStyle.widest, neighbours.longestLine) : EditStyle.width
      return source.column + 2 + line.count <= width
        ? "- " + line : "- " + emitter.lines(value, column: source.column + 2)
    }
    let key = emitter.key(slot.key, inBrackets: false)
    if isPart || (!isRoot && looksOpen == true) {
      return key + ":" + emitter.opened(value, column: source.column)
    }
    let start = introduction(slot.key, among: neighbours, source)
    let line = emitter.inline(value, inBrackets: false)
    let width = max(EditStyle.width, looksOpen == false ? neighbours.longestLine : 0)
    return source.column + start.count + line.count <= width
      ? start + line : key + ":" + emitter.opened(value, column: source.column)
  }

  /// A key with its colon and what stands before values here: one blank, or as many as bring them
  /// under each other.
  private func introduction(
    _ key: String, among neighbours: EditNeighbours, _ source: EditPart.Source
  ) -> String {
    let text = emitter.key(key, inBrackets: false) + ":"
    guard let column = neighbours.column else { return text + " " }
    let room = column - source.column - text.utf8.count
    return text + String(repeating: " ", count: max(1, room))
  }
}
