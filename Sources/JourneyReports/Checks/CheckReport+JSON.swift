import JourneyModel
import TextSupport

extension CheckReport {
  /// The findings as JSON: documents with their diagnostics, lines and columns from 1.
  public var json: String {
    let value: JSONValue = [
      "schemaVersion": .number(1),
      "documents": .array(
        documents.map { document in
          [
            "file": .string(document.source.name),
            "diagnostics": .array(findings(in: document).map(Self.json)),
          ]
        }),
    ]
    return value.text
  }

  private static func json(_ finding: Finding) -> JSONValue {
    [
      "id": .string(finding.diagnostic.id),
      "severity": .string(finding.diagnostic.severity.rawValue),
      "path": .string(finding.diagnostic.path.description),
      "line": .number(Double(finding.start.line)),
      "column": .number(Double(finding.start.column)),
      "endLine": .number(Double(finding.end.line)),
      "endColumn": .number(Double(finding.end.column)),
      "summary": .string(finding.diagnostic.summary),
      "fix": JSONValue(finding.diagnostic.fix),
    ]
  }
}
