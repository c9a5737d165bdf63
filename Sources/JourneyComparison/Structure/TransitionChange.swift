import JourneyAnalysis
public import JourneyModel

/// A transition that only one of two journeys has.
///
/// Both its ends are there in both journeys; those of touchpoints that came or went say nothing new.
public struct TransitionChange: Hashable, Sendable {
  /// Where it begins, by the id in the journey that has it.
  public var source: Transition.Source
  /// Where it leads, by the id in the journey that has it.
  public var target: Transition.Target
  /// The share of those who go on from its source that take it.
  public var probability: Double
  /// How often a customer who starts takes it, on average.
  public var traffic: Double

  /// The key that `flow` uses for it, such as `log-in -> left`.
  public var key: String { "\(source) -> \(target)" }
}

/// The transitions that two journeys do not share.
struct TransitionChanges {
  private(set) var added: [TransitionChange] = []
  private(set) var removed: [TransitionChange] = []

  /// Compares flow; without flow on either side nothing is said.
  ///
  /// - Parameters:
  ///   - before: The first journey's figures.
  ///   - after: The second journey's figures.
  ///   - pairs: The touchpoints that both have.
  init(_ before: Analysis, _ after: Analysis, pairs: [TouchpointPair]) {
    guard before.hasFlow, after.hasFlow else { return }
    let forth = Dictionary(
      pairs.map { ($0.before.id, $0.after.id) }, uniquingKeysWith: { first, _ in first })
    let here = Set(pairs.map(\.after.id))
    let old = Self.taken(in: before)
    let new = Self.taken(in: after)
    var keys = Set<Key>()
    for transition in old {
      if let key = Key(transition, translated: { forth[$0] }) { keys.insert(key) }
    }
    let newKeys = Set(new.compactMap { Key($0, translated: { $0 }) })
    added = new.filter { transition in
      guard let key = Key(transition, translated: { here.contains($0) ? $0 : nil }) else {
        return false
      }
      return !keys.contains(key)
    }.map(TransitionChange.init)
    removed = old.filter { transition in
      guard let key = Key(transition, translated: { forth[$0] }) else { return false }
      return !newKeys.contains(key)
    }.map(TransitionChange.init)
  }

  /// The transitions that somebody takes; being under way is none.
  private static func taken(in analysis: Analysis) -> [TransitionFigures] {
    analysis.transitions.filter { $0.probability > 0 && $0.target != .end(.underWay) }
  }

  /// A transition by the ids of the second journey.
  private struct Key: Hashable {
    var source: Transition.Source
    var target: Transition.Target

    init?(
      _ transition: TransitionFigures, translated: (TouchpointID) -> TouchpointID?
    ) {
      source = transition.source
      target = transition.target
      if case .touchpoint(let id) = source {
        guard let id = translated(id) else { return nil }
        source = .touchpoint(id)
      }
      if case .touchpoint(let id) = target {
        guard let id = translated(id) else { return nil }
        target = .touchpoint(id)
      }
    }
  }
}

extension TransitionChange {
  init(_ figures: TransitionFigures) {
    self.init(
      source: figures.source, target: figures.target, probability: figures.probability,
      traffic: figures.traffic)
  }
}
