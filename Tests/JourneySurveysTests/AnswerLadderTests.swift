import Testing

@testable import JourneySurveys

/// Words stand on the scale that their column has.
@Suite struct AnswerLadderTests {
  static func means(_ words: String, kind: String? = nil) -> [Double]? {
    let words = words.split(separator: "|").map { AnswerWords.plain(String($0)) }
    let ladders = try? AnswerLadders(words, kind: kind.flatMap { AnswerKind($0) })
    return ladders.map { ladders in words.map { ((ladders.share($0) ?? -1) * 100).rounded() } }
  }

  @Test(
    arguments: [
      "Poor|Fair|Good|Very good|Excellent", "very poor|poor|fair|good|very good",
      "very poor|poor|fair|good|excellent",
      "Very dissatisfied|Somewhat dissatisfied|Neither satisfied nor dissatisfied|"
        + "Somewhat satisfied|Very satisfied",
      "extremely dissatisfied|somewhat dissatisfied|neutral|somewhat satisfied|extremely satisfied",
      "strongly disagree|somewhat disagree|neither|somewhat agree|strongly agree",
      "trifft nicht zu|trifft eher nicht zu|teils/teils|trifft eher zu|trifft zu",
      "Trifft gar nicht zu|Trifft eher nicht zu|weder noch|Trifft eher zu|Trifft voll zu",
      "sehr unzufrieden|eher unzufrieden|teils-teils|eher zufrieden|sehr zufrieden",
      "very dissatisfied|dissatisfied|neutral|satisfied|very satisfied",
    ])
  func fiveSteps(words: String) {
    #expect(Self.means(words) == [0, 25, 50, 75, 100])
  }

  @Test func otherNumbersOfSteps() {
    #expect(Self.means("Poor|Fair|Good|Excellent") == [0, 33, 67, 100])
    #expect(Self.means("trifft nicht zu|trifft zu") == [0, 100])
    #expect(
      Self.means(
        "very dissatisfied|dissatisfied|somewhat dissatisfied|neutral|somewhat satisfied|satisfied|"
          + "very satisfied") == [0, 17, 33, 50, 67, 83, 100])
    #expect(Self.means("somewhat agree|agree") == [67, 83])
    #expect(Self.means("somewhat agree|agree", kind: "likert7") == [67, 83])
    #expect(Self.means("somewhat agree") == [75])
    #expect(Self.means("somewhat agree", kind: "likert7") == [67])
  }

  @Test func languagesStandBesideEachOther() {
    #expect(Self.means("agree|stimme zu|d'accord|satisfecho|satisfecha") == [75, 75, 75, 75, 75])
  }

  @Test func twoWordsOnOneStepAreAnError() {
    let csv = "touchpoint,answer\npay,very satisfied\npay,completely satisfied\npay,satisfied\n"
    #expect(
      SurveyTests.problem(csv)
        == "s.csv: 'completely satisfied' and 'very satisfied' in 'answer' would be the same answer; "
        + "say --kind likert5 (or --map \"answer=TOUCHPOINT:likert5\") where they are; else write "
        + "numbers for the words")
    #expect(SurveyTests.problem(csv) { $0.kind = AnswerKind("likert5") } == "none")
  }

  /// The rows of a matrix were offered the same words, whichever of them each was answered with.
  @Test(
    arguments: [
      "Who,How was it? [Log in],How was it? [Pay]\n1,Very good,Good\n2,Excellent,Poor\n",
      "Who,How was it? - Log in,How was it? - Pay\n1,Very good,Good\n2,Excellent,Poor\n",
      "Who,Log in,Pay\n1,Very good,Good\n2,Excellent,Poor\n",
    ])
  func oneQuestionHasOneLadder(csv: String) throws {
    let survey = try SurveyTests.read(csv)
    // Poor = 1, good = 3, very good = 4, excellent = 5.
    #expect(survey.findings.map(\.mean) == [1.5, -1])
    #expect(survey.report.remarks.filter { $0.hasPrefix("Words in") }.count == 1)
  }

  @Test func differentQuestionsHaveLaddersOfTheirOwn() throws {
    let survey = try SurveyTests.read(
      "Who,How was it? [Log in],Do you agree? [Pay]\n1,Very good,Agree\n2,Poor,Disagree\n")
    #expect(survey.findings.map(\.mean) == [0.5, 0])
    let both = try SurveyTests.read(
      "Who,Log in,Pay\n1,Very good,Agree\n2,Poor,Disagree\n")
    #expect(both.findings == survey.findings)
  }

  @Test func theLadderIsTold() throws {
    let survey = try SurveyTests.read("touchpoint,answer\npay,Poor\npay,Excellent\n")
    #expect(
      survey.report.remarks.contains(
        "Words in 'answer' are steps of equal size: poor = 1, fair = 2, good = 3, very good = 4, "
          + "excellent = 5."))
    #expect(survey.findings.map(\.mean) == [0])
  }
}
