import JourneyModel
import TextSupport

/// The headings of a survey's columns: one row of them, or the two and three that survey tools write.
///
/// SurveyMonkey writes a row of questions and one of their parts (`Response`, `Open-Ended Response`, the
/// rows of a matrix), Qualtrics codes, questions, and `{"ImportId": …}`.
struct SurveyHead {
  /// What each column is called.
  private(set) var names: [String]
  /// What else each may be called by: its question, the row of a matrix that it is.
  private(set) var others: [[String]]
  /// The question that each is a part of, such as `How was it?`; empty where none is told.
  private(set) var questions: [String] = []
  /// How many rows behind the first hold headings, too.
  private(set) var rows = 0
  /// What a person should know.
  private(set) var remarks: [String] = []
  /// The first rows of answers.
  private(set) var samples: ArraySlice<[String]> = []

  /// How many rows behind the first are looked at.
  static let looked = 24

  /// Finds the headings.
  ///
  /// - Parameters:
  ///   - names: The first row.
  ///   - early: The first rows behind it.
  init(_ names: [String], early: [[String]]) {
    self.names = names
    others = names.map { _ in [] }
    if let ids = early.prefix(2).firstIndex(where: Self.isImportIDs) {
      rows = ids + 1
      if ids > 0 { others = early[0].map { [$0] } }
    } else if let first = early.first, Self.repeats(names, first) {
      rows = 1
      others = first.map { [$0] }
    } else if let first = early.first, Self.isOfParts(first, under: names) {
      rows = 1
      takeParts(first)
    }
    if rows > 0 {
      remarks.append(
        rows == 1
          ? "Row 2 holds headings, too, as survey tools write them, and no answers."
          : "Rows 2 and 3 hold headings, too, as survey tools write them, and no answers.")
    }
    for place in self.names.indices {
      let all = [self.names[place]] + others[place]
      questions.append(all.lazy.compactMap(Self.question).first ?? "")
      others[place] += all.flatMap(Self.tails)
    }
    samples = early.dropFirst(rows)
  }

  // MARK: - What rows are

  /// Whether a row holds what Qualtrics knows its columns by.
  private static func isImportIDs(_ row: [String]) -> Bool {
    let filled = row.filter { !$0.isEmpty }
    return !filled.isEmpty && filled.count { $0.contains("\"ImportId\"") } * 2 > filled.count
  }

  /// Whether a row says again what columns are called: `Start Date` under `StartDate`.
  private static func repeats(_ names: [String], _ row: [String]) -> Bool {
    let same = zip(names, row).count { name, cell in
      let name = plain(name)
      return name.count > 3 && name == plain(cell)
    }
    return same >= 2
  }

  /// Whether a row holds the parts of the questions above it.
  private static func isOfParts(_ row: [String], under names: [String]) -> Bool {
    let plain = names.map(plain)
    let own = ["respondentid", "collectorid"].compactMap(plain.firstIndex)
    guard own.allSatisfy({ row[$0].isEmpty }) else { return false }
    let isMarked = row.contains { parts.contains(AnswerWords.plain($0)) }
    let isUnnamed = zip(names, row).contains { $0.isEmpty && !$1.isEmpty && Double($1) == nil }
    let isEmpty = row.allSatisfy(\.isEmpty)
    return own.isEmpty ? isMarked && isUnnamed : isMarked || isUnnamed || isEmpty
  }

  private mutating func takeParts(_ row: [String]) {
    var question = ""
    for place in names.indices {
      let part = row[place]
      if !names[place].isEmpty { question = names[place] }
      guard !part.isEmpty, !Self.parts.contains(AnswerWords.plain(part)) else {
        names[place] = names[place].isEmpty && !part.isEmpty ? question : names[place]
        continue
      }
      names[place] = question.isEmpty ? part : "\(question) [\(part)]"
    }
  }

  /// What stands under a question that has no parts.
  private static let parts: Set<String> = Set(
    [
      "Response", "Open-Ended Response", "Antwort", "Antworten", "Offene Antwort", "Réponse",
      "Réponse ouverte", "Respuesta", "Respuesta abierta", "回答", "自由回答", "الإجابة",
    ].map(AnswerWords.plain))

  // MARK: - Parts of names

  /// The parts of a heading that may be called like a touchpoint: `How was it? [Log in]`,
  /// `How was it - Log in`, `G01Q02. Log in`.
  static func tails(_ name: String) -> [String] {
    var tails: [String] = []
    if name.last == "]", let open = name.lastIndex(of: "[") {
      tails.append(String(name[name.index(after: open)...].dropLast()))
    }
    for dash in [" - ", " – ", " — "] {
      if let last = name.ranges(of: dash).last { tails.append(String(name[last.upperBound...])) }
    }
    if let blank = name.firstIndex(of: " ") {
      let code = name[..<blank]
      if code.last == "."
        || code.last.map({ ":)".contains($0) }) == true
          && code.contains(where: \.isNumber)
      {
        tails.append(String(name[name.index(after: blank)...]))
      }
    }
    return tails.filter { !$0.isEmpty }
  }

  /// The part of a heading before the last of ``tails(_:)`` that stands in brackets or behind a dash.
  private static func question(_ name: String) -> String? {
    if name.last == "]", let open = name.lastIndex(of: "[") {
      return AnswerWords.plain(String(name[..<open]))
    }
    for dash in [" - ", " – ", " — "] {
      if let last = name.ranges(of: dash).last {
        return AnswerWords.plain(String(name[..<last.lowerBound]))
      }
    }
    return nil
  }

  /// A name as the usual ones are written; `#` stays.
  static func plain(_ name: String) -> String {
    name == "#" ? name : AnswerWords.plain(name).filter { $0 != " " }
  }

  // MARK: - Who somebody is

  /// Whether a column says who somebody is, so that it holds no score.
  func isIdentifying(_ place: Int) -> Bool {
    let name = Self.plain(names[place])
    if Self.identifying.contains(name) { return true }
    guard ["email", "mail", "ip", "phone", "telephone", "mobile"].contains(name) else {
      return false
    }
    let cells = samples.lazy.map { $0[place] }.filter { !$0.isEmpty }
    return !cells.isEmpty && cells.allSatisfy { $0.contains("@") || $0.count > 6 }
  }

  private static let identifying: Set<String> = [
    "#", "respondentid", "responseid", "collectorid", "participantid", "token", "emailaddress",
    "recipientemail", "ipaddress", "ipaddr", "networkid", "externalreference",
    "externaldatareference", "firstname", "lastname", "recipientfirstname", "recipientlastname",
    "locationlatitude", "locationlongitude", "refurl", "seed", "username", "phonenumber",
    "telephonenumber",
  ]
}
