import Foundation
import JourneyKit
import JourneyPages
import Testing

@Suite("What a page tells")
struct PageDataTests {
  private func page(_ change: (inout Journey) -> Void = { _ in }) throws -> String {
    var journey = PageSample.journey()
    change(&journey)
    return PageSample.page(try PageSample.presentation(journey, views: [MapView()]))
  }

  private func flow(_ source: String, _ target: String, _ customers: Int) -> Transition {
    Transition(.init(source), .init(target), .everyone(.init(.customers(customers))))
  }

  @Test("everybody comes first, then each persona in the document's order")
  func personas() throws {
    let sets = try #require(PageSample.data(of: page())["sets"] as? [[String: Any]])
    #expect(sets.map { $0["persona"] as? String } == ["", "ann", "ben"])
    #expect(sets.map { $0["name"] as? String } == ["Everybody", "Ann", "Ben"])
  }

  @Test("a persona walks by the touchpoints it meets, and by no empty stage")
  func steps() throws {
    func walk(_ persona: String) throws -> [[String]] {
      let stages = try #require(
        PageSample.set(persona, of: page())["stages"] as? [[String: Any]])
      return stages.map { [$0["name"] as? String ?? ""] + ($0["touchpoints"] as? [String] ?? []) }
    }
    #expect(try walk("") == [["Before", "call", "wait"], ["After", "leave"]])
    #expect(try walk("ben") == [["Before", "call"], ["After", "leave"]])
  }

  @Test("a journey without stages is one run without a name")
  func noStages() throws {
    let page = try page { journey in
      journey.stages = []
      for index in journey.touchpoints.indices { journey.touchpoints[index].stage = nil }
    }
    let stages = try #require(PageSample.set("", of: page)["stages"] as? [[String: Any]])
    #expect(stages.count == 1)
    #expect(stages[0]["id"] is NSNull)
    #expect(stages[0]["touchpoints"] as? [String] == ["call", "wait", "leave"])
  }

  @Test("figures are finished words on the document's scale")
  func figures() throws {
    let set = try PageSample.set("", of: page())
    let call = try PageSample.card("call", in: set)
    let felt = try #require(call["felt"] as? [String: Any])
    #expect(felt["text"] as? String == "−1.5")
    #expect(felt["at"] as? Double == 0.125)
    #expect((felt["about"] as? String)?.hasSuffix("90% sure · 120\u{A0}asked") == true)
    #expect((call["believed"] as? [String: Any])?["text"] as? String == "+1.0")
    let gap = try #require(call["gap"] as? [String: Any])
    #expect(gap["text"] as? String == "2.5")
    #expect(gap["about"] as? String == "worse than we think")
    #expect(call["owner"] as? String == "Owner: Ruiz")
    #expect(call["hasOwner"] as? Bool == true)
    let decisions = try #require(call["decisions"] as? [[String: Any]])
    #expect(decisions.first?["text"] as? String == "Call back")
    #expect(decisions.first?["meta"] as? String == "no owner · acting")
  }

  @Test("the script counts steps with the digits of the language")
  func digits() throws {
    for (language, digits) in [("en", "0123456789"), ("ar-EG", "٠١٢٣٤٥٦٧٨٩")] {
      let data = try PageSample.data(of: page { $0.language = language })
      #expect(data["digits"] as? String == digits)
    }
  }

  @Test("what nobody knows is null, and no figure at all")
  func unknown() throws {
    let leave = try PageSample.card("leave", in: PageSample.set("", of: page()))
    for key in ["felt", "believed", "gap", "rank", "leave", "channel"] {
      #expect(leave[key] is NSNull, "\(key)")
    }
    #expect((leave["facts"] as? [Any])?.isEmpty == true, "there is no flow")
    #expect(leave["owner"] as? String == "No owner")
    #expect(leave["say"] as? String == "Nobody has measured how this feels")
  }

  @Test("hotspots and gaps are walked from the worst on")
  func tours() throws {
    let page = try page { journey in
      journey.flow = [
        flow("start", "call", 100), flow("call", "wait", 80), flow("call", "left", 20),
        flow("wait", "leave", 80), flow("leave", "completed", 80),
      ]
    }
    let set = try PageSample.set("", of: page)
    let journey = try #require(set["hotspots"] as? [String])
    #expect(journey.first == "call")
    #expect(set["gaps"] as? [String] == ["call", "wait"])
    let card = try PageSample.card("call", in: set)
    let facts = try #require(card["facts"] as? [[String: String]])
    #expect(facts.prefix(2).map { $0["value"] } == ["100%", "20%"])
    #expect(card["leave"] as? String == "20% leave")
  }

  @Test("a persona's page has its own and nobody's words, not another persona's")
  func quotes() throws {
    func quotes(_ persona: String) throws -> [String] {
      let call = try PageSample.card("call", in: PageSample.set(persona, of: page()))
      let quotes = try #require(call["quotes"] as? [[String: Any]])
      return quotes.compactMap { $0["text"] as? String }
    }
    #expect(try quotes("") == ["“Hello?”", "“Ben's word”"])
    #expect(try quotes("ann") == ["“Hello?”"])
  }

  @Test("what a customer did not agree to is nowhere in the page")
  func consent() throws { #expect(try !page().contains("Do not show this")) }

  @Test("only the personas asked for are in it")
  func onePersona() throws {
    let page = PageSample.page(
      try PageSample.presentation(PageSample.journey(), personas: ["ben"]))
    let sets = try #require(PageSample.data(of: page)["sets"] as? [[String: Any]])
    #expect(sets.map { $0["persona"] as? String } == ["ben"])
    #expect(!page.contains("data-persona=\"\""))
  }
}
