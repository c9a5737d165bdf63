public import JourneyDiagrams
public import JourneyModel

extension Brief.Section {
  /// Whether it is a few sentences only, so that two of them stand side by side.
  private var isShort: Bool {
    blocks.allSatisfy { block in
      if case .list(let phrases) = block { phrases.count <= 7 } else { false }
    }
  }

  /// The sections of a page in rows: two that are short and follow each other side by side.
  static func rows(_ sections: [Brief.Section]) -> [[Brief.Section]] {
    var rows: [[Brief.Section]] = []
    for section in sections {
      if section.isShort, let last = rows.last, last.count == 1, last[0].isShort {
        rows[rows.count - 1].append(section)
      } else {
        rows.append([section])
      }
    }
    return rows
  }
}

extension Brief {
  /// A decision that is asked for.
  public struct Ask: Hashable, Sendable {
    /// What is to be decided or done.
    public var what: Phrase
    /// By when; "no date set" where nobody set one.
    public var by: Phrase
    /// Whether the date has passed.
    public var isOverdue: Bool
    /// Where, and why.
    public var reasons: [Phrase]

    /// Creates a request.
    public init(_ what: Phrase, by: Phrase, isOverdue: Bool = false, reasons: [Phrase] = []) {
      self.what = what
      self.by = by
      self.isOverdue = isOverdue
      self.reasons = reasons
    }
  }

  /// What a customer said, who agreed that it is shown or was never asked.
  public struct Quote: Hashable, Sendable {
    /// The words.
    public var text: String
    /// Who said it where.
    public var source: Phrase
    /// The language of the words as a BCP 47 tag; nil when unknown.
    public var language: String?

    /// Creates a quote.
    public init(_ text: String, source: Phrase, language: String? = nil) {
      self.text = text
      self.source = source
      self.language = language
    }
  }

  /// Rows of figures under titles.
  public struct Table: Hashable, Sendable {
    /// What it shows.
    public var caption: Phrase
    /// The columns; the first one names the rows.
    public var columns: [Column]
    /// The rows, each with one cell a column.
    public var rows: [[Cell]]
    /// The last row, of totals; nil without one.
    public var total: [Cell]?
    /// What is left out, or how it is to be read; nil for nothing.
    public var note: Phrase?

    /// Creates a table.
    public init(
      _ caption: Phrase, columns: [Column], rows: [[Cell]] = [], total: [Cell]? = nil,
      note: Phrase? = nil
    ) {
      self.caption = caption
      self.columns = columns
      self.rows = rows
      self.total = total
      self.note = note
    }
  }

  /// A column of a table.
  public struct Column: Hashable, Sendable {
    /// Its title.
    public var title: String
    /// Whether its cells are numbers, which stand under each other at the right.
    public var isNumber: Bool
    /// How much of the width it wants beside others.
    public var weight: Double

    /// Creates a column.
    public init(_ title: String, isNumber: Bool = false, weight: Double = 1) {
      self.title = title
      self.isNumber = isNumber
      self.weight = weight
    }
  }

  /// A cell of a table.
  public struct Cell: Hashable, Sendable {
    /// What it says; "–" when unknown.
    public var text: Phrase
    /// The number behind it; nil when unknown or none.
    public var value: Double?
    /// The feeling whose face and colour stand beside it, −1…+1; nil for none.
    public var feeling: Double?
    /// Whether nobody measured the feeling, so that its face is hollow.
    public var isAssumed: Bool
    /// The page of the brief that tells more; nil for none.
    public var page: String?
    /// A second, smaller line; empty for none.
    public var detail: Phrase

    /// Creates a cell.
    public init(
      _ text: Phrase, value: Double? = nil, feeling: Double? = nil, isAssumed: Bool = false,
      page: String? = nil, detail: Phrase = Phrase()
    ) {
      self.text = text
      self.value = value
      self.feeling = feeling
      self.isAssumed = isAssumed
      self.page = page
      self.detail = detail
    }
  }

  /// A picture with its words.
  public struct Figure: Hashable, Sendable {
    /// What is drawn.
    public enum Content: Hashable, Sendable {
      /// The map of a journey, these touchpoints marked.
      case map(JourneyID, marked: [TouchpointID])
      /// All journeys and the traffic between them.
      case atlas
    }

    /// What is drawn.
    public var content: Content
    /// What stands under it.
    public var caption: Phrase
    /// The picture, once it is drawn.
    public var picture: Picture?
    /// Its most important figures, for where it is not drawn; nil where they stand beside it.
    public var table: Table?

    /// Creates a figure that is still to be drawn.
    public init(_ content: Content, caption: Phrase, table: Table? = nil) {
      self.content = content
      self.caption = caption
      self.picture = nil
      self.table = table
    }
  }

  /// Puts pictures where they belong; one that cannot be drawn leaves its table.
  ///
  /// - Parameter picture: Draws the content; nil leaves the place to the table.
  /// - Throws: What drawing throws.
  public mutating func draw(_ picture: (Figure.Content) throws -> Picture?) rethrows {
    for page in pages.indices {
      for section in pages[page].sections.indices {
        for block in pages[page].sections[section].blocks.indices {
          guard case .picture(var figure) = pages[page].sections[section].blocks[block] else {
            continue
          }
          figure.picture = try picture(figure.content)
          // The same journey may stand on several pages: ids stay unique over the whole brief.
          figure.picture?.id = "\(pages[page].id).\(section).\(block)"
          pages[page].sections[section].blocks[block] = .picture(figure)
        }
      }
    }
  }
}
