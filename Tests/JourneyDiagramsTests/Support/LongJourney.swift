import JourneyAnalysis
import JourneyDiagrams
import JourneyModel
import JourneyTestSupport

/// A long journey in a line, as mined from a log: small exits, some that skip one, one place where
/// many leave.
enum LongJourney {
  /// The subject.
  ///
  /// - Parameters:
  ///   - touchpoints: How many.
  ///   - stages: In how many stages; none for 0.
  ///   - hasFlow: Whether it has flow.
  /// - Returns: The journey, its figures and words.
  /// - Throws: Nothing for a journey that is valid, which it is.
  static func line(touchpoints: Int, stages: Int, hasFlow: Bool = true) throws -> Subject {
    var random = SeededGenerator(seed: UInt64(touchpoints))
    var lines = ["start -> t0: 10000"]
    var coming = [Int](repeating: 0, count: touchpoints)
    coming[0] = 10_000
    for place in 0..<touchpoints - 1 {
      var left = coming[place] * Int.random(in: 0...4, using: &random) / 1000
      if place == touchpoints / 2 { left += coming[place] / 8 }
      let skips = place < touchpoints - 2 && Int.random(in: 0...9, using: &random) == 0
      let skipping = skips ? coming[place] / 10 : 0
      coming[place + 1] += coming[place] - left - skipping
      lines.append("t\(place) -> t\(place + 1): \(coming[place] - left - skipping)")
      if skips {
        coming[place + 2] += skipping
        lines.append("t\(place) -> t\(place + 2): \(skipping)")
      }
      if left > 0 { lines.append("t\(place) -> left: \(left)") }
    }
    lines.append("t\(touchpoints - 1) -> completed: \(coming[touchpoints - 1])")
    var felt: [TouchpointID: Score] = [:]
    for place in 0..<touchpoints {
      felt[TouchpointID(rawValue: "t\(place)")] = Score(
        mean: Double.random(in: -2...2, using: &random), n: 40)
    }
    var journey = Journey.sketch(lines, felt: felt)
    if stages > 0 {
      journey.stages = (0..<stages).map { Stage("Stage \($0 + 1)") }
      for place in journey.touchpoints.indices {
        journey.touchpoints[place].stage = journey.stages[place * stages / touchpoints].id
      }
    }
    if !hasFlow { journey.flow = [] }
    return Subject(journey: journey, analysis: try journey.analyzed(asOf: Sketch.day))
  }
}
