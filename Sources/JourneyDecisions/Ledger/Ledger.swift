public import JourneyModel

/// The decisions of several journeys, with how far each has come.
///
/// A decision that stands word for word in several documents, as where a planned journey began as a
/// copy of today's, is one entry: that of the first document, which names the others.
public struct Ledger: Sendable {
  /// The entries, in the order of the journeys and of their documents.
  public var entries: [Entry]
  /// The day that ages are judged from.
  public var asOf: CalendarDate

  /// Collects the decisions of journeys; cost linear.
  ///
  /// - Parameters:
  ///   - journeys: The journeys.
  ///   - asOf: The day that ages are judged from.
  public init(_ journeys: [Journey], asOf: CalendarDate) {
    self.asOf = asOf
    var entries: [Entry] = []
    var places: [Decision: Int] = [:]
    for journey in journeys {
      let touchpoints = Dictionary(
        journey.touchpoints.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
      for (index, decision) in journey.decisions.enumerated() {
        if let place = places[decision] {
          let repeated = journey.id
          if entries[place].journey != repeated, !entries[place].alsoIn.contains(repeated) {
            entries[place].alsoIn.append(repeated)
          }
          continue
        }
        places[decision] = entries.count
        entries.append(
          Entry(
            decision, at: index, of: journey,
            about: decision.about.flatMap { touchpoints[$0] }, asOf: asOf))
      }
    }
    self.entries = entries
  }

  /// The same ledger with some of its entries.
  ///
  /// - Parameter isKept: Which entries stay.
  /// - Returns: The ledger of those.
  public func filtered(_ isKept: (Entry) -> Bool) -> Ledger {
    var ledger = self
    ledger.entries = entries.filter(isKept)
    return ledger
  }

  /// Everybody who answers for a decision, each once, in the order in which they come first.
  public var owners: [String] {
    var seen: Set<PersonName> = []
    return entries.compactMap { PersonName($0.answerable) }.filter { seen.insert($0).inserted }
      .map(\.text)
  }

  /// How many insights get through each step, and how long that takes.
  public var funnel: InsightFunnel { InsightFunnel(entries) }
}
