import Foundation

/// Finds where the last whole row of a block ends, by the same rule by which rows are split.
struct RowBorder {
  /// What ends rows.
  let newline: UInt8
  /// What separates cells; only matters where there are quotation marks.
  let delimiter: UInt8
  /// Whether cells may be quoted, and so hold what ends rows.
  let hasQuotes: Bool

  /// What is known of a block that begins with a row.
  struct Found {
    /// Behind the last whole row; 0 where none ends.
    var end = 0
    /// Whether there is a quotation mark.
    var hasQuotes = false
    /// Where the quotation mark stands that is not closed.
    var unclosed: Int?
  }

  /// Looks through a block that begins where a row begins.
  func find(_ bytes: UnsafeRawBufferPointer) -> Found {
    var found = Found()
    guard let base = bytes.baseAddress else { return found }
    guard hasQuotes, var quote = next(TableDialect.quote, bytes, 0) else {
      found.end = last(bytes, 0, bytes.count)
      return found
    }
    found.hasQuotes = true
    var at = 0
    while true {
      // A quotation mark opens a cell only where the cell begins.
      let before = quote == 0 ? newline : base.load(fromByteOffset: quote - 1, as: UInt8.self)
      guard before == delimiter || before == newline else {
        guard let next = next(TableDialect.quote, bytes, quote + 1) else { break }
        quote = next
        continue
      }
      found.end = max(found.end, last(bytes, at, quote))
      guard let close = closing(bytes, quote + 1) else {
        found.unclosed = quote
        return found
      }
      at = close + 1
      guard let next = next(TableDialect.quote, bytes, at) else { break }
      quote = next
    }
    found.end = max(found.end, last(bytes, at, bytes.count))
    return found
  }

  /// The next place of a byte.
  private func next(_ byte: UInt8, _ bytes: UnsafeRawBufferPointer, _ from: Int) -> Int? {
    guard let base = bytes.baseAddress, from < bytes.count,
      let place = memchr(base + from, Int32(byte), bytes.count - from)
    else { return nil }
    return UnsafeRawPointer(place) - base
  }

  /// The quotation mark that closes a cell; nil where none does.
  ///
  /// A mark at the very end closes for now: with more bytes it is looked at again.
  private func closing(_ bytes: UnsafeRawBufferPointer, _ from: Int) -> Int? {
    var at = from
    while let place = next(TableDialect.quote, bytes, at) {
      guard place + 1 < bytes.count, bytes[place + 1] == TableDialect.quote else { return place }
      at = place + 2
    }
    return nil
  }

  /// Behind the last row that ends between two places; 0 where none does.
  private func last(_ bytes: UnsafeRawBufferPointer, _ from: Int, _ to: Int) -> Int {
    var at = to
    while at > from {
      at &-= 1
      if bytes[at] == newline { return at + 1 }
    }
    return 0
  }
}
