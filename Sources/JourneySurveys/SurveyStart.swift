import EventLogs
import JourneyModel
import TextSupport

/// The beginning of a survey: its first rows are looked at before it is clear which are answers.
struct SurveyStart {
  let names: [String]
  let options: SurveyOptions
  let finder: TouchpointFinder
  let journey: Journey
  let about: TouchpointID?

  private var early: [TableRows.Row] = []
  private var refused: [SurveyReport.Reject] = []
  private var begun: SurveyTally?
  private var problem: SurveyProblem?

  /// Begins.
  init(
    names: [String], options: SurveyOptions, finder: TouchpointFinder, journey: Journey,
    about: TouchpointID?
  ) {
    self.names = names
    self.options = options
    self.finder = finder
    self.journey = journey
    self.about = about
  }

  /// Takes a row.
  mutating func take(_ row: TableRows.Row) {
    guard problem == nil else { return }
    guard begun == nil else {
      begun?.take(row)
      return
    }
    early.append(row)
    if early.count == SurveyHead.looked { begin() }
  }

  /// Notes a row that cannot be read.
  mutating func refuse(_ reason: SurveyReport.Reason, _ line: Int, _ text: String) {
    guard begun == nil else {
      begun?.refuse(row: reason, line, text)
      return
    }
    refused.append(SurveyReport.Reject(reason: reason, line: line, column: "", text: text))
  }

  /// All rows, when there are no more.
  ///
  /// - Returns: What was collected.
  /// - Throws: Why the table is no survey of the journey.
  mutating func tally() throws(SurveyProblem) -> SurveyTally {
    if begun == nil { begin() }
    if let begun {
      self.begun = nil
      return begun
    }
    throw problem ?? SurveyProblem(name: options.source, summary: "there is nothing in this table")
  }

  private mutating func begin() {
    let head = SurveyHead(names, early: early.map(\.cells))
    do throws(SurveyProblem) {
      if ["keep", "consent", "quote"].allSatisfy(names.contains) {
        throw SurveyProblem(
          name: options.source, summary: "this is a review of quotes, not a survey",
          fix: "put the quotes that it keeps into the document with --keep \(options.source)")
      }
      let columns = try SurveyColumns(head, options, finder)
      var tally = SurveyTally(
        names: head.names, columns: columns, options: options, journey: journey, about: about)
      for reject in refused { tally.refuse(row: reject.reason, reject.line, reject.text) }
      for row in early.dropFirst(head.rows) { tally.take(row) }
      begun = tally
    } catch {
      problem = error
    }
    early = []
    refused = []
  }
}
