public import JourneyModel

/// What the owners of journeys decide from: one page for each of them, and one for all journeys.
///
/// A plain value: everything that is said stands in it, and writers only set it, so that HTML,
/// Markdown, PDF and JSON say the same.
public struct Brief: Hashable, Sendable {
  /// What the brief is called.
  public var title: String
  /// The day it is of.
  public var asOf: CalendarDate
  /// The pages, that of all journeys first when there is one.
  public var pages: [Page]

  /// Creates a brief.
  public init(title: String, asOf: CalendarDate, pages: [Page] = []) {
    self.title = title
    self.asOf = asOf
    self.pages = pages
  }

  /// Whom a page is for.
  public enum Reader: Hashable, Sendable {
    /// Whoever answers for all journeys.
    case everyone
    /// One owner.
    case owner(String)
    /// Whoever finds an owner for what nobody owns.
    case nobody

    /// The owner's name; nil for the two others.
    public var owner: String? {
      if case .owner(let name) = self { name } else { nil }
    }
  }

  /// One page.
  public struct Page: Hashable, Sendable {
    /// An id that is unique in the brief and safe in file names: lower-case letters, digits, `-`.
    public var id: String
    /// Whom it is for.
    public var reader: Reader
    /// The page's name.
    public var title: Phrase
    /// What the page covers, in a few words.
    public var scope: Phrase
    /// The one sentence to be read when nothing else is: the decision that is needed.
    public var headline: Phrase
    /// Whether the headline says that something is late.
    public var isUrgent: Bool
    /// How many decisions are asked for, shown or not.
    public var asked: Int
    /// The same, split once.
    var demand = Demand()
    /// The large figures.
    public var figures: [KeyFigure]
    /// The sections, in the order of reading.
    public var sections: [Section]

    /// Creates a page without figures and sections.
    public init(
      id: String, reader: Reader, title: Phrase, scope: Phrase, headline: Phrase,
      isUrgent: Bool = false
    ) {
      self.id = id
      self.reader = reader
      self.title = title
      self.scope = scope
      self.headline = headline
      self.isUrgent = isUrgent
      self.asked = 0
      self.figures = []
      self.sections = []
    }
  }

  /// A large figure with the words under it.
  public struct KeyFigure: Hashable, Sendable {
    /// The figure as it is shown; "–" when unknown.
    public var text: String
    /// What it counts.
    public var label: Phrase
    /// The number behind it; nil when unknown.
    public var value: Double?
    /// Whether it is bad news.
    public var isBad: Bool

    /// Creates a figure.
    public init(_ text: String, _ label: Phrase, value: Double?, isBad: Bool = false) {
      self.text = text
      self.label = label
      self.value = value
      self.isBad = isBad
    }
  }

  /// A part of a page under a heading.
  public struct Section: Hashable, Sendable {
    /// The heading.
    public var title: String
    /// What stands under it.
    public var blocks: [Block]

    /// Creates a section.
    public init(_ title: String, _ blocks: [Block] = []) {
      self.title = title
      self.blocks = blocks
    }
  }

  /// One thing in a section.
  public enum Block: Hashable, Sendable {
    /// A sentence or several.
    case text(Phrase)
    /// How something is to be read; smaller.
    case note(Phrase)
    /// What is asked, the most pressing first.
    case asks([Ask])
    /// What customers said.
    case quotes([Quote])
    /// Figures side by side.
    case table(Table)
    /// Sentences, one under the other.
    case list([Phrase])
    /// A picture.
    case picture(Figure)
  }
}
