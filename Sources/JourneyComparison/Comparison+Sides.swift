package import JourneyAnalysis
import JourneyModel

extension Comparison {
  /// Whether the sides are two personas of one document: neither was before the other.
  package var isOfPersonas: Bool {
    guard let first = before.analysis.persona, let second = after.analysis.persona else {
      return false
    }
    return first != second && before.journey == after.journey
  }

  /// Whether no touchpoint of one is in the other: nothing is known to be comparable.
  package var isUnmatched: Bool {
    pairs.isEmpty && !before.touchpoints.isEmpty && !after.touchpoints.isEmpty
  }

  /// Whether a figure is everybody's on a side that has no flow of its own, so that it says nothing
  /// about what sets two personas apart.
  package func isShared(_ measure: Figure.Measure) -> Bool {
    guard isOfPersonas else { return false }
    return Self.isOfFlow(measure) && isFlowEverybodys
  }

  private var isFlowEverybodys: Bool {
    [before, after].contains { side in
      side.analysis.warnings.contains { $0.id == .flowNotByPersona }
    }
  }

  /// Whether a figure comes from the flow alone.
  private static func isOfFlow(_ measure: Figure.Measure) -> Bool {
    switch measure {
    case .completed, .left, .diverted, .ended, .steps, .time, .dropOff, .reach, .visits,
      .completionFromHere, .loss:
      true
    default: false
    }
  }

  /// Whether nothing sets two personas apart at a figure: all that is known of it is everybody's.
  package func isShared(_ figure: Figure) -> Bool {
    guard isOfPersonas else { return false }
    guard let id = figure.touchpoint else { return isShared(figure.measure) }
    let isOneFeeling = !isFeltApart(at: id)
    switch figure.measure {
    case .felt, .gap, .burden, .pain: return isOneFeeling
    case .heat: return isOneFeeling && isShared(.loss)
    case .reliefChance, .reliefSteps, .reliefTime: return false
    default: return isShared(figure.measure)
    }
  }

  /// Whether either of two personas was heard or scored by itself at a touchpoint.
  private func isFeltApart(at id: TouchpointID) -> Bool {
    let personas = [before, after].compactMap(\.analysis.persona)
    let journey = after.journey
    guard let touchpoint = journey.touchpoints.first(where: { $0.id == id }) else { return true }
    return personas.contains { persona in
      touchpoint.felt?[persona] != nil
        || journey.evidence.contains {
          $0.about == id && $0.felt != nil && $0.persona == persona
        }
    }
  }

  /// Whether a figure is everybody's although one persona was asked for on both sides: nobody told
  /// the flow by persona.
  package func isEverybodys(_ measure: Figure.Measure) -> Bool {
    guard !isOfPersonas, before.analysis.persona != nil || after.analysis.persona != nil else {
      return false
    }
    return Self.isOfFlow(measure) && isFlowEverybodys
  }

  /// The share that reaches the goal, where it differs and nobody knows how sure that is.
  package var untestedOutcome: FigureChange? {
    guard let change = self[Figure(.completed)], change.verdict == .unknown,
      let difference = change.difference?.value, difference.magnitude >= 0.005,
      !isShared(.completed), !isOfPersonas, !isUnmatched
    else { return nil }
    return change
  }

  /// How much longer or shorter it takes, where that is a tenth or more; nobody knows how sure it is.
  package var movedTime: FigureChange? {
    guard let time = self[Figure(.time)], let old = time.before?.value, old > 0,
      let difference = time.difference?.value, difference.magnitude >= old / 10,
      !isShared(.time), !isOfPersonas, !isUnmatched
    else { return nil }
    return time
  }

  /// The touchpoint that stands out.
  ///
  /// Of what is beyond chance what got worse most, else what got better most; of two personas where
  /// they are furthest apart. Heat before what is felt alone.
  package var foremost: FigureChange? {
    guard !isUnmatched else { return nil }
    let verdicts: [[Verdict]] = isOfPersonas ? [[.better, .worse]] : [[.worse], [.better]]
    for verdicts in verdicts {
      for measure in [Figure.Measure.heat, .felt] {
        let changes = beyondChance.filter {
          $0.figure.measure == measure && $0.figure.touchpoint != nil
            && verdicts.contains($0.verdict)
        }
        let most = changes.max {
          ($0.difference?.value.magnitude ?? 0) < ($1.difference?.value.magnitude ?? 0)
        }
        if let most { return most }
      }
    }
    return nil
  }

  /// How many touchpoints feel better and worse beyond chance.
  package var feltBeyondChance: (better: Int, worse: Int) {
    let felt = beyondChance.filter { $0.figure.measure == .felt && $0.figure.touchpoint != nil }
    return (felt.count { $0.verdict == .better }, felt.count { $0.verdict == .worse })
  }
}
