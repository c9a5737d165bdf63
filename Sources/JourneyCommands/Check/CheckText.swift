import JourneyKit
import TextSupport

/// What a check found, as people read it: document by document, with excerpts, and a line that
/// counts at the end.
///
/// Long lists stay readable: of many of a kind the first are written out and the rest is counted.
struct CheckText {
  private let report: CheckReport
  private let counts: (documents: Int, policies: Int)

  /// How many diagnostics of a document are written out.
  private static let mostDiagnostics = 50
  /// How many findings of one rule in a document are written out.
  private static let mostFindings = 10
  private static let rest = "--format json has all"

  /// Prepares the text.
  ///
  /// - Parameters:
  ///   - report: What was found.
  ///   - counts: How many journey documents were named, and how many policy files.
  init(_ report: CheckReport, counts: (documents: Int, policies: Int)) {
    self.report = report
    self.counts = counts
  }

  /// Writes what was found to standard output.
  func print(on console: Console) throws {
    var formatter = DiagnosticFormatter(
      usesColor: console.isOutputColored, most: Self.mostDiagnostics)
    formatter.rest = Self.rest
    for document in report.documents
    where !document.diagnostics.contains(where: { $0.id == CheckRun.unreadable }) {
      try console.print(formatter.text(for: document.diagnostics, in: document.source))
      guard let guardrails = document.guardrails else { continue }
      try console.print(text(of: guardrails, in: document.source, formatter))
    }
  }

  private func text(
    of guardrails: CheckReport.Guardrails, in source: SourceText, _ formatter: DiagnosticFormatter
  ) -> String {
    var told: [Kind: Int] = [:]
    var order: [Kind] = []
    var shown: [FormattedRemark] = []
    // What is broken stands before what is worth knowing.
    let findings = guardrails.findings
    let ordered =
      findings.filter { $0.finding.level != .note } + findings.filter { $0.finding.level == .note }
    for placed in ordered {
      let kind = Kind(id: placed.finding.id, isNote: placed.finding.level == .note)
      if told[kind] == nil { order.append(kind) }
      told[kind, default: 0] += 1
      guard told[kind, default: 0] <= Self.mostFindings else { continue }
      shown.append(Self.remark(placed, in: placed.journey ?? guardrails.journey))
    }
    var text = formatter.text(saying: shown, in: source)
    for kind in order {
      let count = told[kind, default: 0] - Self.mostFindings
      guard count > 0 else { continue }
      let more =
        NumberText.grouped(count) + (kind.isNote && kind.id != "better" ? " notes" : " more")
      text += "\(TextTable.printable(source.name)): and \(more) of \(kind.id); \(Self.rest)\n"
    }
    return text
  }

  /// What is counted together: what breaks a rule never keeps what is noted about it from being read.
  private struct Kind: Hashable {
    var id: String
    var isNote: Bool
  }

  private static func remark(
    _ placed: CheckReport.PlacedFinding, in journey: Journey?
  ) -> FormattedRemark {
    let text = FindingText(placed.finding, in: journey)
    let style: FormattedRemark.Style =
      switch placed.finding.level {
      case .fails: .red
      case .waived: .yellow
      case .note: placed.finding.id == "better" ? .green : .cyan
      }
    var remark = FormattedRemark(
      text.word, style, id: placed.finding.id, placed.finding.summary, at: placed.range,
      details: text.details.map { FormattedRemark.Detail($0.label, $0.text) })
    // What a check prints ends in logs that many read.
    let forbidden = Self.forbidden(in: journey)
    remark.mask = { PersonalData.redacted(Self.blackened($0, forbidden)) }
    // Of a quote itself nothing is shown: it may be written in ways that no search finds.
    if Self.isForbidden(placed.finding.path, in: journey) { remark.hasExcerpt = false }
    if placed.finding.level == .note {
      // A line each: there are many, and they say it all.
      remark.hasExcerpt = false
      remark.details = []
      // What could not be judged names its touchpoints itself.
      if let name = text.touchpointNames, !remark.summary.hasSuffix("(\(name))") {
        remark.summary = "\(name): \(remark.summary)"
      }
    }
    return remark
  }

  // MARK: - Quotes

  /// The words of those who did not agree to be quoted, line by line.
  private static func forbidden(in journey: Journey?) -> [String] {
    (journey?.touchpoints ?? []).flatMap(\.quotes).filter { $0.consent == false }
      .flatMap { $0.text.split(whereSeparator: \.isNewline).map(String.init) }
      .filter { $0.contains { !$0.isWhitespace } }
  }

  /// A line with the words of those who did not agree blacked out.
  private static func blackened(_ line: String, _ forbidden: [String]) -> String {
    forbidden.reduce(line) { line, words in
      guard words.count <= line.count, line.contains(words) else { return line }
      return line.split(separator: words, omittingEmptySubsequences: false)
        .joined(separator: String(repeating: "█", count: words.count))
    }
  }

  /// Whether a path leads to a quote whose speaker did not agree to it.
  private static func isForbidden(_ path: DocumentPath, in journey: Journey?) -> Bool {
    (journey?.touchpoints ?? []).contains { touchpoint in
      touchpoint.quotes.indices.contains { index in
        let quote = DocumentPath.touchpoint(touchpoint.id, "quotes").appending(.index(index))
        return touchpoint.quotes[index].consent == false
          && path.description.hasPrefix(quote.description)
      }
    }
  }

  // MARK: - Counting

  /// The last line.
  var summary: String {
    func number(_ severity: Diagnostic.Severity, _ word: String) -> String {
      let count = report.documents.reduce(0) {
        $0 + $1.diagnostics.count { $0.severity == severity }
      }
      return count == 0 ? "no \(word)s" : Wording.count(count, word)
    }
    var checked: [String] = []
    if counts.documents > 0 || counts.policies == 0 {
      checked.append(Wording.count(counts.documents, "document"))
    }
    if counts.policies > 0 {
      checked.append(
        Wording.count(counts.policies, "policy", "policies"))
    }
    var text =
      "\(checked.joined(separator: " and ")) checked: \(number(.error, "error")), "
      + number(.warning, "warning")
    if let counts = report.ruleCounts {
      text += "; \(Wording.count(counts.checked, "rule")): "
      text += counts.broken == 0 ? "none broken" : "\(counts.broken) broken"
      if counts.waived > 0 { text += ", \(counts.waived) waived" }
      if counts.badWaivers > 0 {
        text += "; \(Wording.count(counts.badWaivers, "waiver")) to mend"
      }
    }
    return text + "\n"
  }
}
