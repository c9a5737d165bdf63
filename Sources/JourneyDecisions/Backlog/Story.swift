public import JourneyModel

/// One thing to do, told as the customer who wants it would.
public struct Story: Hashable, Sendable, Identifiable {
  /// How urgent it is.
  public enum Priority: Int, Hashable, Sendable, CaseIterable, Comparable {
    /// A hotspot that even at the lower end of its interval has twice the heat of one, or one that
    /// fails a basic need.
    case highest = 1
    /// Surely a hotspot, or a basic need that surely fails.
    case high
    /// Suspected to be a hotspot; without flow, surely bad.
    case medium
    /// It hurts or loses customers, but is no hotspot.
    case low
    /// Nothing is known to hurt.
    case lowest

    /// Orders by urgency, the most urgent first.
    public static func < (lhs: Self, rhs: Self) -> Bool { lhs.rawValue < rhs.rawValue }

    /// Its name: `Highest`, `High`, `Medium`, `Low`, `Lowest`.
    public var name: String {
      switch self {
      case .highest: "Highest"
      case .high: "High"
      case .medium: "Medium"
      case .low: "Low"
      case .lowest: "Lowest"
      }
    }
  }

  /// What the story rests on.
  public struct Evidence: Hashable, Sendable {
    /// How many customers were measured here; nil when nobody was.
    public var customers: Int?
    /// How they and others were met, in the document's order, each once.
    public var methods: [JourneyModel.Evidence.Method]
    /// The day of the newest evidence.
    public var newest: CalendarDate?
    /// What a customer said, who did not refuse that it is shown.
    public var quote: Touchpoint.Quote?
  }

  /// The id that stays the same when the document is told again: `journey/touchpoint` of a hotspot,
  /// `journey/touchpoint/insight-…` of a decision, after the words of its insight.
  public var id: String
  /// The title: what is to be done, and where.
  public var title: String
  /// "As …, I want …, so that …".
  public var sentence: String
  /// When it is done, in whole sentences.
  public var acceptance: [String]
  /// What the story rests on.
  public var evidence: Evidence
  /// How urgent it is.
  public var priority: Priority
  /// Why, in plain words.
  public var reasons: [String]
  /// The journey.
  public var journey: JourneyID
  /// The journey's title.
  public var journeyTitle: String
  /// What customers are called there, in the plural.
  public var customers: String
  /// The touchpoint; nil when it is about the whole journey.
  public var touchpoint: TouchpointID?
  /// The decision; nil when nobody has decided anything about this hotspot.
  public var decision: Ledger.Entry?
  /// The place of the touchpoint among what to mend; nil when nothing is to gain there.
  public var item: Priorities.Item?
  /// What it takes, in the team's unit.
  public var effort: Double?
  /// Who answers for it.
  public var owner: String?
  /// When it is to be settled.
  public var due: CalendarDate?
  /// Where it stands in the document.
  public var path: DocumentPath
  /// A link to that place, which who knows the file sets.
  public var link: String?
  /// The key of the same story in a tracker, as `x-jira`, `x-azure` or `x-github` of the decision or
  /// the touchpoint has it.
  public var keys: Keys

  /// The keys of one story in trackers.
  public struct Keys: Hashable, Sendable {
    /// Jira's issue key, such as `CARE-12`.
    public var jira: String?
    /// Azure DevOps' id, such as `272`.
    public var azure: String?
    /// GitHub's number, such as `41`.
    public var github: String?

    /// Creates keys.
    public init(jira: String? = nil, azure: String? = nil, github: String? = nil) {
      self.jira = jira
      self.azure = azure
      self.github = github
    }
  }
}

extension Story {
  /// A text in eight letters that are the same on every machine: FNV-1a, 32 bits.
  package static func mark(of text: String) -> String {
    var hash: UInt32 = 2_166_136_261
    for byte in text.utf8 { hash = (hash ^ UInt32(byte)) &* 16_777_619 }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 8 - digits.utf8.count) + digits
  }
}
