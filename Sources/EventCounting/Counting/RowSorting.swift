extension PartitionRows {
  /// Puts a customer's rows into the order of their arrivals, then of their sequence numbers.
  ///
  /// - Returns: How many neighbours nothing but the log orders.
  @inline(__always)
  func sort(_ range: Range<Int>, bySequence: Bool) -> Int {
    let items = items.base
    if bySequence { return sortSlowly(range) }
    var ties = 0
    var isSorted = true
    var place = range.lowerBound &+ 1
    while place < range.upperBound {
      let (before, time) = (items[place &- 1].arrival, items[place].arrival)
      if time <= before {
        if time < before {
          isSorted = false
          break
        }
        if time != EventRow.unknown { ties &+= 1 }
      }
      place &+= 1
    }
    if isSorted { return ties }
    if extras.count > 0 || range.count > 48 { return sortSlowly(range) }
    // A customer's rows are few and nearly in order.
    while place < range.upperBound {
      let item = items[place]
      var hole = place
      while hole > range.lowerBound, items[hole &- 1].arrival > item.arrival {
        items[hole] = items[hole &- 1]
        hole &-= 1
      }
      items[hole] = item
      place &+= 1
    }
    return countTies(range)
  }

  /// How many neighbours among a customer's rows, which are in order, nothing but the log orders.
  func countTies(_ range: Range<Int>) -> Int {
    var ties = 0
    for place in range.dropFirst() where isTie(place - 1, place) { ties &+= 1 }
    return ties
  }

  private func isTie(_ left: Int, _ right: Int) -> Bool {
    let time = items.base[left].arrival
    guard time == items.base[right].arrival, time != EventRow.unknown else { return false }
    return extras.count == 0 || extras.base[left].sequence == extras.base[right].sequence
  }

  private func isBefore(_ left: Int, _ right: Int) -> Bool {
    let (one, other) = (items.base[left].arrival, items.base[right].arrival)
    if one != other { return one < other }
    guard extras.count > 0 else { return false }
    return extras.base[left].sequence < extras.base[right].sequence
  }

  /// Merges runs that are in order already, by the rows' numbers.
  @inline(never)
  private func sortSlowly(_ range: Range<Int>) -> Int {
    var runs: [Int] = [range.lowerBound]
    for place in range.dropFirst() where isBefore(place, place - 1) { runs.append(place) }
    guard runs.count > 1 else { return countTies(range) }
    runs.append(range.upperBound)
    var order = Array(range)
    var merged = order
    while runs.count > 2 {
      var longer = [range.lowerBound]
      for index in stride(from: 0, to: runs.count - 1, by: 2) {
        let (low, middle) = (runs[index] - range.lowerBound, runs[index + 1] - range.lowerBound)
        let high = index + 2 < runs.count ? runs[index + 2] - range.lowerBound : middle
        merge(low, middle, high, from: order, into: &merged)
        longer.append(high + range.lowerBound)
      }
      runs = longer
      swap(&order, &merged)
    }
    arrange(items.base, range, order)
    if extras.count > 0 { arrange(extras.base, range, order) }
    return countTies(range)
  }

  private func merge(
    _ low: Int, _ middle: Int, _ high: Int, from order: [Int], into merged: inout [Int]
  ) {
    var (left, right) = (low, middle)
    for place in low..<high {
      let takesRight =
        right < high && (left >= middle || isBefore(order[right], order[left]))
      merged[place] = takesRight ? order[right] : order[left]
      if takesRight { right += 1 } else { left += 1 }
    }
  }

  private func arrange<Value: BitwiseCopyable>(
    _ values: UnsafeMutablePointer<Value>, _ range: Range<Int>, _ order: [Int]
  ) {
    let sorted = order.map { values[$0] }
    for (place, value) in zip(range, sorted) { values[place] = value }
  }
}
