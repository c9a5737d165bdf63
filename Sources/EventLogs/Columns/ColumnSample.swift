/// The names of a log's columns and the cells of its first rows.
struct ColumnSample {
  /// What messages call the log.
  var input: String
  /// The names, as they stand in the log.
  var names: [String]
  /// The first rows; each has as many cells as there are names.
  var rows: [[String]]

  /// The cells of a column that are not empty.
  func cells(_ column: Int) -> [String] {
    rows.compactMap { row in
      guard column < row.count else { return nil }
      let text = row[column]
      return text.utf8.allSatisfy { $0 == 0x20 || $0 == 0x09 } ? nil : text
    }
  }

  /// All columns with an example each, for messages.
  var shown: String {
    let limit = 24
    let parts = names.enumerated().filter { !$0.element.isEmpty }.prefix(limit).map { at, name in
      guard let example = cells(at).first else { return "'\(ShownName.of(name))'" }
      let text = example.count > 24 ? example.prefix(23) + "…" : example[...]
      return "'\(ShownName.of(name))' (such as \(ShownName.of(String(text))))"
    }
    let rest = names.count > limit ? " and \(names.count - limit) more" : ""
    return parts.joined(separator: ", ") + rest
  }
}
