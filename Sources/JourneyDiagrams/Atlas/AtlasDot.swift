/// The graph of linked journeys for the layout: every card and every label with its exact size.
struct AtlasDot {
  /// The DOT text.
  private(set) var text = ""

  /// Writes the graph.
  ///
  /// - Parameters:
  ///   - content: What is drawn.
  ///   - sizes: How large it is.
  ///   - group: The journeys and the links that are placed.
  ///   - goesDown: Whether links lead down rather than to the right.
  init(
    _ content: AtlasContent, _ sizes: AtlasSizes, _ group: (nodes: [Int], links: [Int]),
    goesDown: Bool = false
  ) {
    text += "digraph atlas {\n"
    text += "graph [rankdir=\(goesDown ? "TB" : "LR") nodesep=\(Self.inches(sizes.gap * 1.4))"
    text += " ranksep=\(Self.inches(goesDown ? sizes.ranks : sizes.columns)) margin=0 pad=0"
    // Large graphs are placed in time rather than with the fewest crossings.
    text += group.links.count > 300 ? " mclimit=0.3 nslimit=2 nslimit1=2]\n" : "]\n"
    text += "node [shape=box fixedsize=true label=\"\"]\n"
    text += "edge [arrowsize=1.3]\n"
    for index in group.nodes {
      text += "\(Self.name(index)) [width=\(Self.inches(sizes.width))"
      text += " height=\(Self.inches(sizes.cards[index].height))]\n"
    }
    for index in group.links {
      let link = content.links[index]
      var label = sizes.links[index]
      // The layout sets a label against the line; the ribbon around the line needs room too.
      if goesDown {
        label.width += sizes.rooms[index]
      } else {
        label.height += sizes.rooms[index]
      }
      text += "\(Self.name(link.source)) -> \(Self.name(link.target)) [id=\"e\(index)\""
      text += " weight=\(1 + Int(6 * link.weight)) label=<"
      text += "<TABLE BORDER=\"0\" CELLBORDER=\"0\" CELLSPACING=\"0\" CELLPADDING=\"0\">"
      text += "<TR><TD FIXEDSIZE=\"TRUE\" WIDTH=\"\(Int(label.width.rounded(.up)))\""
      text += " HEIGHT=\"\(Int(label.height.rounded(.up)))\"></TD></TR></TABLE>>]\n"
    }
    text += "}\n"
  }

  /// The DOT name of a journey.
  static func name(_ node: Int) -> String { "j\(node)" }

  /// Points as inches with four decimals.
  private static func inches(_ points: Double) -> String {
    let units = Int((points / 72 * 10_000).rounded())
    let rest = String(units % 10_000)
    return "\(units / 10_000)." + String(repeating: "0", count: 4 - rest.utf8.count) + rest
  }
}
