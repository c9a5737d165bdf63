import JourneyAnalysis
import JourneyKit
import JourneyModel
import JourneyTestSupport
import Testing

@testable import JourneyDiagrams

@Suite("Languages")
struct LanguageTests {
  private static let translated = Words.languages.map(\.language).filter { $0 != "en" }
  private static let english = Phrases.all(in: .english)

  private func mayBeSame(_ phrase: Phrases.Phrase, _ language: String) -> Bool {
    // Signs and gaps have no language.
    if phrase.forms.allSatisfy({ !$0.contains(where: \.isLetter) }) { return true }
    // `n 42`: the sign for a sample is the same everywhere.
    if phrase.forms == ["n\u{A0}{}"] { return true }
    return Self.written["\(language) \(phrase.path)"] != nil
  }

  /// Words that a language writes as English does, each looked at.
  private static let written: [String: String] = [
    "de flow.start": "Start", "de levels[2]": "Neutral", "de summaryCounts": "{} in {}.",
    "de page.persona": "Persona", "fr page.persona": "Persona", "de page.views.heatmap": "Heatmap",
  ]

  @Test("are all there, each with a name of its own")
  func languages() {
    #expect(Words.languages.map(\.language) == ["en", "de", "fr", "es", "ja", "ar"])
    #expect(Self.english.count > 100)
  }

  @Test("say everything", arguments: translated)
  func everything(language: String) {
    let words = Words.inLanguage(language)
    let phrases = Phrases.all(in: words)
    let missing = zip(Self.english, phrases).filter { english, phrase in
      english.forms.last == phrase.forms.last && !mayBeSame(phrase, words.language)
    }
    #expect(missing.map(\.0.path) == [], "to be translated into \(words.language)")
    for phrase in phrases { #expect(phrase.forms.allSatisfy { !$0.isEmpty }, "\(phrase.path)") }
    for entry in Self.written.keys where entry.hasPrefix(words.language + " ") {
      let phrase = phrases.first { "\(words.language) \($0.path)" == entry }
      #expect(phrase?.forms.last == Self.written[entry], "\(entry) is no longer the same")
    }
  }

  @Test("leave the same gaps", arguments: translated)
  func gaps(language: String) {
    let words = Words.inLanguage(language)
    let phrases = Phrases.all(in: words)
    #expect(phrases.map(\.path) == Self.english.map(\.path))
    for (english, phrase) in zip(Self.english, phrases) {
      let wanted = Phrases.gaps(in: english.forms.last ?? "")
      for (form, text) in zip(phrase.rule?.forms ?? [.other], phrase.forms) {
        let gaps = Phrases.gaps(in: text)
        // None, one and two may be said by the word alone: only the count is missing.
        let isWord =
          phrase.rule == .arabic && [.zero, .one, .two].contains(form)
          && gaps.count == wanted.count - 1 && gaps.allSatisfy(wanted.contains)
        #expect(gaps == wanted || isWord, "\(words.language) \(phrase.path): \(text)")
      }
    }
  }

  @Test("hold no number of their own, so that the region decides on its digits and marks")
  func digits() {
    for words in Words.languages {
      for phrase in Phrases.all(in: words) {
        let path = "\(words.language) \(phrase.path)"
        for text in phrase.forms {
          let bare = Self.numbered[path].map { text.replacing($0, with: "") } ?? text
          // What is left of `{2}` is a gap.
          let rest = bare.replacing(#/\{[0-9]+\}/#, with: "")
          let holdsDigit = rest.unicodeScalars.contains {
            $0.properties.generalCategory == .decimalNumber
          }
          #expect(!holdsDigit, "\(path): \(text)")
        }
      }
    }
  }

  /// Numbers that are names: the months of Japanese, which has one way to write digits.
  private static let numbered: [String: String] = {
    var names: [String: String] = [:]
    for month in 1...12 { names["ja months[\(month - 1)]"] = String(month) }
    return names
  }()

  @Test("say one and two in Arabic by the word alone, never beside a digit")
  func oneAndTwo() {
    for phrase in Phrases.all(in: .arabic) where phrase.rule == .arabic {
      let wanted = Phrases.gaps(in: phrase.forms.last ?? "").count
      for (form, text) in zip(Words.PluralRule.arabic.forms, phrase.forms)
      where form == .one || form == .two {
        #expect(Phrases.gaps(in: text).count == max(0, wanted - 1), "\(phrase.path): \(text)")
      }
    }
    #expect(Words.arabic.counted(.interview, 2) == "مقابلتان")
    #expect(Words.arabic.counted(.interview, 12) == "12\u{A0}مقابلة")
  }

  @Test("count no days, rounds or visits that nobody counted")
  func methods() {
    for method in [Evidence.Method.serviceImmersion, .selfExperience, .observation, .analytics] {
      for words in Words.languages {
        let text = words.counted(method, 6) ?? ""
        #expect(text.hasSuffix("(6)") || text.hasSuffix("（6）"), "\(words.language): \(text)")
      }
    }
    #expect(Words.english.counted(.serviceImmersion, 6) == "service immersion\u{A0}(6)")
  }

  @Test("say below every picture with shares who is in none", arguments: Words.languages)
  func underWay(words: Words) throws {
    var journey = Journey.sketch([
      "start -> a: 1000", "a -> left: 200", "a -> under-way: 158", "a -> completed: 642",
    ])
    journey.language = words.language
    let subject = Subject(journey: journey, analysis: try journey.analyzed(asOf: Sketch.day))
    let number = words.counted(158, subject.journey.customers)
    #expect(EvidenceLine.text(of: subject).contains(words.fill(words.stillUnderWay, number)))
    #expect(!EvidenceLine.text(of: subject, saysUnderWay: false).contains("158"))
  }

  @Test(
    "write the numbers inside phrases as the region does",
    arguments: [
      ("en", "between −1.0 and +1.0 with 90% confidence|90% interval|heat per 1,000"),
      (
        "de-CH",
        "mit 90% Sicherheit zwischen −1.0 und +1.0|Intervall mit 90% Sicherheit|Hitze je 1’000"
      ),
      (
        "es-MX",
        "entre −1.0 y +1.0 con un 90\u{A0}% de confianza|intervalo del 90\u{A0}%|"
          + "calor por cada 1,000"
      ),
      ("ar-EG", "بين \u{61C}−١٫٠ و\u{61C}+١٫٠ بثقة ٩٠٪|مجال ثقة ٩٠٪|السخونة لكل ١٬٠٠٠"),
    ])
  func numbersInPhrases(tag: String, expected: String) {
    let words = Words.inLanguage(tag)
    let written = [
      words.interval(-1, 1, on: Journey(id: "j", title: "j").scale),
      words.fill(words.legendInterval, words.confidence),
      words.fill(words.page.heat, words.heatBase),
    ]
    #expect(written.joined(separator: "|") == expected)
  }

  @Test(
    "write the sign of a percentage and the marks between clauses as the language does",
    arguments: [
      ("en", "bar and %: share of guests who come here|; "),
      ("de-CH", "Balken und %: Anteil der guests, der hierher kommt|; "),
      ("fr", "barre et %\u{A0}: part de l’effectif (guests) qui arrive ici|\u{202F}; "),
      ("ja", "棒と%：ここに来るguestsの割合|；"),
      ("ar", "العمود و%: نسبة guests الذين يصلون إلى هنا|؛ "),
      ("ar-EG", "العمود و٪: نسبة guests الذين يصلون إلى هنا|؛ "),
    ])
  func signs(tag: String, expected: String) {
    let words = Words.inLanguage(tag)
    let legend = words.fill(words.flow.legendReach, words.numbers.percentSign, "guests")
    let plain = legend.filter { !["\u{2066}", "\u{2067}", "\u{2068}", "\u{2069}"].contains($0) }
    #expect(plain + "|" + words.clauseSeparator == expected)
  }

  @Test("rank hotspots with the region's digits, drawn and said")
  func ranks() throws {
    var journey = ClinicJourney.make()
    journey.language = "ar-EG"
    let subject = Subject(journey: journey, analysis: Sketch.analysis(of: journey))
    for view in [MapView(), FlowView(), BlueprintView()] as [any JourneyView] {
      let text = try view.picture(
        of: subject, options: DrawingOptions(), engines: .table
      ).description
      #expect(text.contains("\"١\"") && !text.contains("\"1\""), "\(view.name)")
      #expect(!text.contains("; "), "\(view.name)")
    }
  }

  @Test("have the plural forms of their language", arguments: translated)
  func plurals(language: String) {
    let words = Words.inLanguage(language)
    let rules: [String: Words.PluralRule] = [
      "de": .one, "es": .one, "fr": .zeroAndOne, "ja": .none, "ar": .arabic,
    ]
    for phrase in Phrases.all(in: words) {
      guard let rule = phrase.rule else { continue }
      // Behind a word in brackets a number bends nothing.
      if rule == .none, phrase.forms.allSatisfy({ $0.hasSuffix("\u{A0}({})") }) { continue }
      #expect(rule == rules[words.language], "\(words.language) \(phrase.path)")
    }
  }

  @Test(
    "choose plural forms as CLDR does",
    arguments: [
      (Words.PluralRule.one, "one:1 other:0,2,5,1.5,100"),
      (.zeroAndOne, "one:0,1,1.5 other:2,2.5,17,1000"),
      (.none, "other:0,1,2,15"),
      (
        .arabic,
        "zero:0 one:1 two:2 few:3,10,103,110,1003 many:11,26,99,111,1011 other:100,102,200,1.5,1000"
      ),
    ])
  func cldr(rule: Words.PluralRule, samples: String) throws {
    for part in samples.split(separator: " ") {
      let pair = part.split(separator: ":")
      for number in pair[1].split(separator: ",") {
        #expect(rule.form(for: try #require(Double(number))).rawValue == pair[0], "\(number)")
      }
    }
  }

  @Test(
    "write numbers as their readers do",
    arguments: [
      ("en", "−1.6|12,400|1,000|54%|<1%|>99%"),
      ("de", "−1,6|12.400|1.000|54\u{A0}%|<\u{202F}1\u{A0}%|>\u{202F}99\u{A0}%"),
      ("de-CH", "−1.6|12’400|1’000|54%|<\u{202F}1%|>\u{202F}99%"),
      ("de-AT", "−1,6|12\u{A0}400|1\u{A0}000|54\u{A0}%|<\u{202F}1\u{A0}%|>\u{202F}99\u{A0}%"),
      (
        "fr",
        "−1,6|12\u{202F}400|1\u{202F}000|54\u{202F}%|<\u{202F}1\u{202F}%|>\u{202F}99\u{202F}%"
      ),
      ("es", "−1,6|12\u{202F}400|1000|54\u{A0}%|<\u{202F}1\u{A0}%|>\u{202F}99\u{A0}%"),
      ("es-MX", "−1.6|12,400|1,000|54\u{A0}%|<\u{202F}1\u{A0}%|>\u{202F}99\u{A0}%"),
      ("ja", "−1.6|12,400|1,000|54%|1%未満|99%超"),
      ("ar", "\u{200E}−1.6|12,400|1,000|54%|أقل من 1%|أكثر من 99%"),
      ("ar-EG", "\u{61C}−١٫٦|١٢٬٤٠٠|١٬٠٠٠|٥٤٪|أقل من ١٪|أكثر من ٩٩٪"),
      ("ar-MA", "\u{200E}−1,6|12.400|1.000|54%|أقل من 1%|أكثر من 99%"),
      ("ar-EG-u-nu-latn", "\u{200E}−1.6|12,400|1,000|54%|أقل من 1%|أكثر من 99%"),
      ("ar-u-nu-arab", "\u{61C}−١٫٦|١٢٬٤٠٠|١٬٠٠٠|٥٤٪|أقل من ١٪|أكثر من ٩٩٪"),
    ])
  func numbers(tag: String, expected: String) {
    let numbers = Words.inLanguage(tag).numbers
    let written = [
      numbers.decimal(-1.6), numbers.count(12400), numbers.count(1000), numbers.percent(0.54),
      numbers.percent(0.001), numbers.percent(0.999),
    ]
    #expect(written.joined(separator: "|") == expected)
  }

  @Test(
    "write days as their readers do",
    arguments: [
      ("en", "12 Aug 2026|1 Mar 2026|Mar–Aug 2026|Nov 2025 – Feb 2026|5 Mar – 12 Aug 2026"),
      (
        "de",
        "12. Aug. 2026|1. März 2026|März–Aug. 2026|Nov. 2025 – Feb. 2026|5. März – 12. Aug. 2026"
      ),
      (
        "fr",
        "12 août 2026|1er mars 2026|mars–août 2026|nov. 2025 – févr. 2026|5 mars – 12 août 2026"
      ),
      (
        "es",
        "12 ago 2026|1 mar 2026|mar–ago 2026|nov 2025 – feb 2026|5 mar – 12 ago 2026"
      ),
      ("ja", "2026年8月12日|2026年3月1日|2026年3月～8月|2025年11月～2026年2月|2026年3月5日～8月12日"),
      (
        "ar",
        "12 أغسطس 2026|1 مارس 2026|مارس – أغسطس 2026|من نوفمبر 2025 إلى فبراير 2026|من 5 مارس إلى 12 أغسطس 2026"
      ),
      (
        "ar-EG",
        "١٢ أغسطس ٢٠٢٦|١ مارس ٢٠٢٦|مارس – أغسطس ٢٠٢٦|من نوفمبر ٢٠٢٥ إلى فبراير ٢٠٢٦|من ٥ مارس إلى ١٢ أغسطس ٢٠٢٦"
      ),
    ])
  func days(tag: String, expected: String) throws {
    let words = Words.inLanguage(tag)
    func day(_ text: String) throws -> CalendarDate { try #require(CalendarDate(text)) }
    func period(_ start: String, _ end: String) throws -> String {
      words.period(try #require(Period(start: try day(start), end: try day(end))))
    }
    let written = [
      words.date(try day("2026-08-12")), words.date(try day("2026-03-01")),
      try period("2026-03-01", "2026-08-31"), try period("2025-11-01", "2026-02-28"),
      try period("2026-03-05", "2026-08-12"),
    ]
    #expect(written.joined(separator: "|").replacing("\u{A0}", with: " ") == expected)
    // Lines do not break them.
    #expect(!written.joined().contains(" "))
  }

  @Test("break no date, no period and no number from what it counts", arguments: Words.languages)
  func lines(words: Words) throws {
    var journey = ClinicJourney.make()
    journey.language = words.language
    let (start, end) = (try #require(CalendarDate("2026-01-09")), Sketch.day)
    journey.period = Period(start: start, end: end)
    journey.personas[0].reviewed = CalendarDate("2026-08-12")
    let subject = Subject(journey: journey, analysis: Sketch.analysis(of: journey))
    let text = EvidenceLine.text(of: subject) + "; " + words.period(try #require(journey.period))
    // What follows a number belongs to it.
    #expect(!text.contains(#/[0-9] /#))
    let setter = Typesetter(theme: .light, measurer: TableMeasurer())
    let label = setter.add(text, .legend)
    try setter.measure()
    // Japanese has no spaces to break at: there dates alone are whole.
    let whole =
      words.language == "ja"
      ? [words.date(subject.analysis.asOf), words.period(try #require(journey.period))]
      : text.split(separator: " ").filter { $0.contains("\u{A0}") }.map(String.init)
    #expect(whole.contains { $0.contains(words.date(subject.analysis.asOf)) })
    for width in stride(from: 300.0, through: 900, by: 13) {
      let lines = try setter.lines(label, width: width).map(\.text)
      for part in whole { #expect(lines.contains { $0.contains(part) }, "\(part): \(lines)") }
      #expect(!lines.contains { $0.hasPrefix("·") })
    }
  }

  @Test(
    "put quotes into their own marks",
    arguments: [
      ("en", "say \"no\" or “yes”", "“say ‘no’ or ‘yes’”"),
      ("de", "sag \"nein\" oder „ja“", "„sag ‚nein‘ oder ‚ja‘“"),
      ("de-CH", "sag \"nein\"", "«sag ‹nein›»"),
      ("fr", "dis \"non\"", "«\u{202F}dis “non”\u{202F}»"),
      ("es", "di «no»", "«di “no”»"),
      ("ja", "「はい」と言う", "「『はい』と言う」"),
      ("ar", "قل \"لا\"", "«قل “لا”»"),
    ])
  func quotes(tag: String, text: String, expected: String) {
    #expect(Words.inLanguage(tag).quote(text) == expected)
  }

  @Test("are found by what tag there is")
  func tags() {
    for (tag, language) in [
      (nil, "en"), ("", "en"), ("en-GB", "en"), ("de", "de"), ("DE-at", "de"), ("fr_FR", "fr"),
      ("ar-EG", "ar"), ("nl", "en"), ("he", "en"), ("gsw", "en"), ("x-de", "en"),
    ] {
      #expect(Words.inLanguage(tag).language == language, "\(tag ?? "nil")")
    }
    // Without a table of words the document is read its own way all the same.
    var journey = Journey(id: "j", title: "j")
    journey.language = "he"
    #expect(
      Subject(journey: journey, analysis: Sketch.analysis(of: journey)).direction == .rightToLeft)
  }

  @Test("fill gaps by number, and leave what is no gap")
  func filling() {
    let words = Words.english
    #expect(words.fill("{2}年{1}月", "8", "2026") == "2026年8月")
    #expect(words.fill("{} and {}", "a", "b") == "a and b")
    #expect(words.fill("{} {3} {x} {", "a") == "a {3} {x} {")
    #expect(words.fill("{}", "{}") == "{}")
    #expect(words.fill("{} left", "لا") == "\u{2068}لا\u{2069} left")
    #expect(Words.arabic.fill("{} هنا", "Ruiz") == "\u{2068}Ruiz\u{2069} هنا")
    #expect(Words.arabic.fill("{} هنا", "لا") == "لا هنا")
  }

  @Test("call customers what the document calls them, else in its language")
  func customers() {
    var journey = Journey(id: "j", title: "j")
    journey.language = "de"
    let analysis = Sketch.analysis(of: journey)
    #expect(
      Subject(journey: journey, analysis: analysis).journey.customers == Words.german.customers)
    journey.customers = "Gäste"
    #expect(Subject(journey: journey, analysis: analysis).journey.customers == "Gäste")
  }
}

@Suite("Right-to-left text")
struct BidiTests {
  @Test(
    "runs as its first letter outside of isolates does",
    arguments: [
      ("لا أخبار", TextDirection.rightToLeft), ("No news", .leftToRight), ("−1.6", .leftToRight),
      ("18% يغادرون", .rightToLeft), ("\u{2068}Ruiz\u{2069} هنا", .rightToLeft),
      ("\u{2068}لا\u{2069} left", .leftToRight), ("\u{200E}−1.6", .leftToRight),
      // Nothing but isolates and signs runs as the picture.
      ("7% ← \u{2068}travel\u{2069}", .rightToLeft), ("", .leftToRight),
    ])
  func direction(text: String, expected: TextDirection) {
    #expect(Scalars.direction(of: text, in: .rightToLeft) == expected)
  }

  @Test("keeps stages' names at the beginning of the reading direction, in every view with stages")
  func stages() throws {
    var journey = ClinicJourney.make()
    journey.language = "ar"
    journey.stages = ["اختبار", "انتظار", "نتيجة"].map { Stage($0) }
    for (index, stage) in [0, 1, 2, 2, 2].enumerated() {
      journey.touchpoints[index].stage = journey.stages[stage].id
    }
    let subject = Subject(journey: journey, analysis: Sketch.analysis(of: journey))
    let engines = Engines(measurer: TableMeasurer(), layout: GraphvizLayout())
    for view in [MapView(), FlowView()] as [any JourneyView] {
      let picture = try view.picture(of: subject, options: DrawingOptions(), engines: engines)
        .finished(for: DrawingOptions())
      var names: [Double] = []
      var notes: [Double] = []
      picture.forEachLeaf { element in
        guard case .text(let line) = element else { return }
        if line.role == .stage { names.append(line.box(in: picture.theme).maxX) }
        if line.role == .stageNote, line.text.contains("هنا") {
          notes.append(line.box(in: picture.theme).maxX)
        }
      }
      #expect(!names.isEmpty && !notes.isEmpty)
      for (name, note) in zip(names, notes) { #expect(name > note, "\(view.name)") }
    }
  }

  @Test("has fonts with its letters, and no slanted ones")
  func fonts() {
    let theme = Theme.light.reading("ar-EG")
    #expect(theme.families.contains("Noto Sans Arabic"))
    #expect(theme.families.last == "sans-serif")
    #expect(!theme.style(.quote).isItalic)
    #expect(theme.style(.body).families == theme.families)
    #expect(Theme.light.reading("de") == .light)
    #expect(Theme.light.reading(nil) == .light)
  }
}
