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

  /// What it is made of.
  enum Kind: Hashable, Sendable {
    case value, mapping, list
  }

  /// Where it stands; nil when it is new.
  var source: Source?
  /// Whether all of it is to be written anew.
  var isChanged = false
  /// What it is made of.
  private(set) var kind: Kind
  /// Its entries or items; none of a value; they are changed in their place, without a copy.
  var entries: EditEntries
  private var leaf: DocumentValue

  /// Creates a part.
  init(source: Source?, content: Content, isChanged: Bool = false) {
    self.source = source
    self.isChanged = isChanged
    kind = .value
    entries = EditEntries()
    leaf = .null
    self.content = content
  }

  /// What it says.
  var content: Content {
    get {
      switch kind {
      case .value: .value(leaf)
      case .mapping: .mapping(entries.slots)
      case .list: .list(entries.slots)
      }
    }
    set {
      switch newValue {
      case .value(let value): (kind, entries, leaf) = (.value, EditEntries(), value)
      case .mapping(let slots): (kind, entries, leaf) = (.mapping, EditEntries(slots), .null)
      case .list(let slots): (kind, entries, leaf) = (.list, EditEntries(slots), .null)
      }
    }
  }

  /// A part that the document does not have yet.
  static func new(_ value: DocumentValue) -> EditPart {
    EditPart(source: nil, content: .value(value), isChanged: true)
  }

  /// Takes something new apart by one step, so that a part of it can be changed.
  mutating func open() {
    guard source == nil || isChanged, kind == .value else { return }
    switch leaf {
    case .mapping(let entries):
      content = .mapping(entries.map { Slot(key: $0.key, part: .new($0.value)) })
    case .list(let items): content = .list(items.map { Slot(key: "", part: .new($0)) })
    default: break
    }
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
