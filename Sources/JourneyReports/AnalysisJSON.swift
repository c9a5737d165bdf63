public import JourneyAnalysis
import JourneyModel
package import TextSupport

extension Analysis {
  /// The figures as JSON text, with the keys that `Docs/figures.md` names.
  ///
  /// Shares 0…1, times in seconds, heat, loss and burden per 1,000 who start, scores on the
  /// document's scale, `null` for what is unknown. The bytes depend on the figures alone.
  public var json: String { jsonValue.text }

  package var jsonValue: JSONValue { jsonValue(estimates: nil) }

  /// The same with the intervals of the estimates.
  package func jsonValue(estimates: Estimates?) -> JSONValue {
    [
      "schemaVersion": .number(1),
      "journey": .string(journey.rawValue),
      "title": .string(title),
      "customers": .string(customers),
      "scale": [
        "low": .number(scale.low), "high": .number(scale.high), "neutral": .number(scale.neutral),
        "inverted": .bool(scale.isInverted),
      ],
      "persona": JSONValue(persona?.rawValue),
      "asOf": .string(asOf.description),
      "started": JSONValue(started),
      "flowData": .bool(hasFlow),
      "completed": JSONValue(ends?.completed),
      "left": JSONValue(ends?.left),
      "diverted": JSONValue(ends?.diverted),
      "ended": JSONValue(ends?.ended),
      "underWay": JSONValue(ends?.underWay),
      "steps": JSONValue(steps),
      "time": JSONValue(time),
      "felt": JSONValue(felt),
      "believed": JSONValue(believed),
      "gap": JSONValue(gap),
      "believedGood": JSONValue(believedGood),
      "feltGood": JSONValue(feltGood),
      "peakEnd": JSONValue(peakEnd),
      "peakEndCovered": JSONValue(peakEndCovered),
      "intervals": estimates?.intervals ?? .null,
      "paths": .array(paths.map(\.jsonValue)),
      "stages": .array(
        stages.map {
          ["stage": .string($0.stage.rawValue), "stillHere": JSONValue($0.stillHere)]
        }),
      "mazes": .array(mazes.map(\.jsonValue)),
      "brightSpots": .array(brightSpots.map(\.jsonValue)),
      "touchpoints": .array(
        touchpoints.map { $0.jsonValue(intervals: estimates?.intervals(at: $0.id)) }),
      "warnings": .array(warnings.map(\.jsonValue)),
    ]
  }
}

extension FigureWarning {
  package var jsonValue: JSONValue {
    ["id": .string(id.rawValue), "text": .string(text)]
  }
}

extension PathFigures {
  fileprivate var jsonValue: JSONValue {
    [
      "touchpoints": .array(touchpoints.map { .string($0.rawValue) }),
      "end": .string(end.description),
      "share": .number(share),
      "peakEnd": JSONValue(peakEnd),
    ]
  }
}

extension Maze {
  fileprivate var jsonValue: JSONValue {
    [
      "touchpoints": .array(touchpoints.map { .string($0.rawValue) }),
      "chance": .number(chance),
      "rounds": .number(rounds),
      "customers": .number(customers),
    ]
  }
}

extension BrightSpot {
  fileprivate var jsonValue: JSONValue {
    [
      "touchpoint": .string(touchpoint.rawValue),
      "name": .string(name),
      "brightness": JSONValue(brightness),
      "felt": .number(felt),
    ]
  }
}

extension TouchpointFigures {
  fileprivate func jsonValue(intervals: JSONValue?) -> JSONValue {
    [
      "id": .string(id.rawValue),
      "name": .string(name),
      "visits": JSONValue(visits),
      "reach": JSONValue(reach),
      "left": JSONValue(left),
      "dropOff": JSONValue(dropOff),
      "completionFromHere": JSONValue(completionFromHere),
      "completionIfNobodyLeft": JSONValue(completionIfNobodyLeft),
      "removalEffect": JSONValue(removalEffect),
      "felt": felt?.jsonValue ?? .null,
      "personas": .array(
        personas.map {
          [
            "persona": .string($0.persona.rawValue), "felt": $0.felt.jsonValue,
            "pain": .number($0.pain),
          ]
        }),
      "believed": JSONValue(believed),
      "gap": JSONValue(gap),
      "pain": JSONValue(pain),
      "relief": relief?.jsonValue ?? .null,
      "intervals": intervals ?? .null,
      "warnings": .array(warnings.map(\.jsonValue)),
    ]
  }
}

extension FeltFigures {
  fileprivate var jsonValue: JSONValue {
    [
      "mean": .number(mean),
      "n": JSONValue(n),
      "sd": JSONValue(sd),
      "shrunk": .number(shrunk),
      "low": JSONValue(low),
      "high": JSONValue(high),
      "assumed": .bool(isAssumed),
    ]
  }
}

extension Relief {
  fileprivate var jsonValue: JSONValue {
    [
      "chance": .number(chance),
      "completedBefore": .number(completedBefore),
      "leftBefore": .number(leftBefore),
      "divertedBefore": .number(divertedBefore),
      "endedBefore": .number(endedBefore),
      "steps": JSONValue(steps),
      "time": JSONValue(time),
    ]
  }
}
