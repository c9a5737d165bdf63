import Foundation

/// The names of the attributes that are looked for, each with its slot.
///
/// Of the attributes of a log most are not wanted, so saying no is quick: by length, then by the
/// first eight bytes.
final class XESKeys: Sendable {
  /// The names by slot.
  let names: [[UInt8]]

  private struct Entry {
    var count: Int
    /// The first eight bytes, zeros behind a shorter name.
    var head: UInt64
    var slot: Int
  }

  private let entries: [Entry]
  /// A bit for each length that a name has; the last bit for all that are longer.
  private let lengths: UInt64

  /// The most names that can be looked for, a bit each.
  static let most = 64

  /// Creates the table.
  ///
  /// - Parameter names: At most ``most``, none twice.
  init(_ names: [[UInt8]]) {
    self.names = names
    entries = names.enumerated().map { slot, name in
      Entry(count: name.count, head: Self.head(name), slot: slot)
    }
    lengths = names.reduce(0) { $0 | 1 << UInt64(min($1.count, 63)) }
  }

  private static func head(_ name: [UInt8]) -> UInt64 {
    name.prefix(8).enumerated().reduce(0) { $0 | UInt64($1.element) << UInt64($1.offset * 8) }
  }

  /// The slot of a name.
  ///
  /// - Parameters:
  ///   - name: Its bytes; eight can be read behind them.
  ///   - count: How many.
  /// - Returns: nil when it is not wanted.
  @inline(__always)
  func slot(_ name: UnsafePointer<UInt8>, _ count: Int) -> Int? {
    guard (lengths >> UInt64(min(count, 63))) & 1 != 0, count > 0 else { return nil }
    var head = UnsafeRawPointer(name).loadUnaligned(as: UInt64.self).littleEndian
    if count < 8 { head &= (1 << UInt64(count &* 8)) &- 1 }
    return entries.withUnsafeBufferPointer { entries in
      for entry in entries where entry.count == count && entry.head == head {
        if count <= 8 || isSame(entry.slot, name, count) { return entry.slot }
      }
      return nil
    }
  }

  @inline(__always)
  private func isSame(_ slot: Int, _ name: UnsafePointer<UInt8>, _ count: Int) -> Bool {
    names[slot].withUnsafeBytes { wanted in
      guard let wanted = wanted.baseAddress else { return false }
      return memcmp(wanted, name, count) == 0
    }
  }
}

/// The values of an event's attributes that are looked for, by slot.
struct XESValues: ~Copyable {
  private let texts: UnsafeMutablePointer<XMLText>
  /// A bit for each slot that has a value.
  private(set) var present: UInt64 = 0

  init() {
    texts = .allocate(capacity: XESKeys.most)
  }

  deinit {
    texts.deallocate()
  }

  @inline(__always)
  mutating func removeAll() {
    present = 0
  }

  /// The value of a slot; of an attribute that stands there twice, the last one.
  @inline(__always)
  subscript(slot: Int) -> XMLText? {
    get { (present >> UInt64(slot)) & 1 != 0 ? texts[slot] : nil }
    set {
      guard let newValue else { return }
      (texts + slot).initialize(to: newValue)
      present |= 1 << UInt64(slot)
    }
  }
}
