/// Takes the white space around cells away, with which names would be others that look the same.
///
/// White space is what Unicode calls so, and the two characters without width, U+200B and U+FEFF. The
/// query of `journey sql` takes the same away.
enum CellTrimmer {
  /// A cell without white space around it.
  ///
  /// - Parameter text: UTF-8; bytes that are none stay.
  /// - Returns: A part of the same memory.
  @inline(__always)
  static func trimmed(_ text: UnsafeRawBufferPointer) -> UnsafeRawBufferPointer {
    guard let first = text.first, let last = text.last,
      first &- 0x21 >= 0x5E || last &- 0x21 >= 0x5E
    else { return text }
    return cut(text)
  }

  @inline(never)
  private static func cut(_ text: UnsafeRawBufferPointer) -> UnsafeRawBufferPointer {
    var low = 0
    var high = text.count
    while low < high {
      let length = space(text, low, high)
      guard length > 0 else { break }
      low += length
    }
    while high > low {
      // No character of white space ends with the bytes of another one.
      guard
        let length = (1...3).first(where: { high - $0 >= low && space(text, high - $0, high) == $0 }
        )
      else { break }
      high -= length
    }
    return UnsafeRawBufferPointer(rebasing: text[low..<high])
  }

  /// How many bytes the white space has that begins at a place; 0 where none does.
  private static func space(_ text: UnsafeRawBufferPointer, _ at: Int, _ end: Int) -> Int {
    let first = text[at]
    if first == 0x20 || first &- 0x09 < 5 { return 1 }
    guard first >= 0xC2, at + 1 < end else { return 0 }
    let second = text[at + 1]
    if first == 0xC2 { return second == 0x85 || second == 0xA0 ? 2 : 0 }
    guard at + 2 < end else { return 0 }
    let third = text[at + 2]
    let isSpace =
      switch (first, second) {
      case (0xE1, 0x9A), (0xE3, 0x80): third == 0x80
      case (0xE2, 0x80): third &- 0x80 < 12 || third == 0xA8 || third == 0xA9 || third == 0xAF
      case (0xE2, 0x81): third == 0x9F
      case (0xEF, 0xBB): third == 0xBF
      default: false
      }
    return isSpace ? 3 : 0
  }
}
