public import JourneyAnalysis
public import JourneyDiagrams
public import JourneyModel

/// The map of a journey as it stands in a brief: the real one, low and with letters that can be read
/// on paper, of a long journey the stretch that the owner answers for.
public enum BriefMap {
  /// So many touchpoints stand beside each other in letters that can be read.
  public static let most = 7
  /// The width in px that letters are sized for.
  ///
  /// Without its margins it stands across a sheet of A4 or Letter, 0.66 times as large.
  static let width = 1120.0
  /// The size of the smallest letters in that width: 6.5 pt on paper.
  static let leastLetters = 13.4

  /// How the map is drawn.
  ///
  /// - Parameters:
  ///   - theme: The theme of the brief.
  ///   - stretch: The touchpoints that are drawn, ``stretch(of:around:analysis:)``.
  /// - Returns: The options.
  public static func options(theme: Theme, stretch: Set<TouchpointID>) -> DrawingOptions {
    var sizes: [TextRole: Double] = [:]
    for role in TextRole.allCases { sizes[role] = leastLetters }
    sizes[.cardTitle] = 14.5
    sizes[.stage] = 14.5
    sizes[.exit] = 14
    var brief = Theme(
      name: theme.name, families: theme.families, ramp: theme.ramp,
      ribbonOpacity: theme.ribbonOpacity, streamOpacity: theme.streamOpacity,
      colors: Dictionary(uniqueKeysWithValues: ColorRole.allCases.map { ($0, theme.color($0)) }),
      isBrief: true, sizes: sizes)
    brief.logo = nil
    var options = DrawingOptions(theme: brief)
    options.strip = MapStrip(touchpoints: stretch, width: width)
    return options
  }

  /// The touchpoints that are drawn: those that the page is about, their neighbours, and then what is
  /// next to them on the way.
  ///
  /// - Parameters:
  ///   - journey: The journey.
  ///   - marked: The touchpoints that the page is about.
  ///   - analysis: The figures, by which the worst of many are chosen.
  /// - Returns: Not more than ``most``; the whole journey where it is that short.
  public static func stretch(
    of journey: Journey, around marked: [TouchpointID], analysis: Analysis
  ) -> Set<TouchpointID> {
    let all = journey.touchpoints.map(\.id)
    guard all.count > most else { return Set(all) }
    var places: [TouchpointID: Int] = [:]
    for (place, id) in all.enumerated() where places[id] == nil { places[id] = place }
    var heat: [TouchpointID: Double] = [:]
    for hotspot in analysis.hotspots.hotspots {
      heat[hotspot.touchpoint] = hotspot.heat ?? hotspot.pain ?? 0
    }
    // The worst, as many as leave room for what is before and behind.
    let own = Set(marked).compactMap { places[$0] }
      .sorted { (-(heat[all[$0]] ?? 0), $0) < (-(heat[all[$1]] ?? 0), $1) }
      .prefix(most)
    var chosen = Set(own)
    var distance = 1
    while chosen.count < most, distance < all.count {
      for place in own {
        for near in [place + distance, place - distance]
        where all.indices.contains(near) && chosen.count < most {
          chosen.insert(near)
        }
      }
      distance += 1
      if own.isEmpty { return Set(all.prefix(most)) }
    }
    return Set(chosen.map { all[$0] })
  }

  /// What a map leaves white at each side, but for the rings and frames that stand out a little: its
  /// edges are those of the text that it stands in.
  private static let margin = 36.0

  /// The map with the cards of some touchpoints framed, without its white margins.
  ///
  /// - Parameters:
  ///   - picture: The map.
  ///   - touchpoints: Whose cards are framed.
  /// - Returns: The map with frames.
  public static func marked(_ picture: Picture, _ touchpoints: [TouchpointID]) -> Picture {
    var picture = picture
    picture.viewBox = Rect(
      x: margin, y: 0, width: picture.width - 2 * margin, height: picture.height)
    picture.width -= 2 * margin
    let names = Set(touchpoints.map { "touchpoint/\($0)" })
    let width = 3 * max(1, picture.theme.scale)
    picture.elements = picture.elements.map { marked($0, names, width: width) }
    return picture
  }

  private static func marked(_ element: Element, _ names: Set<String>, width: Double) -> Element {
    guard case .group(var group) = element else { return element }
    if let name = group.name, names.contains(name) {
      group.elements = group.elements.map { element in
        guard case .shape(var shape) = element, case .rect = shape.geometry,
          shape.fill == .role(.card), shape.stroke != nil
        else { return element }
        shape.stroke = Stroke(.role(.ink), width: width)
        return .shape(shape)
      }
      return .group(group)
    }
    group.elements = group.elements.map { marked($0, names, width: width) }
    return .group(group)
  }
}
