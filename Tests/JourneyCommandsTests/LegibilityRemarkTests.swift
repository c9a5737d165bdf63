import JourneyKit
import Testing

@testable import JourneyCommands

/// What is said about pictures that are hard to read.
@Suite struct LegibilityRemarkTests {
  private func remark(
    _ view: String, width: Double = 3000, _ options: DrawingOptions, hasPersonas: Bool = false
  ) -> String? {
    let picture = Picture(
      id: "p", width: width, height: width * 9 / 16, title: "p", summary: "",
      theme: options.theme,
      elements: [.text(TextLine("small", at: Point(5, 60), role: .axisValue, width: 20))])
    return LegibilityRemark.text(
      of: picture.finished(for: options), view: view, options: options, hasPersonas: hasPersonas)
  }

  @Test func aPictureForTheBeamerIsJudgedWithoutABoardToo() {
    let far = "the smallest text is 17.2 px on 1920x1080 and can be read from 6.6 m, not from 10 m"
    let projector = DrawingOptions(theme: .projector)
    #expect(remark("map", width: 1900, projector) == nil)
    #expect(remark("map", projector) == far + "; --steps for slides")
    #expect(remark("empathy", projector) == far)
    #expect(remark("canvas", projector) == far + "; a canvas is for paper: --theme print")
  }

  @Test func theMendIsOneThatIsNotThereAlready() {
    let far = "the smallest text is 17.2 px on 1920x1080 and can be read from 6.6 m, not from 10 m"
    #expect(
      remark("map", DrawingOptions(theme: .projector, lanes: [.quotes]))
        == far + "; leave out --lanes, fewer --touchpoints or --steps for slides")
    #expect(
      remark("flow", DrawingOptions(theme: .projector, artboard: .beamer, mostTouchpoints: 12))
        == far + "; leave out --touchpoints or --steps without --artboard for slides")
    let small =
      "the smallest text is 5.7 px on 1920x1080, and 9 px is the least that is read on a screen"
    #expect(
      remark("map", width: 4000, DrawingOptions(artboard: .beamer))
        == small + "; take a larger board, fewer --lanes, --compact, fewer --touchpoints or "
        + "--steps without --artboard for slides")
    #expect(
      remark("map", width: 4000, DrawingOptions(artboard: .beamer, isCompact: true))
        == small + "; take a larger board, fewer --touchpoints or --steps without --artboard for "
        + "slides")
    let sheet = DrawingOptions(artboard: Artboard(named: "A4"))
    #expect(
      remark("map", sheet, hasPersonas: true)
        == "the smallest text is 3.1 pt on A4, and 6 pt is the least that is read on paper; take a "
        + "larger sheet, fewer --lanes, one --persona or fewer --touchpoints")
    #expect(remark("map", width: 4000, DrawingOptions()) == nil)
  }
}
