/// A short stand-in for bytes: equal bytes have equal fingerprints, and others have other ones but
/// for one chance in 2⁶⁴.
///
/// Fast rather than safe against malice: who can write both the documents and the pictures has no
/// need to deceive the program. The same on every machine.
struct Fingerprint: Hashable, Sendable {
  private(set) var value: UInt64 = 0x9E37_79B9_7F4A_7C15

  /// Takes bytes and their number in, so that `ab` and `c` are not `a` and `bc`.
  ///
  /// Cost: some 10⁹ bytes a second.
  mutating func add(_ bytes: [UInt8]) {
    mix(UInt64(bytes.count))
    bytes.withUnsafeBytes { buffer in
      let whole = buffer.count & ~7
      for offset in stride(from: 0, to: whole, by: 8) {
        mix(UInt64(littleEndian: buffer.loadUnaligned(fromByteOffset: offset, as: UInt64.self)))
      }
      var rest: UInt64 = 0
      for offset in whole..<buffer.count { rest = rest << 8 | UInt64(buffer[offset]) }
      mix(rest)
    }
  }

  mutating func add(_ text: String) { add(Array(text.utf8)) }

  mutating func add(_ other: Fingerprint) { mix(other.value) }

  mutating func add(_ numbers: [Int]) {
    mix(UInt64(numbers.count))
    for number in numbers { mix(UInt64(bitPattern: Int64(number))) }
  }

  /// Every step can be undone, so two inputs that differ in one word never meet.
  private mutating func mix(_ word: UInt64) {
    value = (value ^ word) &* 0xFF51_AFD7_ED55_8CCD
    value ^= value >> 29
  }

  init() {}

  /// The fingerprint that was written down before.
  init(value: UInt64) { self.value = value }

  init(_ bytes: [UInt8]) { add(bytes) }
}
