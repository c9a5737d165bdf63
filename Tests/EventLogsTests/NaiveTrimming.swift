extension String {
  /// What a name is without white space around it, the slow way.
  var naivelyTrimmed: String {
    let white: Set<Unicode.Scalar> = [" ", "\t", "\n", "\r", "\u{B}", "\u{C}"]
    var scalars = Array(unicodeScalars)
    while let first = scalars.first, white.contains(first) { scalars.removeFirst() }
    while let last = scalars.last, white.contains(last) { scalars.removeLast() }
    var text = UnicodeScalarView()
    text.append(contentsOf: scalars)
    return String(text)
  }
}
