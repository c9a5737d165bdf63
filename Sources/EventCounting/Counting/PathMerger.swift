/// Puts what threads counted of paths together and keeps those that were travelled most.
struct PathMerger {
  /// How many paths to keep.
  let limit: Int

  /// A path that may be kept.
  private struct Candidate {
    var visits: Int
    var shard: Int
    var number: Int
  }

  /// Merges all threads' paths into the first one's.
  ///
  /// - Parameter tables: The threads' shards.
  /// - Returns: The paths to keep, most travelled first, then by path; and how many there are.
  func merge(
    _ tables: [UnsafeMutablePointer<PathTable.Shard>]
  ) -> (variants: [EventCounts.Variant], count: Int) {
    guard let merged = tables.first else { return ([], 0) }
    var candidates: [Candidate] = []
    var count = 0
    // By thread and shard, what its numbers are after merging; empty where they are the same.
    var numbers: [[[Int]]] = []
    for table in tables {
      var own: [[Int]] = []
      for shard in 0..<PathTable.shardCount {
        own.append(table == merged ? [] : move(table + shard, into: merged + shard))
      }
      numbers.append(own)
    }
    func isBefore(_ left: Candidate, _ right: Candidate) -> Bool {
      if left.visits != right.visits { return left.visits > right.visits }
      return merged[left.shard].steps(left.number)
        .lexicographicallyPrecedes(merged[right.shard].steps(right.number))
    }
    // Paths with fewer visits than this are not among the most travelled.
    var least = 1
    for shard in 0..<PathTable.shardCount {
      count += merged[shard].paths.count
      for number in 0..<merged[shard].paths.count {
        let visits = merged[shard].paths[number].visits
        guard visits >= least else { continue }
        candidates.append(Candidate(visits: visits, shard: shard, number: number))
      }
      if candidates.count / 2 > limit {
        candidates.sort(by: isBefore)
        candidates.removeSubrange(limit...)
        least = candidates.last?.visits ?? least
      }
    }
    candidates.sort(by: isBefore)
    if candidates.count > limit { candidates.removeSubrange(limit...) }

    var places: [[Int: Int]] = Array(repeating: [:], count: PathTable.shardCount)
    for (place, candidate) in candidates.enumerated() {
      places[candidate.shard][candidate.number] = place
    }
    var durations: [[Int64]] = Array(repeating: [], count: candidates.count)
    for (table, numbers) in zip(tables, numbers) {
      for shard in 0..<PathTable.shardCount where !places[shard].isEmpty {
        let (numbers, places) = (numbers[shard], places[shard])
        table[shard].times.forEach { number, duration in
          if let place = places[numbers.isEmpty ? number : numbers[number]] {
            durations[place].append(duration)
          }
        }
      }
    }
    let variants = candidates.enumerated().map { place, candidate in
      let path = merged[candidate.shard].paths[candidate.number]
      return EventCounts.Variant(
        path: merged[candidate.shard].steps(candidate.number).map { Int($0) },
        visits: candidate.visits, ends: (0..<4).map { Int(path.ends[$0]) },
        durations: durations[place].withUnsafeMutableBufferPointer { EventCounts.Times(of: $0) })
    }
    return (variants, count)
  }

  private func move(
    _ source: UnsafeMutablePointer<PathTable.Shard>,
    into target: UnsafeMutablePointer<PathTable.Shard>
  ) -> [Int] {
    (0..<source.pointee.paths.count).map {
      let path = source.pointee.paths[$0]
      let number = target.pointee.number(of: source.pointee.steps($0), hash: path.hash)
      target.pointee.add(path.ends, to: number)
      return number
    }
  }
}
