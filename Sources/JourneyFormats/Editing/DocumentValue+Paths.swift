import JourneyModel

extension DocumentValue {
  /// What a path leads to; nil when nothing is there.
  func value(at steps: ArraySlice<DocumentPath.Step>) -> DocumentValue? {
    guard let step = steps.first else { return self }
    switch (self, step) {
    case (.mapping(let entries), .key(let key)):
      return entries.first { $0.key == key }?.value.value(at: steps.dropFirst())
    case (.list(let items), .index(let index)):
      return items.indices.contains(index) ? items[index].value(at: steps.dropFirst()) : nil
    default: return nil
    }
  }

  /// The value with something else at the end of a path.
  func setting(
    _ steps: ArraySlice<DocumentPath.Step>, to value: DocumentValue
  ) throws(EditObstacle) -> DocumentValue {
    guard let step = steps.first else { return value }
    let rest = steps.dropFirst()
    switch (self, step) {
    case (.mapping(var entries), .key(let key)):
      if let index = entries.firstIndex(where: { $0.key == key }) {
        entries[index].value = try entries[index].value.setting(rest, to: value)
      } else {
        entries.append(Entry(key, try DocumentValue.null.setting(rest, to: value)))
      }
      return .mapping(entries)
    case (.list(var items), .index(let index)) where index <= items.count && index >= 0:
      if index < items.count {
        items[index] = try items[index].setting(rest, to: value)
      } else {
        items.append(try DocumentValue.null.setting(rest, to: value))
      }
      return .list(items)
    case (.null, .key(let key)):
      return .mapping([Entry(key, try DocumentValue.null.setting(rest, to: value))])
    case (.null, .index(0)):
      return .list([try DocumentValue.null.setting(rest, to: value)])
    default:
      throw .nothing(at: DocumentPath([step]).description, nil)
    }
  }

  /// The value without one of its entries.
  func removing(_ step: DocumentPath.Step) throws(EditObstacle) -> DocumentValue {
    switch (self, step) {
    case (.mapping(var entries), .key(let key)):
      guard let index = entries.firstIndex(where: { $0.key == key }) else { break }
      entries.remove(at: index)
      return .mapping(entries)
    case (.list(var items), .index(let index)) where items.indices.contains(index):
      items.remove(at: index)
      return .list(items)
    default: break
    }
    throw .nothing(at: DocumentPath([step]).description, nil)
  }
}
