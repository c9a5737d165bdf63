/// Finds the known name that somebody most likely meant.
///
/// Distances are Damerau–Levenshtein's (restricted): inserting, deleting or replacing a character,
/// or swapping two neighbours, costs 1. A name is near when at most a third of its characters, and
/// at least one, would have to change; case, spaces, `-` and `_` do not count.
///
/// Cost: each question is linear in the candidates until ``budget`` comparisons are spent; from
/// then on nothing is suggested. A document with 100,000 wrong references stays linear.
package struct NearestName {
  /// How many more candidates may be compared.
  package var budget: Int

  /// Creates a finder.
  package init(budget: Int = 200_000) {
    self.budget = budget
  }

  /// The candidate nearest to a name; the first of several equally near, nil when none is near.
  package mutating func nearest(
    to name: String, among candidates: some Sequence<String>
  ) -> String? {
    let wanted = Self.simplified(name)
    guard !wanted.isEmpty, wanted.count <= 64 else { return nil }
    var best: (name: String, distance: Int)?
    for candidate in candidates {
      guard budget > 0 else { return nil }
      budget -= 1
      let known = Self.simplified(candidate)
      let limit = min(max(1, max(wanted.count, known.count) / 3), (best?.distance ?? .max) - 1)
      guard limit >= 0, abs(wanted.count - known.count) <= limit else { continue }
      // Two names of one or two characters are always "near"; only equality means anything there.
      let floor = min(wanted.count, known.count) < 3 ? 0 : limit
      guard let distance = Self.distance(wanted, known, atMost: floor) else { continue }
      best = (candidate, distance)
      if distance == 0 { break }
    }
    return best?.name
  }

  /// Lower case without what people mistype first: spaces, `-` and `_`.
  private static func simplified(_ name: String) -> [Character] {
    name.prefix(80).lowercased().filter { $0 != " " && $0 != "-" && $0 != "_" }
  }

  /// The distance of two names, nil when above a limit.
  ///
  /// Cost: the product of their lengths.
  private static func distance(
    _ a: [Character], _ b: [Character], atMost limit: Int
  ) -> Int? {
    if a == b { return 0 }
    guard limit > 0, !a.isEmpty, !b.isEmpty else { return nil }
    var beforeLast: [Int] = []
    var last = Array(0...b.count)
    for i in 1...a.count {
      var row = [i] + Array(repeating: 0, count: b.count)
      for j in 1...b.count {
        let change = a[i - 1] == b[j - 1] ? 0 : 1
        row[j] = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + change)
        if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
          row[j] = min(row[j], beforeLast[j - 2] + 1)
        }
      }
      guard row.contains(where: { $0 <= limit }) else { return nil }
      beforeLast = last
      last = row
    }
    return last[b.count] <= limit ? last[b.count] : nil
  }
}
