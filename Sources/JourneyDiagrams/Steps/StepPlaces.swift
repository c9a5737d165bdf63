import JourneyModel

/// Where a picture shows stages and touchpoints, by the names of its groups.
struct StepPlaces {
  /// The part of the drawing that the picture shows.
  let whole: Rect
  private var boxes: [String: [Rect]] = [:]
  private var summaries: [String: String] = [:]
  private var ranks: [String: Int] = [:]

  init(_ picture: Picture) {
    whole =
      picture.viewBox ?? Rect(x: 0, y: 0, width: picture.width, height: picture.height)
    collect(picture.elements)
  }

  private mutating func collect(_ elements: [Element]) {
    for case .group(let group) in elements {
      if let name = group.name, name.hasPrefix("touchpoint/") || name.hasPrefix("stage/") {
        if let bounds = group.bounds { boxes[name, default: []].append(bounds) }
        if ranks[name] == nil { ranks[name] = ranks.count }
        if summaries[name] == nil { summaries[name] = group.summary }
      }
      collect(group.elements)
    }
  }

  /// The boxes of a touchpoint; none when the picture does not show it.
  func touchpoint(_ id: TouchpointID) -> [Rect] { boxes["touchpoint/\(id)"] ?? [] }

  /// The boxes of a stage; none when the picture does not show it.
  func stage(_ id: StageID) -> [Rect] { boxes["stage/\(id)"] ?? [] }

  /// Touchpoints as the picture shows them one after the other; as they are where it shows one of
  /// them in several places, which have another order.
  func inOrder(_ touchpoints: [Touchpoint]) -> [Touchpoint] {
    func rank(_ touchpoint: Touchpoint) -> Int {
      ranks["touchpoint/\(touchpoint.id)"] ?? ranks.count
    }
    if isScattered { return touchpoints }
    return touchpoints.sorted { rank($0) < rank($1) }
  }

  private var isScattered: Bool {
    boxes.contains { $0.key.hasPrefix("touchpoint/") && $0.value.count > 1 }
  }

  /// What the picture says about a touchpoint.
  func summary(_ id: TouchpointID) -> String? { summaries["touchpoint/\(id)"] }

  /// The box around boxes; nil when there are none.
  static func union(_ boxes: [Rect]) -> Rect? {
    guard let first = boxes.first else { return nil }
    return boxes.dropFirst().reduce(first) { union, box in
      let (x, y) = (min(union.x, box.x), min(union.y, box.y))
      return Rect(
        x: x, y: y, width: max(union.maxX, box.maxX) - x, height: max(union.maxY, box.maxY) - y)
    }
  }
}
