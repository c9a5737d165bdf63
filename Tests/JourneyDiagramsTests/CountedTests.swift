@testable import JourneyDiagrams
import JourneyKit
import JourneyModel
import JourneyTestSupport
import Testing

@Suite("Counted customers")
struct CountedTests {
  @Test(
    "are one customer or several, by what they are called",
    arguments: [
      ("en", 1.0, "customers", "1 customer"), ("en", 2, "customers", "2 customers"),
      ("en", 0, "customers", "0 customers"), ("en", 1, "patients", "patients: 1"),
      ("en", 1200, "patients", "1,200 patients"), ("de", 1, "customers", "1 Kundin oder Kunde"),
      ("de", 3, "Gäste", "3 Gäste"), ("de", 1, "Gäste", "Gäste: 1"),
      ("fr", 1, "customers", "1 client"), ("es", 1, "customers", "1 cliente"),
      ("ja", 1, "customers", "顧客1人"), ("ja", 1, "患者", "患者1人"),
      ("ar", 1, "customers", "عميل واحد"), ("ar", 5, "customers", "5 عملاء"),
      ("ar", 5, "المرضى", "المرضى: 5"),
    ])
  func counted(language: String, count: Double, customers: String, expected: String) {
    let said = Words.inLanguage(language).counted(count, customers)
    let plain = said.filter { !["\u{2066}", "\u{2067}", "\u{2068}", "\u{2069}"].contains($0) }
    #expect(plain.replacing("\u{A0}", with: " ") == expected)
  }

  @Test("stand in the singular where there is one of them")
  func one() throws {
    let journey = Journey.sketch(["start -> a: 1", "a -> completed: 1"])
    let subject = Subject(journey: journey, analysis: try journey.analyzed(asOf: Sketch.day))
    let engines = Engines(measurer: TableMeasurer(), layout: GraphvizLayout())
    for view in [MapView(), FlowView(), FunnelView(), CurveView()] as [any JourneyView] {
      let text = try view.picture(of: subject, options: DrawingOptions(), engines: engines)
        .description.replacing("\u{A0}", with: " ")
      #expect(text.contains("1 customer"), "\(view.name)")
      #expect(!text.contains("1 customers"), "\(view.name)")
    }
  }

  @Test("stay in agreement with their verbs")
  func verbs() {
    let words = Words.english
    #expect(words.funnel.leadUnderWay(1).hasPrefix("{} was still"))
    #expect(words.funnel.leadUnderWay(2).hasPrefix("{} were still"))
    #expect(words.simplification.drawn(1) == "{} of {} touchpoints is drawn")
    #expect(words.diff.leftOut(1).contains("is drawn, the one"))
  }
}
