import JourneyKit

/// The documents that journeys are compared with, to see what got better or worse.
struct BaselineDocuments {
  /// What people call it: what the command line says.
  private let label: String
  private let journeys: [JourneyID: Journey]
  private let only: Journey?

  /// Reads a baseline.
  ///
  /// - Parameters:
  ///   - text: A document, or a folder of them.
  ///   - isForOne: Whether one document alone is compared: then a baseline that is one document is
  ///     its, whatever its id.
  ///   - console: Where errors go.
  /// - Throws: ``FileProblem`` or ``DocumentFailure`` when it cannot be read.
  init(_ text: String, isForOne: Bool, on console: Console) throws {
    label = text
    var journeys: [JourneyID: Journey] = [:]
    var only: Journey?
    let paths = try DocumentPaths.expand([text])
    for path in paths {
      let journey = try CheckedDocument.load(path, on: console).journey
      journeys[journey.id] = journeys[journey.id] ?? journey
      only = journey
    }
    self.journeys = journeys
    self.only = isForOne && paths.count == 1 ? only : nil
  }

  /// How a journey compares with the baseline.
  ///
  /// - Parameters:
  ///   - estimates: The journey's figures.
  ///   - path: Its document.
  ///   - asOf: The day that ages are judged from.
  /// - Returns: The comparison; nil when the baseline does not have the journey.
  /// - Throws: `InvalidJourney` when the baseline contradicts itself.
  func comparison(
    with estimates: Estimates, path: String, asOf: CalendarDate
  ) throws -> Comparison? {
    guard let before = only ?? journeys[estimates.journey.id] else { return nil }
    return Comparison(
      ComparedJourney(label: label, estimates: try before.estimated(asOf: asOf)),
      ComparedJourney(label: path, estimates: estimates))
  }
}
