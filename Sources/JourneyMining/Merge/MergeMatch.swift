import JourneyModel

/// Which parts of a document are which parts of a log.
struct MergeMatch {
  /// The document's touchpoint for each of the log; the log's own id where the document has none.
  private(set) var touchpoints: [TouchpointID: TouchpointID] = [:]
  /// Touchpoints of the log that the document does not have, in the log's order.
  private(set) var new: [Touchpoint] = []
  /// Touchpoints of the document that the log does not have, in the document's order.
  private(set) var unseen: [TouchpointID] = []
  /// Touchpoints of the document that stand for several of the log.
  private(set) var joined: Set<TouchpointID> = []
  /// The document's persona for each of the log that it has.
  private(set) var personas: [PersonaID: PersonaID] = [:]

  /// The key with the names that a touchpoint has in logs.
  static let eventsKey = "x-events"
  /// The key with the name that a mined touchpoint has in its log, where that is not its own.
  static let nameKey = "x-name"

  /// Matches.
  ///
  /// Cost: linear in both.
  init(_ mined: Journey, _ journey: Journey) {
    let finder = Finder(journey)
    var seen: Set<TouchpointID> = []
    for touchpoint in mined.touchpoints {
      if let found = finder.touchpoint(for: touchpoint) {
        touchpoints[touchpoint.id] = found
        if !seen.insert(found).inserted { joined.insert(found) }
      } else {
        touchpoints[touchpoint.id] = touchpoint.id
        new.append(touchpoint)
      }
    }
    unseen = journey.touchpoints.map(\.id).filter { !seen.contains($0) }
    for persona in mined.personas {
      let found =
        journey.personas.first { $0.id == persona.id }
        ?? journey.personas.first { Self.folded($0.name) == Self.folded(persona.name) }
        ?? journey.personas.first { Self.folded($0.id.rawValue) == Self.folded(persona.name) }
      personas[persona.id] = found?.id
    }
  }

  /// The touchpoints of a document that a log has, by their names in the log.
  ///
  /// Cost: linear in both.
  static func known(_ names: [String], to journey: Journey) -> [String: TouchpointID] {
    let finder = Finder(journey)
    let shown = ShownNames(names)
    var known: [String: TouchpointID] = [:]
    for (name, id) in zip(names, JourneyMiner.ids(of: names)) {
      let inLog = Touchpoint(id: id, name: name)
      let asShown = Touchpoint(id: id, name: shown.shown(name, id: id.rawValue))
      known[name] = finder.touchpoint(for: inLog) ?? finder.touchpoint(for: asShown)
    }
    return known
  }

  /// A name as it is compared: small letters, what ids cannot hold and underlines as hyphens.
  static func folded(_ name: String) -> String {
    let words = String(name.map { $0 == "_" ? " " : $0 })
    return IdentifierRules.identifier(from: words) ?? name.lowercased()
  }

  /// Finds touchpoints of a document.
  private struct Finder {
    private var byEvent: [String: TouchpointID] = [:]
    private var byID: [String: TouchpointID] = [:]
    private var byName: [String: TouchpointID] = [:]

    init(_ journey: Journey) {
      for touchpoint in journey.touchpoints {
        for name in Self.events(of: touchpoint) {
          byEvent[MergeMatch.folded(name)] = byEvent[MergeMatch.folded(name)] ?? touchpoint.id
        }
        byID[touchpoint.id.rawValue] = touchpoint.id
      }
      for touchpoint in journey.touchpoints {
        for name in [touchpoint.name, touchpoint.id.rawValue].map(MergeMatch.folded) {
          byName[name] = byName[name] ?? touchpoint.id
        }
      }
    }

    func touchpoint(for mined: Touchpoint) -> TouchpointID? {
      var names = [mined.name, mined.id.rawValue]
      for case .text(let name) in mined.extensions.lazy.filter({ $0.key == MergeMatch.nameKey })
        .map(\.value)
      {
        names.insert(name, at: 0)
      }
      let folded = names.map(MergeMatch.folded)
      return folded.lazy.compactMap { byEvent[$0] }.first ?? byID[mined.id.rawValue]
        ?? folded.lazy.compactMap { byName[$0] }.first
    }

    private static func events(of touchpoint: Touchpoint) -> [String] {
      for entry in touchpoint.extensions where entry.key == MergeMatch.eventsKey {
        switch entry.value {
        case .text(let name): return [name]
        case .list(let items):
          return items.compactMap { if case .text(let name) = $0 { name } else { nil } }
        default: return []
        }
      }
      return []
    }
  }
}
