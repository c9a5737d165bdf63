/// One value of a document as it was written: text, list or mapping, not yet understood.
///
/// Both front ends, YAML and JSON, make these; what the keys mean is decided once, after them.
/// Order, duplicate keys, quotes and places are kept. A place is an opaque number that only the
/// ``SourceMap`` of the same document can turn into bytes, and does only when somebody asks: a
/// document without mistakes never pays for its positions.
struct DocumentNode: Sendable {
  /// How a scalar was written.
  enum Style: Sendable {
    /// Without quotes: it may mean a number, `true`, `false` or nothing.
    case plain
    /// In quotes: always text.
    case quoted
    /// As a YAML block, `|` or `>`: always text.
    case block
  }

  /// What it is.
  enum Content: Sendable {
    /// A single value.
    case scalar(String, Style)
    /// Values in order.
    case list([DocumentNode])
    /// Keys with values, in order.
    case mapping(DocumentMapping)
  }

  /// Where it begins; see ``SourceMap``.
  var position: Int
  /// What it is.
  var content: Content

  /// Whether nothing was given: `null`, `~` or an empty plain value.
  var isNull: Bool {
    guard case .scalar(let text, .plain) = content else { return false }
    return PlainScalar.isNull(text)
  }

  /// The mapping, when it is one.
  var mapping: DocumentMapping? {
    if case .mapping(let mapping) = content { mapping } else { nil }
  }

  /// The list's items, when it is one.
  var list: [DocumentNode]? {
    if case .list(let items) = content { items } else { nil }
  }
}
