/// Reads the scores of an XES log.
struct XESScores: Sendable {
  /// The scale that scores must lie on; nil: any number is one.
  let scale: ClosedRange<Double>?

  /// A score on the scale; not a number where there is none, nil where it is a bad one.
  func score(_ text: UnsafeRawBufferPointer) -> Double? {
    let trimmed = CellTrimmer.trimmed(text)
    if trimmed.isEmpty { return .nan }
    guard let score = NumberParser.double(trimmed, takesComma: false) else {
      return EmptyWord.isOne(trimmed) ? .nan : nil
    }
    if let scale, !scale.contains(score) { return nil }
    return score
  }

  /// What is wrong with what ``score(_:)`` says is a bad score.
  func fault(of text: UnsafeRawBufferPointer) -> RowFault {
    let number = NumberParser.double(CellTrimmer.trimmed(text), takesComma: false)
    return number == nil ? .badScore : .offScale
  }
}
