import JourneyAnalysis
import JourneyModel

/// The table whose rows are touchpoints and whose columns are everybody and each persona.
struct HeatmapTouchpoints {
  private let subject: Subject
  private let words: Words
  private let scale: Scale
  private let touchpoints: [Touchpoint]
  private let figures: [TouchpointFigures?]
  private let personas: [Persona]

  /// Reads a subject.
  ///
  /// - Parameters:
  ///   - subject: What is drawn.
  ///   - touchpoints: The rows.
  init(_ subject: Subject, touchpoints: [Touchpoint]) {
    self.subject = subject
    self.touchpoints = touchpoints
    words = subject.words
    scale = subject.analysis.scale
    var known: [TouchpointID: TouchpointFigures] = [:]
    for figure in subject.analysis.touchpoints { known[figure.id] = figure }
    figures = touchpoints.map { known[$0.id] }
    let measured = Set(figures.flatMap { $0?.personas.map(\.persona) ?? [] })
    // One persona's figures are those of the first column already.
    personas =
      subject.analysis.persona == nil && subject.journey.personas.count > 1
      ? subject.journey.personas.filter { measured.contains($0.id) } : []
  }

  /// The table.
  func table(isBrief: Bool) -> HeatmapTable {
    var table = HeatmapTable(absentKey: words.heatmap.legendAbsent)
    let everybody = subject.persona.map(\.name) ?? words.heatmap.everybody
    table.columns = [HeatmapTable.Column(name: everybody)]
    table.columns += personas.map { persona in
      HeatmapTable.Column(
        name: persona.name,
        note: persona.share.map { words.numbers.percent($0.fraction) })
    }
    table.rows = touchpoints.indices.map { row($0, isBrief: isBrief) }
    table.sections = sections
    table.numbers = HeatmapNumbers(subject).ofTouchpoints(figures, isBrief: isBrief)
    table.lead = personas.isEmpty ? words.heatmap.leadOne : words.heatmap.leadPersonas
    table.lead = words.sentences([table.lead] + [farthest, hottest].compactMap(\.self))
    if !isBrief, figures.contains(where: { $0?.felt?.n != nil }) {
      table.noteKey = words.heatmap.legendAsked
    }
    return table
  }

  private func row(_ index: Int, isBrief: Bool) -> HeatmapTable.Row {
    let (touchpoint, figures) = (touchpoints[index], self.figures[index])
    var cells = [cell(figures?.felt, isBrief)]
    for persona in personas {
      if !touchpoint.personas.isEmpty, !touchpoint.personas.contains(persona.id) {
        cells.append(.absent)
      } else {
        cells.append(cell(figures?.personas.first { $0.persona == persona.id }?.felt, isBrief))
      }
    }
    let sentence = TouchpointSentence(subject)
    var parts = [sentence.feelings(figures)] + sentence.traffic(figures)
    if let hotspot = subject.analysis.hotspots.hotspots.first(where: {
      $0.touchpoint == touchpoint.id
    }), let heat = hotspot.heat {
      parts.append(words.fill(words.heatmap.sayHeat, words.numbers.count(heat)))
    }
    return HeatmapTable.Row(
      id: "touchpoint." + XMLName.escaped(touchpoint.id.rawValue),
      layer: "touchpoint/" + touchpoint.id.rawValue, name: touchpoint.name,
      channel: touchpoint.channel.flatMap { subject.journey[channel: $0] },
      summary: parts.joined(separator: words.clauseSeparator), cells: cells)
  }

  private func cell(_ felt: FeltFigures?, _ isBrief: Bool) -> HeatmapTable.Cell {
    guard let felt else { return .unmeasured }
    let n = isBrief ? nil : felt.n
    return .known(
      HeatmapTable.Feeling(
        v: min(1, max(-1, scale.normalized(felt.mean))),
        score: words.score(felt.mean, on: scale),
        note: n.map { words.fill(words.heatmap.asked, words.numbers.count(Double($0))) },
        isAssumed: felt.isAssumed))
  }

  private var sections: [HeatmapTable.Section] {
    guard !subject.journey.stages.isEmpty else { return [] }
    var sections: [HeatmapTable.Section] = []
    var last: StageID?
    for (index, touchpoint) in touchpoints.enumerated() {
      if let open = sections.indices.last, last == touchpoint.stage {
        sections[open].rows = sections[open].rows.lowerBound..<index + 1
        continue
      }
      last = touchpoint.stage
      let name = touchpoint.stage?.rawValue ?? ""
      let before = sections.count { $0.name == name }
      let here = subject.analysis.stages.first { $0.stage == touchpoint.stage }?.stillHere
      sections.append(
        HeatmapTable.Section(
          name: name,
          note: here.map { words.fill(words.stillHere, words.numbers.percent($0)) },
          rows: index..<index + 1,
          id: "stage." + XMLName.escaped(name) + (before == 0 ? "" : ".\(before)")))
    }
    return sections
  }

  /// The one that the ranking puts first of those drawn, which is sure to be hot and need not have
  /// the largest number; nil without flow or heat.
  private var hottest: String? {
    let drawn = Set(touchpoints.map(\.id))
    for hotspot in subject.analysis.hotspots.hotspots where drawn.contains(hotspot.touchpoint) {
      guard let heat = hotspot.heat, heat > 0 else { continue }
      return words.fill(
        words.heatmap.hottest, words.numbers.plain(hotspot.rank), hotspot.name,
        words.numbers.count(heat))
    }
    return nil
  }

  /// Where two personas feel most apart; nil when none do by a tenth of the scale's unit.
  private var farthest: String? {
    var most: (spread: Double, text: String)?
    for (touchpoint, figures) in zip(touchpoints, figures) {
      let felt = personas.compactMap { persona in
        figures?.personas.first { $0.persona == persona.id }.map {
          (name: persona.name, mean: $0.felt.mean, v: scale.normalized($0.felt.mean))
        }
      }
      guard let first = felt.first else { continue }
      let low = felt.reduce(first) { $1.v < $0.v ? $1 : $0 }
      let high = felt.reduce(first) { $1.v > $0.v ? $1 : $0 }
      guard high.v - low.v > most?.spread ?? 0.1 else { continue }
      let text = words.fill(
        words.heatmap.farthest, touchpoint.name, high.name, words.score(high.mean, on: scale),
        low.name, words.score(low.mean, on: scale))
      most = (high.v - low.v, text)
    }
    return most?.text
  }
}
