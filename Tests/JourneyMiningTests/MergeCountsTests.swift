import EventCounting
import JourneyFormats
import JourneyModel
import Testing

@testable import JourneyMining

/// A log's counts come into a document, personas and rare touchpoints among them.
@Suite struct MergeCountsTests {
  static let options = MiningOptions(
    title: "Shop", scale: Scale(low: 1, high: 5), source: "log.csv")

  /// Customers who go their ways, each with a persona and scores that do not round well.
  static func log(_ paths: [[String]], personas: [String?]) -> SlowCounter {
    var log = SlowCounter()
    for (customer, path) in paths.enumerated() {
      for (step, name) in path.enumerated() {
        log.events.append(
          Event(
            customer: "\(customer)", touchpoint: name,
            time: Int64(step) * 60_000_000 * Int64(7 + customer * customer % 13),
            persona: personas[customer % personas.count],
            felt: Double((customer * 7 + step) % 41) / 10 + 1))
      }
    }
    return log
  }

  static func merge(
    _ counts: EventCounts, _ document: String, detail: Int = 30
  ) throws -> JourneyMerge.Merged {
    var options = options
    options.detail = detail
    return try JourneyMerge.merge(counts, options: options, into: document, name: "a.yaml")
  }

  static let plain = """
    journey: Shop
    scale: {low: 1, high: 5}
    touchpoints:
      browse: {name: Browse, felt: 3}
      pay: {name: Pay, felt: 3}
    flow:
      start -> browse: 10
      browse -> pay: 10
      pay -> ended: 10
    """

  @Test func whatIsOfEverybodyIsNotAddedUpFromPersonas() throws {
    let log = Self.log(
      Array(repeating: ["browse", "pay"], count: 47), personas: ["a", "b", "b", "c"])
    let merged = try Self.merge(log.counts, Self.plain)
    var plain = log
    for index in plain.events.indices { plain.events[index].persona = nil }
    let fresh = JourneyMiner(options: Self.options).journey(of: plain.counts).journey
    let after = try #require(JourneyReader.read(merged.text, name: "a.yaml").journey)
    #expect(after.touchpoints.map(\.felt) == fresh.touchpoints.map(\.felt))
    #expect(after.flow.map(\.traffic) == fresh.flow.map(\.traffic))
    #expect(after.flow.contains { $0.traffic.everyone?.median != nil })
    #expect(!merged.text.contains("00000"), "\(merged.text)")
  }

  @Test func eventsThatAreOneTouchpointAreRoundedLikeOthers() throws {
    let document = Self.plain.replacing("name: Pay,", with: "name: Pay, x-events: [card, cash],")
    let paths = (0..<47).map { ["browse", $0 % 3 == 0 ? "card" : "cash"] }
    let merged = try Self.merge(Self.log(paths, personas: [nil]).counts, document)
    let after = try #require(JourneyReader.read(merged.text, name: "a.yaml").journey)
    let score = try #require(after[touchpoint: "pay"]?.felt?.everyone)
    #expect(score.n == 47)
    #expect((score.mean * 1000).rounded() / 1000 == score.mean)
    #expect(score.sd.map { ($0 * 1000).rounded() / 1000 } == score.sd)
  }

  @Test(arguments: ["rare-1: {}", "own: {name: RARE 1}", "own: {x-events: [rare 1]}"])
  func whatTheDocumentNamesIsNeverGathered(touchpoint: String) throws {
    var paths = (0..<200).map { ["browse", "pay", "step \($0 % 20)"] }
    paths.append(["rare 1"])
    paths.append(["rare 2"])
    let document = Self.plain.replacing("flow:", with: "  \(touchpoint)\nflow:")
      .replacing("  start ->", with: "  start -> \(touchpoint.prefix { $0 != ":" }): 3\n  start ->")
    let counts = Self.log(paths, personas: [nil]).counts
    let merged = try Self.merge(counts, document, detail: 6)
    let after = try #require(JourneyReader.read(merged.text, name: "a.yaml").journey)
    let own = TouchpointID(String(touchpoint.prefix { $0 != ":" }))
    let way = after.flow.first { $0.source == .start && $0.target == .touchpoint(own) }
    #expect(way?.traffic.everyone?.amount == .customers(1))
    #expect(!merged.remarks.contains { $0.hasPrefix("Not in the log") }, "\(merged.remarks)")
    #expect(after.touchpoints.count <= 6)
    #expect(try Self.merge(counts, merged.text, detail: 6).text == merged.text)
  }

  @Test func whatWasMinedInDetailStaysDetailed() throws {
    let paths = (0..<200).map { ["browse", "pay", "step \($0 % 20)"] }
    let counts = Self.log(paths, personas: [nil]).counts
    var options = Self.options
    options.detail = 12
    let fresh = JourneyMiner(options: options).journey(of: counts).journey
    let document = JourneyWriter.text(of: fresh, format: .yaml)
    let merged = try Self.merge(counts, document, detail: 4)
    #expect(merged.text == document)
  }

  @Test func whatTheLogNoLongerHasMakesNoRoomForWhatIsGathered() throws {
    func paths(_ steps: Int) -> [[String]] {
      (0..<400).map { ["browse", "pay", "step \($0 % steps)", "step \($0 % 7)"] }
    }
    // All of one stage, so that one touchpoint gathers the others.
    func counts(_ paths: [[String]]) -> EventCounts {
      var log = Self.log(paths, personas: [nil])
      for index in log.events.indices { log.events[index].stage = "Shop" }
      return log.counts
    }
    let before = counts(paths(20))
    var options = Self.options
    options.detail = 8
    let fresh = JourneyMiner(options: options).journey(of: before).journey
    let document = JourneyWriter.text(of: fresh, format: .yaml)
    #expect(document.contains("name: 15 rarer touchpoints"))
    let later = counts(paths(19).map { $0.filter { $0 != "step 1" } })
    let merged = try Self.merge(later, document, detail: 8)
    let after = try #require(JourneyReader.read(merged.text, name: "a.yaml").journey)
    #expect(after.touchpoints.map(\.id) == fresh.touchpoints.map(\.id))
    #expect(merged.text.contains("name: 14 rarer touchpoints"))
    #expect(!merged.remarks.contains { $0.contains("in the log is 'rarer'") })
    #expect(!merged.remarks.contains { $0.contains("were found, not given") })
  }

  @Test func longListsNameTenAndCountTheOthers() throws {
    let paths = (0..<200).map { ["browse", "step \($0 % 20)", "pay"] }
    let merged = try Self.merge(Self.log(paths, personas: [nil]).counts, Self.plain)
    #expect(
      merged.remarks.contains {
        $0.hasPrefix("New in the log: 40 ways, ") && $0.hasSuffix(" and 30 more.")
      },
      "\(merged.remarks)")
  }

  // MARK: - Ends, units, personas

  @Test func endsThatNobodyNamedAreAskedFor() throws {
    let document = Self.plain.replacing(
      "pay -> ended: 10", with: "pay -> completed: 8\n  pay -> left: 2")
    var log = Self.log(Array(repeating: ["browse", "pay"], count: 9), personas: [nil])
    let problem = #expect(throws: EditProblem.self) { try Self.merge(log.counts, document) }
    #expect(
      problem?.description
        == "a.yaml: the document tells who completed and who left, and nobody said which touchpoints "
        + "of the log end well, so all that would become 0; name them with --completed, such as "
        + "--completed 'pay'")
    log.rules.completed = ["pay"]
    #expect(try Self.merge(log.counts, document).text.contains("pay -> completed: 9"))
  }

  @Test func aLogOfSomethingElseIsRefused() {
    let log = Self.log([["a", "b", "c", "d"]], personas: [nil])
    let problem = #expect(throws: EditProblem.self) { try Self.merge(log.counts, Self.plain) }
    #expect(
      problem?.summary
        == "no touchpoint of the log is one of the document's: the log has 'a', 'b', 'c' and 1 more, "
        + "the document 'Browse' and 'Pay'")
  }

  @Test func visitsAreSaidToBeVisits() throws {
    var log = Self.log(Array(repeating: ["browse", "pay"], count: 9), personas: [nil])
    log.rules.timeout = 1
    let merged = try Self.merge(log.counts, Self.plain)
    #expect(merged.text.contains("\ncustomers: visits\n"))
    #expect(try Self.merge(log.counts, merged.text).text == merged.text)
    let named = try Self.merge(log.counts, "customers: patients\n" + Self.plain)
    #expect(named.text.contains("customers: patients\n"))
    #expect(
      named.remarks.contains("The flow counts visits, and the document calls them 'patients'."))
  }

  @Test func customersWithoutPersonaAreNotLeftOutSilently() throws {
    let document = """
      journey: Shop
      scale: {low: 1, high: 5}
      personas: {a: {name: A}, b: {name: B}}
      touchpoints:
        browse: {name: Browse, felt: {a: 3, b: 4}}
        pay: {name: Pay}
      flow:
        start -> browse: {a: 5, b: 5}
        browse -> pay: {a: 5, b: 5}
        pay -> ended: {a: 5, b: 5}
      """
    let log = Self.log(
      Array(repeating: ["browse", "pay"], count: 48), personas: ["a", "b", nil])
    let merged = try Self.merge(log.counts, document)
    let after = try #require(JourneyReader.read(merged.text, name: "a.yaml").journey)
    #expect(after.flow.allSatisfy { $0.traffic.everyone?.amount == .customers(48) })
    #expect(after[touchpoint: "browse"]?.felt?.entries.map(\.value.n) == [16, 16])
    #expect(after[touchpoint: "pay"]?.felt?.everyone?.n == 48)
    #expect(
      merged.remarks.contains(
        "The flow's counts by persona are gone and everybody's stand there, since the log has "
          + "customers of 'Not known', which the document has not."))
    #expect(
      merged.remarks.contains(
        "Left out of the scores by persona: 16 scores of customers of 'Not known', which the "
          + "document has not, at 'browse'."))
  }

  @Test func newFirstTouchpointsComeFirst() throws {
    let log = Self.log(
      Array(repeating: ["advert", "home page", "browse", "pay"], count: 9), personas: [nil])
    let document = Self.plain.replacing("  browse: {", with: "  # Look.\n  browse: {")
    let merged = try Self.merge(log.counts, document)
    let after = try #require(JourneyReader.read(merged.text, name: "a.yaml").journey)
    #expect(after.touchpoints.map(\.id) == ["advert", "home-page", "browse", "pay"])
    #expect(merged.text.contains("  # Look.\n  browse: {"), "\(merged.text)")
    let json = JourneyWriter.text(
      of: try #require(JourneyReader.read(Self.plain, name: "a.yaml").journey), format: .json)
    let inJSON = try JourneyMerge.merge(
      log.counts, options: Self.options, into: json, name: "a.json")
    let read = try #require(JourneyReader.read(inJSON.text, name: "a.json").journey)
    #expect(read.touchpoints.map(\.id) == ["advert", "home-page", "browse", "pay"])
  }
}
