import EventLogs
import JourneyModel
import TextSupport

/// Collects the rows of a survey: small records first, what they mean when all are there.
struct SurveyTally {
  /// One question that was put to one person.
  struct Record {
    var respondent: Int32
    var touchpoint: Int32
    var column: Int32
    var answer: Int32
    var day: Int32
    var line: Int
  }

  /// A comment as it was written, with its row.
  struct Written {
    var touchpoint: Int
    var column: Int
    var respondent: Int32
    var day: Int32
    var line: Int
    var cells: [String]
  }

  /// Texts that come again and again, as numbers.
  struct Texts {
    private(set) var all: [String] = []
    private var places: [String: Int32] = [:]

    mutating func place(of text: String) -> Int32 {
      if let place = places[text] { return place }
      let place = Int32(truncatingIfNeeded: all.count)
      places[text] = place
      all.append(text)
      return place
    }
  }

  let names: [String]
  let columns: SurveyColumns
  let options: SurveyOptions
  let journey: Journey
  var rows = 0
  private(set) var comments = 0
  private(set) var records: [Record] = []
  private(set) var written: [Written] = []
  private(set) var answers = Texts()
  private(set) var days = Texts()
  private(set) var rejects: [SurveyReport.Reject] = []
  /// The persona of each person: an index into the journey's, −1 where it is not known.
  private(set) var personas: [Int32] = []
  private(set) var changed = 0
  /// Personas that the journey does not have, with the number of people.
  private(set) var strangers: [String: Int] = [:]
  /// Names that stand in columns of names anywhere in the table.
  private(set) var people: Set<String> = []

  /// Rows that say that they are a preview or a test of the survey.
  private(set) var previews = 0

  private static let previews: Set<String> = [
    "preview", "test", "survey preview", "survey test", "anonymous preview",
  ]
  private let previewColumns: [Int]
  private var respondents = Texts()
  private let finder: TouchpointFinder
  private let about: Int?
  private let nameColumns: [Int]
  private let touchpoints: [TouchpointID: Int]
  private let personaNames: [String: Int32]

  init(
    names: [String], columns: SurveyColumns, options: SurveyOptions, journey: Journey,
    about: TouchpointID?
  ) {
    self.names = names
    self.columns = columns
    self.options = options
    self.journey = journey
    finder = TouchpointFinder(journey)
    let touchpoints = Dictionary(
      journey.touchpoints.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    self.touchpoints = touchpoints
    self.about = about.flatMap { touchpoints[$0] }
    var personaNames: [String: Int32] = [:]
    for (place, persona) in journey.personas.enumerated() {
      for name in [persona.id.rawValue, persona.name] {
        let plain = AnswerWords.plain(name)
        personaNames[plain] = personaNames[plain] ?? Int32(place)
      }
    }
    self.personaNames = personaNames
    previewColumns = names.indices.filter {
      ["status", "responsestatus", "distributionchannel"].contains(SurveyHead.plain(names[$0]))
    }
    nameColumns =
      options.hasComments ? names.indices.filter { QuoteRedactor.isNameColumn(names[$0]) } : []
  }

  /// Notes something that does not count.
  mutating func refuse(
    _ reason: SurveyReport.Reason, _ line: Int, _ column: String, _ text: String
  ) {
    rejects.append(
      SurveyReport.Reject(reason: reason, line: line, column: column, text: text))
  }

  /// Notes a whole row that cannot be read.
  mutating func refuse(row reason: SurveyReport.Reason, _ line: Int, _ text: String) {
    refuse(reason, line, "", text)
    rows += 1
  }

  /// Takes a row.
  mutating func take(_ row: TableRows.Row) {
    rows += 1
    if previewColumns.contains(where: { Self.previews.contains(AnswerWords.plain(row.cells[$0])) })
    {
      previews += 1
    }
    for column in nameColumns where row.cells[column].utf8.count > 1 {
      people.formUnion(QuoteRedactor.words(of: row.cells[column]))
    }
    guard let respondent = respondent(row) else { return }
    notePersona(of: respondent, row)
    let day = columns.places[.date].map { days.place(of: Self.trimmed(row.cells[$0])) } ?? -1
    if columns.isLong {
      guard let touchpoint = touchpoint(row) else { return }
      if let column = columns.places[.answer] {
        add(row, column, touchpoint, respondent, day)
      }
      comment(row, touchpoint, respondent, day)
    } else {
      for question in columns.questions {
        guard let touchpoint = touchpoints[question.touchpoint] else { continue }
        add(row, question.column, touchpoint, respondent, day)
      }
      comment(row, nil, respondent, day)
    }
  }

  private mutating func add(
    _ row: TableRows.Row, _ column: Int, _ touchpoint: Int, _ respondent: Int32, _ day: Int32
  ) {
    records.append(
      Record(
        respondent: respondent, touchpoint: Int32(touchpoint), column: Int32(column),
        answer: answers.place(of: row.cells[column]), day: day, line: row.line))
  }

  private mutating func comment(
    _ row: TableRows.Row, _ touchpoint: Int?, _ respondent: Int32, _ day: Int32
  ) {
    for (column, id) in columns.comments {
      guard let place = id.flatMap({ touchpoints[$0] }) ?? touchpoint,
        !AnswerWords.isNone(AnswerWords.plain(row.cells[column]))
      else { continue }
      comments += 1
      guard options.hasComments else { continue }
      written.append(
        Written(
          touchpoint: place, column: column, respondent: respondent, day: day, line: row.line,
          cells: row.cells))
    }
  }

  // MARK: - Who and what

  private mutating func respondent(_ row: TableRows.Row) -> Int32? {
    let respondent: Int32
    if let column = columns.places[.respondent] {
      let name = Self.trimmed(row.cells[column])
      if columns.isRespondentOptional, AnswerWords.isNobody(name) {
        // Nobody's address: a person of its own, whose number no cell can have.
        return respondents.place(of: "\n\(row.line)")
      }
      guard !name.isEmpty else {
        refuse(.noRespondent, row.line, names[column], "")
        return nil
      }
      respondent = respondents.place(of: name)
    } else {
      respondent = Int32(truncatingIfNeeded: personas.count)
    }
    return respondent
  }

  private mutating func notePersona(of respondent: Int32, _ row: TableRows.Row) {
    let isKnown = respondent < personas.count
    guard let column = columns.places[.persona] else {
      if !isKnown { personas.append(-1) }
      return
    }
    let name = Self.trimmed(row.cells[column])
    let plain = AnswerWords.plain(name)
    let persona = name.isEmpty ? -1 : personaNames[plain] ?? -1
    if isKnown {
      let first = personas[Int(respondent)]
      if persona >= 0, first >= 0, persona != first { changed += 1 }
      if first < 0 { personas[Int(respondent)] = persona }
    } else {
      personas.append(persona)
      if persona < 0, !name.isEmpty { strangers[name, default: 0] += 1 }
    }
  }

  private mutating func touchpoint(_ row: TableRows.Row) -> Int? {
    guard let column = columns.places[.touchpoint] else { return about }
    let name = Self.trimmed(row.cells[column])
    guard !name.isEmpty else {
      refuse(.noTouchpoint, row.line, names[column], "")
      return nil
    }
    let mapped = options.mappings.first { AnswerWords.plain($0.name) == AnswerWords.plain(name) }
    if let id = finder.touchpoint(mapped?.touchpoint ?? name), let place = touchpoints[id] {
      return place
    }
    refuse(.unknownTouchpoint, row.line, names[column], name)
    return nil
  }

  private static func trimmed(_ text: String) -> String {
    var text = text[...]
    while let first = text.first, first.isWhitespace { text.removeFirst() }
    while let last = text.last, last.isWhitespace { text.removeLast() }
    return String(text)
  }
}
