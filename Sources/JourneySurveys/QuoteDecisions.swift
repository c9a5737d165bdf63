public import EventLogs
import JourneyModel
import TextSupport

/// What a person decided in an earlier review of the same survey, to be carried over to a new one.
///
/// A decision belongs to the words that it was made on, wherever their row stands by now: to those that
/// the table showed first, which `id` tells even where the person mended them.
public struct QuoteDecisions: Sendable {
  /// A row of the earlier review in which something was decided.
  struct Decided: Sendable {
    var keep: String
    var consent: String
    /// The words, where the person mended them; nil: as they were.
    var words: String?
    /// All cells, by the columns of a review.
    var cells: [String]
  }

  private var byID: [String: [Decided]] = [:]
  private var order: [String] = []

  /// No decisions.
  public init() {}

  /// Reads an earlier review.
  ///
  /// - Parameter input: The table.
  /// - Throws: That it is none, or cannot be read.
  public init(_ input: LogInput) throws(SurveyReader.Problem) {
    var read: [(id: String, decided: Decided)] = []
    var problem: SurveyProblem?
    do throws(LogProblem) {
      let table = try TableRows(input)
      var places: [String: Int] = [:]
      for (place, name) in table.names.enumerated() { places[AnswerWords.plain(name)] = place }
      guard places["keep"] != nil, places["touchpoint"] != nil, places["quote"] != nil else {
        throw LogProblem(
          input: input.name, summary: "this is no review of quotes",
          fix: "name another file for --quotes, or replace it with --force")
      }
      try table.read(
        { row in
          let cells = QuoteReview.columns.map { name in
            places[name].map { row.cells[$0] }?.trimmingBlanks ?? ""
          }
          if let entry = Self.entry(cells) { read.append(entry) }
        },
        refuse: { _, line, text in
          problem = problem ?? .misfit(in: input.name, line: line, text: text)
        })
    } catch {
      throw .table(error)
    }
    if let problem { throw .survey(problem) }
    // Backwards, so that the first of several on the same words is the last and cheap to take.
    for entry in read.reversed() {
      if byID[entry.id] == nil { order.append(entry.id) }
      byID[entry.id, default: []].append(entry.decided)
    }
  }

  /// The decision on words; each is handed out once.
  mutating func next(_ id: String) -> Decided? {
    guard byID[id]?.isEmpty == false else { return nil }
    return byID[id]?.popLast()
  }

  /// The decisions on words that were not asked for, in their order.
  var left: [Decided] { order.reversed().flatMap { (byID[$0] ?? []).reversed() } }

  /// What words are known by: which they are, and what they are about.
  static func id(_ touchpoint: String, _ words: String) -> String {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in "\(touchpoint)\n\(words)".utf8 {
      hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3
    }
    let text = String(hash, radix: 36)
    // A letter in front, so that no spreadsheet takes it for a number.
    return "q" + String(repeating: "0", count: max(0, 13 - text.count)) + text
  }

  /// A row in which something was decided; nil where all is as it was written.
  private static func entry(_ cells: [String]) -> (id: String, decided: Decided)? {
    func cell(_ name: String) -> String {
      QuoteReview.columns.firstIndex(of: name).map { cells[$0] } ?? ""
    }
    let words = QuoteReview.unguarded(cell("quote"))
    let own = id(cell("touchpoint"), words)
    let first = cell("id").isEmpty ? own : cell("id")
    let isMended = first != own
    let keep = AnswerWords.plain(cell("keep"))
    guard !["", "no"].contains(keep) || !cell("consent").isEmpty || isMended else { return nil }
    return (
      first,
      Decided(
        keep: cell("keep"), consent: cell("consent"), words: isMended ? words : nil, cells: cells)
    )
  }
}
