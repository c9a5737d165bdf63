/// Finds the columns that a log's journeys are made of.
struct ColumnFinder {
  /// The names and the first rows.
  let sample: ColumnSample
  /// What was told.
  let options: LogOptions
  /// Whether every row must have a time.
  let needsTimes: Bool

  private var found: [LogOptions.Role: (column: Int, wasFound: Bool)] = [:]
  private let plain: [String]

  /// Creates a finder.
  init(_ sample: ColumnSample, options: LogOptions, needsTimes: Bool) {
    self.sample = sample
    self.options = options
    self.needsTimes = needsTimes
    plain = sample.names.map(ColumnNames.plain)
  }

  /// The columns, in the order of their roles, with their places in the sample.
  ///
  /// - Throws: What cannot be found or is in doubt.
  mutating func find() throws(LogProblem) -> [(column: LogReport.Column, place: Int)] {
    for role in LogOptions.Role.allCases {
      if let name = options.columns[role] { found[role] = (try told(name, role), false) }
    }
    try findTime()
    try findCustomer()
    try findTouchpoint()
    for role in [LogOptions.Role.began, .channel, .persona, .stage, .felt] {
      try findOptional(role)
    }
    try findLifecycle()
    return LogOptions.Role.allCases.compactMap { role in
      found[role].map {
        (LogReport.Column(role, sample.names[$0.column], wasFound: $0.wasFound), $0.column)
      }
    }
  }

  /// The column of a name that was told.
  private func told(_ name: String, _ role: LogOptions.Role) throws(LogProblem) -> Int {
    var places = sample.names.indices.filter { sample.names[$0] == name }
    if places.isEmpty {
      let wanted = ColumnNames.plain(name)
      places = wanted.isEmpty ? [] : plain.indices.filter { plain[$0] == wanted }
    }
    guard let place = places.first else {
      throw problem(
        "there is no column '\(ShownName.of(name))'; there are \(sample.shown)",
        fix: "name one of these with --\(role.rawValue)")
    }
    guard places.count == 1 else {
      throw problem(
        "\(places.count) columns are called '\(ShownName.of(name))'",
        fix: "give each its own name")
    }
    return place
  }

  /// The column with one of the usual names of a role; nil where there is none.
  private func usual(_ role: LogOptions.Role, where fits: (Int) -> Bool = { _ in true })
    throws(LogProblem) -> Int?
  {
    let taken = Set(found.values.map(\.column))
    for names in ColumnNames.usual(role) {
      let places = plain.indices.filter {
        names.contains(plain[$0]) && !taken.contains($0) && fits($0)
      }
      guard !places.isEmpty else { continue }
      return try one(of: places, role)
    }
    return try nested(role, where: fits)
  }

  /// The only one of some columns, or the only one that every row fills.
  private func one(of places: [Int], _ role: LogOptions.Role) throws(LogProblem) -> Int {
    if places.count == 1 { return places[0] }
    let full = places.filter { sample.cells($0).count == sample.rows.count }
    guard full.count == 1, !sample.rows.isEmpty else { throw doubt(role, places) }
    return full[0]
  }

  /// The member of an object whose own name is one of the usual names of a role.
  private func nested(_ role: LogOptions.Role, where fits: (Int) -> Bool) throws(LogProblem) -> Int?
  {
    let taken = Set(found.values.map(\.column))
    for names in ColumnNames.usual(role) {
      let places = sample.names.indices.filter { at in
        guard let point = sample.names[at].lastIndex(of: "."), !taken.contains(at) else {
          return false
        }
        let name = sample.names[at][sample.names[at].index(after: point)...]
        return names.contains(ColumnNames.plain(String(name))) && fits(at)
      }
      guard !places.isEmpty else { continue }
      // What a log must say is asked for; what it may say is left out where it is in doubt.
      let isNeeded = role == .customer || role == .touchpoint || role == .time
      return isNeeded ? try one(of: places, role) : places.count == 1 ? places[0] : nil
    }
    return nil
  }

  private mutating func findTime() throws(LogProblem) {
    guard found[.time] == nil else { return }
    var place = try usual(.time) { looksLikeTimes($0) }
    if place == nil {
      let taken = Set(found.values.map(\.column))
      let free = sample.names.indices.filter { column in
        !taken.contains(column) && !sample.cells(column).isEmpty && looksLikeTimes(column)
          && (!isNumeric(column) || countsSince1970(column))
      }
      // A name that ends like that of a time, or, in the end, the only column that holds times.
      var places = free.filter { ends(sample.names[$0], ColumnNames.times) }
      if places.isEmpty { places = free }
      if places.count > 1 {
        places = places.filter { !ColumnNames.usual(.began).joined().contains(plain[$0]) }
      }
      guard places.count < 2 else { throw doubt(.time, places) }
      place = places.first
      if place == nil { place = try usual(.began) { looksLikeTimes($0) } }
    }
    guard let place else {
      guard needsTimes else { return }
      let named = plain.indices.first { at in
        ColumnNames.usual(.time).joined().contains(plain[at]) && !sample.cells(at).isEmpty
      }
      if let named, let example = sample.cells(named).first {
        throw problem(
          "the column '\(ShownName.of(sample.names[named]))' is called like one of times, but "
            + "'\(ShownName.of(example))' is no time that can be read; there are \(sample.shown)",
          fix: "write times like 2026-01-31 10:15:00, or name another column with --time")
      }
      throw missing("no column says when an event happened", .time)
    }
    found[.time] = (place, true)
  }

  private mutating func findCustomer() throws(LogProblem) {
    guard found[.customer] == nil else { return }
    var place = try usual(.customer)
    if place == nil {
      let taken = Set(found.values.map(\.column))
      // Identifiers that come again and again, and are not those of who worked or of what was touched.
      let places = plain.indices.filter { at in
        !taken.contains(at) && isIdentifier(sample.names[at]) && repeats(at)
          && !ColumnNames.workers.contains { plain[at].hasPrefix($0) }
      }
      guard places.count < 2 else { throw doubt(.customer, places) }
      place = places.first
    }
    guard let place else { throw missing("no column says whose event a row is", .customer) }
    found[.customer] = (place, true)
  }

  private mutating func findTouchpoint() throws(LogProblem) {
    guard found[.touchpoint] == nil else { return }
    var place = try usual(.touchpoint)
    if place == nil {
      let taken = Set(found.values.map(\.column))
      let places = sample.names.indices.filter { at in
        !taken.contains(at) && ends(sample.names[at], ColumnNames.statuses) && repeats(at)
          && (sample.rows.count < 10 || Set(sample.cells(at)).count > 1)
      }
      guard places.count < 2 else { throw doubt(.touchpoint, places) }
      place = places.first
    }
    guard let place else { throw missing("no column says what was touched", .touchpoint) }
    found[.touchpoint] = (place, true)
  }

  private mutating func findOptional(_ role: LogOptions.Role) throws(LogProblem) {
    guard found[role] == nil else { return }
    let place = try usual(role) { column in
      switch role {
      case .began: looksLikeTimes(column)
      case .felt: looksLikeScores(column)
      default: true
      }
    }
    guard let place else { return }
    // A column without a single cell says nothing, though its name does.
    guard !sample.cells(place).isEmpty || sample.rows.isEmpty || role == .felt else { return }
    found[role] = (place, true)
  }

  private mutating func findLifecycle() throws(LogProblem) {
    guard options.lifecycle != .all else { return }
    if found[.lifecycle] == nil, let place = try usual(.lifecycle) {
      found[.lifecycle] = (place, true)
    }
    guard found[.lifecycle] == nil else { return }
    throw problem(
      "no column says which part of its life cycle an event tells; there are \(sample.shown)",
      fix: "call it lifecycle:transition, or leave --lifecycle out, so that each row counts")
  }

  /// The column of parts of a life cycle that is not used, because each part counts by itself.
  var unusedLifecycle: (name: String, parts: [String])? {
    guard options.lifecycle == .all, options.columns[.lifecycle] == nil else { return nil }
    let names = ColumnNames.usual(.lifecycle).joined()
    guard let place = plain.firstIndex(where: names.contains) else { return nil }
    let parts = Set(sample.cells(place).map { $0.lowercased() })
    return parts.count > 1 ? (sample.names[place], parts.sorted()) : nil
  }

  private func looksLikeTimes(_ column: Int) -> Bool {
    let cells = sample.cells(column)
    return cells.isEmpty || cells.contains { TimeShape($0) != .other }
  }

  /// Whether a column that is called like one of times holds numbers that count since 1970, and all
  /// lie from 1990 to 2100, as no other numbers do.
  private func countsSince1970(_ column: Int) -> Bool {
    guard ends(sample.names[column], ColumnNames.times) else { return false }
    let range: ClosedRange<Int64> = 631_152_000_000_000...4_102_444_800_000_000
    return sample.cells(column).allSatisfy { text in
      Array(text.utf8).withUnsafeBytes { bytes in
        guard let number = WrittenTime(bytes).number() else { return false }
        let unit = EpochUnit(magnitude: number.whole)
        let time = unit.time(
          whole: number.whole, millionths: number.millionths, isNegative: number.isNegative)
        return time.map(range.contains) ?? false
      }
    }
  }

  private func isNumeric(_ column: Int) -> Bool {
    sample.cells(column).contains { TimeShape($0) == .number }
  }

  /// Whether most of what is known are numbers, so that the others are mistakes; a decimal comma is one too.
  private func looksLikeScores(_ column: Int) -> Bool {
    let cells = sample.cells(column).filter { text in
      !Array(text.utf8).withUnsafeBytes { EmptyWord.isOne(CellTrimmer.trimmed($0)) }
    }
    let numbers = cells.count { text in
      Array(text.utf8).withUnsafeBytes {
        NumberParser.double(CellTrimmer.trimmed($0), takesComma: true) != nil
      }
    }
    return numbers * 2 >= cells.count
  }

  /// Whether some value comes more than once, or there are too few to tell.
  private func repeats(_ column: Int) -> Bool {
    let cells = sample.cells(column)
    return cells.count < 10 || Set(cells).count < cells.count
  }

  /// The column that is called like scores and holds words, and is left alone.
  var wordyScores: String? {
    guard found[.felt] == nil else { return nil }
    let names = ColumnNames.usual(.felt).joined()
    let place = plain.indices.first { names.contains(plain[$0]) && !looksLikeScores($0) }
    return place.map { sample.names[$0] }
  }

  private func isIdentifier(_ name: String) -> Bool {
    ends(name, ["id", "key", "number", "no", "nr"]) || name.hasSuffix("ID") || name.hasSuffix("Id")
  }

  /// Whether the last word of a name is one of some words.
  private func ends(_ name: String, _ words: [String]) -> Bool {
    var last = ""
    var wasLower = false
    for character in name {
      let isNew = character.isUppercase && wasLower
      if isNew || !(character.isLetter || character.isNumber) { last = "" }
      if character.isLetter || character.isNumber { last.append(character) }
      wasLower = character.isLowercase
    }
    return words.contains(last.lowercased())
  }

  private func missing(_ what: String, _ role: LogOptions.Role) -> LogProblem {
    guard sample.names.filter({ !$0.isEmpty }).count > 1 else {
      return problem(
        "\(what); the only column is \(sample.shown)",
        fix: "separate the columns with a comma, a semicolon, a tab or a bar")
    }
    return problem(
      "\(what); there are \(sample.shown)", fix: "name the column with --\(role.rawValue)")
  }

  private func doubt(_ role: LogOptions.Role, _ places: [Int]) -> LogProblem {
    var some = sample
    some.names = places.map { sample.names[$0] }
    some.rows = sample.rows.map { row in places.map { $0 < row.count ? row[$0] : "" } }
    let what =
      switch role {
      case .customer: "more than one column could say whose event a row is"
      case .touchpoint: "more than one column could say what was touched"
      case .time: "more than one column could say when an event happened"
      default: "more than one column could hold the \(role.rawValue)"
      }
    return problem("\(what): \(some.shown)", fix: "name the right one with --\(role.rawValue)")
  }

  private func problem(_ summary: String, fix: String) -> LogProblem {
    LogProblem(input: sample.input, line: nil, summary: summary, fix: fix)
  }
}
