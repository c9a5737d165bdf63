import JourneyModel

/// The entries of a mapping or the items of a list, found without a search and moved by none that
/// comes between them.
///
/// Each keeps the place at which it was put in. What comes behind what is told by links once it is not
/// the order of the places any more, and many entries have an index of their keys.
struct EditEntries: Sendable {
  /// Which entries one key has: one, unless it is given twice.
  private struct Found {
    var first: Int
    var second: Int?
  }

  /// What comes before and behind each entry; −1 for nothing.
  private struct Links {
    var next: [Int]
    var previous: [Int]
    var head: Int
    var tail: Int
  }

  /// An arrow of `flow`, however many spaces are around it.
  private struct Arrow: Hashable {
    var source: Transition.Source
    var target: Transition.Target

    init?(_ key: String) {
      let key = FlowKey(key)
      guard let source = key.source, let target = key.target else { return nil }
      self.source = source
      self.target = target
    }
  }

  /// From how many entries on an index is kept.
  private static let many = 16

  private var storage: [EditPart.Slot]
  private var links: Links?
  private var keys: [String: Found]?
  private var arrows: [Arrow: Found]?
  /// The places of the entries that are not to go, in order; nil when it has to be made again.
  private var live: [Int]?
  private var hasRemoved: Bool

  /// Creates entries in their order.
  init(_ slots: [EditPart.Slot] = []) {
    storage = slots
    hasRemoved = slots.contains(where: \.isRemoved)
    if storage.count > Self.many { makeIndex() }
  }

  /// The entry at a place.
  subscript(place: Int) -> EditPart.Slot {
    get { storage[place] }
    _modify { yield &storage[place] }
  }

  /// All entries in order, with those that are to go.
  ///
  /// Cost: none, unless one was put between others; then linear in the entries.
  var slots: [EditPart.Slot] { links == nil ? storage : order.map { storage[$0] } }

  /// Whether there is no entry, not even one that is to go.
  var isEmpty: Bool { storage.isEmpty }

  /// The places of the entries that stay, in order.
  var livePlaces: [Int] { live ?? order.filter { !storage[$0].isRemoved } }

  /// Whether each item's place is its number.
  private var isPlain: Bool { links == nil && !hasRemoved }

  private var order: [Int] {
    guard let links else { return Array(storage.indices) }
    var order: [Int] = []
    order.reserveCapacity(storage.count)
    var place = links.head
    while place >= 0 {
      order.append(place)
      place = links.next[place]
    }
    return order
  }

  // MARK: - Finding

  /// Where an entry stands; nil when there is none.
  ///
  /// Cost: none in an index, else linear in the few entries.
  ///
  /// - Parameters:
  ///   - key: Its key.
  ///   - isArrow: Whether arrows are the same however many spaces are around them.
  /// - Returns: The place.
  /// - Throws: That the key is given twice.
  func place(of key: String, isArrow: Bool) throws(EditObstacle) -> Int? {
    var found = found(key)
    if found == nil, isArrow, let arrow = Arrow(key) {
      if let arrows {
        found = arrows[arrow]
      } else {
        found = self.found { Arrow(storage[$0].key) == arrow }
      }
    }
    if let second = found?.second { throw .duplicate(key, storage[second].source?.start) }
    return found?.first
  }

  /// Where the last entry with a key stands; nil when there is none.
  func lastPlace(of key: String) -> Int? { found(key).map { $0.second ?? $0.first } }

  /// Where an item of a list stands; nil when there are not so many.
  ///
  /// Cost: none, until an item was removed or put between others; then one look at all items.
  mutating func place(ofItem index: Int) -> Int? {
    if isPlain { return storage.indices.contains(index) ? index : nil }
    if live == nil { live = livePlaces }
    return live.flatMap { $0.indices.contains(index) ? $0[index] : nil }
  }

  /// How many items stay.
  mutating func liveCount() -> Int {
    if isPlain { return storage.count }
    if live == nil { live = livePlaces }
    return live?.count ?? 0
  }

  private func found(_ key: String) -> Found? {
    if let keys { return keys[key] }
    return found { storage[$0].key == key }
  }

  private func found(_ isWanted: (Int) -> Bool) -> Found? {
    var found: Found?
    for place in order where !storage[place].isRemoved && isWanted(place) {
      guard let first = found?.first else {
        found = Found(first: place)
        continue
      }
      return Found(first: first, second: place)
    }
    return found
  }

  // MARK: - Changing

  /// Puts an entry behind all others.
  mutating func append(_ slot: EditPart.Slot) {
    insert(slot, behind: links?.tail ?? storage.count - 1)
  }

  /// Puts an entry before another.
  ///
  /// - Returns: Its place.
  @discardableResult
  mutating func insert(_ slot: EditPart.Slot, before place: Int) -> Int {
    insert(slot, behind: links?.previous[place] ?? place - 1)
  }

  /// Puts an entry behind another; behind −1 is before all others.
  ///
  /// Cost: none but for the first that is put between others.
  ///
  /// - Returns: Its place.
  @discardableResult
  mutating func insert(_ slot: EditPart.Slot, behind place: Int) -> Int {
    let new = storage.count
    let isLast = place == links?.tail ?? new - 1
    if !isLast, links == nil { makeLinks() }
    storage.append(slot)
    if links != nil { link(new, behind: place) }
    if isLast, live != nil { live?.append(new) } else { live = nil }
    if keys != nil { index(new) } else if storage.count > Self.many { makeIndex() }
    return new
  }

  /// Takes an entry away: one of the text is marked as to go, a new one was never there.
  mutating func remove(_ place: Int) {
    live = nil
    hasRemoved = true
    let key = storage[place].key
    storage[place].isRemoved = true
    if keys?[key]?.first == place { keys?[key] = nil }
    if arrows != nil, let arrow = Arrow(key), arrows?[arrow]?.first == place {
      arrows?[arrow] = nil
    }
  }

  // MARK: - Inside

  private mutating func makeLinks() {
    let count = storage.count
    links = Links(
      next: (0..<count).map { $0 + 1 < count ? $0 + 1 : -1 }, previous: (0..<count).map { $0 - 1 },
      head: count == 0 ? -1 : 0, tail: count - 1)
  }

  private mutating func link(_ new: Int, behind place: Int) {
    guard var links else { return }
    // Taken out meanwhile, so that it is changed in its place.
    self.links = nil
    let next = place < 0 ? links.head : links.next[place]
    links.next.append(next)
    links.previous.append(place)
    if place < 0 { links.head = new } else { links.next[place] = new }
    if next < 0 { links.tail = new } else { links.previous[next] = new }
    self.links = links
  }

  private mutating func makeIndex() {
    keys = Dictionary(minimumCapacity: storage.count)
    arrows = [:]
    for place in order where !storage[place].isRemoved { index(place) }
  }

  private mutating func index(_ place: Int) {
    let key = storage[place].key
    guard !key.isEmpty else { return }
    Self.note(place, at: key, in: &keys)
    guard key.utf8.contains(UInt8(ascii: ">")), let arrow = Arrow(key) else { return }
    Self.note(place, at: arrow, in: &arrows)
  }

  private static func note<Key>(_ place: Int, at key: Key, in index: inout [Key: Found]?) {
    if index?[key] == nil {
      index?[key] = Found(first: place)
    } else {
      index?[key]?.second = place
    }
  }
}
