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
  ///
  /// Cost: one pass over its bytes; a wrong key is looked at again for what was meant.
  init(_ key: String) {
    let utf8 = key.utf8
    guard let arrow = Self.arrow(in: utf8[...]) else {
      problem = Self.missingArrow(key)
      return
    }
    let from = Self.trimmed(key[..<arrow])
    let to = Self.trimmed(key[utf8.index(arrow, offsetBy: 2)...])
    let isLonger =
      from.endIndex == arrow && from.utf8.last == UInt8(ascii: "-")
      || to.utf8.first == UInt8(ascii: ">")
    if isLonger {
      problem = ("an arrow with more than two signs", "write '->'")
    } else if Self.arrow(in: to.utf8) != nil {
      problem = ("two arrows in one key", "write one line for each arrow")
    } else if from.isEmpty || to.isEmpty {
      problem = (
        from.isEmpty ? "nothing stands before the arrow" : "nothing stands after the arrow",
        "write 'FROM -> TO', such as 'start -> log-in'"
      )
    } else if Transition.End(String(from)) != nil {
      problem = ("'\(from)' is an end, and nothing goes on from an end", "begin at a touchpoint")
    } else if to == "start" {
      problem = ("'start' is where journeys begin, and nothing leads back", "lead to a touchpoint")
    } else {
      source = Transition.Source(String(from))
      target = Transition.Target(String(to))
    }
  }

  /// Where `->` begins.
  private static func arrow(in utf8: Substring.UTF8View) -> String.Index? {
    var before: (byte: UInt8, index: String.Index)?
    for index in utf8.indices {
      let byte = utf8[index]
      if byte == UInt8(ascii: ">"), let before, before.byte == UInt8(ascii: "-") {
        return before.index
      }
      before = (byte, index)
    }
    return nil
  }

  private static func missingArrow(_ key: String) -> (summary: String, fix: String) {
    if let other = otherArrows.first(where: { key.contains($0) }) {
      return ("'\(other)' is no arrow here", "write '->': a hyphen and a greater-than sign")
    }
    return (
      "'\(DocumentReader.shortened(key))' has no arrow",
      "write 'FROM -> TO', such as 'start -> log-in'"
    )
  }

  /// What people write for an arrow that is none.
  private static let otherArrows = [
    "→", "⟶", "⇒", "➔", "➜", "=>", "—>", "–>", "−>", "- >", ">",
  ]

  private static func trimmed(_ part: Substring) -> Substring {
    var part = part
    while let first = part.utf8.first, first == 32 || first == 9 { part = part.dropFirst() }
    while let last = part.utf8.last, last == 32 || last == 9 { part = part.dropLast() }
    return part
  }
}
