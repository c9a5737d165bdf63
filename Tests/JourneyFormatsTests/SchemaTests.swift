import Foundation
import JourneyModel
import JourneyTestSupport
import Testing

@testable import JourneyFormats

/// Reader, writer, schema and template go by the same keys.
@Suite struct SchemaTests {
  private static let levels: [[String]] = [
    RootKey.allCases.map(\.rawValue), ScaleKey.allCases.map(\.rawValue),
    PersonaKey.allCases.map(\.rawValue), ChannelKey.allCases.map(\.rawValue),
    TouchpointKey.allCases.map(\.rawValue), ScoreKey.allCases.map(\.rawValue),
    BeliefKey.allCases.map(\.rawValue), QuoteKey.allCases.map(\.rawValue),
    TrafficKey.allCases.map(\.rawValue), EndsKey.allCases.map(\.rawValue),
    HotspotsKey.allCases.map(\.rawValue), EvidenceKey.allCases.map(\.rawValue),
    DecisionKey.allCases.map(\.rawValue), ReachedKey.allCases.map(\.rawValue),
    OutcomeKey.allCases.map(\.rawValue), PolicyKey.allCases.map(\.rawValue),
    GuardrailKey.allCases.map(\.rawValue), WaiverKey.allCases.map(\.rawValue),
  ]

  /// Every list of properties in the schema.
  private static func properties(_ value: Any) -> [Set<String>] {
    if let object = value as? [String: Any] {
      let own = (object["properties"] as? [String: Any]).map { [Set($0.keys)] } ?? []
      // What hangs on the value of another key repeats some of the properties beside it.
      return own + object.filter { $0.key != "allOf" }.values.flatMap(properties)
    }
    return (value as? [Any])?.flatMap(properties) ?? []
  }

  @Test func theSchemaHasTheReadersKeysAndNoOthers() throws {
    let schema = try JSONSerialization.jsonObject(with: Data(JourneySchema.text.utf8))
    #expect(Set(Self.properties(schema)) == Set(Self.levels.map(Set.init)))
    #expect((schema as? [String: Any])?["$id"] as? String == JourneySchema.address)
  }

  @Test func thePolicySchemaHasTheReadersKeysAndNoOthers() throws {
    let schema = try JSONSerialization.jsonObject(with: Data(JourneySchema.policyText.utf8))
    let levels = [
      PolicyFileKey.allCases.map(\.rawValue), GuardrailKey.allCases.map(\.rawValue),
      WaiverKey.allCases.map(\.rawValue),
    ]
    #expect(Set(Self.properties(schema)) == Set(levels.map(Set.init)))
    #expect((schema as? [String: Any])?["$id"] as? String == JourneySchema.policyAddress)
  }

  /// Every key of every mapping that is not keyed by ids.
  @Test func theWriterWritesEveryKey() {
    var written: Set<String> = []
    func collect(_ value: DocumentValue) {
      switch value {
      case .mapping(let entries):
        for entry in entries {
          written.insert(entry.key)
          collect(entry.value)
        }
      case .list(let items): items.forEach(collect)
      case .null, .bool, .number, .text: break
      }
    }
    for seed in SeededGenerator.seeds(300) {
      var journey = RandomJourney.make(seed: seed)
      journey.ends = Journey.EndNames(
        completed: "a", left: "b", diverted: "c", underWay: "d", ended: "e")
      journey.touchpoints[0].believed = [Belief(mean: 0, date: RandomJourney.day(19_000))]
      if let first = journey.flow.first {
        journey.flow[0] = Transition(
          first.source, first.target,
          .everyone(
            .init(
              .customers(1), time: TimeSpan(seconds: 1), median: TimeSpan(seconds: 1), label: "a")))
        journey.flow.append(
          Transition(
            .touchpoint("t1"), .end(.ended),
            .everyone(.init(.share(.whole), time: TimeSpan(seconds: 1)))))
      }
      collect(DocumentEncoder.document(of: journey))
    }
    // The version of the format is 1 unless said, and need not be said.
    let all = Set(Self.levels.joined()).subtracting([RootKey.format.rawValue])
    #expect(all.subtracting(written).isEmpty)
  }

  @Test(arguments: SchemaTests.schemaInputs)
  func whatTheSchemaRejectsTheReaderRejects(input: String) throws {
    let text = try String(
      contentsOf: Self.folder.appendingPathComponent(input), encoding: .utf8)
    let reading = JourneyReader.read(text, name: input)
    #expect(reading.journey == nil)
    // Each of them has one mistake, and the reader says one thing about it.
    #expect(reading.diagnostics.count { $0.severity == .error } == 1, "\(reading.explanation)")
  }

  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Inputs/bad-schema")

  static let schemaInputs: [String] =
    ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []).sorted()

  // MARK: - The template

  @Test(arguments: [
    ("journeys/returning-shoes.journey.yaml", nil), ("my-journey", nil), ("!!!.yaml", nil),
    ("a.yaml", "A title: with \"quotes\"\nand lines"), ("true.yaml", "yes"), ("b.yaml", ""),
  ])
  func aNewDocumentIsInOrder(file: String, title: String?) {
    let template = JourneyTemplate(fileName: file, title: title)
    let reading = JourneyReader.read(template.text, name: file, format: .yaml)
    #expect(reading.diagnostics.isEmpty, "\(reading.explanation)")
    #expect(reading.journey?.title == template.title)
    #expect(reading.journey?.id == template.id)
    #expect(
      template.text.hasPrefix("# yaml-language-server: $schema=\(JourneySchema.address)\n"))
  }

  @Test func theTitleComesFromTheFile() {
    #expect(
      JourneyTemplate(fileName: "a/returning-my_shoes.journey.yaml").title
        == "Returning my shoes")
  }
}
