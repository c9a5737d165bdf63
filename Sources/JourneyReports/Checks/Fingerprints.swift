import JourneyAnalysis
import JourneyGuardrails
import JourneyModel
import TextSupport

/// Tells what was found before from what is new, when lines have moved meanwhile.
///
/// A fingerprint is made of what was found and of the part of the document that it is about: not of
/// the line, nor of the place in a list. What has a figure keeps its fingerprint when the figure
/// changes. Equal ones of one document are counted.
struct Fingerprints {
  private let lines: LineTable
  private var seen: [String: Int] = [:]

  init(_ source: SourceText) {
    lines = LineTable(source)
  }

  /// The fingerprint of the next remark of the document.
  mutating func fingerprint(of remark: CheckReport.Remark) -> String {
    var parts = [remark.id]
    switch remark.kind {
    case .diagnostic(let diagnostic):
      parts += [Self.keys(diagnostic.path), excerpt(remark.range)]
    case .finding(let text):
      let finding = text.finding
      parts += [finding.journey.rawValue, finding.touchpoint?.rawValue ?? ""]
      parts += finding.alsoAbout.map(\.rawValue)
      if let figure = finding.figure {
        parts += [figure.measure.rawValue, figure.touchpoint?.rawValue ?? ""]
      } else if let tally = finding.tally, tally.isOncePerPlace {
        parts.append(tally.rawValue)
      } else {
        parts += [Self.keys(finding.path), excerpt(remark.range)]
      }
    }
    let name = parts.joined(separator: "\u{0}")
    let count = seen[name, default: 0]
    seen[name] = count + 1
    let digest = SHA256.digest(Array("\(name)\u{0}\(count)".utf8))
    let hex = Array("0123456789abcdef")
    return String(digest.prefix(12).flatMap { [hex[Int($0 >> 4)], hex[Int($0 & 15)]] })
  }

  /// The columns of a remark in Unicode code points, as SARIF counts them here, from 1.
  func columns(of remark: CheckReport.Remark) -> (start: Int, end: Int) {
    func column(_ offset: Int) -> Int {
      let line = lines.range(ofLine: lines.line(at: offset))
      guard offset > line.lowerBound else { return 1 }
      return lines.text(in: SourceRange(line.lowerBound, offset)).unicodeScalars.count + 1
    }
    return (column(remark.range.lowerBound), column(remark.range.upperBound))
  }

  private func excerpt(_ range: SourceRange) -> String {
    lines.text(in: SourceRange(range.lowerBound, min(range.upperBound, range.lowerBound + 200)))
  }

  /// The keys of a path; where in a list something stands changes when something is added above.
  private static func keys(_ path: DocumentPath) -> String {
    path.steps.map { step in
      if case .key(let key) = step { key } else { "[]" }
    }.joined(separator: ".")
  }
}

extension Tally {
  /// Whether a finding's touchpoints tell it apart, whatever is written there.
  fileprivate var isOncePerPlace: Bool {
    switch self {
    case .reading, .customers, .methods, .evidenceAge, .mazeCustomers: true
    default: false
    }
  }
}
