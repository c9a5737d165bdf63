import JourneyModel

/// What a heatmap says: rows of cells with words and numbers, before anything has a place.
struct HeatmapTable {
  /// What stands in a cell.
  enum Cell {
    /// A feeling.
    case known(Feeling)
    /// Something that could have been measured.
    case unmeasured
    /// Nothing that could be.
    case absent
  }

  /// What is felt.
  struct Feeling {
    /// The feeling, −1…+1.
    var v: Double
    /// Its score, without words.
    var score: String
    /// The small print: how many were asked, or how many touchpoints are pooled.
    var note: String?
    var isAssumed: Bool
  }

  /// A column of cells.
  struct Column {
    var name: String
    var note: String?
  }

  /// A number with a bar.
  struct Number {
    var text: String
    /// Whether it is 0, and known to be.
    var isNothing = false
    /// The length of the bar, 0…1 of the column.
    var bar: Double
    /// The rank of the hotspot, and whether it is sure.
    var rank: (text: String, isSure: Bool)?
  }

  /// A column of numbers.
  struct NumberColumn {
    var name: String
    var paint: ColorRole
    /// One a row; nil where it is unknown.
    var numbers: [Number?]

    /// Whether it counts what is lost, rather than who comes.
    var isLoss: Bool { paint != .unknown }
  }

  /// A row.
  struct Row {
    /// The id of its group.
    var id: String
    /// The name of its group.
    var layer: String
    /// The touchpoints that it pools.
    var pooled: [TouchpointID] = []
    var name: String
    /// The channel, whose icon stands before the name.
    var channel: Channel?
    var summary: String
    /// The pool of the whole row first.
    var cells: [Cell]
    /// Whether it sums up those above it.
    var isTotal = false
  }

  /// Rows of one stage.
  struct Section {
    var name: String
    var note: String?
    var rows: Range<Int>
    var id: String
  }

  /// The columns, that of everybody first.
  var columns: [Column] = []
  var rows: [Row] = []
  /// The stages beside the rows; empty when rows are no touchpoints.
  var sections: [Section] = []
  var numbers: [NumberColumn] = []
  /// The picture in a sentence or two.
  var lead = ""
  /// What a note in a cell means; nil when there is none.
  var noteKey: String?
  /// What an empty cell without a dot means.
  var absentKey: String

  /// With more columns cells have no room for small print.
  static let mostColumnsWithNotes = 8

  /// Takes the small print out of the cells where there is no room for it.
  mutating func fitNotes() {
    guard columns.count > Self.mostColumnsWithNotes else { return }
    noteKey = nil
    for row in rows.indices {
      for column in rows[row].cells.indices {
        guard case .known(var felt) = rows[row].cells[column] else { continue }
        felt.note = nil
        rows[row].cells[column] = .known(felt)
      }
    }
  }

  /// Whether a cell is so somewhere.
  func contains(_ isSo: (Cell) -> Bool) -> Bool {
    rows.contains { $0.cells.contains(where: isSo) }
  }
}
