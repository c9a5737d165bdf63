import JourneyModel

extension Touchpoint {
  /// Where a supposed feeling stands: a mapping of personas' ids, or `everyone`, to scores.
  static let hypothesisKey = "x-what-if-felt"

  /// What customers are supposed to feel, by persona; the key nil is for all of them.
  var supposedFelt: [PersonaID?: Double] {
    var found: [PersonaID?: Double] = [:]
    for case (Self.hypothesisKey, .mapping(let entries)) in extensions.map({ ($0.key, $0.value) }) {
      for entry in entries {
        guard case .number(let score) = entry.value, score.isFinite else { continue }
        found[entry.key == "everyone" ? nil : PersonaID(entry.key)] = score
      }
    }
    return found
  }

  /// Supposes a feeling; one for everybody takes those of personas back.
  mutating func suppose(felt score: Double, by persona: PersonaID?) {
    var entries: [DocumentValue.Entry] = []
    if persona != nil,
      case .mapping(let known)? = extensions.first(where: { $0.key == Self.hypothesisKey })?.value
    {
      entries = known.filter { $0.key != persona?.rawValue }
    }
    entries.append(.init(persona?.rawValue ?? "everyone", .number(score)))
    extensions.removeAll { $0.key == Self.hypothesisKey }
    extensions.append(.init(Self.hypothesisKey, .mapping(entries)))
  }
}
