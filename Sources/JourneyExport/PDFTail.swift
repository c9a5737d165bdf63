/// The end of a PDF as cairo writes it: a table of objects and a trailer, both as text.
struct PDFTail {
  /// Where the table of objects begins.
  let table: Int
  /// The entries of the trailer.
  let trailer: String
  /// The number of the root object.
  let root: Int
  /// The entries of the root object.
  let catalog: String

  /// Reads a file's end; nil when it has another form.
  init?(_ file: [UInt8]) {
    var end = Scanner(file, at: max(0, file.count - 64))
    guard end.skip(past: "startxref"), let table = end.number(), table < file.count else {
      return nil
    }
    self.table = table

    var scan = Scanner(file, at: table)
    guard scan.skip("xref"), let first = scan.number(), first == 0, let count = scan.number(),
      count <= file.count / 20
    else { return nil }
    scan.skipBlanks()
    let entries = scan.place
    scan.place += 20 * count
    guard scan.skip("trailer"), let trailer = scan.dictionary() else { return nil }
    self.trailer = trailer

    var entry = Scanner(Array(trailer.utf8), at: 0)
    guard entry.skip(past: "/Root"), let root = entry.number(), root > 0, root < count else {
      return nil
    }
    self.root = root

    var line = Scanner(file, at: entries + 20 * root)
    guard let offset = line.number(), offset < file.count else { return nil }
    var object = Scanner(file, at: offset)
    guard object.number() == root, object.number() == 0, object.skip("obj"),
      let catalog = object.dictionary()
    else { return nil }
    self.catalog = catalog
  }

  /// Reads words, numbers and dictionaries.
  private struct Scanner {
    let bytes: [UInt8]
    var place: Int

    init(_ bytes: [UInt8], at place: Int) {
      self.bytes = bytes
      self.place = place
    }

    mutating func skipBlanks() {
      while place < bytes.count, [32, 10, 13, 9].contains(bytes[place]) { place += 1 }
    }

    mutating func skip(_ word: String) -> Bool {
      skipBlanks()
      guard matches(word) else { return false }
      place += word.utf8.count
      return true
    }

    mutating func skip(past word: String) -> Bool {
      while place < bytes.count {
        if matches(word) {
          place += word.utf8.count
          return true
        }
        place += 1
      }
      return false
    }

    mutating func number() -> Int? {
      skipBlanks()
      let start = min(place, bytes.count)
      place = start
      while place < bytes.count, (48...57).contains(bytes[place]) { place += 1 }
      return Int(String(decoding: bytes[start..<place], as: UTF8.self))
    }

    /// What stands between the outer brackets, others inside.
    mutating func dictionary() -> String? {
      guard skip("<<") else { return nil }
      let start = place
      var depth = 1
      while place < bytes.count {
        if matches("<<") || matches(">>") {
          depth += bytes[place] == UInt8(ascii: "<") ? 1 : -1
          if depth == 0 { return trimmed(start..<place) }
          place += 2
        } else {
          place += 1
        }
      }
      return nil
    }

    private func matches(_ word: String) -> Bool {
      place <= bytes.count && bytes[place...].starts(with: word.utf8)
    }

    private func trimmed(_ range: Range<Int>) -> String {
      var range = range
      while let last = range.last, [32, 10, 13, 9].contains(bytes[last]) { range.removeLast() }
      return String(decoding: bytes[range], as: UTF8.self)
    }
  }
}
