import EventLogs
import JourneyModel
import Testing

@testable import JourneySurveys

/// Nothing of a comment that leads to a person is left.
@Suite struct QuoteRedactorTests {
  /// A comment with the cells of its row, and what is left.
  struct Case: Sendable {
    var comment: String
    var row: [String: String] = [:]
    var left: String
  }

  static let cases: [Case] = [
    // Marks that overlap are one, and no piece is left between.
    Case(
      comment: "Mail anna.smith@example.org, Anna",
      row: ["Name": "Anna Smith", "x": "smith@example"],
      left: "Mail [e-mail], [name]"),
    Case(
      comment: "I sat at 12 Long Lane Hall", row: ["Place": "12 Long", "Hall": "Lane Hall"],
      left: "I sat at [address]"),
    Case(
      comment: "Anna here", row: ["Email": "Anna.Smith@example.org", "Z first name": "Anna"],
      left: "[name] here"),
    // Forms that a language gives a name.
    Case(
      comment: "Annalle sanottiin, Kowalskiego nie było, Anna's", row: ["name": "Anna Kowalski"],
      left: "[name] sanottiin, [name] nie było, [name]'s"),
    Case(comment: "Я сказала Анне", row: ["name": "Анна"], left: "Я сказала [name]"),
    Case(comment: "Ayşe'nin and AYSE", row: ["name": "Ayşe"], left: "[name]'nin and [name]"),
    // The words of an address are mostly a name.
    Case(
      comment: "ask anna, not smithers", row: ["Email Address": "anna.smith@example.org"],
      left: "ask [name], not smithers"),
    Case(comment: "李小龙先生, 小龙来了", row: ["name": "李小龙"], left: "[name]先生, [name]来了"),
    Case(
      comment: "name @ example . org; insta: anna_s; #4711, #1, from 10.1.2.3 at 3. Then",
      left: "[e-mail]; insta: [user name]; #[number], #1, from [number] at 3. Then"),
    // Addresses, postcodes, days.
    Case(comment: "I live at 12 High Street.", left: "I live at [address]."),
    Case(comment: "Lieferung in die Hauptstraße 5a kam", left: "Lieferung in die [address] kam"),
    Case(comment: "au 12 rue de la Paix hier", left: "au [address] hier"),
    Case(comment: "en Calle Mayor 12", left: "en [address]"),
    Case(comment: "London SW1A 1AA, Ottawa K1A 0B1", left: "London [postcode], Ottawa [postcode]"),
    Case(comment: "born 12 March 1985, or March 12th, 1985", left: "born [date], or [date]"),
    Case(comment: "né le 1er août 1990", left: "né le [date]"),
    Case(
      comment: "I may come again in May, 5 stars, on my way 3 times.",
      left: "I may come again in May, 5 stars, on my way 3 times."),
    Case(comment: "Write to anna@example.org.", left: "Write to [e-mail]."),
    Case(comment: "Call me on +49 30 1234567 please", left: "Call me on [telephone] please"),
    Case(comment: "Order 4711-0815-33 never came", left: "Order [number] never came"),
    Case(comment: "my card 4111 1111 1111 1111 was charged", left: "my card [card] was charged"),
    Case(comment: "IBAN DE89 3704 0044 0532 0130 00 is mine", left: "IBAN [account] is mine"),
    Case(comment: "IBAN DE89370400440532013000", left: "IBAN [account]"),
    Case(comment: "patient no. 8 8 1 2 3 4", left: "patient no. [number]"),
    Case(comment: "booking X4T9QZ was lost", left: "booking [number] was lost"),
    Case(comment: "ticket #1234567", left: "ticket #[number]"),
    Case(comment: "see https://a.example/u?id=7 or @anna_s", left: "see [link] or [handle]"),
    Case(comment: "٠١٢٣٤٥٦٧ is my number", left: "[telephone] is my number"),
    Case(
      comment: "It took 24h, 2 calls and 15 minutes in 2026, on the A4.",
      left: "It took 24h, 2 calls and 15 minutes in 2026, on the A4."),
    Case(
      comment: "I am Anna Smith, Anna's the name; annoyed, ANNASMITH.",
      row: ["Name": "Anna Smith"],
      left: "I am [name], [name]'s the name; annoyed, [name]."),
    Case(
      comment: "Frau Müller und Mueller, MULLER", row: ["Nachname": "Müller"],
      left: "Frau [name] und [name], [name]"),
    Case(
      comment: "Аnnа with Cyrillic letters, A\u{200b}nna with nothing between",
      row: ["first name": "Anna"],
      left: "[name] with Cyrillic letters, [name] with nothing between"),
    Case(
      comment: "Ａｎｎａ is wide", row: ["first name": "Anna"], left: "[name] is wide"),
    Case(
      comment: "I will come again. Will said so.", row: ["name": "Will"],
      left: "I [name] come again. [name] said so."),
    Case(comment: "田中さんは親切でした", row: ["氏名": "田中"], left: "[氏名]さんは親切でした"),
    Case(
      comment: "وأحمد كان هناك", row: ["الاسم": "أحمد"], left: "و[الاسم] كان هناك"),
    Case(
      comment: "From Oberammergau, aged 34", row: ["City": "Oberammergau", "Age": "34"],
      left: "From [City], aged 34"),
    Case(
      comment: "Ask Anna, she knows smith", row: ["Contact": "Anna Smith"],
      left: "Ask [Contact], she knows [Contact]"),
    Case(
      comment: "Loyal? I was a customer, Weiss was not.",
      row: ["Chef": "weiß", "Kind": "loyal customer"],
      left: "[Kind]? I was a customer, [Chef] was not."),
    Case(comment: "I am 34-B-77 there", row: ["Seat": "34-B-77"], left: "I am [number] there"),
    Case(
      comment: "petra was kind, PETRA too", row: ["Contact": "Petra Schmidt"],
      left: "[Contact] was kind, [Contact] too"),
    Case(
      comment: "Ask Petra", row: ["Contact": "petra schmidt"], left: "Ask [Contact]"),
    Case(comment: "anna＠example．org or anna@example。org", left: "[e-mail] or [e-mail]"),
    Case(
      comment: "anna at example dot org, bo.li (at) mail [dot] example [dot] com",
      left: "[e-mail], [e-mail]"),
    Case(comment: "anna [at] example.org!", left: "[e-mail]!"),
    Case(
      comment: "I was at home. Dots at 5.30 and/or later",
      left: "I was at home. Dots at 5.30 and/or later"),
    Case(comment: "see t.me/anna_s or bit.ly/3xY", left: "see [link] or [link]"),
    // Names of two columns in one word, and codes that are set apart in another way.
    Case(
      comment: "AnnaKowalska, kowalskaanna, Kowalska\u{200b}Anna; I annoy",
      row: ["First name": "Anna", "Last name": "Kowalska"],
      left: "[First name], [First name], [First name]; I annoy"),
    Case(comment: "我是李小龍", row: ["姓": "李", "名": "小龍"], left: "我是[姓]"),
    Case(
      comment: "booking zx99 qq, zx-99-qq, zx 99 or qq", row: ["Booking": "ZX99QQ"],
      left: "booking [Booking], [number], zx 99 or qq"),
    Case(
      comment: "born 3/12/85, or 03.12.85, version 2.1, 3 of 12",
      left: "born [date], or [date], version 2.1, 3 of 12"),
    Case(comment: "", left: ""), Case(comment: "@", left: "@"),
  ]

  @Test(arguments: cases)
  func whatIdentifiesIsGone(test: Case) throws {
    let names = ["comment", "about"] + test.row.keys.sorted()
    let cells = [test.comment, "a"] + test.row.keys.sorted().map { test.row[$0] ?? "" }
    let journey = Journey(id: "j", title: "J", touchpoints: [Touchpoint(id: "a")])
    var options = SurveyOptions(source: "s")
    options.about = "a"
    let columns = try SurveyColumns(
      SurveyHead(names, early: []), options, TouchpointFinder(journey))
    let redactor = QuoteRedactor(names: names, columns: columns, people: [])
    let text = redactor.redacted(test.comment, row: cells).text
    let isName = test.row.keys.contains { QuoteRedactor.isNameColumn($0) }
    let left =
      isName
      ? test.row.keys.reduce(test.left) { $0.replacing("[\($1)]", with: "[name]") } : test.left
    #expect(text == left)
  }

  @Test func namesOfOtherPeopleAreGoneToo() throws {
    let csv = """
      respondent,name,touchpoint,answer,comment
      1,Maria Lopez,desk,4,"Rose at the desk was kind, will come again"
      2,Rose Hill,desk,2,"MARIA shouted, and maria-lopez@example.org knows; it rose on the hill"
      3,Will,desk,3,Lopez!
      """
    var survey = try Self.read(csv)
    #expect(
      survey.comments.map(\.text) == [
        "[name] at the desk was kind, will come again",
        "[name] shouted, and [e-mail] knows; it [name] on the [name]", "[name]!",
      ])
    survey = try Self.read(csv.replacing("\n", with: "\r\n"))
    #expect(survey.comments.count == 3)
  }

  @Test func manyNamesAreIndexedOnce() throws {
    let names = (0..<20_000).map { "\u{4e00}\(String(UnicodeScalar(0x4e00 + $0) ?? "a"))" }
    let columns = try SurveyColumns(
      SurveyHead(["comment", "touchpoint"], early: []), SurveyOptions(source: "s"),
      TouchpointFinder(Journey(id: "j", title: "J", touchpoints: [Touchpoint(id: "a")])))
    let redactor = QuoteRedactor(names: [], columns: columns, people: Set(names))
    let clock = ContinuousClock()
    let time = clock.measure {
      for _ in 0..<500 {
        #expect(redactor.redacted("あの一丁さんは親切でした", row: []).text == "あの[name]さんは親切でした")
      }
    }
    #expect(time < .seconds(5))
  }

  static func read(_ csv: String) throws -> Survey {
    let journey = Journey(id: "j", title: "J", touchpoints: [Touchpoint(id: "desk")])
    return try SurveyReader(options: SurveyOptions(source: "s.csv")).read(
      .bytes(Array(csv.utf8), name: "s.csv"), about: journey)
  }

  /// A comment full of addresses takes a moment; one look at all of them for each takes minutes.
  @Test(.timeLimit(.minutes(1))) func aCommentFullOfAddressesTakesAMoment() throws {
    let many = 4_000
    let words = String(repeating: "a@b.example 0151 2345678 ", count: many)
    let columns = try SurveyColumns(
      SurveyHead(["comment", "touchpoint"], early: []), SurveyOptions(source: "s"),
      TouchpointFinder(Journey(id: "j", title: "J", touchpoints: [Touchpoint(id: "a")])))
    let redactor = QuoteRedactor(names: [], columns: columns, people: [])
    #expect(redactor.redacted(words, row: []).count == 2 * many)
    let underlines = String(repeating: "a_", count: 50_000)
    #expect(redactor.redacted(underlines, row: []).text == "[user name]_")
  }
}
