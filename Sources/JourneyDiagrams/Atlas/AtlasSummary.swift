import JourneyPortfolio
import JourneyAnalysis
import JourneyModel

/// The atlas in words, for readers who hear it.
struct AtlasSummary {
  let content: AtlasContent
  let words: Words

  /// The whole picture.
  func text(_ title: String) -> String {
    var sentences = [sentence(Scalars.cleaned(title) + ": " + counts)]
    sentences += content.nodes.map { node in
      sentence(Scalars.isolated(node.journey.title, in: words.direction) + ": " + text(of: node))
    }
    sentences += content.links.map { sentence(text(of: $0)) }
    if let leftOut { sentences.append(leftOut) }
    return sentences.joined(separator: " ")
  }

  /// How many journeys are drawn, and how many ways lead from one to another; where not all are
  /// drawn, of how many.
  var counts: String {
    let journeys = counted(
      content.nodes.count, of: content.nodes.count + content.leftOut, words.atlas.journeys,
      words.atlas.journeysOfAll)
    guard content.allLinks > 0 else { return journeys }
    let ways = counted(
      content.links.count, of: content.allLinks, words.atlas.links, words.atlas.linksOfAll)
    return journeys + words.listSeparator + ways
  }

  private func counted(
    _ drawn: Int, of all: Int, _ whole: Words.Plural, _ part: Words.Plural
  ) -> String {
    let count = words.numbers.count(Double(all))
    guard drawn < all else { return words.fill(words.tight(whole(Double(all))), count) }
    return words.fill(
      words.tight(part(Double(all))), words.numbers.count(Double(drawn)), count)
  }

  /// What is not drawn; nil when all is.
  var leftOut: String? {
    guard content.leftOut > 0 else { return nil }
    let count = Double(content.leftOut)
    return words.fill(words.atlas.leftOut(count), words.numbers.count(count))
  }

  /// One journey.
  func text(of node: AtlasContent.Node) -> String {
    let analysis = node.estimates.analysis
    var parts: [String] = []
    if let started = analysis.started {
      parts.append(words.counted(started, node.journey.customers))
    }
    if let ends = node.ends {
      let said = AtlasText.ends(node, words)
      var completed = words.fill(
        words.atlas.completeSaid, said?.completed ?? words.numbers.percent(ends.completed))
      if let low = ends.completion.low, let high = ends.completion.high {
        completed +=
          " ("
          + words.fill(
            words.sayInterval, words.numbers.percent(low), words.numbers.percent(high),
            words.confidence) + ")"
      }
      parts.append(completed)
      if let shares = AtlasText.hereAndThere(node, words) { parts.append(shares) }
      if let left = said?.left { parts.append(words.fill(words.leave, left)) }
    } else {
      parts.append(words.noFlow)
    }
    if let feeling = node.feeling {
      let phrase = feeling.isAssumed ? words.sayAssumed : words.sayFelt
      parts.append(words.fill(phrase, words.score(feeling.score, on: analysis.scale)))
    } else {
      parts.append(words.sayUnknown)
    }
    if let hottest = node.hottest {
      let phrase = hottest.kind == .sure ? words.sayHotspot : words.saySuspected
      parts.append(words.fill(phrase, hottest.name))
    }
    return parts.joined(separator: words.listSeparator)
  }

  /// One way over.
  func text(of link: AtlasContent.Link) -> String {
    words.fill(
      words.atlas.sayGoOver, AtlasText.traffic(link.link, words),
      content.nodes[link.source].journey.title, content.nodes[link.target].journey.title)
  }

  private func sentence(_ text: String) -> String { text.hasSuffix(".") ? text : text + "." }
}
