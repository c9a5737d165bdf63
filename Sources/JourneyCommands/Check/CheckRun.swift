import JourneyKit

/// One run of `journey check`: reads documents, holds them against their guardrails, and collects
/// what was found.
struct CheckRun {
  /// What the caller is told.
  private(set) var status = ExitStatus.fine

  private let console: Console
  private let asOf: CalendarDate
  private var baseline: BaselineDocuments?
  private var policies: PolicyFiles
  private var entries: [Entry] = []
  private var checks: [Int?: Group] = [:]
  private var order: [Int?] = []
  /// How many policy files were named among the documents.
  private(set) var policyCount = 0

  /// The id of the diagnostic that stands for a document that cannot be read.
  static let unreadable = "unreadable"

  /// A document as it was read.
  private struct Entry {
    var path: String
    var source: SourceText
    var diagnostics: [Diagnostic]
    var document: JourneyDocument?
    var policy: Int?
    /// The journey and the findings about it, where guardrails hold for it.
    var guardrails: CheckReport.Guardrails?
  }

  /// Documents that are judged together, under the same policy.
  private struct Group {
    var check: GuardrailCheck
    var entries: [JourneyID: Int] = [:]
  }

  /// Prepares a run.
  ///
  /// - Parameters:
  ///   - console: Where words go.
  ///   - asOf: The day that ages and dates are judged from.
  ///   - policy: The policy file for all documents; nil to look beside each.
  ///   - baseline: What the documents are compared with.
  init(
    on console: Console, asOf: CalendarDate, policy: String?, baseline: BaselineDocuments?
  ) {
    self.console = console
    self.asOf = asOf
    self.baseline = baseline
    policies = PolicyFiles(given: policy)
  }

  // MARK: - Reading

  /// Reads what the command line names.
  mutating func read(_ paths: [String]) throws {
    // A policy that was named is looked at even when no document can be read.
    if let given = policies.given { _ = policies.index(of: given) }
    for path in try DocumentPaths.expand(paths) {
      if PolicyDocument.isPolicy(path) {
        _ = policies.index(of: path)
        policyCount += 1
      } else {
        read(path)
      }
    }
  }

  private mutating func read(_ path: String) {
    do {
      let document = try CheckedDocument.read(path, on: console)
      entries.append(
        Entry(
          path: path, source: document.source, diagnostics: document.diagnostics,
          document: document, policy: policies.index(for: path)))
    } catch {
      status = max(status, console.tell(error))
      // Part of the report too, so that no machine takes a document that is missing for a good one.
      let diagnostic = Diagnostic(Self.unreadable, .error, "\(error)")
      entries.append(
        Entry(
          path: path, source: SourceText(name: path, text: ""), diagnostics: [diagnostic],
          document: nil, policy: nil))
    }
  }

  // MARK: - Judging

  /// Holds every document without errors against the guardrails that hold for it.
  mutating func judge() throws {
    lookTogether()
    for index in entries.indices {
      guard let journey = entries[index].document?.journey else { continue }
      let policyIndex = entries[index].policy
      let policy = policyIndex.flatMap { policies.read[$0].policy }
      guard policy != nil || journey.policy != nil || baseline != nil else { continue }
      let estimates = try journey.estimated(asOf: asOf)
      if checks[policyIndex] == nil {
        checks[policyIndex] = Group(check: GuardrailCheck(policy: policy, asOf: asOf))
        order.append(policyIndex)
      }
      let comparison = try baseline?.comparison(
        with: estimates, path: entries[index].path, asOf: asOf)
      checks[policyIndex]?.check.check(estimates, baseline: comparison)
      if checks[policyIndex]?.entries[journey.id] == nil {
        checks[policyIndex]?.entries[journey.id] = index
      }
      entries[index].guardrails = CheckReport.Guardrails(
        journey: journey,
        rules: Self.rules(of: policy, and: journey, isCompared: comparison != nil), findings: [])
    }
    tellNew()
  }

  /// Says once which documents the baseline does not have.
  private func tellNew() {
    guard let new = baseline?.new, !new.isEmpty else { return }
    let names = new.prefix(5).joined(separator: ", ")
    let rest = new.count > 5 ? " and \(new.count - 5) more" : ""
    console.error("journey: new since the baseline, compared with nothing: \(names)\(rest)\n")
  }

  /// Adds what is wrong between the documents, though each is right by itself.
  private mutating func lookTogether() {
    let read = entries.indices.filter { entries[$0].document != nil }
    let problems = PortfolioProblems(
      read.compactMap { entries[$0].document }, isComplete: read.count == entries.count)
    for (index, found) in zip(read, problems.diagnostics) { entries[index].diagnostics += found }
  }

  /// The rules that are about anything in a journey, each once.
  private static func rules(
    of policy: Policy?, and journey: Journey, isCompared: Bool
  ) -> [Guardrail.Rule] {
    var rules: [Guardrail.Rule] = []
    for rule in (policy?.rules ?? []) + (journey.policy?.rules ?? []) {
      let isHere =
        rule.about.isEmpty
        || rule.about.contains { scope in
          scope.covers(nil, of: journey.id)
            || journey.touchpoints.contains { scope.covers($0.id, of: journey.id) }
        }
      if isHere, !rules.contains(rule.rule) { rules.append(rule.rule) }
    }
    // Holds wherever there is a baseline.
    if isCompared, !rules.contains(.notWorse) { rules.append(.notWorse) }
    return rules
  }

  /// Ends the run: everything that was found, document by document, the policies last.
  ///
  /// - Parameter strict: Whether warnings fail the check too.
  /// - Returns: The documents and the policy files about which there is something to say.
  mutating func finish(strict: Bool) -> [CheckReport.Document] {
    var policyFindings: [Int: [Finding]] = [:]
    let chances = order.map { checks[$0]?.check.chances ?? [] }
    for (place, key) in order.enumerated() {
      guard var group = checks[key] else { continue }
      group.check.isComplete = isComplete(key)
      // What got worse is judged over the whole run, whatever the policies are.
      let others = chances.indices.filter { $0 != place }.flatMap { chances[$0] }
      for finding in group.check.finish(besides: others) {
        if finding.level == .fails { status = max(status, .findings) }
        if finding.isInPolicy, let key {
          policyFindings[key, default: []].append(finding)
        } else if let index = group.entries[finding.journey] ?? group.entries.values.min() {
          // What is about the whole journey stands at its title, not at whatever line comes first.
          let path: DocumentPath = finding.path == .root ? ["journey"] : finding.path
          let range = entries[index].document?.nearestRange(of: path)
          entries[index].guardrails?.findings.append(.init(finding, range: range))
        }
      }
    }
    var documents = entries.map { entry in
      CheckReport.Document(
        source: entry.source, diagnostics: entry.diagnostics, guardrails: entry.guardrails)
    }
    for (index, policy) in policies.read.enumerated() {
      let findings = policyFindings[index] ?? []
      guard !policy.diagnostics.isEmpty || !findings.isEmpty else { continue }
      let placed = findings.map {
        CheckReport.PlacedFinding($0, range: policy.nearestRange(of: $0.path))
      }
      documents.append(
        .init(
          source: policy.source, diagnostics: policy.diagnostics,
          guardrails: placed.isEmpty
            ? nil : CheckReport.Guardrails(journey: nil, rules: [], findings: placed)))
    }
    for (path, problem) in policies.problems {
      status = max(status, console.tell(problem))
      documents.append(
        .init(
          source: SourceText(name: path, text: ""),
          diagnostics: [Diagnostic(Self.unreadable, .error, "\(problem)")]))
    }
    for document in documents {
      switch document.diagnostics.map(\.severity).max() {
      case .error: status = max(status, .badInput)
      case .warning where strict: status = max(status, .findings)
      default: break
      }
    }
    return documents
  }

  /// How many journey documents were named.
  var count: Int { entries.count }

  /// Whether all journeys that a policy holds for were checked: those beside it, or whatever a
  /// command line names that names only folders.
  private func isComplete(_ key: Int?) -> Bool {
    guard let key else { return true }
    let path = policies.read[key].source.name
    let folder = Files.folder(of: path)
    guard let names = try? Files.list(folder.isEmpty ? "." : folder) else { return false }
    let checked = Set(entries.compactMap { Files.identity($0.path) })
    return names.allSatisfy { name in
      guard DocumentPaths.endings.contains(where: name.hasSuffix) else { return true }
      let path = folder.isEmpty ? name : "\(folder)/\(name)"
      return Files.identity(path).map(checked.contains) ?? true
    }
  }
}
