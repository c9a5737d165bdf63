import Testing

@testable import JourneySurveys

/// What a cell says, and that what may be something else says nothing.
@Suite struct AnswerTests {
  @Test(
    arguments: [
      ("4", .number(4)), ("4.5", .number(4.5)), ("3,5", .number(3.5)), ("0,125", .number(0.125)),
      ("-1", .number(-1)), ("５", .number(5)), ("٤", .number(4)), ("4 - good", .number(4)),
      ("5. Very good", .number(5)), ("7 (agree)", .number(7)), ("10: best", .number(10)),
      ("4 points", .number(4)), ("5 Very satisfied", .number(5)), ("★★★", .number(3)),
      ("★★★★☆", .part(4, of: 5)), ("4/5", .part(4, of: 5)), ("4 / 7", .part(4, of: 7)),
      ("4 of 5", .part(4, of: 5)), ("4 out of 5", .part(4, of: 5)), ("4 von 5", .part(4, of: 5)),
      ("5 stars", .part(5, of: 5)), ("4,5 Sterne", .part(4.5, of: 5)), ("80%", .percent(80)),
      ("80 %", .percent(80)), ("８０％", .percent(80)), ("", .none), ("N/A", .none),
      ("don't know", .none), ("-", .none), ("3-4", .unknown), ("3 - 4", .unknown),
      ("3–4", .unknown), ("1,000", .unknown), ("1,000.5", .unknown), ("1,2,3", .unknown),
      ("5 minutes", .unknown), ("2 times", .unknown), ("4/5/2026", .unknown), ("3 to 4", .unknown),
      ("about 4", .unknown), ("4..5", .unknown), ("1e3", .unknown), ("٤-٥", .unknown),
      ("4/0", .unknown), ("12:30", .unknown), ("400 - good", .unknown),
      ("5-Apr", .unknown), ("04. Mai", .unknown), ("4-May", .unknown),
    ] as [(String, Answer)])
  func whatACellSays(cell: String, answer: Answer) {
    #expect(Answer(cell, nothing: []) == answer)
  }

  @Test(
    arguments: [
      ("csat7", "4/5", "other-scale"), ("csat7", "5 stars", "other-scale"),
      ("nps", "80%", "other-scale"), ("csat5", "80%", "other-scale"),
      ("csat5", "3-4", "not-an-answer"), ("csat5", "1,000", "not-an-answer"),
      ("csat5", "0/5", "out-of-range"), ("stars", "4/5", nil), ("csat7", "6/7", nil),
      ("nps", "8/10", nil), ("percent", "80%", nil), ("percent", "80", nil), ("1..4", "3/4", nil),
    ])
  func answersOfAnotherScaleDoNotCount(kind: String, answer: String, reason: String?) throws {
    let survey = try SurveyTests.read("touchpoint,answer\npay,\"\(answer)\"\n") {
      $0.kind = AnswerKind(kind)
    }
    #expect(survey.report.rejects.first?.reason.rawValue == reason)
    #expect(survey.findings.isEmpty == (reason != nil))
  }

  @Test(
    arguments: [
      ("4/5\n5/5\n", 1.5), ("6/7\n", 1.33), ("80%\n100%\n", 1.6), ("8/10\n", 1.2),
    ])
  func answersThatNameTheirScaleNeedNoKind(cells: String, mean: Double) throws {
    let rows = cells.split(separator: "\n").map { "pay,\($0)\n" }.joined()
    let survey = try SurveyTests.read("touchpoint,answer\n" + rows)
    #expect(survey.findings.map(\.mean) == [mean])
  }

  @Test func oneShareAmongNumbersSaysNothingOfThem() throws {
    let survey = try SurveyTests.read("touchpoint,answer\npay,4\npay,5\npay,80%\npay,4/7\n")
    #expect(survey.findings.map(\.n) == [2])
    #expect(survey.findings.map(\.mean) == [1.5])
    #expect(survey.findings.map(\.unread) == [2])
    #expect(survey.report.rejects.map(\.reason) == [.otherScale, .otherScale])
  }

  @Test func whoAnsweredUnreadablyIsToldApart() throws {
    let survey = try SurveyTests.read(
      "respondent,touchpoint,answer\n1,pay,4\n2,pay,fab!\n3,pay,\n1,pay,what\n4,pay,9\n4,pay,5\n"
    ) { $0.kind = AnswerKind("csat5") }
    #expect(survey.findings.map(\.n) == [2])
    #expect(survey.findings.map(\.asked) == [4])
    #expect(survey.findings.map(\.unread) == [1])
  }

  @Test func numbersThatFallAsTheirWordsRiseAreAnError() throws {
    let csv = "touchpoint,answer\npay,1 - Very good\npay,2 - Good\npay,5 - Very poor\n"
    #expect(
      SurveyTests.problem(csv)
        == "s.csv: in 'answer' a low number is good: 1 is 'very good' and 5 'very poor'; say its ends, "
        + "the bad one first, such as --kind 5..1")
    let told = try SurveyTests.read(csv) { $0.kind = AnswerKind("5..1") }
    #expect(told.findings.map(\.mean) == [0.33])
    let rising = try SurveyTests.read("touchpoint,answer\npay,1 - Very poor\npay,5 - Very good\n")
    #expect(rising.findings.map(\.mean) == [0])
  }

  @Test func theEndsThatAreAdvisedHoldAllAnswers() {
    let csv =
      "touchpoint,answer\npay,1 - sehr gut\npay,2 - gut\npay,3 - befriedigend\n"
      + "pay,5 - mangelhaft\n"
    #expect(
      SurveyTests.problem(csv)
        == "s.csv: in 'answer' a low number is good: 1 is 'sehr gut' and 2 'gut'; say its ends, "
        + "the bad one first, such as --kind 5..1")
    #expect(SurveyTests.problem(csv) { $0.kind = AnswerKind("5..1") } == "none")
  }

  @Test(
    arguments: [
      "don't know", "Not sure", "weiß nicht", "Kann ich nicht beurteilen", "k. A.", "ne sait pas",
      "Je ne sais pas", "NSP", "no sé", "NS/NC", "No sabe / No contesta", "わからない", "回答しない",
      "لا أعرف", "لا أدري",
    ])
  func noAnswerInSixLanguages(word: String) throws {
    let survey = try SurveyTests.read("touchpoint,answer\npay,4\npay,\(word)\n")
    #expect(survey.findings.map(\.n) == [1])
    #expect(survey.findings.map(\.asked) == [2])
    #expect(survey.report.rejects.isEmpty)
  }

  @Test func effortIsAskedForInLongTablesToo() {
    #expect(
      SurveyTests.problem("touchpoint,effort\npay,4\n").hasPrefix(
        "s.csv: 'effort' looks like effort, where a high answer may be good or bad; say --kind ces7"
      ))
  }

  @Test func moreAnswersThanWereAskedAreAnError() {
    #expect(
      SurveyTests.problem("touchpoint,answer\npay,4\npay,5\n") { $0.asked = 1 }
        == "s.csv: --asked says that 1 were asked, and 2 answered 'pay'; say how many were asked, or "
        + "leave --asked out")
  }
}
