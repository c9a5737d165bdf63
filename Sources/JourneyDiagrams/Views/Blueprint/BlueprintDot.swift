import JourneyAnalysis
import JourneyModel

/// A blueprint as a graph for `dot`: rows of one rank, and the lines between them as edges.
enum BlueprintDot {
  /// The graph of a subject.
  ///
  /// - Parameters:
  ///   - subject: What is drawn.
  ///   - order: The touchpoints' indices from left to right.
  /// - Returns: The DOT text.
  static func text(_ subject: Subject, order: [Int]) -> String {
    let touchpoints = order.map { subject.journey.touchpoints[$0] }
    let words = subject.words.blueprint
    var dot = "digraph " + DotText.quoted(subject.journey.id.rawValue) + " {\n"
    dot += "  graph [newrank=true nodesep=0.3 ranksep=0.5]\n  node [shape=box]\n"
    dot += "  edge [arrowsize=0.6]\n"
    let rows: [(String, String, (Touchpoint) -> [String])] = [
      ("props", words.props, \.props), ("actions", words.actions, { [$0.name] }),
      ("frontstage", words.frontstage, \.frontstage),
      ("backstage", words.backstage, \.backstage), ("support", words.support, \.support),
    ]
    for (row, title, items) in rows {
      dot += "  { rank=same\n    \(DotText.quoted(":" + row)) [shape=plaintext label="
      dot += DotText.quoted(title) + "]\n"
      for touchpoint in touchpoints {
        let texts = items(touchpoint)
        let name = DotText.quoted(touchpoint.id.rawValue + ":" + row)
        // A row without anything keeps its column's place all the same.
        dot += "    \(name)"
        dot +=
          texts.isEmpty
          ? " [style=invis label=\"\"]\n"
          : " [label=" + DotText.quoted(texts.joined(separator: "\n")) + "]\n"
      }
      // The order of the columns, in every row.
      let names = [":" + row] + touchpoints.map { $0.id.rawValue + ":" + row }
      dot += "    " + names.map(DotText.quoted).joined(separator: " -> ")
      dot += " [style=invis]\n  }\n"
    }
    let names = rows.map { DotText.quoted(":" + $0.0) }
    let lines = [
      "", words.lineOfInteraction, words.lineOfVisibility, words.lineOfInternalInteraction,
    ]
    for (pair, line) in zip(zip(names, names.dropFirst()), lines) {
      dot += "  \(pair.0) -> \(pair.1) [style=dashed dir=none label=\(DotText.quoted(line))]\n"
    }
    for touchpoint in touchpoints {
      let present = rows.filter { !$0.2(touchpoint).isEmpty }.map(\.0)
      for (upper, lower) in zip(present, present.dropFirst()) {
        dot += "  " + DotText.quoted(touchpoint.id.rawValue + ":" + upper) + " -> "
        dot += DotText.quoted(touchpoint.id.rawValue + ":" + lower)
        dot += upper == "props" ? " [dir=none]\n" : "\n"
      }
    }
    let steps = touchpoints.map { DotText.quoted($0.id.rawValue + ":actions") }
    let known = Set(touchpoints.map(\.id))
    if subject.analysis.hasFlow {
      for transition in subject.analysis.transitions where transition.traffic > 0 {
        guard case .touchpoint(let source) = transition.source,
          case .touchpoint(let target) = transition.target, known.contains(source),
          known.contains(target)
        else { continue }
        dot += "  " + DotText.quoted(source.rawValue + ":actions") + " -> "
        dot += DotText.quoted(target.rawValue + ":actions") + " [constraint=false]\n"
      }
    } else if steps.count > 1 {
      dot += "  " + steps.joined(separator: " -> ") + "\n"
    }
    return dot + "}\n"
  }
}
