import JourneyModel

/// The small drawing that tells a channel at a glance.
enum ChannelIcon {
  /// Draws the icon of a channel in a square.
  ///
  /// The icon is the document's own, or the one that the channel's id, its name or its kind
  /// suggests, in this order.
  ///
  /// - Parameters:
  ///   - channel: The channel; nil when the touchpoint has none.
  ///   - center: The middle of the square.
  ///   - size: The side of the square, in px.
  ///   - paint: The paint of its strokes.
  /// - Returns: The drawing, which keeps its shape in a mirror; nil when no icon tells the channel.
  static func draw(_ channel: Channel?, center: Point, size: Double, paint: Paint) -> Group? {
    guard let channel, let icon = icon(of: channel) else { return nil }
    return draw(icon, center: center, size: size, paint: paint)
  }

  /// Draws an icon in a square.
  static func draw(_ icon: Channel.Icon, center: Point, size: Double, paint: Paint) -> Group {
    let data: PathData? =
      switch icon {
      case .symbol(let symbol): SymbolOutlines.data(of: symbol)
      case .path(let data): data
      }
    let unit = size / Channel.Icon.grid
    func placed(_ point: PathData.Point) -> Point {
      Point(
        center.x + (point.x - Channel.Icon.grid / 2) * unit,
        center.y + (point.y - Channel.Icon.grid / 2) * unit)
    }
    let path = Path(
      (data?.steps ?? []).map { step in
        switch step {
        case .move(let point): .move(placed(point))
        case .line(let point): .line(placed(point))
        case .curve(let a, let b, let point): .curve(placed(a), placed(b), placed(point))
        case .close: .close
        }
      })
    var group = Group(keepsShape: true)
    // Thin lines of small icons would fade; below 16 px they grow no thinner.
    let width = max(strokeWidth * unit, 1.2)
    group.add(.path(path), stroke: Stroke(paint, width: width, isRound: true))
    return group
  }

  /// The icon of a channel; nil when nothing suggests one.
  static func icon(of channel: Channel) -> Channel.Icon? {
    if let icon = channel.icon { return icon }
    if let symbol = SymbolWords.symbol(of: channel) { return .symbol(symbol) }
    switch channel.kind {
    case .digital: return .symbol(.digital)
    case .physical: return .symbol(.physical)
    case .human: return .symbol(.human)
    case .some(.none): return .symbol(.nothing)
    case nil: return nil
    }
  }

  /// The width of an icon's line on the grid of 24.
  private static let strokeWidth = 1.8
}
