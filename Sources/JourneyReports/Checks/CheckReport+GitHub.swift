import JourneyModel

extension CheckReport {
  /// The findings as GitHub workflow commands, which annotate a pull request's lines.
  public var github: String {
    findings.map { finding in
      let command =
        switch finding.diagnostic.severity {
        case .error: "error"
        case .warning: "warning"
        case .note: "notice"
        }
      let properties = [
        "file=\(Self.escaped(finding.file, inProperty: true))",
        "line=\(finding.start.line)", "endLine=\(finding.end.line)",
        "col=\(finding.start.column)",
        "title=\(Self.escaped(finding.diagnostic.id, inProperty: true))",
      ]
      let message = Self.escaped(finding.sentence, inProperty: false)
      return "::\(command) \(properties.joined(separator: ","))::\(message)\n"
    }.joined()
  }

  private static func escaped(_ text: String, inProperty: Bool) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "%": escaped += "%25"
      case "\r": escaped += "%0D"
      case "\n": escaped += "%0A"
      case ":" where inProperty: escaped += "%3A"
      case "," where inProperty: escaped += "%2C"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}
