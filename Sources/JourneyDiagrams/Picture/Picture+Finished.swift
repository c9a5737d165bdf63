extension Picture {
  /// The picture with what is the same for every view: mirrored when it is read from right to left,
  /// transparent when asked for, on its board.
  ///
  /// Cost: linear in the elements when something is to be done, else nothing.
  public func finished(for options: DrawingOptions) -> Picture {
    var picture = direction == .rightToLeft ? mirrored() : self
    if options.isTransparent { picture.background = nil }
    if let board = options.artboard { picture.fit(on: board) }
    return picture
  }

  /// Puts the picture in the middle of a board, as large as it fits; the elements stay in place.
  private mutating func fit(on board: Artboard) {
    guard width > 0, height > 0, board.width > 0, board.height > 0 else { return }
    let scale = min(board.width / width, board.height / height)
    let (shownWidth, shownHeight) = (board.width / scale, board.height / scale)
    viewBox = Rect(
      x: (width - shownWidth) / 2, y: (height - shownHeight) / 2, width: shownWidth,
      height: shownHeight)
    width = board.width
    height = board.height
  }
}
