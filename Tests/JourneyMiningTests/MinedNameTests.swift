import EventCounting
import JourneyFormats
import JourneyMining
import JourneyModel
import Testing

@Suite struct MinedNameTests {
  @Test(arguments: [
    ("Add to basket", "add-to-basket"), ("add_to_cart", "add_to_cart"), ("検索", "検索"),
    ("Überweisung prüfen!", "überweisung-prüfen"), ("start", "start-touchpoint"),
    ("Completed", "completed-touchpoint"), ("🛒", "u1f6d2"), ("/", "root"), (" ", "unnamed"),
    ("https://shop.example/cart?utm_source=blog", "cart-blog"),
    ("https://www.shop.example/", "shop-example"),
    ("https://shop.example/%E6%A4%9C%E7%B4%A2#top", "検索-top"),
    ("https://shop.example/?q=100%", "100"),
    (
      "a very long name of a step that nobody would ever write",
      "a-very-long-name-of-a-step-that-nobody"
    ),
    ("Don't", "dont"), ("7", "7"),
  ])
  func ids(name: String, id: String) {
    #expect(JourneyMiner.ids(of: [name]) == [TouchpointID(id)])
  }

  @Test func idsDoNotDependOnTheOrderOfNames() {
    #expect(JourneyMiner.ids(of: ["a b", "A-B", "a-b-2"]) == ["a-b-3", "a-b", "a-b-2"])
    #expect(JourneyMiner.ids(of: ["a-b-2", "A-B", "a b"]) == ["a-b-2", "a-b", "a-b-3"])
  }

  @Test func namesThatAreIdsKeepThem() {
    #expect(
      JourneyMiner.ids(of: ["Start", "start", "start-touchpoint"])
        == ["start-touchpoint-3", "start-touchpoint-2", "start-touchpoint"])
    #expect(JourneyMiner.ids(of: ["A b", "a-B", "c"]) == ["a-b-2", "a-b", "c"])
  }

  @Test func spellingsThatDifferInCaseAreTold() {
    var log = SlowCounter()
    log.events = [
      ("1", "Pay", "web", "New"), ("2", "pay", "Web", "new"), ("3", "Look", "WEB", "new"),
    ].map { Event(customer: $0.0, touchpoint: $0.1, channel: $0.2, persona: $0.3) }
    let miner = JourneyMiner(options: MiningOptions(title: "Log", source: "log"))
    #expect(
      miner.journey(of: log.counts).remarks.contains(
        "Names that differ in capital letters alone are counted apart: the touchpoints 'Pay' and "
          + "'pay'; the personas 'New' and 'new'; the channels 'WEB', 'Web' and 'web'."))
    log.events = [Event(customer: "1", touchpoint: "Pay", channel: "pay")]
    #expect(!miner.journey(of: log.counts).remarks.contains { $0.contains("capital letters") })
  }

  /// Other programs read `yes` and days as anything but text.
  @Test func idsThatLookLikeValuesAreQuoted() {
    var log = SlowCounter()
    log.events = ["yes", "2026-01-01", "Off", "2026-01", "on"].map {
      Event(customer: "c", touchpoint: $0)
    }
    let journey = JourneyMiner(options: MiningOptions(title: "Log", source: "log"))
      .journey(of: log.counts).journey
    let text = JourneyWriter.text(of: journey, format: .yaml)
    for key in ["\"yes\":", "\"2026-01-01\":", "\"off\":", "2026-01:", "on:"] {
      #expect(text.contains("\n  \(key)"), "\(text)")
    }
    #expect(JourneyReader.read(text, name: "log.journey.yaml").journey == journey)
  }

  @Test func addressesOfOneSiteLoseIt() {
    var log = SlowCounter()
    log.events = ["https://shop.example/", "https://shop.example/cart", "phone"].map {
      Event(customer: "c", touchpoint: $0)
    }
    let journey = JourneyMiner(options: MiningOptions(title: "Log", source: "log"))
      .journey(of: log.counts).journey
    #expect(journey.touchpoints.map(\.name) == ["/", "/cart", "phone"])
    #expect(journey.touchpoints.map(\.id) == ["shop-example", "cart", "phone"])
  }

  @Test func whatAllAddressesAskWithIsLeftOut() {
    var log = SlowCounter()
    log.events = ["?ref=mail", "cart?ref=mail&x=1#top", "pay?y=2&ref=mail", "end?ref=mail"].map {
      Event(customer: "c", touchpoint: "https://shop.example/\($0)")
    }
    log.events.append(Event(customer: "c", touchpoint: "why?ref=mail"))
    let miner = JourneyMiner(options: MiningOptions(title: "Log", source: "log"))
    let result = miner.journey(of: log.counts)
    #expect(
      result.journey.touchpoints.map(\.name)
        == ["/", "/cart?x=1#top", "/pay?y=2", "/end", "why?ref=mail"])
    #expect(
      result.journey.touchpoints[3].extensions.contains {
        $0 == .init("x-name", .text("https://shop.example/end?ref=mail"))
      })
    #expect(
      result.remarks.contains(
        "Names are shown without the 'https://shop.example' that web addresses begin with and the "
          + "'ref=mail' that all web addresses ask with."))
    log.events.append(Event(customer: "c", touchpoint: "https://shop.example/help"))
    #expect(miner.journey(of: log.counts).journey.touchpoints[3].name == "/end?ref=mail")
  }
}
