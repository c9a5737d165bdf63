/// A moment at which a customer meets the organisation, or waits for it.
public struct Touchpoint: Hashable, Sendable, Identifiable {
  /// What a touchpoint does for the customer, after Kano.
  public enum Need: String, Hashable, Sendable, CaseIterable {
    /// Taken for granted; failing it hurts.
    case basic
    /// The more, the better.
    case performance
    /// Unexpected; having it delights.
    case delight
  }

  /// What a customer said, word for word.
  public struct Quote: Hashable, Sendable {
    /// The words.
    public var text: String
    /// Whether the customer agreed that it is shown; nil when not recorded.
    public var consent: Bool?
    /// Who said it.
    public var persona: PersonaID?
    /// When it was said.
    public var date: CalendarDate?
    /// Where it is kept.
    public var source: String?
    /// Keys that begin with `x-`.
    public var extensions: Extensions

    /// Creates a quote.
    public init(
      _ text: String, consent: Bool? = nil, persona: PersonaID? = nil, date: CalendarDate? = nil,
      source: String? = nil, extensions: Extensions = []
    ) {
      self.text = text
      self.consent = consent
      self.persona = persona
      self.date = date
      self.source = source
      self.extensions = extensions
    }
  }

  /// The touchpoint's id.
  public var id: TouchpointID
  /// The name people see; the id when the document gives none.
  public var name: String
  /// The stage it belongs to, nil when the journey has no stages.
  public var stage: StageID?
  /// The channel it happens on, nil when not said.
  public var channel: ChannelID?
  /// The personas that meet it; empty means all of them.
  public var personas: [PersonaID]

  /// What customers feel here, on the document's scale; nil when nobody said.
  public var felt: ByPersona<Score>?
  /// What the organisation believes customers feel here, one entry for each group that was asked.
  public var believed: [Belief]
  /// What customers said.
  public var quotes: [Quote]
  /// What hurts here.
  public var pains: [String]
  /// What is good here.
  public var gains: [String]

  /// What customers think here, for the empathy map.
  public var thinks: [String]
  /// What customers see here.
  public var sees: [String]
  /// What customers say to others here.
  public var says: [String]
  /// What customers do here.
  public var does: [String]
  /// What customers hear from others here.
  public var hears: [String]
  /// What customers do just before, outside the organisation's sight.
  public var before: [String]
  /// What customers do just after, outside the organisation's sight.
  public var after: [String]

  /// What employees do in the customer's sight, for the blueprint.
  public var frontstage: [String]
  /// What employees and systems do out of the customer's sight.
  public var backstage: [String]
  /// What supports those who work backstage.
  public var support: [String]
  /// Physical evidence: what the customer can touch or keep.
  public var props: [String]

  /// Whether the touchpoint decides what customers think of the whole.
  public var isMomentOfTruth: Bool
  /// How much it matters to customers, 0…10.
  public var importance: Double?
  /// What sort of need it serves.
  public var need: Need?
  /// How long it takes to read what the touchpoint asks one to read.
  public var reading: TimeSpan?
  /// How many words one must read.
  public var words: Int?
  /// How many pages one must read.
  public var pages: Double?
  /// How long one is in it.
  public var wait: TimeSpan?
  /// What was said before and learnt too late.
  public var promised: [String]
  /// Who answers for the touchpoint.
  public var owner: String?
  /// Keys that begin with `x-`.
  public var extensions: Extensions

  /// Creates a touchpoint with nothing but an id, a name, a stage, a channel and a feeling; every
  /// other part is set on the value.
  public init(
    id: TouchpointID, name: String? = nil, stage: StageID? = nil, channel: ChannelID? = nil,
    felt: ByPersona<Score>? = nil, believed: [Belief] = [], owner: String? = nil
  ) {
    self.id = id
    self.name = name ?? id.rawValue
    self.stage = stage
    self.channel = channel
    self.personas = []
    self.felt = felt
    self.believed = believed
    self.quotes = []
    self.pains = []
    self.gains = []
    self.thinks = []
    self.sees = []
    self.says = []
    self.does = []
    self.hears = []
    self.before = []
    self.after = []
    self.frontstage = []
    self.backstage = []
    self.support = []
    self.props = []
    self.isMomentOfTruth = false
    self.importance = nil
    self.need = nil
    self.reading = nil
    self.words = nil
    self.pages = nil
    self.wait = nil
    self.promised = []
    self.owner = owner
    self.extensions = []
  }
}
