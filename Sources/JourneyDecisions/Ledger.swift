public import JourneyModel

/// The decisions of several journeys, with how far each has come.
public struct Ledger: Sendable {
  /// One decision of one journey.
  public struct Entry: Hashable, Sendable {
    /// The journey.
    public var journey: JourneyID
    /// Its position in the journey's `decisions`.
    public var index: Int
    /// The decision as the document has it.
    public var decision: Decision
  }

  /// The entries, in the order of the journeys and of their documents.
  public var entries: [Entry]
  /// The day that ages are judged from.
  public var asOf: CalendarDate

  /// Collects the decisions of journeys.
  public init(_ journeys: [Journey], asOf: CalendarDate) {
    self.asOf = asOf
    entries = journeys.flatMap { journey in
      journey.decisions.enumerated().map { index, decision in
        Entry(journey: journey.id, index: index, decision: decision)
      }
    }
  }
}
