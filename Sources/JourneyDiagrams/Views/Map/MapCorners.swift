import JourneyModel

/// What stands at the corners of a touchpoint's circle: its rank, and what it is among all of them.
struct MapCorners {
  /// What a corner tells.
  enum Mark {
    /// Its rank among the hotspots.
    case rank
    /// A moment of truth.
    case star
    /// One of the brightest spots.
    case bright
    /// What is felt most.
    case peak
    /// What is felt last.
    case end
  }

  /// A mark in its corner.
  struct Place {
    var mark: Mark
    /// Its middle, seen from that of the circle.
    var offset: Point
    /// The radius of the space that it takes.
    var radius: Double
  }

  /// The marks, none on another.
  private(set) var places: [Place] = []

  /// Gives each mark of a touchpoint a corner of its circle.
  init(_ column: MapColumn, spot: MapRoutes.Spot) {
    self.init(
      hasRank: column.rank != nil, hasStar: column.touchpoint.isMomentOfTruth,
      moments: column.moments, spot: spot)
  }

  /// Gives each mark a corner of a circle.
  init(hasRank: Bool, hasStar: Bool, moments: MapColumn.Moments, spot: MapRoutes.Spot) {
    // The rank sits on the ring; other marks stand outside of it, since what shows through them
    // would look like a piece that is missing.
    let near = (spot.radius + 7) * 0.72 + 4
    let far = spot.isRinged ? (spot.radius + Self.ring + Self.starRadius + 0.5) * 0.7072 : near
    func corner(_ distance: Double, _ x: Double, _ y: Double) -> Point {
      Point(x * distance, y * distance)
    }
    if hasRank {
      places.append(Place(mark: .rank, offset: corner(near, 1, -1), radius: 11))
    }
    if hasStar {
      places.append(Place(mark: .star, offset: corner(far, -1, -1), radius: Self.starRadius))
    }
    // Below come, in the order that leaves each a corner: the peak, the end; bright spots above.
    var free = [corner(far, -1, 1), corner(far, 1, 1)]
    if !hasRank { free.insert(corner(far, 1, -1), at: 0) }
    if !hasStar { free.insert(corner(far, -1, -1), at: 0) }
    func add(_ mark: Mark, _ offset: Point?) {
      guard let offset else { return }
      places.append(Place(mark: mark, offset: offset, radius: MapMark.radius))
    }
    if moments.contains(.bright) { add(.bright, free.removeFirst()) }
    free.removeAll { $0.y < 0 }
    if moments.contains(.peak), !free.isEmpty { add(.peak, free.removeFirst()) }
    if moments.contains(.end) { add(.end, free.last) }
  }

  /// From the edge of a circle to the outer edge of the ring of a hotspot.
  static let ring = 8.25
  /// The radius of the space that a star takes.
  static let starRadius = 11.0
}
