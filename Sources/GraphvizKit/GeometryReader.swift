/// Reads places from the library's `json0`: subgraphs, nodes and edges with their attributes.
///
/// The structures of the library hold the same numbers more exactly, but their layouts differ from
/// version to version; this text hardly does. Where an attribute of the user has the name of one of
/// the library's own members, the library's comes first and counts.
struct GeometryReader {
  typealias Failure = JSONReader.Failure

  /// A subgraph, node or edge as it stands, before references are resolved.
  private struct Part {
    var number: Int?
    var name: String?
    var id: String?
    var bounds: String?
    var position: String?
    var width: String?
    var height: String?
    var labelPosition: String?
    var tail: Int?
    var head: Int?
  }

  private var json: JSONReader

  init(_ bytes: [UInt8]) { json = JSONReader(bytes) }

  mutating func geometry(messages: [GraphvizMessage]) throws(Failure) -> GraphGeometry {
    var bounds: String?
    var labelPosition: String?
    var subgraphCount = 0
    var objects: [Part] = []
    var edges: [Part] = []
    try json.object { (reader, key) throws(Failure) in
      switch (key, reader.peek()) {
      case ("bb", Self.quote) where bounds == nil: bounds = try reader.string()
      case ("lp", Self.quote) where labelPosition == nil: labelPosition = try reader.string()
      case ("_subgraph_cnt", let first) where first != Self.quote:
        subgraphCount = try reader.integer()
      case ("objects", UInt8(ascii: "[")):
        try reader.array { (reader) throws(Failure) in objects.append(try Self.part(&reader)) }
      case ("edges", UInt8(ascii: "[")):
        try reader.array { (reader) throws(Failure) in edges.append(try Self.part(&reader)) }
      default: try reader.skip()
      }
    }
    guard let bounds, let box = Self.box(bounds) else {
      throw json.failure("a bounding box before")
    }
    return try resolve(
      frame: Frame(box: box), labelPosition: labelPosition,
      subgraphs: objects.prefix(subgraphCount),
      nodes: objects.dropFirst(subgraphCount), edges: edges, messages: messages)
  }

  private func resolve(
    frame: Frame, labelPosition: String?, subgraphs: ArraySlice<Part>, nodes: ArraySlice<Part>,
    edges: [Part], messages: [GraphvizMessage]
  ) throws(Failure) -> GraphGeometry {
    var geometry = GraphGeometry(
      bounds: frame.box(frame.box), labelPosition: labelPosition.flatMap(frame.point), nodes: [],
      edges: [], clusters: [], messages: messages)

    for part in subgraphs {
      // Only clusters have a box; subgraphs that merely set ranks have none.
      guard let name = part.name, let box = part.bounds.flatMap(Self.box) else { continue }
      geometry.clusters.append(
        .init(
          name: DOT.unescaped(name), id: Self.id(part), box: frame.box(box),
          labelPosition: part.labelPosition.flatMap(frame.point)))
    }

    var names: [Int: String] = [:]
    names.reserveCapacity(nodes.count)
    geometry.nodes.reserveCapacity(nodes.count)
    for part in nodes {
      guard let number = part.number, let name = part.name.map(DOT.unescaped),
        let center = part.position.flatMap(frame.point),
        let width = part.width.flatMap(Double.init), let height = part.height.flatMap(Double.init)
      else { throw json.failure("a place for node \(part.name ?? "?") before") }
      names[number] = name
      geometry.nodes.append(
        .init(
          name: name, id: Self.id(part), center: center, width: width * 72, height: height * 72))
    }

    geometry.edges.reserveCapacity(edges.count)
    for part in edges {
      guard let tail = part.tail.flatMap({ names[$0] }),
        let head = part.head.flatMap({ names[$0] }),
        let curves = Self.curves(part.position ?? "", in: frame)
      else { throw json.failure("the ends and the course of each edge before") }
      geometry.edges.append(
        .init(
          id: Self.id(part), tail: tail, head: head, curves: curves,
          labelPosition: part.labelPosition.flatMap(frame.point)))
    }
    return geometry
  }

  private static let quote = UInt8(ascii: "\"")

  private static func part(_ reader: inout JSONReader) throws(Failure) -> Part {
    var part = Part()
    try reader.object { (reader, key) throws(Failure) in
      guard reader.peek() == quote else {
        switch key {
        case "_gvid" where part.number == nil: part.number = try reader.integer()
        case "tail" where part.tail == nil: part.tail = try reader.integer()
        case "head" where part.head == nil: part.head = try reader.integer()
        default: try reader.skip()
        }
        return
      }
      switch key {
      case "name" where part.name == nil: part.name = try reader.string()
      case "id": part.id = try reader.string()
      case "bb": part.bounds = try reader.string()
      case "pos": part.position = try reader.string()
      case "width": part.width = try reader.string()
      case "height": part.height = try reader.string()
      case "lp": part.labelPosition = try reader.string()
      default: try reader.skip()
      }
    }
    return part
  }

  /// An attribute declared for some part is present and empty on the others.
  private static func id(_ part: Part) -> String? {
    guard let id = part.id, !id.isEmpty else { return nil }
    return DOT.unescaped(id)
  }

  // MARK: Numbers in text

  /// Left, lower, right and upper edge, with y growing up.
  private static func box(_ text: String) -> GraphBox? {
    guard let numbers = numbers(text[...]), numbers.count == 4 else { return nil }
    return GraphBox(minX: numbers[0], minY: numbers[1], maxX: numbers[2], maxY: numbers[3])
  }

  /// Numbers between commas; a "!" behind them marks a node as pinned.
  fileprivate static func numbers(_ text: Substring) -> [Double]? {
    var numbers: [Double] = []
    for part in text.utf8.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false) {
      let digits = part.last == UInt8(ascii: "!") ? part.dropLast() : part
      guard let number = Double(Substring(digits)), number.isFinite else { return nil }
      numbers.append(number)
    }
    return numbers
  }

  /// `[e,X,Y] [s,X,Y] X,Y (X,Y X,Y X,Y)+`, and more of them behind ";".
  private static func curves(_ text: String, in frame: Frame) -> [GraphGeometry.Curve]? {
    var curves: [GraphGeometry.Curve] = []
    for piece in text.utf8.split(separator: UInt8(ascii: ";")) {
      var curve = GraphGeometry.Curve(points: [])
      for word in Substring(piece).utf8.split(separator: UInt8(ascii: " ")) {
        let arrow = word.first
        let isArrow = arrow == UInt8(ascii: "e") || arrow == UInt8(ascii: "s")
        guard let point = frame.point(Substring(isArrow ? word.dropFirst(2) : word)) else {
          return nil
        }
        switch arrow {
        case UInt8(ascii: "e"): curve.endArrow = point
        case UInt8(ascii: "s"): curve.startArrow = point
        default: curve.points.append(point)
        }
      }
      guard curve.points.count >= 4, curve.points.count % 3 == 1 else { return nil }
      curves.append(curve)
    }
    return curves
  }
}

/// Turns the library's places, y growing up from anywhere, into ours.
private struct Frame {
  /// The bounding box as the library gives it.
  let box: GraphBox

  func box(_ other: GraphBox) -> GraphBox {
    GraphBox(
      minX: other.minX - box.minX, minY: box.maxY - other.maxY,
      maxX: other.maxX - box.minX, maxY: box.maxY - other.minY)
  }

  func point(_ text: String) -> GraphPoint? { point(text[...]) }

  func point(_ text: Substring) -> GraphPoint? {
    guard let numbers = GeometryReader.numbers(text), numbers.count >= 2 else { return nil }
    return GraphPoint(x: numbers[0] - box.minX, y: box.maxY - numbers[1])
  }
}
