/// A PNG file that grows chunk by chunk.
struct PNGFile {
  private(set) var bytes: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]

  /// Begins a file of 8 bits for each part of a pixel, in the colours of sRGB.
  init(width: Int, height: Int, isOpaque: Bool) {
    append("IHDR", Self.bigEndian(width) + Self.bigEndian(height) + [8, isOpaque ? 2 : 6, 0, 0, 0])
    append("sRGB", [0])
  }

  /// Says how large a pixel is on paper.
  mutating func appendResolution(pixelsPerInch dpi: Double) {
    let perMetre = Self.bigEndian(Int(min(max((dpi / 0.0254).rounded(), 1), 0x7FFF_FFFF)))
    append("pHYs", perMetre + perMetre + [1])
  }

  /// Adds a text under one of PNG's own keywords, as UTF-8, not compressed.
  mutating func appendText(_ keyword: String, _ text: String) {
    let clean = text.utf8.map { $0 == 0 ? UInt8(ascii: " ") : $0 }
    append("iTXt", Array(keyword.utf8) + [0, 0, 0, 0, 0] + clean)
  }

  /// Adds the pixels, compressed, and ends the file.
  mutating func finish(pixels: [UInt8]) {
    bytes.reserveCapacity(bytes.count + pixels.count + 64)
    // A chunk has 2 GB at most.
    let step = 1 << 30
    for start in stride(from: 0, to: pixels.count, by: step) {
      append("IDAT", pixels[start..<min(start + step, pixels.count)])
    }
    append("IEND", EmptyCollection())
  }

  private mutating func append(_ name: String, _ content: some Collection<UInt8>) {
    bytes += Self.bigEndian(content.count)
    let start = bytes.count
    bytes += name.utf8
    bytes += content
    bytes += Self.bigEndian(Int(Self.checksum(bytes[start...])))
  }

  private static func bigEndian(_ value: Int) -> [UInt8] {
    [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: value >> $0) }
  }

  /// CRC-32 as ISO 3309 has it.
  private static func checksum(_ bytes: ArraySlice<UInt8>) -> UInt32 {
    var sum = UInt32.max
    bytes.withUnsafeBufferPointer { bytes in
      table.withUnsafeBufferPointer { table in
        for byte in bytes { sum = table[Int(UInt8(truncatingIfNeeded: sum) ^ byte)] ^ (sum >> 8) }
      }
    }
    return ~sum
  }

  private static let table: [UInt32] = (0..<256).map { start in
    var value = UInt32(start)
    for _ in 0..<8 { value = (value >> 1) ^ (value & 1 == 1 ? 0xEDB8_8320 : 0) }
    return value
  }
}
