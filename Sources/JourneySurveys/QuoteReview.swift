public import EventLogs
public import JourneyModel
import TextSupport

/// The comments of a survey as a table for a person to read, and what the person decided.
///
/// Nothing is kept unless `keep` says yes. `consent` says whether the customer agreed that the words
/// are shown; where it is left open, a kept quote has `consent: false` and no picture shows it.
public struct QuoteReview: Sendable {
  /// One quote that is kept.
  public struct Kept: Hashable, Sendable {
    /// The touchpoint's id.
    public var touchpoint: TouchpointID
    /// The quote.
    public var quote: Touchpoint.Quote
    /// The line of the review.
    public var line: Int
    /// What stands under `consent`; nil where it is left open.
    var saidConsent: Bool?
    /// What the words that the table showed first are known by.
    var id: String?
  }

  /// One quote that a person said no to, or has not decided on.
  struct Refused: Hashable, Sendable {
    var touchpoint: TouchpointID
    var words: String
  }

  /// The names of its columns.
  static let columns = [
    "keep", "consent", "touchpoint", "quote", "redactions", "persona", "date", "line", "source",
    "id",
  ]

  /// How many characters of a comment a review shows; a quote that is kept may not have more.
  public static let longest = 1_000

  /// A review as it is written.
  public struct Table: Hashable, Sendable {
    /// A CSV with `keep` set to no where nobody has decided.
    public var text: String
    /// How many decisions of an earlier review are in it.
    public var carried = 0
    /// How many of them are on words that the survey does not have any more; they stand at the end.
    public var left = 0
    /// How many comments were cut.
    public var cut = 0
  }

  /// The table.
  ///
  /// - Parameters:
  ///   - comments: The comments.
  ///   - source: Where they come from.
  ///   - decisions: What was decided in an earlier review.
  /// - Returns: The table with what became of the decisions.
  public static func table(
    of comments: [Survey.Comment], source: String, decisions: QuoteDecisions = QuoteDecisions()
  ) -> Table {
    var decisions = decisions
    var table = Table(text: CSV.line(columns))
    for comment in comments {
      let words = shortened(comment.text)
      if words.count < comment.text.count { table.cut += 1 }
      let id = QuoteDecisions.id(comment.touchpoint.rawValue, words)
      let decided = decisions.next(id)
      if decided != nil { table.carried += 1 }
      table.text += CSV.line([
        decided?.keep ?? "no", decided?.consent ?? "", comment.touchpoint.rawValue,
        decided?.words ?? words, "\(comment.redactions)", comment.persona?.rawValue ?? "",
        comment.date?.description ?? "", "\(comment.line)", source, id,
      ])
    }
    for decided in decisions.left {
      var cells = decided.cells
      for (place, cell) in cells.enumerated() { cells[place] = unguarded(cell) }
      table.text += CSV.line(cells)
      table.left += 1
    }
    return table
  }

  /// A long comment up to the end of its last whole sentence, else of its last whole word, with an
  /// ellipsis.
  static func shortened(_ text: String) -> String {
    guard text.count > longest else { return text }
    var head = text.prefix(longest - 2)
    // A mark that was cut says nothing.
    if let mark = head.lastIndex(of: "["), !head[mark...].contains("]") { head = head[..<mark] }
    let sentence = head.lastIndex { ".!?。！？؟".contains($0) }.map { head[...$0] }
    if let sentence, sentence.count > longest / 2 { return sentence + " …" }
    let word = head.lastIndex { $0.isWhitespace }.map { head[..<$0] }
    if let word, word.count > longest / 2 { return word + " …" }
    return head + " …"
  }

  /// A cell without what keeps a spreadsheet from taking it for a formula.
  static func unguarded(_ text: String) -> String {
    text.first == "'" && text.dropFirst().first.map { "=+-@".contains($0) } == true
      ? String(text.dropFirst()) : text
  }

  /// The quotes that are to be kept.
  public private(set) var kept: [Kept] = []
  /// How many rows there are.
  public private(set) var rows = 0
  /// The quotes that are not to be kept.
  private(set) var refused: [Refused] = []
  /// Where its rows say that they come from.
  private(set) var sources: Set<String> = []

  /// Reads a review.
  ///
  /// - Parameters:
  ///   - input: The table.
  ///   - journey: Whose touchpoints it names.
  /// - Throws: What is wrong with it, with its line: an answer that is neither yes nor no, a touchpoint
  ///   or persona that the journey does not have, a quote that identifies somebody.
  public init(_ input: LogInput, for journey: Journey) throws(SurveyReader.Problem) {
    var problem: SurveyProblem?
    var kept: [Kept] = []
    var refused: [Refused] = []
    var sources: Set<String> = []
    var rows = 0
    do throws(LogProblem) {
      let table = try TableRows(input)
      var places: [String: Int] = [:]
      for (place, name) in table.names.enumerated() { places[AnswerWords.plain(name)] = place }
      guard places["keep"] != nil, places["touchpoint"] != nil, places["quote"] != nil else {
        throw SurveyReader.Problem.survey(
          SurveyProblem(
            name: input.name, summary: "this is no review of quotes",
            fix:
              "take the table that --quotes writes; it has the columns keep, touchpoint and quote")
        )
        .asLog(input.name)
      }
      let finder = TouchpointFinder(journey)
      try table.read(
        { row in
          rows += 1
          guard problem == nil else { return }
          func cell(_ name: String) -> String {
            places[name].map { row.cells[$0] }?.trimmingBlanks ?? ""
          }
          if !cell("source").isEmpty { sources.insert(cell("source")) }
          do throws(SurveyProblem) {
            if let quote = try Self.quote(row, places, journey, finder, input.name) {
              kept.append(quote)
            } else if let touchpoint = finder.touchpoint(cell("touchpoint")) {
              refused.append(
                Refused(touchpoint: touchpoint, words: Self.unguarded(cell("quote"))))
            }
          } catch {
            problem = error
          }
        },
        refuse: { _, line, text in
          problem = problem ?? .misfit(in: input.name, line: line, text: text)
        })
    } catch {
      throw .table(error)
    }
    if let problem { throw .survey(problem) }
    self.kept = kept
    self.refused = refused
    self.sources = sources
    self.rows = rows
  }

  private static func quote(
    _ row: TableRows.Row, _ places: [String: Int], _ journey: Journey, _ finder: TouchpointFinder,
    _ name: String
  ) throws(SurveyProblem) -> Kept? {
    let place = "\(name):\(row.line)"
    func cell(_ name: String) -> String {
      places[name].map { row.cells[$0] }?.trimmingBlanks ?? ""
    }
    guard try isYes(cell("keep"), "keep", place) ?? false else { return nil }
    guard let touchpoint = finder.touchpoint(cell("touchpoint")) else {
      throw finder.unknown(cell("touchpoint"), "this quote", place)
    }
    let text = unguarded(cell("quote"))
    guard !text.isEmpty else {
      throw SurveyProblem(name: place, summary: "a quote without words", fix: "say no to it")
    }
    guard text.count <= longest else {
      throw SurveyProblem(
        name: place,
        summary: "the quote has \(NumberText.grouped(text.count)) characters, and "
          + "\(NumberText.grouped(longest)) are the most",
        fix: "shorten it to what is worth keeping")
    }
    if let found = PersonalData.found(in: String(text.map(IdentifyingNumbers.narrow))).first {
      throw SurveyProblem(
        name: place, summary: "the quote holds \(found.kind.words)", fix: "black it out, or say no")
    }
    let hard = ["account", "card", "link", "handle", "e-mail"]
    if let found = IdentifyingNumbers(Array(text)).places.first(where: { hard.contains($0.kind) }) {
      throw SurveyProblem(
        name: place,
        summary:
          "the quote holds \("ae".contains(found.kind.prefix(1)) ? "an" : "a") \(found.kind)",
        fix: "black it out, or say no")
    }
    var quote = Touchpoint.Quote(text)
    let saidConsent = try isYes(cell("consent"), "consent", place)
    quote.consent = saidConsent ?? false
    let persona = cell("persona")
    if !persona.isEmpty {
      let plain = AnswerWords.plain(persona)
      quote.persona =
        journey.personas.first {
          AnswerWords.plain($0.id.rawValue) == plain || AnswerWords.plain($0.name) == plain
        }?.id
      if quote.persona == nil {
        throw SurveyProblem(
          name: place, summary: "the journey has no persona '\(persona)'", fix: "leave it empty")
      }
    }
    let date = cell("date")
    if !date.isEmpty {
      quote.date = CalendarDate(date)
      if quote.date == nil {
        throw SurveyProblem(
          name: place, summary: "'\(date)' is no date", fix: "write it as 2026-05-10")
      }
    }
    quote.source = cell("source").isEmpty ? nil : cell("source")
    return Kept(
      touchpoint: touchpoint, quote: quote, line: row.line, saidConsent: saidConsent,
      id: cell("id").isEmpty ? nil : cell("id"))
  }

  /// Whether an answer is yes or no; nil when it is left open.
  private static func isYes(
    _ answer: String, _ column: String, _ place: String
  ) throws(SurveyProblem) -> Bool? {
    switch AnswerWords.plain(answer) {
    case "": return nil
    case "yes", "y", "true", "1", "x", "keep", "ja", "oui", "si", "はい", "نعم": return true
    case "no", "n", "false", "0", "nein", "non", "いいえ", "لا": return false
    default:
      throw SurveyProblem(
        name: place, summary: "'\(answer)' under '\(column)' is neither yes nor no",
        fix: "write yes or no")
    }
  }
}

extension String {
  /// Without white space around it.
  var trimmingBlanks: String {
    var text = self[...]
    while let first = text.first, first.isWhitespace { text.removeFirst() }
    while let last = text.last, last.isWhitespace { text.removeLast() }
    return String(text)
  }
}

extension SurveyReader.Problem {
  /// The same as a problem of a table.
  func asLog(_ name: String) -> LogProblem {
    switch self {
    case .table(let problem): problem
    case .survey(let problem):
      LogProblem(input: name, summary: problem.summary, fix: problem.fix)
    }
  }
}
