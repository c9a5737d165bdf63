import JourneyModel

/// Collects the entries of a mapping, those that have a value.
struct MappingBuilder<Key: DocumentKey> {
  private(set) var entries: [DocumentValue.Entry] = []

  /// The mapping.
  var value: DocumentValue { .mapping(entries) }

  /// Adds a value.
  mutating func add(_ key: Key, _ value: DocumentValue?) {
    if let value { entries.append(DocumentValue.Entry(key.rawValue, value)) }
  }

  /// Adds text.
  mutating func add(_ key: Key, _ text: String?) { add(key, text.map(DocumentValue.text)) }

  /// Adds an id.
  mutating func add<Subject>(_ key: Key, _ id: Identifier<Subject>?) { add(key, id?.rawValue) }

  /// Adds what has a text of its own: a date, a share, a time.
  mutating func add(_ key: Key, _ value: (some CustomStringConvertible)?) {
    add(key, value.map { .text($0.description) })
  }

  /// Adds a number.
  mutating func add(_ key: Key, _ number: Double?) { add(key, number.map(DocumentValue.number)) }

  /// Adds a count.
  mutating func add(_ key: Key, _ count: Int?) { add(key, count.map(Double.init)) }

  /// Adds a truth value.
  mutating func add(_ key: Key, _ bool: Bool?) { add(key, bool.map(DocumentValue.bool)) }

  /// Adds a word of a few.
  mutating func add<Choice: RawRepresentable>(_ key: Key, _ choice: Choice?)
  where Choice.RawValue == String {
    add(key, choice.map { .text($0.rawValue) })
  }

  /// Adds a list, unless it is empty.
  mutating func add<Item>(
    _ key: Key, _ list: [Item], _ value: (Item) -> DocumentValue
  ) {
    if !list.isEmpty { add(key, .list(list.map(value))) }
  }

  /// Adds texts, unless there are none.
  mutating func add(_ key: Key, _ texts: [String]) {
    add(key, texts, DocumentValue.text)
  }

  /// Adds a mapping from ids, unless it is empty.
  mutating func add<Item>(
    _ key: Key, _ list: [Item], keyed: (Item) -> String, _ value: (Item) -> DocumentValue
  ) {
    guard !list.isEmpty else { return }
    add(key, .mapping(list.map { DocumentValue.Entry(keyed($0), value($0)) }))
  }

  /// Adds the `x-` keys.
  mutating func add(_ extensions: Extensions) {
    entries += extensions
  }
}
