import JourneyAnalysis
import JourneyModel
import JourneyTestSupport
import Testing

@testable import JourneyDiagrams

@Suite("Ends that nobody knows")
struct UnknownEndsTests {
  private func subject(_ journey: Journey) throws -> Subject {
    Subject(journey: journey, analysis: try journey.analyzed(asOf: Sketch.day))
  }

  private func subject(_ lines: [String]) throws -> Subject { try subject(Journey.sketch(lines)) }

  /// All go on from t0 one by one, and some end at each.
  private func line(_ ends: [Int], stages: Int) -> Journey {
    var lines = ["start -> t0: 1000"]
    var here = 1000
    for (place, ended) in ends.enumerated() {
      here -= ended
      lines.append("t\(place) -> ended: \(ended)")
      if place + 1 < ends.count { lines.append("t\(place) -> t\(place + 1): \(here)") }
    }
    var journey = Journey.sketch(lines)
    journey.stages = (0..<stages).map { Stage("stage \($0)") }
    for place in journey.touchpoints.indices {
      journey.touchpoints[place].stage = journey.stages[place * stages / ends.count].id
    }
    return journey
  }

  private func picture(_ view: any JourneyView, _ subject: Subject) throws -> Picture {
    try view.picture(of: subject, options: DrawingOptions(), engines: .table)
  }

  /// As of a log that does not say which touchpoints end well.
  private static let mined = [
    "start -> a: 1000", "a -> b: 700", "a -> ended: 300", "b -> c: 560", "b -> ended: 140",
    "c -> ended: 560",
  ]

  @Test("stand below the touchpoints of the map and on the cards of the blueprint")
  func told() throws {
    let subject = try subject(Self.mined)
    for view in [MapView(), BlueprintView()] as [any JourneyView] {
      let picture = try picture(view, subject)
      let text = picture.description.replacing("\u{A0}", with: " ")
      for share in ["30%", "20%", "100%"] {
        #expect(text.contains("\"\(share) end unknown\""), "\(view.name) \(share)")
      }
      #expect(!text.contains("leave\""), "\(view.name)")
      #expect(Inspection.collisions(in: picture) == [], "\(view.name)")
    }
    let map = try picture(MapView(), subject).description
    #expect(map.contains("\"end unknown\""))
    #expect(!map.contains("\"people who leave\""))
  }

  @Test("stand beside those who leave and those who go over")
  func beside() throws {
    let subject = try subject([
      "start -> a: 1000", "a -> left: 200", "a -> diverted: 150", "a -> ended: 100",
      "a -> b: 550", "b -> completed: 500", "b -> left: 30", "b -> ended: 20",
    ])
    let picture = try picture(MapView(), subject)
    let text = picture.description
    for said in ["20% leave", "10% end unknown", "5% leave", "4% end unknown"] {
      #expect(text.contains("\"\(said)\""), "\(said)")
    }
    #expect(text.contains("15%"))
    #expect(Inspection.collisions(in: picture) == [])
  }

  @Test("are drawn where most of them are when not all touchpoints are")
  func chosen() throws {
    // Nine in ten end in the middle of a stage, where nothing else is remarkable.
    var ends = [Int](repeating: 4, count: 20)
    (ends[7], ends[19]) = (900, 28)
    let result = try subject(line(ends, stages: 4)).simplified(toAtMost: 3)
    #expect(result.subject.journey.touchpoints.contains { $0.id == "t7" })
  }

  @Test("leave names their room where shares stand in a column, right to left too")
  func columns() throws {
    for language in ["en", "ar", "de"] {
      for length in 20...60 {
        var journey = line([105, 3, 100, 3, 90, 3, 80, 3, 70, 3, 60, 480], stages: 6)
        journey.language = language
        for index in journey.touchpoints.indices {
          let name = String(repeating: "note of its own ", count: 4)
          journey.touchpoints[index].name = String(name.prefix(length))
        }
        let picture = try picture(FunnelView(), subject(journey))
        #expect(Inspection.collisions(in: picture) == [], "\(language) \(length)")
      }
    }
  }
}
