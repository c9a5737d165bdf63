/// Pieces of a PNG file that cairo does not write.
struct PNGChunks {
  private var bytes: [UInt8] = []

  /// Says how large a pixel is on paper.
  mutating func appendResolution(pixelsPerInch dpi: Double) {
    let perMetre = UInt32(min(max((dpi / 0.0254).rounded(), 1), Double(UInt32.max)))
    append("pHYs", Self.bigEndian(perMetre) + Self.bigEndian(perMetre) + [1])
  }

  /// Adds a text under one of PNG's own keywords, as UTF-8, not compressed.
  mutating func appendText(_ keyword: String, _ text: String) {
    let clean = text.utf8.map { $0 == 0 ? UInt8(ascii: " ") : $0 }
    append("iTXt", Array(keyword.utf8) + [0, 0, 0, 0, 0] + clean)
  }

  /// The file with the pieces behind its header, where they may stand whatever they are.
  func inserted(into file: [UInt8]) -> [UInt8] {
    // The signature, then the header: 4 bytes of length, 4 of name, 13 of content, 4 of sum.
    let headerEnd = 8 + 25
    guard file.count > headerEnd else { return file }
    return Array(file[..<headerEnd]) + bytes + file[headerEnd...]
  }

  private mutating func append(_ name: String, _ content: [UInt8]) {
    let body = Array(name.utf8) + content
    bytes += Self.bigEndian(UInt32(content.count)) + body + Self.bigEndian(Self.checksum(body))
  }

  private static func bigEndian(_ value: UInt32) -> [UInt8] {
    [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: value >> $0) }
  }

  /// CRC-32 as ISO 3309 has it; bit by bit, the texts being short.
  private static func checksum(_ bytes: [UInt8]) -> UInt32 {
    var sum = UInt32.max
    for byte in bytes {
      sum ^= UInt32(byte)
      for _ in 0..<8 { sum = (sum >> 1) ^ (sum & 1 == 1 ? 0xEDB8_8320 : 0) }
    }
    return ~sum
  }
}
