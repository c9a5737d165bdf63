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

  /// Why a finished picture is hard to read on its board, in one sentence; nil when it is not.
  ///
  /// On paper text should have 6 pt, which is the least that print uses for notes; on a screen
  /// 9 px, below which letters fall apart; and with a brief theme, such as the projector's, what
  /// ``Projection/meetingRoom`` asks for on a board of its width.
  ///
  /// - Parameter options: What the picture was finished for; without a board nothing is said.
  /// - Returns: The sentence, without a full stop.
  public func legibilityProblem(for options: DrawingOptions) -> String? {
    guard let board = options.artboard, let smallest = smallestText else { return nil }
    func number(_ value: Double) -> String {
      NumberText.fixed((value * 10 + 1e-6).rounded(.down) / 10, 1)
    }
    if board.isPaper {
      let (points, least) = (smallest * 0.75, 6.0)
      guard points < least else { return nil }
      return "the smallest text is \(number(points)) pt on \(board.name), and 6 pt is the least "
        + "that is read on paper; take a larger sheet, fewer lanes, or one persona"
    }
    if options.theme.isBrief {
      let room = Projection.meetingRoom
      let least =
        room.textSize(arcMinutes: Projection.labelArc) * board.width / room.pixels
      guard smallest < least * 0.995 else { return nil }
      let distance = room.distance * smallest / least
      return "the smallest text is \(number(smallest)) px on \(board.name) and can be read from "
        + "\(number(distance)) m, not from \(NumberText.fixed(room.distance, 0)) m; "
        + "take fewer touchpoints or a compact picture"
    }
    guard smallest < 9 else { return nil }
    return "the smallest text is \(number(smallest)) px on \(board.name), and 9 px is the least "
      + "that is read on a screen; take a larger board, fewer lanes, or a compact picture"
  }
}
