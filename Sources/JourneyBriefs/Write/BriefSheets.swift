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
  static let margin = 45.0
  /// The width between the margins.
  static let measure = width - 2 * margin

  /// How large letters are, and how large where only that keeps a page on one sheet.
  private static let densities = [1.0, 0.93]

  /// The smallest letters: 6.5 pt.
  private static let leastLetters = 8.7

  private let themes: [Theme]
  private let measurer: any TextMeasuring

  /// Creates a setter of sheets.
  ///
  /// - Parameters:
  ///   - theme: Colours and fonts; sizes are those of a printed page.
  ///   - measurer: Who measures text.
  public init(theme: Theme = .print, measurer: any TextMeasuring) {
    themes = Self.densities.map { Self.paper(theme, density: $0) }
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
      var best = try self.sheets(of: page, in: brief, after: sheets.count, theme: themes[0])
      // A page that fits on one sheet with letters a little smaller is set with those.
      if best.count == 2, page.reader != .everyone {
        for theme in themes.dropFirst() where best.count > 1 {
          let closer = try self.sheets(
            of: page, in: brief, after: sheets.count, theme: theme, air: 0.6)
          if closer.count == 1 { best = closer }
        }
      }
      sheets += best
    }
    return sheets
  }

  private func sheets(
    of page: Brief.Page, in brief: Brief, after count: Int, theme: Theme, air: Double = 1
  ) throws -> [Sheet] {
    let setter = Typesetter(theme: theme, measurer: measurer)
    var items = SheetItems(setter)
    items.add(page, of: brief)
    let footer = (
      setter.add(Phrase.said(page.reader.owner ?? page.title.plain).straight, .legend),
      setter.add("\(brief.title), as of \(Say.date(brief.asOf))", .legend),
      (1...99).map { setter.add(String(count + $0), .legend) }
    )
    try setter.measure()
    var flow = SheetFlow(setter: setter, theme: theme, air: air)
    for item in items.items { try flow.place(item) }
    return flow.finished().enumerated().map { number, content in
      let foot = Self.footer(
        footer.0, footer.1, footer.2[min(number, footer.2.count - 1)], setter: setter)
      var picture = Picture(
        id: "\(page.id).sheet.\(number + 1)", width: Self.width, height: Self.height,
        title: page.title.plain, summary: page.headline.plain, language: "en", theme: theme)
      picture.elements = content.elements + foot
      return Sheet(picture: picture, pictures: content.pictures, frames: content.frames)
    }
  }

  private static func footer(
    _ owner: Typesetter.Label, _ title: Typesetter.Label, _ number: Typesetter.Label,
    setter: Typesetter
  ) -> [Element] {
    let baseline = height - 24
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
          .line(Point(margin, baseline - 15), Point(width - margin, baseline - 15)),
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
  private static func paper(_ theme: Theme, density: Double) -> Theme {
    let sizes: [TextRole: Double] = [
      .title: 23, .subtitle: 10.6, .figure: 18, .figureUnknown: 13, .figureLabel: 9.9, .stage: 14.7,
      .stageNote: 9.5, .axis: 10.6, .axisValue: 10, .score: 10.6, .badge: 9.5, .exit: 10.6,
      .note: 10, .cardTitle: 12.2, .cardNote: 9.1, .lane: 10.6, .body: 10.6, .quote: 11,
      .meta: 9.9, .legend: 9.1,
    ]
    return Theme(
      name: theme.name, families: theme.families, ramp: theme.ramp,
      colors: Dictionary(uniqueKeysWithValues: ColorRole.allCases.map { ($0, theme.color($0)) }),
      sizes: sizes.mapValues { max(leastLetters, $0 * density) })
  }
}
