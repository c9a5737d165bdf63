extension EventCounts.Times {
  /// Times of some durations in microseconds, which are left in another order; nil without any.
  init?(of durations: UnsafeMutableBufferPointer<Int64>) {
    guard let base = durations.baseAddress, !durations.isEmpty else { return nil }
    let count = durations.count
    var sum: Int128 = 0
    for index in 0..<count { sum &+= Int128(base[index]) }
    let upper = select(count / 2, of: base, count: count)
    var middle = Double(upper) / 1e6
    if count.isMultiple(of: 2) {
      var lower = base[0]
      for index in 1..<max(1, count / 2) { lower = max(lower, base[index]) }
      middle = Double(Int128(lower) + Int128(upper)) / 2e6
    }
    self.init(count: count, mean: Double(sum) / (Double(count) * 1e6), median: middle)
  }
}

/// Moves the value that would be at a place in rising order there, none larger before it and none
/// smaller behind it.
///
/// - Returns: That value.
private func select(_ place: Int, of base: UnsafeMutablePointer<Int64>, count: Int) -> Int64 {
  var low = 0
  var high = count - 1
  // Halving goes wrong only for orders that somebody made up; sorting then costs no more than that.
  var patience = 2 * (Int.bitWidth - count.leadingZeroBitCount) + 4
  while high > low {
    if patience == 0 {
      var rest = UnsafeMutableBufferPointer(start: base + low, count: high - low + 1)
      rest.sort()
      break
    }
    patience -= 1
    let middle = low + (high - low) / 2
    let (first, second, third) = (base[low], base[middle], base[high])
    let pivot = max(min(first, second), min(max(first, second), third))
    var left = low
    var right = high
    while left <= right {
      while base[left] < pivot { left &+= 1 }
      while base[right] > pivot { right &-= 1 }
      guard left <= right else { break }
      let value = base[left]
      base[left] = base[right]
      base[right] = value
      left &+= 1
      right &-= 1
    }
    if place <= right {
      high = right
    } else if place >= left {
      low = left
    } else {
      break
    }
  }
  return base[place]
}
