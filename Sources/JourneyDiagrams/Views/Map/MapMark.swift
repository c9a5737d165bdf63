/// The quiet marks beside circles: what is felt most, what is felt last, and bright spots.
enum MapMark {
  /// The radius of the space that a mark takes.
  static let radius = 9.0

  /// Two chevrons that point where the peak lies.
  static func peak(_ place: Point, isUp: Bool) -> [Element] {
    let side = isUp ? -1.0 : 1
    var path = Path()
    for y in [-4.2, 0.6] {
      path.move(place.x - 5, place.y + y * side)
      path.line(place.x, place.y + (y + 4.4) * side)
      path.line(place.x + 5, place.y + y * side)
    }
    return onPaper(
      place, Shape(.path(path), stroke: Stroke(.role(.inkSoft), width: 2, isRound: true)))
  }

  /// A flag: here it ends.
  static func end(_ place: Point) -> [Element] {
    var path = Path()
    path.move(place.x - 4.6, place.y - 6.6)
    path.line(place.x + 6, place.y - 2.8)
    path.line(place.x - 2.8, place.y + 1)
    path.line(place.x - 2.8, place.y + 6.8)
    path.line(place.x - 4.6, place.y + 6.8)
    path.close()
    return onPaper(place, Shape(.path(path), fill: .role(.inkSoft)))
  }

  /// A spark with four rays.
  static func bright(_ place: Point) -> [Element] {
    var path = Path()
    let (r, k) = (8.0, 1.3)
    path.move(place.x, place.y - r)
    path.curve(place.x + k, place.y - k, place.x + k, place.y - k, place.x + r, place.y)
    path.curve(place.x + k, place.y + k, place.x + k, place.y + k, place.x, place.y + r)
    path.curve(place.x - k, place.y + k, place.x - k, place.y + k, place.x - r, place.y)
    path.curve(place.x - k, place.y - k, place.x - k, place.y - k, place.x, place.y - r)
    path.close()
    return onPaper(place, Shape(.path(path), fill: .emotion(0.8)))
  }

  private static func onPaper(_ place: Point, _ shape: Shape) -> [Element] {
    [
      .shape(Shape(.circle(place, radius: radius), fill: .role(.paper))), .shape(shape),
    ]
  }
}
