/// How many more go from one to another than back, between those that are put in order.
struct NetTraffic {
  private let count: Int
  /// Row after row.
  private var more: [Int]
  /// How many come to each or go on from it.
  private var traffic: [Int]
  /// How many go from one to another, all of them.
  private(set) var total = 0

  /// Adds up the ways between some items.
  ///
  /// - Parameters:
  ///   - items: The items, which are numbered by their places here.
  ///   - ways: How many go from one to another.
  init(_ items: [Int], _ ways: [JourneyOrder.Way]) {
    count = items.count
    more = Array(repeating: 0, count: count * count)
    traffic = Array(repeating: 0, count: count)
    var slot: [Int: Int] = [:]
    for (place, item) in items.enumerated() { slot[item] = place }
    for way in ways where way.source != way.target {
      guard let a = slot[way.source], let b = slot[way.target] else { continue }
      more[a * count + b] &+= way.count
      more[b * count + a] &-= way.count
      traffic[a] &+= way.count
      traffic[b] &+= way.count
      total &+= way.count
    }
  }

  /// How many more go backwards than must, in an order.
  func backwards(_ order: [Int]) -> Int {
    var sum = 0
    for (place, item) in order.enumerated() {
      for later in order[(place + 1)...] { sum &+= max(0, more[later * count + item]) }
    }
    return sum
  }

  /// Each behind those from which more come to it than go back, the first of the items first; where
  /// they go in circles, the one to which the smallest part is still to come.
  func sourcesFirst() -> [Int] {
    var coming = (0..<count).map { item in
      (0..<count).reduce(0) { $0 &+ max(0, more[$1 * count + item]) }
    }
    var rest = Array(0..<count)
    var order: [Int] = []
    while !rest.isEmpty {
      var best = 0
      var least = Double.infinity
      for (place, item) in rest.enumerated() {
        let part = Double(coming[item]) / Double(max(1, traffic[item]))
        if part < least - 1e-12 { (best, least) = (place, part) }
        if least <= 0 { break }
      }
      let item = rest.remove(at: best)
      order.append(item)
      for other in rest { coming[other] &-= max(0, more[item * count + other]) }
    }
    return order
  }

  /// An order in which no single item can be moved to where clearly fewer go backwards, nor, where as
  /// many do, to where it stands nearer to the order of the items themselves.
  ///
  /// - Parameters:
  ///   - start: The order to begin with.
  ///   - rounds: How often each may be moved.
  /// - Returns: The order.
  func settled(_ start: [Int], rounds: Int) -> [Int] {
    var order = start
    for _ in 0..<rounds {
      var isMoved = false
      for item in 0..<count {
        guard let at = order.firstIndex(of: item), let target = target(of: item, at: at, in: order)
        else { continue }
        order.remove(at: at)
        order.insert(item, at: target)
        isMoved = true
      }
      if !isMoved { break }
    }
    return order
  }

  /// Where an item is better placed; nil where it stands well.
  private func target(of item: Int, at: Int, in order: [Int]) -> Int? {
    var best = (gain: 0, nearer: 0, place: at)
    func consider(_ gain: Int, _ nearer: Int, _ place: Int) {
      guard gain > traffic[item] / 50 || (gain >= 0 && nearer > 0) else { return }
      if (gain, nearer) > (best.gain, best.nearer) { best = (gain, nearer, place) }
    }
    var (gain, nearer) = (0, 0)
    for place in stride(from: at - 1, through: 0, by: -1) {
      gain &+= more[item * count + order[place]]
      nearer += order[place] > item ? 1 : -1
      consider(gain, nearer, place)
    }
    (gain, nearer) = (0, 0)
    for place in stride(from: at + 1, to: count, by: 1) {
      gain &+= more[order[place] * count + item]
      nearer += order[place] < item ? 1 : -1
      consider(gain, nearer, place)
    }
    return best.place == at ? nil : best.place
  }
}
