/// A PNG file taken apart into its chunks, sums checked.
struct ReadPNG {
  private(set) var chunks: [(name: String, content: [UInt8])] = []

  init?(_ bytes: [UInt8]) {
    guard bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) else { return nil }
    var place = 8
    while place + 12 <= bytes.count {
      let length = Self.number(bytes[place...])
      let end = place + 8 + length
      guard end + 4 <= bytes.count,
        Self.number(bytes[end...]) == Self.sum(bytes[(place + 4)..<end])
      else { return nil }
      let name = String(decoding: bytes[(place + 4)..<(place + 8)], as: UTF8.self)
      chunks.append((name, Array(bytes[(place + 8)..<end])))
      place = end + 4
    }
    guard place == bytes.count, chunks.first?.name == "IHDR", chunks.last?.name == "IEND" else {
      return nil
    }
  }

  var width: Int { Self.number(content("IHDR")[0...]) }
  var height: Int { Self.number(content("IHDR")[4...]) }
  /// PNG's number for what a pixel is: 2 for colour, 6 for colour with alpha.
  var colorType: UInt8 { content("IHDR")[9] }

  var pixelsPerMetre: (x: Int, y: Int)? {
    let content = content("pHYs")
    guard content.count == 9, content[8] == 1 else { return nil }
    return (Self.number(content[0...]), Self.number(content[4...]))
  }

  /// The text under a keyword.
  func text(_ keyword: String) -> String? {
    let start = Array(keyword.utf8) + [0, 0, 0, 0, 0]
    return chunks.first { $0.name == "iTXt" && $0.content.starts(with: start) }.map {
      String(decoding: $0.content.dropFirst(start.count), as: UTF8.self)
    }
  }

  private func content(_ name: String) -> [UInt8] {
    chunks.first { $0.name == name }?.content ?? []
  }

  private static func number(_ bytes: ArraySlice<UInt8>) -> Int {
    bytes.prefix(4).reduce(0) { value, byte in value * 256 + Int(byte) }
  }

  /// CRC-32 with a table, unlike the one under test.
  private static func sum(_ bytes: ArraySlice<UInt8>) -> Int {
    var table: [UInt32] = []
    for start: UInt32 in 0..<256 {
      var value = start
      for _ in 0..<8 { value = value & 1 == 1 ? 0xEDB8_8320 ^ (value >> 1) : value >> 1 }
      table.append(value)
    }
    var result = UInt32.max
    for byte in bytes {
      result = table[Int(UInt8(truncatingIfNeeded: result) ^ byte)] ^ (result >> 8)
    }
    return Int(~result)
  }
}
