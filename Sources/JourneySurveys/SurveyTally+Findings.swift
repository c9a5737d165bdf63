import EventLogs
import JourneyModel
import TextSupport

extension SurveyTally {
  /// What one person said at one touchpoint.
  private struct Cell: Hashable {
    var touchpoint: Int32
    var persona: Int32
  }

  private struct Own: Hashable {
    var cell: Cell
    var respondent: Int32
  }

  private struct Sum {
    var total = 0.0
    var count = 0
  }

  /// A touchpoint's scores while they are added up.
  private struct Group {
    var people: [Sum] = []
    var asked = 0
    /// Who gave an answer that does not count.
    var unread: Set<Int32> = []
    var first: CalendarDate?
    var last: CalendarDate?

    mutating func saw(_ day: CalendarDate) {
      first = min(first ?? day, day)
      last = max(last ?? day, day)
    }
  }

  /// Answers from days outside the journey's period.
  private struct Outside {
    var count = 0
    var days: ClosedRange<CalendarDate>?

    mutating func saw(_ day: CalendarDate) {
      count += 1
      days = min(days?.lowerBound ?? day, day)...max(days?.upperBound ?? day, day)
    }
  }

  /// What all rows together say.
  ///
  /// - Returns: The survey.
  /// - Throws: What of it is in doubt and has to be told.
  consuming func survey() throws(SurveyProblem) -> Survey {
    let dates = try dates()
    let values = answers.all.map { Answer($0, nothing: options.nothing) }
    let kinds = try AnswerKinds(self, values)
    var survey = Survey()
    survey.report.rows = rows
    survey.report.comments = comments
    survey.report.remarks = columns.remarks + kinds.remarks
    var groups: [Cell: Group] = [:]
    var places: [Own: Int] = [:]
    var asked: Set<Own> = []
    var answered: Set<Int32> = []
    var again = 0
    var outside = Outside()
    for record in records {
      let day = day(record.day, dates)
      if let day, journey.period?.contains(day) == false {
        // Neither an answer nor somebody asked, as far as the period is concerned.
        if case .success? = kinds.share(values[Int(record.answer)], column: record.column) {
          outside.saw(day)
          continue
        }
        if values[Int(record.answer)] == .none {
          survey.report.empty += 1
          continue
        }
      }
      let cell = Cell(
        touchpoint: record.touchpoint, persona: personas[Int(record.respondent)])
      let own = Own(cell: cell, respondent: record.respondent)
      if asked.insert(own).inserted { groups[cell, default: Group()].asked += 1 }
      let share: Double
      switch kinds.share(values[Int(record.answer)], column: record.column) {
      case .none:
        survey.report.empty += 1
        continue
      case .failure(let reason)?:
        groups[cell]?.unread.insert(record.respondent)
        refuse(
          reason.reason, record.line, names[Int(record.column)], answers.all[Int(record.answer)])
        continue
      case .success(let value)?: share = value
      }
      if record.day >= 0, case .failure(let reason) = dates[Int(record.day)] {
        groups[cell]?.unread.insert(record.respondent)
        refuse(
          reason.reason, record.line, columns.places[.date].map { names[$0] } ?? "",
          days.all[Int(record.day)])
        continue
      }
      survey.report.answers += 1
      answered.insert(record.respondent)
      if let day { groups[cell, default: Group()].saw(day) }
      let score = AnswerKind.score(share, on: journey.scale)
      if let place = places[own] {
        if groups[cell]?.people[place].count == 1 { again += 1 }
        groups[cell]?.people[place].total += score
        groups[cell]?.people[place].count += 1
      } else {
        places[own] = groups[cell]?.people.count ?? 0
        groups[cell, default: Group()].people.append(Sum(total: score, count: 1))
      }
    }
    survey.report.respondents = answered.count
    survey.report.outside = outside.count
    for cell in groups.keys.sorted(by: {
      // Whose persona is not known comes behind those whose is.
      ($0.touchpoint, $0.persona < 0 ? .max : $0.persona)
        < ($1.touchpoint, $1.persona < 0 ? .max : $1.persona)
    }) {
      guard let group = groups[cell], var finding = finding(cell, group) else { continue }
      finding.unread = group.unread.count {
        places[Own(cell: cell, respondent: $0)] == nil
      }
      if let asked = options.asked, asked < finding.n + finding.unread {
        throw SurveyProblem(
          name: options.source,
          summary: "--asked says that \(NumberText.grouped(asked)) were asked, and "
            + "\(NumberText.grouped(finding.n + finding.unread)) answered '\(finding.touchpoint)'",
          fix: "say how many were asked, or leave --asked out")
      }
      survey.findings.append(finding)
    }
    survey.comments = redacted(dates)
    survey.report.rejects = rejects.sorted { $0.line < $1.line }
    survey.report.remarks += remarks(survey, again: again, outside: outside)
    return survey
  }

  private func finding(_ cell: Cell, _ group: Group) -> Survey.Finding? {
    let n = group.people.count
    guard n > 0 else { return nil }
    let means = group.people.map { $0.total / Double($0.count) }
    let mean = means.reduce(0, +) / Double(n)
    let squares = means.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    let places = journey.scale.high - journey.scale.low > 20 ? 10.0 : 100.0
    func rounded(_ value: Double) -> Double { (value * places).rounded() / places + 0 }
    let days = group.first.flatMap { first in group.last.map { first...$0 } }
    return Survey.Finding(
      touchpoint: journey.touchpoints[Int(cell.touchpoint)].id,
      persona: cell.persona < 0 ? nil : journey.personas[Int(cell.persona)].id, n: n,
      mean: min(max(rounded(mean), journey.scale.low), journey.scale.high),
      sd: n > 1 ? rounded((squares / Double(n - 1)).squareRoot()) : nil,
      asked: options.asked ?? (group.asked > n ? group.asked : nil),
      days: days ?? options.day.map { $0...$0 })
  }

  private func redacted(_ dates: [Result<CalendarDate?, Refusal>]) -> [Survey.Comment] {
    guard !written.isEmpty else { return [] }
    let redactor = QuoteRedactor(names: names, columns: columns, people: people)
    return written.map { comment in
      let (text, count) = redactor.redacted(comment.cells[comment.column], row: comment.cells)
      let persona = personas[Int(comment.respondent)]
      return Survey.Comment(
        touchpoint: journey.touchpoints[comment.touchpoint].id, text: text, redactions: count,
        persona: persona < 0 ? nil : journey.personas[Int(persona)].id,
        date: day(comment.day, dates), line: comment.line)
    }
  }

  // MARK: - Days

  /// Why something does not count, as an error.
  struct Refusal: Error {
    var reason: SurveyReport.Reason
  }

  private func day(
    _ place: Int32, _ dates: [Result<CalendarDate?, Refusal>]
  ) -> CalendarDate? {
    guard place >= 0, case .success(let day) = dates[Int(place)] else { return options.day }
    return day ?? options.day
  }

  /// A time without the name of a zone behind it: `2026/05/10 3:14:15 PM GMT+2`.
  private static func withoutZone(_ cell: String) -> String {
    guard let blank = cell.lastIndex(of: " "), cell[..<blank].contains(":") else { return cell }
    let last = cell[cell.index(after: blank)...]
    let isZone =
      last.first?.isLetter == true && last.count <= 9
      && !["am", "pm", "a.m.", "p.m."].contains(last.lowercased())
    return isZone ? String(cell[..<blank]) : cell
  }

  private func dates() throws(SurveyProblem) -> [Result<CalendarDate?, Refusal>] {
    let cells = days.all.map(Self.withoutZone)
    let reader = TableDays(cells, told: options.dateOrder)
    if let cell = reader.undecided, let column = columns.places[.date] {
      let readings = LogOptions.DateOrder.allCases.compactMap { order in
        TableDays([], told: order).day(cell).flatMap(CalendarDate.init(daysSinceEpoch:))
          .map { "\($0) with --\(order.rawValue)" }
      }
      throw SurveyProblem(
        name: options.source,
        summary: "'\(cell)' in the column '\(names[column])' may be two days: "
          + readings.joined(separator: ", "), fix: "say which")
    }
    return cells.map { cell in
      guard !AnswerWords.isNone(AnswerWords.plain(cell)) else { return .success(nil) }
      guard let day = reader.day(cell).flatMap(CalendarDate.init(daysSinceEpoch:)) else {
        return .failure(Refusal(reason: .badDate))
      }
      return .success(day)
    }
  }

  // MARK: - Words

  private func remarks(_ survey: Survey, again: Int, outside: Outside) -> [String] {
    var remarks: [String] = []
    if again > 0 {
      remarks.append(
        "\(Wording.count(again, "person", "people")) answered a touchpoint more than once and "
          + "\(again == 1 ? "counts" : "count") once, with the mean of the own answers.")
    }
    if !strangers.isEmpty {
      let list = strangers.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
        .map { "'\($0.key)' (\(NumberText.grouped($0.value)))" }
      remarks.append(
        "Personas that the journey does not have, counted as of no persona: "
          + "\(Wording.list(list, most: 8)).")
    }
    if previews > 0 {
      remarks.append(
        "\(Wording.count(previews, "row")) \(previews == 1 ? "says" : "say") of "
          + "\(previews == 1 ? "itself that it is" : "themselves that they are") a preview or test of "
          + "the survey, and \(previews == 1 ? "counts" : "count"); take out what no customer said."
      )
    }
    if changed > 0 {
      remarks.append(
        "\(Wording.count(changed, "row")) \(changed == 1 ? "names" : "name") another persona than the "
          + "same person's first one; the first one counts.")
    }
    guard let period = journey.period else { return remarks }
    if let days = outside.days {
      remarks.append(
        "\(Wording.count(outside.count, "answer")) of "
          + "\(NumberText.grouped(outside.count + survey.report.answers)) "
          + "\(outside.count == 1 ? "is" : "are") from days outside the journey's period \(period) and "
          + "\(outside.count == 1 ? "does" : "do") not count: \(days.lowerBound)"
          + (days.lowerBound == days.upperBound ? "." : " to \(days.upperBound)."))
    }
    if !survey.findings.isEmpty, survey.findings.allSatisfy({ $0.days == nil }) {
      remarks.append(
        "The answers have no day; say it with --on DATE, so that the journey's period "
          + "\(period) can tell whether they count.")
    }
    return remarks
  }
}
