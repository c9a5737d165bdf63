import JourneyModel

extension EditPart {
  /// Where keys that a mapping does not have yet belong: the keys of its kind in their order.
  typealias Order = (ArraySlice<DocumentPath.Step>) -> [String]

  /// Where a key that a mapping does not have yet goes.
  enum NewPlace {
    /// Behind those that come before it in the usual order, else to the end.
    case usual
    /// Behind another key.
    case behind(String)
    /// Before another key.
    case before(String)
  }

  /// Makes the part say something else, touching only what differs.
  ///
  /// When that cannot be, nothing is changed.
  mutating func become(_ new: DocumentValue) throws(EditObstacle) {
    guard value != new else { return }
    guard let source, !isChanged else {
      content = .value(new)
      return
    }
    try checkChangeable()
    var changed = self
    switch (kind, new) {
    case (.mapping, .mapping(let new)) where changed.sharesKeys(with: new):
      try changed.merge(new)
    case (.list, .list(let items)) where !items.isEmpty && !entries.livePlaces.isEmpty:
      try changed.merge(items)
    default:
      if source.holdsAnchor { throw .anchor(source.start) }
      changed.content = .value(new)
      changed.isChanged = true
    }
    self = changed
  }

  /// Sets what a path leads to, with whatever is missing on the way.
  ///
  /// - Parameters:
  ///   - steps: The way that is left.
  ///   - value: What is to stand there.
  ///   - place: Where a new key goes.
  ///   - order: The usual order of keys.
  ///   - walked: The way so far.
  /// - Throws: What is in the way.
  mutating func set(
    _ steps: ArraySlice<DocumentPath.Step>, to value: DocumentValue, _ place: NewPlace,
    order: Order, walked: [DocumentPath.Step] = []
  ) throws(EditObstacle) {
    guard let step = steps.first else { return try become(value) }
    let rest = steps.dropFirst()
    open()
    try checkChangeable()
    switch (kind, step) {
    case (.mapping, .key(let key)):
      if let found = try entries.place(of: key, isArrow: Self.isFlow(walked)) {
        try entries[found].part.set(
          rest, to: value, place, order: order, walked: walked + [step])
      } else {
        let slot = Slot(key: key, part: .new(Self.wrapped(value, rest)))
        insert(slot, place, order(walked[...]))
      }
    case (.list, .index(let index)):
      if let found = entries.place(ofItem: index) {
        try entries[found].part.set(
          rest, to: value, place, order: order, walked: walked + [step])
      } else if index == entries.liveCount() {
        entries.append(Slot(key: "", part: .new(Self.wrapped(value, rest))))
      } else {
        throw .nothing(at: "item \(index)", source?.start)
      }
    case (.value, _) where self.value == .null:
      try become(Self.wrapped(value, steps))
    case (.value, .index(0)):
      // One value stands for a list of one.
      try set(rest, to: value, place, order: order, walked: walked + [step])
    case (_, .key(let key)):
      throw .nothing(at: "place for the key '\(key)'", source?.start)
    case (_, .index):
      throw .nothing(at: "list", source?.start)
    }
  }

  /// Changes the part that a path leads to.
  mutating func reach(
    _ steps: ArraySlice<DocumentPath.Step>, walked: [DocumentPath.Step] = [],
    _ change: (inout EditPart) throws(EditObstacle) -> Void
  ) throws(EditObstacle) {
    guard let step = steps.first else { return try change(&self) }
    open()
    try checkChangeable()
    switch (kind, step) {
    case (.mapping, .key(let key)):
      guard let found = try entries.place(of: key, isArrow: Self.isFlow(walked)) else {
        throw .nothing(at: "'\(key)'", source?.start)
      }
      try entries[found].part.reach(steps.dropFirst(), walked: walked + [step], change)
    case (.list, .index(let index)):
      guard let found = entries.place(ofItem: index) else {
        throw .nothing(at: "item \(index)", source?.start)
      }
      try entries[found].part.reach(steps.dropFirst(), walked: walked + [step], change)
    case (.value, .index(0)):
      try reach(steps.dropFirst(), walked: walked + [step], change)
    default:
      throw .nothing(at: DocumentPath([step]).description, source?.start)
    }
  }

  /// Adds an item to the end of a list.
  mutating func append(_ item: DocumentValue) throws(EditObstacle) {
    open()
    guard kind != .list else {
      try checkChangeable()
      return entries.append(Slot(key: "", part: .new(item)))
    }
    switch value {
    case .null: try become(.list([item]))
    case .mapping(let entries) where entries.isEmpty: try become(.list([item]))
    // One value stands for a list of one.
    case let value: try become(.list([value, item]))
    }
  }

  /// Removes one entry or item.
  mutating func remove(
    _ step: DocumentPath.Step, walked: [DocumentPath.Step]
  ) throws(EditObstacle) {
    open()
    try checkChangeable()
    switch (kind, step) {
    case (.mapping, .key(let key)):
      guard let found = try entries.place(of: key, isArrow: Self.isFlow(walked)) else {
        throw .nothing(at: "'\(key)'", source?.start)
      }
      try remove(found)
    case (.list, .index(let index)):
      guard let found = entries.place(ofItem: index) else {
        throw .nothing(at: "item \(index)", source?.start)
      }
      try remove(found)
    default:
      throw .nothing(at: DocumentPath([step]).description, source?.start)
    }
  }

  // MARK: - Steps

  /// Says no where a change would reach further than this part.
  private func checkChangeable() throws(EditObstacle) {
    guard let source else { return }
    if source.isAnchored { throw .anchor(source.start) }
    if source.form == .fixed {
      throw .fixed(source.start, isAlias: kind == .value)
    }
    if kind == .mapping, let merge = entries.lastPlace(of: "<<") {
      throw .mergeKey(entries[merge].source?.start)
    }
  }

  /// Whether a way leads to `flow`, whose arrows are the same however many spaces are around them.
  static func isFlow(_ walked: [DocumentPath.Step]) -> Bool {
    walked == [.key(RootKey.flow.rawValue)]
  }

  /// Puts a new entry beside a sibling, else behind those that come before it in the usual order, else
  /// to the end.
  private mutating func insert(_ slot: Slot, _ place: NewPlace, _ order: [String]) {
    switch place {
    case .behind(let sibling):
      if let found = entries.lastPlace(of: sibling) {
        entries.insert(slot, behind: found)
        return
      }
    case .before(let sibling):
      if let found = entries.lastPlace(of: sibling) {
        entries.insert(slot, before: found)
        return
      }
    case .usual: break
    }
    let own = order.firstIndex(of: slot.key) ?? 0
    for key in order[..<own].reversed() {
      if let found = entries.lastPlace(of: key) {
        entries.insert(slot, behind: found)
        return
      }
    }
    entries.append(slot)
  }

  private static func wrapped(
    _ value: DocumentValue, _ steps: ArraySlice<DocumentPath.Step>
  ) -> DocumentValue {
    steps.reversed().reduce(value) { value, step in
      switch step {
      case .key(let key): .mapping([DocumentValue.Entry(key, value)])
      case .index: .list([value])
      }
    }
  }

  // MARK: - Collections

  private mutating func remove(_ place: Int) throws(EditObstacle) {
    if let source = entries[place].part.source, source.holdsAnchor { throw .anchor(source.start) }
    entries.remove(place)
  }

  private func sharesKeys(with new: [DocumentValue.Entry]) -> Bool {
    new.contains { entries.lastPlace(of: $0.key) != nil }
  }

  private mutating func merge(_ new: [DocumentValue.Entry]) throws(EditObstacle) {
    let wanted = Dictionary(new.map { ($0.key, $0.value) }) { first, _ in first }
    for place in entries.livePlaces.reversed() {
      let key = entries[place].key
      _ = try entries.place(of: key, isArrow: false)
      if let value = wanted[key] {
        try entries[place].part.become(value)
      } else {
        try remove(place)
      }
    }
    var last = -1
    for entry in new {
      if let found = entries.lastPlace(of: entry.key) {
        last = found
      } else {
        last = entries.insert(Slot(key: entry.key, part: .new(entry.value)), behind: last)
      }
    }
  }

  private mutating func merge(_ items: [DocumentValue]) throws(EditObstacle) {
    let live = entries.livePlaces
    let values = live.map { entries[$0].part.value }
    let shorter = min(values.count, items.count)
    let before = zip(values, items).prefix { $0 == $1 }.count
    let behind = min(
      shorter - before, zip(values.reversed(), items.reversed()).prefix { $0 == $1 }.count)
    let changed = shorter - before - behind
    for offset in 0..<changed {
      try entries[live[before + offset]].part.become(items[before + offset])
    }
    let from = before + changed
    for offset in (from..<(values.count - behind)).reversed() {
      try remove(live[offset])
    }
    for item in items[from..<(items.count - behind)] {
      let slot = Slot(key: "", part: .new(item))
      if from < live.count {
        entries.insert(slot, before: live[from])
      } else {
        entries.append(slot)
      }
    }
  }
}
