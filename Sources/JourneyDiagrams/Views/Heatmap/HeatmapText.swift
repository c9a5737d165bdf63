/// Every text of a heatmap, ready to be measured together.
struct HeatmapText {
  /// The texts of a cell; empty where nothing is known.
  struct Cell {
    var score: Typesetter.Label?
    var note: Typesetter.Label?
  }

  /// The texts of a row.
  struct Row {
    var name: Typesetter.Label
    var cells: [Cell]
    /// One a column of numbers.
    var numbers: [(number: Typesetter.Label?, rank: Typesetter.Label?)]
  }

  /// A heading with a note under it.
  struct Heading {
    var name: Typesetter.Label
    var note: Typesetter.Label?
  }

  private(set) var columns: [Heading]
  private(set) var numberColumns: [Typesetter.Label]
  private(set) var sections: [Heading]
  private(set) var rows: [Row]

  /// Takes the words of a table.
  init(_ table: HeatmapTable, setter: Typesetter) {
    func heading(_ name: String, _ note: String?, _ role: TextRole, _ small: TextRole) -> Heading {
      Heading(name: setter.add(name, role), note: note.map { setter.add($0, small) })
    }
    columns = table.columns.map { heading($0.name, $0.note, .lane, .cardNote) }
    numberColumns = table.numbers.map { setter.add($0.name, .cardNote) }
    sections = table.sections.map { heading($0.name, $0.note, .stage, .stageNote) }
    rows = []
    for (index, row) in table.rows.enumerated() {
      rows.append(
        Row(
          name: setter.add(row.name, row.isTotal ? .lane : .cardTitle),
          cells: row.cells.map { cell in
            guard case .known(let felt) = cell else { return Cell() }
            return Cell(
              score: setter.add(felt.score, .cardTitle),
              note: felt.note.map { setter.add($0, .axisValue) })
          },
          numbers: table.numbers.map { column in
            let number = column.numbers[index]
            return (
              number.map { setter.add($0.text, .lane) },
              number?.rank.map { setter.add($0.text, .badge) }
            )
          }))
    }
  }
}
