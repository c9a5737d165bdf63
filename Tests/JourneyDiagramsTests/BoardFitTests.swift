import JourneyAnalysis
import JourneyModel
import JourneyTestSupport
import Testing

@testable import JourneyDiagrams

@Suite("Pictures for the last row")
struct BoardFitTests {
  /// A view as wide as it has touchpoints, with text of a fixed size.
  private struct Row: JourneyView {
    let name = "row"
    var column = 200.0
    var least = 0.0

    func dot(of subject: Subject, options: DrawingOptions) -> String? { nil }

    func picture(of subject: Subject, options: DrawingOptions, engines: Engines) -> Picture {
      let drawn = subject.simplified(toAtMost: options.touchpoints(usually: 60)).subject
      let count = drawn.journey.touchpoints.count
      return Picture(
        id: "row", width: max(least, column * Double(count)), height: 100, title: "\(count)",
        summary: "", theme: options.theme,
        elements: [.text(TextLine("x", at: Point(0, 50), role: .axisValue, width: 10))])
    }
  }

  /// A journey of one path through so many touchpoints.
  private func straight(_ count: Int) throws -> Subject {
    let places = ["start"] + (0..<count).map { "t\($0)" } + ["completed"]
    let journey = Journey.sketch(zip(places, places.dropFirst()).map { "\($0) -> \($1): 100" })
    return Subject(journey: journey, analysis: try journey.analyzed(asOf: Sketch.day))
  }

  private func drawn(
    _ count: Int, _ options: DrawingOptions = DrawingOptions(theme: .projector), _ row: Row = Row()
  ) throws -> Int {
    let picture = try row.finishedPicture(
      of: try straight(count), options: options, engines: .table)
    return try #require(Int(picture.title))
  }

  @Test("have as many touchpoints as can be read on a beamer's 1,920 px")
  func fits() throws {
    // 27 px of text are as small as 26.07 px on a board where 200 px a column leave room for 9.9.
    #expect(try drawn(9) == 9)
    #expect(try drawn(10) == 9)
    #expect(try drawn(14) == 9)
    #expect(try drawn(24) == 9)
    #expect(try drawn(60) == 9)
  }

  @Test("are judged by the board that is asked for")
  func boards() throws {
    func options(_ board: String) -> DrawingOptions {
      DrawingOptions(theme: .projector, artboard: Artboard(named: board))
    }
    // As wide an image with more px shows the same, only sharper.
    #expect(try drawn(14, options("3840x2160")) == 9)
    #expect(try drawn(14, options("1440x1080")) == 9)
    // Paper is read from near by.
    #expect(try drawn(14, options("A3")) == 14)
  }

  @Test("keep what somebody asked for, and what is read from near by")
  func asked() throws {
    #expect(try drawn(14, DrawingOptions(theme: .light)) == 14)
    #expect(try drawn(14, DrawingOptions(theme: .projector, lanes: [.quotes])) == 14)
    #expect(try drawn(14, DrawingOptions(theme: .projector, mostTouchpoints: 12)) == 12)
    #expect(try drawn(14, DrawingOptions(theme: .projector, mostTouchpoints: .max)) == 14)
    #expect(try drawn(14, DrawingOptions(theme: .light, mostTouchpoints: 5)) == 5)
  }

  @Test("leave nothing out where that makes nothing larger")
  func pointless() throws {
    #expect(try drawn(14, DrawingOptions(theme: .projector), Row(least: 4000)) == 14)
  }

  private static let views: [any JourneyView] = [
    MapView(), FlowView(), CurveView(), HeatmapView(), BlueprintView(), EmpathyView(), FunnelView(),
  ]

  private func engines(_ view: any JourneyView) -> Engines {
    view.name == "flow" ? Engines(measurer: TableMeasurer(), layout: ColumnLayout()) : .table
  }

  @Test(
    "have no text that the last row cannot read, in any view, as they are laid out",
    arguments: SeededGenerator.seeds(12))
  func leastText(seed: UInt64) throws {
    let subject = try RandomSubject.make(seed: seed, most: 12)
    let options = DrawingOptions(theme: .projector, mostTouchpoints: .max)
    for view in Self.views {
      let picture = try view.picture(of: subject, options: options, engines: engines(view))
      var isShrunk = false
      picture.forEachLeaf { element in
        guard case .text(let line) = element else { return }
        let size = picture.theme.style(line.role).size * line.scale
        let isReadable = size >= Projection.meetingRoom.leastText
        if !isReadable { isShrunk = true }
        #expect(
          isReadable || line.scale < 1,
          "\(view.name), seed \(seed): \(line.text) has \(size) px")
      }
      // What is set too small, because nothing else helps, is at least said.
      #expect(!isShrunk || picture.legibilityProblem(for: options) != nil, "\(view.name) \(seed)")
    }
  }

  @Test("say how many touchpoints they leave out, and nothing of what nobody reads")
  func words() throws {
    // Without any score some views would say that instead.
    var subject = try straight(30)
    subject.journey.touchpoints[0].felt = .everyone(Score(mean: 1, n: 20))
    subject.analysis = try subject.journey.analyzed(asOf: Sketch.day)
    for view in Self.views where !["empathy", "funnel"].contains(view.name) {
      let picture = try view.finishedPicture(
        of: subject, options: DrawingOptions(theme: .projector), engines: engines(view))
      let text = picture.description
      let count = picture.touchpointCount
      #expect(count < 30 && text.contains("\(count) of 30 touchpoints are drawn"), "\(view.name)")
      #expect(!text.contains("Evidence:"), "\(view.name)")
    }
  }
}

extension Picture {
  /// How many touchpoints have a group of their own.
  fileprivate var touchpointCount: Int {
    func count(_ elements: [Element]) -> Int {
      elements.reduce(0) { sum, element in
        guard case .group(let group) = element else { return sum }
        let isOne = group.id?.hasPrefix("touchpoint.") == true
        return sum + (isOne ? 1 : count(group.elements))
      }
    }
    return count(elements)
  }
}
