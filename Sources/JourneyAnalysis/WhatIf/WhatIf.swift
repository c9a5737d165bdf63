public import JourneyModel

/// A journey's figures before and after some changes: a hypothesis, not a forecast.
///
/// Everything that is not changed is held: the transitions of other sources, and what other
/// touchpoints teach about feelings in common (μ, τ² and s₀²), so that what differs differs because
/// of the changes. A supposed score decides alone, whatever was measured there, and is marked as
/// assumed. The intervals afterwards take what is supposed as it stands: a share that is set is without
/// doubt, the ways beside it divide the rest as surely as those who took them were many, and what was
/// not changed is as sure as before.
public struct WhatIf: Sendable {
  /// What is supposed to be otherwise, in the order given.
  public let changes: [Change]
  /// The figures as they are.
  public let before: Estimates
  /// The figures as they would be.
  public let after: Estimates

  /// Computes both.
  ///
  /// - Parameters:
  ///   - journey: The journey.
  ///   - changes: What is supposed to be otherwise.
  ///   - asOf: The day that the age of evidence is judged from.
  ///   - persona: The persona whose figures are wanted; nil for all customers.
  /// - Throws: ``InvalidJourney`` when the journey contradicts itself, ``ImpossibleChanges`` when the
  ///   changes do not fit it.
  public init(
    _ journey: Journey, _ changes: [Change], asOf: CalendarDate, persona: PersonaID? = nil
  ) throws {
    self.changes = changes
    before = try journey.estimated(asOf: asOf, persona: persona)
    let supposed = try before.solved.applying(changes, inView: persona)
    let solved = try supposed.journey.solved(
      asOf: asOf, persona: persona, shrinkage: before.solved.shrinkage, supposing: supposed.felt)
    let chain = before.solved.chain
    let chances = before.solved.view.map {
      SupposedChances(supposed.ways, of: $0, knownEnds: chain?.network.knownEnds)
    }
    after = Estimates(solved, try supposed.journey.analysis(of: solved), supposing: chances)
  }

  /// Computes both from changes as people write them.
  ///
  /// - Parameters:
  ///   - journey: The journey.
  ///   - texts: The changes, such as `log-in.felt=0`; see ``Change/init(_:)``.
  ///   - asOf: The day that the age of evidence is judged from.
  ///   - persona: The persona whose figures are wanted; nil for all customers.
  /// - Throws: ``InvalidJourney``, or ``ImpossibleChanges`` with all that is wrong with the changes.
  public init(
    _ journey: Journey, texts: [String], asOf: CalendarDate, persona: PersonaID? = nil
  ) throws {
    var changes: [Change] = []
    var problems: [String] = []
    for text in texts {
      do throws(ImpossibleChanges) {
        changes.append(try Change(text))
      } catch {
        problems += error.problems
      }
    }
    guard problems.isEmpty else {
      // What can be read is tried too, so that all mistakes are told at once.
      do {
        _ = try WhatIf(journey, changes, asOf: asOf, persona: persona)
      } catch let error as ImpossibleChanges {
        problems += error.problems
      }
      var error = ImpossibleChanges()
      error.problems = problems
      throw error
    }
    try self.init(journey, changes, asOf: asOf, persona: persona)
  }
}
