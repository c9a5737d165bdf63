/// The zone that a time says itself.
enum ZoneSuffix {
  /// Short names and their hours east of UTC.
  ///
  /// Names that several zones have (CST, IST, BST) are not among them: a time that is hours off is
  /// worse than one that is told to be unreadable.
  private static let names: [String: Int64] = [
    "UTC": 0, "GMT": 0, "UT": 0, "WET": 0, "WEST": 1, "CET": 1, "MEZ": 1, "CEST": 2, "MESZ": 2,
    "EET": 2, "EEST": 3, "EST": -5, "EDT": -4, "CDT": -5, "MDT": -6, "PST": -8, "PDT": -7,
  ]

  /// Seconds east of UTC.
  ///
  /// - Parameter text: `Z`, `UTC`, `GMT`, `+02`, `+0200`, `+02:00` or `+02:00:30`, `UTC+02` or one
  ///   of the few short names that mean one zone only, a space in front or not; the name of a zone
  ///   behind an offset, in brackets or not, adds nothing.
  /// - Returns: nil where it is none of these.
  static func offset(_ text: UnsafeRawBufferPointer) -> Int64? {
    // The usual form first: it needs no memory.
    if text.count == 6, text[3] == 0x3A, text[0] == 0x2B || text[0] == 0x2D {
      let hours = Int64(text[1] &- 0x30) * 10 + Int64(text[2] &- 0x30)
      let minutes = Int64(text[4] &- 0x30) * 10 + Int64(text[5] &- 0x30)
      let areDigits =
        max(text[1] &- 0x30, text[2] &- 0x30, text[4] &- 0x30, text[5] &- 0x30) < 10
      if areDigits, hours <= 23, minutes <= 59 {
        return (text[0] == 0x2D ? -1 : 1) * (hours * 3_600 + minutes * 60)
      }
    }
    var text = text
    while let first = text.first, first == 0x20 {
      text = UnsafeRawBufferPointer(rebasing: text.dropFirst())
    }
    if text.last == 0x5D, let bracket = text.firstIndex(of: 0x5B), bracket > 0 {
      text = UnsafeRawBufferPointer(rebasing: text[..<bracket])
    }
    // What no zone needs is not looked at closely, however long it is.
    guard text.count <= 80 else { return nil }
    if text.last == 0x29, let bracket = text.firstIndex(of: 0x28), bracket > 1 {
      text = UnsafeRawBufferPointer(rebasing: text[..<(bracket - 1)])
    }
    if text.first == 0x2B || text.first == 0x2D, let space = text.firstIndex(of: 0x20),
      text[(space + 1)...].allSatisfy({ ($0 | 0x20) &- 0x61 < 26 })
    {
      text = UnsafeRawBufferPointer(rebasing: text[..<space])
    }
    guard let first = text.first else { return nil }
    if first == 0x5A || first == 0x7A { return text.count == 1 ? 0 : nil }
    if first | 0x20 > 0x60 {
      let letters = text.prefix { ($0 | 0x20) &- 0x61 < 26 }
      guard letters.count <= 4,
        let hours = names[String(decoding: letters, as: UTF8.self).uppercased()]
      else { return nil }
      if letters.count == text.count { return hours * 3_600 }
      // What stands behind UTC and GMT is an offset.
      let behind = UnsafeRawBufferPointer(rebasing: text[letters.endIndex...])
      let sign = behind.first { $0 != 0x20 }
      guard hours == 0, sign == 0x2B || sign == 0x2D else { return nil }
      return offset(behind)
    }
    guard first == 0x2B || first == 0x2D else { return nil }
    var digits: [Int64] = []
    for (at, byte) in text.enumerated().dropFirst() {
      if byte == 0x3A, at == 3 || at == 6 { continue }
      guard byte &- 0x30 < 10, digits.count < 6 else { return nil }
      digits.append(Int64(byte &- 0x30))
    }
    guard digits.count >= 2, digits.count % 2 == 0, text.last != 0x3A else { return nil }
    let pairs = stride(from: 0, to: digits.count, by: 2).map { digits[$0] * 10 + digits[$0 + 1] }
    let hours = pairs[0]
    let minutes = pairs.count > 1 ? pairs[1] : 0
    let seconds = pairs.count > 2 ? pairs[2] : 0
    guard hours <= 23, minutes <= 59, seconds <= 59 else { return nil }
    return (first == 0x2D ? -1 : 1) * (hours * 3_600 + minutes * 60 + seconds)
  }
}
