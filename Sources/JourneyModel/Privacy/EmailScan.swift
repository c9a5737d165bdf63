/// Finds e-mail addresses.
struct EmailScan {
  /// Where they stand.
  private(set) var ranges: [Range<Int>] = []

  /// Looks through a text.
  ///
  /// Cost: linear.
  init(_ scan: ScalarScan) {
    var place = 0
    while place < scan.scalars.count {
      guard let sign = Self.sign(in: scan, at: place) else {
        place += 1
        continue
      }
      let first = ranges.last?.upperBound ?? 0
      if let start = Self.nameStart(in: scan, before: sign.lowerBound, notBefore: first),
        let end = Self.domainEnd(in: scan, from: sign.upperBound)
      {
        ranges.append(start..<end)
        place = end
      } else {
        place = sign.upperBound
      }
    }
  }

  /// An at sign, or one in words with the spaces around it.
  private static func sign(in scan: ScalarScan, at place: Int) -> Range<Int>? {
    switch scan.scalars[place] {
    case "@", "\u{FF20}": return place..<place + 1
    case "(", "[", "{":
      let close: Unicode.Scalar =
        scan.scalars[place] == "(" ? ")" : scan.scalars[place] == "[" ? "]" : "}"
      guard scan[place + 1].map({ "aA".unicodeScalars.contains($0) }) ?? false,
        scan[place + 2].map({ "tT".unicodeScalars.contains($0) }) ?? false,
        scan[place + 3] == close
      else { return nil }
      let start = scan[place - 1] == " " ? place - 1 : place
      let end = scan[place + 4] == " " ? place + 5 : place + 4
      return start..<end
    default: return nil
    }
  }

  private static func nameStart(in scan: ScalarScan, before end: Int, notBefore first: Int) -> Int?
  {
    // A name is at most 64 long (RFC 5321); a hostile text may be nothing but a name.
    var start = end
    while start > max(first, end - 64), let scalar = scan[start - 1], isName(scalar) { start -= 1 }
    while start < end, let scalar = scan[start], !scalar.isLetter, scalar.decimalDigit == nil {
      start += 1
    }
    return start < end && scan[end - 1] != "." ? start : nil
  }

  private static func domainEnd(in scan: ScalarScan, from start: Int) -> Int? {
    var place = start
    var labels: [Range<Int>] = []
    while true {
      let label = place
      while place - start < 255, let scalar = scan[place], isLabel(scalar) { place += 1 }
      guard place > label, scan[label] != "-" else { break }
      labels.append(label..<place)
      guard scan[place] == ".", place - start < 255 else { break }
      place += 1
    }
    while let last = labels.last, labels.count > 1, !isTop(last, in: scan) { labels.removeLast() }
    guard labels.count > 1, let last = labels.last else { return nil }
    return last.upperBound
  }

  private static func isTop(_ label: Range<Int>, in scan: ScalarScan) -> Bool {
    label.count >= 2 && scan[label.lowerBound]?.isLetter == true
  }

  private static func isName(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isLetter || scalar.decimalDigit != nil
      || "._%+-'!#$&*=?^`|~".unicodeScalars.contains(scalar)
  }

  private static func isLabel(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isLetter || scalar.decimalDigit != nil || scalar == "-"
  }
}
