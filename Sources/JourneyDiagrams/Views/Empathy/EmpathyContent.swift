import JourneyAnalysis
import JourneyModel

/// Everything an empathy map says, before anything has a place.
struct EmpathyContent {
  /// An entry with its words taken.
  struct Item {
    var entry: EmpathyEntry
    var text: Typesetter.Label
    var source: Typesetter.Label
    /// The id of its group; nil for what a persona brings.
    var id: String?
  }

  /// A field with the entries that are shown.
  struct Field {
    var title: Typesetter.Label
    var items: [Item]
    /// How many more there are, or that there are none.
    var rest: Typesetter.Label?
  }

  let subject: Subject
  let entries: EmpathyEntries
  let title: String
  let subtitle: String
  let name: Typesetter.Label
  let feels: Typesetter.Label
  /// What is felt on average, as v; nil when unknown.
  let felt: Double?
  private(set) var fields: [EmpathyField: Field] = [:]

  init(_ subject: Subject, setter: Typesetter) {
    self.subject = subject
    let (words, analysis) = (subject.words, subject.analysis)
    entries = EmpathyEntries(subject)
    let persona = subject.persona ?? Self.only(subject.journey.personas)
    title = persona?.name ?? subject.journey.title
    subtitle = Self.subtitle(of: subject, persona)
    name = setter.add(persona?.name ?? words.empathy.everybody, .cardTitle)
    let mean = Self.mean(of: analysis)
    felt = mean.map { min(1, max(-1, analysis.scale.normalized($0))) }
    let phrase = persona == nil ? words.empathy.everybodyFeels : words.empathy.feels
    feels = setter.add(
      mean.map { words.fill(phrase, words.score($0, on: analysis.scale)) }
        ?? words.empathy.feelsUnknown, .meta)
    var seen: [TouchpointID: Int] = [:]
    for field in EmpathyField.allCases {
      var content = Self.field(field, entries.fields[field] ?? [], words, setter)
      for index in content.items.indices {
        guard let place = content.items[index].entry.place else { continue }
        let count = seen[place, default: 0]
        seen[place] = count + 1
        content.items[index].id =
          "touchpoint." + XMLName.escaped(place.rawValue) + (count == 0 ? "" : ".\(count)")
      }
      fields[field] = content
    }
  }

  private static func only(_ personas: [Persona]) -> Persona? {
    personas.count == 1 ? personas.first : nil
  }

  /// The mean that the header of other views tells; where beliefs are missing for that, the same
  /// mean over every touchpoint where a feeling is known.
  private static func mean(of analysis: Analysis) -> Double? {
    if let felt = analysis.felt { return felt }
    let known = analysis.touchpoints.compactMap { figures in
      figures.felt.map { (weight: figures.visits ?? 1, mean: $0.mean) }
    }
    let weight = known.reduce(0) { $0 + $1.weight }
    return weight > 0 ? known.reduce(0) { $0 + $1.weight * $1.mean } / weight : nil
  }

  /// How many entries of a field are shown.
  private static func most(_ field: EmpathyField, isBrief: Bool) -> Int {
    switch field {
    case .thinks, .says: isBrief ? 3 : 12
    case .hears, .sees: isBrief ? 2 : 8
    case .pains, .gains: isBrief ? 2 : 9
    }
  }

  private static func field(
    _ field: EmpathyField, _ entries: [EmpathyEntry], _ words: Words, _ setter: Typesetter
  ) -> Field {
    let most = most(field, isBrief: setter.theme.isBrief)
    var result = Field(
      title: setter.add(field.title(words.empathy), .stage),
      items: entries.prefix(most).map { entry in
        Item(
          entry: entry, text: setter.add(entry.text, entry.isQuote ? .quote : .body),
          source: setter.add(
            setter.theme.isBrief ? entry.shortSource : entry.source, .meta))
      })
    if entries.isEmpty {
      result.rest = setter.add(words.empathy.nothingRecorded, .meta)
    } else if entries.count > most {
      result.rest = setter.add(
        words.fill(words.more, words.numbers.count(Double(entries.count - most))), .meta)
    }
    return result
  }

  private static func subtitle(of subject: Subject, _ persona: Persona?) -> String {
    let (journey, words) = (subject.journey, subject.words)
    func share(_ persona: Persona) -> String? {
      persona.share.map {
        words.fill(
          words.empathy.shareOf, words.numbers.percent($0.fraction), journey.customers)
      }
    }
    if let persona {
      let parts = [persona.about, persona.role, share(persona), journey.title]
      return parts.compactMap { $0.map { Scalars.isolated($0, in: words.direction) } }.joined(
        separator: Words.dot)
    }
    guard !journey.personas.isEmpty else { return words.empathy.noPersona }
    let names = journey.personas.map { persona in
      Scalars.isolated(persona.name, in: words.direction)
        + (persona.share.map { " " + words.numbers.percent($0.fraction) } ?? "")
    }
    return words.fill(words.empathy.everyPersona, names.joined(separator: words.listSeparator))
  }

  /// The map in words: each field with its entries and where they come from.
  var summary: String {
    let words = subject.words
    var lines: [String] = []
    for field in EmpathyField.allCases {
      let texts = (entries.fields[field] ?? []).map { "\($0.text) (\($0.source))" }
      let list =
        texts.isEmpty
        ? words.empathy.nothingRecorded : texts.joined(separator: words.clauseSeparator)
      lines.append(words.fill(words.blueprint.sayList, field.title(words.empathy), list))
    }
    return lines.joined(separator: "\n")
  }
}
