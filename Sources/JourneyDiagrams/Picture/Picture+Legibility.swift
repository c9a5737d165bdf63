import TextSupport

extension Picture {
  /// The size of the smallest text as it comes out, in px, 96 to the inch; nil without text.
  ///
  /// Cost: linear in the elements.
  public var smallestText: Double? {
    var least: Double?
    forEachLeaf { element in
      guard case .text(let line) = element, !line.text.isEmpty else { return }
      let size = theme.style(line.role).size * line.scale
      least = min(least ?? size, size)
    }
    let shown = viewBox?.width ?? width
    return least.map { shown > 0 ? $0 * width / shown : $0 }
  }

  /// Why a finished picture is hard to read where it is shown, in one sentence; nil when it is not.
  ///
  /// On paper text should have 6 pt, which is the least that print uses for notes; on a screen
  /// 9 px, below which letters fall apart; and with a brief theme, such as the projector's, what
  /// ``Projection/meetingRoom`` asks for on a board of its width. A brief theme's picture without a
  /// board is one for ``Artboard/beamer``.
  ///
  /// - Parameter options: What the picture was finished for; without a board nothing is said, but
  ///   with a brief theme.
  /// - Returns: The sentence, without a mend and without a full stop.
  public func legibilityProblem(for options: DrawingOptions) -> String? {
    guard var smallest = smallestText else { return nil }
    func number(_ value: Double) -> String {
      NumberText.fixed((value * 10 + 1e-6).rounded(.down) / 10, 1)
    }
    if let board = options.artboard, board.isPaper {
      let (points, least) = (smallest * 0.75, 6.0)
      guard points < least else { return nil }
      return "the smallest text is \(number(points)) pt on \(board.name), and 6 pt is the least "
        + "that is read on paper"
    }
    if options.theme.isBrief {
      let board = options.artboard ?? .beamer
      if options.artboard == nil { smallest *= board.scale(for: (width, height)) }
      let (room, least) = (Projection.meetingRoom, BoardFit.least(on: board))
      guard smallest < least * 0.999 else { return nil }
      let distance = room.distance * smallest / least
      return "the smallest text is \(number(smallest)) px on \(board.name) and can be read from "
        + "\(number(distance)) m, not from \(NumberText.fixed(room.distance, 0)) m"
    }
    guard let board = options.artboard, smallest < 9 else { return nil }
    return "the smallest text is \(number(smallest)) px on \(board.name), and 9 px is the least "
      + "that is read on a screen"
  }
}
