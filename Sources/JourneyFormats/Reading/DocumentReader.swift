import JourneyModel

/// Understands a document's nodes: what each key means, and everything that is wrong with it.
///
/// One object for one reading. It goes down the tree once, remembers the way it came, and goes on
/// after every mistake, so that all of them are found together. What a mistake makes unknowable is
/// left out of the draft. References, ranges and other questions about the whole are not asked
/// here but by `Journey.problems()`, which journeys made in code go through too.
///
/// The parts of the document are in extensions, one file each.
final class DocumentReader {
  /// What was found so far.
  var diagnostics: [Diagnostic] = []
  /// The way from the root to the value that is being read.
  var steps: [DocumentPath.Step] = []
  /// Finds what was probably meant.
  var names = NearestName()
  /// The ids of the document's personas, known before anything refers to them.
  var personaIDs: Set<String> = []
  /// What would only repeat what was said.
  var silence = Silence()
  /// What to write where a score is wanted.
  var scoreExample = "a score from -2 to 2"
  /// The `flow` entries that are not written as ``Transition/key`` writes them.
  var flowSpellings: [String: String] = [:]

  let map: SourceMap
  private let levels: KeyLevels

  /// Creates a reader for one document.
  ///
  /// - Parameters:
  ///   - map: Where its parts stand.
  ///   - levels: The mappings that such documents have.
  init(map: SourceMap, levels: KeyLevels = .journey) {
    self.map = map
    self.levels = levels
  }

  /// The path of the value that is being read.
  var path: DocumentPath { DocumentPath(steps) }

  /// What the value that is being read is called in a message: its key in quotes, or its place in
  /// a list.
  var subject: String {
    switch steps.last {
    case .key(let key): "'\(key)'"
    case .index:
      if case .key(let key)? = steps.dropLast().last { "an item of '\(key)'" } else { "an item" }
    case nil: "the document"
    }
  }

  // MARK: - Reporting

  /// Reports something about a value.
  func report(
    _ id: String, _ summary: String, fix: String?, at node: DocumentNode,
    severity: Diagnostic.Severity = .error
  ) {
    guard diagnostics.count < ReadingLimits.diagnostics else { return }
    diagnostics.append(
      Diagnostic(id, severity, summary, fix: fix, at: path, range: map.range(of: node)))
  }

  /// Reports something about a key.
  func report(
    _ id: String, _ summary: String, fix: String?, atKey entry: DocumentMapping.Entry,
    notes: [Diagnostic.Note] = []
  ) {
    guard diagnostics.count < ReadingLimits.diagnostics else { return }
    diagnostics.append(
      Diagnostic(
        id, .error, summary, fix: fix, at: path.key, range: map.range(ofKey: entry), notes: notes))
  }

  /// Reports that a value is of the wrong kind.
  func reportKind(_ node: DocumentNode, wanted: String, fix: String?) {
    report(
      "wrong-type", "\(Self.described(node)) where \(subject) takes \(wanted)", fix: fix, at: node)
  }

  /// What a value is, in a few words.
  static func described(_ node: DocumentNode) -> String {
    switch node.content {
    case .list(let list): return list.isEmpty ? "an empty list" : "a list"
    case .mapping(let mapping): return mapping.entries.isEmpty ? "an empty mapping" : "a mapping"
    case .scalar(let text, let style):
      if style == .plain, PlainScalar.isNull(text) { return "nothing" }
      return "'\(shortened(text))'"
    }
  }

  /// A text short enough for a message.
  static func shortened(_ text: String) -> String {
    let limit = 40
    guard text.utf8.count > limit else { return text }
    let head = text.prefix(limit - 1)
    return head.endIndex == text.endIndex ? text : head + "…"
  }

  // MARK: - Going down

  /// Reads one step further down.
  func descending<Result>(_ step: DocumentPath.Step, _ body: () -> Result) -> Result {
    steps.append(step)
    defer { steps.removeLast() }
    return body()
  }

  /// Reads the items of a list.
  func items(_ list: [DocumentNode], _ body: (DocumentNode) -> Void) {
    for (index, item) in list.enumerated() {
      descending(.index(index)) { body(item) }
    }
  }

  /// Reads a mapping whose keys are known.
  ///
  /// - Parameters:
  ///   - node: The value that should be the mapping.
  ///   - keys: The keys it may have.
  ///   - extensions: Takes the `x-` keys.
  ///   - body: Reads the value of a key.
  /// - Returns: Whether it was a mapping.
  @discardableResult
  func keys<Key: DocumentKey>(
    of node: DocumentNode, _ keys: Key.Type, extensions: inout Extensions,
    _ body: (Key, DocumentNode) -> Void
  ) -> Bool {
    guard let mapping = node.mapping else {
      var example = Key.example
      if case .scalar(let text, _) = node.content, let name = Key.table["name"] {
        example = "{\(name.rawValue): \(Self.shortened(text))}"
      }
      reportKind(node, wanted: "a mapping", fix: "write \(example)")
      return false
    }
    for (index, entry) in mapping.entries.enumerated() {
      steps.append(.key(entry.key))
      defer { steps.removeLast() }
      if entry.isDuplicate { reportDuplicate(entry, in: mapping) }
      if let key = Key.table[entry.key] {
        if entry.value.isNull {
          report(
            "empty-value", "'\(entry.key)' has no value",
            fix: "write one after the colon, or remove the line", atKey: entry)
        } else {
          body(key, entry.value)
        }
      } else if entry.key.hasPrefix("x-") {
        let value = documentValue(entry.value)
        if !entry.isDuplicate { extensions.append(DocumentValue.Entry(entry.key, value)) }
      } else {
        reportUnknown(entry, after: index > 0 ? mapping.entries[index - 1] : nil, among: Key.self)
      }
    }
    return true
  }

  /// Reads a mapping whose keys are ids.
  ///
  /// - Parameters:
  ///   - node: The value that should be the mapping.
  ///   - wanted: What it is called when it is none.
  ///   - example: What to write then.
  ///   - body: Reads one entry; duplicates are read too, for their mistakes, and marked.
  /// - Returns: Whether it was a mapping.
  @discardableResult
  func entries(
    of node: DocumentNode, wanted: String = "a mapping of ids", example: String,
    _ body: (DocumentMapping.Entry) -> Void
  ) -> Bool {
    guard let mapping = node.mapping else {
      reportKind(node, wanted: wanted, fix: "write \(example)")
      return false
    }
    for entry in mapping.entries {
      steps.append(.key(entry.key))
      defer { steps.removeLast() }
      if entry.isDuplicate { reportDuplicate(entry, in: mapping) }
      if entry.key == "<<" {
        reportMergeKey(entry)
      } else {
        body(entry)
      }
    }
    return true
  }

  func reportDuplicate(_ entry: DocumentMapping.Entry, in mapping: DocumentMapping) {
    let first = mapping[entry.key].map {
      Diagnostic.Note("it is given here first", at: path.key, range: map.range(ofKey: $0))
    }
    report(
      "duplicate-key", "'\(Self.shortened(entry.key))' is given again", fix: "keep one of the two",
      atKey: entry, notes: first.map { [$0] } ?? [])
  }

  private func reportMergeKey(_ entry: DocumentMapping.Entry) {
    report(
      "merge-key", "'<<' merges nothing here; merge keys are not read",
      fix: "write the keys out", atKey: entry)
  }

  private func reportUnknown<Key: DocumentKey>(
    _ entry: DocumentMapping.Entry, after previous: DocumentMapping.Entry?, among keys: Key.Type
  ) {
    if entry.key == "<<" { return reportMergeKey(entry) }
    let key = Self.shortened(entry.key)
    let summary = "'\(key)' is not a key of \(Key.level)"
    let homes = levels.levels(knowing: entry.key)
    if let near = near(entry.key, among: Key.self) {
      report("unknown-key", summary, fix: "write '\(near)'", atKey: entry)
    } else if let whole = Self.decimal(entry, after: previous) {
      report("unknown-key", summary, fix: "write \(whole) when a number is meant", atKey: entry)
    } else if !homes.isEmpty {
      report(
        "unknown-key", summary, fix: "move it: \(Self.enumerated(homes)) has such a key",
        atKey: entry)
    } else {
      report(
        "unknown-key", summary, fix: "remove it, or name it 'x-\(key)' to keep it", atKey: entry)
    }
  }

  /// The key that was probably meant by an unknown one.
  private func near<Key: DocumentKey>(_ key: String, among keys: Key.Type) -> String? {
    names.nearest(to: key, among: Key.allCases.lazy.map(\.rawValue))
  }

  /// The number that was cut in two by a decimal comma: `{felt: 1,5}` has a key `5`.
  private static func decimal(
    _ entry: DocumentMapping.Entry, after previous: DocumentMapping.Entry?
  ) -> String? {
    guard entry.value.isNull, entry.key.allSatisfy({ $0.isASCII && $0.isNumber }),
      case .scalar(let text, .plain)? = previous?.value.content,
      text.drop(while: { $0 == "-" }).allSatisfy({ $0.isASCII && $0.isNumber })
    else { return nil }
    return "\(text).\(entry.key)"
  }

  /// Names with commas and an "or" before the last.
  static func enumerated(_ names: [String]) -> String {
    guard let last = names.last, names.count > 1 else { return names.first ?? "" }
    return names.dropLast().joined(separator: ", ") + " or " + last
  }

  /// Reports a required key that is not there, unless it only seems to be misspelt.
  ///
  /// - Parameters:
  ///   - key: The key.
  ///   - node: The mapping that should have it.
  ///   - fix: How to give it.
  func require<Key: DocumentKey>(_ key: Key, in node: DocumentNode, fix: String) {
    guard let mapping = node.mapping, !mentions(key, in: mapping) else { return }
    report("missing-key", "'\(key.rawValue)' is missing", fix: fix, at: node)
  }

  /// Whether a mapping has a key, or one that was probably meant to be it.
  func mentions<Key: DocumentKey>(_ key: Key, in mapping: DocumentMapping) -> Bool {
    if mapping[key.rawValue] != nil { return true }
    return mapping.entries.prefix(64).contains { entry in
      Key.table[entry.key] == nil && near(entry.key, among: Key.self) == key.rawValue
    }
  }
}
