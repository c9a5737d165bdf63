/// The keys that one kind of mapping may have.
///
/// The reader, the writer and the schema all go by these; a key that is added here has to be added
/// to each of them before the tests pass.
protocol DocumentKey: RawRepresentable, CaseIterable, Hashable, Sendable where RawValue == String {
  /// What such a mapping is called in a message, with its article.
  static var level: String { get }
  /// The keys by their texts.
  static var table: [String: Self] { get }
  /// What to write where something else was written.
  static var example: String { get }
}

extension DocumentKey {
  static var example: String { allCases.first.map { "{\($0.rawValue): …}" } ?? "{}" }

  /// Makes the table of the keys' texts.
  static func keyTable() -> [String: Self] {
    Dictionary(uniqueKeysWithValues: allCases.map { ($0.rawValue, $0) })
  }
}
