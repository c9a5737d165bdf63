import JourneyModel

/// What is felt at a touchpoint, put together from its cells.
///
/// **Which cell speaks for a persona:** its own when measured; else the cell of all customers when
/// measured; else an assumption of its own; else an assumption for all. Only the personas that meet
/// the touchpoint count, with their shares rescaled; those that no cell speaks for are left out.
///
/// **Shown mean:** Σ share · persona mean when every persona has a measured cell of its own, else
/// the measured cells weighted by n, with a warning. A measured cell of all customers is a sample of
/// the whole mixture: it is pooled with that by n. For one persona it is the mean of its cell.
///
/// **Shrunk mean:** Σ share · shrunk mean of the cell that speaks. Its variance is
/// `Σ W² B v + (Σ W (1 − B))² Var(μ)` over the distinct cells with their total shares W: cells err
/// independently, except in the μ they share.
///
/// **Pain:** Σ share · max(0, −v shrunk), so that one persona's delight never cancels another's
/// distress. Bounds combine the cells' bounds as independent errors; an assumption has the lower
/// bound 0 and no upper one. Bounds are cut at the ends of the scale.
///
/// Unit: v for feelings, 0…1 for pain. Cost: linear in the personas.
struct TouchpointFeeling {
  /// The figures on the document's scale.
  var figures: FeltFigures
  /// What each persona with a cell of its own feels.
  var personas: [PersonaFeeling]
  /// The shrunk mean as v.
  var v: Double
  /// The shown mean as v.
  var shown: Double
  /// `Σ share · max(0, −v shrunk)`.
  var pain: Double
  /// The lower end of its 90 % interval.
  var painLow: Double
  /// The upper end; nil when an assumption enters.
  var painHigh: Double?
  /// `Σ share · max(0, v shrunk)`.
  var gain: Double
  /// Whether an assumption speaks for some persona.
  var usesAssumption: Bool
  /// Whether the shown mean had to be weighted by n although personas differ in share.
  var isWeightedByN: Bool
  /// The only persona that is measured, where several meet the touchpoint.
  var onlyPersona: Int?

  /// Whether it feels bad: shrunk v below 0.
  var isBad: Bool { v < 0 }
}

/// A cell and the share of customers it speaks for.
private struct Voice {
  var cell: FeltCell
  var felt: ShrunkFeeling
  var weight: Double
  /// The persona whose own cell it is; nil for the cell of all customers.
  var persona: Int?
}

/// Puts together what is felt at the touchpoints of a journey.
struct FeelingSummary {
  /// The journey.
  let journey: Journey
  /// What is known.
  let cells: FeltCells
  /// What the cells say together.
  let shrinkage: Shrinkage
  /// How customers divide.
  let shares: PersonaShares
  /// The persona whose figures are wanted; nil for all customers.
  let persona: Int?

  /// The personas that meet a touchpoint, in the document's order.
  func members(of touchpoint: Int) -> [Int] {
    let chosen = Set(journey.touchpoints[touchpoint].personas)
    return journey.personas.indices.filter { index in
      (persona == nil || persona == index)
        && (chosen.isEmpty || chosen.contains(journey.personas[index].id))
    }
  }

  /// What is felt at a touchpoint; nil when nothing is known.
  func feeling(at touchpoint: Int) -> TouchpointFeeling? {
    let members = members(of: touchpoint)
    if members.isEmpty, !journey.personas.isEmpty { return nil }
    let voices = voices(at: touchpoint, members)
    guard let shown = shownMean(at: touchpoint, members, voices) else { return nil }
    let scale = journey.scale
    let measured = voices.filter { $0.cell.n != nil }
    let isAssumed = shown.cell.n == nil
    let v = snapped(voices.reduce(0) { $0 + $1.weight * $1.felt.v })
    let bounds = measured.count == voices.count ? interval(of: voices, around: v) : nil
    let own = measured.compactMap(\.persona)

    let pains = painBounds(voices)
    return TouchpointFeeling(
      figures: FeltFigures(
        mean: shown.cell.mean, n: shown.cell.n, sd: shown.cell.sd,
        shrunk: scale.score(normalized: v), low: bounds?.low, high: bounds?.high,
        isAssumed: isAssumed),
      personas: voices.compactMap(personaFeeling),
      v: v, shown: normalized(shown.cell.mean, on: scale),
      pain: pains.point, painLow: pains.low, painHigh: pains.high,
      gain: voices.reduce(0) { $0 + $1.weight * $1.felt.gain },
      usesAssumption: measured.count < voices.count,
      isWeightedByN: shown.isWeightedByN,
      onlyPersona: members.count > 1 && own.count == 1 && cells.everyone[touchpoint]?.n == nil
        ? own[0] : nil)
  }

  // MARK: - Parts

  /// The cells that speak for the personas, with the share of customers each speaks for.
  private func voices(at touchpoint: Int, _ members: [Int]) -> [Voice] {
    let everyone = cells.everyone[touchpoint]
    if members.isEmpty {
      return everyone.map {
        [Voice(cell: $0, felt: shrinkage.shrink($0, on: journey.scale), weight: 1, persona: nil)]
      } ?? []
    }
    let own = cells.personas[touchpoint]
    var chosen: [(persona: Int, cell: FeltCell, isOwn: Bool)] = []
    for member in members {
      if let cell = own[member], cell.n != nil {
        chosen.append((member, cell, true))
      } else if let cell = everyone, cell.n != nil {
        chosen.append((member, cell, false))
      } else if let cell = own[member] {
        chosen.append((member, cell, true))
      } else if let cell = everyone {
        chosen.append((member, cell, false))
      }
    }
    let weights = shares.among(chosen.map(\.persona))
    var voices: [Voice] = []
    var shared: Int?
    for (choice, weight) in zip(chosen, weights) {
      if !choice.isOwn, let shared {
        voices[shared].weight += weight
        continue
      }
      if !choice.isOwn { shared = voices.count }
      voices.append(
        Voice(
          cell: choice.cell, felt: shrinkage.shrink(choice.cell, on: journey.scale),
          weight: weight, persona: choice.isOwn ? choice.persona : nil))
    }
    return voices
  }

  private func shownMean(at touchpoint: Int, _ members: [Int], _ voices: [Voice])
    -> (cell: FeltCell, isWeightedByN: Bool)?
  {
    if voices.count == 1, persona != nil || members.isEmpty { return (voices[0].cell, false) }
    let own = members.compactMap { cells.personas[touchpoint][$0] }.filter { $0.n != nil }
    var everyone = cells.everyone[touchpoint]
    if everyone?.n == nil { everyone = nil }
    guard !own.isEmpty || everyone != nil else {
      // Only assumptions: their mean by share.
      guard !voices.isEmpty else { return nil }
      return (FeltCell(assumed: voices.reduce(0) { $0 + $1.weight * $1.cell.mean }), false)
    }
    if own.isEmpty { return everyone.map { ($0, false) } }
    if own.count == members.count {
      let personas = FeltCell(mixing: own, by: shares.among(members))
      guard let everyone else { return (personas, false) }
      return (FeltCell(mixing: [everyone, personas]), false)
    }
    let all = [everyone].compactMap(\.self) + own
    return (FeltCell(mixing: all), true)
  }

  /// The 90 % interval of the shrunk mean, as scores.
  private func interval(of voices: [Voice], around v: Double) -> (low: Double, high: Double)? {
    var variance = 0.0
    var pull = 0.0
    for voice in voices {
      guard let own = voice.felt.ownVariance else { return nil }
      variance += voice.weight * voice.weight * own
      pull += voice.weight * voice.felt.pull
    }
    variance += pull * pull * (voices.first?.felt.meanVariance ?? 0)
    let width = ShrunkFeeling.quantile * variance.squareRoot()
    return scores(v - width, v + width)
  }

  /// Two values of v as scores, the lower score first, cut at the ends of the scale.
  private func scores(_ first: Double, _ second: Double) -> (low: Double, high: Double) {
    let scale = journey.scale
    let a = scale.score(normalized: first)
    let b = scale.score(normalized: second)
    return (max(scale.low, min(a, b)), min(scale.high, max(a, b)))
  }

  private func painBounds(_ voices: [Voice]) -> (point: Double, low: Double, high: Double?) {
    let scale = journey.scale
    let worst = max(0, -min(scale.normalized(scale.low), scale.normalized(scale.high)))
    var point = 0.0
    var measured = 0.0
    var below = 0.0
    var above: Double? = 0
    for voice in voices {
      let pain = voice.felt.pain
      point += voice.weight * pain
      guard let width = voice.felt.halfWidth else {
        if voice.weight > 0 { above = nil }
        continue
      }
      measured += voice.weight * pain
      let down = voice.weight * (pain - max(0, -voice.felt.v - width))
      let up = voice.weight * (max(pain, min(worst, max(0, -voice.felt.v + width))) - pain)
      below += down * down
      above = above.map { $0 + up * up }
    }
    return (
      point, max(0, measured - below.squareRoot()), above.map { point + $0.squareRoot() }
    )
  }

  private func personaFeeling(_ voice: Voice) -> PersonaFeeling? {
    guard let persona = voice.persona else { return nil }
    let width = voice.felt.halfWidth
    let bounds = width.map { scores(voice.felt.v - $0, voice.felt.v + $0) }
    return PersonaFeeling(
      persona: journey.personas[persona].id,
      felt: FeltFigures(
        mean: voice.cell.mean, n: voice.cell.n, sd: voice.cell.sd,
        shrunk: journey.scale.score(normalized: voice.felt.v), low: bounds?.low,
        high: bounds?.high, isAssumed: voice.cell.n == nil),
      pain: voice.felt.pain)
  }
}

extension FeltCell {
  /// Mixes measured cells by weights that sum to 1, or by n.
  ///
  /// The variance is that of the mixture, `Σ W (sd² + (mean − Σ W mean)²)`; unknown when that of one
  /// cell is.
  init(mixing cells: [FeltCell], by weights: [Double]? = nil) {
    let counts = cells.map { Double($0.n ?? 0) }
    let total = counts.reduce(0, +)
    let weights = weights ?? counts.map { total > 0 ? $0 / total : 1 / Double(cells.count) }
    let mean = zip(cells, weights).reduce(0) { $0 + $1.1 * $1.0.mean }
    self.init(assumed: mean)
    n = cells.reduce(0) { sum, cell in
      let (value, overflow) = sum.addingReportingOverflow(cell.n ?? 0)
      return overflow ? .max : value
    }
    var variance: Double? = 0
    for (cell, weight) in zip(cells, weights) where weight > 0 {
      guard let sd = cell.sd, let known = variance else {
        variance = nil
        break
      }
      variance = known + weight * (sd * sd + (cell.mean - mean) * (cell.mean - mean))
    }
    sd = variance?.squareRoot()
  }
}
