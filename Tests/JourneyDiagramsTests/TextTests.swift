@testable import JourneyDiagrams
import JourneyModel
import Synchronization
import Testing

@Suite("Text")
struct TextTests {
  private func lines(_ text: String, width: Double, role: TextRole = .body) throws -> [String] {
    let setter = Typesetter(theme: .light, measurer: TableMeasurer())
    let label = setter.add(text, role)
    try setter.measure()
    return try setter.lines(label, width: width).map(\.text)
  }

  @Test("wraps at words")
  func words() throws {
    #expect(
      try lines("No date, no sign that anything is happening", width: 150) == [
        "No date, no sign that", "anything is happening",
      ])
  }

  @Test("breaks words that are wider than their column, with a hyphen at a syllable")
  func hyphens() throws {
    #expect(
      try lines("Kraftfahrzeughaftpflichtversicherung", width: 150) == [
        "Kraftfahrzeughaft-", "pflichtversicherung",
      ])
  }

  @Test(
    "breaks words between syllables, in three letters at least",
    arguments: [
      "Bera-tungs-stelle", "Antrag-stel-lung", "Nach-for-de-rungs-schrei-ben",
      "Zufrie-den-heits-um-frage", "Rech-nungs-prü-fung", "Rück-erstat-tung", "Haupt-straße",
      "Sicher-heits-hin-weis", "Ver-ant-wor-tung", "Wei-ter-be-wil-li-gungs-an-trag",
      "Con-fir-ma-tion", "Unsub-scribe", "Registra-tion", "Strengths", "Stage", "2026-01-31",
    ])
  func syllables(word: String) {
    let isWhole = !word.contains { $0.isLetter }
    let characters = Array(isWhole ? word : word.filter { $0 != "-" })
    let broken = zip(characters, Hyphenation.breaks(in: characters))
      .map { ($1 ? "-" : "") + String($0) }
    #expect(broken.joined() == word)
  }

  @Test(
    "breaks names that programs gave at their marks and capitals, and puts no hyphen into them",
    arguments: [
      ("ESCALATED_TO_SUPERVISOR", 120.0, ["ESCALATED_TO_", "SUPERVISOR"]),
      ("/?utm_source=facebook", 100, ["/?utm_source=", "facebook"]),
      ("https://shop.example.com/checkout", 100, ["https://", "shop.example.", "com/checkout"]),
      ("onboardingPrivacyPolicyShown", 110, ["onboarding", "PrivacyPolicy", "Shown"]),
      ("user@example-shop.org", 100, ["user@example-", "shop.org"]),
    ])
  func identifiers(name: String, width: Double, expected: [String]) throws {
    let found = try lines(name, width: width)
    #expect(found == expected)
    for width in stride(from: 12.0, through: 240, by: 7) {
      #expect(try lines(name, width: width).joined() == name)
    }
  }

  @Test(
    "takes no words of people for names of programs",
    arguments: [
      ("time-out", false), ("Kund:innen", false), ("and/or", false), ("Haupt-Straße", false),
      ("done.", false), ("why?", false), ("3.5", false), ("A–B", false), ("GET", false),
      ("a_b", true), ("orderShipped", true), ("x=1", true), ("www.example.org", true),
      ("/cart", true), ("a/b/c", true), ("me@home", true), ("https://x", true), ("page#2", true),
    ])
  func names(word: String, isName: Bool) {
    #expect(Identifiers.contains(Substring(word)) == isName)
  }

  @Test("sets a short word smaller rather than tearing it")
  func shrinks() throws {
    let setter = Typesetter(theme: .light, measurer: TableMeasurer())
    for (text, word) in [("Stage 4", "Stage"), ("Our Strengths", "Strengths")] {
      let label = setter.add(text, .stage)
      let alone = setter.add(word, .stage)
      try setter.measure()
      let width = setter.width(alone) * 0.9
      let lines = try setter.lines(label, width: width)
      let line = try #require(lines.first { $0.text == word })
      #expect(abs(line.scale - 0.9) < 1e-9)
      #expect(line.width <= width)
      #expect(lines.count == 2)
      #expect(lines.filter { $0.text != word }.allSatisfy { $0.scale == 1 })
      let drawn = setter.placed(lines, of: label, at: Point(0, 0), fill: .role(.ink))
      let scales = drawn.compactMap { if case .text(let line) = $0 { line.scale } else { nil } }
      #expect(scales == lines.map(\.scale))
    }
  }

  @Test("wastes a line rather than breaking a word where it has no syllable")
  func wastes() throws {
    let syllables = Set(["Nach", "for", "de", "rungs", "schrei", "ben"])
    for width in stride(from: 54.0, through: 130, by: 2) {
      let lines = try lines("Nachforderungsschreiben", width: width)
      for line in lines.map({ $0.filter(\.isLetter) }) {
        #expect(syllables.contains { line.hasSuffix($0) }, "\(lines)")
      }
    }
  }

  @Test("breaks no line at a no-break space, nor at the dashes of what it holds together")
  func held() throws {
    let text = "seen 9\u{A0}Jan\u{A0}–\u{A0}31\u{A0}Mar, Mar–Aug\u{A0}2026, 12\u{202F}%"
    let whole = ["9\u{A0}Jan\u{A0}–\u{A0}31\u{A0}Mar,", "Mar–Aug\u{A0}2026,", "12\u{202F}%"]
    for width in stride(from: 130.0, through: 400, by: 9) {
      let lines = try lines(text, width: width)
      for part in whole { #expect(lines.contains { $0.contains(part) }, "\(lines)") }
    }
    #expect(try lines("Mar–Aug 2026", width: 40) == ["Mar–", "Aug", "2026"])
  }

  @Test("breaks at a no-break space rather than within a word")
  func heldTooWide() throws {
    #expect(try lines("21\u{A0}November\u{A0}2026", width: 80) == ["21", "November", "2026"])
  }

  @Test("keeps numbers and their units, and dates, together in Japanese")
  func japaneseNumbers() throws {
    let text = "顧客1,000人、2026年3月～8月、インタビュー12件"
    for width in stride(from: 140.0, through: 400, by: 9) {
      let lines = try lines(text, width: width)
      for part in ["1,000人", "2026年3月～8月", "12件"] {
        #expect(lines.contains { $0.contains(part) }, "\(lines)")
      }
    }
  }

  @Test("wraps Japanese between characters, closing marks never first")
  func japanese() throws {
    let lines = try lines("夜中の三時まで、ずっと更新していました。「異常」って。", width: 95)
    #expect(lines.count > 2)
    for line in lines {
      #expect(!"、。」".contains(line.first ?? "x"))
      #expect(line.last != "「")
    }
  }

  @Test("keeps every character", arguments: ["a-b well-known", "日本語 and English", "x\u{AD}y z"])
  func keepsAll(text: String) throws {
    let letters = text.filter { $0.isLetter }
    for width in [12.0, 40, 90, 400] {
      #expect(try lines(text, width: width).joined().filter { $0.isLetter } == letters)
    }
  }

  @Test("draws controls as pictures and white space as one space")
  func cleaned() {
    #expect(Scalars.cleaned("a\u{1}\u{7F}b") == "a␁␡b")
    #expect(Scalars.cleaned("  a \n\t b ") == "a b")
    #expect(Scalars.cleaned("a\u{FFFE}b") == "a\u{FFFD}b")
  }

  @Test("finds which way a text runs")
  func direction() {
    #expect(Scalars.direction(of: "“لا أخبار” SMS") == .rightToLeft)
    #expect(Scalars.direction(of: "12 SMS لا") == .leftToRight)
  }

  @Test("writes numbers with a true minus and thousands apart")
  func numbers() {
    let numbers = Numbers()
    #expect(numbers.decimal(-1.64, plus: true) == "−1.6")
    #expect(numbers.decimal(0.7, plus: true) == "+0.7")
    #expect(numbers.decimal(-0.04, plus: true) == "0.0")
    #expect(numbers.count(1_234_567) == "1,234,567")
    #expect(numbers.percent(0.004) == "<1%")
    #expect(numbers.percent(0.9996) == ">99%")
    #expect(numbers.percent(1) == "100%")
  }

  @Test("sets quotation marks inside quotation marks")
  func quotes() {
    #expect(Words.english.quote("“Not valid.” Why?") == "“‘Not valid.’ Why?”")
    #expect(Words.english.quote("He said \"no\".") == "“He said ‘no’.”")
  }

  @Test("measures once what was measured before, at any size")
  func cache() throws {
    let counter = CountingMeasurer()
    let cache = CachingMeasurer(counter)
    let style = Theme.light.style(.body)
    var large = style
    large.size *= 2
    let first = try cache.widths(of: [StyledText("abc", style), StyledText("de", style)])
    let second = try cache.widths(of: [StyledText("abc", large)])
    #expect(counter.calls == 1)
    #expect(second == [2 * first[0]])
  }

  private final class CountingMeasurer: TextMeasuring {
    private let counter = Mutex(0)
    var calls: Int { counter.withLock { $0 } }
    func widths(of texts: [StyledText]) -> [Double] {
      counter.withLock { $0 += 1 }
      return TableMeasurer().widths(of: texts)
    }
  }
}
