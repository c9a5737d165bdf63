import EventLogs
import JourneyFormats
import JourneyModel
import Testing

@testable import JourneySurveys

/// A person decides which comments become quotes.
@Suite struct QuoteReviewTests {
  static let comments = [
    Survey.Comment(
      touchpoint: "pay", text: "It's \"fine\", really", redactions: 0, persona: "li",
      date: CalendarDate("2026-05-01"), line: 2),
    Survey.Comment(touchpoint: "log-in", text: "[name] helped", redactions: 1, line: 3),
  ]

  static func review(_ text: String) -> String {
    do {
      let review = try QuoteReview(
        .bytes(Array(text.utf8), name: "r.csv"), for: SurveyTests.journey)
      return review.kept.map { "\($0.touchpoint): \($0.quote.text), \($0.quote.consent ?? true)" }
        .joined(separator: "; ")
    } catch {
      return "\(error)"
    }
  }

  @Test func nothingIsKeptUnasked() throws {
    let table = QuoteReview.table(of: Self.comments, source: "s.csv")
    #expect(
      table.replacing("\r\n", with: "\n") == """
        keep,consent,touchpoint,quote,redactions,persona,date,line,source
        no,,pay,"It's ""fine"", really",0,li,2026-05-01,2,s.csv
        no,,log-in,[name] helped,1,,,3,s.csv

        """)
    #expect(Self.review(table) == "")
  }

  @Test func whatIsKeptIsShownOnlyWithConsent() throws {
    let table = QuoteReview.table(of: Self.comments, source: "s.csv")
      .replacing("no,,pay", with: "Yes,,pay").replacing("no,,log-in", with: "ja,yes,log-in")
    #expect(
      Self.review(table) == "pay: It's \"fine\", really, false; log-in: [name] helped, true")
    let review = try QuoteReview(
      .bytes(Array(table.utf8), name: "r.csv"), for: SurveyTests.journey)
    let written = try SurveyWriter.add(
      review.kept, to: SurveyTests.document, name: "shop.yaml", journey: SurveyTests.journey)
    #expect(
      written.text.contains(
        """
          log-in: {name: Log in, felt: -1, quotes: [{text: "[name] helped", consent: true, source: s.csv}]}   # a guess
        """))
    let journey = try #require(JourneyReader.read(written.text, name: "shop.yaml").journey)
    #expect(journey[touchpoint: "pay"]?.quotes.map(\.isShowable) == [false])
    #expect(journey[touchpoint: "log-in"]?.quotes.map(\.isShowable) == [true])
    let again = try SurveyWriter.add(
      review.kept, to: written.text, name: "shop.yaml", journey: journey)
    #expect(again.text == written.text)
  }

  @Test func whatLooksLikeAFormulaComesBackAsItWas() {
    let comment = Survey.Comment(touchpoint: "pay", text: "-no good", redactions: 0, line: 2)
    let table = QuoteReview.table(of: [comment], source: "s.csv")
    #expect(table.contains("no,,pay,'-no good,"))
    #expect(Self.review(table.replacing("no,,pay", with: "yes,,pay")) == "pay: -no good, false")
  }

  @Test(
    arguments: [
      ("DE89 3704 0044 0532 0130 00", "an account"), ("4111 1111 1111 1111", "a card"),
      ("https://a.example/u", "a link"), ("t.me/x", "a link"), ("@anna_s", "a handle"),
      ("anna at example dot org", "an e-mail"), ("a＠b.example", "an e-mail address"),
    ])
  func whatIdentifiesIsNotKept(text: String, what: String) {
    let told = Self.review("keep,touchpoint,quote\nyes,pay,Mine is \(text)\n")
    #expect(
      told == "r.csv:2: the quote holds \(what); black it out, or say no"
        || told.contains("telephone"))
  }

  @Test func mistakesAreToldWithTheirLine() {
    let head = "keep,touchpoint,quote\n"
    #expect(
      Self.review(head + "maybe,pay,A\n")
        == "r.csv:2: 'maybe' under 'keep' is neither yes nor no; write yes or no")
    #expect(
      Self.review(head + "yes,pay,Write to a@b.example\n")
        == "r.csv:2: the quote holds an e-mail address; black it out, or say no")
    #expect(
      Self.review(head + "no,pay,A\nyes,pai,A\n")
        == "r.csv:3: the journey has no touchpoint 'pai' for this quote; did you mean 'pay'?")
    #expect(
      Self.review("a,b\n1,2\n")
        == "r.csv: this is no review of quotes; take the table that --quotes writes; it has the "
        + "columns keep, touchpoint and quote")
  }
}
