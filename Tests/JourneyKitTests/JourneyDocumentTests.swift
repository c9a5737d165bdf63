import Foundation
import JourneyKit
import Testing

@Suite struct JourneyDocumentTests {
  static let flowThatGrows = """
    journey: Too many
    touchpoints:
      log-in: {name: Log in, felt: 3}
    flow:
      start -> log-in: 100
      log-in -> completed: 120

    """

  @Test func mistakesOfReadingAndOfFlowComeTogetherInOrder() {
    // A score off the scale is the reader's to find, flow that grows the analysis's.
    let document = JourneyDocument(
      text: Self.flowThatGrows.replacingOccurrences(of: "felt: 3", with: "believed: 0"),
      name: "a.journey.yaml")
    #expect(document.journey == nil)
    #expect(document.diagnostics.containsErrors)
    #expect(document.diagnostics.allSatisfy { $0.range != nil })
    #expect(throws: InvalidJourney.self) { try document.validJourney() }
  }

  @Test func sharedPersonasAndChannelsAreRead() throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("journey-shared-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try "channels: {web: {name: The web}}\n".write(
      to: folder.appendingPathComponent("shared.yaml"), atomically: true, encoding: .utf8)
    let file = folder.appendingPathComponent("a.journey.yaml")
    try "journey: A\ntouchpoints: {a: {name: A, channel: web}}\n".write(
      to: file, atomically: true, encoding: .utf8)
    let journey = try JourneyDocument(path: file.path).validJourney()
    #expect(journey.channels.map(\.name) == ["The web"])
  }

  @Test func aFileThatIsNotThereIsAFileProblem() {
    #expect(throws: FileProblem.self) { try JourneyDocument(path: "no/such.journey.yaml") }
  }
}
