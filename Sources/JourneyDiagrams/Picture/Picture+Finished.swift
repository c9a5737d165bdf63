extension Picture {
  /// The picture with what is the same for every view: mirrored when it is read from right to left,
  /// under the theme's logo, transparent when asked for, on its board.
  ///
  /// Cost: linear in the elements when something is to be done, else nothing.
  public func finished(for options: DrawingOptions) -> Picture {
    var picture = direction == .rightToLeft ? mirrored() : self
    if let logo = theme.logo { picture.place(logo) }
    if options.isTransparent { picture.background = nil }
    if let board = options.artboard { picture.fit(on: board) }
    return picture
  }

  /// Puts a logo into a strip above everything else, at the end of the reading direction, where no
  /// view has anything; the elements stay in place.
  private mutating func place(_ logo: Logo) {
    guard width > 0, logo.width > 0, logo.height > 0 else { return }
    // As far from the edge as views keep their titles; narrow pictures have a smaller logo.
    let edge = min(40, width / 8)
    let shrink = min(1, (width - 2 * edge) / logo.width)
    let (logoWidth, logoHeight) = (logo.width * shrink, logo.height * shrink)
    let gap = 4.0
    let strip = (logoHeight + gap).rounded(.up)
    let x = direction == .rightToLeft ? edge : width - edge - logoWidth
    let frame = Rect(x: x, y: 28 - strip, width: logoWidth, height: logoHeight)
    var group = Group(id: "logo", name: "logo", isLayer: true, title: logo.title)
    group.elements = [
      .image(Image(frame: frame, format: logo.format, bytes: logo.bytes, title: logo.title))
    ]
    elements.insert(.group(group), at: 0)
    viewBox = Rect(x: 0, y: -strip, width: width, height: height + strip)
    height += strip
    if !sheets.isEmpty {
      sheets[0].y -= strip
      sheets[0].height += strip
    }
  }

  /// Puts the picture in the middle of a board, as large as it fits; the elements stay in place.
  private mutating func fit(on board: Artboard) {
    let shown = viewBox ?? Rect(x: 0, y: 0, width: width, height: height)
    guard shown.width > 0, shown.height > 0, board.width > 0, board.height > 0 else { return }
    let board = board.turned(for: (shown.width, shown.height))
    let scale = board.scale(for: (shown.width, shown.height))
    let (boxWidth, boxHeight) = (board.width / scale, board.height / scale)
    viewBox = Rect(
      x: shown.center.x - boxWidth / 2, y: shown.center.y - boxHeight / 2, width: boxWidth,
      height: boxHeight)
    width = board.width
    height = board.height
    sheets = []
  }
}
