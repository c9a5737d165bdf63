/// Says what is wrong with a row: which column, what it holds, and what it should.
struct FaultWords: Sendable {
  /// The names of the columns, by the places of their roles.
  private var names = [String?](repeating: nil, count: LogOptions.Role.allCases.count)
  private var width: Int?
  private var scale: ClosedRange<Double>?

  /// Words of an input of which nothing is known.
  init() {}

  /// Words of an input.
  ///
  /// - Parameters:
  ///   - columns: The columns that are used.
  ///   - width: How many cells a row has; nil: it has none.
  ///   - scale: The scale of the scores.
  init(_ columns: [LogReport.Column], width: Int? = nil, scale: ClosedRange<Double>? = nil) {
    for column in columns { names[Slot.of(column.role)] = column.name }
    self.width = width
    self.scale = scale
  }

  /// What is wrong.
  ///
  /// - Parameters:
  ///   - fault: The fault.
  ///   - cell: The cell that is wrong, or the row.
  /// - Returns: A phrase without a point.
  func text(_ fault: RowFault, _ cell: [UInt8]) -> String {
    switch fault {
    case .empty(let slot): "\(name(slot)) says nothing"
    case .unreadable(let slot): "\(holds(slot, cell)), which is \(Self.missed(slot))"
    case .afterEnd: "\(holds(Slot.began, cell)), which is after the row's end"
    case .offScale:
      "\(holds(Slot.felt, cell)), which is not on the scale"
        + (scale.map { " \(Self.short($0.lowerBound))..\(Self.short($0.upperBound))" } ?? "")
    case .fewCells(let count):
      "\(count) \(count == 1 ? "cell" : "cells")"
        + (width.map { ", where the head has \($0)" } ?? "")
    case .manyCells:
      "more cells than the head" + (width.map { ", which has \($0)" } ?? "")
        + (cell.dropLast().contains(0x0D) ? "; it holds a carriage return that ends no row" : "")
    case .zero: "it has a NUL byte: the file is damaged here"
    case .quotes:
      "something follows the quotation mark that closes a cell; one within a text is doubled"
    case .tooLong: "it is longer than \(BlockReader.longestRow >> 20) MB"
    case .noObject:
      "it is not one whole JSON object, or one that is more than \(JSONLineParser.deepest) deep"
    case .nested(let slot): "\(name(slot)) holds a list or an object, not one value"
    case .noTrace: "the event stands in no trace"
    }
  }

  private func name(_ slot: Int) -> String {
    guard let name = names[slot] else { return "the row" }
    return "'\(name.count > 60 ? name.prefix(59) + "…" : name)'"
  }

  private func holds(_ slot: Int, _ cell: [UInt8]) -> String {
    "\(name(slot)) holds '\(RejectTally.shown(cell))'"
  }

  private static func missed(_ slot: Int) -> String {
    switch slot {
    case Slot.time, Slot.began: "no time that can be read"
    case Slot.sequence: "no whole number"
    default: "no number"
    }
  }

  /// A bound without a fraction of zeros.
  private static func short(_ bound: Double) -> String {
    let text = String(bound)
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }
}
