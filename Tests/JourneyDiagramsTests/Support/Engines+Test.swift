import JourneyDiagrams

/// Measures with a table of widths that stands for no font: the same on every machine.
struct TableMeasurer: TextMeasuring {
  func widths(of texts: [StyledText]) -> [Double] {
    texts.map { text in
      let wide = text.style.weight.rawValue >= 600 ? 1.06 : 1
      return text.text.unicodeScalars.reduce(0) { $0 + Self.width($1) } * text.style.size * wide
    }
  }

  private static func width(_ scalar: Unicode.Scalar) -> Double {
    switch scalar.value {
    case 0x20, 0xA0, 0x21, 0x27...0x29, 0x2C...0x2F, 0x3A, 0x3B, 0x49, 0x69, 0x6A, 0x6C, 0x74: 0.3
    case 0x4D, 0x57, 0x6D, 0x77: 0.9
    case 0x41...0x5A: 0.68
    case 0x30...0x39: 0.63
    case 0x300...0x36F, 0x200B...0x200F, 0x2066...0x2069: 0
    case 0x2E80...0x9FFF, 0xAC00...0xD7A3, 0xF900...0xFFEF, 0x1F000...0x3FFFD: 1
    default: 0.57
    }
  }
}

/// Places nodes in the order in which the text names them.
struct DocumentOrderLayout: GraphLayout {
  func place(dot: String) -> PlacedGraph {
    var nodes: [PlacedGraph.Node] = []
    for line in dot.split(separator: "\n") where !line.contains("->") {
      let line = line.drop { $0 == " " }
      guard line.first == "\"", let end = line.dropFirst().firstIndex(of: "\"") else { continue }
      nodes.append(
        PlacedGraph.Node(
          id: String(line[line.index(after: line.startIndex)..<end]),
          center: Point(Double(nodes.count) * 50, 0), width: 20, height: 20))
    }
    return PlacedGraph(
      bounds: Rect(x: 0, y: 0, width: 1, height: 1), nodes: nodes, edges: [], clusters: [])
  }
}

extension Engines {
  /// Engines without fonts and without Graphviz.
  static let table = Engines(measurer: TableMeasurer(), layout: DocumentOrderLayout())
}
