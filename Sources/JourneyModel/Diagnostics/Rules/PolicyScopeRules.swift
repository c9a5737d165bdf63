extension Policy {
  /// Every `about` that names nothing, so that what is asked there guards nothing and what is waived
  /// there excuses nothing.
  ///
  /// For a policy of several journeys; one that stands in a document is checked with it.
  ///
  /// A touchpoint of a journey that is among those at hand is looked for in it alone. All else is
  /// told only where no journey is missing: it may be that of one that nobody looked at.
  /// `not-worse` and `no-bright-spot-lost` may be about what only the baseline has.
  ///
  /// Cost: linear in the policy and the touchpoints; names that are near are looked for as
  /// ``NearestName`` says.
  ///
  /// - Parameters:
  ///   - journeys: Those that the policy holds for, as far as they are at hand.
  ///   - baseline: What they are compared with.
  ///   - isComplete: Whether all that the policy holds for are there.
  /// - Returns: Warnings with paths from the policy's root, in its order.
  package func unknownScopes(
    in journeys: [Journey], baseline: [Journey] = [], isComplete: Bool
  ) -> [Diagnostic] {
    guard !journeys.isEmpty else { return [] }
    var finder = ScopeFinder(journeys, baseline: baseline, isComplete: isComplete)
    for (index, rule) in rules.enumerated() {
      for (item, scope) in rule.about.enumerated() {
        finder.check(
          scope, of: rule.rule, "'\(rule.rule.rawValue)' guards nothing there",
          at: ["rules", .index(index), "about", .index(item)])
      }
    }
    for (index, waiver) in waivers.enumerated() {
      guard let scope = waiver.about else { continue }
      finder.check(
        scope, of: waiver.rule, "the waiver of '\(waiver.rule.rawValue)' excuses nothing there",
        at: ["waivers", .index(index), "about"])
    }
    return finder.found
  }
}

/// Looks for what the scopes of a policy name.
private struct ScopeFinder {
  private let isComplete: Bool
  private let now: Names
  private let before: Names
  private var nearest = NearestName()
  /// What names nothing.
  private(set) var found: [Diagnostic] = []

  /// What journeys have.
  private struct Names {
    /// The touchpoints of each journey.
    var touchpoints: [JourneyID: Set<String>] = [:]
    /// All ids, of journeys and of touchpoints.
    var ids: Set<String> = []
    /// The journeys, in their order.
    var journeys: [Journey]

    init(_ journeys: [Journey]) {
      self.journeys = journeys
      for journey in journeys {
        let own = journey.touchpoints.map(\.id.rawValue)
        touchpoints[journey.id, default: []].formUnion(own)
        ids.insert(journey.id.rawValue)
        ids.formUnion(own)
      }
    }

    func has(_ scope: PolicyScope) -> Bool {
      guard let journey = scope.journey else { return ids.contains(scope.name) }
      return touchpoints[journey]?.contains(scope.name) ?? false
    }
  }

  init(_ journeys: [Journey], baseline: [Journey], isComplete: Bool) {
    self.isComplete = isComplete
    now = Names(journeys)
    before = Names(baseline)
  }

  /// Reports a scope that names nothing.
  ///
  /// - Parameters:
  ///   - scope: What something is about.
  ///   - rule: The rule.
  ///   - effect: What comes of it.
  ///   - path: Where it stands.
  mutating func check(
    _ scope: PolicyScope, of rule: Guardrail.Rule, _ effect: String, at path: DocumentPath
  ) {
    guard !now.has(scope) else { return }
    if [.notWorse, .noBrightSpotLost].contains(rule), before.has(scope) { return }
    if let id = scope.journey, now.touchpoints[id] != nil {
      let own = now.journeys.first { $0.id == id }?.touchpoints ?? []
      let near = near(scope.name, own.map { ($0.id.rawValue, $0.name) })
      return report(
        "the journey '\(id)' has no touchpoint '\(scope.name)': \(effect)",
        near.map { "\(id)/\($0)" }, at: path)
    }
    guard isComplete else { return }
    if let id = scope.journey {
      let near = near(id.rawValue, now.journeys.map { ($0.id.rawValue, $0.title) })
      return report(
        "no journey has the id '\(id)': \(effect)", near.map { "\($0)/\(scope.name)" }, at: path)
    }
    let touchpoints = now.journeys.flatMap(\.touchpoints).map { ($0.id.rawValue, $0.name) }
    let near =
      near(scope.name, touchpoints)
      ?? near(scope.name, now.journeys.map { ($0.id.rawValue, $0.title) })
    report(
      "no journey and no touchpoint has the id '\(scope.name)': \(effect)", near, at: path)
  }

  /// The id that was most likely meant: a near one, or that of what has such a name.
  private mutating func near(_ name: String, _ known: [(id: String, name: String)]) -> String? {
    if let id = nearest.nearest(to: name, among: known.lazy.map(\.id)) { return id }
    let named = nearest.nearest(to: name, among: known.lazy.map(\.name))
    return named.flatMap { name in known.first { $0.name == name }?.id }
  }

  private mutating func report(_ summary: String, _ near: String?, at path: DocumentPath) {
    found.append(
      Diagnostic(
        "unknown-scope", .warning, summary,
        fix: near.map { "write '\($0)'" }
          ?? "write the id of a touchpoint or of a journey, or remove it",
        at: path))
  }
}
