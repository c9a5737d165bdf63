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
  mutating func become(_ new: DocumentValue) throws(EditObstacle) {
    guard value != new else { return }
    guard let source, !isChanged else {
      content = .value(new)
      return
    }
    try checkChangeable()
    switch (content, new) {
    case (.mapping(let slots), .mapping(let entries))
    where slots.contains(where: { slot in
      !slot.isRemoved && entries.contains { $0.key == slot.key }
    }):
      content = .mapping(try Self.merged(slots, with: entries))
    case (.list(let slots), .list(let items))
    where !items.isEmpty && slots.contains(where: { !$0.isRemoved }):
      content = .list(try Self.merged(slots, with: items))
    default:
      if source.holdsAnchor { throw .anchor(source.start) }
      content = .value(new)
      isChanged = true
    }
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
    guard source != nil, !isChanged else {
      content = .value(try self.value.setting(steps, to: value))
      return
    }
    try checkChangeable()
    switch (content, step) {
    case (.mapping(var slots), .key(let key)):
      if let index = try Self.place(of: key, in: slots, walked) {
        try slots[index].part.set(
          rest, to: value, place, order: order, walked: walked + [step])
      } else {
        let slot = Slot(key: key, part: .new(Self.wrapped(value, rest)))
        slots.insert(
          slot, at: Self.place(ofNew: key, in: slots, place, order(walked[...])))
      }
      content = .mapping(slots)
    case (.list(var slots), .index(let index)):
      let live = slots.indices.filter { !slots[$0].isRemoved }
      if live.indices.contains(index) {
        try slots[live[index]].part.set(
          rest, to: value, place, order: order, walked: walked + [step])
      } else if index == live.count {
        slots.append(Slot(key: "", part: .new(Self.wrapped(value, rest))))
      } else {
        throw .nothing(at: "item \(index)", source?.start)
      }
      content = .list(slots)
    case (.value(.null), _):
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
    try checkChangeable()
    switch (content, step) {
    case (.mapping(var slots), .key(let key)):
      guard let index = try Self.place(of: key, in: slots, walked) else {
        throw .nothing(at: "'\(key)'", source?.start)
      }
      try slots[index].part.reach(steps.dropFirst(), walked: walked + [step], change)
      content = .mapping(slots)
    case (.list(var slots), .index(let index)):
      let live = slots.indices.filter { !slots[$0].isRemoved }
      guard live.indices.contains(index) else { throw .nothing(at: "item \(index)", source?.start) }
      try slots[live[index]].part.reach(steps.dropFirst(), walked: walked + [step], change)
      content = .list(slots)
    case (.value, .index(0)) where !isCollection:
      try reach(steps.dropFirst(), walked: walked + [step], change)
    default:
      // What is new is not made of parts; it is made again.
      guard source == nil || isChanged, let inner = value.value(at: steps) else {
        throw .nothing(at: DocumentPath([step]).description, source?.start)
      }
      var part = EditPart.new(inner)
      try change(&part)
      content = .value(try value.setting(steps, to: part.value))
    }
  }

  /// Adds an item to the end of a list.
  mutating func append(_ item: DocumentValue) throws(EditObstacle) {
    switch content {
    case .list(var slots) where source != nil && !isChanged:
      try checkChangeable()
      slots.append(Slot(key: "", part: .new(item)))
      content = .list(slots)
    default:
      switch value {
      case .null: try become(.list([item]))
      case .list(let items): try become(.list(items + [item]))
      case .mapping(let entries) where entries.isEmpty: try become(.list([item]))
      // One value stands for a list of one.
      case let value: try become(.list([value, item]))
      }
    }
  }

  /// Removes one entry or item.
  mutating func remove(
    _ step: DocumentPath.Step, walked: [DocumentPath.Step]
  ) throws(EditObstacle) {
    try checkChangeable()
    switch (content, step) {
    case (.mapping(var slots), .key(let key)):
      guard let index = try Self.place(of: key, in: slots, walked) else {
        throw .nothing(at: "'\(key)'", source?.start)
      }
      try Self.remove(index, from: &slots)
      content = .mapping(slots)
    case (.list(var slots), .index(let index)):
      let live = slots.indices.filter { !slots[$0].isRemoved }
      guard live.indices.contains(index) else { throw .nothing(at: "item \(index)", source?.start) }
      try Self.remove(live[index], from: &slots)
      content = .list(slots)
    case (.value(let value), _) where source == nil || isChanged:
      content = .value(try value.removing(step))
    default:
      throw .nothing(at: DocumentPath([step]).description, source?.start)
    }
  }

  // MARK: - Steps

  private var isCollection: Bool {
    switch value {
    case .list, .mapping: true
    default: false
    }
  }

  /// Says no where a change would reach further than this part.
  private func checkChangeable() throws(EditObstacle) {
    guard let source else { return }
    if source.isAnchored { throw .anchor(source.start) }
    if source.form == .fixed {
      if case .value = content { throw .fixed(source.start, isAlias: true) }
      throw .fixed(source.start, isAlias: false)
    }
    if case .mapping(let slots) = content, let merge = slots.first(where: { $0.key == "<<" }) {
      throw .mergeKey(merge.source?.start)
    }
  }

  /// Where an entry stands among others; nil when there is none.
  ///
  /// Arrows of `flow` are the same arrow however many spaces are around them.
  static func place(
    of key: String, in slots: [Slot], _ walked: [DocumentPath.Step]
  ) throws(EditObstacle) -> Int? {
    var found = slots.indices.filter { !slots[$0].isRemoved && slots[$0].key == key }
    if found.isEmpty, walked == [.key(RootKey.flow.rawValue)] {
      let arrow = FlowKey(key)
      if let source = arrow.source, let target = arrow.target {
        found = slots.indices.filter { index in
          guard !slots[index].isRemoved else { return false }
          let other = FlowKey(slots[index].key)
          return other.source == source && other.target == target
        }
      }
    }
    if found.count > 1 { throw .duplicate(key, slots[found[1]].source?.start) }
    return found.first
  }

  /// Where a new entry goes: beside a sibling, else behind those that come before it in the usual
  /// order, else to the end.
  private static func place(
    ofNew key: String, in slots: [Slot], _ place: NewPlace, _ order: [String]
  ) -> Int {
    func index(of key: String) -> Int? { slots.lastIndex { !$0.isRemoved && $0.key == key } }
    switch place {
    case .behind(let sibling): if let index = index(of: sibling) { return index + 1 }
    case .before(let sibling): if let index = index(of: sibling) { return index }
    case .usual: break
    }
    guard let own = order.firstIndex(of: key) else { return slots.count }
    var best: (rank: Int, index: Int)?
    for (index, slot) in slots.enumerated() where !slot.isRemoved {
      if let rank = order.firstIndex(of: slot.key), rank < own, rank >= best?.rank ?? -1 {
        best = (rank, index)
      }
    }
    return best.map { $0.index + 1 } ?? slots.count
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

  private static func remove(_ index: Int, from slots: inout [Slot]) throws(EditObstacle) {
    if let source = slots[index].part.source, source.holdsAnchor { throw .anchor(source.start) }
    if slots[index].source == nil {
      slots.remove(at: index)
    } else {
      slots[index].isRemoved = true
    }
  }

  private static func merged(
    _ slots: [Slot], with entries: [DocumentValue.Entry]
  ) throws(EditObstacle) -> [Slot] {
    var slots = slots
    for index in slots.indices.reversed() where !slots[index].isRemoved {
      let key = slots[index].key
      if slots[..<index].contains(where: { !$0.isRemoved && $0.key == key }) {
        throw .duplicate(key, slots[index].source?.start)
      }
      if let entry = entries.first(where: { $0.key == key }) {
        try slots[index].part.become(entry.value)
      } else {
        try remove(index, from: &slots)
      }
    }
    var place = 0
    for entry in entries {
      if let index = slots.firstIndex(where: { !$0.isRemoved && $0.key == entry.key }) {
        place = index + 1
      } else {
        slots.insert(Slot(key: entry.key, part: .new(entry.value)), at: place)
        place += 1
      }
    }
    return slots
  }

  private static func merged(
    _ slots: [Slot], with items: [DocumentValue]
  ) throws(EditObstacle) -> [Slot] {
    var slots = slots
    let live = slots.indices.filter { !slots[$0].isRemoved }
    let values = live.map { slots[$0].part.value }
    let shorter = min(values.count, items.count)
    let before = zip(values, items).prefix { $0 == $1 }.count
    let behind = min(
      shorter - before, zip(values.reversed(), items.reversed()).prefix { $0 == $1 }.count)
    let changed = shorter - before - behind
    for offset in 0..<changed {
      try slots[live[before + offset]].part.become(items[before + offset])
    }
    let from = before + changed
    for offset in (from..<(values.count - behind)).reversed() {
      try remove(live[offset], from: &slots)
    }
    let added = items[from..<(items.count - behind)]
    if !added.isEmpty {
      let place = from < live.count ? live[from] : slots.count
      slots.insert(contentsOf: added.map { Slot(key: "", part: .new($0)) }, at: place)
    }
    return slots
  }
}
