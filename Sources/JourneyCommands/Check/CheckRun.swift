import JourneyKit

/// One run of `journey check`: reads documents, holds them against their guardrails, and collects
/// what was found.
struct CheckRun {
  /// What the caller is told.
  private(set) var status = ExitStatus.fine

  private let console: Console
  private let asOf: CalendarDate
  private var policies: PolicyFiles
  /// What the command line names.
  private var named: [String] = []
  private var entries: [Entry] = []
  /// Shared documents that were named themselves.
  private var namedShared: [SharedParts] = []
  /// Whether a document could not be read at all, so that nobody knows what it holds.
  private var isAnyUnread = false
  private var checks: [Int?: Group] = [:]
  private var order: [Int?] = []
  /// How many policy files were named among the documents.
  private(set) var policyCount = 0
  /// What was compared with nothing; nil without a baseline.
  private(set) var unmatched: CheckReport.Unmatched?
  /// What the policies ask less of than in the baseline, by their place.
  private var loosened: [Int: [Finding]] = [:]

  /// The id of the diagnostic that stands for a document that cannot be read.
  static let unreadable = "unreadable"

  /// A document as it was read.
  private struct Entry {
    var path: String
    var source: SourceText
    var diagnostics: [Diagnostic]
    var document: JourneyDocument?
    var policy: Int?
    /// The journey that it was compared with.
    var before: Journey?
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
  ///   - policy: The policy file for all documents; nil to look for the one of each.
  init(on console: Console, asOf: CalendarDate, policy: String?) {
    self.console = console
    self.asOf = asOf
    policies = PolicyFiles(given: policy)
  }

  // MARK: - Reading

  /// Reads what the command line names.
  mutating func read(_ paths: [String]) throws {
    // A policy that was named is looked at even when no document can be read.
    if let given = policies.given { _ = policies.index(of: given) }
    named = paths
    policies.named = paths
    var documents: [String] = []
    for path in try DocumentPaths.expand(paths) {
      if PolicyDocument.isPolicy(path) {
        _ = policies.index(of: path)
        policyCount += 1
      } else if JourneyDocument.isShared(path) {
        addShared(path)
      } else {
        documents.append(path)
      }
    }
    // Standard input belongs to the console, which only one thread asks.
    let console = console
    let piped = documents.contains("-") ? Self.read("-", on: console) : nil
    let found = DocumentSet.work("reading", on: documents, console) { path in
      path == "-" ? piped ?? Self.read(path, on: console) : Self.read(path, on: console)
    }
    for (path, result) in zip(documents, found) { add(path, result) }
  }

  private mutating func addShared(_ path: String) {
    do {
      namedShared.append(try JourneyDocument.sharedParts(at: path))
    } catch {
      add(path, .failure(error))
    }
  }

  private static func read(_ path: String, on console: Console) -> Result<
    JourneyDocument, any Error
  > {
    Result { try CheckedDocument.read(path, on: console) }
  }

  private mutating func add(_ path: String, _ result: Result<JourneyDocument, any Error>) {
    do {
      let document = try result.get()
      entries.append(
        Entry(
          path: path, source: document.source, diagnostics: document.diagnostics,
          document: document, policy: policies.index(for: path)))
    } catch {
      status = max(status, console.tell(error))
      isAnyUnread = true
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
  ///
  /// - Parameter baseline: What the documents are compared with, as the command line names it.
  /// - Throws: What is wrong with the baseline.
  mutating func judge(against baseline: String?) throws {
    lookTogether()
    if let baseline { loosened = loosenings(since: baseline) }
    let baseline = try baseline.map {
      try BaselineDocuments(
        $0, named: named, documents: entries.map { ($0.path, $0.document?.journey?.id) },
        on: console)
    }
    let asOf = asOf
    let jobs = entries.indices.compactMap { job(at: $0, against: baseline) }
    let judged = DocumentSet.work("comparing", on: jobs, console) { job in
      Result { try job.judged(asOf: asOf) }
    }
    for (job, result) in zip(jobs, judged) {
      if let before = job.before {
        // What is wrong with it is told here, one after the other.
        _ = try CheckedDocument.load(before, name: before.source.name, on: console)
      }
      take(job, try result.get())
    }
    guard let baseline else { return }
    let new = jobs.filter { $0.before == nil }.map { entries[$0.index].path }
    unmatched = CheckReport.Unmatched(new: new, gone: baseline.gone)
    tell("new since the baseline, compared with nothing", new)
    tell("gone since the baseline", baseline.gone)
  }

  /// What each policy that holds here asks less of than it did in the baseline.
  private func loosenings(since baseline: String) -> [Int: [Finding]] {
    let journeys = Dictionary(
      entries.compactMap { entry in
        entry.policy.flatMap { index in entry.document?.journey.map { (index, $0.id) } }
      }, uniquingKeysWith: { first, _ in first })
    // A baseline elsewhere has one policy: which of several it was nobody knows.
    guard journeys.count == 1 || baseline.hasPrefix(GitFile.prefix) else { return [:] }
    var found: [Int: [Finding]] = [:]
    for (index, journey) in journeys {
      guard let policy = policies.read[index].policy,
        let before = EarlierPolicy.policy(before: policies.read[index].source.name, in: baseline)
      else { continue }
      found[index] = PolicyLoosening(from: before, to: policy).notes(for: journey)
    }
    return found
  }

  /// A journey to be judged, with all that is needed for it.
  private struct Job: Sendable {
    var index: Int
    var journey: Journey
    var path: String
    /// What the baseline is called.
    var label: String
    var before: JourneyDocument?

    /// Its figures, and how they compare with the baseline.
    func judged(asOf: CalendarDate) throws -> (estimates: Estimates, comparison: Comparison?) {
      let estimates = try journey.estimated(asOf: asOf)
      guard let earlier = before?.journey else { return (estimates, nil) }
      let comparison = Comparison(
        ComparedJourney(label: label, estimates: try earlier.estimated(asOf: asOf)),
        ComparedJourney(label: path, estimates: estimates))
      return (estimates, comparison)
    }
  }

  /// What is to be done about a document; nil when nothing holds for it.
  private func job(at index: Int, against baseline: BaselineDocuments?) -> Job? {
    let entry = entries[index]
    guard let journey = entry.document?.journey else { return nil }
    let policy = entry.policy.flatMap { policies.read[$0].policy }
    guard policy != nil || journey.policy != nil || baseline != nil else { return nil }
    return Job(
      index: index, journey: journey, path: entry.path, label: baseline?.label ?? "",
      before: baseline?.document(before: entry.path, journey.id))
  }

  private mutating func take(
    _ job: Job, _ judged: (estimates: Estimates, comparison: Comparison?)
  ) {
    let key = entries[job.index].policy
    let policy = key.flatMap { policies.read[$0].policy }
    if checks[key] == nil {
      checks[key] = Group(check: GuardrailCheck(policy: policy, asOf: asOf))
      order.append(key)
    }
    entries[job.index].before = job.before?.journey
    checks[key]?.check.check(judged.estimates, baseline: judged.comparison)
    if checks[key]?.entries[job.journey.id] == nil {
      checks[key]?.entries[job.journey.id] = job.index
    }
    entries[job.index].guardrails = CheckReport.Guardrails(
      journey: job.journey,
      rules: Self.rules(of: policy, and: job.journey, isCompared: judged.comparison != nil),
      findings: [])
  }

  /// Says once which documents were compared with nothing.
  private func tell(_ what: String, _ paths: [String]) {
    guard !paths.isEmpty else { return }
    let names = paths.prefix(5).joined(separator: ", ")
    let rest = paths.count > 5 ? " and \(paths.count - 5) more" : ""
    console.error("journey: \(what): \(names)\(rest)\n")
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
    // What got worse is judged over the whole run, whatever the policies are.
    let corrected = GuardrailCheck.corrected(order.map { checks[$0]?.check.chances ?? [] })
    let looked = PolicyFiles.Looked(named: named, documents: entries.map(\.path))
    for (key, chances) in zip(order, corrected) {
      guard var group = checks[key] else { continue }
      group.check.isComplete = policies.isComplete(key, among: looked)
      for finding in group.check.finish(corrected: chances) {
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
    // What is wrong with what they share comes first: it may be why they cannot be used.
    documents.insert(contentsOf: sharedDocuments, at: 0)
    let journeys = Dictionary(
      entries.compactMap { entry in entry.document?.journey.map { ($0.id, $0) } },
      uniquingKeysWith: { first, _ in first })
    let own = Dictionary(grouping: entries.filter { $0.policy != nil }, by: \.policy)
    for (index, policy) in policies.read.enumerated() {
      var findings = (policyFindings[index] ?? []) + (loosened[index] ?? [])
      let scopes = unknownScopes(
        of: policy, over: own[index] ?? [],
        isComplete: policies.isComplete(index, among: looked))
      let diagnostics = policy.diagnostics + Self.untold(scopes, in: &findings)
      guard !diagnostics.isEmpty || !findings.isEmpty else { continue }
      let placed = findings.map {
        CheckReport.PlacedFinding(
          $0, range: policy.nearestRange(of: $0.path), journey: journeys[$0.journey])
      }
      documents.append(
        .init(
          source: policy.source, diagnostics: diagnostics,
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

  /// What a policy says of what is not there.
  ///
  /// - Parameters:
  ///   - document: The policy.
  ///   - own: The documents that it holds for.
  ///   - isComplete: Whether those are all.
  /// - Returns: Warnings with their places.
  private func unknownScopes(
    of document: PolicyDocument, over own: [Entry], isComplete: Bool
  ) -> [Diagnostic] {
    guard let policy = document.policy else { return [] }
    // One that cannot be read may have what is named.
    let isRead = !isAnyUnread && own.allSatisfy { $0.document?.draft != nil }
    return policy.unknownScopes(
      in: own.compactMap { $0.document?.draft }, baseline: own.compactMap(\.before),
      isComplete: isRead && isComplete
    ).map { diagnostic in
      var diagnostic = diagnostic
      diagnostic.range = document.nearestRange(of: diagnostic.path)
      return diagnostic
    }
  }

  /// Leaves out what the finding about an unused waiver tells already, and gives that what was meant.
  private static func untold(
    _ scopes: [Diagnostic], in findings: inout [Finding]
  ) -> [Diagnostic] {
    scopes.filter { scope in
      let place = findings.firstIndex { finding in
        finding.id == "waiver-unused"
          && scope.path.description.hasPrefix("\(finding.path.description).")
      }
      guard let place, let fix = scope.fix else { return true }
      findings[place].path = scope.path
      findings[place].fix = fix.hasSuffix("or remove it") ? fix : "\(fix), or remove it"
      return false
    }
  }

  /// The shared documents that were named, or about which there is something to say, each once.
  private var sharedDocuments: [CheckReport.Document] {
    var told: Set<String> = []
    let used = entries.compactMap { $0.document?.shared }.filter { !$0.diagnostics.isEmpty }
    return (namedShared + used).filter { told.insert($0.source.name).inserted }.map {
      CheckReport.Document(source: $0.source, diagnostics: $0.diagnostics)
    }
  }

  /// How many documents were named: journeys, and what they share.
  var count: Int { entries.count + namedShared.count }
}
