import Foundation

/// The names of the elements that are open, outermost first.
struct XMLNames: ~Copyable {
  /// How deep elements may stand in each other; logs that programs write stay below ten.
  static let deepest = 500

  private var bytes = XESBytes(capacity: 256)
  private var ends: [Int] = []

  /// How many elements are open.
  var depth: Int { ends.count }

  /// The name of the innermost.
  var last: String {
    guard let range = range(of: ends.count - 1) else { return "" }
    return String(decoding: bytes.bytes(range.lowerBound, range.count), as: UTF8.self)
  }

  private func range(of index: Int) -> Range<Int>? {
    guard index >= 0, index < ends.count else { return nil }
    return (index > 0 ? ends[index - 1] : 0)..<ends[index]
  }

  /// Opens an element.
  ///
  /// - Returns: Whether it is not too deep.
  mutating func push(_ name: UnsafePointer<UInt8>, _ count: Int) -> Bool {
    guard ends.count < Self.deepest else { return false }
    bytes.append(name, count: count)
    ends.append(bytes.count)
    return true
  }

  /// Opens an element.
  mutating func push(_ name: [UInt8]) -> Bool {
    name.withUnsafeBufferPointer { bytes in
      guard let start = bytes.baseAddress else { return false }
      return push(start, bytes.count)
    }
  }

  /// Closes the innermost element.
  ///
  /// - Returns: Whether that is its name.
  mutating func pop(_ name: UnsafePointer<UInt8>, _ count: Int) -> Bool {
    guard let range = range(of: ends.count - 1), range.count == count,
      memcmp(bytes.start + range.lowerBound, name, count) == 0
    else { return false }
    cut(to: ends.count - 1)
    return true
  }

  /// Forgets the elements that were opened since there were so many.
  mutating func cut(to depth: Int) {
    guard depth < ends.count else { return }
    ends.removeLast(ends.count - depth)
    bytes.cut(to: ends.last ?? 0)
  }
}
