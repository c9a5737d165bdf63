import JourneyModel

/// What the figures of a journey have to be read with.
///
/// - few-customers: fewer than five were measured.
/// - one-method: all that is known comes by one method; a bare `felt` with n counts as one.
/// - one-persona: of several personas that meet the touchpoint one is measured.
/// - stale: the newest evidence is older than a year at the day asked for; a `felt` with n is as old
///   as the end of the journey's period, and without a period of unknown age.
/// - skewed-evidence: a persona's share of all customers heard whose persona is known is below half
///   its share of customers (empathy for those like us). For the whole journey.
/// - assumed: a score that nobody was asked for speaks for some customers.
/// - weighted-by-n: not every persona is measured, so the mean is weighted by n.
/// - evidence-without-persona: every persona is measured, so answers that name none stand outside the
///   mean.
/// - inferred-left: leaving was inferred.
/// - outcome-unknown: everybody who came here was still under way when the counting stopped.
/// - model-differs-from-count: the reach that the chain says, until the counting stopped, lies outside
///   the 90 % interval of the number counted here, each once (``Journey/countedKey``); or the share that
///   completes from here by the chain lies, by more than a hundredth, outside that of those counted
///   here who completed, whatever becomes of those still under way.
///
/// Cost: linear in the evidence.
struct WarningRules {
  /// The journey.
  let journey: Journey
  /// The day that ages are judged from.
  let asOf: CalendarDate
  /// The persona; nil for all customers.
  let persona: Int?

  private let evidence: [TouchpointID: [Evidence]]

  /// Prepares the rules.
  init(_ journey: Journey, asOf: CalendarDate, persona: Int?) {
    self.journey = journey
    self.asOf = asOf
    self.persona = persona
    let chosen = persona.map { journey.personas[$0].id }
    var evidence: [TouchpointID: [Evidence]] = [:]
    for piece in journey.evidence where piece.isInside(journey.period) {
      guard let about = piece.about else { continue }
      if let chosen, let whose = piece.persona, whose != chosen { continue }
      evidence[about, default: []].append(piece)
    }
    self.evidence = evidence
  }

  /// The warnings about what is felt at a touchpoint.
  func warnings(about touchpoint: Touchpoint, _ feeling: TouchpointFeeling?) -> [FigureWarning] {
    guard let feeling else { return [] }
    var warnings: [FigureWarning] = []
    if let n = feeling.figures.n, n < 5 {
      warnings.append(
        FigureWarning(.fewCustomers, "Only \(n) \(n == 1 ? "was" : "were") measured here."))
    }
    let isStated = isMeasured(touchpoint)
    if !feeling.figures.isAssumed {
      let methods = Set((evidence[touchpoint.id] ?? []).map(\.method.rawValue))
      if methods.count + (isStated ? 1 : 0) == 1 {
        let how = methods.first.map { "by \($0)" } ?? "in one way"
        warnings.append(FigureWarning(.oneMethod, "Measured \(how) alone."))
      }
      if let only = feeling.onlyPersona {
        let name = journey.personas[only].name
        warnings.append(FigureWarning(.onePersona, "Only \(name) was measured here."))
      }
      if let newest = newest(touchpoint, isStated), newest < yearAgo {
        warnings.append(
          FigureWarning(.stale, "The newest evidence is of \(newest), more than a year old."))
      }
    }
    if feeling.usesAssumption {
      warnings.append(
        FigureWarning(
          .assumed,
          feeling.figures.isAssumed
            ? "The score is an assumption: nobody was asked."
            : "For some personas the score is an assumption."))
    }
    if feeling.isWeightedByN {
      warnings.append(
        FigureWarning(
          .weightedByN, "Not every persona is measured; the mean is weighted by those asked."))
    }
    if let outside = feeling.outside {
      let answers = outside == 1 ? "1 answer names" : "\(outside) answers name"
      warnings.append(
        FigureWarning(
          .evidenceWithoutPersona,
          "\(answers) no persona and \(outside == 1 ? "stands" : "stand") outside the mean."))
    }
    return warnings
  }

  /// The warning about leaving that was inferred at a touchpoint.
  static func inferredLeft(_ customers: Double?, _ word: String) -> FigureWarning? {
    if customers == 0 { return nil }
    let count = customers.map { people($0, word) } ?? "All who come here"
    return FigureWarning(.inferredLeft, "\(count) counted as having left: the flow does not say.")
  }

  /// So many customers, by the document's own word for them: `1 of the visits`, `12 visits`.
  static func people(_ count: Double, _ word: String) -> String {
    count == 1 ? "1 of the \(word)" : "\(FlowProblems.number(count)) \(word)"
  }

  /// The warning that nothing is known of how those end who came here, or who started.
  ///
  /// - Parameters:
  ///   - customers: How many; nil when they are not counted one by one.
  ///   - word: What customers are called.
  ///   - verb: What they did, `came here` or `started`.
  /// - Returns: The warning.
  static func outcomeUnknown(_ customers: Double?, _ word: String, who verb: String)
    -> FigureWarning
  {
    let count = customers.map { "\(FlowProblems.number($0)) " } ?? ""
    let all = customers == 1 ? "The only one of the \(word)" : "All \(count)\(word)"
    return FigureWarning(
      .outcomeUnknown, "\(all) who \(verb) \(customers == 1 ? "was" : "were") still under way.")
  }

  /// The warning that the chain and the counted customers disagree.
  ///
  /// - Parameters:
  ///   - touchpoint: The touchpoint.
  ///   - reach: The share that comes here by the chain.
  ///   - started: How many started.
  /// - Returns: The warning; nil when they agree or nothing was counted.
  func modelDiffers(_ touchpoint: Touchpoint, reach: Double?, started: Double?) -> FigureWarning? {
    guard persona == nil, let reach, let started, started > 0,
      let counted = touchpoint.counted, counted <= started
    else { return nil }
    let interval = CountedShare(counted, of: started)
    guard reach < interval.low || reach > interval.high else { return nil }
    return FigureWarning(
      .modelDiffersFromCount,
      "\(Self.people(counted, journey.customers)) \(counted == 1 ? "was" : "were") counted here, "
        + "the chain says \(FlowProblems.number((reach * started).rounded())).")
  }

  /// The warning that those who were counted here completed more or less often than the chain says.
  ///
  /// - Parameters:
  ///   - touchpoint: The touchpoint.
  ///   - completion: The share that completes from here by the chain.
  /// - Returns: The warning; nil when they agree or nothing was counted.
  func completionDiffers(_ touchpoint: Touchpoint, completion: Double?) -> FigureWarning? {
    guard persona == nil, let completion, let total = touchpoint.counted, total > 0,
      let completed = touchpoint.counted("completed")
    else { return nil }
    let underWay = touchpoint.counted("under-way") ?? 0
    guard completed + underWay <= total else { return nil }
    // Nobody knows yet how those end who are under way: all of them may complete, or none.
    let low = CountedShare(completed, of: total).low
    let high = CountedShare(completed + underWay, of: total).high
    guard completion < low - Self.seen || completion > high + Self.seen else { return nil }
    let verb = underWay == 1 ? "is" : "are"
    let still = underWay > 0 ? " and \(FlowProblems.number(underWay)) \(verb) still under way" : ""
    return FigureWarning(
      .modelDiffersFromCount,
      "Of \(Self.people(total, journey.customers)) counted here "
        + "\(FlowProblems.number(completed)) completed (\(Self.percent(completed / total)))"
        + "\(still), the chain says \(Self.percent(completion)) from here.")
  }

  /// Figures are printed in whole percent: a smaller difference is not seen.
  private static let seen = 0.01

  /// The warnings about how evidence and customers divide among the personas.
  func journeyWarnings(_ shares: PersonaShares) -> [FigureWarning] {
    var warnings: [FigureWarning] = []
    if persona == nil, journey.personas.count > 1, shares.isAssumed {
      warnings.append(
        FigureWarning(
          .sharesAssumed,
          journey.personas.allSatisfy { $0.share == nil }
            ? "The personas have no shares and count as equally many."
            : "Some personas have no share and divide what the others leave."))
    }
    let heard = journey.heardByPersona
    let total = heard.reduce(0, +)
    guard persona == nil, journey.personas.count > 1, total > 0 else { return warnings }
    for (index, persona) in journey.personas.enumerated()
    where heard[index] / total < shares.values[index] / 2 {
      warnings.append(
        FigureWarning(
          .skewedEvidence,
          "\(persona.name): \(Self.percent(shares.values[index])) of \(journey.customers), "
            + "but \(Self.percent(heard[index] / total)) of those heard."))
    }
    return warnings
  }

  // MARK: - Parts

  private func isMeasured(_ touchpoint: Touchpoint) -> Bool {
    switch touchpoint.felt {
    case .everyone(let score): (score.n ?? 0) > 0
    case .each(let entries):
      entries.contains { entry in
        (entry.value.n ?? 0) > 0
          && (persona.map { journey.personas[$0].id == entry.persona } ?? true)
      }
    case nil: false
    }
  }

  private func newest(_ touchpoint: Touchpoint, _ isStated: Bool) -> CalendarDate? {
    let dates = (evidence[touchpoint.id] ?? []).compactMap(\.date)
    return (dates + (isStated ? [journey.period?.end].compactMap(\.self) : [])).max()
  }

  /// The same day a year before.
  private var yearAgo: CalendarDate {
    CalendarDate(year: asOf.year - 1, month: asOf.month, day: asOf.day)
      ?? CalendarDate(year: asOf.year - 1, month: asOf.month, day: 28) ?? asOf
  }

  private static func percent(_ share: Double) -> String {
    "\(Int((share * 100).rounded()))%"
  }
}

extension Journey {
  /// The key under which a touchpoint carries how many were counted there, each once: a number, or
  /// `{customers: 310, visits: 402}` where customers come several times and the flow counts visits.
  ///
  /// Where the log told who completes, `completed` and `under-way` say how many of those did or are.
  package static let countedKey = "x-counted"
}

extension Touchpoint {
  /// How many units of the flow were counted here, each once, where the document says so.
  var counted: Double? {
    for entry in extensions where entry.key == Journey.countedKey {
      switch entry.value {
      case .mapping(let parts):
        // Reach is a share of those who start, and it is visits that start.
        if let visits = parts.first(where: { $0.key == "visits" }) { return visits.value.count }
        return parts.first { $0.key == "customers" }?.value.count
      default: return entry.value.count
      }
    }
    return nil
  }

  /// How many of those who were counted here ended so, where the document says so.
  func counted(_ end: String) -> Double? {
    for entry in extensions where entry.key == Journey.countedKey {
      guard case .mapping(let parts) = entry.value else { return nil }
      return parts.first { $0.key == end }?.value.count
    }
    return nil
  }
}

extension DocumentValue {
  /// The value as a number of customers; nil where it is none.
  fileprivate var count: Double? {
    if case .number(let count) = self, count.isFinite, count >= 0 { count } else { nil }
  }
}
