/// A value of an `x-…` key, kept as it was written.
public indirect enum DocumentValue: Hashable, Sendable {
  /// Nothing: `null` or an empty value.
  case null
  /// `true` or `false`.
  case bool(Bool)
  /// A number.
  case number(Double)
  /// Text.
  case text(String)
  /// A list.
  case list([DocumentValue])
  /// A mapping, in the document's order.
  case mapping([Entry])

  /// One key of a mapping with its value.
  public struct Entry: Hashable, Sendable {
    /// The key.
    public var key: String
    /// Its value.
    public var value: DocumentValue

    /// Creates an entry.
    public init(_ key: String, _ value: DocumentValue) {
      self.key = key
      self.value = value
    }
  }
}

/// The `x-…` keys of one part of a document, in its order.
public typealias Extensions = [DocumentValue.Entry]
