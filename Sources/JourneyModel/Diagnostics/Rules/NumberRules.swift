extension ProblemFinder {
  /// Checks a number that must be finite and not negative.
  mutating func checkNotNegative(_ number: Double?, at path: @autoclosure () -> DocumentPath) {
    guard let number, !(number >= 0 && number.isFinite) else { return }
    if number.isFinite {
      error(
        "negative", "\(number.plainText) is less than nothing", fix: "write 0 or more", at: path())
    } else {
      error(
        "not-finite", "\(number) is not a number that can be computed with",
        fix: "remove it when it is unknown", at: path())
    }
  }

  /// Checks how many were asked or answered: at least one.
  mutating func checkCount(_ count: Int?, at path: @autoclosure () -> DocumentPath) {
    guard let count, count < 1 else { return }
    error(
      "bad-count",
      count == 0 ? "0 people cannot have said this" : "\(count) people are fewer than none",
      fix: "write how many there were, or remove the key when nobody was asked", at: path())
  }

  /// Checks a count of things, of which there may be none.
  mutating func checkAmount(_ count: Int?, at path: @autoclosure () -> DocumentPath) {
    guard let count, count < 0 else { return }
    error("negative", "\(count) is less than nothing", fix: "write 0 or more", at: path())
  }

  /// Checks a length of time.
  mutating func checkTime(_ span: TimeSpan?, at path: @autoclosure () -> DocumentPath) {
    guard let span, !(span.seconds >= 0 && span.seconds.isFinite) else { return }
    error(
      "bad-time", "a length of time is neither negative nor endless",
      fix: "write one such as 4m or 5d", at: path())
  }

  /// Checks that a score lies on the document's scale.
  mutating func checkOnScale(_ score: Double?, at path: @autoclosure () -> DocumentPath) {
    guard let score, hasScale, !journey.scale.contains(score) else { return }
    let low = journey.scale.low.plainText
    let high = journey.scale.high.plainText
    guard score.isFinite else {
      return error(
        "not-finite", "\(score) is not a score", fix: "remove it when it is unknown", at: path())
    }
    error(
      "off-scale", "\(score.plainText) is off the scale from \(low) to \(high)",
      fix: "write a score from \(low) to \(high), or change 'scale'", at: path())
  }

  /// Checks a standard deviation: not negative, and possible on the scale.
  mutating func checkSpread(_ sd: Double?, at path: @autoclosure () -> DocumentPath) {
    guard let sd else { return }
    guard sd >= 0, sd.isFinite else {
      return checkNotNegative(sd, at: path())
    }
    // Two answers at opposite ends have the largest possible spread: the range divided by √2.
    let most = (journey.scale.high - journey.scale.low) / 2.0.squareRoot()
    guard hasScale, sd > most * (1 + 1e-9) else { return }
    let shown = (most * 100).rounded() / 100
    warning(
      "wide-sd", "a standard deviation of \(sd.plainText) is impossible on this scale",
      fix: "it is \(shown.plainText) at most; is it a variance, or from another scale?", at: path())
  }

  /// Checks that a value by persona has at least one, each persona once.
  mutating func checkIsNotEmpty<Value>(
    _ entries: [ByPersona<Value>.Entry], at path: @autoclosure () -> DocumentPath
  ) {
    if entries.isEmpty {
      error(
        "empty-value", "a value for each persona, without any persona",
        fix: "name a persona, or remove the value", at: path())
    }
    guard Set(entries.lazy.map(\.persona)).count < entries.count else { return }
    error(
      "duplicate-id", "a persona is given twice", fix: "keep one of the two values", at: path())
  }

  /// Checks a score with its parts.
  mutating func checkScore(_ score: Score, at path: @autoclosure () -> DocumentPath) {
    checkOnScale(score.mean, at: path().part("mean"))
    checkCount(score.n, at: path().part("n"))
    checkSpread(score.sd, at: path().part("sd"))
    checkExtensions(score.extensions, at: path())
  }
}

extension DocumentPath {
  /// A part of a value that may also be written as that part alone: `felt: -1` is `felt.mean`.
  func part(_ key: String) -> DocumentPath { appending(.key(key)) }
}
