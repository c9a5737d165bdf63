#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Writes a log's bytes to a file, a block at a time, so that this process stays small.
struct LogWriter: ~Copyable {
  private static let block = 1 << 20

  private let path: String
  private let file: Int32
  private var bytes: [UInt8] = []

  /// Opens a file, which is replaced.
  init(_ path: String) throws {
    self.path = path
    file = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
    guard file >= 0 else { throw ProcessFailure(description: "cannot write \(path)") }
    bytes.reserveCapacity(Self.block + 1024)
  }

  mutating func write(_ text: String) {
    bytes.append(contentsOf: text.utf8)
  }

  mutating func write(_ more: [UInt8]) {
    bytes.append(contentsOf: more)
  }

  /// A number with so many digits.
  mutating func write(_ number: Int, digits: Int) {
    var divisor = 1
    for _ in 1..<digits { divisor *= 10 }
    while divisor > 0 {
      bytes.append(UInt8(48 + number / divisor % 10))
      divisor /= 10
    }
  }

  /// A score of one digit.
  mutating func write(score: Int) {
    if score < 0 { bytes.append(UInt8(ascii: "-")) }
    bytes.append(UInt8(48 + abs(score)))
  }

  /// A time as `2026-01-31T12:30:00.500`, from milliseconds since 1970.
  mutating func write(time: Int64) {
    let (days, rest) = Int(time).quotientAndRemainder(dividingBy: 86_400_000)
    // Days become a date as by Hinnant, "chrono-compatible low-level date algorithms" (2013).
    let shifted = days + 719_468
    let (era, day) = shifted.quotientAndRemainder(dividingBy: 146_097)
    let year = (day - day / 1_460 + day / 36_524 - day / 146_096) / 365
    let ofYear = day - (365 * year + year / 4 - year / 100)
    let month = (5 * ofYear + 2) / 153
    write(year + era * 400 + (month < 10 ? 0 : 1), digits: 4)
    write("-")
    write(month < 10 ? month + 3 : month - 9, digits: 2)
    write("-")
    write(ofYear - (153 * month + 2) / 5 + 1, digits: 2)
    write("T")
    write(rest / 3_600_000, digits: 2)
    write(":")
    write(rest / 60_000 % 60, digits: 2)
    write(":")
    write(rest / 1000 % 60, digits: 2)
    write(".")
    write(rest % 1000, digits: 3)
    if bytes.count >= Self.block { flush() }
  }

  private var failed = false

  private mutating func flush() {
    bytes.withUnsafeBytes { bytes in
      var place = 0
      while place < bytes.count {
        let count = Self.put(file, UnsafeRawBufferPointer(rebasing: bytes[place...]))
        guard count > 0 else {
          failed = true
          return
        }
        place += count
      }
    }
    bytes.removeAll(keepingCapacity: true)
  }

  private static func put(_ file: Int32, _ bytes: UnsafeRawBufferPointer) -> Int {
    #if canImport(Glibc)
      Glibc.write(file, bytes.baseAddress, bytes.count)
    #elseif canImport(Musl)
      Musl.write(file, bytes.baseAddress, bytes.count)
    #else
      Darwin.write(file, bytes.baseAddress, bytes.count)
    #endif
  }

  /// Writes what is left.
  consuming func close() throws {
    flush()
    let wasClosed = Self.end(file)
    guard wasClosed, !failed else { throw ProcessFailure(description: "cannot write \(path)") }
  }

  private static func end(_ file: Int32) -> Bool {
    #if canImport(Glibc)
      Glibc.close(file) == 0
    #elseif canImport(Musl)
      Musl.close(file) == 0
    #else
      Darwin.close(file) == 0
    #endif
  }
}
