import JourneyModel
import TextSupport

/// Writes a brief as JSON, with the same words and the numbers behind them.
public struct BriefJSON: Sendable {
  /// Creates a writer.
  public init() {}

  /// The brief as JSON text.
  ///
  /// - Parameter brief: The brief.
  /// - Returns: The text; it begins with `schemaVersion`.
  public func text(of brief: Brief) -> String {
    let value: JSONValue = [
      "schemaVersion": .number(1),
      "title": .string(brief.title),
      "asOf": .string(brief.asOf.description),
      "pages": .array(brief.pages.map(Self.value)),
    ]
    return value.text
  }

  private static func value(_ page: Brief.Page) -> JSONValue {
    [
      "id": .string(page.id),
      "owner": JSONValue(page.reader.owner),
      "for": .string(
        page.reader == .everyone ? "everyone" : page.reader == .nobody ? "nobody" : "owner"),
      "title": string(page.title),
      "scope": string(page.scope),
      "headline": string(page.headline),
      "urgent": .bool(page.isUrgent),
      "asked": .number(Double(page.asked)),
      "figures": .array(
        page.figures.map {
          ["text": .string($0.text), "label": string($0.label), "value": JSONValue($0.value)]
        }),
      "sections": .array(
        page.sections.map { section in
          ["title": .string(section.title), "blocks": .array(section.blocks.map(value))]
        }),
    ]
  }

  private static func value(_ block: Brief.Block) -> JSONValue {
    switch block {
    case .text(let phrase): ["kind": "text", "text": string(phrase)]
    case .note(let phrase): ["kind": "note", "text": string(phrase)]
    case .list(let phrases): ["kind": "list", "items": .array(phrases.map(string))]
    case .asks(let asks):
      [
        "kind": "asks",
        "asks": .array(
          asks.map {
            [
              "what": string($0.what), "by": string($0.by), "overdue": .bool($0.isOverdue),
              "reasons": .array($0.reasons.map(string)),
            ]
          }),
      ]
    case .quotes(let quotes):
      [
        "kind": "quotes",
        "quotes": .array(
          quotes.map { ["text": .string($0.text), "source": string($0.source)] }),
      ]
    case .table(let table): value(table, kind: "table")
    case .picture(let figure):
      [
        "kind": "picture", "caption": string(figure.caption), "drawn": .bool(figure.picture != nil),
        "table": figure.table.map { value($0, kind: "table") } ?? .null,
      ]
    }
  }

  private static func value(_ table: Brief.Table, kind: String) -> JSONValue {
    func row(_ cells: [Brief.Cell]) -> JSONValue {
      .array(
        cells.map {
          var members: [JSONValue.Member] = [.init("text", string($0.text))]
          if let value = $0.value { members.append(.init("value", .number(value))) }
          if !$0.detail.isEmpty { members.append(.init("detail", string($0.detail))) }
          if $0.isAssumed { members.append(.init("assumed", .bool(true))) }
          return .object(members)
        })
    }
    return [
      "kind": .string(kind), "caption": string(table.caption),
      "columns": .array(table.columns.map { .string($0.title) }),
      "rows": .array(table.rows.map(row)),
      "total": table.total.map(row) ?? .null,
      "note": table.note.map(string) ?? .null,
    ]
  }

  private static func string(_ phrase: Phrase) -> JSONValue { .string(phrase.plain) }
}
