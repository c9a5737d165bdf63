import JourneyModel

/// How the entries of one list or mapping are written, which new ones are written like; looked at once,
/// however many new ones there are.
struct EditNeighbours {
  /// The last list with something in it that stands in the text.
  private(set) var list: EditPart.Source?
  /// The last mapping with something in it that stands in the text.
  private(set) var mapping: EditPart.Source?
  /// How many characters the longest first line of an entry has.
  private(set) var longestLine = 0
  /// The column in which all values on the line of their key stand, when more than a blank leads there.
  private(set) var column: Int?
  /// Whether it is a mapping.
  private(set) var isMapping = false
  /// The first entry that stands in the text.
  private(set) var first: EditPart.SlotSource?

  /// Looks at entries.
  ///
  /// Cost: linear in their number and in their first lines.
  init(_ slots: [EditPart.Slot], _ bytes: EditBytes, inBrackets: Bool) {
    var columns: Set<Int> = []
    var isPadded = false
    for slot in slots {
      guard let place = slot.source else { continue }
      first = first ?? place
      isMapping = isMapping || place.introduced != nil
      if !slot.part.isChanged, !slot.part.entries.isEmpty {
        switch slot.part.kind {
        case .list: list = slot.part.source
        case .mapping: mapping = slot.part.source
        case .value: break
        }
      }
      guard !inBrackets else { continue }
      let start = bytes.lineStart(place.start)
      longestLine = max(
        longestLine,
        bytes.bytes[start..<bytes.lineEnd(place.start)].count { $0 & 0xc0 != 0x80 })
      guard slot.isKept, let introduced = place.introduced, let value = slot.part.source,
        value.end > value.start, bytes.isSameLine(introduced, value.start)
      else { continue }
      columns.insert(value.start - start)
      isPadded = isPadded || value.start > introduced + 1
    }
    if isPadded, columns.count == 1 { column = columns.first }
  }

  /// The last entry whose value is of the same kind.
  func like(_ value: DocumentValue) -> EditPart.Source? {
    switch value {
    case .list: list
    case .mapping: mapping
    default: nil
    }
  }

  /// The last collection with something in it.
  var lastCollection: EditPart.Source? {
    guard let list, let mapping else { return list ?? mapping }
    return list.start > mapping.start ? list : mapping
  }
}
