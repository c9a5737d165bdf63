public import JourneyDiagrams
public import JourneyModel

/// The map of a journey as it stands in a brief: the real one, drawn small enough for a page.
public enum BriefMap {
  /// How the map is drawn: names under the curve, no lanes, and as many touchpoints as a page shows.
  ///
  /// - Parameter theme: The theme of the brief.
  /// - Returns: The options.
  public static func options(theme: Theme) -> DrawingOptions {
    // What can be read from far away can be read small.
    var brief = Theme(
      name: theme.name, families: theme.families, ramp: theme.ramp,
      ribbonOpacity: theme.ribbonOpacity, streamOpacity: theme.streamOpacity,
      colors: Dictionary(uniqueKeysWithValues: ColorRole.allCases.map { ($0, theme.color($0)) }),
      scale: 1.35, isBrief: true)
    brief.logo = nil
    return DrawingOptions(theme: brief, lanes: [], mostTouchpoints: 14)
  }

  /// The map with the cards of some touchpoints framed.
  ///
  /// - Parameters:
  ///   - picture: The map.
  ///   - touchpoints: Whose cards are framed.
  /// - Returns: The map with frames.
  public static func marked(_ picture: Picture, _ touchpoints: [TouchpointID]) -> Picture {
    var picture = picture
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
