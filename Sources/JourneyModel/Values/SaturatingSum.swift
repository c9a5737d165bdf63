extension Sequence where Element == Int {
  /// The sum of counts, at most the largest number there is.
  ///
  /// No document ends a program by what it counts. Negative counts are none. Cost: linear.
  package var saturatingSum: Int {
    reduce(0) { sum, count in
      let (value, overflow) = sum.addingReportingOverflow(Swift.max(0, count))
      return overflow ? .max : value
    }
  }
}
