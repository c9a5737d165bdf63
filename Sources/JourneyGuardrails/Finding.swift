public import JourneyAnalysis
public import JourneyModel

/// A rule that a journey breaks, a waiver that does not hold, or what got better.
public struct Finding: Hashable, Sendable {
  /// What it does to the check.
  public enum Level: String, Hashable, Sendable {
    /// The check fails.
    case fails
    /// The rule is broken, and a waiver that holds says so in the open.
    case waived
    /// Worth knowing: something got better, or a rule could not be judged.
    case note
  }

  /// The stable id: a rule's, or `waiver-expired`, `waiver-unsigned`,
  /// `waiver-incomplete`, `waiver-unused`, `policy-loosened`, `better`.
  public var id: String
  /// What it does to the check.
  public var level: Level
  /// The journey.
  public var journey: JourneyID
  /// The touchpoint; nil for the whole journey.
  public var touchpoint: TouchpointID?
  /// Further touchpoints that it is about, as where customers go round in several.
  public var alsoAbout: [TouchpointID]
  /// What is wrong, in one line without a full stop, figure and limit in it.
  public var summary: String
  /// How to mend it, in one line.
  public var fix: String?
  /// The part of the document, or of the policy, that it is about.
  public var path: DocumentPath
  /// Whether ``path`` is in the policy file instead of the journey document.
  public var isInPolicy: Bool
  /// The figure that was judged; nil where something was counted instead.
  public var figure: Figure?
  /// What was counted; nil where a figure was judged.
  public var tally: Tally?
  /// The value and interval of either, in its unit; infinite for relief that never comes, nil where
  /// it is not known.
  public var estimate: Estimate?
  /// What it was held against, in the same unit.
  public var limit: Double?
  /// Those who answer for the touchpoints, or for the decision, each once; none for nobody.
  public var owners: [String]
  /// What customers said there, those with consent or not known to lack it.
  public var said: [String]
  /// The waiver that holds.
  public var waiver: Waiver?

  /// What the numbers of the figure, or of what was counted, count; nil where there is neither.
  public var unit: Figure.Unit? { figure?.measure.unit ?? tally?.unit }

  /// ``owners`` in one text; nil for nobody.
  public var owner: String? { owners.isEmpty ? nil : owners.joined(separator: ", ") }

  /// Creates a finding; tally, owners, words and waiver are set on the value.
  public init(
    _ id: String, _ level: Level = .fails, journey: JourneyID, touchpoint: TouchpointID? = nil,
    _ summary: String, fix: String? = nil, at path: DocumentPath, isInPolicy: Bool = false,
    figure: Figure? = nil, estimate: Estimate? = nil, limit: Double? = nil
  ) {
    self.id = id
    self.level = level
    self.journey = journey
    self.touchpoint = touchpoint
    self.alsoAbout = []
    self.summary = summary
    self.fix = fix
    self.path = path
    self.isInPolicy = isInPolicy
    self.figure = figure
    self.tally = nil
    self.estimate = estimate
    self.limit = limit
    self.owners = []
    self.said = []
    self.waiver = nil
  }
}
