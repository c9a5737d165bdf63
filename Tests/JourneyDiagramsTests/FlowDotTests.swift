import GraphvizKit
import JourneyKit
import JourneyModel
import JourneyTestSupport
import Testing

@testable import JourneyDiagrams

@Suite("The flow as DOT")
struct FlowDotTests {
  private func subject(_ journey: Journey) -> Subject {
    Subject(journey: journey, analysis: Sketch.analysis(of: journey))
  }

  private func dot(_ journey: Journey, theme: Theme = .light) throws -> String {
    try #require(try FlowView().dot(of: subject(journey), options: DrawingOptions(theme: theme)))
  }

  @Test("writes the clinic as its golden says")
  func golden() throws {
    #expect(Golden.difference(try dot(ClinicJourney.make()), from: "clinic.flow.dot") == nil)
  }

  @Test("writes the clinic for the layout as its golden says")
  func layoutGolden() throws {
    let subject = subject(ClinicJourney.make())
    let graph = FlowGraph(subject)
    let setter = Typesetter(theme: .light, measurer: TableMeasurer())
    let text = FlowText(graph, subject, setter: setter)
    try setter.measure()
    let dot = FlowLayoutDot(graph, try FlowSizes(graph, text, setter: setter)).text
    #expect(Golden.difference(dot, from: "clinic.flow-layout.dot") == nil)
  }

  @Test("names every transition of a small journey")
  func transitions() throws {
    let journey = ClinicJourney.make()
    let dot = try dot(journey)
    for transition in journey.flow {
      let target =
        switch transition.target {
        case .touchpoint(let id): id.rawValue
        case .end(.completed): "completed"
        case .end(let end): "\(transition.source)/\(end)"
        }
      #expect(dot.contains("\"\(transition.source)\" -> \"\(target)\" ["))
    }
  }

  @Test(
    "draws text as it is written",
    arguments: [
      #"say "no""#, #"back\slash\n"#, "a & b &amp; c", "<b>bold</b>", "line\nbreak", "tab\there",
      "\\N \\G \\E", "trailing \\", "لا أخبار", "検査結果", "🎉", "]; }",
    ])
  func escaping(text: String) throws {
    var journey = ClinicJourney.make()
    journey.title = text
    journey.touchpoints[0].name = text
    journey.stages[0] = Stage(text)
    journey.touchpoints[0].stage = journey.stages[0].id
    let svg = try Graphviz.shared.render(try dot(journey), format: .svg)
    #expect(svg.messages.isEmpty)
    let drawn = String(decoding: svg.bytes, as: UTF8.self)
    let readable = drawn.replacing("&#45;", with: "-").replacing("&#39;", with: "'")
      .replacing("&#160;", with: " ")
    for line in text.split(separator: "\n") {
      let wanted = Scalars.cleaned(String(line))
        .replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
        .replacing("\"", with: "&quot;")
      #expect(readable.contains(wanted))
    }
    _ = try FlowView().picture(
      of: subject(journey), options: DrawingOptions(),
      engines: Engines(measurer: TableMeasurer(), layout: GraphvizLayout()))
  }

  @Test("is the same from run to run, for random journeys", arguments: 0..<16)
  func deterministic(seed: UInt64) throws {
    let journey = RandomJourney.make(seed: seed, touchpoints: 12)
    #expect(try dot(journey) == dot(journey))
    #expect(try Graphviz.shared.render(try dot(journey), format: .svg).messages.isEmpty)
  }
}
