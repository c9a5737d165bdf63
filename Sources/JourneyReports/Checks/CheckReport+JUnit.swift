import JourneyAnalysis
import JourneyGuardrails
import JourneyModel
import TextSupport

extension CheckReport {
  /// What was found as JUnit XML: a suite a document; a failed case an error or a rule that is
  /// broken, a skipped one a rule that is waived, a passed one a rule that holds.
  public var junit: String {
    var xml = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"journey check\">\n"
    for document in documents {
      let name = Self.escaped(document.source.name)
      let cases = cases(in: document)
      let failures = cases.count { $0.outcome == .failed }
      xml += "  <testsuite name=\"\(name)\" tests=\"\(cases.count)\" failures=\"\(failures)\""
      if document.guardrails != nil {
        xml += " skipped=\"\(cases.count { $0.outcome == .skipped })\""
      }
      xml += ">\n"
      for testCase in cases {
        let opening = "    <testcase classname=\"\(name)\" name=\"\(Self.escaped(testCase.name))\""
        if testCase.body.isEmpty {
          xml += "\(opening)/>\n"
        } else {
          xml += "\(opening)>\n      \(testCase.body)\n    </testcase>\n"
        }
      }
      xml += "  </testsuite>\n"
    }
    return xml + "</testsuites>\n"
  }

  private enum Outcome {
    case passed, failed, skipped
  }

  private struct Case {
    var name: String
    var outcome = Outcome.passed
    var body = ""
  }

  private func cases(in document: Document) -> [Case] {
    let remarks = remarks(in: document)
    var cases = remarks.map(Self.testCase)
    let spoken = Set(remarks.map(\.id))
    for rule in document.guardrails?.rules ?? [] where !spoken.contains(rule.rawValue) {
      cases.append(Case(name: rule.rawValue))
    }
    return cases.isEmpty ? [Case(name: "document")] : cases
  }

  private static func testCase(_ remark: Remark) -> Case {
    switch remark.kind {
    case .diagnostic(let diagnostic):
      let message = escaped(remark.sentence)
      let name = "\(remark.id), line \(remark.start.line)"
      guard diagnostic.severity == .error else {
        return Case(
          name: name,
          body: "<system-out>\(diagnostic.severity.rawValue): \(escaped(remark.place)): "
            + "\(message)</system-out>")
      }
      return Case(
        name: name, outcome: .failed,
        body: "<failure type=\"error\" message=\"\(message)\">\(escaped(remark.place))</failure>")
    case .finding(let text):
      let finding = text.finding
      var name = "\(remark.id), \(finding.touchpoint?.rawValue ?? finding.journey.rawValue)"
      // Held against a baseline, several figures of one touchpoint are told by the same rule.
      if let figure = finding.figure, text.isCompared { name += ", \(figure.measure.word)" }
      let lines = text.message.split(separator: "\n").map { escaped(String($0)) }
      let body = ([escaped(remark.place)] + lines).joined(separator: "\n")
      switch finding.level {
      case .fails:
        return Case(
          name: name, outcome: .failed,
          body: "<failure type=\"\(escaped(remark.id))\" message=\"\(escaped(finding.summary))\">"
            + "\(body)</failure>")
      case .waived:
        let waived = text.details.first { $0.label == "waived" }?.text ?? ""
        return Case(
          name: name, outcome: .skipped,
          body: "<skipped message=\"\(escaped("waived \(waived); \(finding.summary)"))\">"
            + "\(body)</skipped>")
      case .note:
        return Case(name: name, body: "<system-out>\(text.word): \(body)</system-out>")
      }
    }
  }

  /// Text for XML 1.0, whose forbidden characters are shown as pictures.
  private static func escaped(_ text: String) -> String {
    TextTable.printable(text).reduce(into: "") { escaped, character in
      switch character {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      case "\u{FFFE}", "\u{FFFF}": escaped += "\u{FFFD}"
      default: escaped.append(character)
      }
    }
  }
}
