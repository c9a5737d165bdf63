import JourneyModel

/// What is felt at a touchpoint, put together from its cells.
///
/// **Which cell speaks for a persona:** its own when measured; else the cell of all customers when
/// measured; else an assumption of its own; else an assumption for all. Only the personas that meet
/// the touchpoint count, with their shares rescaled; those that no cell speaks for are left out.
///
/// **Mean, shown and shrunk alike:** both weigh the same cells in the same way.
/// 1. For one persona, or in a journey without personas: the cell that speaks.
/// 2. Every persona has a measured cell of its own: Σ share · mean. Answers that name no persona stand
///    outside, with a warning; they enter μ, τ² and s₀² alone.
/// 3. Something is measured: all measured cells weighted by n, with a warning unless the cell of all
///    customers, a sample of the whole mixture, is the only one. Assumptions stand outside.
/// 4. Nothing is measured: Σ share · assumption, without an interval.
///
/// A score that is only supposed speaks before everything that was measured in its cell; the mean
/// then weighs the cells that speak by the personas' shares, without an interval.
///
/// The shrunk mean's variance is `Σ W² B v + (Σ W (1 − B))² Var(μ)` over the cells with their weights
/// W: cells err independently, except in the μ they share.
///
/// **Pain:** Σ share · max(0, −v shrunk) over the cells that speak, so that one persona's delight never
/// cancels another's distress. Bounds combine the cells' bounds as independent errors; an assumption
/// has the lower bound 0 and no upper one. Bounds are cut at the ends of the scale.
///
/// Unit: v for feelings, 0…1 for pain. Cost: linear in the personas.
struct TouchpointFeeling {
  /// The figures on the document's scale.
  var figures: FeltFigures
  /// What each persona with a cell of its own feels.
  var personas: [PersonaFeeling]
  /// The shrunk mean as v.
  var v: Double
  /// The standard error of ``v``; nil when an assumption enters.
  var deviation: Double?
  /// The shown mean as v.
  var shown: Double
  /// The standard error of ``shown``, before anything is shrunk; nil when an assumption enters.
  var shownDeviation: Double?
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
  /// Whether the mean had to be weighted by n although personas differ in share.
  var isWeightedByN: Bool
  /// The only persona that is measured, where several meet the touchpoint.
  var onlyPersona: Int?
  /// How many answers name no persona and stand outside the mean; nil when none do.
  var outside: Int?

  /// Whether it feels bad: shrunk v below 0.
  var isBad: Bool { v < 0 }
}

/// The cells that make up a mean, with weights that sum to 1.
private struct Blend {
  var parts: [(cell: FeltCell, felt: ShrunkFeeling, weight: Double)]
  /// Whether the weights are numbers of customers although personas differ in share.
  var isWeightedByN = false
  /// How many answers name no persona and stand outside; nil when none do.
  var outside: Int?

  /// The mean of the cells with their n and spread, not shrunk.
  var cell: FeltCell {
    parts.count == 1
      ? parts[0].cell : FeltCell(mixing: parts.map(\.cell), by: parts.map(\.weight))
  }

  /// The shrunk mean, in units of v.
  var v: Double { snapped(parts.reduce(0) { $0 + $1.weight * $1.felt.v }) }

  /// Its standard error; nil when an assumption enters.
  var deviation: Double? {
    var variance = 0.0
    var pull = 0.0
    for part in parts {
      guard let own = part.felt.ownVariance else { return nil }
      variance += part.weight * part.weight * own
      pull += part.weight * part.felt.pull
    }
    variance += pull * pull * (parts.first?.felt.meanVariance ?? 0)
    return variance.squareRoot()
  }

  /// The standard error of the mean that is not shrunk, `√(Σ W² v)`; nil when an assumption enters.
  var shownDeviation: Double? {
    var variance = 0.0
    for part in parts {
      guard let own = part.felt.sampleVariance else { return nil }
      variance += part.weight * part.weight * own
    }
    return variance.squareRoot()
  }
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
  /// The personas whose figures are wanted, in the document's order.
  private let wanted: [Int]

  /// Prepares the summary.
  init(
    journey: Journey, cells: FeltCells, shrinkage: Shrinkage, shares: PersonaShares, persona: Int?
  ) {
    self.journey = journey
    self.cells = cells
    self.shrinkage = shrinkage
    self.shares = shares
    self.persona = persona
    wanted = persona.map { [$0] } ?? Array(journey.personas.indices)
  }

  /// The personas that meet a touchpoint, in the document's order.
  func members(of touchpoint: Int) -> [Int] {
    let chosen = Set(journey.touchpoints[touchpoint].personas)
    if chosen.isEmpty { return wanted }
    return wanted.filter { chosen.contains(journey.personas[$0].id) }
  }

  /// What is felt at a touchpoint; nil when nothing is known.
  func feeling(at touchpoint: Int) -> TouchpointFeeling? {
    let members = members(of: touchpoint)
    if members.isEmpty, !journey.personas.isEmpty { return nil }
    let voices = voices(at: touchpoint, members)
    guard !voices.isEmpty else { return nil }
    let blend = blend(at: touchpoint, members, voices)
    let shown = blend.cell
    let scale = journey.scale
    let measured = voices.filter { $0.cell.n != nil }
    let v = blend.v
    let deviation = blend.deviation
    let width = deviation.map { Confidence.quantile * $0 }
    let bounds = width.map { scores(v - $0, v + $0) }
    let own = measured.compactMap(\.persona)

    let pains = painBounds(voices)
    return TouchpointFeeling(
      figures: FeltFigures(
        mean: shown.mean, n: shown.n, sd: shown.sd, shrunk: scale.score(normalized: v),
        low: bounds?.low, high: bounds?.high, isAssumed: shown.n == nil),
      personas: voices.compactMap(personaFeeling),
      v: v, deviation: deviation, shown: normalized(shown.mean, on: scale),
      shownDeviation: blend.shownDeviation,
      pain: pains.point, painLow: pains.low, painHigh: pains.high,
      gain: voices.reduce(0) { $0 + $1.weight * $1.felt.gain },
      usesAssumption: measured.count < voices.count,
      isWeightedByN: blend.isWeightedByN,
      onlyPersona: members.count > 1 && own.count == 1 && cells.everyone[touchpoint]?.n == nil
        ? own[0] : nil,
      outside: blend.outside)
  }

  // MARK: - Parts

  /// The cells that speak for the personas, with the share of customers each speaks for.
  private func voices(at touchpoint: Int, _ members: [Int]) -> [Voice] {
    let everyone = cells.everyone[touchpoint]
    let own = cells.personas[touchpoint]
    if own.isEmpty {
      return everyone.map {
        [Voice(cell: $0, felt: shrinkage.shrink($0, on: journey.scale), weight: 1, persona: nil)]
      } ?? []
    }
    var chosen: [(persona: Int, cell: FeltCell, isOwn: Bool)] = []
    for member in members {
      if let cell = own[member], cell.n != nil || cell.isSupposed {
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

  /// The cells that make up the mean, by the first of the rules that fits.
  private func blend(at touchpoint: Int, _ members: [Int], _ voices: [Voice]) -> Blend {
    let spoken = Blend(parts: voices.map { ($0.cell, $0.felt, $0.weight) })
    if persona != nil || members.isEmpty { return spoken }
    if voices.contains(where: \.cell.isSupposed) { return spoken }
    let own =
      cells.personas[touchpoint].isEmpty
      ? [] : members.compactMap { cells.personas[touchpoint][$0] }.filter { $0.n != nil }
    let everyone = cells.everyone[touchpoint].flatMap { $0.n == nil ? nil : $0 }
    if own.count == members.count {
      return Blend(parts: weighted(own, by: shares.among(members)), outside: everyone?.n)
    }
    let measured = [everyone].compactMap(\.self) + own
    guard !measured.isEmpty else { return spoken }
    let counts = measured.map { Double($0.n ?? 0) }
    let total = counts.reduce(0, +)
    return Blend(
      parts: weighted(measured, by: counts.map { $0 / total }), isWeightedByN: !own.isEmpty)
  }

  private func weighted(_ cells: [FeltCell], by weights: [Double])
    -> [(cell: FeltCell, felt: ShrunkFeeling, weight: Double)]
  {
    zip(cells, weights).map { ($0, shrinkage.shrink($0, on: journey.scale), $1) }
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
  /// Mixes cells by weights that sum to 1; assumptions alone make an assumption.
  ///
  /// The variance is that of the mixture, `Σ W (sd² + (mean − Σ W mean)²)`; unknown when that of one
  /// cell is.
  init(mixing cells: [FeltCell], by weights: [Double]) {
    let mean = zip(cells, weights).reduce(0) { $0 + $1.1 * $1.0.mean }
    self.init(assumed: mean)
    let counts = cells.compactMap(\.n)
    guard !counts.isEmpty else { return }
    n = counts.saturatingSum
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
