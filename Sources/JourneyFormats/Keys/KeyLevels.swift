/// All kinds of mappings, to say where a misplaced key belongs.
enum KeyLevels {
  /// The kinds of mappings that know a key, as a message calls them.
  static func levels(knowing key: String) -> [String] {
    levels.filter { $0.keys.contains(key) }.map(\.name)
  }

  private static let levels: [(name: String, keys: [String])] = [
    (RootKey.level, RootKey.allCases.map(\.rawValue)),
    (ScaleKey.level, ScaleKey.allCases.map(\.rawValue)),
    (PersonaKey.level, PersonaKey.allCases.map(\.rawValue)),
    (ChannelKey.level, ChannelKey.allCases.map(\.rawValue)),
    (TouchpointKey.level, TouchpointKey.allCases.map(\.rawValue)),
    (ScoreKey.level, ScoreKey.allCases.map(\.rawValue)),
    (BeliefKey.level, BeliefKey.allCases.map(\.rawValue)),
    (QuoteKey.level, QuoteKey.allCases.map(\.rawValue)),
    (TrafficKey.level, TrafficKey.allCases.map(\.rawValue)),
    (EndsKey.level, EndsKey.allCases.map(\.rawValue)),
    (HotspotsKey.level, HotspotsKey.allCases.map(\.rawValue)),
    (EvidenceKey.level, EvidenceKey.allCases.map(\.rawValue)),
    (DecisionKey.level, DecisionKey.allCases.map(\.rawValue)),
    (ReachedKey.level, ReachedKey.allCases.map(\.rawValue)),
    (OutcomeKey.level, OutcomeKey.allCases.map(\.rawValue)),
  ]
}
