import JourneyModel
import TextSupport

/// A waiver with where it stands, and what is wrong with it whatever it excuses.
struct PlacedWaiver: Sendable {
  /// The waiver.
  let waiver: Waiver
  /// Where it stands.
  let place: PolicyPlace
  /// The journey whose document it stands in; nil for the policy file.
  let journey: JourneyID?

  /// The rule as findings name it.
  var rule: String { waiver.rule.rawValue }

  /// Whether it is meant for a finding.
  func isAbout(_ breach: Breach) -> Bool {
    guard rule == breach.finding.id else { return false }
    guard let about = waiver.about else { return true }
    let journey = breach.finding.journey
    if breach.touchpoints.isEmpty { return about.covers(nil, of: journey) }
    // What several share, such as a maze, is one finding: whoever may excuse a part excuses it.
    return breach.touchpoints.contains { about.covers($0, of: journey) }
  }

  /// What is wrong with it, whatever it excuses.
  ///
  /// - Parameters:
  ///   - guardians: Who may approve.
  ///   - asOf: The day of the check.
  /// - Returns: The defects; none when it may hold.
  func defects(_ guardians: [String], asOf: CalendarDate) -> [Defect] {
    var defects: [Defect] = []
    if let until = waiver.until, until < asOf {
      let days = Wording.days(asOf.daysSinceEpoch - until.daysSinceEpoch)
      defects.append(
        Defect(
          .expired, "the waiver of \(rule) ended on \(until), \(days) ago",
          fix: "mend what it excused, or ask a guardian anew and write a later 'until'",
          key: "until", .waiverAge, Double(asOf.daysSinceEpoch - until.daysSinceEpoch) * 86_400,
          limit: 0))
    }
    if let unsigned = unsigned(guardians) { defects.append(unsigned) }
    let missing = [
      ("by", "who asks for it", PersonName(waiver.by) == nil),
      ("why", "why", waiver.why?.allSatisfy(\.isWhitespace) ?? true),
      ("traded-for", "what it was traded for", waiver.tradedFor == nil),
      ("until", "until when", waiver.until == nil),
    ].filter(\.2)
    if !missing.isEmpty {
      let keys = missing.map { "'\($0.0)'" }.joined(separator: ", ")
      defects.append(
        Defect(
          .incomplete,
          "the waiver of \(rule) does not say \(missing.map(\.1).joined(separator: ", "))",
          fix: "add \(keys)", key: nil, .missingParts, Double(missing.count), limit: 0))
    }
    return defects
  }

  private func unsigned(_ guardians: [String]) -> Defect? {
    let approver = PersonName(waiver.approvedBy)
    let name = OneLine.of(approver?.text ?? "", most: 60)
    let ask = ask(guardians, besides: [])
    guard let approver else {
      return Defect(
        .unsigned, "nobody approved the waiver of \(rule)", fix: ask, key: nil,
        .approvals, 0, limit: 1)
    }
    if approver.shares(PersonName(waiver.by)) {
      return Defect(
        .unsigned, "\(name) asked for the waiver of \(rule) and approved it too",
        fix: ask, key: "approved-by", .approvals, 0, limit: 1)
    }
    guard !guardians.contains(where: { PersonName($0) == approver }) else { return nil }
    return Defect(
      .unsigned, "\(name), who approved the waiver of \(rule), is no guardian", fix: ask,
      key: "approved-by", .approvals, 0, limit: 1)
  }

  /// How to have it approved: by a guardian who neither asks for it nor owns what it excuses.
  ///
  /// - Parameters:
  ///   - guardians: Who may approve.
  ///   - owners: Those who answer for what it excuses.
  /// - Returns: What to do.
  func ask(_ guardians: [String], besides owners: [String]) -> String {
    let barred = (owners + [waiver.by].compactMap(\.self)).compactMap { PersonName($0) }
    let known = guardians.compactMap { PersonName($0) }
    let free = known.filter { guardian in !barred.contains(where: guardian.shares) }
    guard free.isEmpty else {
      let names = free.map { OneLine.of($0.text, most: 60) }
      return "have it approved by \(names.joined(separator: " or "))"
    }
    return known.isEmpty
      ? "name who may approve under 'guardians'"
      : "name under 'guardians' one who neither asks for it nor owns what it excuses"
  }

  /// What is wrong when the one who approved answers for what it excuses; nil when they do not.
  func ownDefect(_ breach: Breach) -> Defect? {
    let approver = PersonName(waiver.approvedBy)
    guard let approver,
      let owner = breach.owners.lazy.compactMap({ PersonName($0) }).first(where: approver.shares)
    else { return nil }
    // One of several owners, or one by their role.
    let whose =
      owner == approver ? "owns what it excuses" : "is an owner of what it excuses: \(owner.text)"
    return Defect(
      .approvedByOwner,
      "\(OneLine.of(approver.text, most: 60)) approved the waiver of \(rule) and "
        + OneLine.of(whose, most: 100),
      fix: "have it approved by another guardian", key: "approved-by", .approvals, 0, limit: 1)
  }

  /// The finding about a defect.
  ///
  /// - Parameters:
  ///   - defect: What is wrong.
  ///   - about: What the waiver is about.
  ///   - ask: How to have it approved, where that is what is wrong.
  /// - Returns: The finding, with those who own what the waiver is about.
  func finding(_ defect: Defect, _ about: WaiverSubject, ask: String? = nil) -> Finding {
    let path = defect.key.map { place.path.appending(.key($0)) } ?? place.path
    var finding = Finding(
      defect.kind.id, journey: about.journey, touchpoint: about.touchpoint, defect.summary,
      fix: defect.kind.isUnsigned ? ask ?? defect.fix : defect.fix, at: path,
      isInPolicy: place.isInPolicy
    ).about(defect.measured, defect.value)
    finding.owners = about.owners
    finding.said = about.said
    return finding
  }

  /// Something that keeps a waiver from holding.
  struct Defect: Hashable, Sendable {
    /// What it is about.
    enum Kind: Hashable, Sendable {
      /// Its last day has passed.
      case expired
      /// Nobody who may approve it did.
      case unsigned
      /// The one who approved answers for what it excuses, so that it holds elsewhere alone.
      case approvedByOwner
      /// A part of it is missing.
      case incomplete
      /// Nothing needs it.
      case unused

      /// Whether another approval mends it.
      var isUnsigned: Bool { self == .unsigned || self == .approvedByOwner }

      /// The finding's id.
      var id: String {
        switch self {
        case .expired: "waiver-expired"
        case .unsigned, .approvedByOwner: "waiver-unsigned"
        case .incomplete: "waiver-incomplete"
        case .unused: "waiver-unused"
        }
      }
    }

    /// What it is about.
    let kind: Kind
    /// What is wrong.
    let summary: String
    /// How to mend it.
    let fix: String
    /// The key that is wrong; nil for the whole waiver.
    let key: String?
    /// What was counted, and what it is held against.
    let measured: Measured
    /// How much was counted.
    let value: Double

    /// Creates a defect.
    init(
      _ kind: Kind, _ summary: String, fix: String, key: String?, _ tally: Tally, _ value: Double,
      limit: Double
    ) {
      self.kind = kind
      self.summary = summary
      self.fix = fix
      self.key = key
      measured = Measured(tally, limit: limit)
      self.value = value
    }
  }
}
