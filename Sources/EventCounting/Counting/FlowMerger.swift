/// Puts what threads counted of ways together.
struct FlowMerger: ~Copyable {
  private var durations = Store<Int64>()

  /// Puts one bucket of all threads together.
  ///
  /// - Parameters:
  ///   - bucket: Which one.
  ///   - tallies: The threads' counts, of one kind of segments.
  ///   - seed: What keys are hashed with.
  ///   - segmented: Whether segments are asked for, one by one.
  ///   - summed: Whether everybody is asked for.
  /// - Returns: The ways of the bucket in no particular order.
  mutating func merge(
    _ bucket: Int, of tallies: [UnsafeMutablePointer<Tally>], seed: HashSeed, segmented: Bool,
    summed: Bool
  ) -> [FlowFigure] {
    guard let first = tallies.first else { return [] }
    var keys: [Key] = []
    // For each thread, what its numbers are here; empty where they are the same.
    var numbers: [[Int]] = tallies.map { _ in [] }
    if first.pointee.flows.isDense {
      keys = (0..<first.pointee.flows.denseSize(of: bucket)).map {
        first.pointee.flows.denseKey($0, in: bucket)
      }
    } else {
      var table = KeyTable()
      for (thread, tally) in tallies.enumerated() {
        let source = tally.pointee.flows.buckets + bucket
        numbers[thread] = (0..<source.pointee.table.count).map {
          let key = source.pointee.table.keys[$0]
          return Int(table.index(of: key, hash: key.hash(seed), seed: seed))
        }
      }
      keys = (0..<table.count).map { table.keys[$0] }
    }
    var counts = [Int](repeating: 0, count: keys.count)
    var timeCounts = counts
    for (thread, tally) in tallies.enumerated() {
      let numbers = numbers[thread]
      let isDense = numbers.isEmpty
      for number in 0..<(isDense && first.pointee.flows.isDense ? keys.count : numbers.count) {
        counts[isDense ? number : numbers[number]] += tally.pointee.flows.count(number, in: bucket)
      }
      tally.pointee.flows.buckets[bucket].times.forEach { number, _ in
        timeCounts[isDense ? number : numbers[number]] += 1
      }
    }
    var order = Array(keys.indices)
    if !first.pointee.flows.isDense {
      order.sort { (keys[$0].low, keys[$0].high) < (keys[$1].low, keys[$1].high) }
    }
    var starts = [Int](repeating: 0, count: keys.count)
    var total = 0
    for number in order {
      starts[number] = total
      total += timeCounts[number]
    }
    durations.removeAll()
    durations.resize(total)
    let base = durations.base
    var next = starts
    for (thread, tally) in tallies.enumerated() {
      let numbers = numbers[thread]
      let isDense = numbers.isEmpty
      tally.pointee.flows.buckets[bucket].times.forEach { number, duration in
        let number = isDense ? number : numbers[number]
        (base + next[number]).initialize(to: duration)
        next[number] += 1
      }
      tally.pointee.flows.buckets[bucket].times = DurationLog()
    }
    var figures: [FlowFigure] = []
    var place = 0
    while place < order.count {
      let key = keys[order[place]]
      var sum = FlowFigure(
        segment: FlowFigure.everyone, source: Int(key.low >> 32),
        target: Int(key.low & 0xFFFF_FFFF), count: 0)
      let start = starts[order[place]]
      var end = start
      while place < order.count, keys[order[place]].low == key.low {
        let number = order[place]
        end += timeCounts[number]
        sum.count += counts[number]
        if segmented, counts[number] > 0 {
          var figure = sum
          figure.segment = Int(keys[number].high)
          figure.count = counts[number]
          figure.times = times(starts[number], timeCounts[number])
          figures.append(figure)
        }
        place += 1
      }
      if summed, sum.count > 0 {
        sum.times = times(start, end - start)
        figures.append(sum)
      }
    }
    return figures
  }

  private func times(_ start: Int, _ count: Int) -> EventCounts.Times? {
    EventCounts.Times(
      of: UnsafeMutableBufferPointer(start: durations.base + start, count: count))
  }
}
