import JourneyModel
import Testing

@Suite struct IdentifierTests {
  @Test(arguments: [
    "a", "no-news", "A_1", "überweisung", "受付", "नमस्ते", "e\u{301}te", "1", "-", "_x", "٣",
  ])
  func ids(text: String) {
    #expect(IdentifierRules.isIdentifier(text))
  }

  @Test(arguments: ["", "a b", "a.b", "a/b", "a->b", "\u{301}", "a\u{200b}", "🙂", "a\n", "½", "a’"])
  func whatIsNoID(text: String) {
    #expect(!IdentifierRules.isIdentifier(text))
  }

  @Test(arguments: [
    ("Log in to portal", "log-in-to-portal"), ("  Don’t know!  ", "dont-know"),
    ("Überweisung №2", "überweisung-2"), ("***", nil), ("", nil), ("a_b", "a_b"),
    ("--a--", "a"), ("受付 の 窓口", "受付-の-窓口"),
  ])
  func idsFromWords(words: String, id: String?) {
    #expect(IdentifierRules.identifier(from: words) == id)
    if let id { #expect(IdentifierRules.isIdentifier(id)) }
  }

  @Test func anIDIsItsText() {
    let id: TouchpointID = "no-news"
    #expect(id.rawValue == "no-news")
    #expect("\(id)" == "no-news")
    #expect(TouchpointID("a") < TouchpointID("b"))
  }

  @Test(arguments: [
    ("completed", Transition.Target.end(.completed)), ("under-way", .end(.underWay)),
    ("diverted/by-phone", .end(.diverted("by-phone"))), ("diverted", .end(.diverted(nil))),
    ("diverted/", .touchpoint("diverted/")), ("log-in", .touchpoint("log-in")),
  ])
  func targets(name: String, target: Transition.Target) {
    #expect(Transition.Target(name) == target)
    #expect(target.description == name)
  }
}
