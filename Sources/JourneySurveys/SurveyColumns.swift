import JourneyModel
import TextSupport

/// Which columns of a survey hold what.
struct SurveyColumns {
  /// A column with answers about one touchpoint.
  struct Question {
    var column: Int
    var touchpoint: TouchpointID
    var kind: AnswerKind?
  }

  /// Columns with one role, by their places.
  private(set) var places: [SurveyOptions.Role: Int] = [:]
  /// Columns that each are about one touchpoint; empty in long tables.
  private(set) var questions: [Question] = []
  /// Columns with comments on a touchpoint; nil: on the touchpoint of the row.
  private(set) var comments: [(column: Int, touchpoint: TouchpointID?)] = []
  /// What a person should know.
  private(set) var remarks: [String] = []

  /// Whether each row is one answer, with its touchpoint in a column or told for all.
  var isLong: Bool { questions.isEmpty }

  /// Whether the column of respondents is one that may be empty, such as e-mail addresses, so that a row
  /// without is a person of its own.
  private(set) var isRespondentOptional = false

  private let head: SurveyHead
  private let options: SurveyOptions

  private var names: [String] { head.names }

  /// Finds the columns.
  ///
  /// - Parameters:
  ///   - head: What they are called.
  ///   - options: What was told.
  ///   - finder: The document's touchpoints.
  /// - Throws: Which column is missing, and which there are.
  init(
    _ head: SurveyHead, _ options: SurveyOptions, _ finder: TouchpointFinder
  ) throws(SurveyProblem) {
    self.head = head
    self.options = options
    for role in SurveyOptions.Role.allCases {
      if let name = options.columns[role] {
        places[role] = try place(of: name, for: "--\(role.rawValue)")
      } else {
        places[role] = usual(role)
      }
    }
    if options.columns[.respondent] == nil, let place = places[.respondent] {
      let all = [names[place]] + head.others[place]
      isRespondentOptional = all.map(SurveyHead.plain).contains(where: Self.optional.contains)
    }
    if options.columns[.touchpoint] == nil, options.about != nil { places[.touchpoint] = nil }
    try findQuestions(finder)
    if !questions.isEmpty, options.columns[.answer] == nil {
      // A wide table: what is called like an answer is one more question, and not of a touchpoint.
      places[.answer] = nil
      places[.touchpoint] = nil
    }
    if let comment = places[.comment] {
      if isLong { comments.append((comment, nil)) } else { comments += unplaced(comment, finder) }
    }
    if options.asked != nil, let persona = places[.persona] {
      throw SurveyProblem(
        name: options.source,
        summary: "--asked is one number, and the column '\(names[persona])' tells several personas "
          + "apart", fix: "leave --asked out; who was shown a question is counted by the table")
    }
    if isLong {
      let isPlaced = places[.touchpoint] != nil || options.about != nil
      guard isPlaced, places[.answer] != nil || !comments.isEmpty else { throw missing(finder) }
    }
    tell()
  }

  /// The question that a column is a part of, as a row of a matrix is; empty where it stands alone.
  func question(_ column: Int32) -> String { head.questions[Int(column)] }

  // MARK: - Finding

  private func place(of name: String, for flag: String) throws(SurveyProblem) -> Int {
    if let place = names.firstIndex(of: name) { return place }
    if let place = place(called: name) { return place }
    try refuseSeveral(name, for: flag)
    throw SurveyProblem(
      name: options.source, summary: "there is no column '\(name)' for \(flag)",
      fix: "there are \(shown)")
  }

  /// A column by its name whatever its case and marks, or by its question or part of one, where no other
  /// has that.
  private func place(called name: String) -> Int? {
    let plain = AnswerWords.plain(name)
    if let place = names.firstIndex(where: { AnswerWords.plain($0) == plain }) { return place }
    let found = places(byPart: plain)
    return found.count == 1 ? found[0] : nil
  }

  private func places(byPart plain: String) -> [Int] {
    names.indices.filter { place in
      !plain.isEmpty && head.others[place].contains { AnswerWords.plain($0) == plain }
    }
  }

  /// Says no to a part of a heading that several columns have.
  private func refuseSeveral(_ name: String, for flag: String) throws(SurveyProblem) {
    let found = places(byPart: AnswerWords.plain(name))
    guard found.count > 1 else { return }
    throw SurveyProblem(
      name: options.source, summary: "'\(name)' for \(flag) is a part of several columns",
      fix: "name one of \(Wording.list(found.map { "'\(names[$0])'" }, most: 8))")
  }

  private func usual(_ role: SurveyOptions.Role) -> Int? {
    let plain = names.map(SurveyHead.plain)
    for name in Self.usual[role] ?? [] {
      let name = SurveyHead.plain(name)
      if let place = plain.firstIndex(of: name), !isMapped(place) { return place }
    }
    guard role == .respondent || role == .date else { return nil }
    // `id. Response ID`
    for name in Self.usual[role] ?? [] {
      let name = SurveyHead.plain(name)
      let place = names.indices.first { place in
        !isMapped(place) && head.others[place].contains { SurveyHead.plain($0) == name }
      }
      if let place { return place }
    }
    return nil
  }

  private func isMapped(_ place: Int) -> Bool {
    options.mappings.contains { $0.name == names[place] }
      || options.columns.values.contains(names[place])
  }

  private static let optional = [
    "email", "emailaddress", "recipientemail", "token", "username", "externalreference",
    "externaldatareference",
  ]

  private static let usual: [SurveyOptions.Role: [String]] = [
    .respondent: [
      "respondent", "respondentid", "participant", "participantid", "responseid", "personid",
      "customerid", "userid", "patientid", "memberid", "clientid", "guestid", "customer", "patient",
      "user", "person", "teilnehmer", "teilnehmerid", "kundennummer", "kunde", "#",
    ] + optional,
    .touchpoint: [
      "touchpoint", "touchpointid", "touchpointname", "step", "moment", "kontaktpunkt",
    ],
    .answer: [
      "answer", "score", "rating", "response", "value", "felt", "satisfaction", "nps", "csat",
      "ces", "effort", "stars", "antwort", "bewertung", "note", "puntuacion", "respuesta",
      "reponse",
    ],
    .persona: ["persona", "personaid", "personaname", "segment"],
    .date: [
      "date", "submitted", "submittedat", "submitdate", "completedat", "answeredat", "responsedate",
      "surveydate", "reviewdate", "createdat", "timestamp", "datum", "fecha", "datesubmitted",
      "submitdateutc", "recordeddate", "enddate", "completiontime", "datemodified", "datecreated",
      "startdate", "starttime", "zeitstempel", "horodateur", "marcatemporal", "タイムスタンプ", "طابعزمني",
    ],
    .comment: [
      "comment", "comments", "reviewtext", "review", "feedback", "verbatim", "text", "opentext",
      "freetext", "remark", "remarks", "why", "quote", "kommentar", "commentaire", "comentario",
    ],
  ]

  private mutating func findQuestions(_ finder: TouchpointFinder) throws(SurveyProblem) {
    for mapping in options.mappings {
      guard let id = finder.touchpoint(mapping.touchpoint) else {
        throw finder.unknown(mapping.touchpoint, "--map", options.source)
      }
      guard let place = names.firstIndex(of: mapping.name) ?? place(called: mapping.name) else {
        // In a long table it names what stands in the touchpoint column.
        if places[.touchpoint] != nil { continue }
        try refuseSeveral(mapping.name, for: "--map")
        throw SurveyProblem(
          name: options.source, summary: "there is no column '\(mapping.name)' for --map",
          fix: "there are \(shown)")
      }
      if mapping.isComment {
        comments.append((place, id))
        if places[.comment] == place { places[.comment] = nil }
      } else {
        questions.append(Question(column: place, touchpoint: id, kind: mapping.kind))
      }
    }
    let isToldLong = options.about != nil || places[.touchpoint] != nil
    guard !isToldLong else { return }
    let taken = Set(places.filter { $0.key != .answer }.values).union(questions.map(\.column))
      .union(comments.map(\.column))
    var byPart: [Question] = []
    for (place, name) in names.enumerated()
    where !taken.contains(place) && !head.isIdentifying(place) {
      if let id = finder.touchpoint(name) {
        questions.append(Question(column: place, touchpoint: id, kind: nil))
      } else if let id = ([name] + head.others[place]).lazy.compactMap(finder.commented).first {
        comments.append((place, id))
      } else if let id = head.others[place].lazy.compactMap(finder.touchpoint).first {
        byPart.append(Question(column: place, touchpoint: id, kind: nil))
      }
    }
    let known = Set(questions.map(\.touchpoint))
    for question in byPart where !known.contains(question.touchpoint) {
      if let other = questions.first(where: { $0.touchpoint == question.touchpoint }) {
        throw SurveyProblem(
          name: options.source,
          summary: "two questions look like '\(question.touchpoint)': '\(names[other.column])' and "
            + "'\(names[question.column])'",
          fix: "say which asks for a score there: --map \"COLUMN=\(question.touchpoint)\"")
      }
      questions.append(question)
    }
    questions.sort { $0.column < $1.column }
  }

  /// A comment column of a wide table: whose comments it holds.
  private mutating func unplaced(
    _ place: Int, _ finder: TouchpointFinder
  ) -> [(column: Int, touchpoint: TouchpointID?)] {
    guard !comments.contains(where: { $0.column == place }) else { return [] }
    let told = Set(questions.map(\.touchpoint))
    if told.count == 1, let only = told.first { return [(place, only)] }
    remarks.append(
      "The comments in '\(names[place])' belong to no touchpoint and are left out; "
        + "say --map \"\(names[place])=TOUCHPOINT:comment\".")
    return []
  }

  // MARK: - Telling

  private mutating func tell() {
    var parts: [String] = []
    for role in SurveyOptions.Role.allCases {
      guard let place = places[role] else { continue }
      if role == .comment, !comments.contains(where: { $0.column == place }) { continue }
      parts.append(
        "\(role.rawValue) is '\(names[place])'" + (options.columns[role] == nil ? "" : " as told"))
    }
    if !parts.isEmpty { remarks.insert("columns: \(parts.joined(separator: ", ")).", at: 0) }
    if !questions.isEmpty {
      let list = questions.map { "'\(names[$0.column])' → \($0.touchpoint)" }
      remarks.insert("questions: \(list.joined(separator: ", ")).", at: 0)
    }
    remarks.insert(contentsOf: head.remarks, at: 0)
    let used = Set(places.values).union(questions.map(\.column)).union(comments.map(\.column))
    let unused = names.indices.filter { !used.contains($0) && !names[$0].isEmpty }
    if !unused.isEmpty {
      remarks.append(
        "Not used: \(Wording.list(unused.map { "'\(names[$0])'" }, most: 24)).")
    }
    if places[.respondent] == nil {
      remarks.append("No column names respondents, so each row is a person of its own.")
    }
  }

  private func missing(_ finder: TouchpointFinder) -> SurveyProblem {
    let hasAnswer = places[.answer] != nil
    return SurveyProblem(
      name: options.source,
      summary: hasAnswer
        ? "no column says what the answers are about"
        : "no column is named like a touchpoint of the journey, and none like an answer",
      fix: hasAnswer
        ? "name it with --touchpoint COLUMN, or one touchpoint for all with --about; the journey has "
          + finder.shown
        : "map them with --map \"COLUMN=touchpoint\"; there are \(shown), and the journey has "
          + finder.shown)
  }

  private var shown: String { Wording.list(names.map { "'\($0)'" }, most: 24) }
}

/// The touchpoints of a journey by the names that surveys give them.
struct TouchpointFinder {
  private var ids: [String: TouchpointID] = [:]
  private let touchpoints: [Touchpoint]

  init(_ journey: Journey) {
    touchpoints = journey.touchpoints
    for touchpoint in journey.touchpoints {
      for name in [touchpoint.id.rawValue, touchpoint.name] {
        let plain = AnswerWords.plain(name)
        if !plain.isEmpty { ids[plain] = ids[plain] ?? touchpoint.id }
      }
    }
  }

  /// The touchpoint that is called so, by id or name, whatever its letters' case and marks.
  func touchpoint(_ name: String) -> TouchpointID? { ids[AnswerWords.plain(name)] }

  /// The touchpoint that a column such as `Log in: comment` comments on.
  func commented(_ name: String) -> TouchpointID? {
    let plain = AnswerWords.plain(name)
    for word in [
      "comment", "comments", "why", "feedback", "kommentar", "commentaire", "comentario",
    ] {
      if plain.hasSuffix(" " + word), let id = ids[String(plain.dropLast(word.count + 1))] {
        return id
      }
      if plain.hasPrefix(word + " "), let id = ids[String(plain.dropFirst(word.count + 1))] {
        return id
      }
    }
    return nil
  }

  /// The names, for messages.
  var shown: String { Wording.list(touchpoints.map { "'\($0.id)'" }, most: 24) }

  /// A name that no touchpoint has.
  func unknown(_ name: String, _ flag: String, _ source: String) -> SurveyProblem {
    var nearest = NearestName()
    let near = nearest.nearest(
      to: name, among: touchpoints.flatMap { [$0.id.rawValue, $0.name] })
    return SurveyProblem(
      name: source, summary: "the journey has no touchpoint '\(name)' for \(flag)",
      fix: near.map { "did you mean '\($0)'?" } ?? "it has \(shown)")
  }
}
