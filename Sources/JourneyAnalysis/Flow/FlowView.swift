import JourneyModel

/// The flow as everybody or one persona goes: every source with its ways on, made to add up.
///
/// 1. Each source is read; a persona's own ways where it has some, else everybody's.
/// 2. Arrivals are counted through counts and solved through shares.
/// 3. Arrivals beyond the stated outflow are taken as `left` and marked inferred. Where shares bring
///    them, a difference of less than half a customer either way is rounding and ignored.
/// 4. Sets whose only way out is `under-way` end there with unknown outcome; sets without any way
///    out are errors.
///
/// Cost: linear, and one factorisation of the sources that are given in shares.
struct FlowView {
  /// A touchpoint where some leaving was inferred.
  struct Inference {
    /// The touchpoint.
    var touchpoint: Int
    /// How many; nil when arrivals are not counted.
    var customers: Double?
  }

  /// The flow.
  let document: FlowDocument
  /// The persona; nil for everybody.
  let persona: Int?
  /// The ways on from each source; nil where there are none.
  private(set) var sources: [FlowSource?]
  /// How many arrive at each touchpoint; nil where counts do not tell.
  private(set) var arrivals: [Double?] = []
  /// Where leaving was inferred.
  private(set) var inferences: [Inference] = []
  /// The touchpoints from where everybody is still under way, so that nothing is known of an end.
  private(set) var outcomeUnknown: Set<Int> = []
  /// What is wrong.
  private(set) var problems: FlowProblems

  private var isUnusable: [Bool]
  /// Where more go on than arrive.
  private var overflowing: Set<Int> = []

  /// Everybody's view.
  init(_ document: FlowDocument) {
    self.init(document, persona: nil, standIns: nil)
  }

  /// A persona's view, with everybody's ways where it has none of its own.
  init(_ document: FlowDocument, persona: Int, everyone: FlowView) {
    self.init(document, persona: persona, standIns: everyone)
  }

  private init(_ document: FlowDocument, persona: Int?, standIns: FlowView?) {
    self.document = document
    self.persona = persona
    problems = FlowProblems(persona: persona.map { document.journey.personas[$0].id })
    let count = document.transitions.count
    sources = Array(repeating: nil, count: count)
    isUnusable = Array(repeating: false, count: count)
    for source in 0..<count {
      switch document.read(source, persona: persona, problems: &problems) {
      case .none:
        guard let standIns else { continue }
        sources[source] = standIns.sources[source]?.asStandIn
        isUnusable[source] = standIns.isUnusable[source]
      case .unusable: isUnusable[source] = true
      case .source(let found): sources[source] = found
      }
    }
    guard checkStart(standIns) else { return }
    countArrivals()
    inferLeaving()
    openTraps()
    if persona == nil { findUnreachable() }
  }

  /// Whether the persona has ways of its own anywhere; everybody's view has.
  var hasOwnWays: Bool {
    sources.contains { $0?.isStandIn == false }
  }

  // MARK: - 1. The start

  private mutating func checkStart(_ standIns: FlowView?) -> Bool {
    let start = document.start
    if isUnusable[start] { return true }
    let total = sources[start]?.ways.reduce(0) { $0 + $1.amount } ?? 0
    if total > 0 { return true }
    if let standIns, standIns.sources[start] != nil {
      // Nobody like this persona was counted at the start: everybody's start stands in.
      sources[start] = standIns.sources[start]?.asStandIn
      return true
    }
    let first = document.journey.touchpoints.first?.id.rawValue
    problems.noStart(first: first, in: document)
    return false
  }

  // MARK: - 2. Arrivals

  private mutating func countArrivals() {
    let count = document.start
    var counted = [Int128](repeating: 0, count: count)
    var isKnown = [Bool](repeating: true, count: count)
    var unsure: [Int] = []

    func doubt(_ place: Place?) {
      if case .touchpoint(let index) = place, isKnown[index] {
        isKnown[index] = false
        unsure.append(index)
      }
    }
    for source in 0...count {
      if isUnusable[source] {
        for transition in document.transitions[source] { doubt(document.targets[transition]) }
      }
      guard let ways = sources[source] else { continue }
      for way in ways.ways where way.amount > 0 {
        if ways.kind == .counts {
          if case .touchpoint(let index) = way.target { counted[index] += way.count }
        } else if source == count || ways.isStandIn {
          doubt(way.target)
        }
      }
    }
    func spreadDoubt() {
      while let index = unsure.popLast() {
        guard let ways = sources[index], ways.kind == .shares else { continue }
        for way in ways.ways where way.amount > 0 { doubt(way.target) }
      }
    }
    spreadDoubt()

    // Sources in shares pass on what they get. Those that never pass it out of their own circle
    // have no solution; they are reported as having no way out.
    let solved = (0..<count).filter { isKnown[$0] && sources[$0]?.kind == .shares }
    for index in ShareCircle(solved, sources).withoutExit { doubt(.touchpoint(index)) }
    spreadDoubt()
    let circle = ShareCircle(solved.filter { isKnown[$0] }, sources)
    guard let passed = circle.solve(counted.map(Double.init)) else {
      arrivals = Array(repeating: nil, count: count)
      return
    }
    var totals = counted.map(Double.init)
    for (index, customers) in zip(circle.members, passed) {
      for way in sources[index]?.ways ?? [] {
        if case .touchpoint(let target) = way.target { totals[target] += customers * way.amount }
      }
    }
    arrivals = zip(totals, isKnown).map { $1 && $0.isFinite ? $0 : nil }
  }

  // MARK: - 3. Leaving that nobody wrote down

  private mutating func inferLeaving() {
    let count = document.start
    var countedIn = [Int128](repeating: 0, count: count)
    var isSharedIn = [Bool](repeating: false, count: count)
    var isLedTo = isSharedIn
    for ways in sources {
      for way in ways?.ways ?? [] where way.amount > 0 {
        guard case .touchpoint(let target) = way.target else { continue }
        isLedTo[target] = true
        countedIn[target] += way.count
        if ways?.kind == .shares { isSharedIn[target] = true }
      }
    }
    for index in 0..<count where !isUnusable[index] {
      let source = sources[index]
      if source?.kind == .shares { continue }
      let stated = source?.ways.reduce(Int128(0)) { $0 + $1.count } ?? 0
      guard let arriving = arrivals[index] else {
        if stated == 0, isLedTo[index] { infer(index, customers: nil, arriving: nil) }
        continue
      }
      var surplus = Double(countedIn[index] - stated)
      if isSharedIn[index] {
        surplus = arriving - Double(stated)
        // Part of a customer is what rounding a share leaves over.
        if stated > 0, surplus.magnitude < 0.5 { surplus = 0 }
      }
      if surplus > 0 {
        infer(index, customers: surplus, arriving: arriving)
      } else if surplus < 0 {
        overflowing.insert(index)
        problems.outflowAboveInflow(
          index, arriving: arriving, leaving: Double(stated), in: document)
      } else if stated == 0, isLedTo[index] {
        infer(index, customers: 0, arriving: 0)
      }
    }
  }

  private mutating func infer(_ index: Int, customers: Double?, arriving: Double?) {
    var source = sources[index] ?? FlowSource(kind: .counts, ways: [])
    // Where nobody arrives the chain still needs a way on; its size does not matter.
    let amount = customers.map { $0 > 0 ? $0 : 1 } ?? 1
    source.ways.append(FlowSource.Way(transition: nil, target: .end(.left), amount: amount))
    sources[index] = source
    inferences.append(Inference(touchpoint: index, customers: customers))
    if customers != 0 {
      problems.inferredLeft(index, customers: customers, of: arriving, in: document)
    }
  }

  // MARK: - 4. Traps

  private mutating func openTraps() {
    let count = document.start
    var isFree = [Bool](repeating: false, count: count)
    var into: [[Int32]] = Array(repeating: [], count: count)
    var open: [Int] = []
    for index in 0..<count {
      var isActive = false
      for way in sources[index]?.ways ?? [] where way.amount > 0 {
        isActive = true
        switch way.target {
        case .touchpoint(let target): into[target].append(Int32(index))
        case .end(.underWay): break
        // Everybody's ways that stand in have been let end already.
        case .end(.ended) where way.transition == nil: break
        case .end: isFree[index] = true
        }
      }
      if isUnusable[index] || !isActive { isFree[index] = true }
      if isFree[index] { open.append(index) }
    }
    while let index = open.popLast() {
      for source in into[index] where !isFree[Int(source)] {
        isFree[Int(source)] = true
        open.append(Int(source))
      }
    }
    openStart()
    let trapped = (0..<count).filter { !isFree[$0] }
    guard !trapped.isEmpty else { return }
    outcomeUnknown = Set(trapped)

    var slots = [Int](repeating: -1, count: count)
    for (slot, index) in trapped.enumerated() { slots[index] = slot }
    let ways = trapped.map { index in
      (sources[index]?.ways ?? []).compactMap { way -> Int32? in
        guard case .touchpoint(let target) = way.target, way.amount > 0 else { return nil }
        return Int32(slots[target])
      }
    }
    for component in stronglyConnectedComponents(ways) {
      let members = Set(component)
      let isLast = component.allSatisfy { ways[$0].allSatisfy { members.contains(Int($0)) } }
      guard isLast else { continue }
      let touchpoints = component.map { trapped[$0] }
      let stopped = touchpoints.filter { endUnderWay($0) }
      if stopped.isEmpty {
        problems.noWayOut(touchpoints, in: document)
      } else {
        problems.onlyUnderWay(touchpoints, in: document)
      }
    }
  }

  /// Lets those who are under way right from the start end with unknown outcome when nobody else is.
  private mutating func openStart() {
    let ways = sources[document.start]?.ways.filter { $0.amount > 0 } ?? []
    if !ways.isEmpty, ways.allSatisfy(\.isUnderWay), endUnderWay(document.start) {
      problems.onlyUnderWay([document.start], in: document)
    }
  }

  /// Adds an inferred way to `ended` as large as that to `under-way`; false when there is none.
  private mutating func endUnderWay(_ index: Int) -> Bool {
    guard var source = sources[index] else { return false }
    let amount = source.ways.reduce(0) { $0 + ($1.isUnderWay ? $1.amount : 0) }
    guard amount > 0 else { return false }
    if source.ways.contains(where: { $0.transition == nil && $0.target == .end(.ended) }) {
      return true
    }
    source.ways.append(FlowSource.Way(transition: nil, target: .end(.ended), amount: amount))
    sources[index] = source
    return true
  }

  /// Whether a source leads to `under-way` and nowhere else that anybody stated.
  func isOnlyUnderWay(_ index: Int) -> Bool {
    let ways = sources[index]?.ways.filter { $0.amount > 0 && $0.transition != nil } ?? []
    return !ways.isEmpty && ways.allSatisfy(\.isUnderWay)
  }

  private mutating func findUnreachable() {
    var isReached = [Bool](repeating: false, count: document.start + 1)
    var open = [document.start]
    isReached[document.start] = true
    while let source = open.popLast() {
      var targets: [Place?] = []
      if isUnusable[source] {
        targets = document.transitions[source].map { document.targets[$0] }
      }
      for way in sources[source]?.ways ?? [] where way.amount > 0 { targets.append(way.target) }
      for case .touchpoint(let target)? in targets where !isReached[target] {
        isReached[target] = true
        open.append(target)
      }
    }
    for index in 0..<document.start where !isReached[index] && !overflowing.contains(index) {
      problems.unreachable(index, in: document)
    }
  }
}

extension FlowSource {
  /// The same ways in shares, standing in for those of a persona.
  fileprivate var asStandIn: FlowSource {
    var copy = self
    let total = ways.reduce(0) { $0 + $1.amount }
    copy.kind = .shares
    copy.isStandIn = true
    for slot in copy.ways.indices {
      copy.ways[slot].count = 0
      if total > 0 { copy.ways[slot].amount /= total }
    }
    return copy
  }
}
