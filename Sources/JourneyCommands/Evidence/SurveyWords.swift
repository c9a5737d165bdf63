import JourneyKit
import JourneySurveys
import TextSupport

/// What a command says about a survey that it read.
struct SurveyWords {
  /// What the survey is called.
  var name: String
  var survey: Survey
  var options: SurveyOptions
  var rejects: String?
  /// The share of answers that may be rejected.
  var most: Double

  /// Whether more was rejected than may be.
  var isTooMuchRejected: Bool { survey.report.rejectedShare > most }

  /// What was read and how it was understood, line by line.
  var text: String {
    var lines = [headline] + survey.report.remarks
    if !options.method.entersMeans, !survey.findings.isEmpty {
      lines.append(
        "Scores by \(options.method.rawValue) are kept as evidence and enter no mean: who speaks up "
          + "unasked, and staff, do not stand for all customers.")
    }
    lines += rejections
    lines += scores
    return lines.map { "journey: \(TextTable.printable($0))\n" }.joined()
  }

  private var headline: String {
    let report = survey.report
    var text =
      "\(name): \(Wording.count(report.answers, "answer")) of "
      + "\(Wording.count(report.respondents, "person", "people")) in "
      + Wording.count(report.rows, "row")
    if report.empty > 0 { text += ", \(NumberText.grouped(report.empty)) left empty" }
    return text + "."
  }

  // MARK: - Scores

  private var scores: [String] {
    guard !isTooMuchRejected, !survey.findings.isEmpty else { return [] }
    let shown = survey.findings.prefix(40).map { finding in
      var line = "  \(finding.touchpoint)"
      if let persona = finding.persona { line += " (\(persona))" }
      line +=
        ": \(NumberText.fixed(finding.mean, 2, minus: "-")), n \(NumberText.grouped(finding.n))"
      if let sd = finding.sd { line += ", sd \(NumberText.fixed(sd, 2))" }
      if let asked = finding.asked {
        line += ", of \(NumberText.grouped(asked)) asked"
        if asked > 0, finding.n <= asked {
          line += " (\(NumberText.percent(Double(finding.n) / Double(asked))))"
        }
      }
      if finding.unread > 0 {
        line +=
          "; \(NumberText.grouped(finding.unread)) more answered in a way that does not count"
      }
      return line
    }
    let rest = survey.findings.count - shown.count
    return ["scores on the journey's scale:"] + shown
      + (rest > 0 ? ["  and \(NumberText.grouped(rest)) more"] : [])
  }

  // MARK: - What does not count

  private var rejections: [String] {
    let report = survey.report
    guard !report.rejects.isEmpty else { return [] }
    var lines = [
      "\(Wording.count(report.rejects.count, "answer")) "
        + "(\(NumberText.percent(report.rejectedShare))) not counted:"
    ]
    for reason in SurveyReport.Reason.allCases {
      let found = report.rejects.filter { $0.reason == reason }
      guard !found.isEmpty else { continue }
      lines.append("  \(NumberText.grouped(found.count)): \(Self.words(for: reason))")
      lines += Self.frequent(found)
      var shown: (line: Int, column: String)?
      for reject in found.prefix(5) {
        if let shown, shown == (reject.line, reject.column) { continue }
        shown = (reject.line, reject.column)
        let column = reject.column.isEmpty ? "" : " '\(reject.column)'"
        lines.append("    line \(reject.line)\(column): \(Self.shown(reject.text))")
      }
    }
    if let rejects { lines.append("  all of them are in \(rejects)") }
    if isTooMuchRejected {
      let look = rejects == nil ? "look at them with --rejects FILE" : "mend them"
      lines.append(
        "  that is more than --max-rejects \(NumberText.percent(most)), so nothing is changed; "
          + "\(look), or allow more with --max-rejects")
    }
    return lines
  }

  /// Where a few texts are nearly all of it, which, and what they may mean.
  private static func frequent(_ rejects: [SurveyReport.Reject]) -> [String] {
    let isUnknown = rejects[0].reason == .unknownTouchpoint
    guard isUnknown ? rejects.count >= 5 : rejects.count >= 20,
      isUnknown || rejects[0].reason == .outOfRange || rejects[0].reason == .notAnAnswer
    else { return [] }
    var counts: [String: Int] = [:]
    for reject in rejects { counts[reject.text, default: 0] += 1 }
    if isUnknown {
      let list = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
        .map { "'\(shown($0.key))' \(NumberText.grouped($0.value)) times" }
      return [
        "    \(Wording.list(list, most: 6)); where one of them is a touchpoint, say "
          + "--map \"NAME=touchpoint\""
      ]
    }
    let most = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(3)
    guard most.reduce(0, { $0 + $1.value }) * 2 > rejects.count, let first = most.first else {
      return []
    }
    let list = most.map { "'\(shown($0.key))' \(NumberText.grouped($0.value)) times" }
    return [
      "    \(Wording.list(list)); where one of them means that there is no answer, say "
        + "--no-answer \(shown(first.key).contains(" ") ? "\"\(shown(first.key))\"" : shown(first.key))"
        + (rejects[0].reason == .outOfRange ? ", and where it is one, --kind LOW..HIGH" : "")
    ]
  }

  private static func shown(_ text: String) -> String {
    text.count > 80 ? String(text.prefix(79)) + "…" : text
  }

  private static func words(for reason: SurveyReport.Reason) -> String {
    switch reason {
    case .badRow: "the row cannot be read"
    case .tooFewCells: "the row has fewer cells than the head"
    case .tooManyCells: "the row has more cells than the head"
    case .noRespondent: "the row does not say who answered"
    case .noTouchpoint: "nothing says what it is about"
    case .unknownTouchpoint: "about something that is no touchpoint of the journey"
    case .badDate: "with a date that cannot be read"
    case .notAnAnswer: "neither a number nor a word of a scale"
    case .outOfRange: "outside the scale"
    case .otherScale: "of another scale than the question's, such as 4/5 or 80% among 1 to 7"
    }
  }
}
