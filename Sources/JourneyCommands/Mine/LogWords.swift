import EventCounting
import EventLogs
import JourneyKit
import TextSupport

/// What a command says about a log that it read.
struct LogWords {
  var report: LogReport
  var inputs: [LogInput]
  var rejects: String?
  var most: Double

  /// Rows that could not be counted.
  var rejectedRows: Int { report.rejected.reduce(0) { $0 + $1.count } }

  /// Whether more rows were rejected than may be.
  var isTooMuchRejected: Bool {
    rejectedRows > 0 && Double(rejectedRows) > most * Double(report.rows)
  }

  /// What was read and how it was understood, line by line.
  func text(_ counts: EventCounts) -> String {
    var lines = [headline(counts)]
    lines += columns
    lines += report.remarks
    if report.filtered > 0 {
      lines.append(
        "\(Wording.count(report.filtered, "row")) left out by --lifecycle: \(partsLeftOut).")
    }
    for (many, name) in [
      (counts.tooManyPersonas, "persona"), (counts.tooManyChannels, "channel"),
    ] {
      guard let many else { continue }
      lines.append(
        "the log names \(Wording.count(many, name)), too many to be counted apart; everybody is "
          + "counted together. Does the column say something else?")
    }
    lines += rejections
    return lines.map { "journey: \(TextTable.printable($0))\n" }.joined()
  }

  private func headline(_ counts: EventCounts) -> String {
    let names = Wording.list(inputs.map { $0.name }, most: 3)
    let everyone = counts.everyone
    var text =
      "\(names): \(Wording.count(everyone.events, "event")) of "
      + "\(Wording.count(everyone.customers, "customer")) at "
      + Wording.count(counts.touchpoints.count, "touchpoint")
    if everyone.visits != everyone.customers {
      text += ", in \(Wording.count(everyone.visits, "visit"))"
    }
    if let period = MinedLog.period(of: counts, report) {
      text +=
        period.start == period.end
        ? ", on \(period.start)" : ", \(period.start) to \(period.end)"
    }
    return text + "."
  }

  private var columns: [String] {
    let parts = report.columns.map { column in
      "\(column.role.rawValue) is '\(column.name)'" + (column.wasFound ? "" : " as told")
    }
    return parts.isEmpty ? [] : ["columns: \(parts.joined(separator: ", "))."]
  }

  private var rejections: [String] {
    guard rejectedRows > 0 else { return [] }
    let share = Double(rejectedRows) / Double(max(1, report.rows))
    var lines = [
      "\(Wording.count(rejectedRows, "row")) of \(NumberText.grouped(report.rows)) "
        + "(\(shareText(share))) not counted:"
    ]
    let isOne = inputs.count == 1
    for rejected in report.rejected {
      let words = Self.words(for: rejected.reason, isOne: rejected.count == 1)
      lines.append("  \(NumberText.grouped(rejected.count)) \(words)")
      for row in rejected.first {
        let place = isOne ? "line \(row.line)" : "\(row.input) line \(row.line)"
        // Where it is the row that is wrong, it says more than any word about it.
        let isCell = [.badTime, .badBegan, .badSequence, .badScore].contains(rejected.reason)
        lines.append("    \(place): \(row.why)" + (isCell ? "" : ": \(row.text)"))
      }
    }
    if let rejects { lines.append("  all of them are in \(rejects)") }
    if isTooMuchRejected {
      let look = rejects == nil ? "look at them with --rejects FILE" : "mend them"
      lines.append(
        "  that is more than --max-rejects \(NumberText.percent(most)), so nothing is made of it; "
          + "\(look), or allow more with --max-rejects")
    }
    return lines
  }

  /// A share of rejected rows, so exact that it reads as more than what may be where it is more.
  private func shareText(_ share: Double) -> String {
    let text = NumberText.percent(share)
    guard isTooMuchRejected, text == NumberText.percent(most) else { return text }
    for decimals in 2...6 {
      let exact = NumberText.fixed(share * 100, decimals)
      if exact != NumberText.fixed(most * 100, decimals) { return exact + "%" }
    }
    return text
  }

  /// The parts of a life cycle that were left out.
  private var partsLeftOut: String {
    let parts = report.partsLeftOut.map { $0.isEmpty ? "rows that say no part" : "'\($0)'" }
    return Wording.list(parts, most: 7)
  }

  /// Why there is no event in the log to make a journey of, and what to do.
  var emptiness: String {
    if report.filtered > 0 {
      let rows = report.filtered == 1 ? "its only row is" : "all its rows are"
      return "\(rows) left out by --lifecycle; the log has \(partsLeftOut): name one of these, "
        + "or leave --lifecycle out"
    }
    if report.rows > 0 { return "none of its rows could be counted" }
    return report.format == .table
      ? "it names its columns, and no row follows" : "there is no event in it"
  }

  private static func words(for reason: LogReport.Reason, isOne: Bool) -> String {
    let have = isOne ? "has" : "have"
    return switch reason {
    case .noCustomer: "\(isOne ? "does" : "do") not say whose journey it is"
    case .noTouchpoint: "\(isOne ? "does" : "do") not say what was touched"
    case .noTime: "\(have) no time"
    case .badTime: "\(have) a time that cannot be read"
    case .badBegan: "\(have) a beginning that cannot be read or is after the end"
    case .badSequence: "\(have) a sequence number that is no whole number"
    case .badScore: "\(have) a score that is no number or outside the scale"
    case .tooFewCells: "\(have) fewer cells than the head"
    case .tooManyCells: "\(have) more cells than the head"
    case .badRow: "cannot be read"
    }
  }
}

extension CalendarDate {
  /// The UTC day of an instant.
  init(microseconds: Int64) {
    let day = microseconds / 86_400_000_000 - (microseconds % 86_400_000_000 < 0 ? 1 : 0)
    self = CalendarDate(daysSinceEpoch: Int(day)) ?? .epoch
  }
}
