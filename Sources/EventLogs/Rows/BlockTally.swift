/// What one thread found in one block: how many rows and lines, and the rows that are not counted.
struct BlockTally {
  /// A row that is not counted.
  struct Reject {
    var fault: RowFault
    /// The line where it begins, from 0 in the block.
    var line: Int
    /// The cell that is wrong; nil: the row.
    var cell: [UInt8]?
    /// Where its bytes lie in ``BlockTally/bytes``; empty where nobody asked for them.
    var bytes: Range<Int>
  }

  /// Rows that were read, rejected ones too.
  var rows = 0
  /// Rows that were left out on purpose.
  private(set) var filtered = 0
  /// The first parts of a life cycle that were left out, each once.
  private(set) var partsLeftOut: [[UInt8]] = []
  /// Lines that the block has.
  var lines = 0
  /// Rows with bytes that are not UTF-8, and the line of the first.
  var repaired = 0
  var firstRepaired: Int?
  /// Rows with a date that is one only in the other order than that of the log.
  var contrary = 0
  /// The line of the first and its date.
  var firstContrary: (line: Int, cell: [UInt8])?
  /// The rows that are not counted: all where somebody asked, else the first of each reason.
  private(set) var rejects: [Reject] = []
  /// How many there are, by the place of their reason.
  private(set) var counts = [Int](repeating: 0, count: LogReport.Reason.allCases.count)
  /// The bytes of rejected rows.
  private(set) var bytes: [UInt8] = []

  /// Longer texts are cut when they are shown.
  static let shown = 200

  /// About how many bytes are kept of rejected rows.
  var size: Int { bytes.count &+ rejects.count &* 256 }

  /// Notes a row that is left out on purpose.
  ///
  /// - Parameter part: The part of a life cycle that it tells.
  mutating func leaveOut(_ part: UnsafeRawBufferPointer) {
    filtered &+= 1
    guard partsLeftOut.count < RejectTally.partsKept else { return }
    let part = part.prefix(Self.shown)
    if !partsLeftOut.contains(where: { $0.elementsEqual(part) }) {
      partsLeftOut.append([UInt8](part))
    }
  }

  /// Notes a row that is not counted.
  ///
  /// - Parameters:
  ///   - fault: What is wrong.
  ///   - line: The line where it begins, from 0 in the block.
  ///   - cell: The cell that is wrong; nil: the row.
  ///   - row: The row.
  ///   - keepsAll: Whether somebody wants to see every one.
  mutating func reject(
    _ fault: RowFault, line: Int, cell: UnsafeRawBufferPointer?,
    row: UnsafeRawBufferPointer, keepsAll: Bool
  ) {
    let place = fault.reason.place
    counts[place] += 1
    guard keepsAll || counts[place] <= RejectTally.kept else { return }
    let from = bytes.count
    if keepsAll { bytes.append(contentsOf: row) }
    rejects.append(
      Reject(
        fault: fault, line: line, cell: [UInt8]((cell ?? row).prefix(Self.shown + 4)),
        bytes: from..<bytes.count))
  }

  /// Forgets everything, for the next block.
  mutating func clear() {
    self = BlockTally()
  }
}

extension LogReport.Reason {
  /// The place among all reasons.
  var place: Int {
    switch self {
    case .noCustomer: 0
    case .noTouchpoint: 1
    case .noTime: 2
    case .badTime: 3
    case .badBegan: 4
    case .badSequence: 5
    case .badScore: 6
    case .tooFewCells: 7
    case .tooManyCells: 8
    case .badRow: 9
    }
  }
}
