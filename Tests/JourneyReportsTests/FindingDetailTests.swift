import Foundation
import JourneyAnalysis
import JourneyGuardrails
import JourneyModel
import JourneyReports
import Testing

/// What belongs to a finding, in text and for programs: what was counted, whose it is, who waived it.
@Suite struct FindingDetailTests {
  /// The report with one finding.
  private static func report(_ finding: Finding) -> CheckReport {
    var report = GuardrailReportTests.report
    report.documents[0].guardrails?.findings = [.init(finding, range: nil)]
    return report
  }

  /// The first finding, as JSON has it.
  private static func json(_ report: CheckReport) throws -> [String: Any] {
    let object = try #require(
      JSONSerialization.jsonObject(with: Data(report.json.utf8)) as? [String: Any])
    let documents = try #require(object["documents"] as? [[String: Any]])
    return try #require((documents[0]["findings"] as? [[String: Any]])?.first)
  }

  @Test func severalOwnersAreAList() throws {
    var finding = GuardrailReportTests.broken
    finding.owners = ["Okafor", "Ruiz"]
    let report = Self.report(finding)
    #expect(report.github.contains("owner: Okafor, Ruiz%0A"))
    #expect(try Self.json(report)["owners"] as? [String] == ["Okafor", "Ruiz"])
    let object = try #require(
      JSONSerialization.jsonObject(with: Data(report.sarif.utf8)) as? [String: Any])
    let run = try #require((object["runs"] as? [[String: Any]])?.first)
    let result = try #require((run["results"] as? [[String: Any]])?.first)
    let properties = try #require(result["properties"] as? [String: Any])
    #expect(properties["owners"] as? [String] == ["Okafor", "Ruiz"])
  }

  @Test func placesAreNamedAsServicesKnowThem() throws {
    var report = Self.report(GuardrailReportTests.broken)
    report.documents[0].source = SourceText(name: "./a b.journey.yaml", text: "x")
    #expect(report.github.contains("file=a b.journey.yaml,"))
    #expect(report.sarif.contains("\"uri\": \"a%20b.journey.yaml\""))
    #expect(report.json.contains("\"file\": \"./a b.journey.yaml\""))
  }

  @Test func whoWaivedIsWrittenWithoutSpaceAround() throws {
    var waived = GuardrailReportTests.waived
    waived.waiver?.approvedBy = " Ombudsman\n "
    waived.waiver?.by = "  "
    let report = Self.report(waived)
    #expect(report.github.contains("waived: by nobody, approved by Ombudsman, traded for legacy"))
    let waiver = try #require(try Self.json(report)["waiver"] as? [String: Any])
    #expect(waiver["approvedBy"] as? String == "Ombudsman")
  }

  /// Something that was counted, and what is said of it.
  struct Count: Sendable {
    var tally: Tally
    var value: Double?
    var limit: Double
    var unit: String
    var text: String
  }

  private static let day: Double = 86_400

  static let counts: [Count] = [
    Count(
      tally: .reading, value: 5700, limit: 1800, unit: "seconds",
      text: "time to read 95 min, limit 30 min"),
    Count(
      tally: .customers, value: 3, limit: 5, unit: "count", text: "customers asked 3, limit 5"),
    Count(
      tally: .evidenceAge, value: 400 * day, limit: 365 * day, unit: "seconds",
      text: "age of the evidence 400 d, limit 365 d"),
    Count(
      tally: .personaShare, value: 0.1, limit: 0.25, unit: "share",
      text: "share of those heard 10%, limit 25%"),
    Count(
      tally: .sinceCustomer, value: nil, limit: 90 * day, unit: "seconds",
      text: "time since meeting a customer not known, limit 90 d"),
    Count(
      tally: .mazeCustomers, value: 120, limit: 0, unit: "per-1000",
      text: "going round 120 per 1,000 patients, limit 0"),
    Count(
      tally: .overdue, value: 12 * day, limit: 0, unit: "seconds",
      text: "overdue by 12 d, limit 0 d"),
    Count(
      tally: .shortestRelief, value: .infinity, limit: 2, unit: "count",
      text: "steps to relief: none, limit 2"),
  ]

  @Test(arguments: counts)
  func whatWasCountedIsInItsUnit(count: Count) throws {
    var finding = Finding("x", journey: "results", "x", at: .root)
    finding.tally = count.tally
    finding.limit = count.limit
    finding.estimate = count.value.map { Estimate($0, low: $0, high: $0) }
    let report = Self.report(finding)
    let line = report.github.replacingOccurrences(of: "%25", with: "%")
    #expect(line.contains("figure: \(count.text)\n"), "\(line)")
    let written = try Self.json(report)
    let figure = try #require(written["figure"] as? [String: Any])
    #expect(figure["measure"] as? String == count.tally.rawValue)
    #expect(figure["unit"] as? String == count.unit)
    #expect(figure["value"] as? Double == count.value.flatMap { $0.isFinite ? $0 : nil })
    #expect(written["limit"] as? Double == count.limit)
  }

  @Test func whatWasCountedKeepsItsFingerprintWhenItChanges() throws {
    func print(_ value: Double, _ text: String) throws -> String {
      var finding = Finding(
        "max-reading", journey: "results", touchpoint: "log-in", text, at: .touchpoint("log-in"))
      finding.tally = .reading
      finding.limit = 60
      finding.estimate = Estimate(value, low: value, high: value)
      var report = Self.report(finding)
      report.documents[0].source = SourceText(name: "a.journey.yaml", text: text)
      report.documents[0].guardrails?.findings[0].range = SourceRange(0, text.utf8.count)
      let object = try #require(
        JSONSerialization.jsonObject(with: Data(report.sarif.utf8)) as? [String: Any])
      let run = try #require((object["runs"] as? [[String: Any]])?.first)
      let result = try #require((run["results"] as? [[String: Any]])?.first)
      let prints = try #require(result["partialFingerprints"] as? [String: String])
      return try #require(prints["journeyRemark/v1"])
    }
    #expect(try print(5700, "reading: 95m") == print(6000, "reading: 100m"))
  }
}
