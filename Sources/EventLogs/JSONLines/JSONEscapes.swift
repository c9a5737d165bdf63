/// What JSON texts with escapes mean.
enum JSONEscapes {
  /// The text that is meant, as UTF-8; half a surrogate pair becomes U+FFFD.
  ///
  /// nil where an escape is none.
  static func meant(_ text: UnsafeRawBufferPointer, _ scratch: Scratch)
    -> UnsafeRawBufferPointer?
  {
    // No escape is shorter than what it means.
    let room = scratch.take(text.count)
    var to = 0
    var at = 0
    while at < text.count {
      guard text[at] == 0x5C else {
        room[to] = text[at]
        to += 1
        at += 1
        continue
      }
      guard at + 1 < text.count else { return nil }
      let letter = text[at + 1]
      at += 2
      guard letter == 0x75 else {
        guard let meant = plain(letter) else { return nil }
        room[to] = meant
        to += 1
        continue
      }
      guard var scalar = number(text, at) else { return nil }
      at += 4
      if scalar & 0xFC00 == 0xD800, at + 1 < text.count, text[at] == 0x5C, text[at + 1] == 0x75,
        let low = number(text, at + 2), low & 0xFC00 == 0xDC00
      {
        scalar = 0x10000 + (scalar & 0x3FF) << 10 + (low & 0x3FF)
        at += 6
      }
      let unicode = Unicode.Scalar(scalar) ?? "\u{FFFD}"
      for byte in UTF8.encode(unicode) ?? UTF8.encodedReplacementCharacter {
        room[to] = byte
        to += 1
      }
    }
    return UnsafeRawBufferPointer(rebasing: room[..<to])
  }

  private static func plain(_ letter: UInt8) -> UInt8? {
    switch letter {
    case 0x22, 0x5C, 0x2F: letter
    case 0x62: 0x08
    case 0x66: 0x0C
    case 0x6E: 0x0A
    case 0x72: 0x0D
    case 0x74: 0x09
    default: nil
    }
  }

  private static func number(_ text: UnsafeRawBufferPointer, _ from: Int) -> UInt32? {
    guard from + 4 <= text.count else { return nil }
    var value: UInt32 = 0
    for byte in text[from..<(from + 4)] {
      let digit: UInt8
      switch byte {
      case 0x30...0x39: digit = byte - 0x30
      case 0x41...0x46: digit = byte - 0x37
      case 0x61...0x66: digit = byte - 0x57
      default: return nil
      }
      value = value << 4 | UInt32(digit)
    }
    return value
  }
}
