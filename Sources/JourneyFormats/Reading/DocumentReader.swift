import JourneyModel

/// Understands a document's nodes: what each key means, and everything that is wrong with it.
///
/// One object for one reading. It goes down the tree once, remembers the way it came, and goes on
/// after every mistake, so that all of them are found together. What a mistake makes unknowable is
/// left out of the draft. References, ranges and other questions about the whole are not asked
/// here but by ``Journey/problems()``, which journeys made in code go through too.
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
  /// Problems that would only repeat what was said, such as references into a part that could not
  /// be read.
  var silenced: Set<String> = []
  /// The `flow` entries that are not written as ``Transition/key`` writes them.
  var flowSpellings: [String: String] = [:]

  let map: SourceMap

  /// Creates a reader for one document.
  init(map: SourceMap) {
    self.map = map
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
    diagnostics.append(
      Diagnostic(id, severity, summary, fix: fix, at: path, range: map.range(of: node)))
  }

  /// Reports something about a key.
  func report(
    _ id: String, _ summary: String, fix: String?, atKey entry: DocumentMapping.Entry,
    notes: [Diagnostic.Note] = []
  ) {
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
    case .list: return "a list"
    case .mapping: return "a mapping"
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
      let example = Key.allCases.first.map { "{\($0.rawValue): …}" } ?? "{}"
      reportKind(node, wanted: "a mapping", fix: "write \(example)")
      return false
    }
    for entry in mapping.entries {
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
        reportUnknown(entry, among: Key.self)
      }
    }
    return true
  }

  /// Reads a mapping whose keys are ids.
  ///
  /// - Parameters:
  ///   - node: The value that should be the mapping.
  ///   - example: What to write when it is none.
  ///   - body: Reads one entry; duplicates are read too, for their mistakes, and marked.
  /// - Returns: Whether it was a mapping.
  @discardableResult
  func entries(
    of node: DocumentNode, example: String, _ body: (DocumentMapping.Entry) -> Void
  ) -> Bool {
    guard let mapping = node.mapping else {
      reportKind(node, wanted: "a mapping of ids", fix: "write \(example)")
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
      "duplicate-key", "'\(Self.shortened(entry.key))' is given twice", fix: "keep one of the two",
      atKey: entry, notes: first.map { [$0] } ?? [])
  }

  private func reportMergeKey(_ entry: DocumentMapping.Entry) {
    report(
      "merge-key", "'<<' merges nothing here; merge keys are not read",
      fix: "write the keys out", atKey: entry)
  }

  private func reportUnknown<Key: DocumentKey>(
    _ entry: DocumentMapping.Entry, among keys: Key.Type
  ) {
    if entry.key == "<<" { return reportMergeKey(entry) }
    let key = Self.shortened(entry.key)
    let summary = "'\(key)' is no key of \(Key.level)"
    let homes = KeyLevels.levels(knowing: entry.key)
    if let near = names.nearest(to: entry.key, among: Key.allCases.lazy.map(\.rawValue)) {
      report("unknown-key", summary, fix: "write '\(near)'", atKey: entry)
    } else if !homes.isEmpty {
      report(
        "unknown-key", summary, fix: "move it: \(homes.joined(separator: " or ")) has such a key",
        atKey: entry)
    } else {
      report(
        "unknown-key", summary, fix: "remove it, or name it 'x-\(key)' to keep it", atKey: entry)
    }
  }
}
