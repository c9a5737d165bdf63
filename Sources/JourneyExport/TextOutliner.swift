public import JourneyDiagrams

/// Replaces the text of pictures by its outlines, so that it looks the same everywhere, also where
/// none of its fonts is installed.
///
/// ```swift
/// let svg = SVGWriter().bytes(of: try TextOutliner().outlined(picture))
/// ```
///
/// Text is set as librsvg sets it, with the fonts that are present here. Each line becomes a group
/// with the text as its title, so that it can still be heard and found; layers, paints and order
/// stay. A line with letters that no font has as outlines, such as emoji made of pixels, stays text.
///
/// Safe to use from many tasks at once. The cost is linear in the letters, some 0.1 ms a line.
public struct TextOutliner: Hashable, Sendable {
  /// Creates an outliner.
  public init() {}

  /// The picture with outlines for text.
  ///
  /// - Parameter picture: The picture.
  /// - Returns: The picture without text, apart from lines that cannot be outlined.
  /// - Throws: `ExportError`: no memory, or no library.
  public func outlined(_ picture: Picture) throws(ExportError) -> Picture {
    try TextLimit.check(picture)
    var result = picture
    result.elements = try outlined(picture.elements, of: picture)
    return result
  }

  private func outlined(
    _ elements: [Element], of picture: Picture
  ) throws(ExportError) -> [Element] {
    var result: [Element] = []
    result.reserveCapacity(elements.count)
    for element in elements {
      switch element {
      case .group(var group):
        group.elements = try outlined(group.elements, of: picture)
        result.append(.group(group))
      case .text(let line): result.append(try outlined(line, of: picture))
      case .shape, .image: result.append(element)
      }
    }
    return result
  }

  private func outlined(_ line: TextLine, of picture: Picture) throws(ExportError) -> Element {
    let style = picture.theme.style(line.role)
    let outline = try TextOutline(
      line.text, families: picture.theme.families, size: style.size * line.scale,
      weight: style.weight.rawValue, isItalic: style.isItalic, direction: line.direction,
      language: picture.language)
    guard outline.isWhole else { return .text(line) }
    let left =
      switch line.anchor {
      case .left: line.origin.x
      case .middle: line.origin.x - outline.advance / 2
      case .right: line.origin.x - outline.advance
      }
    var group = Group(title: line.text)
    group.add(.path(outline.path.moved(by: Point(left, line.origin.y))), fill: line.fill)
    return .group(group)
  }
}

extension Path {
  /// The path elsewhere.
  fileprivate func moved(by offset: Point) -> Path {
    func moved(_ point: Point) -> Point { Point(point.x + offset.x, point.y + offset.y) }
    return Path(
      steps.map { step in
        switch step {
        case .move(let p): .move(moved(p))
        case .line(let p): .line(moved(p))
        case .curve(let a, let b, let p): .curve(moved(a), moved(b), moved(p))
        case .close: .close
        }
      })
  }
}
