import JourneyAnalysis
import JourneyComparison
import JourneyModel
import JourneyTestSupport

/// The day of every comparison here.
let today = CalendarDate(year: 2026, month: 6, day: 1) ?? CalendarDate.epoch

/// A side of a comparison.
func side(
  _ journey: Journey, persona: PersonaID? = nil, label: String = ""
) throws -> ComparedJourney {
  ComparedJourney(label: label, estimates: try journey.estimated(asOf: today, persona: persona))
}

/// Two journeys side by side.
func compare(_ before: Journey, _ after: Journey) throws -> Comparison {
  Comparison(try side(before, label: "before"), try side(after, label: "after"))
}

/// A journey whose touchpoints are named like their ids.
func journey(_ ids: TouchpointID...) -> Journey {
  Journey(id: "j", title: "J", touchpoints: ids.map { Touchpoint(id: $0) })
}

/// Flow in counts.
func flow(_ transitions: [(String, Int)]) -> [Transition] {
  transitions.map { key, count in
    let ends = key.split(separator: ">").map(String.init)
    return Transition(
      Transition.Source(ends[0]), Transition.Target(ends[1]),
      .everyone(Transition.Traffic(.customers(count))))
  }
}
