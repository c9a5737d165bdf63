import JourneyModel

/// What is wrong with a flow, in the document's order and in words.
struct FlowProblems {
  private struct Finding {
    /// Touchpoints stand before the flow in a document.
    var section: Int
    var index: Int
    var diagnostic: Diagnostic
  }

  private var findings: [Finding] = []
  /// The persona whose view is checked; nil for everybody's.
  let persona: PersonaID?

  /// Begins an empty list.
  init(persona: PersonaID? = nil) {
    self.persona = persona
  }

  /// Everything found, in the document's order; of the same id at the same place only the first.
  var diagnostics: [Diagnostic] {
    let order = findings.indices.sorted { lhs, rhs in
      let (a, b) = (findings[lhs], findings[rhs])
      return (a.section, a.index, lhs) < (b.section, b.index, rhs)
    }
    return order.map { findings[$0].diagnostic }
  }

  /// Whether an error was found.
  var containErrors: Bool { findings.contains { $0.diagnostic.severity == .error } }

  /// Adds the errors of another view that are not known here.
  mutating func addErrors(of other: FlowProblems) {
    var known = Set(findings.map { [$0.diagnostic.id, $0.diagnostic.path.description] })
    for finding in other.findings where finding.diagnostic.severity == .error {
      let place = [finding.diagnostic.id, finding.diagnostic.path.description]
      if known.insert(place).inserted { findings.append(finding) }
    }
  }

  // MARK: - The problems

  /// The flow does not say where customers start.
  mutating func noStart(first: String?, in document: FlowDocument) {
    let from = document.transitions[document.start].first
    let target = first.map { "'start -> \($0)'" } ?? "a transition from 'start'"
    add(
      "no-start", .error,
      from == nil ? "nobody starts: no transition from 'start'" : "nobody starts",
      fix: "say in \(target) how many begin there", transition: from, in: document)
  }

  /// One source has counts and shares.
  mutating func mixedAmounts(_ source: Int, at transition: Int, in document: FlowDocument) {
    let name = document.name(source)
    add(
      "mixed-amounts", .error, "counts and shares are mixed in the transitions from '\(name)'",
      fix: "give all transitions from '\(name)' as counts, or all as shares",
      transition: transition, in: document)
  }

  /// Checks that shares sum to 100 %.
  ///
  /// - Parameters:
  ///   - shares: The shares of the source's transitions.
  ///   - source: The source.
  ///   - persona: Whose they are.
  ///   - document: The flow.
  /// - Returns: The sum to divide by; nil when it is off by more than half a point.
  mutating func checkSum(
    of shares: [Share], source: Int, persona: Int?, in document: FlowDocument
  ) -> Double? {
    let (sum, places) = Share.exactSum(shares)
    let whole = (0..<places).reduce(Int128(1)) { product, _ in product * 10 }
    let difference = whole - sum
    guard difference != 0 else { return 1 }
    let name = document.name(source)
    let own = persona.map { " of '\(document.journey.personas[$0].id)'" } ?? ""
    let total = Self.percentage(sum, places)
    let first = document.transitions[source].first
    if difference.magnitude * 200 <= whole.magnitude {
      add(
        "shares-rescaled", .note, "shares\(own) from '\(name)' sum to \(total), rescaled to 100%",
        fix: Self.remedy(difference, places, source, shares, persona, document),
        transition: first, in: document)
      return Double(sum) / Double(whole)
    }
    add(
      "share-sum", .error, "shares\(own) from '\(name)' sum to \(total), not 100%",
      fix: Self.remedy(difference, places, source, shares, persona, document),
      transition: first, in: document)
    return nil
  }

  /// More go on than arrive.
  mutating func outflowAboveInflow(
    _ source: Int, arriving: Double, leaving: Double, in document: FlowDocument
  ) {
    let name = document.name(source)
    let excess = Self.number(leaving - arriving)
    let arrivals = Self.number(arriving)
    add(
      "outflow-above-inflow", .error,
      "\(Self.number(leaving)) \(leaving == 1 ? "goes" : "go") on from '\(name)'\(suffix), but "
        + "only \(arrivals) \(arriving == 1 ? "arrives" : "arrive")",
      fix:
        "add \(excess) to the transitions into '\(name)', or take \(excess) from those out of it",
      transition: document.transitions[source].first, in: document)
  }

  /// Some who arrive do not go on.
  mutating func inferredLeft(
    _ touchpoint: Int, customers: Double?, of arriving: Double?, in document: FlowDocument
  ) {
    let name = document.name(touchpoint)
    guard let customers, let arriving else {
      add(
        "inferred-left", .warning,
        "everybody who comes to '\(name)' counted as having left: nothing leads on from there",
        fix: "add '\(name) -> completed: 100%' or '\(name) -> left: 100%'",
        touchpoint: touchpoint, in: document)
      return
    }
    let count = Self.number(customers)
    let isAll = document.transitions[touchpoint].isEmpty
    // A document counts whole customers; where shares divide them, a share says it exactly.
    let isWhole = customers == customers.rounded()
    let amount = isAll && !isWhole ? "100%" : Self.number(customers.rounded())
    add(
      "inferred-left", .warning,
      isAll
        ? "\(count) counted as having left: nothing leads on from '\(name)'"
        : "\(count) counted as having left: \(Self.number(arriving)) "
          + "\(arriving == 1 ? "comes" : "come") to '\(name)', \(Self.number(arriving - customers)) "
          + (arriving - customers == 1 ? "goes on" : "go on"),
      fix: "add '\(name) -> left: \(amount)', or say where else they went",
      touchpoint: touchpoint, in: document)
  }

  /// All who came here are still here.
  mutating func onlyUnderWay(_ members: [Int], in document: FlowDocument) {
    guard let first = members.first else { return }
    let names = Self.list(members.map { document.name($0) })
    add(
      "only-under-way", .warning,
      "the only way out of \(names) is 'under-way', counted as ended with unknown outcome",
      fix: "add a transition to an end as soon as somebody reaches one",
      touchpoint: first == document.start ? nil : first, in: document)
  }

  /// Nobody who comes here ever gets to an end.
  mutating func noWayOut(_ members: [Int], in document: FlowDocument) {
    guard let first = members.first else { return }
    let names = Self.list(members.map { document.name($0) })
    add(
      "no-way-out", .error, "no way out of \(names)\(suffix)",
      fix: "add a transition to an end, such as '\(document.name(first)) -> left'",
      touchpoint: first, in: document)
  }

  /// Nobody comes here.
  mutating func unreachable(_ touchpoint: Int, in document: FlowDocument) {
    let name = document.name(touchpoint)
    add(
      "unreachable", .warning, "nobody reaches '\(name)'",
      fix: "add a transition to '\(name)' from the touchpoint before it",
      touchpoint: touchpoint, in: document)
  }

  /// The chain fills in beyond all bounds.
  mutating func entangled(in document: FlowDocument) {
    add(
      "flow-too-entangled", .error,
      "too many touchpoints lead to each other for the flow to be solved",
      fix: "leave out transitions that few customers take", transition: nil, in: document)
  }

  /// Some personas' own flow is only checked when their figures are asked for.
  mutating func notChecked(_ count: Int, in document: FlowDocument) {
    guard count > 0 else { return }
    add(
      "personas-not-checked", .note,
      "the own flow of \(count) more persona\(count == 1 ? "" : "s") is not checked here",
      fix: "analyse each of them to check it", transition: nil, in: document)
  }

  // MARK: - Words

  private var suffix: String { persona.map { " for '\($0)'" } ?? "" }

  private mutating func add(
    _ id: String, _ severity: Diagnostic.Severity, _ summary: String, fix: String,
    transition: Int?, in document: FlowDocument
  ) {
    let path = transition.map { DocumentPath.transition(document.journey.flow[$0]) } ?? ["flow"]
    findings.append(
      Finding(
        section: 1, index: transition ?? -1,
        diagnostic: Diagnostic(id, severity, summary, fix: fix, at: path)))
  }

  private mutating func add(
    _ id: String, _ severity: Diagnostic.Severity, _ summary: String, fix: String,
    touchpoint: Int?, in document: FlowDocument
  ) {
    guard let touchpoint else {
      add(id, severity, summary, fix: fix, transition: nil, in: document)
      return
    }
    let path = DocumentPath.touchpoint(document.journey.touchpoints[touchpoint].id)
    findings.append(
      Finding(
        section: 0, index: touchpoint,
        diagnostic: Diagnostic(id, severity, summary, fix: fix, at: path)))
  }

  /// How to mend a sum of shares, with the exact remainder.
  private static func remedy(
    _ difference: Int128, _ places: Int, _ source: Int, _ shares: [Share], _ persona: Int?,
    _ document: FlowDocument
  ) -> String {
    let own = document.transitions[source]
    let left = own.indices.first { document.targets[own[$0]] == .end(.left) }
    let key = "\(document.name(source)) -> left"
    let who = persona.map { document.journey.personas[$0].id.rawValue }
    if let left {
      let (present, scale) = Share.exactSum([shares[left], .zero])
      let size = max(places, scale)
      let power = { (exponent: Int) in (0..<exponent).reduce(Int128(1)) { value, _ in value * 10 } }
      let wanted = present * power(size - scale) + difference * power(size - places)
      if wanted >= 0 {
        let whose = who.map { " for \($0)" } ?? ""
        return "change '\(key)'\(whose) from \(shares[left]) to \(percentage(wanted, size))"
      }
    }
    if difference > 0 {
      let rest = percentage(difference, places)
      return who.map { "add '\(key): {\($0): \(rest)}'" } ?? "add '\(key): \(rest)'"
    }
    return "take \(percentage(-difference, places)) from the transitions of "
      + "'\(document.name(source))'"
  }

  /// A part of 10^places as a percentage, exactly: `percentage(825, 3)` is `82.5%`.
  static func percentage(_ part: Int128, _ places: Int) -> String {
    guard places > 2 else {
      return "\((0..<2 - places).reduce(part) { value, _ in value * 10 })%"
    }
    var digits = String(part)
    let after = places - 2
    if digits.count <= after {
      digits = String(repeating: "0", count: after - digits.count + 1) + digits
    }
    var decimals = digits.suffix(after)
    while decimals.last == "0" { decimals.removeLast() }
    return "\(digits.dropLast(after))\(decimals.isEmpty ? "" : ".")\(decimals)%"
  }

  /// A number of customers: whole when it is, else with one decimal.
  static func number(_ value: Double) -> String {
    let tenths = (value * 10).rounded()
    guard abs(tenths) < 1e15 else { return "\(value)" }
    let whole = Int(tenths) / 10
    let tenth = abs(Int(tenths) % 10)
    return tenth == 0 ? "\(whole)" : "\(whole).\(tenth)"
  }

  /// Quoted names, at most three of them.
  private static func list(_ names: [String]) -> String {
    let quoted = names.map { "'\($0)'" }
    switch quoted.count {
    case 0...1: return quoted.first ?? ""
    case 2...3:
      return quoted.dropLast().joined(separator: ", ") + " and " + (quoted.last ?? "")
    default:
      return quoted.prefix(3).joined(separator: ", ") + " and \(quoted.count - 3) more"
    }
  }
}
