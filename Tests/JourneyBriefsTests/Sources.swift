import JourneyBriefs
import JourneyKit
import JourneyTestSupport

/// The day that the briefs of these tests are of.
let day = CalendarDate("2026-09-30") ?? .epoch

/// A journey from a document of a test.
func journey(_ text: String, name: String = "a.journey.yaml") throws -> Estimates {
  try JourneyDocument(text: text, name: name).validJourney().estimated(asOf: day)
}

/// A brief of documents.
func brief(_ texts: String..., owners: [String]? = nil) throws -> Brief {
  let members = try texts.enumerated().map { index, text in
    try journey(text, name: "j\(index).journey.yaml")
  }
  return Brief(BriefSources(members, asOf: day), owners: owners)
}

extension Brief {
  /// The page of an owner.
  func page(of owner: String) -> Page? { pages.first { $0.reader == .owner(owner) } }

  /// Everything that is said and shown, phrase by phrase.
  var everything: [String] {
    pages.flatMap { page in
      [page.title.plain, page.scope.plain, page.headline.plain]
        + page.figures.flatMap { [$0.text, $0.label.plain] }
        + page.sections.flatMap { [$0.title] + $0.blocks.flatMap(\.everything) }
    }.filter { !$0.isEmpty }
  }
}

extension Brief.Block {
  var everything: [String] {
    switch self {
    case .text(let phrase), .note(let phrase): [phrase.plain]
    case .list(let phrases): phrases.map(\.plain)
    case .asks(let asks): asks.flatMap { [$0.what.plain, $0.by.plain] + $0.reasons.map(\.plain) }
    case .quotes(let quotes): quotes.flatMap { [$0.text, $0.source.plain] }
    case .table(let table): table.everything
    case .picture(let figure):
      figure.picture == nil ? figure.table?.everything ?? [] : [figure.caption.plain]
    }
  }
}

extension Brief.Table {
  var everything: [String] {
    [caption.plain] + columns.map(\.title)
      + (rows + (total.map { [$0] } ?? [])).joined().flatMap { [$0.text.plain, $0.detail.plain] }
      + [note?.plain ?? ""]
  }
}

/// A journey of which everything is known.
let returning = """
  format: 1
  journey: Returning shoes
  id: returning
  customers: buyers
  value: 60
  personas:
    ines: {name: Ines, share: 60%, reviewed: 2024-01-01}
    karl: {name: Karl, share: 40%, reviewed: 2026-08-01}
  touchpoints:
    find:
      name: Find the form
      felt: {mean: -1.6, n: 80, sd: 0.6}
      believed:
        - {mean: 1, n: 5, by: leadership}
        - {mean: -1, n: 9, by: front line}
      quotes:
        - {text: "I gave up twice.", consent: true, persona: ines, date: 2026-05-02}
        - {text: "Call me on +49 30 901820.", consent: true}
        - {text: "Never again.", consent: false}
        - {text: "Where is it?"}
      owner: Ada
    drop:
      name: Drop it at the shop
      felt: {mean: 1.4, n: 50, sd: 0.5}
      believed: 1
      gains: [Done in a minute]
      owner: Ben
    wait:
      name: Wait for the money
      felt: -1
  flow:
    start -> find: 500
    find -> drop: 350
    find -> left: 150
    drop -> wait: 350
    wait -> completed: 340
    wait -> left: 10
  evidence:
    - {about: find, method: survey, n: 80, felt: -1.6, sd: 0.6, persona: karl, date: 2026-06-01}
  decisions:
    - insight: Nobody finds the form
      about: find
      decision: Put the form into the box
      status: open
      due: 2026-09-20
      found: 2026-06-05
    - insight: The shop is quick
      about: drop
      decision: A counter of its own
      owner: Ben
      status: verified
      decided-on: 2026-02-01
      acted-on: 2026-03-01
      outcome: {before: {mean: 0.2, n: 60, sd: 0.6}, after: {mean: 1.4, n: 50, sd: 0.5}}

  """
