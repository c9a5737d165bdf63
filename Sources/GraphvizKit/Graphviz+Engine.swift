extension Graphviz {
  /// A way of laying out a graph, by the library's name for it.
  public struct Engine: RawRepresentable, Hashable, Sendable {
    /// The library's name for the engine.
    public let rawValue: String

    /// Makes an engine of a name: ASCII lower-case letters and digits only.
    ///
    /// Whether the library has such an engine shows when it is used.
    ///
    /// - Parameter rawValue: the library's name for the engine.
    public init?(rawValue: String) {
      guard isSafeName(rawValue, alsoAllowed: "") else { return nil }
      self.rawValue = rawValue
    }

    private init(known: String) { rawValue = known }

    /// Layers: for graphs with a direction.
    public static let dot = Engine(known: "dot")
    /// Springs: for small undirected graphs.
    public static let neato = Engine(known: "neato")
    /// Forces.
    public static let fdp = Engine(known: "fdp")
    /// Forces, for large graphs.
    public static let sfdp = Engine(known: "sfdp")
    /// Rings around a centre.
    public static let twopi = Engine(known: "twopi")
    /// Circles of closely connected nodes.
    public static let circo = Engine(known: "circo")
    /// Rectangles packed side by side.
    public static let osage = Engine(known: "osage")
    /// A tree map.
    public static let patchwork = Engine(known: "patchwork")
    /// No placing: every node must have a `pos`; edges without one are routed.
    public static let nop = Engine(known: "nop")
    /// No placing and no routing: nodes and edges must have a `pos`.
    public static let nop2 = Engine(known: "nop2")
  }
}

/// Whether a name cannot be mistaken for anything else by the library.
func isSafeName(_ name: String, alsoAllowed: String) -> Bool {
  !name.isEmpty && name.utf8.count <= 64
    && name.utf8.allSatisfy { byte in
      (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
        || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
        || alsoAllowed.utf8.contains(byte)
    }
}
