import JourneyAnalysis
import JourneyDecisions
import JourneyGuardrails
import JourneyModel

/// What each owner answers for, found in one pass over all journeys.
struct OwnerIndex: Sendable {
  /// A touchpoint of a journey of the brief.
  struct Place: Hashable, Sendable {
    var member: Int
    var touchpoint: TouchpointID
  }

  /// What one owner answers for, in the order of journeys and documents.
  struct Duties: Sendable {
    var owner: PersonName?
    var touchpoints: [Place] = []
    var decisions: [Ledger.Entry] = []
    var findings: [Finding] = []
    /// The heat of the owner's touchpoints in one sum, for the order of pages.
    var heat = 0.0

    /// Whether somebody is needed for what stands here.
    var asksForSomebody: Bool {
      !touchpoints.isEmpty || !decisions.isEmpty || findings.contains { $0.level == .fails }
    }
  }

  /// Everybody who owns something, the hottest first.
  private(set) var owners: [Duties] = []
  /// Hotspots, decisions and findings that nobody owns.
  private(set) var nobody = Duties()

  init(_ members: [Member], ledger: Ledger, findings: [Finding]) {
    var places: [PersonName: Int] = [:]
    func add(_ owner: PersonName, to duties: inout [Duties]) -> Int {
      if let place = places[owner] { return place }
      places[owner] = duties.count
      duties.append(Duties(owner: owner))
      return duties.count - 1
    }
    var duties: [Duties] = []
    for (number, member) in members.enumerated() {
      for touchpoint in member.journey.touchpoints {
        let hotspot = member.hotspots[touchpoint.id]
        let place = Place(member: number, touchpoint: touchpoint.id)
        if let owner = PersonName(touchpoint.owner) {
          let index = add(owner, to: &duties)
          duties[index].touchpoints.append(place)
          duties[index].heat += hotspot?.heat ?? 0
        } else if Self.isHot(hotspot, in: member) {
          nobody.touchpoints.append(place)
          nobody.heat += hotspot?.heat ?? 0
        }
      }
    }
    for entry in ledger.entries {
      if let owner = PersonName(entry.answerable) {
        duties[add(owner, to: &duties)].decisions.append(entry)
      } else {
        nobody.decisions.append(entry)
      }
    }
    for finding in findings {
      // Each of several owners answers for it.
      var known: Set<PersonName> = []
      for owner in finding.owners.compactMap(Self.person)
      where known.insert(owner).inserted {
        duties[add(owner, to: &duties)].findings.append(finding)
      }
      if known.isEmpty { nobody.findings.append(finding) }
    }
    owners = duties.sorted { ($1.heat, $0.owner?.text ?? "") < ($0.heat, $1.owner?.text ?? "") }
  }

  /// Whether a touchpoint is a hotspot; without flow, whether it is felt as bad.
  static func isHot(_ hotspot: Hotspot?, in member: Member) -> Bool {
    guard let hotspot else { return false }
    return member.analysis.hotspots.rankedBy == .heat
      ? hotspot.kind != nil : (hotspot.pain ?? 0) > 0
  }

  /// An owner, without addresses in the name; nil for nobody.
  static func person(_ owner: String?) -> PersonName? {
    PersonName(owner.map(Redaction.person))
  }
}
