import JourneyModel

/// All ways on from one source, for everybody or for one persona.
struct FlowSource {
  /// What the amounts are.
  enum Kind {
    /// Traversals by customers.
    case counts
    /// Parts of all who go on, which sum to 1.
    case shares
  }

  /// One way on.
  struct Way {
    /// The position of its transition in the document; nil when it was inferred.
    var transition: Int?
    /// Where it leads.
    var target: Place
    /// How many take it, as ``FlowSource/kind`` says; finite and not negative.
    var amount: Double
    /// The same exactly, 0 for shares.
    var count: Int128 = 0
    /// The mean time it takes, where the document times some of those who take it.
    var seconds: Double?
    /// A word on the arrow.
    var label: String?

    /// Whether customers on it were still under way.
    var isUnderWay: Bool { target == .end(.underWay) }
  }

  /// What the amounts are.
  var kind: Kind
  /// The ways, in the document's order, inferred ones last.
  var ways: [Way]
  /// Whether these are everybody's ways, taken because the persona has none of its own.
  var isStandIn = false
}

/// What a source's transitions say.
enum FlowReading {
  /// There are none.
  case none
  /// They contradict each other; the problem has been reported.
  case unusable
  /// The ways on.
  case source(FlowSource)
}

extension FlowDocument {
  /// Reads the ways on from a source.
  ///
  /// Counts for personas add up to everybody's. Shares for personas are averaged by the personas'
  /// shares of customers, among those who have any here. Shares that miss 100 % by no more than half
  /// a point are rescaled.
  ///
  /// - Parameters:
  ///   - source: The number of the source.
  ///   - persona: The persona whose own ways are wanted; nil for everybody.
  ///   - problems: Takes what is wrong with them.
  /// - Returns: The ways; for a persona ``FlowReading/none`` when it has none of its own.
  func read(_ source: Int, persona: Int?, problems: inout FlowProblems) -> FlowReading {
    let own = transitions[source]
    guard !own.isEmpty else { return .none }
    var kinds = own.flatMap { index in
      journey.flow[index].traffic.values.map { (index, $0.amount.isShare) }
    }
    guard let first = kinds.first else { return .none }
    kinds.removeAll { $0.1 == first.1 }
    if let odd = kinds.first {
      problems.mixedAmounts(source, at: odd.0, in: self)
      return .unusable
    }
    let persona = persona.map { journey.personas[$0].id }
    if !first.1 {
      if let persona {
        let traffics = own.map { journey.flow[$0].traffic }
        guard traffics.allSatisfy({ $0.everyone == nil }),
          traffics.contains(where: { $0[persona] != nil })
        else { return .none }
      }
      let ways = own.compactMap { counted($0, source, persona) }
      return .source(FlowSource(kind: .counts, ways: ways))
    }
    return readShares(source, persona: persona, problems: &problems)
  }

  /// The way of a transition that is given in counts.
  private func counted(_ index: Int, _ source: Int, _ persona: PersonaID?) -> FlowSource.Way? {
    guard let target = targets[index] else { return nil }
    let traffic = journey.flow[index].traffic
    let values = persona.map { traffic[$0].map { [$0] } ?? [] } ?? traffic.values
    let counts = values.map { Int128($0.amount.customers) }
    let total = counts.reduce(0, +)
    return FlowSource.Way(
      transition: index, target: target, amount: Double(total), count: total,
      seconds: meanTime(
        zip(values, counts).map { ($0, Double($1)) },
        untimed: untimedSeconds(from: source, to: target)),
      label: values.lazy.compactMap(\.label).first)
  }

  private func readShares(_ source: Int, persona: PersonaID?, problems: inout FlowProblems)
    -> FlowReading
  {
    let own = transitions[source]
    let traffics = own.map { journey.flow[$0].traffic }
    let named = traffics.flatMap { $0.entries.compactMap { personas[$0.persona] } }
    let rows: [Int?]
    if let persona {
      guard let index = personas[persona], named.contains(index) else { return .none }
      rows = [index]
    } else if traffics.allSatisfy({ $0.everyone != nil }) {
      rows = [nil]
    } else {
      rows = Set(named).sorted()
    }
    guard !rows.isEmpty else { return .unusable }

    let weights = rows.count == 1 ? [1] : shares.among(rows.compactMap(\.self))
    var ways: [FlowSource.Way] = own.compactMap { index in
      targets[index].map { FlowSource.Way(transition: index, target: $0, amount: 0) }
    }
    var times: [[(Transition.Traffic, Double)]] = Array(repeating: [], count: ways.count)
    var isUsable = true
    for (row, weight) in zip(rows, weights) {
      let values = traffics.map { traffic in
        traffic.everyone ?? row.flatMap { traffic[journey.personas[$0].id] }
      }
      let sum = problems.checkSum(
        of: values.map { $0?.amount.share ?? .zero }, source: source, persona: row, in: self)
      guard let sum else {
        isUsable = false
        continue
      }
      for (slot, value) in values.enumerated() {
        guard let value, let share = value.amount.share else { continue }
        let amount = weight * (share.fraction / sum)
        ways[slot].amount += amount
        times[slot].append((value, amount))
      }
    }
    guard isUsable else { return .unusable }
    for slot in ways.indices {
      ways[slot].seconds = meanTime(
        times[slot], untimed: untimedSeconds(from: source, to: ways[slot].target))
      ways[slot].label = times[slot].lazy.compactMap(\.0.label).first
    }
    return .source(FlowSource(kind: .shares, ways: ways))
  }

  /// The mean time of the parts of a way, each weighted by those who take it.
  ///
  /// - Parameters:
  ///   - values: The traffic of everybody, or of each persona.
  ///   - untimed: What a part without `time` takes.
  /// - Returns: Seconds; nil when no part is timed, or one that somebody takes cannot be known.
  private func meanTime(_ values: [(Transition.Traffic, Double)], untimed: Double?) -> Double? {
    let taken = values.filter { $0.1 > 0 }
    guard !taken.isEmpty else { return values.lazy.compactMap(\.0.time?.seconds).first }
    let parts = taken.map { value, amount in
      (seconds: value.time.flatMap { $0.seconds >= 0 ? finite($0.seconds) : nil }, amount: amount)
    }
    guard parts.contains(where: { $0.seconds != nil }) else { return nil }
    if parts.count == 1 { return parts[0].seconds }
    var sum = 0.0
    var weight = 0.0
    for part in parts {
      guard let seconds = part.seconds ?? untimed else { return nil }
      sum += part.amount * seconds
      weight += part.amount
    }
    return sum / weight
  }
}

extension ByPersona {
  /// The values of all, whoever they are for.
  var values: [Value] {
    switch self {
    case .everyone(let value): [value]
    case .each(let entries): entries.map(\.value)
    }
  }
}

extension Transition.Amount {
  /// Whether it is a share.
  var isShare: Bool { share != nil }

  /// The share; nil for a count.
  var share: Share? {
    if case .share(let share) = self { share } else { nil }
  }

  /// The count, not negative; 0 for a share.
  var customers: Int {
    if case .customers(let count) = self { max(0, count) } else { 0 }
  }
}
