import JourneyModel

/// One way through the journey, touchpoints by position.
struct WayThrough {
  /// The touchpoints, in order.
  var touchpoints: [Int]
  /// How it ends.
  var end: Transition.End
  /// The share of those who start that go exactly this way.
  var share: Double
}

/// The most likely ways through a journey, the likeliest first.
///
/// A way's share is the product of its chances. Best-first search: the likeliest beginning is always
/// the next to be continued, and a beginning is never less likely than what follows from it, so ways
/// come out in order. Ties come in the order in which they were met, which follows the document.
///
/// It stops when 90 % of customers are told, or after 1,000 ways; so that loops without end cannot
/// hold it up, also after ``mostBeginnings`` beginnings or when all ways together are
/// ``mostTouchpoints`` long. What has been found is right all the same. Unit: share of those who
/// start. Cost: logarithmic for each beginning, of which there are at most ``mostBeginnings``.
struct PathSearch {
  /// The share of customers that is enough.
  static let enough = 0.9
  /// The most ways.
  static let mostPaths = 1000
  /// The most beginnings that are looked at.
  static let mostBeginnings = 300_000
  /// The most touchpoints of all ways together.
  static let mostTouchpoints = 500_000

  private struct Beginning: Comparable {
    var share: Double
    var number: Int

    static func < (lhs: Self, rhs: Self) -> Bool {
      lhs.share == rhs.share ? lhs.number < rhs.number : lhs.share > rhs.share
    }
  }

  private struct Node {
    /// The node before it; −1 at the start.
    var parent: Int32
    /// Where it stands; nil when it has ended.
    var touchpoint: Int32?
    var end: Transition.End?
    var length: Int32
  }

  private let network: FlowNetwork
  private var nodes: [Node] = []
  private var queue = Heap<Beginning>()

  /// Prepares the search.
  init(_ network: FlowNetwork) {
    self.network = network
  }

  /// Searches.
  ///
  /// - Returns: The ways, the likeliest first.
  mutating func run() -> [WayThrough] {
    var found: [WayThrough] = []
    var told = 0.0
    var length = 0
    expand(network.start, parent: -1, share: 1)
    while let best = queue.popLeast() {
      let node = nodes[best.number]
      if let end = node.end {
        length += Int(node.length)
        guard length <= Self.mostTouchpoints || found.isEmpty else { break }
        found.append(
          WayThrough(touchpoints: touchpoints(of: best.number), end: end, share: best.share))
        told += best.share
        // A sum that is 90 % but for rounding is 90 %.
        guard told < Self.enough - 1e-12, found.count < Self.mostPaths else { break }
      } else if let touchpoint = node.touchpoint {
        guard nodes.count < Self.mostBeginnings else { break }
        expand(network.rows[Int(touchpoint)], parent: best.number, share: best.share)
      }
    }
    return found
  }

  private mutating func expand(_ row: FlowNetwork.Row, parent: Int, share: Double) {
    let length = parent < 0 ? 0 : nodes[parent].length
    func push(_ node: Node, _ share: Double) {
      guard share > 0 else { return }
      queue.insert(Beginning(share: share, number: nodes.count))
      nodes.append(node)
    }
    for step in row.next {
      push(
        Node(
          parent: Int32(parent), touchpoint: Int32(step.target), end: nil, length: length + 1),
        share * step.chance)
    }
    for exit in row.ends {
      push(
        Node(parent: Int32(parent), touchpoint: nil, end: exit.end, length: length),
        share * exit.chance)
    }
  }

  private func touchpoints(of number: Int) -> [Int] {
    var path: [Int] = []
    var node = nodes[number]
    while true {
      if let touchpoint = node.touchpoint { path.append(Int(touchpoint)) }
      guard node.parent >= 0 else { return path.reversed() }
      node = nodes[Int(node.parent)]
    }
  }
}
