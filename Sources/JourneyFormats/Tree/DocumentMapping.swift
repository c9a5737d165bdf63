/// The entries of a mapping in the order they were written, duplicates included.
struct DocumentMapping: Sendable {
  /// One key with its value.
  struct Entry: Sendable {
    /// The key's text.
    var key: String
    /// Where the key begins; see ``SourceMap``.
    var keyPosition: Int
    /// Whether the same key stands further up in the same mapping.
    var isDuplicate = false
    /// The value.
    var value: DocumentNode
  }

  /// The entries in order.
  let entries: [Entry]
  /// The first entry of each key; only made for mappings that are slow to search.
  private let lookup: [String: Int]?

  /// Creates a mapping.
  ///
  /// Cost: linear in the entries.
  ///
  /// - Parameters:
  ///   - entries: The entries in order.
  ///   - mayRepeat: Whether keys may be given twice, so that this has to be found out.
  init(_ entries: [Entry], mayRepeat: Bool) {
    guard entries.count > 16 else {
      lookup = nil
      self.entries = mayRepeat ? Self.markingDuplicatesByPairs(entries) : entries
      return
    }
    var entries = entries
    var lookup: [String: Int] = [:]
    lookup.reserveCapacity(entries.count)
    for index in entries.indices {
      if lookup[entries[index].key] == nil {
        lookup[entries[index].key] = index
      } else {
        entries[index].isDuplicate = true
      }
    }
    self.lookup = lookup
    self.entries = entries
  }

  /// The first entry with a key.
  subscript(key: String) -> Entry? {
    if let lookup { return lookup[key].map { entries[$0] } }
    return entries.first { $0.key == key }
  }

  private static func markingDuplicatesByPairs(_ entries: [Entry]) -> [Entry] {
    var entries = entries
    for index in entries.indices
    where entries[..<index].contains(where: { $0.key == entries[index].key }) {
      entries[index].isDuplicate = true
    }
    return entries
  }
}
