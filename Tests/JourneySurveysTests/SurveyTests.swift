import EventLogs
import JourneyFormats
import JourneyModel
import JourneyTestSupport
import Testing

@testable import JourneySurveys

/// Tables of answers become scores.
@Suite struct SurveyTests {
  static let document = """
    journey: Shop       # ours
    scale: {low: -2, high: 2}
    period: 2026-01-01..2026-06-30
    personas:
      amina: {name: Amina, share: 60%}
      li: {name: Li, share: 40%}
    touchpoints:
      log-in: {name: Log in, felt: -1}   # a guess
      pay: {name: Pay}
    evidence:
      - {about: pay, method: survey, n: 3, felt: 0, source: s.csv, by: research}
    """

  static var journey: Journey {
    JourneyReader.read(document, name: "shop.yaml").journey ?? Journey(id: "none", title: "")
  }

  static func read(
    _ csv: String, _ set: (inout SurveyOptions) -> Void = { _ in }
  ) throws -> Survey {
    var options = SurveyOptions(source: "s.csv")
    set(&options)
    return try SurveyReader(options: options).read(
      .bytes(Array(csv.utf8), name: "s.csv"), about: journey)
  }

  static func problem(
    _ csv: String, _ set: (inout SurveyOptions) -> Void = { _ in }
  ) -> String {
    do {
      _ = try read(csv, set)
      return "none"
    } catch {
      return "\(error)"
    }
  }

  @Test func aLongTable() throws {
    let survey = try Self.read(
      """
      touchpoint;persona;respondent;date;answer
      Log in;Amina;1;03.02.2026;5
      log-in;Amina;1;04.02.2026;3
      LOG_IN;Amina;2;05.02.2026;1
      Log in;Li;3;;2
      Pay;li;3;06.02.2026;n/a
      Pay;Zoe;4;06.02.2026;4
      """)
    #expect(
      survey.findings == [
        Survey.Finding(
          touchpoint: "log-in", persona: "amina", n: 2, mean: -0.5, sd: 2.12, asked: nil,
          days: Self.day("2026-02-03")...Self.day("2026-02-05")),
        Survey.Finding(
          touchpoint: "log-in", persona: "li", n: 1, mean: -1, sd: nil, asked: nil, days: nil),
        Survey.Finding(
          touchpoint: "pay", persona: nil, n: 1, mean: 1, sd: nil, asked: nil,
          days: Self.day("2026-02-06")...Self.day("2026-02-06")),
      ])
    #expect(survey.report.answers == 5)
    #expect(survey.report.empty == 1)
    #expect(survey.report.respondents == 4)
    #expect(
      survey.report.remarks == [
        "columns: respondent is 'respondent', touchpoint is 'touchpoint', answer is 'answer', "
          + "persona is 'persona', date is 'date'.",
        "Answers look like 1 to 5 (likert5), high is good; say otherwise with --kind. They are "
          + "put on the journey's scale, -2 to 2.",
        "1 person answered a touchpoint more than once and counts once, with the mean of the own "
          + "answers.",
        "Personas that the journey does not have, counted as of no persona: 'Zoe' (1).",
      ])
  }

  @Test func aWideTable() throws {
    let survey = try Self.read(
      """
      id,Log in,How was paying?,Log in: comment,Age
      1,Very satisfied,5,Fine,30
      2,dissatisfied,,,31
      3,,3,n/a,32
      """
    ) { $0.mappings = [SurveyOptions.Mapping("How was paying?", "pay", kind: AnswerKind("csat5"))] }
    #expect(survey.findings.map(\.touchpoint) == ["log-in", "pay"])
    #expect(survey.findings.map(\.n) == [2, 2])
    #expect(survey.findings.map(\.mean) == [0.5, 1])
    #expect(survey.findings.map(\.asked) == [3, 3])
    #expect(survey.comments.map(\.text) == ["Fine"])
    #expect(
      survey.report.remarks.contains(
        "No column names respondents, so each row is a person of its own."))
  }

  @Test(
    arguments: [
      ("nps", "0", -2.0), ("nps", "10", 2), ("nps", "5", 0), ("csat5", "1", -2), ("csat7", "7", 2),
      ("csat7", "4", 0), ("ces7", "7", -2), ("ces7", "1", 2), ("ces5", "4", -1), ("1..4", "4", 2),
      ("6..1", "1", 2), ("6..1", "6", -2), ("percent", "75%", 1), ("stars", "★★★★☆", 1),
      ("csat5", "4 - good", 1), ("csat5", "4/5", 1), ("csat5", "3,5", 0.5), ("csat5", " 4 ", 1),
    ])
  func kindsOfAnswers(kind: String, answer: String, score: Double) throws {
    let survey = try Self.read("touchpoint,answer\npay,\"\(answer)\"\n") {
      $0.kind = AnswerKind(kind)
    }
    #expect(survey.findings.map(\.mean) == [score])
  }

  @Test(
    arguments: [
      "strongly disagree|disagree|neutral|agree|Strongly Agree",
      "Very dissatisfied|dissatisfied|neither satisfied nor dissatisfied|satisfied|very satisfied",
      "stimme überhaupt nicht zu|stimme nicht zu|weder noch|stimme zu|stimme voll und ganz zu",
      "sehr unzufrieden|unzufrieden|weder zufrieden noch unzufrieden|zufrieden|SEHR ZUFRIEDEN",
      "très insatisfait|insatisfait|ni satisfait ni insatisfait|satisfait|tres satisfait",
      "pas du tout d’accord|pas d’accord|ni d’accord ni pas d’accord|d’accord|tout à fait d’accord",
      "muy insatisfecho|insatisfecho|ni satisfecho ni insatisfecho|satisfecho|muy satisfecho",
      "非常に不満|不満|普通|満足|非常に満足",
      "لا أوافق بشدة|لا أوافق|محايد|أوافق|أوافق بشدة",
    ])
  func wordsInTheLanguagesOfPictures(scale: String) throws {
    for (step, word) in scale.split(separator: "|").enumerated() {
      let survey = try Self.read("touchpoint,answer\npay,\(word)\n")
      #expect(survey.findings.map(\.mean) == [Double(step) - 2], "\(word)")
    }
  }

  @Test func whatDoesNotCountIsToldByReasonAndLine() throws {
    let survey = try Self.read(
      """
      respondent,touchpoint,answer,date
      1,pay,0,2026-02-01
      2,pay,perhaps,2026-02-01
      ,pay,3,2026-02-01
      3,,3,2026-02-01
      4,shop,3,2026-02-01
      5,pay,3,2026-02-31
      6,pay,5
      7,pay,5,2026-02-01,x
      8,pay,5,
      """
    ) { $0.kind = AnswerKind("csat5") }
    #expect(
      survey.report.rejects.map { "\($0.line) \($0.reason.rawValue) \($0.column) \($0.text)" } == [
        "2 out-of-range answer 0", "3 not-an-answer answer perhaps", "4 no-respondent respondent ",
        "5 no-touchpoint touchpoint ", "6 unknown-touchpoint touchpoint shop",
        "7 bad-date date 2026-02-31", "8 too-few-cells  6,pay,5",
        "9 too-many-cells  7,pay,5,2026-02-01,x",
      ])
    #expect(survey.findings.map(\.n) == [1])
    #expect(survey.report.rows == 9)
  }

  @Test func zeroMayMeanNothing() throws {
    let csv = "touchpoint,answer\npay,0\npay,4\npay,5\n"
    #expect(try Self.read(csv).report.rejects.map(\.reason) == [.outOfRange])
    let survey = try Self.read(csv) { $0.nothing = ["0"] }
    #expect(survey.report.rejects.isEmpty)
    #expect(survey.findings.map(\.n) == [2])
    #expect(survey.findings.map(\.asked) == [3])
  }

  @Test func commentsAreOnlyCountedUnlessWanted() throws {
    let csv = "touchpoint,answer,comment,Shoe size\npay,4,Quick,40\n"
    let survey = try Self.read(csv) { $0.hasComments = false }
    #expect(survey.comments.isEmpty)
    #expect(survey.report.comments == 1)
    #expect(survey.report.remarks.contains("Not used: 'Shoe size'."))
    #expect(try Self.read(csv).comments.map(\.text) == ["Quick"])
  }

  @Test func aNameDecidesTheKindOfNumbers() throws {
    let nps = try Self.read("touchpoint,nps\npay,3\npay,4\npay,5\n")
    #expect(nps.findings.map(\.mean) == [-0.4])
    #expect(
      nps.report.remarks.contains(
        "'nps' is 0 to 10 (nps) by its name; say otherwise with --kind."))
    let csat = try Self.read("touchpoint,CSAT score\npay,3\npay,6\n") {
      $0.columns[.answer] = "CSAT score"
    }
    #expect(csat.findings.map(\.mean) == [0.33])
    #expect(
      Self.problem("touchpoint,ces\npay,4\n").hasPrefix("s.csv: 'ces' looks like effort"))
  }

  @Test func doubtIsAnErrorThatShowsBothReadings() {
    #expect(
      Self.problem("touchpoint,answer,date\npay,4,03/04/2026\n")
        == "s.csv: '03/04/2026' in the column 'date' may be two days: 2026-04-03 with --day-first, "
        + "2026-03-04 with --month-first; say which")
    #expect(Self.problem("touchpoint,answer,date\npay,4,03/04/2026\npay,4,13/04/2026\n") == "none")
    #expect(
      Self.problem("touchpoint,ces\npay,4\n") { $0.columns[.answer] = "ces" }
        == "s.csv: 'ces' looks like effort, where a high answer may be good or bad; say --kind ces7 "
        + "(or ces5) where much is bad, --kind csat7 (or csat5) where it is good")
    #expect(
      Self.problem("Log in,Pay\n5,9\n4,10\n")
        == "s.csv: the questions look as if they had different scales: 'Log in' 1 to 5 (likert5), "
        + "'Pay' 0 to 10 (nps); say one for all with --kind, or each with "
        + "--map \"COLUMN=touchpoint:KIND\"")
    #expect(
      Self.problem("a,b\n5,9\n")
        == "s.csv: no column is named like a touchpoint of the journey, and none like an answer; map "
        + "them with --map \"COLUMN=touchpoint\"; there are 'a' and 'b', and the journey has "
        + "'log-in' and 'pay'")
    #expect(
      Self.problem("touchpoint,answer,persona\npay,4,Li\n") { $0.asked = 40 }
        == "s.csv: --asked is one number, and the column 'persona' tells several personas apart; leave "
        + "--asked out; who was shown a question is counted by the table")
    #expect(
      Self.problem("rating\n5\n") { $0.about = "pai" }
        == "s.csv: the journey has no touchpoint 'pai' for --about; did you mean 'pay'?")
  }

  @Test func evidenceComesIntoTheTextAndTheRestStays() throws {
    let survey = try Self.read(
      """
      respondent,touchpoint,answer,date
      1,pay,5,2026-05-01
      2,pay,4,2026-05-03
      3,pay,,2026-05-03
      4,log-in,2,2026-06-03
      5,log-in,5,2026-08-03
      6,pay,1,2025-12-31
      """)
    let options = SurveyOptions(source: "s.csv")
    let written = try SurveyWriter.add(
      survey.evidence(options), to: Self.document, name: "shop.yaml", journey: Self.journey)
    #expect(
      written.text
        == Self.document.replacing(
          "  - {about: pay, method: survey, n: 3, felt: 0, source: s.csv, by: research}",
          with: """
              - {about: pay, method: survey, n: 2, felt: 1.5, sd: 0.71, date: 2026-05-03, source: s.csv, by: research, asked: 3}
              - {about: log-in, method: survey, n: 1, felt: -1, date: 2026-06-03, source: s.csv}
            """))
    #expect(
      survey.report.remarks.contains(
        "2 answers of 5 are from days outside the journey's period 2026-01-01..2026-06-30 and do not "
          + "count: 2025-12-31 to 2026-08-03."))
    #expect(survey.report.outside == 2)
    #expect(survey.findings.map(\.asked) == [nil, 3])
    let reading = JourneyReader.read(written.text, name: "shop.yaml")
    #expect(reading.diagnostics.filter { $0.severity == .error }.isEmpty)
  }

  @Test(arguments: SeededGenerator.seeds(60))
  func eachPersonCountsOnce(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    var rows: [String] = []
    var means: [Int: [Double]] = [:]
    for _ in 0..<random.pick([1, 5, 40]) {
      let person = random.pick([1, 2, 3, 4, 5])
      let answer = random.pick([1, 2, 3, 4, 5])
      rows.append("\(person),pay,\(answer)")
      means[person, default: []].append(Double(answer) - 3)
    }
    // Their order means nothing.
    rows.shuffle(using: &random)
    let survey = try Self.read("respondent,touchpoint,answer\n" + rows.joined(separator: "\n")) {
      $0.kind = AnswerKind("likert5")
    }
    let own = means.values.map { $0.reduce(0, +) / Double($0.count) }
    let mean = own.reduce(0, +) / Double(own.count)
    let finding = try #require(survey.findings.first)
    #expect(finding.n == own.count)
    #expect(abs(finding.mean - mean) <= 0.00501)
    if own.count > 1 {
      let sd = (own.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(own.count - 1))
        .squareRoot()
      #expect(abs((finding.sd ?? .nan) - sd) <= 0.00501)
    }
  }

  static func day(_ text: String) -> CalendarDate { CalendarDate(text) ?? .epoch }
}
