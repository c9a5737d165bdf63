/// Places the nodes of a graph and routes its edges.
///
/// Graphviz does it in `JourneyKit`; a platform without it brings its own.
public protocol GraphLayout: Sendable {
  /// Places a graph given as DOT text.
  ///
  /// - Parameter dot: The graph. Nodes are known by their DOT name, edges by their `id` attribute,
  ///   clusters by their name.
  /// - Returns: Where everything stands, y growing downwards.
  /// - Throws: What the engine says when it cannot place the graph.
  func place(dot: String) throws -> PlacedGraph
}

/// Where a layout put the parts of a graph; px, y growing downwards.
public struct PlacedGraph: Hashable, Sendable {
  /// A place.
  public struct Point: Hashable, Sendable {
    /// To the right.
    public var x: Double
    /// Down.
    public var y: Double

    /// Creates a point.
    public init(_ x: Double, _ y: Double) {
      self.x = x
      self.y = y
    }
  }

  /// A rectangle.
  public struct Rect: Hashable, Sendable {
    /// The left edge.
    public var x: Double
    /// The top edge.
    public var y: Double
    /// The width.
    public var width: Double
    /// The height.
    public var height: Double

    /// Creates a rectangle.
    public init(x: Double, y: Double, width: Double, height: Double) {
      self.x = x
      self.y = y
      self.width = width
      self.height = height
    }
  }

  /// A node's place.
  public struct Node: Hashable, Sendable {
    /// The node's DOT name.
    public var id: String
    /// Its centre.
    public var center: Point
    /// Its width.
    public var width: Double
    /// Its height.
    public var height: Double

    /// Creates a placed node.
    public init(id: String, center: Point, width: Double, height: Double) {
      self.id = id
      self.center = center
      self.width = width
      self.height = height
    }
  }

  /// An edge's way.
  public struct Edge: Hashable, Sendable {
    /// The edge's `id` attribute.
    public var id: String
    /// The control points of a cubic Bézier spline: 1 + 3n points from tail to head.
    public var spline: [Point]
    /// The centre of its label, when it has one.
    public var label: Point?

    /// Creates a routed edge.
    public init(id: String, spline: [Point], label: Point? = nil) {
      self.id = id
      self.spline = spline
      self.label = label
    }
  }

  /// A cluster's place.
  public struct Cluster: Hashable, Sendable {
    /// The cluster's DOT name.
    public var id: String
    /// Its outline.
    public var bounds: Rect

    /// Creates a placed cluster.
    public init(id: String, bounds: Rect) {
      self.id = id
      self.bounds = bounds
    }
  }

  /// The outline of everything.
  public var bounds: Rect
  /// The nodes in the order of the DOT text.
  public var nodes: [Node]
  /// The edges in the order of the DOT text.
  public var edges: [Edge]
  /// The clusters in the order of the DOT text.
  public var clusters: [Cluster]

  /// Creates a placed graph.
  public init(bounds: Rect, nodes: [Node], edges: [Edge], clusters: [Cluster]) {
    self.bounds = bounds
    self.nodes = nodes
    self.edges = edges
    self.clusters = clusters
  }
}
