import JourneyAnalysis
internal import JourneyModel
public import JourneyPortfolio

/// Several journeys in one picture: what each feels like, how it ends, and who goes over to another.
///
/// Journeys that lead into each other are placed as a graph from left to right, with ribbons as wide
/// as the traffic; the others stand in a grid below, the hottest first. Many journeys are drawn
/// smaller; of more than two hundred, and in a brief theme of more than can be read from the last row
/// (a dozen at most), those are drawn that are hottest and whose ways over carry most, and the
/// picture says how many are not.
public struct Atlas: Sendable {
  /// The journeys.
  public let portfolio: Portfolio
  /// What the picture is called; nil for `Customer journeys` in its language.
  public var title: String?
  /// The words of the picture.
  public var words: Words
  /// The most journeys that are drawn; nil for as many as can be read.
  public var mostJourneys: Int?

  /// The most journeys that are ever drawn.
  static let most = 200
  /// The most that are drawn to be read from far away.
  static let mostBrief = 12

  /// Takes a portfolio.
  ///
  /// - Parameters:
  ///   - portfolio: The journeys.
  ///   - title: What the picture is called.
  ///   - language: The language of its words as a BCP 47 tag; that of the journeys where all share
  ///     one, else English.
  public init(_ portfolio: Portfolio, title: String? = nil, language: String? = nil) {
    self.portfolio = portfolio
    self.title = title
    let languages = Set(portfolio.members.map { $0.journey.language })
    self.words = .inLanguage(language ?? (languages.count == 1 ? languages.first ?? nil : nil))
  }

  /// The picture as people get it: in fonts that have the letters of its language, mirrored where
  /// that is read from right to left, on its board.
  ///
  /// - Parameters:
  ///   - options: Theme, board, ground.
  ///   - engines: Who measures text and places graphs.
  /// - Returns: The finished picture.
  /// - Throws: What the engines throw.
  public func finishedPicture(options: DrawingOptions, engines: Engines) throws -> Picture {
    var options = options
    options.theme = options.theme.reading(words.language)
    return try picture(options: options, engines: engines).finished(for: options)
  }

  /// The picture, always drawn from left to right.
  ///
  /// - Parameters:
  ///   - options: Theme, board, ground.
  ///   - engines: Who measures text and places graphs.
  /// - Returns: The picture.
  /// - Throws: What the engines throw.
  public func picture(options: DrawingOptions, engines: Engines) throws -> Picture {
    guard mostJourneys == nil, let fit = BoardFit(options, view: "atlas") else {
      return try drawn(nil, options: options, engines: engines)
    }
    var best: (picture: Picture, legibility: Double)?
    let most = max(fit.fewest, min(Self.mostBrief, portfolio.members.count))
    for count in (fit.fewest...most).reversed() {
      let picture = try drawn(count, options: options, engines: engines)
      guard let legible = fit.legibility(of: picture, options), legible < 0.999 else {
        return picture
      }
      // Fewer must be worth it, where even the fewest come out small.
      if let before = best, legible < before.legibility * 1.02 { continue }
      best = (picture, legible)
    }
    return try best?.picture ?? drawn(nil, options: options, engines: engines)
  }

  /// The picture with at most some number of journeys, not mirrored.
  private func drawn(
    _ most: Int?, options: DrawingOptions, engines: Engines
  ) throws -> Picture {
    let theme = options.theme.unscaled
    let content = AtlasContent(self, isBrief: theme.isBrief, most: most)
    let setter = Typesetter(
      theme: theme, measurer: engines.measurer, direction: words.direction)
    let text = AtlasText(content, words, setter: setter)
    let frame = AtlasFrame(self, content, text, setter: setter)
    try setter.measure()
    let sizes = try AtlasSizes(content, text, setter: setter)
    let board = options.artboard ?? .beamer
    let unit = max(0.1, options.theme.scale) * board.width / Artboard.beamer.width
    let arrangement = AtlasArrangement(
      content, sizes, least: frame.leastBody,
      board: (board.width / unit, board.height / unit), isBrief: theme.isBrief)
    let places = try arrangement.places(by: engines.layout)
    return try frame.picture(around: places) { origin in
      AtlasPainter(
        content: content, text: text, sizes: sizes, places: places.moved(to: origin), words: words,
        setter: setter
      ).layers()
    }.scaled(for: options.theme)
  }
}
