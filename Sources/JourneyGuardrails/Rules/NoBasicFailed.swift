import JourneyAnalysis
import JourneyModel

/// `no-basic-failed`: no touchpoint that serves a basic need feels bad.
///
/// Touchpoints with `need: basic` that somebody reaches. Bad by the whole interval of the shrunk
/// feeling under `surely-bad`; by any of it, or unknown, under `not-surely-good`.
///
/// Where all together do not fail, each persona that was measured is judged by its own interval: the
/// delight of some does not make up for the distress of others. One finding for each that fails.
struct NoBasicFailed: RuleJudge {
  func judge(_ context: RuleContext) -> [Breach] {
    let scale = context.analysis.scale
    return context.conclude(
      context.places.filter { $0.touchpoint.need == .basic }.flatMap { place in
        let all = context.hold(
          Figure(.felt, at: place.id), to: scale.neutral, Self.side(scale),
          what: "what is felt here", path: .touchpoint(place.id, "felt"), fix: Self.fix
        ) { value, interval, _ in
          Self.summary(
            Self.state(context.facts.estimates.estimate(of: Figure(.felt, at: place.id)), scale),
            value, interval, scale)
        }
        if case .broken = all { return [all] }
        return [all] + place.figures.personas.compactMap { hurt($0, at: place, in: context) }
      })
  }

  /// The finding about one persona; nil when what it feels keeps the rule, or was not measured.
  private func hurt(
    _ persona: PersonaFeeling, at place: Place, in context: RuleContext
  ) -> Outcome? {
    let scale = context.analysis.scale
    let felt = persona.felt
    guard !felt.isAssumed else { return nil }
    let estimate = Estimate(felt.shrunk, low: felt.low, high: felt.high)
    guard RuleContext.judge(estimate, scale.neutral, Self.side(scale), context.fails) == .breaks
    else { return nil }
    let words = Numerals(.score, limit: scale.neutral).text(
      estimate, Self.side(scale), context.fails, why: "nothing says how sure it is")
    let name = context.journey.personas.first { $0.id == persona.persona }?.name
    let who = " for \(OneLine.of(name ?? persona.persona.rawValue, most: 40))"
    var path = DocumentPath.touchpoint(place.id, "felt")
    if place.touchpoint.felt?[persona.persona] != nil {
      path = path.appending(.key(persona.persona.rawValue))
    }
    var breach = context.breach(
      at: [place.id],
      Self.summary(Self.state(estimate, scale) + who, words.value, words.interval, scale),
      fix: Self.fix,
      path: path)
    breach.finding.figure = Figure(.felt, at: place.id)
    breach.finding.estimate = estimate
    breach.finding.limit = scale.neutral
    return .broken(breach)
  }

  private static let fix =
    "mend it before anything that delights: nobody is pleased by a basic, only hurt"

  private static func side(_ scale: Scale) -> Side { scale.isInverted ? .atMost : .atLeast }

  /// What is wrong with it: bad by its point too, or by its interval alone.
  private static func state(_ felt: Estimate?, _ scale: Scale) -> String {
    guard let felt, scale.normalized(felt.value) > 0 else { return "feels bad" }
    return "is not surely good"
  }

  private static func summary(
    _ state: String, _ value: String, _ interval: String, _ scale: Scale
  ) -> String {
    let neutral = Numerals.trimmed(scale.neutral, 3)
    return "a basic need that \(state): \(value)\(interval), "
      + (scale.isInverted
        ? "at most neutral (\(neutral)) allowed" : "at least neutral (\(neutral)) required")
  }
}
