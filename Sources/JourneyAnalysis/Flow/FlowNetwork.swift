import JourneyModel

/// The flow as an absorbing Markov chain: chances from each touchpoint to the next and to the ends.
///
/// `p(i→j) = n(i→j) / Σ n(i→·)`, `under-way` left out. Cost: linear.
struct FlowNetwork {
  /// The ways on from one source, `under-way` left out; the chances sum to 1.
  struct Row {
    /// The touchpoints it leads to, each once.
    var next: [Step] = []
    /// The ends it leads to, each once.
    var ends: [Exit] = []
    /// Whether it has any way on.
    var isActive: Bool { !next.isEmpty || !ends.isEmpty }
  }

  /// A way to a touchpoint.
  struct Step {
    /// Where it leads.
    var target: Int
    /// The chance to take it.
    var chance: Double
    /// The mean time it takes; nil when unknown.
    var seconds: Double?
  }

  /// A way to an end.
  struct Exit {
    /// Where it leads.
    var end: Transition.End
    /// The chance to take it.
    var chance: Double
    /// The mean time it takes; nil when unknown.
    var seconds: Double?
  }

  /// The first step of those who start.
  let start: Row
  /// The ways on from each touchpoint.
  let rows: [Row]
  /// How many started; nil when shares say how customers start.
  let started: Double?
  /// Those still under way as a share of those who started; nil when that is not counted.
  let underWay: Double?

  /// How many customers' end is known, those started but not still under way; nil when that is not
  /// counted or nobody's is.
  var knownEnds: Double? {
    guard let started, let underWay else { return nil }
    let known = started * (1 - underWay)
    return known > 0 ? known : nil
  }
}

extension FlowNetwork {
  /// Builds the chain of a view without errors.
  init(_ view: FlowView) {
    let source = view.sources[view.document.start]
    var started: Double?
    if let source, source.kind == .counts {
      let total = source.ways.reduce(0) { $1.transition == nil ? $0 : $0 + $1.amount }
      started = total > 0 ? total : nil
    }
    let document = view.document
    let rows = view.sources.enumerated().map { index, source in
      Row(source) { document.untimedSeconds(from: index, to: $0) }
    }
    self.init(
      start: rows[document.start], rows: Array(rows.dropLast()), started: started,
      underWay: started.flatMap { started in Self.underWay(view).map { $0 / started } })
  }

  /// How many are still under way; nil when some of them are not counted.
  private static func underWay(_ view: FlowView) -> Double? {
    var sum = 0.0
    for (index, source) in view.sources.enumerated() {
      guard let source else { continue }
      let stopped = source.ways.reduce(0) { $0 + ($1.isUnderWay ? $1.amount : 0) }
      guard stopped > 0 else { continue }
      if source.kind == .counts {
        sum += stopped
      } else {
        guard let arriving = view.arrivals[index] else { return nil }
        sum += arriving * stopped
      }
    }
    return sum
  }
}

extension FlowNetwork.Row {
  /// Turns the amounts of a source into chances.
  ///
  /// - Parameters:
  ///   - source: The ways on.
  ///   - untimed: What a way to a place takes that has no time, beside one to it that has.
  fileprivate init(_ source: FlowSource?, untimed: (Place) -> Double?) {
    self.init()
    let ways = (source?.ways ?? []).filter { !$0.isUnderWay && $0.amount > 0 }
    let total = ways.reduce(0) { $0 + $1.amount }
    guard total > 0 else { return }
    var places: [Place: Int] = [:]
    for way in ways {
      let chance = way.amount / total
      switch way.target {
      case .touchpoint(let target):
        if let slot = places[way.target] {
          next[slot].seconds = mean(
            (next[slot].seconds, next[slot].chance), (way.seconds, chance),
            untimed: untimed(way.target))
          next[slot].chance += chance
        } else {
          places[way.target] = next.count
          next.append(FlowNetwork.Step(target: target, chance: chance, seconds: way.seconds))
        }
      case .end(let end):
        if let slot = places[way.target] {
          ends[slot].seconds = mean(
            (ends[slot].seconds, ends[slot].chance), (way.seconds, chance),
            untimed: untimed(way.target))
          ends[slot].chance += chance
        } else {
          places[way.target] = ends.count
          ends.append(FlowNetwork.Exit(end: end, chance: chance, seconds: way.seconds))
        }
      }
    }
  }

  /// The mean of two times, each with its weight; nil when both are missing, or one that is missing
  /// cannot be known.
  private func mean(
    _ first: (seconds: Double?, weight: Double), _ second: (seconds: Double?, weight: Double),
    untimed: Double?
  ) -> Double? {
    guard first.seconds != nil || second.seconds != nil else { return nil }
    guard let a = first.seconds ?? untimed, let b = second.seconds ?? untimed else { return nil }
    return (a * first.weight + b * second.weight) / (first.weight + second.weight)
  }
}
