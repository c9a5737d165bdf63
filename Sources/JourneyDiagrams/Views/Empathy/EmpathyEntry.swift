import JourneyAnalysis
import JourneyModel

/// The fields of an empathy map.
enum EmpathyField: String, CaseIterable {
  case thinks
  case hears
  case sees
  case says
  case pains
  case gains

  /// The field's name.
  func title(_ words: EmpathyWords) -> String {
    switch self {
    case .thinks: words.thinks
    case .hears: words.hears
    case .sees: words.sees
    case .says: words.says
    case .pains: words.pains
    case .gains: words.gains
    }
  }
}

/// Something that customers think, see, say, do or hear, and where that is known from.
struct EmpathyEntry {
  /// The words, in quotation marks when somebody said them.
  var text: String
  /// Whether somebody said it, word for word.
  var isQuote: Bool
  /// Where it comes from: touchpoint or persona, and on what evidence.
  var source: String
  /// The same in as few words as tell how much stands behind it.
  var shortSource: String
  /// Whether nobody was asked.
  var isAssumed: Bool
  /// What is felt where it comes from, as v; nil when unknown.
  var felt: Double?
  /// The touchpoint that it comes from, whose feeling a dot tells; nil for what a persona brings.
  var place: TouchpointID?
  /// How much evidence there is where it was recorded, which decides its rank; nobody counted who
  /// thinks or says this.
  var weight: Weight

  /// How much stands behind an entry.
  struct Weight: Comparable {
    /// Customers who were asked, watched or counted.
    var asked: Int
    /// Customers who spoke up by themselves, and staff who tried it.
    var loud: Int
    /// Whether it is at least said of a persona, and not only assumed of a touchpoint.
    var isOfPersona: Bool

    /// Whether less stands behind one than behind another.
    static func < (a: Self, b: Self) -> Bool {
      (a.asked, a.loud, a.isOfPersona ? 1 : 0) < (b.asked, b.loud, b.isOfPersona ? 1 : 0)
    }
  }
}

/// Collects the entries of an empathy map and ranks them by evidence.
struct EmpathyEntries {
  /// The entries of each field, what was recorded where most customers were measured first.
  private(set) var fields: [EmpathyField: [EmpathyEntry]] = [:]
  private let subject: Subject
  private let words: Words

  init(_ subject: Subject) {
    self.subject = subject
    words = subject.words
    for persona in subject.persona.map({ [$0] }) ?? subject.journey.personas { add(persona) }
    var figures: [TouchpointID: TouchpointFigures] = [:]
    for figure in subject.analysis.touchpoints { figures[figure.id] = figure }
    var evidence: [TouchpointID: [Evidence]] = [:]
    let asked = subject.analysis.persona
    for piece in subject.journey.evidence {
      guard let about = piece.about, asked == nil || piece.persona == nil || piece.persona == asked
      else { continue }
      evidence[about, default: []].append(piece)
    }
    for touchpoint in subject.journey.touchpoints where subject.meets(touchpoint) {
      add(touchpoint, figures[touchpoint.id], evidence[touchpoint.id] ?? [])
    }
    for field in EmpathyField.allCases { fields[field] = Self.ranked(fields[field] ?? []) }
  }

  /// The same words from several places are one entry, under the best evidence.
  private static func ranked(_ entries: [EmpathyEntry]) -> [EmpathyEntry] {
    let order = entries.indices.sorted { a, b in
      if entries[a].weight < entries[b].weight { return false }
      if entries[b].weight < entries[a].weight { return true }
      return a < b
    }
    var seen: Set<String> = []
    return order.compactMap { index in
      seen.insert(entries[index].text.lowercased()).inserted ? entries[index] : nil
    }
  }

  // MARK: Personas

  private mutating func add(_ persona: Persona) {
    let state =
      persona.reviewed.map { words.fill(words.reviewed, words.date($0)) }
      ?? words.empathy.neverReviewed
    func add(_ texts: [String], _ phrase: String, to field: EmpathyField) {
      let source = words.fill(phrase, persona.name) + "\u{A0}· " + state
      for text in texts {
        fields[field, default: []].append(
          EmpathyEntry(
            text: text, isQuote: false, source: source,
            shortSource: words.fill(phrase, persona.name), isAssumed: persona.reviewed == nil,
            felt: nil, weight: .init(asked: 0, loud: 0, isOfPersona: true)))
      }
    }
    add(persona.values, words.empathy.value, to: .thinks)
    add(persona.motivations, words.empathy.motivation, to: .thinks)
    add(persona.goals, words.empathy.goal, to: .gains)
    add(persona.needs, words.empathy.need, to: .gains)
  }

  // MARK: Touchpoints

  private mutating func add(
    _ touchpoint: Touchpoint, _ figures: TouchpointFigures?, _ evidence: [Evidence]
  ) {
    let felt = figures?.felt
    func count(_ isSolid: Bool) -> Int {
      evidence.filter { $0.method.entersMeans == isSolid }.reduce(0) {
        $0.addingReportingOverflow(max(0, $1.n ?? 1)).partialValue
      }
    }
    // Those whose score is in the document may be the same people as those of its evidence.
    let weight = EmpathyEntry.Weight(
      asked: max(count(true), felt?.n ?? 0), loud: count(false), isOfPersona: false)
    let isAssumed = weight.asked == 0 && weight.loud == 0
    let v = felt.map { min(1, max(-1, subject.analysis.scale.normalized($0.mean))) }
    let name = Scalars.isolated(touchpoint.name, in: words.direction)
    // Those who speak up count where nobody was asked.
    let n = weight.asked > 0 ? weight.asked : weight.loud
    let source = name + "\u{A0}· " + self.source(evidence, n: n)
    let short =
      name + "\u{A0}· "
      + (isAssumed
        ? words.empathy.assumed : words.fill(words.sayAsked, words.numbers.count(Double(n))))
    func entry(_ text: String, isQuote: Bool = false) -> EmpathyEntry {
      EmpathyEntry(
        text: text, isQuote: isQuote, source: source, shortSource: short, isAssumed: isAssumed,
        felt: v, place: touchpoint.id, weight: weight)
    }
    let lists: [(EmpathyField, [String])] = [
      (.thinks, touchpoint.thinks), (.sees, touchpoint.sees), (.says, touchpoint.does),
      (.hears, touchpoint.hears), (.pains, touchpoint.pains), (.gains, touchpoint.gains),
    ]
    for (field, texts) in lists { fields[field, default: []] += texts.map { entry($0) } }
    fields[.says, default: []] += touchpoint.says.map { entry(words.quote($0), isQuote: true) }
    for quote in touchpoint.quotes where quote.consent != false && isAsked(quote.persona) {
      var parts = [name, words.empathy.oneCustomer]
      if subject.analysis.persona == nil, let persona = quote.persona {
        parts[1] = Scalars.isolated(
          subject.journey[persona: persona]?.name ?? persona.rawValue, in: words.direction)
      }
      if let origin = quote.source { parts.append(Scalars.isolated(origin, in: words.direction)) }
      if let date = quote.date { parts.append(words.date(date)) }
      fields[.says, default: []].append(
        EmpathyEntry(
          text: words.quote(quote.text), isQuote: true, source: parts.joined(separator: "\u{A0}· "),
          shortSource: name + "\u{A0}· " + words.empathy.oneCustomer, isAssumed: false, felt: v,
          place: touchpoint.id, weight: .init(asked: 1, loud: 0, isOfPersona: false)))
    }
  }

  private func isAsked(_ persona: PersonaID?) -> Bool {
    guard let asked = subject.analysis.persona, let persona else { return true }
    return asked == persona
  }

  /// The evidence in words: how many there were, the two methods with most of them, the newest day.
  ///
  /// A first method with all of them says their number itself.
  private func source(_ evidence: [Evidence], n: Int) -> String {
    let all = words.unbroken(words.fill(words.sayAsked, words.numbers.count(Double(n))))
    guard !evidence.isEmpty else { return n > 0 ? all : words.empathy.assumed }
    var counts: [Evidence.Method: Double] = [:]
    for piece in evidence { counts[piece.method, default: 0] += Double(max(0, piece.n ?? 1)) }
    let methods = Evidence.Method.allCases.filter { counts[$0] != nil }.enumerated()
      .sorted { a, b in
        let keys = [a.element, b.element].map { ($0.entersMeans ? 1.0 : 0, counts[$0] ?? 0) }
        return (-keys[0].0, -keys[0].1, a.offset) < (-keys[1].0, -keys[1].1, b.offset)
      }.map(\.element)
    var parts = methods.prefix(2).compactMap { method in
      counts[method].flatMap { words.counted(method, $0) }
    }
    if let date = evidence.compactMap(\.date).max() {
      parts.append(words.date(date))
    }
    let saysAll = methods.first.flatMap { counts[$0] } == Double(n)
    return (saysAll ? "" : all + "\u{A0}· ") + parts.joined(separator: words.listSeparator)
  }
}
