import JourneyModel
import Testing

/// What is recognised as an e-mail address or a telephone number, and what is not.
@Suite("Personal data")
struct PersonalDataTests {
  @Test(
    "Telephone numbers are found, and nothing beside them",
    arguments: [
      ("Call +49 30 1234567 now", "+49 30 1234567"),
      ("+493012345678", "+493012345678"),
      ("+49 (0)30 1234567, please", "+49 (0)30 1234567"),
      ("(+49) 30 1234567", "(+49) 30 1234567"),
      ("+1 415-555-2671", "+1 415-555-2671"),
      ("+1.415.555.2671", "+1.415.555.2671"),
      ("+33 1 23 45 67 89", "+33 1 23 45 67 89"),
      ("＋４９ ３０ １２３４５６７", "＋４９ ３０ １２３４５６７"),
      ("٠٣٠ ١٢٣٤٥٦٧", "٠٣٠ ١٢٣٤٥٦٧"),
      ("0049 30 1234567", "0049 30 1234567"),
      ("(030) 123-456", "(030) 123-456"),
      ("(030)123456", "(030)123456"),
      ("030 1234567", "030 1234567"),
      ("030/123 45 67", "030/123 45 67"),
      ("089 / 12 34 56", "089 / 12 34 56"),
      ("0151-23456789", "0151-23456789"),
      ("0301234567.", "0301234567"),
      ("0800 123456", "0800 123456"),
      ("0 800 123 456", "0 800 123 456"),
      ("01 23 45 67 89", "01 23 45 67 89"),
      ("06.12.34.56.78", "06.12.34.56.78"),
      ("020 7946 0958", "020 7946 0958"),
      ("(415) 555-2671", "(415) 555-2671"),
      ("415-555-2671", "415-555-2671"),
      ("1-800-555-0199", "1-800-555-0199"),
      ("044 668 18 00", "044 668 18 00"),
      ("Tel. 1234567", "1234567"),
      ("my phone: 22 345 678!", "22 345 678"),
      ("Fax 4155552671", "4155552671"),
      ("since 2026-08-31 030 1234567", "030 1234567"),
      ("in 2026 0301234567 rang", "0301234567"),
      ("at 09:30 0301234567", "0301234567"),
      ("030 1234567x12", "030 1234567"),
    ])
  func telephones(text: String, number: String) {
    let found = PersonalData.found(in: text)
    #expect(found.map { String(text[$0.range]) } == [number])
    #expect(found.allSatisfy { $0.kind == .telephone })
  }

  @Test(
    "E-mail addresses are found, and nothing beside them",
    arguments: [
      ("Write to amina@example.org.", "amina@example.org"),
      ("<a.b+c@mail.example.co.uk>", "a.b+c@mail.example.co.uk"),
      ("özgür@bücher.example", "özgür@bücher.example"),
      ("amina (at) example.org", "amina (at) example.org"),
      ("amina[AT]example.org", "amina[AT]example.org"),
      ("amina{at}example.org", "amina{at}example.org"),
      ("amina {At} example.org", "amina {At} example.org"),
      ("amina＠example.org", "amina＠example.org"),
      ("'li_99@example.com' said", "li_99@example.com"),
      ("a@b.org,", "a@b.org"),
    ])
  func emails(text: String, address: String) {
    let found = PersonalData.found(in: text)
    #expect(found.map { String(text[$0.range]) } == [address])
    #expect(found.allSatisfy { $0.kind == .email })
  }

  @Test(
    "Dates, times, amounts, years and other numbers are none",
    arguments: [
      "2026-08-31", "31.08.2026", "31/08/2026", "8/31/2026", "01.02.2026", "01 02 2026",
      "01.02.2026-05.02.2026", "01.02.–05.02.2026", "2026-01-01 - 2026-12-31",
      "on 01.02.2026 12 people waited", "09:30", "09.30-17.00", "0830-1700", "09:30 - 17:00",
      "01/2026 - 12/2026", "24/7", "24 / 7", "1,234.50", "1.234,50", "1 234 567", "12 000 000 000",
      "1 045 678 901", "12.345.678", "+1.234.567", "+1 234 567", "0.12345678", "0 - 10000000",
      "2019-2026", "2019 2020 2021", "1900, 2000, 2100", "42", "I waited 5 days", "300 of 1,000",
      "order #0301234567", "ref A0301234567", "€0301234567", "0301234567€", "12345678 times",
      "192.168.0.1", "978-3-16-148410-0",
      "DE89 3704 0044 0532 0130 00", "52.520008, 13.404954", "3,1415926535", "1234567",
      "call 911", "call 116 117", "100%", "-1.6", "(2026)", "( )", "+", "(", "5 + 3", "@amina",
      "user@localhost", "5 @ 3.50", "a@b", "@", "", "no digits at all", "½ of it", "三十",
    ])
  func none(text: String) {
    #expect(PersonalData.found(in: text).map { String(text[$0.range]) } == [])
  }

  @Test("Several are found in order, and can be blacked out")
  func several() {
    let text = "Ring 030 1234567, or write amina@example.org; not on 31.08.2026."
    #expect(PersonalData.found(in: text).map(\.kind) == [.telephone, .email])
    #expect(PersonalData.redacted(text) == "Ring …, or write …; not on 31.08.2026.")
    #expect(PersonalData.redacted("nothing", with: "X") == "nothing")
    #expect(PersonalData.redacted("0301234567,0301234568", with: "X") == "X,X")
  }

  @Test("A digit inside an address is no telephone number")
  func numberInAddress() {
    let text = "0301234567@example.org"
    #expect(PersonalData.found(in: text).map(\.kind) == [.email])
  }

  @Test("Long hostile texts take no long time")
  func hostile() {
    for text in ["0 ", "+", "(", "a@", "1.", "01.02.2026 ", "a", "@", "(0", "０", "+0("] {
      let long = String(repeating: text, count: 10_000)
      let time = ContinuousClock().measure { _ = PersonalData.found(in: long) }
      #expect(time < .seconds(10), "\(text)")
    }
  }

  @Test("A quote is shown unless somebody forbade it or it holds personal data")
  func showable() {
    func isShowable(_ text: String, _ consent: Bool?) -> Bool {
      Touchpoint.Quote(text, consent: consent).isShowable
    }
    #expect(isShowable("I gave up.", true))
    #expect(isShowable("I gave up.", nil))
    #expect(!isShowable("I gave up.", false))
    for consent in [true, false, nil] {
      #expect(!isShowable("ring me on +49 171 1234567", consent))
      #expect(!isShowable("write to jane@example.com", consent))
    }
  }
}
