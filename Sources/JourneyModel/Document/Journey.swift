/// A customer journey: a graph of touchpoints with channels, feelings, traffic and evidence.
///
/// A plain value without positions: a journey that was read from a file and the same one built in
/// code are equal. Where things stand in a file is the document's affair (`JourneyFormats`).
/// Parts refer to each other by id; ``problems()`` says which references lead nowhere.
public struct Journey: Hashable, Sendable, Identifiable {
  /// Whether the journey is as customers live it or as it is planned to be.
  public enum State: String, Hashable, Sendable, CaseIterable {
    /// As it is today.
    case asIs = "as-is"
    /// As it is meant to become.
    case toBe = "to-be"
  }

  /// From which heat on a touchpoint counts as a hotspot, and what distress weighs against loss.
  public struct HotspotSettings: Hashable, Sendable {
    /// The least heat of a hotspot, per 1,000 customers who start.
    public var atLeast: Double
    /// The weight of burden against loss.
    public var weight: Double
    /// Keys that begin with `x-`.
    public var extensions: Extensions

    /// Creates the settings; 100 and 1 unless said.
    public init(atLeast: Double = 100, weight: Double = 1, extensions: Extensions = []) {
      self.atLeast = atLeast
      self.weight = weight
      self.extensions = extensions
    }
  }

  /// Words for the ends, such as "reach their results" for `completed`.
  public struct EndNames: Hashable, Sendable {
    /// Words for `completed`.
    public var completed: String?
    /// Words for `left`.
    public var left: String?
    /// Words for `diverted`.
    public var diverted: String?
    /// Words for `under-way`.
    public var underWay: String?
    /// Words for `ended`.
    public var ended: String?
    /// Keys that begin with `x-`.
    public var extensions: Extensions

    /// Creates names for some of the ends.
    public init(
      completed: String? = nil, left: String? = nil, diverted: String? = nil,
      underWay: String? = nil, ended: String? = nil, extensions: Extensions = []
    ) {
      self.completed = completed
      self.left = left
      self.diverted = diverted
      self.underWay = underWay
      self.ended = ended
      self.extensions = extensions
    }
  }

  /// The JSON Schema that the document names for editors; kept, never fetched.
  public var schema: String?
  /// The journey's id.
  public var id: JourneyID
  /// The title people see.
  public var title: String
  /// Today's journey or a planned one; nil when not said.
  public var state: State?
  /// The scale of every score in the journey.
  public var scale: Scale
  /// What one unit of flow is called, in the plural; `customers` unless said.
  public var customers: String
  /// The days that flow and evidence are from.
  public var period: Period?
  /// The language of the document's words as a BCP 47 tag, such as `en` or `de-AT`.
  public var language: String?
  /// Who goes on the journey.
  public var personas: [Persona]
  /// The channels.
  public var channels: [Channel]
  /// The stages in their order.
  public var stages: [Stage]
  /// The touchpoints in the document's order.
  public var touchpoints: [Touchpoint]
  /// How customers go from one to the next; empty when no flow is known.
  public var flow: [Transition]
  /// What was found out, and how.
  public var evidence: [Evidence]
  /// The decision ledger.
  public var decisions: [Decision]
  /// Words for the ends.
  public var ends: EndNames
  /// What one completing customer is worth, in the organisation's currency.
  public var value: Double?
  /// What counts as a hotspot.
  public var hotspots: HotspotSettings
  /// The guardrails of this journey alone; nil when the document has none.
  public var policy: Policy?
  /// Keys that begin with `x-`.
  public var extensions: Extensions

  /// Creates a journey with its touchpoints; every other part is set on the value.
  public init(
    id: JourneyID, title: String, scale: Scale = .standard, personas: [Persona] = [],
    channels: [Channel] = [], stages: [Stage] = [], touchpoints: [Touchpoint] = [],
    flow: [Transition] = [], evidence: [Evidence] = [], decisions: [Decision] = []
  ) {
    self.schema = nil
    self.id = id
    self.title = title
    self.state = nil
    self.scale = scale
    self.customers = "customers"
    self.period = nil
    self.language = nil
    self.personas = personas
    self.channels = channels
    self.stages = stages
    self.touchpoints = touchpoints
    self.flow = flow
    self.evidence = evidence
    self.decisions = decisions
    self.ends = EndNames()
    self.value = nil
    self.hotspots = HotspotSettings()
    self.policy = nil
    self.extensions = []
  }

  /// The touchpoint with the id.
  ///
  /// Cost: linear.
  public subscript(touchpoint id: TouchpointID) -> Touchpoint? {
    touchpoints.first { $0.id == id }
  }

  /// The persona with the id.
  ///
  /// Cost: linear.
  public subscript(persona id: PersonaID) -> Persona? {
    personas.first { $0.id == id }
  }

  /// The channel with the id.
  ///
  /// Cost: linear.
  public subscript(channel id: ChannelID) -> Channel? {
    channels.first { $0.id == id }
  }
}
