import JourneyModel
import TextSupport

extension CheckReport {
  /// The findings as JUnit XML: a suite a document, a failed case an error or a warning.
  public var junit: String {
    var xml = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"journey check\">\n"
    for document in documents {
      let found = findings(in: document)
      let name = Self.escaped(document.source.name)
      let failures = found.filter { $0.diagnostic.severity == .error }
      xml +=
        "  <testsuite name=\"\(name)\" tests=\"\(max(1, found.count))\" failures=\"\(failures.count)\">\n"
      if found.isEmpty {
        xml += "    <testcase classname=\"\(name)\" name=\"document\"/>\n"
      }
      for finding in found {
        let place = "\(finding.file):\(finding.start.line):\(finding.start.column)"
        xml +=
          "    <testcase classname=\"\(name)\" name=\"\(Self.escaped(finding.diagnostic.id)), line \(finding.start.line)\">\n"
        let message = Self.escaped(finding.sentence)
        if finding.diagnostic.severity == .error {
          xml += "      <failure type=\"error\" message=\"\(message)\">"
          xml += "\(Self.escaped(place))</failure>\n"
        } else {
          xml += "      <system-out>\(finding.diagnostic.severity.rawValue): "
          xml += "\(Self.escaped(place)): \(message)</system-out>\n"
        }
        xml += "    </testcase>\n"
      }
      xml += "  </testsuite>\n"
    }
    return xml + "</testsuites>\n"
  }

  /// Text for XML 1.0, whose forbidden characters are shown as pictures.
  private static func escaped(_ text: String) -> String {
    TextTable.printable(text).reduce(into: "") { escaped, character in
      switch character {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      default: escaped.append(character)
      }
    }
  }
}
