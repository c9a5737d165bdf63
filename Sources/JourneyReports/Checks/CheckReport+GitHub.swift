import JourneyGuardrails
import JourneyModel

extension CheckReport {
  /// What was found as GitHub workflow commands, which annotate a pull request's lines.
  public var github: String {
    remarks.map { remark in
      let properties = [
        "file=\(Self.escaped(Self.plain(remark.file), inProperty: true))",
        "line=\(remark.start.line)", "endLine=\(remark.end.line)",
        "col=\(remark.start.column)",
        "title=\(Self.escaped(Self.title(of: remark), inProperty: true))",
      ]
      let message = Self.escaped(remark.sentence, inProperty: false)
      return "::\(Self.command(for: remark)) \(properties.joined(separator: ","))::\(message)\n"
    }.joined()
  }

  private static func command(for remark: Remark) -> String {
    switch remark.kind {
    case .diagnostic(let diagnostic):
      switch diagnostic.severity {
      case .error: "error"
      case .warning: "warning"
      case .note: "notice"
      }
    case .finding(let text):
      switch text.finding.level {
      case .fails: "error"
      case .waived: "warning"
      case .note: "notice"
      }
    }
  }

  private static func title(of remark: Remark) -> String {
    if case .finding(let text) = remark.kind, text.finding.level == .waived {
      return "\(remark.id) (waived)"
    }
    return remark.id
  }

  /// A path as services know it, which do not take `./a` for `a`.
  ///
  /// - Parameter path: As the command line names it.
  /// - Returns: The path without `./` before it.
  static func plain(_ path: String) -> String {
    var path = Substring(path)
    while path.hasPrefix("./"), path.count > 2 { path = path.dropFirst(2) }
    return String(path)
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
