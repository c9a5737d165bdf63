/// All kinds of mappings of one kind of document, to say where a misplaced key belongs.
struct KeyLevels: Sendable {
  private let levels: [(name: String, keys: [String])]

  private init(_ levels: [(name: String, keys: [String])]) {
    self.levels = levels
  }

  /// The kinds of mappings that know a key, as a message calls them.
  func levels(knowing key: String) -> [String] {
    levels.filter { $0.keys.contains(key) }.map(\.name)
  }

  /// The mappings of a theme file.
  static let theme = KeyLevels([
    (ThemeKey.level, ThemeKey.allCases.map(\.rawValue)),
    (FontsKey.level, FontsKey.allCases.map(\.rawValue)),
    (LogoKey.level, LogoKey.allCases.map(\.rawValue)),
  ])

  /// The mappings of a journey document.
  static let journey = KeyLevels([
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
    (PolicyKey.level, PolicyKey.allCases.map(\.rawValue)),
    (GuardrailKey.level, GuardrailKey.allCases.map(\.rawValue)),
    (WaiverKey.level, WaiverKey.allCases.map(\.rawValue)),
  ])

  /// The mappings of a policy file.
  static let policy = KeyLevels([
    (PolicyFileKey.level, PolicyFileKey.allCases.map(\.rawValue)),
    (GuardrailKey.level, GuardrailKey.allCases.map(\.rawValue)),
    (WaiverKey.level, WaiverKey.allCases.map(\.rawValue)),
  ])
}
