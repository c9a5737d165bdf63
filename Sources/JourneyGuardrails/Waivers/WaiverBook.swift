import JourneyModel

/// The waivers of a check, and what became of each.
struct WaiverBook: Sendable {
  /// The waivers, those of the policy file last.
  private let waivers: [PlacedWaiver]
  /// What is wrong with each, whatever it excuses.
  private var defects: [[PlacedWaiver.Defect]]
  /// Who may approve each.
  private let guardians: [[String]]
  /// The first finding that each was meant for.
  private var met: [Finding?]
  /// Those who answer for what each was meant for, who cannot approve it.
  private var owners: [[String]]
  /// The waivers of each rule.
  private let byRule: [String: [Int]]

  /// Opens the book.
  ///
  /// - Parameters:
  ///   - waivers: The waivers, those of the policy file last.
  ///   - guardians: Who may approve each of them.
  ///   - asOf: The day of the check.
  init(_ waivers: [PlacedWaiver], guardians: (PlacedWaiver) -> [String], asOf: CalendarDate) {
    self.waivers = waivers
    self.guardians = waivers.map(guardians)
    defects = zip(waivers, self.guardians).map { $0.defects($1, asOf: asOf) }
    met = Array(repeating: nil, count: waivers.count)
    owners = Array(repeating: [], count: waivers.count)
    byRule = Dictionary(grouping: waivers.indices, by: { waivers[$0].rule })
  }

  /// Settles a finding: waived when a waiver that is meant for it holds.
  ///
  /// - Parameter breach: The finding.
  /// - Returns: The finding, with the waiver where one holds.
  mutating func settle(_ breach: Breach) -> Finding {
    var finding = breach.finding
    guard finding.level == .fails else { return finding }
    for index in byRule[finding.id] ?? [] {
      let waiver = waivers[index]
      guard waiver.journey == nil || waiver.journey == finding.journey, waiver.isAbout(breach)
      else { continue }
      if met[index] == nil { met[index] = finding }
      owners[index] += breach.owners
      if let own = waiver.ownDefect(breach) {
        if !defects[index].contains(where: { $0.kind.id == own.kind.id }) {
          defects[index].append(own)
        }
        continue
      }
      guard finding.level == .fails, holds(index) else { continue }
      finding.level = .waived
      finding.waiver = waiver.waiver
    }
    return finding
  }

  /// Whether nothing is wrong with a waiver but, elsewhere, that an owner approved it.
  private func holds(_ index: Int) -> Bool {
    defects[index].allSatisfy { $0.kind == .approvedByOwner }
  }

  /// What is wrong with the waivers of a document, or of the policy file.
  ///
  /// - Parameters:
  ///   - journey: The document's journey; nil for the policy file.
  ///   - run: What was checked.
  /// - Returns: The findings, waiver by waiver.
  func findings(of journey: JourneyID?, in run: CheckedRun) -> [Finding] {
    waivers.indices.filter { waivers[$0].journey == journey }.flatMap { index in
      let waiver = waivers[index]
      guard let about = met[index].map(WaiverSubject.init) ?? run.subject(of: waiver) else {
        return [Finding]()
      }
      if defects[index].isEmpty, met[index] == nil {
        guard let unused = run.unused(waiver) else { return [] }
        return [waiver.finding(unused, about)]
      }
      let ask = waiver.ask(guardians[index], besides: about.owners + owners[index])
      return defects[index].map { waiver.finding($0, about, ask: ask) }
    }
  }
}

/// What a waiver is about, as its findings tell it.
struct WaiverSubject: Sendable {
  /// The journey.
  var journey: JourneyID
  /// The touchpoint; nil for the whole journey.
  var touchpoint: TouchpointID?
  /// Those who answer for it.
  var owners: [String] = []
  /// What customers said there.
  var said: [String] = []

  /// What a finding is about.
  init(_ finding: Finding) {
    journey = finding.journey
    touchpoint = finding.touchpoint
    owners = finding.owners
    said = finding.said
  }

  /// A touchpoint, or a whole journey, that nothing was found about.
  init(_ journey: JourneyID, _ touchpoint: TouchpointID?, facts: JourneyFacts?) {
    self.journey = journey
    self.touchpoint = touchpoint
    let touchpoints = [touchpoint].compactMap(\.self)
    owners = facts?.owners(of: touchpoints) ?? []
    said = facts?.said(at: touchpoints) ?? []
  }
}

/// Which journeys were checked, by which rules.
struct CheckedRun: Sendable {
  /// The journeys with their touchpoints, in the order in which they came.
  var journeys: [(id: JourneyID, touchpoints: Set<TouchpointID>)] = []
  /// What is known of each; of several with one id the first.
  var facts: [JourneyID: JourneyFacts] = [:]
  /// The rules that were judged, by the journey.
  var rules: [JourneyID: Set<Guardrail.Rule>] = [:]
  /// The journeys that were held against a baseline.
  var compared: Set<JourneyID> = []
  /// Whether all journeys that the policy holds for were checked.
  var isComplete = true

  /// What a waiver which nothing met is told with.
  func subject(of waiver: PlacedWaiver) -> WaiverSubject? {
    place(of: waiver).map { WaiverSubject($0.journey, $0.touchpoint, facts: facts[$0.journey]) }
  }

  private func place(of waiver: PlacedWaiver) -> (journey: JourneyID, touchpoint: TouchpointID?)? {
    guard let first = journeys.first else { return nil }
    guard let about = waiver.waiver.about else { return (waiver.journey ?? first.id, nil) }
    for journey in journeys where waiver.journey == nil || waiver.journey == journey.id {
      if about.covers(nil, of: journey.id) { return (journey.id, nil) }
      let touchpoint = TouchpointID(about.name)
      if journey.touchpoints.contains(touchpoint), about.covers(touchpoint, of: journey.id) {
        return (journey.id, touchpoint)
      }
    }
    return (waiver.journey ?? about.journey ?? first.id, nil)
  }

  /// What is wrong with a waiver that nothing met; nil when it may be needed where nobody looked.
  func unused(_ waiver: PlacedWaiver) -> PlacedWaiver.Defect? {
    let ids: [JourneyID]
    if let own = waiver.journey {
      ids = [own]
    } else if let about = waiver.waiver.about {
      let meant = journeys.filter { journey in
        about.journey == journey.id || about.covers(nil, of: journey.id)
          || (about.journey == nil && journey.touchpoints.contains(TouchpointID(about.name)))
      }
      let isNamed = meant.contains { $0.id == about.journey || $0.id.rawValue == about.name }
      guard isNamed || isComplete else { return nil }
      ids = meant.map(\.id)
    } else {
      guard isComplete else { return nil }
      ids = journeys.map(\.id)
    }
    // What is judged by a baseline alone may need it where there is one.
    if waiver.waiver.rule.needsBaseline, compared.isDisjoint(with: ids), !ids.isEmpty { return nil }
    let isJudged = ids.contains { rules[$0]?.contains(waiver.waiver.rule) ?? false }
    let place = waiver.waiver.about.map { " at \($0)" } ?? ""
    let why: String
    if ids.isEmpty, let about = waiver.waiver.about {
      why = "no journey and no touchpoint has the id '\(about)'"
    } else if isJudged {
      why = "nothing breaks \(waiver.rule)\(place)"
    } else {
      why = "no rule \(waiver.rule) is in force\(place)"
    }
    return PlacedWaiver.Defect(
      .unused, "\(why): the waiver is not needed", fix: "remove it", key: nil, .excused, 0, limit: 1
    )
  }
}
