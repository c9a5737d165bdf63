/// Values as bytes, for the pipe to a worker and for the index of pictures.
struct ByteWriter {
  private(set) var bytes: [UInt8] = []

  mutating func add(_ number: UInt64) {
    withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) }
  }

  mutating func add(_ number: Int) { add(UInt64(bitPattern: Int64(number))) }

  mutating func add(_ block: [UInt8]) {
    add(block.count)
    bytes += block
  }

  mutating func add(_ text: String) { add(Array(text.utf8)) }

  mutating func add(_ text: String?) {
    add(text == nil ? 0 : 1)
    if let text { add(text) }
  }

  mutating func add<Items: Collection>(
    _ items: Items, _ body: (inout ByteWriter, Items.Element) -> Void
  ) {
    add(items.count)
    for item in items { body(&self, item) }
  }
}

/// Bytes that are not what ``ByteWriter`` wrote.
struct GarbledBytes: Error {}

/// Reads what ``ByteWriter`` wrote, trusting nothing.
struct ByteReader {
  private let bytes: [UInt8]
  private var position: Int

  init(_ bytes: [UInt8], from position: Int = 0) {
    self.bytes = bytes
    self.position = position
  }

  var isAtEnd: Bool { position == bytes.count }

  mutating func number() throws(GarbledBytes) -> UInt64 {
    let block = try take(8)
    return block.reversed().reduce(0) { $0 << 8 | UInt64($1) }
  }

  mutating func int() throws(GarbledBytes) -> Int {
    Int(Int64(bitPattern: try number()))
  }

  mutating func block() throws(GarbledBytes) -> [UInt8] {
    Array(try take(try int()))
  }

  mutating func text() throws(GarbledBytes) -> String {
    String(decoding: try take(try int()), as: UTF8.self)
  }

  mutating func optionalText() throws(GarbledBytes) -> String? {
    try int() == 0 ? nil : try text()
  }

  mutating func list<Item>(_ body: (inout ByteReader) throws(GarbledBytes) -> Item)
    throws(GarbledBytes) -> [Item]
  {
    let count = try int()
    // Every item takes a byte at least; a garbled count must not ask for all memory.
    guard (0...bytes.count).contains(count) else { throw GarbledBytes() }
    var items: [Item] = []
    for _ in 0..<count { items.append(try body(&self)) }
    return items
  }

  private mutating func take(_ count: Int) throws(GarbledBytes) -> ArraySlice<UInt8> {
    guard count >= 0, count <= bytes.count - position else { throw GarbledBytes() }
    defer { position += count }
    return bytes[position..<position + count]
  }
}
