public import JourneyModel

/// Changes the text of a journey document and leaves every other byte as it is: words, order,
/// comments, blank lines, quotes, indentation, line ends.
///
/// ```swift
/// var editor = try DocumentEditor(text, name: "test-results.journey.yaml")
/// try editor.set(.number(1000), at: ["flow", "start -> no-news"])
/// try editor.append(.mapping([...]), to: ["evidence"])
/// let changed = try editor.text()
/// ```
///
/// A value takes the place of the old one and the comment behind it stays. New entries and items are
/// written as their neighbours are: in brackets or in lines, with their indentation. Setting a
/// mapping changes what differs, adds what is new, and removes what the new one does not have.
/// YAML and JSON.
///
/// Anchors, aliases and merge keys make one text stand for several parts; what they touch is not
/// changed but told. The changed text is read again, and when it does not say exactly what was asked
/// for, that is thrown and no text is given.
///
/// Cost: making one and ``text()`` are linear in the document and what is new in it. A change costs what
/// is set and no more, however long the mappings and lists on its way are; only the first one behind
/// the removal of a list's item looks at all its items.
public struct DocumentEditor: Sendable {
  /// What the document is called.
  public let name: String

  private let original: String
  private let format: DocumentFormat
  private let bytes: EditBytes
  private let style: EditStyle
  private var root: EditPart
  private var isChanged = false

  /// Reads a document.
  ///
  /// - Parameters:
  ///   - text: The document.
  ///   - name: What messages call it; it gives the format.
  ///   - format: The format; nil to go by the name, then by the content.
  /// - Throws: Why the text cannot be read as YAML or JSON. What it means is not looked at.
  public init(
    _ text: String, name: String, format: DocumentFormat? = nil
  ) throws(EditProblem) {
    let parsed = ParsedText(text, name: name, format: format)
    if let error = parsed.diagnostics.first(where: { $0.severity == .error }) {
      throw EditProblem(
        name: name,
        line: error.range.map { LineTable(parsed.source).line(at: $0.lowerBound) },
        summary: error.summary, fix: error.fix)
    }
    guard let node = parsed.root else {
      throw EditProblem(name: name, summary: "there is nothing in this document")
    }
    original = text
    self.name = name
    bytes = EditBytes(bytes: Array(parsed.source.text.utf8))
    if case .bytes = parsed.unit { self.format = .json } else { self.format = .yaml }
    root = EditTreeBuilder(
      bytes: bytes, map: SourceMap(parsed.source.text, parsed.unit), unit: parsed.unit
    ).part(node)
    style = EditStyle(bytes, root: root, isJSON: self.format == .json)
  }

  /// What the document says at a path, changes included; nil when nothing is there.
  ///
  /// - Parameter path: The path; arrows of `flow` are found however many spaces are around them.
  /// - Returns: The value.
  public func value(at path: DocumentPath) -> DocumentValue? {
    guard let (part, depth) = part(at: path) else { return nil }
    return part.value.value(at: path.steps[depth...])
  }

  /// Sets the value at a path, with whatever is missing on the way.
  ///
  /// - Parameters:
  ///   - value: What is to stand there; what stands there already is left as it is written.
  ///   - path: Where; a list's length is the place behind its last item.
  ///   - sibling: The key behind which a new key goes; nil for its usual place among the others.
  /// - Throws: What is in the way; then nothing is changed.
  public mutating func set(
    _ value: DocumentValue, at path: DocumentPath, after sibling: String? = nil
  ) throws(EditProblem) {
    try change(path) { root throws(EditObstacle) in
      let place = sibling.map(EditPart.NewPlace.behind) ?? .usual
      try root.set(path.steps[...], to: value, place, order: Self.order)
    }
  }

  /// Sets the value at a path, with whatever is missing on the way; a new key goes before another.
  ///
  /// - Parameters:
  ///   - value: What is to stand there; what stands there already is left as it is written.
  ///   - path: Where.
  ///   - sibling: The key before which a new key goes, and before its comments.
  /// - Throws: What is in the way; then nothing is changed.
  public mutating func set(
    _ value: DocumentValue, at path: DocumentPath, before sibling: String
  ) throws(EditProblem) {
    try change(path) { root throws(EditObstacle) in
      try root.set(path.steps[...], to: value, .before(sibling), order: Self.order)
    }
  }

  /// Adds an item to the end of a list; a single value becomes the first of two.
  ///
  /// - Parameters:
  ///   - item: The item.
  ///   - path: The list; it is made when there is none.
  /// - Throws: What is in the way; then nothing is changed.
  public mutating func append(
    _ item: DocumentValue, to path: DocumentPath
  ) throws(EditProblem) {
    guard has(path) else { return try set(.list([item]), at: path) }
    try change(path) { root throws(EditObstacle) in
      try root.reach(path.steps[...]) { part throws(EditObstacle) in try part.append(item) }
    }
  }

  /// Removes an entry or an item with its line; comments above it stay.
  ///
  /// - Parameter path: What is to go.
  /// - Throws: What is in the way; then nothing is changed.
  public mutating func remove(at path: DocumentPath) throws(EditProblem) {
    guard let last = path.steps.last else {
      throw EditProblem(name: name, path: path, summary: "the whole document cannot be removed")
    }
    let walked = Array(path.steps.dropLast())
    try change(path) { root throws(EditObstacle) in
      try root.reach(walked[...]) { part throws(EditObstacle) in
        try part.remove(last, walked: walked)
      }
    }
  }

  /// The changed text; the same text, byte for byte, when nothing differs.
  ///
  /// - Returns: The text.
  /// - Throws: That the text would not say what was asked for.
  public func text() throws(EditProblem) -> String {
    guard isChanged else { return original }
    var writer = EditWriter(bytes: bytes, style: style)
    writer.write(root)
    guard let changed = writer.applied() else { throw unwritable(nil) }
    var text = String(decoding: changed, as: UTF8.self)
    let parsed = ParsedText(text, name: name, format: format)
    guard !parsed.diagnostics.containsErrors, let node = parsed.root,
      DocumentValue(node) == root.value
    else {
      throw unwritable(parsed.diagnostics.first)
    }
    if original.unicodeScalars.first == "\u{feff}" { text = "\u{feff}" + text }
    return text
  }

  // MARK: - Inside

  private mutating func change(
    _ path: DocumentPath, _ body: (inout EditPart) throws(EditObstacle) -> Void
  ) throws(EditProblem) {
    do {
      try body(&root)
    } catch {
      throw EditProblem(
        name: name, path: path, line: error.offset.map(line),
        summary: "'\(path)' cannot be changed: \(error.summary)", fix: error.fix)
    }
    isChanged = true
  }

  /// The last part on a path that is followed, and how many steps lead to it; nil where it is clear
  /// that nothing is there.
  private func part(at path: DocumentPath) -> (EditPart, Int)? {
    var part = root
    for (depth, step) in path.steps.enumerated() {
      switch (part.kind, step) {
      case (.mapping, .key(let key)):
        let isFlow = EditPart.isFlow(Array(path.steps[..<depth]))
        guard let found = try? part.entries.place(of: key, isArrow: isFlow) else { return nil }
        part = part.entries[found].part
      case (.list, .index(let index)):
        guard let found = part.entries.place(ofItem: index) else { return nil }
        part = part.entries[found].part
      default:
        return (part, depth)
      }
    }
    return (part, path.steps.count)
  }

  /// Whether something is there; nothing of the document is held on to, so that it changes in its place.
  private func has(_ path: DocumentPath) -> Bool {
    guard let (part, depth) = part(at: path) else { return false }
    return depth == path.steps.count || part.value.value(at: path.steps[depth...]) != nil
  }

  private func unwritable(_ diagnostic: Diagnostic?) -> EditProblem {
    EditProblem(
      name: name,
      summary: "the changes cannot be put into this text without harm"
        + (diagnostic.map { ": " + $0.summary } ?? ""),
      fix: "simplify how the parts that change are written, or write the document anew")
  }

  private func line(_ offset: Int) -> Int {
    var line = 1
    var place = bytes.nextLine(0)
    while place <= offset, place < bytes.count {
      line += 1
      place = bytes.nextLine(place)
    }
    return line
  }

  /// The keys of a mapping of a document in their usual order; none where they are names.
  private static func order(_ walked: ArraySlice<DocumentPath.Step>) -> [String] {
    switch (walked.count, walked.first) {
    case (0, _): return RootKey.allCases.map(\.rawValue)
    case (2, .key(RootKey.touchpoints.rawValue)): return TouchpointKey.allCases.map(\.rawValue)
    case (2, .key(RootKey.evidence.rawValue)): return EvidenceKey.allCases.map(\.rawValue)
    case (2, .key(RootKey.flow.rawValue)): return TrafficKey.allCases.map(\.rawValue)
    case (3, .key(RootKey.touchpoints.rawValue)) where walked.last == .key("felt"):
      return ScoreKey.allCases.map(\.rawValue)
    default: return []
    }
  }
}

extension DocumentEditor {
  /// The bytes of a part as it stood in the text, with its key or hyphen; nil when it is new or not
  /// there.
  func range(of path: DocumentPath) -> Range<Int>? {
    var part = root
    var range = root.source.map { $0.start..<$0.end }
    for step in path.steps {
      let slot: EditPart.Slot?
      switch (part.content, step) {
      case (.mapping(let slots), .key(let key)): slot = slots.first { $0.key == key }
      case (.list(let slots), .index(let index)):
        slot = slots.indices.contains(index) ? slots[index] : nil
      default: slot = nil
      }
      guard let slot else { return nil }
      part = slot.part
      range = slot.source.map { $0.start..<$0.end }
    }
    return range
  }
}
