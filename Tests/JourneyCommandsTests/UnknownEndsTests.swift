import JourneyKit
import Testing

@Suite("Journeys of which nobody knows how they end")
struct UnknownEndsTests {
  private let text = """
    journey: Shop
    touchpoints:
      look: {}
      pay: {}
    flow:
      start -> look: 100
      look -> pay: 60
      look -> ended: 40
      pay -> ended: 60

    """

  @Test(arguments: ["map", "flow", "funnel", "heatmap"])
  func noPictureSaysThatNobodyCompletesOrLeaves(view: String) throws {
    let recorder = Recorder()
    #expect(try recorder.run("render", "-", "--view", view, input: text) == 0, "\(recorder.errors)")
    let said = recorder.output.split(separator: "\n").filter { !$0.contains("<style") }
      .joined(separator: "\n")
    #expect(said.contains("not known"))
    for wrong in [">0%<", "0% complete", "0% leave", "Nobody leaves"] {
      #expect(!said.contains(wrong), "\(view) says \(wrong)")
    }
  }

  @Test func noTableDoesEither() throws {
    let recorder = Recorder()
    #expect(try recorder.run("analyze", "-", input: text) == 0, "\(recorder.errors)")
    let lines = recorder.output.split(separator: "\n").map { $0.split(separator: " ") }
    #expect(lines.contains("completed not known: nobody said how it ends".split(separator: " ")))
    #expect(lines.contains("left not known".split(separator: " ")))
    let hotspots = Recorder()
    #expect(try hotspots.run("hotspots", "-", input: text) == 0)
    #expect(hotspots.output.contains("who leaves is not: nobody said how it ends."))
  }
}
