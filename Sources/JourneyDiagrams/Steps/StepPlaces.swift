import JourneyModel

/// Where a picture shows stages and touchpoints, by the names of its groups.
struct StepPlaces {
  /// What the edge of a slide should not run through.
  struct Item {
    var box: Rect
    /// Whether it is a line of text; else it is a box around some.
    var isText: Bool
    /// Whether it is a touchpoint's own.
    var isOwned: Bool
  }

  /// The part of the drawing that the picture shows.
  let whole: Rect
  /// Lines of text, and boxes around them.
  private(set) var items: [Item] = []
  /// The groups that are a stage or touchpoint, and those that tell about it among others.
  private var named: [String: [Rect]] = [:]
  private var about: [String: [Rect]] = [:]
  /// What a stage's group is made of, which may be torn into rows.
  private var parts: [String: [Rect]] = [:]
  /// The stages that tell about touchpoints, as in a funnel.
  private var tellers: [String: String] = [:]
  private var summaries: [String: String] = [:]
  private var ranks: [String: Int] = [:]
  private let theme: Theme

  init(_ picture: Picture) {
    theme = picture.theme
    whole =
      picture.viewBox ?? Rect(x: 0, y: 0, width: picture.width, height: picture.height)
    collect(picture.elements, isReadingOrder: false, isOwned: false)
  }

  private mutating func collect(
    _ elements: [Element], isReadingOrder: Bool, isOwned: Bool
  ) {
    for element in elements {
      switch element {
      case .group(let group):
        take(group, isReadingOrder: isReadingOrder)
        collect(
          group.elements, isReadingOrder: isReadingOrder || group.name == "touchpoints",
          isOwned: isOwned || group.name?.hasPrefix("touchpoint/") ?? false)
      case .text(let line):
        items.append(Item(box: line.box(in: theme), isText: true, isOwned: isOwned))
      case .shape(let shape):
        if case .rect(let rect, _) = shape.geometry {
          items.append(Item(box: rect, isText: false, isOwned: isOwned))
        }
      case .image: break
      }
    }
  }

  private mutating func take(_ group: Group, isReadingOrder: Bool) {
    let isNamed =
      group.name.map { $0.hasPrefix("touchpoint/") || $0.hasPrefix("stage/") } ?? false
    guard isNamed || !group.about.isEmpty, let bounds = group.bounds else { return }
    for name in group.about {
      about[name, default: []].append(bounds)
      if let teller = group.name, teller.hasPrefix("stage/") { tellers[name] = teller }
    }
    guard isNamed, let name = group.name else { return }
    named[name, default: []].append(bounds)
    if name.hasPrefix("stage/") {
      parts[name, default: []] += group.elements.compactMap { Group(elements: [$0]).bounds }
    }
    if isReadingOrder, ranks[name] == nil { ranks[name] = ranks.count }
    if summaries[name] == nil { summaries[name] = group.summary }
  }

  /// Whether the picture shows a touchpoint, by itself or among others.
  func shows(_ id: TouchpointID) -> Bool {
    let name = "touchpoint/\(id)"
    return named[name] != nil || about[name] != nil
  }

  /// Whether the picture shows a stage.
  func shows(_ id: StageID) -> Bool { named["stage/\(id)"] != nil }

  /// Touchpoints in the order in which the picture is read; as they are where it has another order
  /// than the journey, such as an empathy map.
  func inOrder(_ touchpoints: [Touchpoint]) -> [Touchpoint] {
    let ordered = touchpoints.enumerated().map { index, touchpoint in
      (rank: ranks["touchpoint/\(touchpoint.id)"] ?? ranks.count, index: index, it: touchpoint)
    }
    return ordered.sorted { ($0.rank, $0.index) < ($1.rank, $1.index) }.map(\.it)
  }

  /// What the picture says about a touchpoint.
  func summary(_ id: TouchpointID) -> String? { summaries["touchpoint/\(id)"] }

  // MARK: Frames

  /// The boxes around every place of a touchpoint.
  func frames(of id: TouchpointID) -> [Rect] {
    let name = "touchpoint/\(id)"
    if named[name] == nil, let teller = tellers[name] { return frames(ofAll: [teller]) }
    return frames(around: named[name] ?? [], and: about[name] ?? [])
  }

  /// The boxes around a stage and its touchpoints: one where no other touchpoint would stand in it.
  func frames(of id: StageID, _ touchpoints: [TouchpointID]) -> [Rect] {
    frames(ofAll: ["stage/\(id)"] + touchpoints.map { "touchpoint/\($0)" })
  }

  private func frames(ofAll names: [String]) -> [Rect] {
    guard let all = Self.union(names.flatMap { named[$0] ?? [] }) else {
      return frames(around: [], and: names.flatMap { about[$0] ?? [] })
    }
    let own = Set(names)
    let isMixed = named.contains { name, others in
      name.hasPrefix("touchpoint/") && !own.contains(name)
        && others.contains { all.contains($0.center) }
    }
    return frames(
      around: isMixed ? names.flatMap { parts[$0] ?? named[$0] ?? [] } : [all],
      and: names.flatMap { about[$0] ?? [] })
  }

  private func frames(around boxes: [Rect], and others: [Rect]) -> [Rect] {
    var frames: [Rect] = []
    for box in boxes where !frames.contains(where: { $0.contains(box) }) { frames.append(box) }
    for box in others where !frames.contains(where: { $0.contains(box) }) {
      // What stands right below the like of it is one with it.
      let above = frames.firstIndex { frame in
        abs(frame.x - box.x) < 2 && abs(frame.width - box.width) < 2
          && abs(box.y - frame.maxY) < 24 * theme.scale
      }
      if let above, let both = Self.union([frames[above], box]) {
        frames[above] = both
      } else {
        frames.append(box)
      }
    }
    return frames.map(grown)
  }

  /// A box with some room, less where things of other touchpoints are near, and around words beside
  /// it that its edge would run through, unless it then ran through those of another touchpoint.
  private func grown(_ frame: Rect) -> Rect {
    let most = 60 * theme.scale
    let first =
      [6.0, 4].map { frame.insetBy(-$0) }.first { box in
        items.allSatisfy {
          !$0.isOwned || !$0.box.overlaps(box) || $0.box.overlaps(frame)
        }
      } ?? frame.insetBy(-2)
    let texts = items.filter(\.isText)
    var box = first
    for text in texts
    where !text.isOwned && text.box.overlaps(first) && !first.contains(text.box) {
      let around = Rect(
        x: text.box.x - 4, y: text.box.y - 2, width: text.box.width + 8,
        height: text.box.height + 4)
      guard let larger = Self.union([box, around]), larger.width - first.width <= most,
        larger.height - first.height <= most,
        texts.allSatisfy({
          !$0.isOwned || !$0.box.overlaps(larger) || $0.box.overlaps(first)
        })
      else { continue }
      box = larger
    }
    return box
  }

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

extension Rect {
  fileprivate func contains(_ point: Point) -> Bool {
    point.x >= x && point.x <= maxX && point.y >= y && point.y <= maxY
  }

  fileprivate func contains(_ other: Rect) -> Bool {
    contains(Point(other.x, other.y)) && contains(Point(other.maxX, other.maxY))
  }

  fileprivate func overlaps(_ other: Rect) -> Bool {
    x < other.maxX && maxX > other.x && y < other.maxY && maxY > other.y
  }
}
