import JourneyModel

/// What customers are supposed to feel, beside the journey: no document can hold it, so that only who
/// asks what if is told of it.
struct Suppositions: Hashable, Sendable {
  /// By touchpoint and persona; the persona nil is for all customers.
  private var scores: [TouchpointID: [PersonaID?: Double]] = [:]

  /// What is supposed at a touchpoint.
  subscript(touchpoint: TouchpointID) -> [PersonaID?: Double] { scores[touchpoint] ?? [:] }

  /// Whether nothing is supposed.
  var isEmpty: Bool { scores.isEmpty }

  /// Supposes a feeling; one for everybody takes those of personas back.
  mutating func suppose(_ score: Double, at touchpoint: TouchpointID, by persona: PersonaID?) {
    guard score.isFinite else { return }
    if persona == nil { scores[touchpoint] = [:] }
    scores[touchpoint, default: [:]].updateValue(score, forKey: persona)
  }
}
