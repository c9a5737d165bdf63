public import JourneyAnalysis

/// What a rule counted in a document, where it judges no figure of the analysis.
///
/// Its number is a finding's ``Finding/estimate`` without error, or nil where it is not known; what
/// it is held against is ``Finding/limit``, in the same unit.
public enum Tally: String, Hashable, Sendable, CaseIterable {
  /// How long it takes to read what a touchpoint asks one to read.
  case reading
  /// Customers who were asked at a touchpoint.
  case customers
  /// Methods by which a touchpoint was looked at.
  case methods
  /// Pieces of evidence about a touchpoint.
  case evidence
  /// How old the newest evidence of a touchpoint is.
  case evidenceAge
  /// A persona's share of those heard.
  case personaShare
  /// How long ago an owner last met a customer.
  case sinceCustomer
  /// Customers who go round in a maze.
  case mazeCustomers
  /// How long a decision is past its due date.
  case overdue
  /// What was promised and learnt too late.
  case latePromises
  /// Quotes without their speaker's consent.
  case unconsented
  /// Kinds of personal data in a text.
  case personalData
  /// Touchpoints by a channel.
  case channelTouchpoints
  /// Touchpoints that one of the baseline goes on as.
  case partners
  /// The fewest steps to relief.
  case shortestRelief
  /// Those who answer for a touchpoint.
  case owners
  /// How long ago a waiver ended.
  case waiverAge
  /// Guardians who approved a waiver and may.
  case approvals
  /// What a waiver leaves out.
  case missingParts
  /// What a waiver excuses.
  case excused

  /// What its numbers count.
  public var unit: Figure.Unit {
    switch self {
    case .reading, .evidenceAge, .sinceCustomer, .overdue, .waiverAge: .seconds
    case .personaShare: .share
    case .mazeCustomers: .perThousand
    case .customers, .methods, .evidence, .latePromises, .unconsented, .personalData,
      .channelTouchpoints, .partners, .shortestRelief, .owners, .approvals, .missingParts,
      .excused:
      .count
    }
  }
}

/// What a finding is about as a number, with what it is held against.
struct Measured: Hashable, Sendable {
  /// The figure; nil where something was counted.
  var figure: Figure?
  /// What was counted; nil where a figure was judged.
  var tally: Tally?
  /// What it is held against, in its unit; nil for nothing.
  var limit: Double?

  /// A figure and its limit.
  init(_ figure: Figure, limit: Double?) {
    self.figure = figure
    self.limit = limit
  }

  /// Something that is counted, and its limit.
  init(_ tally: Tally, limit: Double?) {
    self.tally = tally
    self.limit = limit
  }
}

extension Finding {
  /// The same with the number that it is about.
  ///
  /// - Parameters:
  ///   - measured: What the number is, and its limit.
  ///   - value: The number, without error; nil where it is not known.
  /// - Returns: The finding.
  func about(_ measured: Measured, _ value: Double?) -> Finding {
    var finding = self
    finding.figure = measured.figure
    finding.tally = measured.tally
    finding.limit = measured.limit
    finding.estimate = value.map { Estimate($0, low: $0, high: $0) }
    return finding
  }
}

extension Breach {
  /// The same with what was counted.
  ///
  /// - Parameters:
  ///   - tally: What.
  ///   - value: How much, in its unit; nil where it is not known.
  ///   - limit: What it is held against.
  /// - Returns: The finding.
  func counting(_ tally: Tally, _ value: Double?, limit: Double) -> Breach {
    var breach = self
    breach.finding = finding.about(Measured(tally, limit: limit), value)
    return breach
  }
}
