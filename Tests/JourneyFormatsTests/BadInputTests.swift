import Foundation
import JourneyFormats
import JourneyModel
import Testing

/// Exact texts of diagnostics, kept beside the inputs that cause them.
///
/// `Inputs/bad/NAME.yaml` or `.json` is the input, `NAME.yaml.txt` what is said about it. To write
/// the texts anew run the tests with `RECORD_GOLDENS=1`; they fail then, so that nobody forgets to
/// read what was recorded.
@Suite struct BadInputTests {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Inputs/bad")

  static let inputs: [String] = {
    let files = try? FileManager.default.contentsOfDirectory(atPath: folder.path)
    return (files ?? []).filter { $0.hasSuffix(".yaml") || $0.hasSuffix(".json") }.sorted()
  }()

  @Test func thereAreMany() {
    #expect(Self.inputs.count >= 50)
  }

  @Test(arguments: inputs)
  func textIsExact(_ input: String) throws {
    let bytes = [UInt8](try Data(contentsOf: Self.folder.appendingPathComponent(input)))
    let reading = JourneyReader.read(bytes, name: input)
    let text = DiagnosticFormatter().text(for: reading.diagnostics, in: reading.source)
    let golden = Self.folder.appendingPathComponent(input + ".txt")
    if ProcessInfo.processInfo.environment["RECORD_GOLDENS"] == "1" {
      try Data(text.utf8).write(to: golden)
      Issue.record("recorded \(golden.lastPathComponent); read it, then run without RECORD_GOLDENS")
      return
    }
    let expected = try String(decoding: Data(contentsOf: golden), as: UTF8.self)
    #expect(text == expected)
  }

  @Test(arguments: inputs)
  func everyDiagnosticIsWhole(_ input: String) throws {
    let bytes = [UInt8](try Data(contentsOf: Self.folder.appendingPathComponent(input)))
    let reading = JourneyReader.read(bytes, name: input)
    #expect(!reading.diagnostics.isEmpty)
    #expect((reading.journey == nil) == reading.diagnostics.containsErrors)
    let places = reading.diagnostics.compactMap { $0.range?.lowerBound }
    #expect(places == places.sorted())
    for diagnostic in reading.diagnostics {
      #expect(!diagnostic.summary.hasSuffix("."))
      #expect(!diagnostic.summary.contains("\n"))
      #expect(diagnostic.fix != nil || diagnostic.severity == .note)
      if let range = diagnostic.range {
        #expect(range.lowerBound >= 0 && range.upperBound <= reading.source.text.utf8.count)
      }
    }
  }
}
