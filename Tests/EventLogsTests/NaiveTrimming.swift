extension String {
  /// What a name is without white space around it, the slow way.
  var naivelyTrimmed: String {
    func isWhite(_ scalar: Unicode.Scalar) -> Bool {
      scalar.properties.isWhitespace || scalar == "\u{200B}" || scalar == "\u{FEFF}"
    }
    var scalars = Array(unicodeScalars)
    while let first = scalars.first, isWhite(first) { scalars.removeFirst() }
    while let last = scalars.last, isWhite(last) { scalars.removeLast() }
    var text = UnicodeScalarView()
    text.append(contentsOf: scalars)
    return String(text)
  }
}
