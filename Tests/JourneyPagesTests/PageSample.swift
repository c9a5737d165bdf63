import Foundation
import JourneyKit
import JourneyPages
import JourneyTestSupport
import Testing

/// Journeys to present, and pages taken apart.
enum PageSample {
  static let day = RandomJourney.day(20_000)

  /// Three touchpoints in two stages, two personas, and something in every part of the panel.
  static func journey() -> Journey {
    var journey = Journey(id: "visit", title: "A visit")
    journey.personas = [
      Persona(id: "ann", name: "Ann"),
      Persona(id: "ben", name: "Ben"),
    ]
    journey.channels = [Channel(id: "phone", name: "Phone", kind: .human)]
    journey.stages = [Stage("Before"), Stage("After")]
    var call = Touchpoint(
      id: "call", name: "Call", stage: "Before", channel: "phone",
      felt: .everyone(Score(mean: -1.5, n: 120, sd: 0.8)), believed: [Belief(mean: 1)],
      owner: "Ruiz")
    call.pains = ["Nobody answers"]
    call.quotes = [
      .init("Hello?", consent: true, persona: "ann"), .init("Do not show this", consent: false),
      .init("Ben's word", persona: "ben"),
    ]
    var wait = Touchpoint(
      id: "wait", name: "Wait", stage: "Before",
      felt: .everyone(Score(mean: -0.5, n: 80, sd: 0.8)), believed: [Belief(mean: -0.4)])
    wait.personas = ["ann"]
    let leave = Touchpoint(id: "leave", name: "Leave", stage: "After")
    journey.touchpoints = [call, wait, leave]
    journey.decisions = [
      Decision(insight: "It rings out", about: "call", decision: "Call back", status: .acting)
    ]
    return journey
  }

  static func presentation(
    _ journey: Journey, views: [any JourneyView] = ViewList.all, personas: [PersonaID?]? = nil,
    theme: Theme = .light
  ) throws -> Presentation {
    try Presentation(
      drawing: journey, asOf: day, views: views, personas: personas,
      options: DrawingOptions(theme: theme), engines: Renderer.graphviz.engines)
  }

  static func page(_ presentation: Presentation, mode: PageWriter.Mode = .file) -> String {
    String(decoding: PageWriter().bytes(of: presentation, mode: mode), as: UTF8.self)
  }

  /// What stands between two pieces of text, each time.
  static func parts(of page: String, from start: String, to end: String) -> [String] {
    page.components(separatedBy: start).dropFirst().map {
      $0.components(separatedBy: end)[0]
    }
  }

  /// The data of a page, read by a JSON reader that is not ours.
  static func data(of page: String) throws -> [String: Any] {
    let text = try #require(
      parts(
        of: page, from: #"<script type="application/json" id="data">"#, to: "</script>"
      ).first)
    return try #require(
      JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }

  /// What the page tells about a persona; the empty id is everybody.
  static func set(_ persona: String, of page: String) throws -> [String: Any] {
    let sets = try #require(data(of: page)["sets"] as? [[String: Any]])
    return try #require(sets.first { $0["persona"] as? String == persona })
  }

  static func card(_ id: String, in set: [String: Any]) throws -> [String: Any] {
    let cards = try #require(set["cards"] as? [[String: Any]])
    return try #require(cards.first { $0["id"] as? String == id })
  }
}
