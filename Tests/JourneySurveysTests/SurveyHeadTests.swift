import JourneyModel
import Testing

@testable import JourneySurveys

/// Tables as survey tools write them are read as they are.
@Suite struct SurveyHeadTests {
  private func findings(_ survey: Survey) -> [String] {
    survey.findings.map { "\($0.touchpoint) \($0.n) \($0.mean)" }
  }

  @Test func twoRowsOfHeadings() throws {
    let survey = try SurveyTests.read(
      """
      Respondent ID,Collector ID,End Date,IP Address,Email Address,How satisfied were you?,,Anything?
      ,,,,,Log in,Pay,Open-Ended Response
      118,40,05/13/2026 10:11:22 AM,10.1.2.3,a@b.example,Very satisfied,Satisfied,fine
      119,40,05/14/2026 10:11:22 AM,10.1.2.4,b@b.example,Dissatisfied,N/A,
      """)
    #expect(findings(survey) == ["log-in 2 0.5", "pay 1 1.0"])
    #expect(
      survey.findings.map(\.days) == [
        SurveyTests.day("2026-05-13")...SurveyTests.day("2026-05-14"),
        SurveyTests.day("2026-05-13")...SurveyTests.day("2026-05-13"),
      ])
    #expect(survey.report.rows == 2)
    #expect(survey.report.rejects.isEmpty)
    #expect(
      survey.report.remarks.contains(
        "Row 2 holds headings, too, as survey tools write them, and no answers."))
  }

  @Test func threeRowsOfHeadings() throws {
    let survey = try SurveyTests.read(
      """
      StartDate,Status,ResponseId,RecipientEmail,Q1_1,Q1_2,Q2
      Start Date,Response Type,Response ID,Recipient Email,How was it? - Log in,How was it? - Pay,Why?
      "{""ImportId"":""startDate""}","{""ImportId"":""status""}","{""ImportId"":""_recordId""}",\
      "{""ImportId"":""recipientEmail""}","{""ImportId"":""QID1_1""}","{""ImportId"":""QID1_2""}",\
      "{""ImportId"":""QID2_TEXT""}"
      2026-05-13 10:01:22,IP Address,R_1,a@b.example,5,4,slow
      2026-05-13 11:01:22,Survey Preview,R_2,,3,,
      """)
    #expect(findings(survey) == ["log-in 2 1.0", "pay 1 1.0"])
    #expect(survey.report.rows == 2)
    #expect(
      survey.report.remarks.contains(
        "1 row says of itself that it is a preview or test of the survey, and counts; take out what no "
          + "customer said."))
    let mapped = try SurveyTests.read(
      """
      StartDate,ResponseId,Q1,Q2
      Start Date,Response ID,How was logging in?,And paying?
      "{""ImportId"":""startDate""}","{""ImportId"":""_recordId""}","{""ImportId"":""QID1""}",\
      "{""ImportId"":""QID2""}"
      2026-05-13 10:01:22,R_1,5,4
      """
    ) { $0.mappings = [.init("Q1", "log-in"), .init("And paying?", "pay")] }
    #expect(findings(mapped) == ["log-in 1 2.0", "pay 1 1.0"])
  }

  @Test(
    arguments: [
      "Timestamp,Email Address,How was it? [Log in]\n2026-05-13 10:00:00,a@b.example,5\n"
        + "2026-05-14 10:00:00,a@b.example,3\n",
      "#,G01Q01. Log in,Submit Date (UTC),Network ID\nx,5,2026-05-05 02:41:38,6\n"
        + "x,3,2026-05-05 02:41:38,7\n",
      "\"Response ID\";\"Token\";\"Date submitted\";\"How was it? [Log in]\"\n"
        + "\"1\";\"ab\";\"2026-05-13 10:00:00\";\"5\"\n\"1\";\"cd\";\"2026-05-13 10:00:00\";\"3\"\n",
    ])
  func onePersonAnswersTwice(csv: String) throws {
    #expect(findings(try SurveyTests.read(csv)) == ["log-in 1 1.0"])
  }

  @Test func whoHasNoAddressIsAPersonOfTheirOwn() throws {
    let survey = try SurveyTests.read(
      "ID,Email,Name,Pay\n1,anonymous,,5\n2,anonymous,,3\n3,,,4\n4,a@b.example,,4\n5,a@b.example,,4\n"
    )
    #expect(findings(survey) == ["pay 4 1.0"])
    #expect(survey.report.rejects.isEmpty)
  }

  @Test func whatIdentifiesIsNoScore() throws {
    let survey = try SurveyTests.read("Respondent ID,Token,Pay\n1,5,4\n2,4,2\n") {
      $0.about = nil
    }
    #expect(findings(survey) == ["pay 2 0.0"])
    #expect(
      SurveyTests.problem("respondent,IP Address\n1,5\n").contains(
        "no column is named like a touchpoint"))
  }

  @Test func twoQuestionsAboutOneTouchpointAreNotMixed() throws {
    let csv = "id,How important? [Pay],How satisfied? [Pay]\n1,5,3\n"
    #expect(
      SurveyTests.problem(csv)
        == "s.csv: two questions look like 'pay': 'How important? [Pay]' and 'How satisfied? [Pay]'; "
        + "say which asks for a score there: --map \"COLUMN=pay\"")
    let survey = try SurveyTests.read(csv) {
      $0.mappings = [.init("How satisfied? [Pay]", "pay")]
    }
    #expect(findings(survey) == ["pay 1 0.0"])
  }

  @Test func aPartOfSeveralHeadingsIsNotGuessed() {
    #expect(
      SurveyTests.problem("id,How important? [Till],How satisfied? [Till]\n1,5,3\n") {
        $0.mappings = [.init("Till", "pay")]
      }
        == "s.csv: 'Till' for --map is a part of several columns; name one of 'How important? [Till]' "
        + "and 'How satisfied? [Till]'")
  }

  @Test func anAnswerIsNoHeading() throws {
    let survey = try SurveyTests.read("respondent,Pay,\n1,4,note\n2,2,\n")
    #expect(findings(survey) == ["pay 2 0.0"])
  }

  @Test(
    arguments: [
      ("How was it? [Log in]", ["Log in"]), ("Rate - each - Pay", ["Pay"]),
      ("G01Q02. Log in", ["Log in"]), ("Q3: Pay", ["Pay"]), ("Log in", []), ("a]", []), ("[]", []),
    ])
  func partsOfHeadings(name: String, tails: [String]) {
    #expect(SurveyHead.tails(name) == tails)
  }
}
