public import JourneyAnalysis
public import JourneyModel

/// How those who start a journey end, with what becomes of them in the journeys they go over to:
/// `completed + left + ended + diverted + unresolved = 1`.
public struct LinkedEnds: Hashable, Sendable {
  /// What a linked figure has to be read with.
  public enum Caveat: String, Hashable, Sendable, CaseIterable {
    /// Who goes over is taken to begin at the other journey's start and to fare like all who start
    /// there.
    case entersAtStart = "enters-at-start"
    /// A journey on the way gives its flow in shares, so that there is no interval.
    case restsOnShares = "rests-on-shares"
    /// A journey on the way has no flow; who goes over to it is unresolved.
    case flowMissing = "flow-missing"
    /// Journeys on the way were counted over different days.
    case differentPeriods = "different-periods"
    /// Some leaving on the way was inferred.
    case inferredLeft = "inferred-left"
    /// Journeys lead into each other and nowhere else; who gets there is unresolved.
    case goesRound = "goes-round"
  }

  /// The journey.
  public var journey: JourneyID
  /// Reached what they came for, here or in a journey they went over to.
  public var completed: Double
  /// Dropped off, here or there.
  public var left: Double
  /// Ended with an unknown outcome, here or there.
  public var ended: Double
  /// Went over to a journey that is not in the portfolio, or to none in particular.
  public var diverted: Double
  /// Went over to a journey that has no flow, or goes round between journeys for ever.
  public var unresolved: Double
  /// ``completed`` with its 90 % interval, whose upper end is where all who are ``unresolved``
  /// complete; bounds are nil where a journey on the way is not counted.
  public var completion: Estimate
  /// Mean journeys that one customer who starts here goes through, this one included; nil when
  /// journeys lead into each other for ever.
  public var journeys: Double?
  /// What it has to be read with, in the order of ``Caveat``; empty for a journey that leads over to
  /// none of the portfolio.
  public var caveats: [Caveat]

  /// Whether anybody goes over to another journey of the portfolio.
  public var isLinked: Bool { caveats.contains(.entersAtStart) }
}

extension Portfolio {
  /// How those who start each journey end, linked journeys included; in the order of the members,
  /// nil for a journey without flow, and for all when too many journeys lead to each other.
  ///
  /// An absorbing chain over journeys: with D(i,j) the share of i's starters that go over to j and
  /// own(i) those who end in i, `c = own + D · c`, solved as touchpoints are, without a subtraction.
  /// Cycles between journeys are part of it; a set of journeys without a way out is unresolved.
  ///
  /// Interval of completion: each counted journey is a multinomial sample of its N customers whose
  /// end is known, so `Var c(i) = Σₖ visits(i,k)² / N(k) · Var over the ends of k of c`; the interval
  /// is that of a share c of `c (1 − c) / Var` customers, which for a journey alone is its own. Its
  /// upper end is that of the share that completes or is unresolved, for all of them may complete.
  /// Sampling in N alone; that people who were sent here may differ from those who came by
  /// themselves is in no interval.
  ///
  /// Source: Kemeny & Snell, "Finite Markov Chains" (1960), chapter III. Cost: one factorisation,
  /// six solves, and one for each journey that leads over; the last twice
  /// where some are unresolved.
  public var linked: [LinkedEnds?] { LinkedChain(self)?.ends ?? members.map { _ in nil } }
}
