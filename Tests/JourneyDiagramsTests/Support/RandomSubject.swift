import JourneyAnalysis
import JourneyDiagrams
import JourneyModel
import JourneyTestSupport

/// Valid journeys with personas, stages and flow, their figures, and names that are hard to set.
enum RandomSubject {
  private static let words = [
    "wait", "for", "an", "answer", "Versicherungsbedingungen", "Bearbeitungsbestätigung",
    "検査結果を待つ", "لا أخبار", "<script>alert(1)</script>", "47 pages", "naïve", "“no”", "\u{7}",
    "https://example.org/a/very/long/path", "🎉",
  ]

  /// The subject for a seed.
  ///
  /// - Parameters:
  ///   - seed: Everything random comes from it.
  ///   - most: The most touchpoints.
  ///   - isForPersona: Whether the figures are those of the first persona, where there is one.
  /// - Returns: The subject.
  /// - Throws: Nothing for journeys that are valid, which these are.
  static func make(seed: UInt64, most: Int = 9, isForPersona: Bool = false) throws -> Subject {
    var recipe = JourneyTestSupport.RandomJourney()
    recipe.touchpoints = 1...most
    var journey = recipe.journey(seed: seed)
    var random = SeededGenerator(seed: seed &+ 77)
    func name() -> String {
      (0..<Int.random(in: 1...4, using: &random))
        .map { _ in words.randomElement(using: &random) ?? "" }.joined(separator: " ")
    }
    for index in journey.touchpoints.indices { journey.touchpoints[index].name = name() }
    for index in journey.personas.indices { journey.personas[index].name = name() }
    for index in journey.channels.indices { journey.channels[index].name = name() }
    let persona = isForPersona ? journey.personas.first?.id : nil
    return Subject(
      journey: journey, analysis: try journey.analyzed(asOf: Sketch.day, persona: persona))
  }
}
