import JourneyAnalysis
import JourneyModel

/// The parts of the flow in words, for readers who hear the picture and for tooltips.
struct FlowSummary {
  private let subject: Subject
  private let words: Words

  /// Speaks about a subject.
  init(_ subject: Subject) {
    self.subject = subject
    words = subject.words
  }

  /// A touchpoint's figures.
  func text(of card: FlowGraph.Card) -> String {
    let scale = subject.journey.scale
    var parts: [String] = []
    if let group = card.group {
      parts += [FlowText.felt(in: group, subject)].compactMap(\.self)
    } else if let felt = card.figures?.felt {
      let mean = words.score(felt.mean, on: scale)
      parts.append(words.fill(felt.isAssumed ? words.sayAssumed : words.sayFelt, mean))
      if let low = felt.low, let high = felt.high {
        parts.append(words.interval(low, high, on: scale))
      }
      if let n = felt.n { parts.append(words.fill(words.sayAsked, words.numbers.count(Double(n)))) }
    } else {
      parts.append(words.sayUnknown)
    }
    if let believed = card.figures?.believed {
      parts.append(words.fill(words.sayBelieved, words.score(believed, on: scale)))
    }
    if card.isUnreached {
      parts.append(words.flow.unreached)
    } else if let reach = card.figures?.reach {
      parts.append(words.fill(words.sayReach, words.numbers.percent(reach)))
    }
    parts += card.exits.map { FlowText.words(of: $0, subject) }
    if let hotspot = card.hotspot {
      let phrase = hotspot.kind == .sure ? words.sayHotspot : words.saySuspected
      parts.append(words.fill(phrase, words.numbers.plain(hotspot.rank)))
    }
    if card.touchpoint.isMomentOfTruth { parts.append(words.sayTruth) }
    if let owner = card.touchpoint.owner { parts.append(words.fill(words.sayOwner, owner)) }
    return parts.joined(separator: words.clauseSeparator)
  }

  /// Where a link begins and leads.
  func title(of link: FlowGraph.Link, in graph: FlowGraph) -> String {
    words.fill(words.flow.fromTo, name(of: link.source, graph), name(of: link.target, graph))
  }

  /// A link with its traffic.
  func text(of link: FlowGraph.Link, in graph: FlowGraph) -> String {
    guard let traffic = link.traffic else { return title(of: link, in: graph) }
    let share = words.fill(words.flow.ofThoseWhoStart, words.numbers.percent(traffic))
    let count =
      link.count.map { FlowText.number($0, link.isCounted, words) + words.listSeparator } ?? ""
    return title(of: link, in: graph) + ": " + count + share
  }

  /// The whole picture.
  func text(of graph: FlowGraph) -> String {
    let journey = subject.journey
    func count(_ number: Int, _ name: Words.Plural) -> String {
      words.fill(name(Double(number)), words.numbers.count(Double(number)))
    }
    var parts = [
      words.fill(
        words.summaryCounts, count(journey.touchpoints.count, words.countTouchpoints),
        count(journey.stages.count, words.countStages))
    ]
    let ends = TouchpointSentence(subject).ends
    parts += ends.isEmpty ? [words.noFlow + "."] : ends
    var text = parts.joined(separator: " ")
    for card in graph.cards {
      text += "\n" + Scalars.cleaned(card.touchpoint.name) + Self.colon(self.text(of: card)) + "."
    }
    if let leftOut = FlowText.leftOut(graph, subject) { text += "\n" + leftOut + "." }
    return text
  }

  private static func colon(_ text: String) -> String { text.isEmpty ? "" : ": " + text }

  private func name(of place: FlowGraph.Place, _ graph: FlowGraph) -> String {
    switch place {
    case .start: words.flow.start
    case .completed: subject.journey.ends.completed ?? words.completed
    case .card(let index): graph.cards[index].touchpoint.name
    }
  }
}
