import JourneyAnalysis
import JourneyModel

/// The graph as DOT text for people and other tools: names, figures and colours, no sizes.
struct FlowDot {
  /// The DOT text.
  private(set) var text = ""
  private let graph: FlowGraph
  private let subject: Subject
  private let theme: Theme
  private let id: String

  /// Writes the graph.
  init(_ graph: FlowGraph, _ subject: Subject, theme: Theme) {
    self.graph = graph
    self.subject = subject
    self.theme = theme
    id = subject.pictureID(view: "flow", theme: theme)
    text.reserveCapacity(512 * (graph.cards.count + graph.links.count + 2))
    text += "digraph " + DotText.quoted(subject.journey.id.rawValue) + " {\n"
    defaults()
    terminal(.start, subject.words.flow.start, start, filled: false)
    for stage in graph.stages { self.stage(stage) }
    for card in graph.loose { node(card, indent: "  ") }
    if graph.hasCompleted {
      let name = subject.journey.ends.completed ?? subject.words.completed
      let share = subject.analysis.ends.map { subject.words.numbers.percent($0.completed) }
      terminal(.completed, name, share, filled: true)
    }
    if !graph.hasFlow, !graph.cards.isEmpty {
      text += "  start -> " + DotText.quoted(graph.cards[0].touchpoint.id.rawValue) + "\n"
    }
    for link in graph.links { edge(link) }
    for card in graph.cards {
      if let round = card.round { edge(round) }
      for exit in card.exits { edge(exit, of: card) }
    }
    text += "}\n"
  }

  private var start: String? {
    let notes = FlowText.startNotes(graph, subject)
    return notes.isEmpty ? nil : notes.joined(separator: "\n")
  }

  // MARK: Statements

  private mutating func defaults() {
    var title = subject.journey.title
    if let leftOut = FlowText.leftOut(graph, subject) { title += "\n" + leftOut }
    if !graph.hasFlow { title += "\n" + subject.words.noFlow }
    let font = "fontname=" + DotText.quoted(theme.families.joined(separator: ","))
    text += "  graph [rankdir=LR newrank=true labelloc=t label=" + Self.label(title) + " " + font
    text += " fontsize=20 fontcolor=\"\(hex(.ink))\" bgcolor=\"\(hex(.paper))\""
    text += " nodesep=0.35 ranksep=0.45" + FlowLimits(graph).attributes
    text += " id=" + DotText.quoted(id) + "]\n"
    text += "  node [shape=box style=\"rounded,filled\" penwidth=0 margin=\"0.2,0.12\" " + font
    text += " fontsize=13]\n"
    text += "  edge [arrowsize=0.7 color=\"\(hex(.unknown))\" " + font
    text += " fontsize=11 fontcolor=\"\(hex(.inkSoft))\"]\n"
  }

  private mutating func terminal(
    _ place: FlowGraph.Place, _ name: String, _ note: String?, filled: Bool
  ) {
    text += "  " + graph.name(of: place)
    text += " [label=" + Self.label(note.map { name + "\n" + $0 } ?? name)
    text += " fillcolor=\"\(hex(filled ? .badge : .band))\""
    text += " fontcolor=\"\(hex(filled ? .onBadge : .ink))\""
    text += " id=" + DotText.quoted(id + "." + graph.name(of: place)) + "]\n"
  }

  private mutating func stage(_ stage: FlowGraph.Stage) {
    let words = subject.words
    var title = stage.id.rawValue
    if let share = stage.stillHere {
      title += " · " + words.fill(words.stillHere, words.numbers.percent(share))
    }
    text += "  subgraph " + DotText.quoted("cluster_" + stage.id.rawValue) + " {\n"
    text += "    graph [label=" + Self.label(title) + " labeljust=l style=\"rounded,filled\""
    text += " color=\"\(hex(.band))\" fontsize=14 margin=14 id="
    text += DotText.quoted(id + ".stage." + XMLName.escaped(stage.id.rawValue)) + "]\n"
    for card in stage.cards { node(card, indent: "    ") }
    text += "  }\n"
  }

  private mutating func node(_ index: Int, indent: String) {
    let card = graph.cards[index]
    let touchpoint = card.touchpoint
    let words = subject.words
    var lines = [touchpoint.name]
    if let hotspot = card.hotspot { lines[0] = "\(hotspot.rank) · " + lines[0] }
    var notes: [String] = []
    if let channel = touchpoint.channel {
      notes.append(subject.journey[channel: channel]?.name ?? channel.rawValue)
    }
    if card.isUnreached {
      notes.append(words.flow.unreached)
    } else if let reach = card.figures?.reach {
      notes.append(words.numbers.percent(reach))
    }
    if !notes.isEmpty { lines.append(notes.joined(separator: " · ")) }
    let felt = card.figures?.felt
    if let group = card.group {
      lines += [FlowText.felt(in: group, subject)].compactMap(\.self)
    } else {
      lines.append(
        felt.map { words.score($0.mean, on: subject.journey.scale) } ?? words.unknownScore)
    }

    text += indent + DotText.quoted(touchpoint.id.rawValue)
    text += " [label=" + Self.label(lines.joined(separator: "\n"))
    // What nobody measured is drawn hollow.
    if let v = card.v, felt?.isAssumed == false {
      text += " fillcolor=\"\(theme.ramp.color(v).hex)\" fontcolor=\"\(theme.ramp.ink(v).hex)\""
    } else {
      let color = card.v.map { theme.ramp.color($0).hex } ?? hex(.unknown)
      text += " fillcolor=\"\(hex(.card))\" color=\"\(color)\" fontcolor=\"\(hex(.ink))\""
      text += card.group == nil ? " penwidth=1.5" : " penwidth=1.5 peripheries=2"
    }
    if let hotspot = card.hotspot {
      let style = hotspot.kind == .sure ? "rounded,filled" : "rounded,filled,dashed"
      text += " color=\"\(hex(.ring))\" penwidth=3 style=\"\(style)\""
    }
    text += " tooltip=" + Self.label(FlowSummary(subject).text(of: card))
    text += " id=" + DotText.quoted(id + ".touchpoint." + XMLName.escaped(touchpoint.id.rawValue))
    text += "]\n"
    for exit in card.exits {
      text += indent + DotText.quoted(Self.name(exit, of: card)) + " [shape=plaintext style=\"\""
      text += " label=" + Self.label(FlowText.words(of: exit, subject))
      text += " fontcolor=\"\(hex(Self.ink(of: exit)))\" fontsize=12 margin=\"0.05,0.02\"]\n"
    }
  }

  private mutating func edge(_ link: FlowGraph.Link) {
    text += "  " + DotText.quoted(graph.name(of: link.source)) + " -> "
    text += DotText.quoted(graph.name(of: link.target)) + " ["
    if let traffic = link.traffic {
      text += "label=" + Self.label(FlowText.words(of: link, subject.words))
      text += " penwidth=\(Self.pen(traffic)) "
    }
    if let v = mean(v(of: link.source), v(of: link.target)) {
      text += "color=\"\(theme.ramp.color(v).hex)\" "
    }
    text += "tooltip=" + Self.label(FlowSummary(subject).text(of: link, in: graph))
    text += " id=" + DotText.quoted(id + "." + link.id) + "]\n"
  }

  private mutating func edge(_ exit: FlowGraph.Exit, of card: FlowGraph.Card) {
    text += "  " + DotText.quoted(card.touchpoint.id.rawValue) + " -> "
    text += DotText.quoted(Self.name(exit, of: card))
    text += " [color=\"\(hex(Self.color(of: exit)))\" penwidth=\(Self.pen(exit.traffic))]\n"
  }

  // MARK: Parts

  /// The DOT name of an exit: `log-in/left`; no touchpoint's id holds a slash.
  private static func name(_ exit: FlowGraph.Exit, of card: FlowGraph.Card) -> String {
    switch exit.kind {
    case .end(let end): card.touchpoint.id.rawValue + "/" + end.description
    case .elsewhere: card.touchpoint.id.rawValue + "/elsewhere"
    }
  }

  /// A label that reads as the text does: backslashes, quotes and entities mean themselves.
  static func label(_ text: String) -> String {
    var label = "\""
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      if index > 0 { label += "\\n" }
      for scalar in Scalars.cleaned(String(line)).unicodeScalars {
        switch scalar {
        case "\"": label += "\\\""
        case "\\": label += "\\\\"
        case "&": label += "&amp;"
        default: label.unicodeScalars.append(scalar)
        }
      }
    }
    return label + "\""
  }

  /// The width of an edge: 1…5 points, with one decimal.
  private static func pen(_ traffic: Double) -> String {
    let tenths = Int((min(1, max(0, traffic)) * 40).rounded()) + 10
    return "\(tenths / 10).\(tenths % 10)"
  }

  /// The colour of an exit.
  static func color(of exit: FlowGraph.Exit) -> ColorRole {
    switch exit.kind {
    case .end(.left), .end(.completed): .leave
    case .end(.diverted): .divert
    case .end(.underWay), .end(.ended), .elsewhere: .unknown
    }
  }

  /// The colour of an exit's words.
  static func ink(of exit: FlowGraph.Exit) -> ColorRole {
    switch exit.kind {
    case .end(.left), .end(.completed): .leaveInk
    case .end(.diverted): .divertInk
    case .end(.underWay), .end(.ended), .elsewhere: .inkSoft
    }
  }

  private func v(of place: FlowGraph.Place) -> Double? {
    if case .card(let index) = place { graph.cards[index].v } else { nil }
  }

  private func mean(_ a: Double?, _ b: Double?) -> Double? {
    guard let a, let b else { return a ?? b }
    return (a + b) / 2
  }

  private func hex(_ role: ColorRole) -> String { theme.color(role).hex }
}
