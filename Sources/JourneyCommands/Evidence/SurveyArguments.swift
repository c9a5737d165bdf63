import ArgumentParser
import EventLogs
import JourneyKit
import JourneySurveys
import TextSupport

/// How the table of a survey is to be read.
struct SurveyArguments: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The column that says who answered; found by its usual names unless given.",
      valueName: "column"))
  var respondent: String?

  @Option(
    help: ArgumentHelp("The column that says what the answer is about.", valueName: "column"))
  var touchpoint: String?

  @Option(help: ArgumentHelp("The column with the answer.", valueName: "column"))
  var answer: String?

  @Option(help: ArgumentHelp("The column with the person's persona.", valueName: "column"))
  var persona: String?

  @Option(help: ArgumentHelp("The column with the day of the answer.", valueName: "column"))
  var date: String?

  @Option(help: ArgumentHelp("The column with what people wrote.", valueName: "column"))
  var comment: String?

  @Option(
    parsing: .singleValue,
    help: ArgumentHelp(
      """
      The touchpoint that a column (or a name in the touchpoint column) belongs to, with the kind of \
      its answers or comment behind a colon; may be repeated.
      """, valueName: "column=touchpoint[:kind]"))
  var map: [String] = []

  @Option(help: ArgumentHelp("All answers are about this touchpoint.", valueName: "touchpoint"))
  var about: String?

  @Option(
    help: ArgumentHelp(
      """
      What numbers mean: nps (0..10), csat5, csat7, likert5, likert7, stars, percent, ces5 and ces7 \
      (much effort is bad), or two ends, the bad one first, such as 1..4 or 6..1; found out unless \
      given.
      """, valueName: "kind"))
  var kind: String?

  @Option(
    parsing: .singleValue,
    help: ArgumentHelp(
      "An answer that means that there is none, such as 0 or 99; may be repeated.",
      valueName: "answer"))
  var noAnswer: [String] = []

  @Option(
    help: """
      How the answers came about: survey, feedback, complaint and the other methods of evidence; \
      survey unless given.
      """)
  var method: String?

  @Option(help: "What the evidence names as its source; the file's name unless given.")
  var source: String?

  @Option(
    help: ArgumentHelp(
      "How many were asked; unless given, those whom the table shows a question without an answer.",
      valueName: "number"))
  var asked: String?

  @Option(
    help: ArgumentHelp("The day of all answers, where no column says it.", valueName: "date"))
  var on: String?

  @Flag(help: "03/04/2026 is the third of April.")
  var dayFirst = false

  @Flag(help: "03/04/2026 is the fourth of March.")
  var monthFirst = false

  /// Refuses what contradicts itself.
  func validate() throws {
    if dayFirst, monthFirst {
      throw ValidationError("--day-first and --month-first contradict each other; leave one out.")
    }
    if let asked, Self.people(asked) == nil {
      throw ValidationError(
        "--asked takes a number of people from 1 to \(NumberText.grouped(Self.most)), not '\(asked)'."
      )
    }
    if let kind, AnswerKind(kind) == nil {
      throw ValidationError(
        "'\(kind)' is no kind of answers; there are \(Self.kinds), and scales such as 1..4.")
    }
    for text in map where SurveyOptions.Mapping(text) == nil {
      throw ValidationError(
        "--map \"\(text)\" is not COLUMN=TOUCHPOINT, COLUMN=TOUCHPOINT:KIND or "
          + "COLUMN=TOUCHPOINT:comment; kinds are \(Self.kinds).")
    }
    if let method, Evidence.Method(rawValue: method) == nil {
      let all = Evidence.Method.allCases.map(\.rawValue).joined(separator: ", ")
      throw ValidationError("'\(method)' is no method; there are \(all).")
    }
    if let on, CalendarDate(on) == nil {
      throw ValidationError("--on takes a day such as 2026-05-10, not '\(on)'.")
    }
  }

  /// More people than there are to ask.
  private static let most = 10_000_000_000

  private static func people(_ text: String) -> Int? {
    Int(text).flatMap { (1...most).contains($0) ? $0 : nil }
  }

  private static let kinds = AnswerKind.named.map(\.description).joined(separator: ", ")

  /// What the file of a survey is called in evidence.
  static func source(_ path: String) -> String {
    path == "-" ? "standard input" : path.split(separator: "/").last.map(String.init) ?? path
  }

  /// The options for a survey.
  func options(source name: String) -> SurveyOptions {
    var options = SurveyOptions(source: source ?? name)
    let named: [(SurveyOptions.Role, String?)] = [
      (.respondent, respondent), (.touchpoint, touchpoint), (.answer, answer),
      (.persona, persona), (.date, date), (.comment, comment),
    ]
    for case (let role, let name?) in named { options.columns[role] = name }
    options.mappings = map.compactMap { SurveyOptions.Mapping($0) }
    options.about = about
    options.kind = kind.flatMap { AnswerKind($0) }
    options.nothing = Set(noAnswer)
    options.dateOrder = dayFirst ? .dayFirst : monthFirst ? .monthFirst : nil
    options.day = on.flatMap { CalendarDate($0) }
    options.asked = asked.flatMap(Self.people)
    options.method = method.flatMap(Evidence.Method.init(rawValue:)) ?? .survey
    return options
  }
}
