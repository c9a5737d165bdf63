internal import JourneyModel

/// How well a picture is read from the last row: on the board that it is made for, with letters as
/// large as ``Projection/meetingRoom`` asks for.
///
/// A brief theme's pictures are made for one look at a beamer's image. A journey of two dozen
/// touchpoints is not read in one look; so as many are drawn as can be, those that matter most, and
/// the picture says how many.
struct BoardFit {
  /// The board.
  let board: Artboard

  /// The fewest touchpoints that are left.
  let fewest: Int
  /// More are never read in one look.
  static let most = 24

  /// The fit that options ask for; nil where pictures are as large as they come out: in themes that
  /// are read from near by, on paper, with lanes or a number of touchpoints that somebody asked for.
  ///
  /// - Parameters:
  ///   - options: How pictures are to look.
  ///   - view: The name of the view.
  init?(_ options: DrawingOptions, view: String) {
    let board = options.artboard ?? .beamer
    guard options.theme.isBrief, !board.isPaper, options.lanes == nil,
      options.mostTouchpoints == nil
    else { return nil }
    self.board = board
    // A graph of three touchpoints would be no graph.
    fewest = view == "flow" ? 5 : 3
  }

  /// The least size of text that is read from the last row of a board, in px of the board.
  static func least(on board: Artboard) -> Double {
    Projection.meetingRoom.leastText * board.width / Projection.meetingRoom.pixels
  }

  /// The size of the smallest text on the board against the least that is read.
  ///
  /// - Returns: The ratio, legible from 1 on; nil without text.
  func legibility(of picture: Picture, _ options: DrawingOptions) -> Double? {
    var options = options
    options.artboard = board
    return picture.finished(for: options).smallestText.map { $0 / Self.least(on: board) }
  }

  /// A view's picture with as many touchpoints as can be read.
  ///
  /// Cost: that of at most a dozen pictures, mostly of three; of one when everything can be read.
  ///
  /// - Parameters:
  ///   - subject: What is drawn.
  ///   - options: How it is to look.
  ///   - draw: Draws it with other options.
  /// - Returns: The picture with all touchpoints where that is as legible as with the fewest.
  /// - Throws: What `draw` throws.
  func picture(
    of subject: Subject, _ options: DrawingOptions, draw: (DrawingOptions) throws -> Picture
  ) throws -> Picture {
    let whole = try draw(options)
    let count = subject.journey.touchpoints.count(where: subject.meets)
    guard let legible = legibility(of: whole, options), legible < 1, count > fewest else {
      return whole
    }
    func drawn(_ most: Int) throws -> (picture: Picture, legibility: Double) {
      var options = options
      options.mostTouchpoints = most
      let picture = try draw(options)
      return (picture, legibility(of: picture, options) ?? 1)
    }
    let least = try drawn(fewest)
    // Where even the fewest come out small, the rest need not be worse.
    let enough = min(1, least.legibility * 0.98)
    guard legible < enough else { return whole }
    // From many to few, in large steps where much is missing: more touchpoints may be more legible,
    // when they need fewer ways back, so that no halving finds the most.
    var (number, last) = (count, legible)
    while true {
      let guess = (Double(number) * last / enough * 1.2).rounded(.up)
      number = min(number - 1, Self.most, guess < Double(number) ? Int(guess) : number)
      guard number > fewest else { return least.picture }
      let next = try drawn(number)
      if next.legibility >= enough { return next.picture }
      last = next.legibility
    }
  }
}
