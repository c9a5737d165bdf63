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

  static let ids = comments.map { QuoteDecisions.id($0.touchpoint.rawValue, $0.text) }

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
    let table = QuoteReview.table(of: Self.comments, source: "s.csv").text
    #expect(
      table.replacing("\r\n", with: "\n") == """
        keep,consent,touchpoint,quote,redactions,persona,date,line,source,id
        no,,pay,"It's ""fine"", really",0,li,2026-05-01,2,s.csv,\(Self.ids[0])
        no,,log-in,[name] helped,1,,,3,s.csv,\(Self.ids[1])

        """)
    #expect(Self.review(table) == "")
  }

  @Test func whatIsKeptIsShownOnlyWithConsent() throws {
    let table = QuoteReview.table(of: Self.comments, source: "s.csv").text
      .replacing("no,,pay", with: "Yes,,pay").replacing("no,,log-in", with: "ja,yes,log-in")
    #expect(
      Self.review(table) == "pay: It's \"fine\", really, false; log-in: [name] helped, true")
    let review = try QuoteReview(
      .bytes(Array(table.utf8), name: "r.csv"), for: SurveyTests.journey)
    let written = try SurveyWriter.add(
      review, to: SurveyTests.document, name: "shop.yaml", journey: SurveyTests.journey)
    #expect(
      written.text.contains(
        """
          log-in: {name: Log in, felt: -1, quotes: [{text: "[name] helped", consent: true, source: s.csv}]}   # a guess
        """))
    let journey = try #require(JourneyReader.read(written.text, name: "shop.yaml").journey)
    #expect(journey[touchpoint: "pay"]?.quotes.map(\.isShowable) == [false])
    #expect(journey[touchpoint: "log-in"]?.quotes.map(\.isShowable) == [true])
    let again = try SurveyWriter.add(
      review, to: written.text, name: "shop.yaml", journey: journey)
    #expect(again.text == written.text)
  }

  @Test func whatLooksLikeAFormulaComesBackAsItWas() {
    let comment = Survey.Comment(touchpoint: "pay", text: "-no good", redactions: 0, line: 2)
    let table = QuoteReview.table(of: [comment], source: "s.csv").text
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

  /// A document after a first review in which the customers agreed, and the journey that it says.
  private func reviewed() throws -> (table: String, text: String, journey: Journey) {
    let table = QuoteReview.table(of: Self.comments, source: "s.csv").text
      .replacing("no,,", with: "yes,yes,")
    let text = try written(table, SurveyTests.document, SurveyTests.journey).text
    return (table, text, try #require(JourneyReader.read(text, name: "shop.yaml").journey))
  }

  private func written(
    _ table: String, _ text: String, _ journey: Journey
  ) throws -> SurveyWriter.Written {
    let review = try QuoteReview(.bytes(Array(table.utf8), name: "r.csv"), for: journey)
    return try SurveyWriter.add(review, to: text, name: "shop.yaml", journey: journey)
  }

  @Test func consentThatIsTakenBackIsTakenBackInTheDocument() throws {
    let (table, text, journey) = try reviewed()
    let no = table.replacing("yes,yes,log-in", with: "yes,no,log-in")
    let taken = try written(no, text, journey)
    #expect(
      taken.text
        == text.replacing(
          "\"[name] helped\", consent: true", with: "\"[name] helped\", consent: false"))
    #expect(
      taken.remarks == [
        "0 quotes added", "2 quotes stood there already", "1 of them set to consent: false",
      ])
    #expect(taken.warnings.isEmpty)
    let without = try #require(JourneyReader.read(taken.text, name: "shop.yaml").journey)
    #expect(without[touchpoint: "log-in"]?.quotes.map(\.isShowable) == [false])
    #expect(try written(table, taken.text, without).text == text)
    // What is left open changes nothing, since somebody may have written it into the document.
    let open = try written(
      table.replacing("yes,yes,log-in", with: "yes,,log-in"), text, journey)
    #expect(open.text == text)
    #expect(
      open.warnings == [
        "1 quote may be shown as the document has it, and nothing stands under consent in the review: "
          + "'log-in': “[name] helped”. Where the customer did not agree, write no there and keep the "
          + "review again."
      ])
  }

  @Test func wordsThatAreMendedLaterTakeThePlaceOfTheOldOnes() throws {
    let (table, text, journey) = try reviewed()
    let mended = try written(
      table.replacing("[name] helped", with: "Somebody helped"), text, journey)
    #expect(mended.text == text.replacing("[name] helped", with: "Somebody helped"))
    #expect(mended.remarks.contains("1 quote got the words that were mended"))
    #expect(mended.warnings.isEmpty)
  }

  @Test func whatIsNotKeptAnyMoreIsTold() throws {
    let (table, text, journey) = try reviewed()
    let refused = try written(
      table.replacing("yes,yes,log-in", with: "no,,log-in"), text, journey)
    #expect(refused.text == text)
    #expect(
      refused.warnings == [
        "1 quote in the document is of this review's source or refused in it, and not among those "
          + "that it keeps: 'log-in': “[name] helped”. Remove by hand what is not to stay."
      ])
    let gone = try written(
      table.split(separator: "\r\n").filter { !$0.contains("log-in") }.joined(separator: "\r\n"),
      text, journey)
    #expect(gone.warnings == refused.warnings)
  }

  private func decisions(_ text: String) throws -> QuoteDecisions {
    try QuoteDecisions(.bytes(Array(text.utf8), name: "r.csv"))
  }

  @Test func decisionsAreCarriedOverToAnotherReading() throws {
    let first = QuoteReview.table(of: Self.comments, source: "s.csv").text
      .replacing("no,,pay,\"It's \"\"fine\"\", really\"", with: "yes,yes,pay,It's fine")
    // The survey grew, and its rows stand elsewhere.
    var moved = Self.comments.reversed().map { comment in
      var comment = comment
      comment.line += 7
      return comment
    }
    moved.insert(Survey.Comment(touchpoint: "pay", text: "New", redactions: 0, line: 2), at: 0)
    let second = QuoteReview.table(
      of: moved, source: "s.csv", decisions: try decisions(first))
    #expect(second.carried == 1)
    #expect(second.left == 0)
    #expect(Self.review(second.text) == "pay: It's fine, true")
    #expect(second.text.contains("no,,pay,New,"))
    // And once more, with the words that the person mended.
    let third = QuoteReview.table(
      of: moved, source: "s.csv", decisions: try decisions(second.text))
    #expect(third.text == second.text)
  }

  @Test func noDecisionIsLostOrLandsOnOtherWords() throws {
    let first = QuoteReview.table(of: Self.comments, source: "s.csv").text
      .replacing("no,,pay", with: "yes,,pay").replacing("no,,log-in", with: "yes,,log-in")
    let other = Survey.Comment(touchpoint: "pay", text: "Anna was rude", redactions: 0, line: 2)
    let table = QuoteReview.table(
      of: [other, Self.comments[1]], source: "s.csv", decisions: try decisions(first))
    #expect(table.carried == 1)
    #expect(table.left == 1)
    #expect(table.text.contains("no,,pay,Anna was rude,"))
    #expect(
      Self.review(table.text)
        == "log-in: [name] helped, false; pay: It's \"fine\", really, false")
  }

  @Test func reviewsWithoutIdsAreKnownByTheirWords() throws {
    let table = QuoteReview.table(
      of: Self.comments, source: "s.csv",
      decisions: try decisions("keep,touchpoint,quote\nyes,log-in,[name] helped\nno,pay,x\n"))
    #expect(table.carried == 1)
    #expect(Self.review(table.text) == "log-in: [name] helped, false")
  }

  @Test func whatIsNoReviewHoldsNoDecisions() {
    #expect(throws: SurveyReader.Problem.self) { try decisions("a,b\n1,2\n") }
  }

  @Test func longCommentsAreCutAtASentence() throws {
    let sentence = "It took them far too long to answer me. "
    let long = String(repeating: sentence, count: 500)
    let cut = QuoteReview.shortened(long)
    #expect(cut.count <= QuoteReview.longest)
    #expect(cut.hasSuffix("to answer me. …"))
    #expect(QuoteReview.shortened(String(repeating: "word ", count: 500)).hasSuffix("word …"))
    #expect(QuoteReview.shortened(String(repeating: "字", count: 5000)).count <= 1000)
    let marked = String(repeating: "x", count: 990) + "[e-mail address of somebody]"
    #expect(QuoteReview.shortened(marked) == String(repeating: "x", count: 990) + " …")
    #expect(QuoteReview.shortened("short") == "short")
    let table = QuoteReview.table(
      of: [Survey.Comment(touchpoint: "pay", text: long, redactions: 0, line: 2)], source: "s.csv")
    #expect(table.cut == 1)
    #expect(
      Self.review("keep,touchpoint,quote\nyes,pay,\(long)\n").contains(
        "r.csv:2: the quote has 19,999 characters, and 1,000 are the most; shorten it"))
  }
}
