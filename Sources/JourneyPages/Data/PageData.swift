import JourneyAnalysis
import JourneyDiagrams
import JourneyModel
import TextSupport

/// Everything that a page's script says, as JSON: finished words, so that the script only places
/// them.
struct PageData {
  let presentation: Presentation
  let mode: PageWriter.Mode

  private var journey: Journey { presentation.journey }
  private var words: Words { presentation.words }

  /// The whole.
  var json: JSONValue {
    [
      "mode": .string(mode.rawValue),
      "title": .string(journey.title),
      "scale": .number(presentation.theme.scale),
      "language": JSONValue(journey.language),
      "digits": .string((0...9).map(words.numbers.plain).joined()),
      "words": phrases,
      "views": .array(
        views.map { ["id": .string($0), "name": .string(words.page.views[$0] ?? $0)] }),
      "sets": .array(presentation.analyses.map(set)),
    ]
  }

  /// The views in the order of the pictures.
  private var views: [String] {
    var names: [String] = []
    for picture in presentation.pictures where !names.contains(picture.view) {
      names.append(picture.view)
    }
    return names
  }

  // MARK: What one persona meets

  private func set(_ analysis: Analysis) -> JSONValue {
    let subject = Subject(journey: journey, analysis: analysis, words: words)
    let met = journey.touchpoints.filter(subject.meets)
    let ids = Set(met.map(\.id))
    let cards = TouchpointCards(subject, theme: presentation.theme)
    return [
      "persona": .string(analysis.persona?.rawValue ?? ""),
      "name": .string(subject.persona?.name ?? words.page.everybody),
      "about": JSONValue(subject.persona?.about),
      "stages": .array(stages(of: met, analysis)),
      "cards": .array(met.map(cards.json)),
      "hotspots": list(hotspots(analysis).filter(ids.contains)),
      "gaps": list(gaps(analysis).filter(ids.contains)),
      "byPain": .bool(analysis.hotspots.rankedBy == .pain),
    ]
  }

  private func list(_ ids: [TouchpointID]) -> JSONValue {
    .array(ids.map { .string($0.rawValue) })
  }

  /// The stages with the touchpoints in them; one without a name where there are none.
  private func stages(of touchpoints: [Touchpoint], _ analysis: Analysis) -> [JSONValue] {
    var runs: [(stage: Stage?, touchpoints: [TouchpointID])] = journey.stages.map { stage in
      (stage, touchpoints.filter { $0.stage == stage.id }.map(\.id))
    }
    let known = Set(journey.stages.map(\.id))
    let rest = touchpoints.filter { $0.stage.map { !known.contains($0) } ?? true }
    runs.append((nil, rest.map(\.id)))
    return runs.filter { !$0.touchpoints.isEmpty }.map { run in
      let figures = analysis.stages.first { $0.stage == run.stage?.id }
      let stillHere = figures?.stillHere.map {
        words.fill(words.stillHere, words.numbers.percent($0))
      }
      return [
        "id": JSONValue(run.stage?.id.rawValue), "name": JSONValue(run.stage?.name),
        "stillHere": JSONValue(stillHere), "touchpoints": list(run.touchpoints),
      ]
    }
  }

  /// The hotspots in rank order; without flow, where it hurts most.
  private func hotspots(_ analysis: Analysis) -> [TouchpointID] {
    let ranking = analysis.hotspots
    let kept = ranking.hotspots.filter { $0.kind != nil }
    if kept.isEmpty, ranking.rankedBy == .pain {
      return ranking.hotspots.prefix(5).map(\.touchpoint)
    }
    return kept.map(\.touchpoint)
  }

  /// Where we think better of it than it is, the furthest off first; where we never do, where it is
  /// better than we think.
  private func gaps(_ analysis: Analysis) -> [TouchpointID] {
    let known = analysis.touchpoints.compactMap { figures in
      figures.gap.map { (id: figures.id, gap: $0) }
    }
    let wrong = known.filter { $0.gap > 0 }
    let shown = wrong.isEmpty ? known.filter { $0.gap < 0 } : wrong
    return shown.enumerated().sorted {
      let (a, b) = ($0.element.gap.magnitude, $1.element.gap.magnitude)
      return a == b ? $0.offset < $1.offset : a > b
    }.map(\.element.id)
  }

  // MARK: Words

  private var phrases: JSONValue {
    let page = words.page
    return [
      "whole": .string(page.wholeJourney), "stagePlace": .string(page.stagePlace),
      "hotspotPlace": .string(page.hotspotPlace), "painPlace": .string(page.painPlace),
      "gapPlace": .string(page.gapPlace), "stepPlace": .string(page.stepPlace),
      "felt": .string(page.felt), "believed": .string(page.believed),
      "notMeasured": .string(page.notMeasured),
      "pains": .string(page.pains), "gains": .string(page.gains),
      "decisions": .string(page.decisions),
      "truth": .string(page.truth),
      "lastStep": .string(page.lastStep), "noHotspots": .string(page.noHotspots),
      "noGaps": .string(page.noGaps), "noOtherPersona": .string(page.noOtherPersona),
      "noOtherView": .string(page.noOtherView), "black": .string(page.black),
      "blocked": .string(page.blocked), "noFullScreen": .string(page.noFullScreen),
      "notInView": .string(page.notInView), "lost": .string(page.lost),
    ]
  }
}
