import JourneyAnalysis
public import JourneyModel

/// Who has looked at what: touchpoints against the methods by which something was found out.
public struct EvidenceCoverage: Hashable, Sendable {
  /// What one method found out at a touchpoint, or in a portfolio.
  public struct Cell: Hashable, Sendable {
    /// How many pieces of evidence.
    public var pieces: Int
    /// How many customers they come from, those that say; 0 when none says.
    public var customers: Int

    /// Nothing found out.
    static let none = Cell(pieces: 0, customers: 0)
  }

  /// One touchpoint.
  public struct Row: Hashable, Sendable {
    /// The journey.
    public var journey: JourneyID
    /// The touchpoint.
    public var touchpoint: TouchpointID
    /// The name people see.
    public var name: String
    /// Who answers for it.
    public var owner: String?
    /// What each method found out here, in the order of ``EvidenceCoverage/methods``.
    public var cells: [Cell]
    /// How many customers its own `felt` was measured with, however that was done; 0 for an assumption
    /// and where there is none.
    public var felt: Int
    /// The newest day of its evidence; nil when none has one.
    public var newest: CalendarDate?
    /// The share of those who start that come here; nil without flow.
    public var reach: Double?

    /// Whether nobody has looked: no evidence, and no measured feeling.
    public var isUnseen: Bool { felt == 0 && cells.allSatisfy { $0.pieces == 0 } }
    /// By how many methods it was looked at; a measured `felt` of its own counts as one.
    public var methods: Int { cells.count { $0.pieces > 0 } + (felt > 0 ? 1 : 0) }
  }

  /// The methods that anybody used, in the order of `Evidence.Method`.
  public var methods: [Evidence.Method]
  /// Every touchpoint, journey by journey.
  public var rows: [Row]
  /// What each method found out everywhere, touchpoints and whole journeys together, in the order of
  /// ``methods``.
  public var totals: [Cell]
  /// At how many touchpoints each method was used.
  public var touchpoints: [Int]
  /// How many pieces of evidence are about whole journeys, and cover no touchpoint.
  public var wholeJourneys: Int

  /// The share of the touchpoints that somebody has looked at, 0…1; nil when there are none.
  public var seen: Double? {
    rows.isEmpty ? nil : Double(rows.count { !$0.isUnseen }) / Double(rows.count)
  }
  /// The touchpoints that nobody has looked at, those that most customers reach first, then those
  /// whose reach is unknown, in their order.
  public var unseen: [Row] {
    let found = rows.filter(\.isUnseen)
    let order = found.indices.sorted { first, second in
      switch (found[first].reach, found[second].reach) {
      case (let a?, let b?): a != b ? a > b : first < second
      case (.some, nil): true
      case (nil, .some): false
      case (nil, nil): first < second
      }
    }
    return order.map { found[$0] }
  }
}

extension Portfolio {
  /// Who has looked at what.
  ///
  /// Evidence counts when it is from the journey's period, where it has one; every method counts,
  /// complaints and staff going through the journey too, for somebody has looked. Cost: linear in
  /// touchpoints and evidence.
  public var evidenceCoverage: EvidenceCoverage {
    let used = Set(members.flatMap { $0.counted.map(\.method) })
    let methods = Evidence.Method.allCases.filter(used.contains)
    let places = Dictionary(uniqueKeysWithValues: zip(methods, methods.indices))
    var totals = methods.map { _ in EvidenceCoverage.Cell.none }
    var rows: [EvidenceCoverage.Row] = []
    var wholeJourneys = 0
    for member in members {
      let first = rows.count
      var row: [TouchpointID: Int] = [:]
      for (touchpoint, figures) in zip(member.journey.touchpoints, member.analysis.touchpoints) {
        row[touchpoint.id] = rows.count
        rows.append(
          EvidenceCoverage.Row(
            journey: member.journey.id, touchpoint: touchpoint.id, name: touchpoint.name,
            owner: touchpoint.owner, cells: methods.map { _ in .none }, felt: touchpoint.asked,
            newest: nil, reach: figures.reach))
      }
      for piece in member.counted {
        guard let method = places[piece.method] else { continue }
        totals[method].add(piece)
        guard let about = piece.about else {
          wholeJourneys += 1
          continue
        }
        guard let place = row[about], place >= first else { continue }
        rows[place].cells[method].add(piece)
        rows[place].newest = [rows[place].newest, piece.date].compactMap(\.self).max()
      }
    }
    return EvidenceCoverage(
      methods: methods, rows: rows, totals: totals,
      touchpoints: methods.indices.map { method in rows.count { $0.cells[method].pieces > 0 } },
      wholeJourneys: wholeJourneys)
  }
}

extension EvidenceCoverage.Cell {
  fileprivate mutating func add(_ piece: Evidence) {
    pieces += 1
    customers = [customers, piece.n ?? 0].saturatingSum
  }
}

extension Estimates {
  /// The evidence from the journey's period.
  var counted: [Evidence] { journey.evidence.filter { journey.counts($0) } }
}

extension Touchpoint {
  /// How many customers its own `felt` was measured with.
  fileprivate var asked: Int {
    let counts =
      switch felt {
      case .everyone(let score): [score.n ?? 0]
      case .each(let entries): entries.map { $0.value.n ?? 0 }
      case nil: [Int]()
      }
    return counts.saturatingSum
  }
}
