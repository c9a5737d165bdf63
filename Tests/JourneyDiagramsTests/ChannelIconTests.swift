import JourneyModel
import Testing

@testable import JourneyDiagrams

/// Every channel that its document, its name or its kind tells has an icon, within its square.
@Suite struct ChannelIconTests {
  @Test(arguments: Channel.Symbol.allCases)
  func everySymbolHasADrawingInItsSquare(symbol: Channel.Symbol) throws {
    let channel = Channel(id: "c", icon: .symbol(symbol))
    let group = try #require(
      ChannelIcon.draw(channel, center: Point(100, 50), size: 48, paint: .role(.ink)))
    #expect(group.keepsShape)
    let data = try #require(SymbolOutlines.data(of: symbol))
    let (low, high) = data.bounds
    // With half a line around it the drawing fills its square and does not leave it.
    #expect(min(low.x, low.y) >= 0.9 && max(high.x, high.y) <= 23.1)
    #expect(max(high.x - low.x, high.y - low.y) >= 14)
    // Balanced: its middle is that of the square, more or less.
    #expect(abs((low.x + high.x) / 2 - 12) < 0.8 && abs((low.y + high.y) / 2 - 12) < 0.8)
    let bounds = try #require(group.bounds)
    #expect(bounds.x >= 76 && bounds.maxX <= 124 && bounds.y >= 26 && bounds.maxY <= 74)
  }

  @Test func symbolsAreTheirOwn() {
    #expect(
      Set(Channel.Symbol.allCases.map { SymbolOutlines.data(of: $0)?.text }).count
        == Channel.Symbol.allCases.count)
  }

  @Test(
    arguments: [
      ("web", "Patient portal", nil, Channel.Symbol.web), ("c1", "Website", nil, .web),
      ("c1", "Comparison site", nil, .web),
      ("c1", "Kundenportal", nil, .web), ("c1", "Happy hour", nil, nil), ("app", "", nil, .app),
      ("c1", "My app", nil, .app), ("c1", "WhatsApp", nil, .chat), ("c1", "E-Mail", nil, .email),
      ("mail", "Mail", .physical, .post), ("mail", "Mail", .digital, .email),
      ("post", "Post", .digital, .social), ("post", "Post", nil, .post),
      ("c1", "Brief", nil, .post),
      ("c1", "Anruf beim Amt", nil, .phone), ("c1", "Téléphone", nil, .phone),
      ("c1", "Te\u{301}le\u{301}phone", nil, .phone),
      ("c1", "電話", nil, .phone), ("c1", "店舗窓口", nil, .shop), ("c1", "هاتف", nil, .phone),
      ("c1", "موقع الويب", nil, .web), ("c1", "رسالة نصية", nil, .sms), ("c1", "メール", nil, .email),
      ("c1", "Correo electrónico", nil, .email), ("c1", "Centre d’appel", nil, .callCentre),
      ("call-centre", "Phone", .human, .callCentre), ("c1", "In person", nil, .inPerson),
      ("c1", "Vor Ort", nil, .inPerson), ("c1", "Réseaux sociaux", nil, .social),
      ("silence", "Silence", Channel.Kind.none, .silence), ("c1", "Funkstille", nil, .silence),
      ("kiosk", "Kiosk", nil, .kiosk), ("c1", "Geldautomat", nil, .kiosk),
      ("x", "Drohne", .digital, .digital), ("x", "Schild", .physical, .physical),
      ("x", "Nachbarin", .human, .human), ("x", "Nichts", Channel.Kind.none, .nothing),
      ("x", "Nichts", nil, nil),
    ] as [(String, String, Channel.Kind?, Channel.Symbol?)])
  func isGuessedFromWords(
    id: String, name: String, kind: Channel.Kind?, expected: Channel.Symbol?
  ) {
    let channel = Channel(id: ChannelID(id), name: name, kind: kind)
    #expect(ChannelIcon.icon(of: channel) == expected.map { .symbol($0) })
  }

  @Test func theDocumentDecides() throws {
    let path = Channel.Icon.path(try PathData("M4 12h16"))
    #expect(ChannelIcon.icon(of: Channel(id: "web", kind: .digital, icon: path)) == path)
    #expect(ChannelIcon.draw(nil, center: Point(0, 0), size: 24, paint: .role(.ink)) == nil)
  }

  @Test func linesStayVisibleInSmallIcons() throws {
    func width(_ size: Double) -> Double? {
      let group = ChannelIcon.draw(
        .symbol(.web), center: Point(0, 0), size: size, paint: .role(.ink))
      guard case .shape(let shape)? = group.elements.first else { return nil }
      return shape.stroke?.width
    }
    #expect(width(14) == 1.2)
    #expect(width(24) == 1.8)
    #expect(width(120) == 9)
  }
}
