import JourneyModel

/// What need not be said because something else was said: a part that could not be read makes every
/// reference into it look wrong.
struct Silence {
  private var everywhere: Set<String> = []
  private var items: Set<Item> = []

  /// An item of a part of the document, such as `evidence[2]`, and a diagnostic's id.
  private struct Item: Hashable {
    var id: String
    var steps: ArraySlice<DocumentPath.Step>

    init(_ id: String, _ steps: [DocumentPath.Step]) {
      self.id = id
      // The lists of a journey's own policy are one level further down.
      self.steps = steps.prefix(steps.first == "policy" ? 3 : 2)
    }
  }

  /// Silences diagnostics wherever they are.
  mutating func add(_ ids: String...) {
    everywhere.formUnion(ids)
  }

  /// Silences a diagnostic within the item that a path leads into.
  mutating func add(_ id: String, within steps: [DocumentPath.Step]) {
    items.insert(Item(id, steps))
  }

  /// Whether a diagnostic is to be left out.
  func covers(_ problem: Diagnostic) -> Bool {
    everywhere.contains(problem.id)
      || !items.isEmpty
        && items.contains(Item(problem.id, problem.path.steps))
  }
}
