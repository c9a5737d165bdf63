import EventCounting
import TextSupport

/// Names that are told apart by capital letters alone, and so were probably meant to be one.
enum SpellingGroups {
  /// So many groups of each kind are named; the rest are counted.
  private static let mostGroups = 3

  /// A sentence that names them; nil where there are none.
  ///
  /// Cost: linear in the names.
  static func remark(_ counts: EventCounts) -> String? {
    let channels = counts.touchpoints.flatMap { $0.channels.map(\.name) }
    let parts = [
      ("touchpoints", counts.touchpoints.map(\.name)),
      ("personas", counts.personas.map(\.name)), ("channels", channels),
    ].compactMap { kind, names in
      let groups = groups(names)
      return groups.isEmpty ? nil : "the \(kind) \(Wording.list(groups, most: mostGroups))"
    }
    guard !parts.isEmpty else { return nil }
    return "Names that differ in capital letters alone are counted apart: "
      + "\(parts.joined(separator: "; "))."
  }

  /// The spellings of each name that has several, in the order of their bytes.
  private static func groups(_ names: [String]) -> [String] {
    let spellings = Dictionary(grouping: Set(names)) { $0.lowercased() }.values
    return spellings.filter { $0.count > 1 }.map { group in
      group.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }.sorted { $0[0].utf8.lexicographicallyPrecedes($1[0].utf8) }.map { group in
      Wording.list(group.map { "'\(ShownNames.plain($0))'" })
    }
  }
}
