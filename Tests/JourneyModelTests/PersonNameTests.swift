import Testing

@testable import JourneyModel

@Suite("Names of people") struct PersonNameTests {
  private static func names(_ parts: Set<PersonName>?) -> Set<String> {
    Set((parts ?? []).map { $0.text.lowercased() })
  }

  @Test(
    "are the same whatever changes by accident",
    arguments: [
      (" Maria  Ruiz ", "maria ruiz"), ("Front line", "front-line"), ("front_line", "Frontline"),
      ("Jose\u{301}", "JOSÉ"), ("O’Brien", "O'Brien"), ("Weiß", "WEISS"), ("Ｒｕｉｚ", "Ruiz"),
      ("Σίσυφος", "ΣΊΣΥΦΟΣ"), ("Ru\u{AD}iz\u{200B}", "Ruiz"), ("Anne\u{2011}Marie", "Anne-Marie"),
      ("山田\u{3000}花子", "山田花子"), ("Ruiz\t(Head of lab)", "ruiz (head of lab)"),
    ])
  func same(one: String, other: String) throws {
    let (one, other) = (try #require(PersonName(one)), try #require(PersonName(other)))
    #expect(one == other)
    #expect(one.hashValue == other.hashValue)
    #expect(one.shares(other) && other.shares(one))
  }

  @Test(
    "differ where people would tell them apart",
    arguments: [("Ruiz", "Ruizova"), ("Jose", "José"), ("Ruiz", "Ruiz, Park"), ("R. Park", "Park")])
  func different(one: String, other: String) throws {
    #expect(try #require(PersonName(one)) != #require(PersonName(other)))
  }

  @Test("name nobody without a letter", arguments: [nil, "", "  ", "-", "—", "\u{200B}", "\n"])
  func nobody(text: String?) {
    #expect(PersonName(text) == nil)
    #expect(PersonName("Ruiz")?.shares(PersonName(text)) == false)
  }

  @Test("stay as they are written, but for white space")
  func text() {
    #expect(PersonName("  Maria \u{3000} Ruiz\n(Head  of Lab)")?.text == "Maria Ruiz (Head of Lab)")
  }

  @Test("have people and roles in them")
  func parts() {
    #expect(
      Self.names(PersonName("Ruiz (head of lab), Park")?.parts) == [
        "ruiz", "head of lab", "park", "ruiz (head of lab), park",
      ])
    for (text, some) in [
      ("Ruiz and Park", ["Ruiz", "Park"]), ("researcher, with Ruiz", ["researcher", "Ruiz"]),
      ("Ruiz, Park and Chen", ["Ruiz", "Park", "Chen"]), ("Ruiz / Park", ["Ruiz", "Park"]),
      ("Ruiz - head of lab", ["Ruiz", "Head of lab"]), ("山田（所長）、Park", ["山田", "所長", "Park"]),
    ] {
      let parts = PersonName(text)?.parts ?? []
      #expect(parts.isSuperset(of: some.compactMap { PersonName($0) }), "\(text)")
    }
    #expect(PersonName("Anderson")?.parts == Set([PersonName("anderson")].compactMap(\.self)))
    #expect(PersonName("Anne-Marie Sand")?.parts.count == 1)
    #expect(PersonName("Ruiz, Chen")?.shares(PersonName("chen")) == true)
    #expect(PersonName("Ruiz")?.shares(PersonName("Ruizova")) == false)
  }

  @Test("are an equivalence, and whoever is the same is shared, in random spellings")
  func laws() {
    var random = SplitMix(state: 0x5EED)
    let people = ["Ana Ruiz", "Bo-Li Park", "Émile Weiß", "O'Neil (head of lab)", "Ana Ruiz, Park"]
    for _ in 0..<2_000 {
      let (a, b) = (random.next(5), random.next(5))
      let one = PersonName(random.spelling(people[a]))
      let other = PersonName(random.spelling(people[b]))
      #expect((one == other) == (a == b), "\(one?.text ?? "") \(other?.text ?? "")")
      #expect(one?.shares(other) == other?.shares(one))
      if one == other { #expect(one?.parts == other?.parts) }
    }
  }
}

/// Spellings that mean the same, the same ones in every run.
private struct SplitMix {
  var state: UInt64

  mutating func next(_ count: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((z ^ (z >> 31)) % UInt64(count))
  }

  mutating func spelling(_ name: String) -> String {
    var text = [" ", "", "\u{A0}"][next(3)]
    for character in name {
      switch (character, next(4)) {
      case (" ", 0): text += "  "
      case ("-", 0): text += "\u{2011}"
      case ("'", 0): text += "’"
      case ("É", 0): text += "e\u{301}"
      case ("ß", 0): text += "SS"
      case (_, 1): text += character.uppercased()
      case (_, 2): text += character.lowercased()
      default: text.append(character)
      }
    }
    return text + ["", " ", "\u{200B}"][next(3)]
  }
}
