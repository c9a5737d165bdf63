import GraphvizKit
public import JourneyDiagrams

/// Places graphs with Graphviz's `dot`, called in process.
public struct GraphvizLayout: GraphLayout {
  /// Creates the layout engine; all of them share the process's one Graphviz.
  public init() {}

  /// Places a graph given as DOT text.
  ///
  /// - Parameter dot: The graph.
  /// - Returns: Where everything stands, y growing downwards.
  /// - Throws: `GraphvizError` when the text is no graph or the library fails.
  public func place(dot: String) throws -> PlacedGraph {
    let geometry = try Graphviz.shared.layout(dot, engine: .dot)
    return PlacedGraph(
      bounds: PlacedGraph.Rect(geometry.bounds),
      nodes: geometry.nodes.map { node in
        PlacedGraph.Node(
          id: node.name, center: PlacedGraph.Point(node.center), width: node.width,
          height: node.height)
      },
      edges: geometry.edges.map { edge in
        PlacedGraph.Edge(
          id: edge.id ?? "\(edge.tail) -> \(edge.head)", spline: Self.spline(of: edge),
          label: edge.labelPosition.map(PlacedGraph.Point.init))
      },
      clusters: geometry.clusters.map { cluster in
        PlacedGraph.Cluster(id: cluster.name, bounds: PlacedGraph.Rect(cluster.box))
      })
  }

  /// The control points from tail to head; Graphviz ends a spline where the arrow head begins, so
  /// the head is added as a straight piece.
  private static func spline(of edge: GraphGeometry.Edge) -> [PlacedGraph.Point] {
    guard let curve = edge.curves.first else { return [] }
    var points = curve.points.map(PlacedGraph.Point.init)
    if let tip = curve.endArrow.map(PlacedGraph.Point.init), let last = points.last {
      points += [last, tip, tip]
    }
    if let tip = curve.startArrow.map(PlacedGraph.Point.init), let first = points.first {
      points = [tip, tip, first] + points
    }
    return points
  }
}

extension PlacedGraph.Point {
  fileprivate init(_ point: GraphPoint) { self.init(point.x, point.y) }
}

extension PlacedGraph.Rect {
  fileprivate init(_ box: GraphBox) {
    self.init(
      x: box.minX, y: box.minY, width: box.maxX - box.minX, height: box.maxY - box.minY)
  }
}
