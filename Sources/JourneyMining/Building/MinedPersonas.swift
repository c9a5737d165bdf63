import EventCounting
import JourneyModel

/// The personas of a log, and whose counts they are.
struct MinedPersonas {
  /// A persona with what was counted of it.
  struct Part {
    /// The persona.
    var persona: Persona
    /// What was counted, of one segment or of several that were gathered.
    var segments: [EventCounts.Segment]
  }

  /// The personas, by how many customers they have; empty when the log has none.
  ///
  /// What gathers the rest and those of whom nobody knows come last.
  private(set) var parts: [Part] = []
  /// How many personas of the log are gathered into one.
  private(set) var gathered = 0
  /// How many customers have no persona in the log.
  private(set) var unknown = 0

  /// A document has at most so many personas; people cannot tell more apart.
  static let most = 8

  /// Finds the personas.
  init(_ counts: EventCounts) {
    var known = counts.personas.filter { !$0.name.isEmpty && $0.customers > 0 }
    let others = counts.personas.filter { $0.name.isEmpty && $0.customers > 0 }
    guard !known.isEmpty else { return }
    known = known.enumerated().sorted {
      (-$0.element.customers, $0.offset) < (-$1.element.customers, $1.offset)
    }.map(\.element)
    var rest: [EventCounts.Segment] = []
    if known.count > Self.most {
      rest = Array(known.dropFirst(Self.most - 1))
      known = Array(known.prefix(Self.most - 1))
    }
    gathered = rest.count
    unknown = others.map(\.customers).sum
    let reserved = IdentifierRules.reserved + IdentifierRules.reservedForPersonas
    let extra = ["rarer personas", "not known"]
    let ids = MinedNames.ids(
      for: known.map(\.name) + extra.filter { name in !known.contains { $0.name == name } },
      kind: "persona", reserved: reserved)
    parts = zip(known, ids).map { segment, id in
      let name = ShownNames.plain(segment.name, id: id)
      return Part(persona: Persona(id: PersonaID(id), name: name), segments: [segment])
    }
    if !rest.isEmpty {
      var persona = Persona(id: Self.free("rarer-personas", ids.prefix(known.count)))
      persona.name = "\(rest.count) rarer personas"
      let names = rest.map { DocumentValue.text(ShownNames.plain($0.name, id: "?")) }
      persona.extensions = [.init("x-gathered", .list(Array(names.prefix(Gathered.mostNames))))]
      parts.append(Part(persona: persona, segments: rest))
    }
    if !others.isEmpty {
      var persona = Persona(id: Self.free("not-known", ids.prefix(known.count)))
      persona.name = "Not known"
      persona.about = "of whom the log names no persona"
      parts.append(Part(persona: persona, segments: others))
    }
    let shares = Self.shares(parts.map { $0.segments.map(\.customers).sum })
    for index in parts.indices { parts[index].persona.share = shares[index] }
  }

  private static func free(_ id: String, _ used: ArraySlice<String>) -> PersonaID {
    var candidate = id
    while used.contains(candidate) { candidate += "-2" }
    return PersonaID(candidate)
  }

  /// Shares that add up to 100 %, with as few decimals as tell the smallest from nothing.
  static func shares(_ customers: [Int]) -> [Share] {
    let total = customers.reduce(0.0) { $0 + Double($1) }
    guard total > 0 else { return [] }
    let exact = customers.map { Double($0) / total }
    let least = exact.min() ?? 0
    var places = 3
    while places < 9, least * power(places) < 2 { places += 1 }
    let unit = power(places)
    var parts = exact.map { Int(($0 * unit).rounded(.down)) }
    let missing = Int(unit) - parts.sum
    let byRest = exact.indices.sorted {
      let (a, b) = (exact[$0] * unit - Double(parts[$0]), exact[$1] * unit - Double(parts[$1]))
      return (-a, $0) < (-b, $1)
    }
    for index in byRest.prefix(max(0, missing)) { parts[index] += 1 }
    // Shares are decimal: so many parts of a power of ten.
    return parts.map { Share(percentage: decimal($0, places - 2) + "%") ?? .zero }
  }

  private static func power(_ exponent: Int) -> Double {
    (0..<exponent).reduce(1.0) { value, _ in value * 10 }
  }

  private static func decimal(_ parts: Int, _ places: Int) -> String {
    let digits = String(parts)
    let padded = String(repeating: "0", count: max(0, places + 1 - digits.count)) + digits
    return "\(padded.dropLast(places)).\(padded.suffix(places))"
  }
}
