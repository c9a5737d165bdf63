import JourneyModel
import TextSupport

extension CheckReport {
  /// The findings as SARIF 2.1.0 (OASIS), which code-scanning services read.
  public var sarif: String {
    let ids = Set(findings.map(\.diagnostic.id)).sorted()
    let value: JSONValue = [
      "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
      "version": "2.1.0",
      "runs": [
        [
          "tool": [
            "driver": [
              "name": "journey",
              "semanticVersion": .string(version),
              "rules": .array(ids.map { ["id": .string($0)] }),
            ]
          ],
          "columnKind": "unicodeCodePoints",
          "artifacts": .array(
            documents.map { ["location": ["uri": .string(Self.uri($0.source.name))]] }),
          "results": .array(findings.map { Self.result($0, ids: ids) }),
        ]
      ],
    ]
    return value.text
  }

  private static func result(_ finding: Finding, ids: [String]) -> JSONValue {
    let level =
      switch finding.diagnostic.severity {
      case .error: "error"
      case .warning: "warning"
      case .note: "note"
      }
    return [
      "ruleId": .string(finding.diagnostic.id),
      "ruleIndex": JSONValue(ids.firstIndex(of: finding.diagnostic.id)),
      "level": .string(level),
      "message": ["text": .string(finding.sentence)],
      "locations": [
        [
          "physicalLocation": [
            "artifactLocation": ["uri": .string(uri(finding.file))],
            "region": [
              "startLine": .number(Double(finding.start.line)),
              "startColumn": .number(Double(finding.start.column)),
              "endLine": .number(Double(finding.end.line)),
              "endColumn": .number(Double(finding.end.column)),
            ],
          ]
        ]
      ],
    ]
  }

  /// A path as a relative or file URI (RFC 3986).
  private static func uri(_ path: String) -> String {
    let kept = Set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/".utf8)
    let hex = Array("0123456789ABCDEF")
    let escaped = path.utf8.reduce(into: "") { text, byte in
      if kept.contains(byte) {
        text.unicodeScalars.append(Unicode.Scalar(byte))
      } else {
        text += "%\(hex[Int(byte >> 4)])\(hex[Int(byte & 15)])"
      }
    }
    return path.hasPrefix("/") ? "file://" + escaped : escaped
  }
}
