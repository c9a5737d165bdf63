import JourneyAnalysis
import JourneyGuardrails
import JourneyModel
import TextSupport

extension CheckReport {
  /// What was found as JSON: documents with their diagnostics and findings, lines and columns from 1.
  public var json: String {
    var members: [JSONValue.Member] = [
      .init("schemaVersion", .number(1)),
      .init("documents", .array(documents.map(json))),
    ]
    if let counts = ruleCounts {
      members.append(
        .init(
          "rules",
          [
            "checked": JSONValue(counts.checked), "broken": JSONValue(counts.broken),
            "waived": JSONValue(counts.waived), "badWaivers": JSONValue(counts.badWaivers),
          ]))
    }
    if let unmatched {
      members.append(
        .init(
          "baseline",
          [
            "new": .array(unmatched.new.map { .string($0) }),
            "gone": .array(unmatched.gone.map { .string($0) }),
          ]))
    }
    return JSONValue.object(members).text
  }

  private func json(_ document: Document) -> JSONValue {
    var diagnostics: [JSONValue] = []
    var findings: [JSONValue] = []
    for remark in remarks(in: document) {
      switch remark.kind {
      case .diagnostic(let diagnostic): diagnostics.append(Self.json(diagnostic, at: remark))
      case .finding(let text):
        findings.append(
          Self.json(text.finding, in: document.guardrails?.journey, at: remark))
      }
    }
    var members: [JSONValue.Member] = [
      .init("file", .string(document.source.name)),
      .init("diagnostics", .array(diagnostics)),
    ]
    if let guardrails = document.guardrails {
      members.append(.init("journey", JSONValue(guardrails.journey?.id.rawValue)))
      members.append(.init("rules", .array(guardrails.rules.map { .string($0.rawValue) })))
      members.append(.init("findings", .array(findings)))
    }
    return .object(members)
  }

  private static func json(_ diagnostic: Diagnostic, at remark: Remark) -> JSONValue {
    .object(
      [
        .init("id", .string(diagnostic.id)),
        .init("severity", .string(diagnostic.severity.rawValue)),
        .init("path", .string(diagnostic.path.description)),
      ] + place(remark) + [
        .init("summary", .string(diagnostic.summary)),
        .init("fix", JSONValue(diagnostic.fix)),
      ])
  }

  private static func json(
    _ finding: Finding, in journey: Journey?, at remark: Remark
  ) -> JSONValue {
    let touchpoint = finding.touchpoint
    return .object(
      [
        .init("rule", .string(finding.id)),
        .init("level", .string(finding.level.rawValue)),
        .init("journey", .string(finding.journey.rawValue)),
        .init("touchpoint", JSONValue(touchpoint?.rawValue)),
        .init("name", JSONValue(touchpoint.flatMap { journey?[touchpoint: $0]?.name })),
        .init("alsoAbout", .array(finding.alsoAbout.map { .string($0.rawValue) })),
        .init("path", .string(finding.path.description)),
      ] + place(remark) + [
        .init("summary", .string(finding.summary)),
        .init("fix", JSONValue(finding.fix)),
        .init("figure", figure(finding)),
        .init("limit", JSONValue(finding.limit)),
        .init("owners", .array(finding.owners.map(JSONValue.string))),
        .init("said", .array(finding.said.map(JSONValue.string))),
        .init("waiver", finding.waiver.map(json) ?? .null),
      ])
  }

  private static func place(_ remark: Remark) -> [JSONValue.Member] {
    [
      .init("line", .number(Double(remark.start.line))),
      .init("column", .number(Double(remark.start.column))),
      .init("endLine", .number(Double(remark.end.line))),
      .init("endColumn", .number(Double(remark.end.column))),
    ]
  }

  /// The figure that was judged, or what was counted, with its interval.
  static func figure(_ finding: Finding) -> JSONValue {
    guard let measure = finding.figure?.measure.rawValue ?? finding.tally?.rawValue,
      let unit = finding.unit
    else { return .null }
    // Relief that never comes has no number.
    func number(_ value: Double?) -> JSONValue {
      JSONValue(value.flatMap { $0.isFinite ? $0 : nil })
    }
    return [
      "measure": .string(measure),
      "unit": .string(unit.word),
      "value": number(finding.estimate?.value),
      "low": number(finding.estimate?.low),
      "high": number(finding.estimate?.high),
    ]
  }

  /// A waiver with all that it says.
  static func json(_ waiver: Waiver) -> JSONValue {
    [
      "about": JSONValue(waiver.about?.description),
      "by": JSONValue(FindingText.oneLine(waiver.by)),
      "approvedBy": JSONValue(FindingText.oneLine(waiver.approvedBy)),
      "why": JSONValue(FindingText.oneLine(waiver.why)),
      "tradedFor": JSONValue(waiver.tradedFor?.rawValue),
      "until": JSONValue(waiver.until?.description),
    ]
  }
}
