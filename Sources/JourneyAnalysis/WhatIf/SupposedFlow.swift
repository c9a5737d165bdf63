import JourneyModel

/// A journey's flow as shares, in which some of them are changed.
///
/// What is set takes its share of all who go on from its source; the source's other transitions keep
/// their proportions in what is left. Everything behind the start is given in shares, so that whoever
/// comes anywhere in other numbers than were counted goes on as those who were counted did.
struct SupposedFlow {
  /// One way on from a source: its share of all who go on.
  struct Way {
    var target: Place
    var share: Double
    var seconds: Double?
    var label: String?
  }

  let view: FlowView
  /// The ways of each source; nil where there are none.
  private(set) var ways: [[Way]?]
  /// The ways of each changed source that were set.
  private(set) var fixed: [Int: Set<Place>] = [:]
  /// How many go on from each source; nil when they are not counted.
  private let totals: [Double?]

  /// Reads the flow as everybody or one persona goes.
  init(_ view: FlowView) {
    self.view = view
    totals = view.sources.map { source in
      guard let source, source.kind == .counts else { return nil }
      return source.ways.reduce(0) { $0 + ($1.isBesideUnderWay ? 0 : $1.amount) }
    }
    ways = view.sources.map { source in
      guard let source else { return nil }
      let stated = source.ways.filter { !$0.isBesideUnderWay }
      let total = stated.reduce(0) { $0 + $1.amount }
      guard total > 0 else { return nil }
      var ways: [Way] = []
      for way in stated {
        let share = way.amount / total
        if let slot = ways.firstIndex(where: { $0.target == way.target }) {
          ways[slot].share += share
        } else {
          ways.append(
            Way(target: way.target, share: share, seconds: way.seconds, label: way.label))
        }
      }
      return ways
    }
  }

  /// Sets shares of one source.
  ///
  /// - Parameters:
  ///   - source: The source.
  ///   - amounts: The ways that are set, each once, and how many take them.
  /// - Throws: ``ImpossibleChanges`` when they do not fit into the source.
  mutating func set(_ source: Int, _ amounts: [(target: Place, amount: Transition.Amount)])
    throws(ImpossibleChanges)
  {
    let name = view.document.name(source)
    guard var own = ways[source] else {
      throw ImpossibleChanges("nothing leads on from '\(name)'")
    }
    var sum = 0.0
    var setSlots: Set<Int> = []
    for (target, amount) in amounts {
      let key = "\(name) -> \(view.document.name(target))"
      guard let slot = own.firstIndex(where: { $0.target == target }) else {
        let known = own.map { "'\(view.document.name($0.target))'" }.joined(separator: ", ")
        throw ImpossibleChanges(
          "there is no transition '\(key)'; from '\(name)' they lead to \(known)")
      }
      guard setSlots.insert(slot).inserted else {
        throw ImpossibleChanges("'\(key)' is set twice")
      }
      own[slot].share = try share(amount, of: source, key)
      sum += own[slot].share
    }
    guard sum <= 1 + 1e-12 else {
      throw ImpossibleChanges(
        "what is set for '\(name)' comes to \(Self.percent(sum)), more than all who go on from it")
    }
    let others = own.indices.filter { !setSlots.contains($0) }
    let before = others.reduce(0) { $0 + own[$1].share }
    guard before > 0 || sum > 1 - 1e-12 else {
      throw ImpossibleChanges(
        "what is set for '\(name)' comes to \(Self.percent(sum)), and nothing else leads on from it"
      )
    }
    for slot in others {
      own[slot].share = before > 0 ? own[slot].share / before * max(0, 1 - sum) : 0
    }
    ways[source] = own
    fixed[source, default: []].formUnion(setSlots.map { own[$0].target })
  }

  private func share(_ amount: Transition.Amount, of source: Int, _ key: String)
    throws(ImpossibleChanges) -> Double
  {
    switch amount {
    case .share(let share): return share.fraction
    case .customers(let count):
      guard let total = totals[source] else {
        throw ImpossibleChanges(
          "'\(key)' can be set as a share only: nobody counted who goes on from there")
      }
      guard Double(count) <= total else {
        throw ImpossibleChanges(
          "'\(key)' cannot be \(count): \(FlowProblems.number(total)) go on from there")
      }
      return Double(count) / total
    }
  }

  /// The flow as a document has it: the start in counts where it has them and is not changed.
  func transitions() -> [Transition] {
    let document = view.document
    var transitions: [Transition] = []
    for source in [document.start] + Array(0..<document.start) {
      let from: Transition.Source =
        source == document.start
        ? .start : .touchpoint(document.journey.touchpoints[source].id)
      let keepsCounts = source == document.start && fixed[source] == nil
      let counts = view.sources[source].flatMap { $0.kind == .counts && keepsCounts ? $0 : nil }
      for way in ways[source] ?? [] {
        let target: Transition.Target =
          switch way.target {
          case .touchpoint(let index): .touchpoint(document.journey.touchpoints[index].id)
          case .end(let end): .end(end)
          }
        var amount = Transition.Amount.share(Self.share(way.share))
        if let counts {
          let count = counts.ways.reduce(Int128(0)) {
            $0 + ($1.target == way.target && !$1.isBesideUnderWay ? $1.count : 0)
          }
          amount = .customers(Int(clamping: count))
        }
        transitions.append(
          Transition(
            from, target,
            .everyone(
              Transition.Traffic(
                amount, time: way.seconds.map { TimeSpan(seconds: $0) }, label: way.label))))
      }
    }
    return transitions
  }

  /// The nearest share that a document can have.
  private static func share(_ value: Double) -> Share {
    let value = min(1, max(0, value))
    if let share = Share(fraction: value) { return share }
    for unit in [1e18, 1e17, 1e16, 1e15] {
      if let share = Share(fraction: (value * unit).rounded() / unit) { return share }
    }
    return .zero
  }

  private static func percent(_ share: Double) -> String {
    "\(((share * 1e6).rounded() / 1e4).plainText)%"
  }
}

extension FlowSource.Way {
  /// Whether it was inferred beside an `under-way` that has the same customers.
  fileprivate var isBesideUnderWay: Bool { transition == nil && target == .end(.ended) }
}
