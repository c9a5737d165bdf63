@testable import JourneyDiagrams
import JourneyModel
import JourneyTestSupport
import Testing

@Suite("Pictures of what nobody knows")
struct NoticeTests {
  private static let views: [any JourneyView] = [CurveView(), HeatmapView()]

  private func picture(_ view: any JourneyView, _ journey: Journey) throws -> Picture {
    let subject = Subject(journey: journey, analysis: Sketch.analysis(of: journey))
    return try view.picture(of: subject, options: DrawingOptions(), engines: .table)
  }

  private func unscored(_ language: String? = nil) -> Journey {
    var journey = ClinicJourney.make()
    journey.language = language
    journey.flow = []
    for index in journey.touchpoints.indices {
      journey.touchpoints[index].felt = nil
      journey.touchpoints[index].believed = []
    }
    return journey
  }

  @Test("say that there are no scores, and how to add them, instead of an empty frame")
  func scores() throws {
    for view in Self.views {
      let picture = try picture(view, unscored())
      let text = picture.description
      #expect(text.contains("\"No scores yet\""), "\(view.name)")
      #expect(text.contains("felt: {mean: -1, n: 48}"), "\(view.name)")
      #expect(text.contains("journey\u{A0}evidence\u{A0}SURVEY.csv"), "\(view.name)")
      #expect(picture.summary.hasSuffix("No scores yet."), "\(view.name)")
      #expect(Inspection.collisions(in: picture) == [], "\(view.name)")
    }
  }

  @Test("say so in every language, in letters as large as a projector needs")
  func languages() throws {
    for words in Words.languages {
      let journey = unscored(words.language)
      let subject = Subject(journey: journey, analysis: Sketch.analysis(of: journey))
      for view in Self.views {
        for theme in [Theme.light, .projector] {
          let picture = try view.picture(
            of: subject, options: DrawingOptions(theme: theme), engines: .table)
          #expect(Inspection.collisions(in: picture) == [], "\(view.name) \(words.language)")
          #expect(picture.description.contains(words.curve.noScoresTitle))
        }
      }
    }
  }

  @Test("keep what is typed from left to right in pictures that are read from right to left")
  func code() throws {
    let journey = unscored("ar")
    let subject = Subject(journey: journey, analysis: Sketch.analysis(of: journey))
    let options = DrawingOptions()
    let picture = try CurveView().picture(of: subject, options: options, engines: .table)
      .finished(for: options)
    var left: [Double] = []
    picture.forEachLeaf { element in
      guard case .text(let line) = element, line.role == .body,
        ["touchpoints:", "blood:", "felt: {mean: -1, n: 48}"].contains(line.text)
      else { return }
      #expect(line.anchor == .left)
      left.append(line.origin.x)
    }
    #expect(left.count == 3 && left == left.sorted() && Set(left).count == 3)
  }

  @Test("are drawn as soon as one score, or one belief, is known")
  func known() throws {
    var journey = unscored()
    journey.touchpoints[0].felt = .everyone(Score(mean: 1))
    for view in Self.views {
      #expect(try !picture(view, journey).description.contains("No scores yet"), "\(view.name)")
    }
    journey = unscored()
    journey.touchpoints[0].believed = [Belief(mean: 1)]
    #expect(try !picture(CurveView(), journey).description.contains("No scores yet"))
  }

  @Test("keep a heatmap of what leaving costs, and say that nobody was asked")
  func leaving() throws {
    var journey = unscored()
    journey.flow = ClinicJourney.make().flow
    let text = try picture(HeatmapView(), journey).description
    #expect(text.contains("Nobody has been asked how this feels."))
    #expect(!text.contains("How each touchpoint feels."))
    #expect(!text.contains("No scores yet"))
  }
}
