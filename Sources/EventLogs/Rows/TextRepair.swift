/// What is done with text that is not UTF-8.
enum TextRepair {
  /// Whether all of it is UTF-8.
  static func isUTF8(_ text: UnsafeRawBufferPointer) -> Bool {
    var at = 0
    let count = text.count
    while at < count {
      if count - at >= 8,
        text.loadUnaligned(fromByteOffset: at, as: UInt64.self) & 0x8080_8080_8080_8080 == 0
      {
        at += 8
        continue
      }
      let lead = text[at]
      if lead < 0x80 {
        at += 1
        continue
      }
      // The second byte is bounded so that nothing is written longer than it must be, and that no
      // half of a surrogate pair and nothing beyond U+10FFFF is written.
      let length: Int
      let low: UInt8
      let high: UInt8
      switch lead {
      case 0xC2...0xDF: (length, low, high) = (2, 0x80, 0xBF)
      case 0xE0: (length, low, high) = (3, 0xA0, 0xBF)
      case 0xED: (length, low, high) = (3, 0x80, 0x9F)
      case 0xE1...0xEF: (length, low, high) = (3, 0x80, 0xBF)
      case 0xF0: (length, low, high) = (4, 0x90, 0xBF)
      case 0xF1...0xF3: (length, low, high) = (4, 0x80, 0xBF)
      case 0xF4: (length, low, high) = (4, 0x80, 0x8F)
      default: return false
      }
      guard at + length <= count, text[at + 1] >= low, text[at + 1] <= high else { return false }
      for next in (at + 2)..<(at + max(2, length)) where text[next] & 0xC0 != 0x80 { return false }
      at += length
    }
    return true
  }

  /// What Windows-1252 has from 0x80 to 0x9F; what it leaves open stays a control character.
  private static let windows: [UInt32] = [
    0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039,
    0x0152, 0x8D, 0x017D, 0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D, 0x017E, 0x0178,
  ]

  /// The text as UTF-8, taken for Windows-1252, in which different bytes stay different.
  static func repair(_ text: UnsafeRawBufferPointer, scratch: Scratch) -> UnsafeRawBufferPointer {
    let room = scratch.take(text.count * 3)
    var end = 0
    for byte in text {
      let scalar =
        byte &- 0x80 < 0x20 ? windows[Int(byte &- 0x80)] : UInt32(byte)
      if scalar < 0x80 {
        room[end] = UInt8(scalar)
        end += 1
      } else if scalar < 0x800 {
        room[end] = UInt8(0xC0 | scalar >> 6)
        room[end + 1] = UInt8(0x80 | scalar & 0x3F)
        end += 2
      } else {
        room[end] = UInt8(0xE0 | scalar >> 12)
        room[end + 1] = UInt8(0x80 | scalar >> 6 & 0x3F)
        room[end + 2] = UInt8(0x80 | scalar & 0x3F)
        end += 3
      }
    }
    return UnsafeRawBufferPointer(rebasing: room[..<end])
  }
}
