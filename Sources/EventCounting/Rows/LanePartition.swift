/// The rows of one lane whose customers' ids share the first bits of their hash.
///
/// Partitions are small enough to be grouped and counted in a core's cache, one after the other.
struct LanePartition: ~Copyable {
  /// Some rows of one layout.
  struct Block: BitwiseCopyable {
    var base: UnsafeMutableRawPointer
    var bytes: Int
    var rows: Int
    /// Which of the lane's layouts they have.
    var layout: Int
  }

  /// Where the rows of a part of the log begin.
  struct Run: BitwiseCopyable {
    var part: Int
    var start: Int
  }

  /// How large blocks become, in bytes.
  static let blockSize = 1 << 16
  private static let firstBlockSize = 1 << 9

  /// The customers in the order in which they came.
  var customers = KeyTable()
  private(set) var blocks = Store<Block>()
  private(set) var runs = Store<Run>()
  private(set) var rows = 0
  private var next: UnsafeMutableRawPointer?
  /// How many more rows the last block holds.
  private var room = 0
  private var layout = -1
  private var part = Int.min

  deinit {
    for index in 0..<blocks.count { blocks[index].base.deallocate() }
  }

  /// Adds a row in the newest of the lane's layouts.
  @inline(__always)
  mutating func add(_ row: CodedRow, part: Int, layout: RowLayout, number: Int) {
    if part != self.part { begin(part) }
    if room == 0 || number != self.layout { addBlock(layout, number) }
    guard let place = next else { return }
    layout.write(row, to: place)
    next = place + layout.stride
    room &-= 1
    rows &+= 1
  }

  /// Writes down how many rows the last block has; nothing is added after that.
  mutating func seal() {
    guard blocks.count > 0 else { return }
    var block = blocks[blocks.count - 1]
    block.rows -= room
    blocks[blocks.count - 1] = block
    room = 0
    next = nil
  }

  /// Leaves the blocks to whoever took them.
  mutating func letGo() {
    blocks = Store()
    runs = Store()
    customers = KeyTable()
    rows = 0
  }

  @inline(never)
  private mutating func begin(_ part: Int) {
    self.part = part
    runs.append(Run(part: part, start: rows))
  }

  @inline(never)
  private mutating func addBlock(_ layout: RowLayout, _ number: Int) {
    seal()
    let last = blocks.count > 0 ? blocks[blocks.count - 1].bytes : Self.firstBlockSize / 2
    let bytes = min(last * 2, Self.blockSize)
    let base = UnsafeMutableRawPointer.allocate(byteCount: bytes, alignment: 16)
    room = (bytes - RowLayout.slack) / layout.stride
    blocks.append(Block(base: base, bytes: bytes, rows: room, layout: number))
    self.layout = number
    next = base
  }
}
