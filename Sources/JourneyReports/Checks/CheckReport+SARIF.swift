import JourneyGuardrails
import JourneyModel
import TextSupport

extension CheckReport {
  /// What was found as SARIF 2.1.0 (OASIS), which code-scanning services read.
  public var sarif: String {
    let found = documents.map { (document: $0, remarks: remarks(in: $0)) }
    let checked = documents.flatMap { $0.guardrails?.rules.map(\.rawValue) ?? [] }
    let ids = Set(found.flatMap(\.remarks).map(\.id) + checked).sorted()
    let indices = Dictionary(uniqueKeysWithValues: zip(ids, ids.indices))
    var results: [JSONValue] = []
    for (document, remarks) in found {
      var prints = Fingerprints(document.source)
      results += remarks.map { remark in
        Self.result(
          remark, index: indices[remark.id], columns: prints.columns(of: remark),
          fingerprint: prints.fingerprint(of: remark))
      }
    }
    let value: JSONValue = [
      "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
      "version": "2.1.0",
      "runs": [
        [
          "tool": [
            "driver": [
              "name": "journey",
              "semanticVersion": .string(version),
              "rules": .array(ids.map(Self.rule)),
            ]
          ],
          "columnKind": "unicodeCodePoints",
          "artifacts": .array(
            documents.map { ["location": ["uri": .string(Self.uri($0.source.name))]] }),
          "results": .array(results),
        ]
      ],
    ]
    return value.text
  }

  // MARK: - Rules

  private static func rule(_ id: String) -> JSONValue {
    guard let words = words(of: id) else { return ["id": .string(id)] }
    return [
      "id": .string(id),
      "name": .string(
        id.split(separator: "-").map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()),
      "shortDescription": ["text": .string(words.short + ".")],
      "fullDescription": ["text": .string(words.full)],
      "helpUri": .string("https://journeykit.dev/docs/guardrails#\(id)"),
      "defaultConfiguration": [
        "level": id == "better" || id == "policy-loosened" ? "note" : "error"
      ],
    ]
  }

  private static func words(of id: String) -> (short: String, full: String)? {
    if let rule = Guardrail.Rule(rawValue: id) {
      let limit =
        switch (rule.usualLimit, rule.exampleLimit) {
        case (let usual?, _): " The limit is \(usual) unless the policy gives another."
        case (nil, let example?): " The policy gives the limit, such as \(example)."
        case (nil, nil): ""
        }
      return (
        rule.summary,
        "\(rule.summary).\(limit) It fails when that is surely not so, judged by the 90 % interval, "
          + "unless the policy says 'fails: not-surely-good'."
      )
    }
    return switch id {
    case "waiver-expired":
      ("A waiver holds until its day", "A waiver whose day has passed waives nothing any more.")
    case "waiver-unsigned":
      (
        "A guardian approves a waiver",
        "A waiver is approved by one of the policy's guardians who does not own the touchpoint."
      )
    case "waiver-incomplete":
      (
        "A waiver says who, why, what for and until when",
        "A waiver that leaves out by, why, traded-for or until waives nothing."
      )
    case "waiver-unused":
      ("A waiver is needed", "A waiver of a rule that nothing breaks any more is to be removed.")
    case "policy-loosened":
      (
        "A policy asks no less than it did",
        "A rule of the baseline's policy is gone or asks less, or other guardians approve."
      )
    case "better":
      ("Better than in the baseline", "A figure is better than in the baseline beyond chance.")
    default: nil
    }
  }

  // MARK: - Results

  private static func result(
    _ remark: Remark, index: Int?, columns: (start: Int, end: Int), fingerprint: String
  ) -> JSONValue {
    var members: [JSONValue.Member] = [
      .init("ruleId", .string(remark.id)),
      .init("ruleIndex", JSONValue(index)),
      .init("level", .string(level(of: remark))),
      .init("message", ["text": .string(remark.sentence)]),
      .init(
        "locations",
        [
          [
            "physicalLocation": [
              "artifactLocation": ["uri": .string(uri(remark.file))],
              "region": [
                "startLine": .number(Double(remark.start.line)),
                "startColumn": .number(Double(columns.start)),
                "endLine": .number(Double(remark.end.line)),
                "endColumn": .number(Double(columns.end)),
              ],
            ],
            "logicalLocations": .array(logicalLocations(of: remark)),
          ]
        ]),
      .init("partialFingerprints", ["journeyRemark/v1": .string(fingerprint)]),
    ]
    if case .finding(let text) = remark.kind {
      members.append(.init("properties", properties(of: text.finding)))
      if let waiver = text.finding.waiver, text.finding.level == .waived {
        members.append(
          .init(
            "suppressions",
            [
              [
                "kind": "external", "status": "accepted",
                "justification": JSONValue(
                  text.details.first { $0.label == "waived" }?.text ?? waiver.why ?? ""),
              ]
            ]))
      }
    }
    return .object(members)
  }

  private static func level(of remark: Remark) -> String {
    switch remark.kind {
    case .diagnostic(let diagnostic):
      switch diagnostic.severity {
      case .error: "error"
      case .warning: "warning"
      case .note: "note"
      }
    case .finding(let text):
      switch text.finding.level {
      case .fails: "error"
      case .waived: "warning"
      case .note: "note"
      }
    }
  }

  private static func logicalLocations(of remark: Remark) -> [JSONValue] {
    let path =
      switch remark.kind {
      case .diagnostic(let diagnostic): diagnostic.path
      case .finding(let text): text.finding.path
      }
    guard !path.steps.isEmpty else { return [] }
    return [["fullyQualifiedName": .string(path.description), "kind": "member"]]
  }

  private static func properties(of finding: Finding) -> JSONValue {
    [
      "journey": .string(finding.journey.rawValue),
      "touchpoint": JSONValue(finding.touchpoint?.rawValue),
      "figure": figure(finding),
      "limit": JSONValue(finding.limit),
      "owners": .array(finding.owners.map(JSONValue.string)),
      "said": .array(finding.said.map(JSONValue.string)),
      "waiver": finding.waiver.map(json) ?? .null,
    ]
  }

  /// A path as a relative or file URI (RFC 3986).
  private static func uri(_ path: String) -> String {
    let kept = Set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/".utf8)
    let hex = Array("0123456789ABCDEF")
    let escaped = plain(path).utf8.reduce(into: "") { text, byte in
      if kept.contains(byte) {
        text.unicodeScalars.append(Unicode.Scalar(byte))
      } else {
        text += "%\(hex[Int(byte >> 4)])\(hex[Int(byte & 15)])"
      }
    }
    return path.hasPrefix("/") ? "file://" + escaped : escaped
  }
}
