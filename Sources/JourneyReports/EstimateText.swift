package import JourneyAnalysis
package import JourneyModel
package import TextSupport

/// Estimates in words and in JSON: what every report of figures says alike.
package struct EstimateText: Sendable {
  /// The scale of scores.
  package var scale: Scale
  /// The decimals of a score.
  package var places: Int

  package init(_ scale: Scale, places: Int = 1) {
    self.scale = scale
    self.places = places
  }

  /// A number in its unit: `72%`, `+0.4`, `3.1`, `2d 4h`, `312`.
  package func number(_ value: Double, _ unit: Figure.Unit, isGap: Bool = false) -> String {
    switch unit {
    case .share: NumberText.percent(value)
    case .score: NumberText.fixed(value, places, plus: isGap || scale.low < 0)
    case .perThousand: NumberText.fixed(value, value.magnitude < 9.95 && value != 0 ? 1 : 0)
    case .seconds: DurationText.of(seconds: value)
    case .count: NumberText.fixed(value, value.magnitude < 0.95 ? 2 : 1)
    }
  }

  /// An interval: `70% … 75%`, `from 300`, `up to 40`; a dash where nothing is known.
  package func interval(_ estimate: Estimate?, _ measure: Figure.Measure) -> String {
    func text(_ value: Double) -> String {
      number(value, measure.unit, isGap: measure == .gap)
    }
    switch (estimate?.low, estimate?.high) {
    case (let low?, let high?): return "\(text(low)) … \(text(high))"
    case (let low?, nil): return "from \(text(low))"
    case (nil, let high?): return "up to \(text(high))"
    case (nil, nil): return "–"
    }
  }

  /// A figure with its interval in brackets, unless that says no more than the figure.
  package func sure(_ text: String, _ estimate: Estimate?, _ measure: Figure.Measure) -> String {
    let interval = interval(estimate, measure)
    if interval == "–" || interval == "\(text) … \(text)" { return text }
    return "\(text) (\(interval))"
  }

  /// A difference, with its sign: `+3.1 pts`, `−0.4`, `+2h`.
  package func difference(_ value: Double, _ unit: Figure.Unit) -> String {
    switch unit {
    case .share: return NumberText.fixed(value * 100, 1, plus: true) + " pts"
    case .score: return NumberText.fixed(value, places, plus: true)
    case .perThousand:
      return NumberText.fixed(value, value.magnitude < 9.95 && value != 0 ? 1 : 0, plus: true)
    case .count: return NumberText.fixed(value, 2, plus: true)
    case .seconds:
      let text = DurationText.of(seconds: value.magnitude)
      if value == 0 { return text }
      return (value < 0 ? String(NumberText.minus) : "+") + text
    }
  }
}

extension Estimate {
  /// The ends of the interval; null where they are unknown.
  package var intervalJSON: JSONValue {
    ["low": JSONValue(low), "high": JSONValue(high)]
  }

  /// The value with its interval.
  package var jsonValue: JSONValue {
    ["value": .number(value), "low": JSONValue(low), "high": JSONValue(high)]
  }
}
