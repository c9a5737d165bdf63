/// Where a row's parts lie in as few bytes as the rows so far needed.
///
/// Every part is written with its full width, one after the other: what is too long, or not in the
/// layout at all, is covered by the part or the row that comes next. So writing asks nothing, and
/// reading masks off what is not its own. Behind the last row are ``slack`` bytes that may be written.
struct RowLayout: BitwiseCopyable {
  /// A part of a row.
  struct Column: BitwiseCopyable {
    /// Bytes from the row's beginning.
    var offset = 0
    /// Which bits of what lies there belong to it.
    var mask: UInt64 = 0
    /// What it is where rows do not have it.
    var fill: UInt64 = 0

    /// The highest value that fits.
    var limit: UInt64 { mask }
    var isAbsent: Bool { mask == 0 }

    @inline(__always)
    func read(_ row: UnsafeRawPointer) -> UInt64 {
      row.word(at: offset) & mask | fill
    }
  }

  /// Bytes behind the last row of a block that writing may spill into.
  static let slack = 48

  private static let unknown = UInt64(bitPattern: EventRow.unknown)

  var stride = 0
  var time = Column(fill: unknown)
  var began = Column(fill: unknown)
  var sequence = Column(fill: unknown)
  var felt = Column()
  var touchpoint = Column(mask: 0xFF)
  var channel = Column()
  var persona = Column()
  var stage = Column()
  var part = Column()
  /// Whether ``felt`` is the score itself, not its number.
  var holdsScores = false

  init() {
    place()
  }

  /// Whether a row can be written.
  @inline(__always)
  func fits(_ row: CodedRow, holdsScores: Bool) -> Bool {
    let narrow =
      (UInt64(row.touchpoint) > touchpoint.limit) || (UInt64(row.channel) > channel.limit)
      || (UInt64(row.persona) > persona.limit) || (UInt64(row.stage) > stage.limit)
      || (row.felt > felt.limit) || (UInt64(row.part) > part.limit)
      || (holdsScores != self.holdsScores)
    let missing =
      (row.time != EventRow.unknown && time.isAbsent)
      || (row.began != EventRow.unknown && began.isAbsent)
      || (row.sequence != EventRow.unknown && sequence.isAbsent)
    return !narrow && !missing
  }

  /// Makes room for a row that does not fit.
  mutating func widen(for row: CodedRow, holdsScores: Bool) {
    for (path, value) in [
      (\Self.time, row.time), (\Self.began, row.began), (\Self.sequence, row.sequence),
    ] where value != EventRow.unknown {
      self[keyPath: path] = Column(mask: .max)
    }
    for (path, value) in [
      (\Self.touchpoint, row.touchpoint), (\Self.channel, row.channel),
      (\Self.persona, row.persona), (\Self.stage, row.stage), (\Self.part, UInt32(row.part)),
    ] {
      self[keyPath: path].mask |= Self.mask(for: UInt64(value))
    }
    self.holdsScores = holdsScores
    felt.mask |= holdsScores ? .max : Self.mask(for: row.felt)
    place()
  }

  /// The bits of the fewest bytes that hold a number: none, one, two, four or eight.
  private static func mask(for value: UInt64) -> UInt64 {
    switch value {
    case 0: 0
    case ...0xFF: 0xFF
    case ...0xFFFF: 0xFFFF
    case ...0xFFFF_FFFF: 0xFFFF_FFFF
    default: .max
    }
  }

  private mutating func place() {
    stride = MemoryLayout<UInt32>.size
    for path in [
      \Self.time, \Self.began, \Self.sequence, \Self.felt, \Self.touchpoint, \Self.channel,
      \Self.persona, \Self.stage, \Self.part,
    ] {
      self[keyPath: path].offset = stride
      stride += (64 - self[keyPath: path].mask.leadingZeroBitCount) / 8
    }
  }

  /// Writes a row that fits.
  @inline(__always)
  func write(_ row: CodedRow, to place: UnsafeMutableRawPointer) {
    // The order is the one in which the columns lie.
    place.storeBytes(of: row.customer.littleEndian, as: UInt32.self)
    place.storeBytes(of: row.time.littleEndian, toByteOffset: time.offset, as: Int64.self)
    place.storeBytes(of: row.began.littleEndian, toByteOffset: began.offset, as: Int64.self)
    place.storeBytes(of: row.sequence.littleEndian, toByteOffset: sequence.offset, as: Int64.self)
    place.storeBytes(of: row.felt.littleEndian, toByteOffset: felt.offset, as: UInt64.self)
    place.storeBytes(
      of: row.touchpoint.littleEndian, toByteOffset: touchpoint.offset, as: UInt32.self)
    place.storeBytes(of: row.channel.littleEndian, toByteOffset: channel.offset, as: UInt32.self)
    place.storeBytes(of: row.persona.littleEndian, toByteOffset: persona.offset, as: UInt32.self)
    place.storeBytes(of: row.stage.littleEndian, toByteOffset: stage.offset, as: UInt32.self)
    place.storeBytes(of: row.part, toByteOffset: part.offset, as: UInt8.self)
  }
}
