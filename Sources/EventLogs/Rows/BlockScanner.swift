/// Takes the cells of one row after another.
protocol CellTaker {
  /// The cells of a row by the place of their role; empty where the log has none.
  var cells: UnsafeMutablePointer<UnsafeRawBufferPointer> { get }
  /// Memory for cells that are changed, until the row is taken.
  var scratch: Scratch { get }
  /// What was found in the block so far.
  var tally: BlockTally { get set }

  /// Takes the row whose cells are set.
  ///
  /// - Parameters:
  ///   - line: The line where it begins, from 0 in the block.
  ///   - bytes: All of it.
  mutating func take(line: Int, bytes: UnsafeRawBufferPointer)

  /// Notes a row of which there are no cells.
  ///
  /// - Parameters:
  ///   - fault: What is wrong.
  ///   - line: The line where it begins, from 0 in the block.
  ///   - bytes: All of it.
  mutating func refuse(_ fault: RowFault, line: Int, bytes: UnsafeRawBufferPointer)
}

/// Finds the rows of a block.
protocol BlockScanner {
  /// Hands on all rows of a block, and counts its lines.
  mutating func scan(_ block: RowBlock, into taker: inout some CellTaker)
}
