import JourneyAnalysis
import JourneyModel
import JourneyPortfolio

/// What an atlas shows: the journeys that are drawn, and the traffic between them.
struct AtlasContent {
  /// How much is said of each journey.
  enum Form: Hashable {
    /// Everything: curve, ends, the hottest touchpoint.
    case full
    /// How it feels and how many complete.
    case compact
    /// The same on one or two lines.
    case small
  }

  /// What is felt on a whole journey.
  struct Feeling: Hashable {
    /// On the journey's scale.
    var score: Double
    /// As v.
    var v: Double
    /// Whether nobody was asked anywhere.
    var isAssumed: Bool
  }

  /// One touchpoint of a journey's curve.
  struct Dot: Hashable {
    /// What is felt; nil when unknown.
    var v: Double?
    /// Whether nobody was asked.
    var isAssumed: Bool
    /// Whether it is the journey's hottest.
    var isHottest: Bool
  }

  /// One journey.
  struct Node {
    /// The journey with its figures.
    var estimates: Estimates
    /// How it ends with the journeys that it leads into; nil without flow.
    var ends: LinkedEnds?
    /// What is felt; nil when nothing is known.
    var feeling: Feeling?
    /// The curve, in the order of the document.
    var dots: [Dot]
    /// The hottest hotspot.
    var hottest: Hotspot?
    /// Whether it is one of the journeys to look at first, which a picture of many marks.
    var isHot = false

    var journey: Journey { estimates.journey }
    /// Which way the journey's own words run; nil where the document does not say.
    var direction: TextDirection? { journey.language.map { Words.inLanguage($0).direction } }
    var own: EndShares? { estimates.analysis.ends }
    /// Whether the journey's own words run the other way than the picture.
    func runsAgainst(_ picture: TextDirection) -> Bool { direction.map { $0 != picture } ?? false }
    /// The share that completes in a journey they go over to.
    var completedThere: Double {
      guard let own, let ends, ends.isLinked else { return 0 }
      return max(0, ends.completed - own.completed)
    }
  }

  /// Traffic between two journeys that are drawn.
  struct Link {
    var link: JourneyLink
    /// The position of the source among ``AtlasContent/nodes``.
    var source: Int
    /// The position of the target.
    var target: Int
    /// How wide, 0…1, the widest 1.
    var weight: Double
  }

  /// The journeys that are drawn: those that are linked, in the order of the portfolio, then the
  /// others, the hottest first.
  private(set) var nodes: [Node]
  /// The traffic between them.
  private(set) var links: [Link] = []
  /// How many journeys are not drawn.
  let leftOut: Int
  /// How many ways over there are, those that are not drawn too.
  let allLinks: Int
  /// How much is said of each.
  let form: Form
  /// The positions of the journeys that are linked.
  private(set) var linked: Range<Int>
  /// The positions of the others.
  var others: Range<Int> { linked.upperBound..<nodes.count }

  /// Of more journeys the hottest are marked.
  private static let few = 6
  /// How many are marked.
  private static let mostHot = 3

  /// The most dots of a curve; of more the ones furthest from neutral are drawn.
  private static let mostDots = 120

  /// Chooses what is drawn.
  ///
  /// - Parameters:
  ///   - atlas: The journeys.
  ///   - isBrief: Whether the picture is read in one look.
  ///   - most: The most journeys that can be read; nil for as many as are ever drawn.
  init(_ atlas: Atlas, isBrief: Bool, most: Int? = nil) {
    let portfolio = atlas.portfolio
    let ends = portfolio.linked
    let all = portfolio.links.compactMap { link -> (JourneyLink, Int, Int)? in
      guard let source = portfolio.position(of: link.source),
        let target = portfolio.position(of: link.target)
      else { return nil }
      return (link, source, target)
    }
    allLinks = all.count
    var heatRanks = [Int](repeating: 0, count: portfolio.members.count)
    let hottestFirst = portfolio.hottestFirst
    for (rank, index) in hottestFirst.enumerated() { heatRanks[index] = rank }
    let usual = most ?? (isBrief ? Atlas.mostBrief : Atlas.most)
    let drawn = AtlasChoice(
      Self.ways(all), hottestFirst: hottestFirst,
      most: max(1, min(atlas.mostJourneys ?? usual, Atlas.most))
    ).chosen
    let chosen = drawn.sorted()
    // A journey whose only links lead to journeys that are not drawn stands with the others.
    var isLinked = [Bool](repeating: false, count: portfolio.members.count)
    for (_, source, target) in all where drawn.contains(source) && drawn.contains(target) {
      isLinked[source] = true
      isLinked[target] = true
    }
    let first = chosen.filter { isLinked[$0] }
    let rest = chosen.filter { !isLinked[$0] }.sorted { heatRanks[$0] < heatRanks[$1] }
    linked = 0..<first.count
    leftOut = portfolio.members.count - chosen.count
    form = isBrief || chosen.count > 24 ? (chosen.count > 60 ? .small : .compact) : .full
    nodes = (first + rest).map { Self.node(portfolio.members[$0], ends[$0]) }
    if nodes.count > Self.few || leftOut > 0 {
      let hot = Set(hottestFirst.prefix(Self.mostHot))
      for (place, index) in (first + rest).enumerated() where hot.contains(index) {
        nodes[place].isHot = nodes[place].hottest != nil
      }
    }
    let places = Dictionary(uniqueKeysWithValues: (first + rest).enumerated().map { ($1, $0) })
    let shown = all.filter { places[$0.1] != nil && places[$0.2] != nil }
    let ways = Self.ways(shown)
    let widest = ways.reduce(0) { max($0, $1.size) }
    for ((link, _, _), way) in zip(shown, ways) {
      guard let source = places[way.source], let target = places[way.target] else { continue }
      links.append(
        Link(
          link: link, source: source, target: target,
          weight: widest > 0 ? way.size / widest : 0))
    }
  }

  /// What links carry: customers, which compare between journeys, where all are counted; else the
  /// shares, each of their own journey.
  private static func ways(_ links: [(JourneyLink, Int, Int)]) -> [AtlasChoice.Way] {
    let isCounted = links.allSatisfy { $0.0.customers != nil }
    return links.map { link, source, target in
      AtlasChoice.Way(
        source: source, target: target, size: isCounted ? link.customers ?? 0 : link.share)
    }
  }

  private static func node(_ member: Estimates, _ ends: LinkedEnds?) -> Node {
    let analysis = member.analysis
    let hottest = hottest(member)
    let dots = analysis.touchpoints.map { figures in
      Dot(
        v: figures.felt.map { analysis.scale.normalized($0.mean) },
        isAssumed: figures.felt?.isAssumed ?? true,
        isHottest: figures.id == hottest?.touchpoint)
    }
    return Node(
      estimates: member, ends: ends, feeling: feeling(analysis), dots: thinned(dots),
      hottest: hottest)
  }

  /// The journey's own figure as its other pictures have it, else the mean of what is known.
  private static func feeling(_ analysis: Analysis) -> Feeling? {
    let both = analysis.touchpoints.count { $0.felt != nil && $0.believed != nil }
    let mean =
      KnownMean(analysis.felt, over: both)
      ?? KnownMean(of: analysis.touchpoints.map { ($0.felt?.mean, $0.visits) })
    return mean.map { mean in
      Feeling(
        score: mean.value, v: analysis.scale.normalized(mean.value),
        isAssumed: analysis.touchpoints.allSatisfy { $0.felt?.isAssumed ?? true })
    }
  }

  private static func hottest(_ member: Estimates) -> Hotspot? {
    member.analysis.hotspots.hotspots.first { $0.kind != nil && $0.heat != nil }
  }

  private static func thinned(_ dots: [Dot]) -> [Dot] {
    guard dots.count > mostDots else { return dots }
    let step = (dots.count + mostDots - 1) / mostDots
    return stride(from: 0, to: dots.count, by: step).map { start in
      let part = dots[start..<min(start + step, dots.count)]
      var dot =
        part.max { ($0.v?.magnitude ?? -1) < ($1.v?.magnitude ?? -1) } ?? dots[start]
      dot.isHottest = part.contains(where: \.isHottest)
      return dot
    }
  }
}
