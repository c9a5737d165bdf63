import JourneyModel

/// Ids for what a log calls by name.
enum MinedNames {
  /// Ids longer than this are cut at a hyphen, or where they are that long.
  static let longestID = 40

  /// An id for every name: readable, each once, and the same whatever was counted.
  ///
  /// Names that are ids already keep them; then come those that would be if `kind` or small letters
  /// did not change them, then the others, each in the order of their bytes. Of several that make the
  /// same id the first has it, the others get `-2`, `-3` and so on.
  ///
  /// - Parameters:
  ///   - names: The names, each once.
  ///   - kind: What is added to an id that means something else, such as `touchpoint`.
  ///   - reserved: The ids that mean something else.
  /// - Returns: The ids, in the order of the names.
  static func ids(
    for names: [String], kind: String, reserved: [String] = IdentifierRules.reserved
  ) -> [String] {
    var ids = [String](repeating: "", count: names.count)
    var used = Set(reserved)
    var next: [String: Int] = [:]
    let bases = names.map { name in
      let base = id(of: name)
      return reserved.contains(base) ? "\(base)-\(kind)" : base
    }
    let ranks = names.indices.map { index in
      let name = names[index]
      if bases[index] == name { return 0 }
      if reserved.contains(name) { return 1 }
      return IdentifierRules.isIdentifier(name) ? 2 : 3
    }
    let order = names.indices.sorted { first, second in
      if ranks[first] != ranks[second] { return ranks[first] < ranks[second] }
      return names[first].utf8.lexicographicallyPrecedes(names[second].utf8)
    }
    for index in order {
      let stem = bases[index]
      var candidate = stem
      while used.contains(candidate) {
        let number = (next[stem] ?? 1) + 1
        next[stem] = number
        candidate = "\(stem)-\(number)"
      }
      used.insert(candidate)
      ids[index] = candidate
    }
    return ids
  }

  /// The id that a name suggests by itself; never empty.
  static func id(of name: String) -> String {
    let words = WebAddress(name)?.words ?? name
    guard let id = IdentifierRules.identifier(from: String(words.prefix(400))) else {
      return name.unicodeScalars.allSatisfy { $0 == "/" || $0 == " " } && name.contains("/")
        ? "root" : codes(of: name)
    }
    return shortened(id)
  }

  private static func shortened(_ id: String) -> String {
    guard id.count > longestID else { return id }
    let start = id.prefix(longestID)
    let next = id[start.endIndex]
    // A word that ends just here is whole.
    if next == "-" { return String(start) }
    guard let hyphen = start.lastIndex(of: "-"),
      start.distance(from: start.startIndex, to: hyphen) >= longestID / 2
    else { return String(start) }
    return String(start[..<hyphen])
  }

  /// What stands for a name without a letter, such as `u1f6d2` for a trolley.
  private static func codes(of name: String) -> String {
    let scalars = name.unicodeScalars.lazy.filter { $0.value > 0x20 && $0.value != 0xFE0F }
    let codes = scalars.prefix(4).map { "u" + String($0.value, radix: 16) }
    return codes.isEmpty ? "unnamed" : codes.joined(separator: "-")
  }
}
