import JourneyModel

/// Finds where the parts of a document stand.
///
/// Cost: a path takes time in its length; places in the document's order cost one walk together.
struct PathFinder {
  let root: DocumentNode?
  let map: SourceMap
  /// How the document spells transitions, where it does not spell them as ``Transition/key``.
  let flowSpellings: [String: String]

  /// Where a part stands; nil when the document does not have it.
  func range(of path: DocumentPath) -> SourceRange? {
    let (range, isExact) = nearestRange(to: path)
    return isExact ? range : nil
  }

  /// Where a part stands, or the nearest part above it that is there.
  func nearestRange(to path: DocumentPath) -> (range: SourceRange?, isExact: Bool) {
    guard var node = root else { return (nil, false) }
    var key: DocumentMapping.Entry?
    for (depth, step) in path.steps.enumerated() {
      switch (step, node.content) {
      case (.key(let name), .mapping(let mapping)):
        var name = name
        if depth == 1, path.steps[0] == .key("flow") { name = flowSpellings[name] ?? name }
        guard let entry = mapping[name] else { return (place(node, key), false) }
        key = entry
        node = entry.value
      case (.index(let index), .list(let items)):
        guard items.indices.contains(index) else { return (place(node, key), false) }
        key = nil
        node = items[index]
      case (.index(0), .scalar), (.index(0), .mapping):
        // One value stands for a list of one.
        break
      case (.key, .scalar):
        // A number stands for `{mean: …}`, a count for `{customers: …}`.
        return (map.range(of: node), true)
      default:
        return (place(node, key), false)
      }
    }
    if path.pointsAtKey, let key { return (map.range(ofKey: key), true) }
    return (map.range(of: node), true)
  }

  /// The place that stands for a part with something missing: its key, else its beginning.
  private func place(_ node: DocumentNode, _ key: DocumentMapping.Entry?) -> SourceRange {
    key.map { map.range(ofKey: $0) } ?? map.range(of: node)
  }

  /// Gives diagnostics their places and puts them in order.
  func locating(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
    var located = diagnostics
    for index in located.indices {
      if located[index].range == nil {
        located[index].range = nearestRange(to: located[index].path).range
      }
      for note in located[index].notes.indices where located[index].notes[note].range == nil {
        located[index].notes[note].range = nearestRange(to: located[index].notes[note].path).range
      }
    }
    return located.sortedByPlace()
  }
}

extension [Diagnostic] {
  /// In the order of the places; equal ones said once.
  func sortedByPlace() -> [Diagnostic] {
    var seen: Set<Diagnostic> = []
    return enumerated()
      .sorted { ($0.element.sortKey, $0.offset) < ($1.element.sortKey, $1.offset) }
      .map(\.element)
      .filter { $0.range == nil || seen.insert($0).inserted }
  }
}

extension Diagnostic {
  fileprivate var sortKey: Int { range?.lowerBound ?? -1 }
}
