public import JourneyDiagrams

/// Sets a brief on sheets of A4, as pictures from which a PDF is written.
///
/// Every page of the brief begins a new sheet; rows, requests and quotes are never cut in two.
public struct BriefSheets {
  /// A sheet: what is set on it, and the pictures that stand on it.
  public struct Sheet: Hashable, Sendable {
    /// Text, lines and faces, as large as the sheet.
    public var picture: Picture
    /// Pictures of the brief with their places.
    public var insets: [(picture: Picture, frame: Rect)] {
      zip(pictures, frames).map { ($0, $1) }
    }

    var pictures: [Picture] = []
    var frames: [Rect] = []
  }

  /// The width of A4 in px, 96 to the inch.
  static let width = 210 / 25.4 * 96
  /// The height of A4.
  static let height = 297 / 25.4 * 96
  /// What stays white at the sides.
  static let margin = 48.0
  /// The width between the margins.
  static let measure = width - 2 * margin

  private let theme: Theme
  private let measurer: any TextMeasuring

  /// Creates a setter of sheets.
  ///
  /// - Parameters:
  ///   - theme: Colours and fonts; sizes are those of a printed page.
  ///   - measurer: Who measures text.
  public init(theme: Theme = .print, measurer: any TextMeasuring) {
    self.theme = Self.paper(theme)
    self.measurer = measurer
  }

  /// The sheets of a brief.
  ///
  /// - Parameter brief: The brief.
  /// - Returns: The sheets, in the order of reading.
  /// - Throws: What the measurer throws.
  public func sheets(of brief: Brief) throws -> [Sheet] {
    var sheets: [Sheet] = []
    for page in brief.pages {
      let setter = Typesetter(theme: theme, measurer: measurer)
      var items = SheetItems(setter)
      items.add(page, of: brief)
      let footer = (
        setter.add(Phrase.said(page.reader.owner ?? page.title.plain).straight, .legend),
        setter.add("\(brief.title), as of \(Say.date(brief.asOf))", .legend),
        (1...99).map { setter.add(String(sheets.count + $0), .legend) }
      )
      try setter.measure()
      var flow = SheetFlow(setter: setter, theme: theme)
      for item in items.items { try flow.place(item) }
      for (number, var content) in flow.finished().enumerated() {
        content.elements += Self.footer(
          footer.0, footer.1, footer.2[min(number, footer.2.count - 1)], setter: setter)
        var picture = Picture(
          id: "\(page.id).sheet.\(number + 1)", width: Self.width, height: Self.height,
          title: page.title.plain, summary: page.headline.plain, language: "en", theme: theme)
        picture.elements = content.elements
        sheets.append(
          Sheet(picture: picture, pictures: content.pictures, frames: content.frames))
      }
    }
    return sheets
  }

  private static func footer(
    _ owner: Typesetter.Label, _ title: Typesetter.Label, _ number: Typesetter.Label,
    setter: Typesetter
  ) -> [Element] {
    let baseline = height - 28
    var owner = (owner, setter.line(owner))
    // A name that is as long as a sheet is wide is told by its beginning.
    if owner.1.width > measure * 0.34,
      let first = try? setter.lines(owner.0, width: measure * 0.34).first
    {
      owner.1 = first
    }
    return [
      .shape(
        Shape(
          .line(Point(margin, baseline - 18), Point(width - margin, baseline - 18)),
          stroke: Stroke(.role(.line), width: 1)))
    ]
      + setter.placed(
        [owner.1], of: owner.0, at: Point(margin, baseline), fill: .role(.inkSoft))
      + [
        setter.placed(
          title, at: Point(width / 2, baseline), anchor: .middle, fill: .role(.inkSoft)),
        setter.placed(
          number, at: Point(width - margin, baseline), anchor: .right, fill: .role(.inkSoft)),
      ]
  }

  /// The theme with sizes for paper that is held in a hand.
  private static func paper(_ theme: Theme) -> Theme {
    let sizes: [TextRole: Double] = [
      .title: 27, .subtitle: 12, .figure: 22, .figureUnknown: 14, .figureLabel: 11, .stage: 17,
      .stageNote: 11, .axis: 11.5, .axisValue: 11, .score: 11.5, .badge: 10.5, .exit: 12,
      .note: 11, .cardTitle: 14, .cardNote: 10.5, .lane: 12, .body: 12, .quote: 13, .meta: 11,
      .legend: 10.5,
    ]
    return Theme(
      name: theme.name, families: theme.families, ramp: theme.ramp,
      colors: Dictionary(uniqueKeysWithValues: ColorRole.allCases.map { ($0, theme.color($0)) }),
      sizes: sizes)
  }
}
