/// The longest part of a sequence that is in order already.
enum LongestIncreasing {
  /// Which numbers belong to the longest increasing subsequence.
  ///
  /// Of several that are as long, the one that ends lowest.
  ///
  /// - Parameter numbers: Numbers, no two of them equal.
  /// - Returns: For each, whether it belongs to the subsequence.
  ///
  /// Cost: n log n (Fredman 1975).
  static func members(of numbers: [Int]) -> [Bool] {
    // The places of the lowest last number of an increasing subsequence of each length.
    var ends: [Int] = []
    var previous = [Int?](repeating: nil, count: numbers.count)
    for (place, number) in numbers.enumerated() {
      var low = 0
      var high = ends.count
      while low < high {
        let middle = (low + high) / 2
        if numbers[ends[middle]] < number { low = middle + 1 } else { high = middle }
      }
      if low > 0 { previous[place] = ends[low - 1] }
      if low < ends.count { ends[low] = place } else { ends.append(place) }
    }
    var isMember = [Bool](repeating: false, count: numbers.count)
    var place = ends.last
    while let at = place {
      isMember[at] = true
      place = previous[at]
    }
    return isMember
  }
}
