public import JourneyAnalysis
import JourneyModel
import TextSupport

extension Estimates {
  /// The figures with their intervals as JSON text, with the keys that `Docs/figures.md` names.
  ///
  /// As `Analysis.json`, where `intervals` are null.
  public var json: String { analysis.jsonValue(estimates: self).text }

  /// The 90 % intervals of the journey's figures, by their names.
  var intervals: JSONValue {
    Self.json(
      [.completed, .left, .diverted, .ended, .steps, .time, .felt, .gap, .peakEnd]
    ) { estimate(of: Figure($0)) }
  }

  /// The 90 % intervals of a touchpoint's figures, by their names; `felt` has its own.
  func intervals(at touchpoint: TouchpointID) -> JSONValue {
    let measures: [Figure.Measure] = [
      .visits, .reach, .left, .dropOff, .completionFromHere, .gap, .pain, .heat, .loss, .burden,
      .reliefChance, .reliefSteps, .reliefTime,
    ]
    let known = estimates(at: touchpoint, of: measures)
    return Self.json(measures) { known[$0] }
  }

  /// Unknown figures and those without an interval are null.
  private static func json(
    _ measures: [Figure.Measure], _ estimate: (Figure.Measure) -> Estimate?
  ) -> JSONValue {
    .object(
      measures.map { measure in
        guard let estimate = estimate(measure), estimate.low != nil || estimate.high != nil else {
          return .init(measure.rawValue, .null)
        }
        return .init(measure.rawValue, estimate.intervalJSON)
      })
  }
}
