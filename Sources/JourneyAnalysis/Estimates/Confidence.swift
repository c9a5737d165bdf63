/// How sure all intervals are: 90 %.
package enum Confidence {
  /// What an interval leaves outside, both sides together.
  package static let outside = 0.1

  /// How many standard errors an interval reaches to each side, where the error is known.
  package static let quantile = normalQuantile(1 - outside / 2)

  /// How many standard errors it reaches where the error itself is estimated.
  ///
  /// - Parameter freedom: The degrees of freedom of the error's square, at least 1.
  /// - Returns: Student's quantile: 6.3 at one degree, 2.1 at four, near 1.64 at many.
  package static func quantile(freedom: Double) -> Double {
    StudentT(freedom: freedom).quantile(outside: outside)
  }
}
