import JourneyModel

/// The two ends of an arrow, as a key of `flow` writes them: `log-in -> left`.
struct FlowKey {
  /// Where it begins; nil when the key does not say.
  private(set) var source: Transition.Source?
  /// Where it leads; nil when the key does not say.
  private(set) var target: Transition.Target?
  /// What is wrong with the key.
  private(set) var problem: (summary: String, fix: String)?

  /// Reads a key.
  init(_ key: String) {
    guard let arrow = key.firstRange(of: "->") else {
      let other = Self.otherArrows.first { key.contains($0) }
      let shown = DocumentReader.shortened(key)
      problem =
        other.map {
          ("'\($0)' is no arrow here", "write '->': a hyphen and a greater-than sign")
        } ?? ("'\(shown)' has no arrow", "write 'FROM -> TO', such as 'start -> log-in'")
      return
    }
    let from = Self.trimmed(key[..<arrow.lowerBound])
    let to = Self.trimmed(key[arrow.upperBound...])
    guard !to.contains("->") else {
      problem = ("two arrows in one key", "write one line for each arrow")
      return
    }
    guard !from.isEmpty, !to.isEmpty else {
      problem = (
        from.isEmpty ? "nothing stands before the arrow" : "nothing stands after the arrow",
        "write 'FROM -> TO', such as 'start -> log-in'"
      )
      return
    }
    if let longer = Self.otherArrows.first(where: { key.contains($0) && $0.contains("->") }) {
      problem = ("'\(longer)' is no arrow here", "write '->'")
      return
    }
    if Transition.End(from) != nil {
      problem = ("'\(from)' is an end, and nothing goes on from an end", "begin at a touchpoint")
      return
    }
    if to == "start" {
      problem = ("'start' is where journeys begin, and nothing leads back", "lead to a touchpoint")
      return
    }
    source = Transition.Source(from)
    target = Transition.Target(to)
  }

  /// What people write for an arrow that is none.
  private static let otherArrows = [
    "-->", "->>", "→", "⟶", "⇒", "➔", "➜", "=>", "—>", "–>", "− >", "- >", ">",
  ]

  private static func trimmed(_ part: Substring) -> String {
    var part = part
    while let first = part.first, first.isWhitespace { part = part.dropFirst() }
    while let last = part.last, last.isWhitespace { part = part.dropLast() }
    return String(part)
  }
}
