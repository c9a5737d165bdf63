/// Where the parts of a map stand.
struct MapSheet {
  /// What the map says, measured.
  struct Parts {
    var content: MapContent
    var header: Header
    var titles: MapLanes.Titles
    var personas: MapPersonas.Labels
    var footer: MapFooter
    var setter: Typesetter
  }

  let frame: MapFrame
  let plot: MapPlot
  let band: StageBand
  let lanes: MapLanes
  let top: Header.Layout
  let bottom: MapFooter.Layout
  let headerY: Double
  let bandY: Double
  /// The height of the neutral feeling.
  let neutral: Double
  let cardsY: Double
  let lanesY: Double
  let footerY: Double
  let height: Double

  /// The least px for each unit of v that a slide is drawn with.
  private static let leastUnit = 84.0
  /// The same where large text needs the room.
  private static let leastBriefUnit = 52.0
  /// The px for each unit of v in a map among text.
  private static let stripUnit = 58.0
  /// How much wider than its board a slide gets at most before it gets higher; it is shown smaller
  /// then.
  private static let widths = [1, 1.03, 1.12, 1.25, 1.4, 1.6]

  /// Lays out a map; a slide as wide and as high as its board, as far as it can.
  static func laidOut(_ parts: Parts) throws -> MapSheet {
    guard parts.content.form.isCompact else {
      let unit = parts.content.form.isStrip ? stripUnit : MapPlot.usualUnit
      return try MapSheet(parts, wider: 1, unit: unit)
    }
    var sheet = try MapSheet(parts, wider: 1, unit: MapPlot.usualUnit)
    for wider in widths {
      var unit = MapPlot.usualUnit
      for _ in 0..<4 {
        sheet = try MapSheet(parts, wider: wider, unit: unit)
        let left = sheet.boardHeight - sheet.height
        guard left.magnitude > 2 else { return sheet.filled() }
        let least = parts.content.form.isBrief ? leastBriefUnit : leastUnit
        let next = min(420, max(least, unit + left / 2))
        guard next != unit else { break }
        unit = next
      }
      if sheet.height <= sheet.boardHeight + 2 { break }
    }
    return sheet.filled()
  }

  private init(_ parts: Parts, wider: Double, unit: Double) throws {
    let (content, setter) = (parts.content, parts.setter)
    let isBrief = content.form.isBrief
    frame = Self.frame(parts, wider: wider)
    top = try parts.header.layout(left: frame.left, right: frame.right)
    bottom = try parts.footer.layout(width: frame.readableRight - frame.left)
    band = try StageBand(content.stages, setter: setter) { [frame] in frame.edges($0) }
    lanes = try MapLanes(content, titles: parts.titles, frame: frame, setter: setter)
    plot = try MapPlot(
      content, personas: parts.personas, frame: frame, setter: setter, unit: unit)
    headerY = isBrief ? 20 : 36
    bandY =
      content.form.isStrip ? 12 : (headerY + top.height + (isBrief ? 10 : 28)).rounded()
    neutral = (bandY + band.height + (isBrief ? 4 : 16) - plot.top).rounded()
    cardsY = (neutral + plot.bottom + (isBrief ? 6 : 18)).rounded()
    lanesY = cardsY + lanes.cardHeight + (isBrief ? 8 : 22)
    footerY = (lanesY + lanes.height).rounded()
    height = footerY + bottom.height
    boardHeight = frame.width * content.form.boardHeight / content.form.boardWidth
  }

  private let boardHeight: Double

  /// The same with the footer at the lower edge of its board.
  private func filled() -> MapSheet {
    guard height < boardHeight else { return self }
    return MapSheet(self, footerY: (boardHeight - bottom.height).rounded(.down))
  }

  private init(_ sheet: MapSheet, footerY: Double) {
    (frame, plot, band, lanes) = (sheet.frame, sheet.plot, sheet.band, sheet.lanes)
    (top, bottom, headerY, bandY) = (sheet.top, sheet.bottom, sheet.headerY, sheet.bandY)
    (neutral, cardsY, lanesY) = (sheet.neutral, sheet.cardsY, sheet.lanesY)
    (self.footerY, height, boardHeight) = (
      footerY, footerY + sheet.bottom.height, sheet.boardHeight
    )
  }

  private static func frame(_ parts: Parts, wider: Double) -> MapFrame {
    let (content, setter) = (parts.content, parts.setter)
    let form = content.form
    let names = content.levels.map { setter.width($0.name) }.max() ?? 0
    let values = content.levels.map { setter.width($0.value) }.max() ?? 0
    let unmeasured = content.unmeasured.map(setter.width) ?? 0
    // Faces and numbers, and near by names before them.
    let axis = form.isBrief ? 26 + 8 + values : names + 80
    return MapFrame(
      columns: content.columns.count,
      axisWidth: max(parts.titles.width(setter), axis, unmeasured),
      rightWidth: parts.personas.width(setter),
      leastColumn: form.isCompact || form.isStrip
        ? MapCards.leastColumn(content, setter) : MapFrame.leastColumn,
      form: form, wider: wider)
  }
}
