import JourneyModel

/// A part of a document that is being changed: what it says now, and where its text stands.
struct EditPart: Sendable {
  /// How a part is written.
  enum Form: Hashable, Sendable {
    /// Without quotes, or nothing at all.
    case plain
    /// In quotes of this kind.
    case quoted(UInt8)
    /// A text as a YAML block.
    case textBlock
    /// A list or mapping in brackets.
    case bracketed
    /// A list or mapping with a line for each entry.
    case lines
    /// Something that is only kept: an alias, or a pair without brackets within brackets.
    case fixed
  }

  /// Where a part stands.
  struct Source: Sendable {
    /// The first byte, behind an anchor.
    var start: Int
    /// Behind the last byte.
    var end: Int
    /// The column of the first byte in characters.
    var column: Int
    /// How it is written.
    var form: Form
    /// Whether it has an anchor of its own, by which other places repeat it.
    var isAnchored = false
    /// Whether an anchor stands in it anywhere.
    var holdsAnchor = false
  }

  /// One entry of a mapping, or one item of a list.
  struct Slot: Sendable {
    /// The key; empty in lists.
    var key: String
    /// Where it begins and how it is introduced; nil when it is new.
    var source: SlotSource?
    /// Its value.
    var part: EditPart
    /// Whether it is to go.
    var isRemoved = false

    /// Whether it stands in the text and stays there.
    var isKept: Bool { source != nil && !isRemoved }
    /// Whether it is to be written.
    var isNew: Bool { source == nil && !isRemoved }
  }

  /// Where an entry stands.
  struct SlotSource: Sendable {
    /// The first byte of its key, of its hyphen, or of the item in brackets.
    var start: Int
    /// Behind its last byte.
    var end: Int
    /// Behind its colon or hyphen; nil when it has none.
    var introduced: Int?
  }

  /// What it says.
  enum Content: Sendable {
    /// A value without parts that are followed: a scalar, something fixed, or something new.
    case value(DocumentValue)
    /// The entries of a mapping.
    case mapping([Slot])
    /// The items of a list.
    case list([Slot])
  }

  /// Where it stands; nil when it is new.
  var source: Source?
  /// What it says.
  var content: Content
  /// Whether all of it is to be written anew.
  var isChanged = false

  /// A part that the document does not have yet.
  static func new(_ value: DocumentValue) -> EditPart {
    EditPart(source: nil, content: .value(value), isChanged: true)
  }

  /// What it says, without what is to go.
  var value: DocumentValue {
    switch content {
    case .value(let value): value
    case .mapping(let slots):
      .mapping(
        slots.lazy.filter { !$0.isRemoved }.map { DocumentValue.Entry($0.key, $0.part.value) })
    case .list(let slots): .list(slots.lazy.filter { !$0.isRemoved }.map(\.part.value))
    }
  }
}

extension DocumentValue {
  /// The value of a node of the tree, as its text says it.
  init(_ node: DocumentNode) {
    switch node.content {
    case .scalar(let text, .plain):
      if PlainScalar.isNull(text) {
        self = .null
      } else if let bool = PlainScalar.bool(text) {
        self = .bool(bool)
      } else if let number = PlainScalar.number(text), number.isFinite {
        self = .number(number)
      } else {
        self = .text(text)
      }
    case .scalar(let text, _): self = .text(text)
    case .list(let items): self = .list(items.map { DocumentValue($0) })
    case .mapping(let mapping):
      self = .mapping(mapping.entries.map { Entry($0.key, DocumentValue($0.value)) })
    }
  }
}
