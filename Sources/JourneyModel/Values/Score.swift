/// A feeling on the document's scale, with what is known about where it comes from.
public struct Score: Hashable, Sendable {
  /// The mean, on the document's scale.
  public var mean: Double
  /// How many customers it was measured with; nil when it is an assumption.
  public var n: Int?
  /// The standard deviation between customers, in units of the document's scale; nil when unknown.
  public var sd: Double?
  /// Keys that begin with `x-`.
  public var extensions: Extensions

  /// Creates a score.
  public init(mean: Double, n: Int? = nil, sd: Double? = nil, extensions: Extensions = []) {
    self.mean = mean
    self.n = n
    self.sd = sd
    self.extensions = extensions
  }

  /// Whether nobody was asked: a score without `n` is an assumption and is drawn hollow.
  public var isAssumed: Bool { n == nil }
}

/// What the organisation thinks customers feel.
public struct Belief: Hashable, Sendable {
  /// The believed mean, on the document's scale.
  public var mean: Double
  /// How many people in the organisation said so; nil when unknown.
  public var n: Int?
  /// Who believes it, such as `leadership` or `front line`.
  public var by: String?
  /// When it was asked.
  public var date: CalendarDate?
  /// Keys that begin with `x-`.
  public var extensions: Extensions

  /// Creates a belief.
  public init(
    mean: Double, n: Int? = nil, by: String? = nil, date: CalendarDate? = nil,
    extensions: Extensions = []
  ) {
    self.mean = mean
    self.n = n
    self.by = by
    self.date = date
    self.extensions = extensions
  }
}

/// A value for everybody, or one for each of several personas.
public enum ByPersona<Value: Hashable & Sendable>: Hashable, Sendable {
  /// One value for all customers.
  case everyone(Value)
  /// A value for each persona named, in the document's order; personas not named have none.
  case each([Entry])

  /// One persona's value.
  public struct Entry: Hashable, Sendable {
    /// Whose value it is.
    public var persona: PersonaID
    /// The value.
    public var value: Value

    /// Creates an entry.
    public init(_ persona: PersonaID, _ value: Value) {
      self.persona = persona
      self.value = value
    }
  }

  /// The value for all customers, nil when personas have their own.
  public var everyone: Value? {
    if case .everyone(let value) = self { value } else { nil }
  }

  /// The personas' own values, empty when one value serves everybody.
  public var entries: [Entry] {
    if case .each(let entries) = self { entries } else { [] }
  }

  /// A persona's own value, nil when it has none of its own.
  public subscript(persona: PersonaID) -> Value? {
    entries.first { $0.persona == persona }?.value
  }
}
