import EventCounting
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
}
