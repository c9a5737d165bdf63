import JourneyModel
import Testing

@testable import JourneyDiagrams

@Suite("The band of stages")
struct StageBandTests {
  private static let views: [any JourneyView] = [
    MapView(), CurveView(), FunnelView(), BlueprintView(), CanvasView(),
  ]

  private func chevrons(_ picture: Picture) -> [Group] {
    var found: [Group] = []
    func walk(_ elements: [Element]) {
      for case .group(let group) in elements {
        if group.name?.hasPrefix("stage/") == true { found.append(group) }
        walk(group.elements)
      }
    }
    walk(picture.elements)
    return found
  }

  @Test("grows with its letters, in every view", arguments: [17.0, 30, 44])
  func letters(size: Double) throws {
    var theme = Theme.light
    var style = theme.style(.stage)
    style.size = size
    theme.setStyle(style, of: .stage)
    let journey = ClinicJourney.make()
    let subject = Subject(journey: journey, analysis: Sketch.analysis(of: journey))
    for view in Self.views {
      let picture = try view.picture(
        of: subject, options: DrawingOptions(theme: theme), engines: .table)
      let chevrons = chevrons(picture)
      #expect(chevrons.count >= journey.stages.count, "\(view.name)")
      for group in chevrons {
        guard case .shape(let shape)? = group.elements.first,
          let band = Group(elements: [.shape(shape)]).bounds
        else { continue }
        for case .text(let line) in group.elements {
          let box = line.box(in: theme)
          #expect(box.y >= band.y && box.maxY <= band.maxY, "\(view.name): \(line.text)")
        }
      }
    }
  }
}
