import JourneyAnalysis
import JourneyModel

/// The empty map and cards of a journey, to print and to fill in by hand.
///
/// Sheets of A3 landscape under each other, 96 px to the inch: first the journey's stages and
/// touchpoints over an empty emotion grid with lines to write on, and blank columns for what is
/// missing; then cards to cut out. Lines are 8 mm apart on the map and at least 7 mm on cards; one
/// ink is enough.
///
/// Cost: linear in touchpoints and text.
public struct CanvasView: JourneyView {
  /// `canvas`.
  public let name = "canvas"

  /// Up to so many touchpoints have a column and a card.
  static let mostTouchpoints = 60

  /// Creates the view.
  public init() {}

  /// The graph whose left-to-right order is the order of the columns.
  public func dot(of subject: Subject, options: DrawingOptions) throws -> String? {
    MapOrder(subject.simplified(toAtMost: Self.mostTouchpoints).subject).dot(labels: true)
  }

  /// The canvas.
  public func picture(of subject: Subject, options: DrawingOptions, engines: Engines) throws
    -> Picture
  {
    // 1. What is said.
    let simplified = subject.simplified(toAtMost: Self.mostTouchpoints)
    let drawn = simplified.subject
    let setter = Typesetter(
      theme: options.theme, measurer: engines.measurer, direction: drawn.direction)
    let order = try MapOrder(drawn).columns(by: engines.layout)
      .filter { drawn.meets(drawn.journey.touchpoints[$0]) }
    let content = CanvasContent(
      drawn, order: order, leftOut: simplified.leftOut, setter: setter)
    let words = drawn.words
    // How many sheets there are is only known once the words at the axis are measured.
    let axis = Typesetter(
      theme: options.theme, measurer: engines.measurer, direction: drawn.direction)
    let probe = CanvasContent(drawn, order: [], leftOut: nil, setter: axis)
    try axis.measure()
    let perSheet = CanvasMap.columns(probe, axis)
    let steps = content.filled(to: perSheet)
    let stages = stride(from: 0, to: steps.count, by: perSheet).map { start in
      StageRun.runs(
        of: steps[start..<(start + perSheet)].map { $0.touchpoint ?? Touchpoint(id: "") },
        in: nil, setter: setter)
    }
    let isLarge = options.theme.scale > 1.25
    let cardSheets = content.filled(to: isLarge ? 2 : 8).count / (isLarge ? 2 : 8)
    let count = stages.count + cardSheets
    let numbers = (1...count).map { number in
      setter.add(
        words.fill(
          words.canvas.sheet, words.numbers.plain(number), words.numbers.plain(count)), .meta)
    }

    // 2. How wide it is, all at once.
    try setter.measure()

    // 3. Where it goes.
    let map = try CanvasMap(content, stages: stages, perSheet: perSheet, setter: setter)
    let cards = try CanvasCards(content, setter: setter)
    let height =
      Double(map.sheets) * map.sheetHeight + Double(cards.sheets) * CanvasPaper.height

    // 4. The picture.
    let touchpoints = Double(content.columns.count)
    let blank = Double(steps.count) - touchpoints
    let told = words.fill(words.countTouchpoints(touchpoints), words.numbers.count(touchpoints))
    var summary = [words.fill(words.canvas.say, told, words.numbers.count(blank))]
    for (index, column) in content.columns.enumerated() {
      guard let touchpoint = column.touchpoint else { continue }
      let stage = touchpoint.stage.map { " (\($0.rawValue))" } ?? ""
      let channel = column.channel.map { ": \($0.name)" } ?? ""
      summary.append("\(index + 1). \(touchpoint.name)\(stage)\(channel).")
    }
    var picture = Picture(
      id: subject.pictureID(view: name, theme: options.theme), width: CanvasPaper.width,
      height: height, title: subject.journey.title, summary: summary.joined(separator: "\n"),
      language: subject.journey.language, direction: subject.direction, theme: options.theme)
    var y = 0.0
    for sheet in 0..<map.sheets {
      picture.elements.append(.group(map.draw(sheet, number: numbers[sheet], y: y)))
      picture.sheets.append(
        Rect(x: 0, y: y, width: CanvasPaper.width, height: map.sheetHeight))
      y += map.sheetHeight
    }
    for sheet in 0..<cards.sheets {
      let index = map.sheets + sheet
      picture.elements.append(
        .group(cards.draw(sheet, number: numbers[index], index: index + 1, y: y)))
      picture.sheets.append(
        Rect(x: 0, y: y, width: CanvasPaper.width, height: CanvasPaper.height))
      y += CanvasPaper.height
    }
    return picture
  }
}
