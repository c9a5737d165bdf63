/// Takes the white space around names away, with which they would be other names that look the same.
enum NameTrimmer {
  /// A name without spaces, tabs and line breaks around it.
  @inline(__always)
  static func trimmed(_ text: UnsafeRawBufferPointer) -> UnsafeRawBufferPointer {
    guard let first = text.first, let last = text.last, first <= 0x20 || last <= 0x20 else {
      return text
    }
    return cut(text)
  }

  @inline(never)
  private static func cut(_ text: UnsafeRawBufferPointer) -> UnsafeRawBufferPointer {
    var low = 0
    var high = text.count
    while low < high, isSpace(text[low]) { low += 1 }
    while high > low, isSpace(text[high - 1]) { high -= 1 }
    return UnsafeRawBufferPointer(rebasing: text[low..<high])
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte &- 0x09 < 5
  }
}
